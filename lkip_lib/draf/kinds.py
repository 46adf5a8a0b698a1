"""Recognise what a table of a draft is, by the words over its columns, its caption and its shape together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkip_lib import numerals
from lkip_lib.draf.captions import Keterangan
from lkip_lib.draf.document import Tabel
from lkip_lib.draf.folding import lipat
from lkip_lib.draf.heads import Kepala, kepala
from lkip_lib.draf.roles import BERNAMA, Kolom, kolom_judul
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
BERANGGARAN = ("anggaran", "belanja")
UKURAN = frozenset(("input", "output", "outcome", "masukan", "keluaran", "hasil", "dana"))
_BERDOKUMEN = (
    ("pk", r"perjanjian kinerja|\bpk\b"),
    ("rkt", r"rencana kinerja|\brkt\b|renja"),
    ("iku", r"\biku\b|indikator kinerja utama"),
    ("renstra", r"renstra|rencana strategis"),
)
_BESAR = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|\d{7,}")
_RUPIAH = re.compile(r"(?i)\brp\b|rp[.\s]*\d")
_TTD = re.compile(r"(?i)\bnip\b|pihak (?:pertama|kedua)|mengetahui|materai")


@dataclass(frozen=True, slots=True)
class Dikenali:
    """Hold what a table was recognised as: its kind, headings and columns, caption, and the signs for it."""

    tabel: Tabel
    jenis: str
    ket: Keterangan
    kepala: Kepala | None = None
    kolom: tuple[Kolom, ...] = ()
    dokumen: str = ""
    tegas: bool = False  # its caption or the part it stands in says the same
    geser: int = 0  # rows of the table above the part that this is
    sambungan: int = 0  # the table that this one goes on with

    def peran(self, *nama: str) -> list[Kolom]:
        return [k for k in self.kolom if k.peran in nama]

    @property
    def nama(self) -> list[Kolom]:
        """Return the columns of names, from the left."""
        return self.peran(*BERNAMA)


def kenali_semua(
    tabel: Tabel, ket: Keterangan, sebelumnya: Dikenali | None, *, bersebelahan: bool = False
) -> list[Dikenali]:
    """Say what a table is, in parts where headings of another kind stand again inside it."""
    utama = kenali(tabel, ket, sebelumnya, bersebelahan=bersebelahan)
    if utama.kepala is None or not (b := _kepala_kedua(utama)):
        return [utama]
    atas = kenali(_potong(tabel, 0, b), ket, sebelumnya)
    bawah = kenali(_potong(tabel, b, len(tabel.kisi.baris)), ket, None)
    return [atas, replace(bawah, geser=b)] if bawah.jenis != LAIN else [utama]


def _kepala_kedua(kenal: Dikenali) -> int:
    """Return the row at which the headings of a table of money stand below other rows; 0 for none."""
    kisi, mulai = kenal.tabel.kisi, kenal.kepala.mulai if kenal.kepala else 0
    for b in range(mulai + 1, len(kisi.baris) - 1):
        isi = [t for t in kisi.baris[b] if t]
        if len(isi) < 2 or any(h.isdigit() for t in isi for h in re.sub(r"20\d\d", "", t)):
            continue
        peran = {k.peran for n, t in enumerate(isi) if len(t) < 60 and (k := kolom_judul(n, (t,)))}
        if "pagu" in peran and peran & {"program", "kegiatan", "sub_kegiatan", "uraian"}:
            return b
    return 0


def _potong(tabel: Tabel, awal: int, akhir: int) -> Tabel:
    """Return some rows of a table as a table."""
    kisi = tabel.kisi
    gabungan = tuple(
        ((b1 - awal, k1), (b2 - awal, k2)) for (b1, k1), (b2, k2) in kisi.gabungan if awal <= b1 and b2 < akhir
    )
    bagian = replace(kisi, baris=kisi.baris[awal:akhir], jenis=kisi.jenis[awal:akhir], gabungan=gabungan)
    return replace(
        tabel, kisi=bagian, judul_ulang=0 if awal else tabel.judul_ulang,
        inden={(b - awal, k): n for (b, k), n in tabel.inden.items()},
        tebal=frozenset((b - awal, k) for b, k in tabel.tebal),
        otomatis={(b - awal, k): n for (b, k), n in tabel.otomatis.items()},
    )  # fmt: skip


def kenali(tabel: Tabel, ket: Keterangan, sebelumnya: Dikenali | None, *, bersebelahan: bool = False) -> Dikenali:
    """Say what a table is; one without headings, as wide as the one before and without a caption, goes on with it."""
    k = kepala(tabel)
    if k is None:
        lebar = len(tabel.kisi.baris[0]) if tabel.kisi.baris else 0
        lanjut = (
            sebelumnya
            and sebelumnya.kepala
            and (bersebelahan or not ket.judul)
            and len(sebelumnya.tabel.kisi.baris[0]) == lebar
        )
        if lanjut and sebelumnya and sebelumnya.kepala and sebelumnya.jenis != LAIN:
            awal = Kepala(sebelumnya.kepala.judul, sebelumnya.kepala.kolom, 0)
            return Dikenali(
                tabel, sebelumnya.jenis, sebelumnya.ket, awal, sebelumnya.kolom, sebelumnya.dokumen,
                sambungan=sebelumnya.sambungan or sebelumnya.tabel.nomor,
            )  # fmt: skip
        ttd = any(_TTD.search(t) for b in tabel.kisi.baris for t in b)
        return Dikenali(tabel, TANDA_TANGAN if ttd else LAIN, ket)
    sama = sebelumnya and sebelumnya.kepala and sebelumnya.kepala.judul.teks == k.judul.teks
    if sebelumnya and sama and (bersebelahan or not ket.judul) and sebelumnya.jenis != LAIN:
        # The same headings again, without a caption: the table goes on after a break of the page.
        return replace(
            sebelumnya, tabel=tabel, kepala=k, geser=0, sambungan=sebelumnya.sambungan or sebelumnya.tabel.nomor
        )
    if k.dalam:
        ket = Keterangan(ket.judul or k.dalam, ket.bagian)
    diisi = _diisi(tabel, k, ket)
    jenis, tegas = _jenis(tabel, k, diisi, ket)
    kolom = tuple(_menurut_jenis(jenis, diisi, ket))
    return Dikenali(tabel, jenis, ket, k, kolom, _dokumen(ket, jenis), tegas)


def _isi(tabel: Tabel, k: Kepala, nomor: int) -> list[str]:
    return [b[nomor] for b in tabel.kisi.baris[k.mulai :] if b[nomor]]


def _beruang(tabel: Tabel, k: Kepala, nomor: int) -> bool:
    """Tell whether a column holds amounts of money by their look."""
    isi = [t for t in _isi(tabel, k, nomor) if any(h.isdigit() for h in t)]
    return bool(isi) and sum(bool(_BESAR.search(t) or _RUPIAH.search(t)) for t in isi) * 2 > len(isi)


def _diisi(tabel: Tabel, k: Kepala, ket: Keterangan) -> list[Kolom]:
    """Give the columns that only a year, a sign or a document stands over the role that the table has for them."""
    ada = {c.peran for c in k.kolom}
    hasil = []
    for c in k.kolom:
        uang = _beruang(tabel, k, c.nomor)
        if c.peran in ("tahun", "dokumen", "triwulan_angka"):
            peran = _peran_judul(ket, k.judul.teks[c.nomor])
            if not peran and c.peran == "triwulan_angka":
                peran = "realisasi" if "realisasi" in ada and "target" not in ada else "target"
            c = c.menjadi(peran) if peran else c
        if c.peran in ("target", "realisasi", "rupiah", "jumlah", "nilai") and uang:
            c = c.menjadi("realisasi_rp" if c.peran == "realisasi" else "pagu")
        elif c.peran == "capaian" and uang:
            c = c.menjadi("realisasi_rp")
        hasil.append(c)
    beruang = any(c.peran in ("pagu", "realisasi_rp") for c in hasil)
    kinerja = any(c.peran in ("target", "realisasi") for c in hasil)
    for i, c in enumerate(hasil):
        kiri = hasil[i - 1].peran if i else ""
        if c.peran == "persen":
            dekat_uang = kiri in ("pagu", "realisasi_rp", "sisa") or (beruang and not kinerja)
            peran = "serapan" if dekat_uang else "capaian"
            if peran == "capaian" and "capaian" in ada and "realisasi" not in ada:
                peran = "capaian"
            hasil[i] = c.menjadi(peran)
        elif (c.peran == "capaian" and beruang and not kinerja and kiri in ("realisasi_rp", "pagu")) or (
            c.peran == "realisasi" and c.satuan == "persen" and kiri == "realisasi_rp"
        ):
            hasil[i] = c.menjadi("serapan")
    # Target | Capaian | %: the middle one is what was reached.
    capaian = [i for i, c in enumerate(hasil) if c.peran == "capaian"]
    if len(capaian) == 2 and not any(c.peran == "realisasi" for c in hasil) and any(c.peran == "target" for c in hasil):
        i, j = capaian
        if k.judul.teks[hasil[j].nomor] and baku(k.judul.teks[hasil[j].nomor][-1]) in ("%", "persen", "persentase"):
            hasil[i] = hasil[i].menjadi("realisasi")
    return hasil


def _peran_judul(ket: Keterangan, judul: Sequence[str]) -> str:
    """Name what a column of a year holds by the caption of its table."""
    teks = baku(f"{' '.join(judul[:-1])} {ket.judul}") or baku(ket.bagian)
    for peran, pola in (
        ("target", r"\btarget\b|rencana strategis|renstra|perjanjian kinerja"),
        ("capaian", r"\bcapaian\b(?!.*realisasi)"),
        ("realisasi", r"\brealisasi\b|perkembangan|tren|capaian"),
    ):
        if re.search(pola, teks):
            if peran == "target" and re.search(r"\brealisasi\b|\bcapaian\b", teks):
                continue
            if peran == "capaian" and re.search(r"\brealisasi\b", teks):
                continue
            return peran
    return ""


def _jenis(tabel: Tabel, k: Kepala, kolom: Sequence[Kolom], ket: Keterangan) -> tuple[str, bool]:
    """Return the kind of a table, and whether its caption says the same."""
    p = {c.peran for c in kolom}
    teks = baku(lipat(f"{ket.judul} {ket.bagian}"))
    bernama = p & set(BERNAMA)
    if _bermasukan(tabel, k):
        return MATRIKS, bool(re.search(r"rencana kinerja|\brkt\b|renja|keluaran", teks))
    uang = p & {"pagu", "realisasi_rp"}
    if "efisiensi" in p or ("efisiensi" in teks and {"capaian", "serapan"} <= p):
        return "efisiensi", "efisien" in teks
    if "predikat" in p and not p & {"indikator", "target", "realisasi", "capaian"} and _berskala(tabel, k):
        return "skala", True
    if uang and bernama:
        isi = [t for c in kolom if c.peran in BERNAMA for t in _isi(tabel, k, c.nomor)]
        belanja = sum(bool(re.match(r"(?i)\W*(?:\d\.?\s*)*belanja\b", t)) for t in isi)
        if belanja * 2 > len(isi):
            return "belanja", "belanja" in teks
        if p & {"target", "realisasi", "capaian"} and "indikator" in p and not _berpohon(tabel, k, kolom):
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
        isi = [baku(lipat(t)) for t in _isi(tabel, k, n)]
        if len(isi) > 1 and sum(t in UKURAN for t in isi) * 2 > len(isi) and len(set(isi) & UKURAN) > 1:
            return True
    return False


def _berskala(tabel: Tabel, k: Kepala) -> bool:
    """Tell whether the rows are steps of a scale: two bounds, or a sign of one."""
    isi = [" ".join(b) for b in tabel.kisi.baris[k.mulai :]]
    return sum(bool(re.search(r"\d\s*[-–<>≤≥]|[<>≤≥]\s*\d|s/?d", t)) for t in isi) * 2 >= len(isi) > 2


def _berpohon(tabel: Tabel, k: Kepala, kolom: Sequence[Kolom]) -> bool:
    """Tell whether the rows are lines of a budget: programmes by their word, or codes."""
    if any(c.peran == "kode" for c in kolom):
        return True
    isi = [t for c in kolom if c.peran in BERNAMA for t in _isi(tabel, k, c.nomor)]
    return sum(bool(re.match(r"(?i)\W*(?:program|kegiatan|sub ?kegiatan)\b", t)) for t in isi) * 4 > len(isi)


def _menurut_jenis(jenis: str, kolom: Sequence[Kolom], ket: Keterangan) -> list[Kolom]:
    """Settle what the kind of a table says of its columns."""
    hasil = []
    for c in kolom:
        if jenis in BERANGGARAN and c.peran in ("target", "realisasi", "capaian", "jumlah", "nilai"):
            c = c.menjadi({"target": "pagu", "realisasi": "realisasi_rp", "capaian": "serapan"}.get(c.peran, c.peran))
        if (
            jenis in ("pengukuran", "capaian", "sasaran")
            and c.peran == "kemajuan"
            and "capaian" not in {x.peran for x in kolom}
        ):
            c = c.menjadi("kemajuan")
        if jenis == "sdm" and c.peran == "jumlah" and not {"asn", "non_asn"} & {x.peran for x in kolom}:
            c = c.menjadi(
                "non_asn"
                if re.search(r"(?i)non[ -]?asn|non[ -]?pns", f"{c.teks} {ket.judul}")
                and not re.search(r"(?i)\basn\b.*dan", ket.judul)
                else "asn"
            )
        hasil.append(c)
    return hasil


def _dokumen(ket: Keterangan, jenis: str) -> str:
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


def terbaca(teks: str, satuan: str) -> numerals.Reading:
    """Read a cell of a draft."""
    return numerals.read(lipat(teks), satuan=satuan)
