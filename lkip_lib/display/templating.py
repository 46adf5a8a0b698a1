"""The one Jinja environment for what is shown: escaped everywhere, missing names refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from lkip_lib.ledger import ANGKA, BELUM_DIISI, TIDAK_TERBACA
from lkip_lib.rumus import capaian, jenis

# What every template may ask, so that none compares with a direction, a kind of target, a formula or a state itself.
_SOAL = (
    *(jenis.menurun, jenis.yang_lebih_baik, jenis.berubah, jenis.berentang, jenis.berkisar),
    *(capaian.mengukur_perubahan, capaian.mengukur_kisaran, capaian.mengukur_jenjang),
)
_JAWABAN = {s.__name__: s for s in _SOAL} | {
    "ANGKA": ANGKA,
    "BELUM_DIISI": BELUM_DIISI,
    "TIDAK_TERBACA": TIDAK_TERBACA,
}


@cache
def lingkungan(*folder: Path) -> Environment:
    """Return the environment for templates in `folder` (the display's own by default)."""
    muka = Environment(
        loader=FileSystemLoader([str(f) for f in (*folder, Path(__file__).parent / "templates")]),
        autoescape=select_autoescape(["html", "j2"], default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    muka.globals.update(_JAWABAN)
    return muka
