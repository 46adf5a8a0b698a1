"""What the page and the workbook say in the same words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkip_lib import numerals
from lkip_lib.params import Params
from lkip_lib.rekap.agency import KEBIJAKAN, sebut_pilihan
from lkip_lib.rekap.columns import KEADAAN

# Said wherever figures of different agencies stand below each other.
SATU_KEBIJAKAN = (
    "Semua instansi dihitung ulang menurut satu kebijakan bersama. Peringkat, kelas, dan kuadran hanya menurut "
    "kebijakan itu, dan hanya untuk instansi tanpa kesalahan terbuka. Yang diperingkat bersama hanya instansi satu "
    "pemerintah yang mengisi tabel yang sama. Hasil menurut kebijakan instansi sendiri disebut di sampingnya dan tidak "
    "diperingkat, karena angka dari kebijakan yang berbeda tidak dapat dibandingkan."
)


def isi_kebijakan(bersama: Params, diganti: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the choices of the common policy: key, choice and meaning; of a replaced one the rule in its place."""

    def pilihan(k: str) -> str:
        return f"diganti rumus di notebook: {diganti[k]}" if k in diganti else sebut_pilihan(k, getattr(bersama, k))

    return [(k, pilihan(k), Params.model_fields[k].description or "") for k in KEBIJAKAN]


def bulat(nilai: float | None) -> str:
    """Write a whole number.

    >>> bulat(20000), bulat(None)
    ('20.000', '–')
    """
    return numerals.write(nilai, 0)


def selisih(nilai: float | None) -> str:
    """Write a movement with its sign.

    >>> selisih(1.25), selisih(-0.5), selisih(None)
    ('+1,25', '-0,50', '–')
    """
    return f"+{numerals.write(nilai)}" if nilai is not None and nilai > 0 else numerals.write(nilai)


def kabar(seluruh: Mapping[str, Any], dihitung: int) -> list[str]:
    """Tell in a few lines what a roll-up came to."""
    ada = "; ".join(f"{judul.lower()} {bulat(seluruh[k])}" for k, judul in KEADAAN.items() if seluruh[k])
    uang = ""
    if seluruh["n_beranggaran"]:
        uang = (
            f"Realisasi {numerals.singkat_rupiah(seluruh['realisasi_rp'])} dari "
            f"{numerals.singkat_rupiah(seluruh['pagu_rp'])} ({numerals.persen(seluruh['serapan_persen'])}); "
        )
    if seluruh["n_berkesalahan"]:
        uang += (
            f"terpisah, dengan kesalahan terbuka, {numerals.singkat_rupiah(seluruh['realisasi_berkesalahan_rp'])} dari "
            f"{numerals.singkat_rupiah(seluruh['pagu_berkesalahan_rp'])}; "
        )
    kalimat = f"{uang}indikator tercapai {bulat(seluruh['n_tercapai'] or 0)} dari {bulat(seluruh['n_terhitung'] or 0)}."
    return [
        f"{bulat(seluruh['n_instansi'])} instansi: {ada}. Dihitung ulang: {bulat(dihitung)}.",
        kalimat[:1].upper() + kalimat[1:],
    ]
