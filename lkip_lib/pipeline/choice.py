"""The engines that a run may choose: warm processes, or the stock kernel."""

from __future__ import annotations

from lkip_lib.errors import Masalah, MasukanSalah, terdekat

MESIN = ("hangat", "kernel")


def baca_mesin(nama: str) -> str:
    """Return the engine asked for, the warm one when none is. Raises MasukanSalah with the nearest name."""
    if nama and nama not in MESIN:
        raise MasukanSalah(Masalah(f'Mesin "{nama}" tidak dikenal.', terdekat(nama, MESIN)))
    return nama or MESIN[0]
