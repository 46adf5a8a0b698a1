"""Family anggaran: percentages against their amounts, children against their parent."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, periksa
from lkip_lib.checks.replikasi import BEDA
from lkip_lib.ledger import catatan


@periksa(
    "ANG-01",
    keluarga="anggaran",
    tingkat="kesalahan",
    judul="Persentase serapan tercetak berbeda dari realisasi dibagi pagu",
    dasar="realisasi ÷ pagu × 100, dalam ketelitian angka yang tercetak",
    saran="Perbaiki persentasenya, atau angka rupiah yang mendasarinya.",
)
def serapan_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed absorption with its amounts."""
    r = konteks.frames["replikasi"]
    for b in catatan(r[(r["verdik"] == BEDA) & (r["besaran"] == "serapan_persen")]):
        hasil = numerals.persen(b["dihitung"])
        # The amounts may be the wrong ones: the percentage alone cannot tell.
        yield Catatan(str(b["id"]), f"Tercetak {b['tercetak']}, angka rupiahnya memberi {hasil}.", kandidat=hasil)


@periksa(
    "ANG-02",
    keluarga="anggaran",
    tingkat="kesalahan",
    judul="Jumlah rincian berbeda dari angka induknya",
    dasar="Angka induk sama dengan jumlah rincian di bawahnya",
    saran="Cari rincian yang belum tercantum atau salah cetak; selisihnya ditulis di sini.",
)
def rincian_dan_induk(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every parent with the sum of its children, for pagu and realisasi."""
    pohon = konteks.frames["anggaran"]
    sumber = konteks.frames["ketik/anggaran"]
    sumber = sumber[sumber["dokumen"] == konteks.dokumen_anggaran].set_index("kode")
    for nama in ("pagu", "realisasi"):
        beda = pohon[pohon[f"residu_{nama}_rp"].fillna(0) != 0]
        for b in catatan(beda):
            sendiri, anak, residu = b[f"{nama}_rp"], b[f"{nama}_anak_rp"], b[f"residu_{nama}_rp"]
            arah = "kurang" if residu > 0 else "lebih"
            yield Catatan(
                str(sumber.at[b["kode"], f"{nama}_rp_id"]),
                f"{nama.capitalize()} {b['kode']} {numerals.rupiah(sendiri)}, jumlah rinciannya "
                f"{numerals.rupiah(anak)}: {arah} {numerals.rupiah(abs(residu))}.",
                dampak=f"{numerals.rupiah(abs(residu))}",
            )


@periksa(
    "ANG-03",
    keluarga="anggaran",
    tingkat="kesalahan",
    judul="Realisasi melebihi pagu",
    dasar="Realisasi tidak dapat melebihi pagu yang berlaku",
    saran="Periksa pagu perubahannya, atau apakah angkanya bergeser baris.",
)
def realisasi_melebihi_pagu(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows, in any document, whose realisasi as printed is above their pagu."""
    semua = konteks.frames["ketik/anggaran"]
    for b in catatan(semua[semua["realisasi_rp"] > semua["pagu_rp"]]):
        yield Catatan(
            str(b["realisasi_rp_id"]),
            f"Realisasi {numerals.rupiah(b['realisasi_rp'])} melebihi pagu {numerals.rupiah(b['pagu_rp'])}.",
        )


@periksa(
    "ANG-04",
    keluarga="anggaran",
    tingkat="kesalahan",
    judul="Jumlah jenis belanja berbeda dari realisasi instansi",
    dasar="Jumlah semua jenis belanja sama dengan realisasi seluruhnya",
    saran="Periksa jenis belanja yang belum tercantum.",
)
def belanja_dan_total(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the sum of the belanja types with the agency's realisasi and pagu."""
    belanja = konteks.frames["ketik/belanja"]
    akar = konteks.frames["anggaran"]
    akar = akar[akar["induk"] == ""]
    for nama in ("pagu", "realisasi"):
        jumlah = belanja[f"{nama}_rp"].sum(skipna=False) if len(belanja) else float("nan")
        if len(akar) != 1 or pd.isna(jumlah) or pd.isna(akar.iloc[0][f"{nama}_rp"]):
            continue
        total = akar.iloc[0][f"{nama}_rp"]
        if jumlah != total:
            yield Catatan(
                str(belanja.iloc[0][f"{nama}_rp_id"]),
                f"Jenis belanja berjumlah {numerals.rupiah(jumlah)}, {nama} instansi {numerals.rupiah(total)}: "
                f"berbeda {numerals.rupiah(abs(jumlah - total))}.",
            )


@periksa(
    "ANG-05",
    keluarga="anggaran",
    tingkat="peringatan",
    judul="Pagu berbeda antara dokumen",
    dasar="Pagu baris yang sama menurut dokumen anggaran yang sama versinya",
    saran="Sebutkan dokumen mana yang berlaku; RKT boleh berbeda dari anggaran yang ditetapkan.",
)
def pagu_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the pagu of every line with what other documents say of it; against the RKT it is information."""
    semua = konteks.frames["ketik/anggaran"]
    utama = konteks.frames["anggaran"].set_index("kode")["pagu_rp"]
    for b in catatan(semua[(semua["dokumen"] != konteks.dokumen_anggaran) & semua["pagu_rp"].notna()]):
        acuan = utama.get(b["kode"])
        if acuan is None or pd.isna(acuan) or int(acuan) == int(b["pagu_rp"]):
            continue
        yield Catatan(
            str(b["pagu_rp_id"]),
            f"Pagu {b['kode']} menurut {b['dokumen']} {numerals.rupiah(b['pagu_rp'])}, menurut "
            f"{konteks.dokumen_anggaran} {numerals.rupiah(acuan)}.",
            tingkat="informasi" if b["dokumen"] == "rkt" else None,
        )
