"""Tell the kinds of tables apart, by the roles of their columns, their caption and their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkip_lib.draf.files.document import Tabel
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.draf.tables.captions import Keterangan
from lkip_lib.draf.tables.columns import isi_kolom
from lkip_lib.draf.tables.heads import Kepala
from lkip_lib.draf.tables.roles import BERNAMA, SKALA, Kolom
from lkip_lib.impor.headings import baku

LAIN, TANDA_TANGAN, MATRIKS = "lain", "tanda_tangan", "rencana_keluaran"
KINERJA = (
    "pengukuran",
    "perbandingan",
    "nasional",
    "renstra",
    "pk",
    "rkt",
    "iku",
    "triwulan",
    "capaian",
    "target",
    "perkembangan",
)
JENIS = (*KINERJA, "pembanding", "anggaran", "belanja", "keluaran", "efisiensi", "sdm", "skala", MATRIKS, TANDA_TANGAN,
         LAIN)  # fmt: skip
UKURAN = frozenset(("input", "output", "outcome", "masukan", "keluaran", "hasil", "dana"))
_BERDOKUMEN = (
    ("pk", r"perjanjian kinerja|\bpk\b"),
    ("rkt", r"rencana kinerja|\brkt\b|renja"),
    ("iku", r"\biku\b|indikator kinerja utama"),
    ("renstra", r"renstra|rencana strategis"),
)


def jenis_tabel(tabel: Tabel, k: Kepala, kolom: Sequence[Kolom], ket: Keterangan) -> tuple[str, bool]:
    """Return the kind of a table, and whether its caption says the same."""
    p = {c.peran for c in kolom}
    teks = baku(lipat(f"{ket.judul} {ket.bagian}"))
    bernama = p & set(BERNAMA)
    if _bermasukan(tabel, k):
        return MATRIKS, bool(re.search(r"rencana kinerja|\brkt\b|renja|keluaran", teks))
    uang = p & {"pagu", "realisasi_rp"}
    if "efisiensi" in p or ("efisiensi" in teks and {"capaian", "serapan"} <= p):
        return "efisiensi", "efisien" in teks
    if "predikat" in p and not p & {"indikator", "sasaran", "target"} and _berskala(tabel, k):
        return SKALA, True
    judul = baku(lipat(ket.judul))
    if uang and "pendapatan" in judul and not re.search(r"\b(?:anggaran|pagu|belanja|program|kegiatan)\b", judul):
        return LAIN, False  # what comes in is no line of a budget
    if uang and bernama:
        isi = [t for c in kolom if c.peran in BERNAMA for t in isi_kolom(tabel, k, c.nomor)]
        belanja = sum(bool(re.match(r"(?i)\W*(?:\d\.?\s*)*belanja\b", t)) for t in isi)
        if belanja * 2 > len(isi):
            return "belanja", "belanja" in teks
        if p & {"target", "realisasi", "capaian"} and "indikator" in p and not berpohon(tabel, k, kolom):
            return _kinerja(p, kolom, teks)
        return "anggaran", bool(re.search(r"\b(?:anggaran|pagu|belanja|keuangan)\b", teks))
    if p & {"kelompok", "golongan", "uraian"} and p & {"asn", "non_asn", "jumlah"} and not p & {"target", "realisasi"}:
        pegawai = re.search(
            r"\b(?:pegawai|asn|pns|sdm|sumber daya (?:manusia|aparatur)|jabatan|golongan|pendidikan)\b", teks
        )
        if pegawai or p & {"asn", "non_asn"}:
            return "sdm", bool(pegawai)
    if "tahun_baris" in p and not bernama and p & {"target", "realisasi", "capaian"}:
        return "perkembangan", bool(re.search(r"perkembangan|tren|realisasi|capaian", teks))
    kegiatan = p & {"uraian", "program", "kegiatan", "sub_kegiatan"}
    if kegiatan and {"target", "realisasi"} <= p and "sasaran" not in p:
        return "keluaran", bool(re.search(r"keluaran|output|kegiatan|program", teks))
    if bernama and p & {"target", "realisasi", "capaian", "awal"}:
        if not p & {"indikator", "sasaran", "tujuan"} and p & {"uraian", "program", "kegiatan", "sub_kegiatan"}:
            return ("keluaran", True) if "target" in p and "realisasi" in p else (LAIN, False)
        return _kinerja(p, kolom, teks)
    if "indikator" in p and p & {"formulasi", "alasan", "sumber_data", "penanggung_jawab", "satuan"}:
        return "iku", bool(re.search(r"\biku\b|indikator kinerja utama", teks))
    return LAIN, False


def _kinerja(p: set[str], kolom: Sequence[Kolom], teks: str) -> tuple[str, bool]:
    """Tell the tables of indicators apart."""
    target = {c.tahun for c in kolom if c.peran == "target" and c.tahun}
    realisasi = {c.tahun for c in kolom if c.peran == "realisasi" and c.tahun and not c.lingkup}
    tw = any(c.periode for c in kolom) or "triwulan" in p
    if "pembanding" in p and "nilai_pembanding" in p:
        return "pembanding", "banding" in teks
    if any(c.lingkup for c in kolom if c.peran == "realisasi"):
        return "nasional", bool(re.search(r"\b(?:nasional|provinsi|standar)\b", teks))
    if tw and "realisasi" not in p:
        return "triwulan", "triwulan" in teks or "perjanjian kinerja" in teks
    if tw:
        return "triwulan", "triwulan" in teks
    if "realisasi" in p:
        if len(realisasi | target) > 1 or "awal" in p:
            return "perbandingan", bool(
                re.search(r"banding|tahun sebelum|perkembangan|tren|renstra|akhir|jangka", teks)
            )
        return "pengukuran", bool(re.search(r"\b(?:pengukuran|capaian|realisasi|kinerja)\b", teks))
    if "capaian" in p:
        return "capaian", "capaian" in teks
    if len(target) > 1:
        return "renstra", bool(re.search(r"renstra|rencana strategis|rpjmd|tujuan|sasaran", teks))
    for jenis, pola in _BERDOKUMEN:
        if re.search(pola, teks):
            return jenis, True
    return "target", "target" in teks


def _bermasukan(tabel: Tabel, k: Kepala) -> bool:
    """Tell whether a table is of inputs, outputs and outcomes, a line each."""
    for n in range(len(k.judul.teks)):
        isi = [baku(lipat(t)) for t in isi_kolom(tabel, k, n)]
        if len(isi) > 1 and sum(t in UKURAN for t in isi) * 2 > len(isi) and len(set(isi) & UKURAN) > 1:
            return True
    return False


def _berskala(tabel: Tabel, k: Kepala) -> bool:
    """Tell whether the rows are steps of a scale: two bounds, or a sign of one."""
    isi = [" ".join(b) for b in tabel.kisi.baris[k.mulai :]]
    return sum(bool(re.search(r"\d\s*[-–<>≤≥]|[<>≤≥]\s*\d|s/?d", t)) for t in isi) * 2 >= len(isi) > 2


def berpohon(tabel: Tabel, k: Kepala, kolom: Sequence[Kolom]) -> bool:
    """Tell whether the rows are lines of a budget: programmes by their word, or codes."""
    if any(c.peran == "kode" for c in kolom):
        return True
    isi = [t for c in kolom if c.peran in BERNAMA for t in isi_kolom(tabel, k, c.nomor)]
    return sum(bool(re.match(r"(?i)\W*(?:program|kegiatan|sub ?kegiatan)\b", t)) for t in isi) * 4 > len(isi)


def dokumen_tabel(ket: Keterangan, jenis: str) -> str:
    """Return the document that a table states the figures of."""
    teks = baku(ket.judul)
    bagian = baku(ket.bagian)
    for dokumen, pola in (
        ("pk_perubahan", r"perjanjian kinerja perubahan|perubahan perjanjian kinerja|pk perubahan"),
        ("pk", r"perjanjian kinerja|\bpk\b"),
        ("rkt", r"rencana kinerja tahun\w*|\brkt\b|\brenja\b"),
        ("renstra", r"renstra|rencana strategis"),
        ("iku", r"\biku\b|indikator kinerja utama"),
    ):
        if jenis in ("pengukuran", "perbandingan", "nasional", "capaian", "efisiensi"):
            break
        if re.search(pola, teks) or (not re.search(r"realisasi|serapan", teks) and re.search(pola, bagian)):
            return dokumen
    return {"renstra": "renstra", "pk": "pk", "rkt": "rkt", "iku": "iku"}.get(jenis, "lkip")
