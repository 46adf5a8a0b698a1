"""Family anggaran, single amounts: what cannot be spent, whatever other rows say."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib import numerals
from lkip_lib.checks.anggaran import BESARAN, bobot_rp
from lkip_lib.checks.anggaran_versi import MURNI, PERUBAHAN
from lkip_lib.checks.ketelitian import kelonggaran
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa


@periksa(
    "ANG-03",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.BATAS),
    tingkat="kesalahan",
    judul="Realisasi melebihi pagu",
    dasar="Realisasi tidak dapat melebihi pagu yang berlaku",
    saran="Periksa pagu perubahannya, atau apakah angkanya bergeser baris.",
)
def realisasi_melebihi_pagu(konteks: Konteks) -> Iterator[Catatan]:
    """Find rows of the budget, in any document, and kinds of belanja whose realisasi is above their pagu.

    A budget that was revised no longer binds: what was spent beyond it is told, and is no error.
    """
    direvisi = MURNI if konteks.dokumen_anggaran in PERUBAHAN else ()
    semua = [*konteks.baris("ketik/anggaran"), *konteks.baris("ketik/belanja")]
    for b in (b for b in semua if b["realisasi_rp"] > b["pagu_rp"] >= 0):
        lebih = b["realisasi_rp"] - b["pagu_rp"]
        if lebih <= kelonggaran(konteks, (b["realisasi_rp_id"], b["pagu_rp_id"])):
            continue
        yield Catatan(
            b["realisasi_rp_id"],
            f"Realisasi {numerals.rupiah(b['realisasi_rp'])} melebihi pagu {numerals.rupiah(b['pagu_rp'])}.",
            dampak=f"lebih {numerals.rupiah(lebih)}",
            bobot=bobot_rp(konteks, lebih),
            bukti=(b["pagu_rp_id"],),
            tingkat="informasi" if b.get("dokumen") in direvisi else None,
        )


@periksa(
    "ANG-12",
    tingkat="kesalahan",
    judul="Pagu atau realisasi kurang dari nol",
    dasar="Yang dianggarkan dan dibelanjakan tidak dapat negatif",
    saran="Periksa tandanya; pengembalian belanja sudah mengurangi realisasi barisnya.",
)
def kurang_dari_nol(konteks: Konteks) -> Iterator[Catatan]:
    """Find amounts of the budget and of kinds of belanja below zero."""
    for b in (*konteks.baris("ketik/anggaran"), *konteks.baris("ketik/belanja")):
        for nama in (n for n in BESARAN if b[f"{n}_rp"] < 0):
            nilai = b[f"{nama}_rp"]
            kalimat = f"{nama.capitalize()} {numerals.rupiah(nilai)}, kurang dari nol."
            yield Catatan(str(b[f"{nama}_rp_id"]), kalimat, bobot=bobot_rp(konteks, nilai))
