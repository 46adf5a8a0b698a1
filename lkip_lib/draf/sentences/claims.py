"""State what the sentences of a draft state of what its tables have."""

from __future__ import annotations

import re

from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.year.tables import PERCAYA, Baris, Susunan
from lkip_lib.impor.sums import AKAR
from lkip_lib.inputs.tables.printed import KATA_ARAH

_BESARAN = {
    "realisasi": "realisasi", "target": "target", "capaian": "capaian_persen", "pagu": "pagu_rp",
    "realisasi_rp": "realisasi_rp", "serapan": "serapan_persen", "rata_rata_capaian": "rata_rata_capaian_persen",
    "sisa": "sisa_rp", "selisih_poin": "selisih_poin", "asn": "jumlah_asn", "non_asn": "jumlah_non_asn",
}  # fmt: skip
_KURANG = re.compile(r"[^.;]{0,30}\btarget\b", re.I)
_KATA_ARAH = {kata: arah for arah, semua in KATA_ARAH.items() for kata in (arah, *semua)}


def nyatakan(bacaan: Bacaan, s: Susunan) -> None:
    """State what the sentences state of what the tables have."""
    teks = {b.nomor: b.teks for b in bacaan.naskah.paragraf}
    belanja = {b["kode"] for b in s.baris.get("belanja", ())}
    # Tables in thousands of rupiah are compared in thousands: what they leave out nobody can hold against a sentence.
    per_rupiah = max((t.per_rupiah for t in bacaan.tabel if t.jenis in ("anggaran", "belanja")), default=1)
    kelas = {b["kategori"].casefold() for b in s.baris.get("tercetak/skala", ())}
    dikenal = {b["kode"] for t in ("indikator", "anggaran") for b in s.baris.get(t, ())} | belanja | {AKAR}
    for a in bacaan.angka:
        if (
            not a.paragraf
            or a.periode not in ("", "tahunan")
            or a.ember not in PERCAYA
            or not a.kode
            or a.kode not in dikenal
            or a.nilai is None
        ):
            continue
        besaran = _BESARAN.get(a.peran, a.peran if a.peran.startswith("jumlah_") else "")
        if a.kode in belanja and a.peran == "realisasi_rp":
            besaran = "belanja_rp"
        if besaran == "jumlah_indikator_berpredikat" and a.subjek.casefold() not in kelas:
            continue  # what the word stands for the draft does not say
        if besaran:
            jenis = "jumlah" if besaran.startswith("jumlah_") else "angka"
            baris = _klaim(s, jenis, besaran, a, _kutipan(teks[a.paragraf], a))
            if besaran.endswith("_rp") and per_rupiah > 1 and re.search(r"[a-z]{4,}", a.tercetak):
                continue  # rounded itself, to other places than the tables
            if besaran == "selisih_poin" and not _KURANG.match(teks[a.paragraf], a.awal + len(a.tercetak)):
                baris["tahun_banding"] = str(a.tahun - 1)  # a rise is from the year before, never from the target
            s.tambah("tercetak/pernyataan", baris, nilai=a)
            if besaran.endswith("_rp") and per_rupiah > 1:
                s.baris["tercetak/pernyataan"][-1]["nilai"] = f"{round(a.nilai / per_rupiah)}"
    for arah in bacaan.arah:
        if arah.kini.kode in dikenal and arah.kata in _KATA_ARAH:
            a = arah.kini
            baris = _klaim(s, "arah", "realisasi", a, _kutipan(teks[a.paragraf], a))
            baris |= {"nilai": _KATA_ARAH[arah.kata], "tahun_banding": str(arah.lalu.tahun)}
            s.tambah("tercetak/pernyataan", baris)
            s.letak["tercetak/pernyataan", len(s.baris["tercetak/pernyataan"]) + 1, "nilai"] = a


def _klaim(s: Susunan, jenis: str, besaran: str, a: Angka, kutipan: str) -> Baris:
    subjek = a.subjek if besaran == "jumlah_indikator_berpredikat" else a.kode
    return {"kode": f"P{len(s.baris.get('tercetak/pernyataan', ())) + 1:03}", "jenis": jenis, "besaran": besaran,
            "subjek": subjek, "lingkup": a.lingkup or "instansi", "tahun": str(a.tahun), "kutipan": kutipan,
            "sumber": f"paragraf {a.paragraf}"}  # fmt: skip


def _kutipan(teks: str, a: Angka) -> str:
    """Quote the words around a figure, none of them cut."""
    awal, akhir = max(0, a.awal - 70), a.awal + len(a.tercetak) + 20
    if awal and not teks[awal - 1].isspace():
        awal = c.end() if (c := re.compile(r"\S*\s").match(teks, awal, a.awal)) else a.awal
    return " ".join((teks[awal:akhir] + re.split(r"\s", teks[akhir:], maxsplit=1)[0]).split())
