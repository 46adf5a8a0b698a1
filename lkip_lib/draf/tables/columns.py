"""Settle what the columns of a table hold by what stands in them, beside them, and in its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkip_lib.draf.files.document import Tabel
from lkip_lib.draf.tables.captions import Keterangan
from lkip_lib.draf.tables.heads import Kepala
from lkip_lib.draf.tables.roles import BATAS, SKALA, Kolom
from lkip_lib.impor.headings import baku

_BESAR = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}|\d{7,}")
_RUPIAH = re.compile(r"(?i)\brp\b|rp[.\s]*\d")


def isi_kolom(tabel: Tabel, k: Kepala, nomor: int) -> list[str]:
    """Return what stands in the cells of a column that are not blank."""
    return [b[nomor] for b in tabel.kisi.baris[k.mulai :] if b[nomor]]


def menurut_isi(tabel: Tabel, k: Kepala, ket: Keterangan) -> list[Kolom]:
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


def _beruang(tabel: Tabel, k: Kepala, nomor: int) -> bool:
    """Tell whether a column holds amounts of money by their look."""
    isi = [t for t in isi_kolom(tabel, k, nomor) if any(h.isdigit() for h in t)]
    return bool(isi) and sum(bool(_BESAR.search(t) or _RUPIAH.search(t)) for t in isi) * 2 > len(isi)


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


def menurut_jenis(jenis: str, kolom: Sequence[Kolom], ket: Keterangan) -> list[Kolom]:
    """Settle what the kind of a table says of its columns."""
    hasil = []
    for c in kolom:
        if jenis in ("anggaran", "belanja") and c.peran in ("target", "realisasi", "capaian", "jumlah", "nilai"):
            c = c.menjadi({"target": "pagu", "realisasi": "realisasi_rp", "capaian": "serapan"}.get(c.peran, c.peran))
        if jenis == SKALA and c.berangka:
            c = c.menjadi(BATAS)
        if jenis == "sdm" and c.peran == "jumlah" and not {"asn", "non_asn"} & {x.peran for x in kolom}:
            c = c.menjadi(
                "non_asn"
                if re.search(r"(?i)non[ -]?asn|non[ -]?pns", f"{c.teks} {ket.judul}")
                and not re.search(r"(?i)\basn\b.*dan", ket.judul)
                else "asn"
            )
        hasil.append(c)
    return hasil
