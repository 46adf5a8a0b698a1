"""The page around every content: a head that lets nothing in from outside, navigation, contents, footer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from lkip_lib.display.templating import lingkungan

TEMPLAT = Path(__file__).parent / "templates"
_TEBAL = (400, 700)


def pasang(
    isi: str,
    *,
    judul: str,
    milik: str,
    berkas: str,
    kaki: str,
    pernyataan: str = "",
    navigasi: Sequence[Any] = (),
    daftar_isi: Sequence[Mapping[str, str]] = (),
    jejak: Sequence[Any] = (),
    keterangan: Mapping[str, str] = MappingProxyType({}),
    skrip: str = "",
) -> str:
    """Put content (HTML) into a page of its own. `milik` says whose it is; only `skrip` may run, by its hash."""
    sidik = base64.b64encode(hashlib.sha256(skrip.encode()).digest()).decode() if skrip else ""
    return (
        lingkungan(TEMPLAT)
        .get_template("halaman.html.j2")
        .render(
            isi=Markup(isi),
            judul=judul,
            milik=milik,
            berkas=berkas,
            kelas=berkas.removesuffix(".html"),
            kaki=kaki,
            pernyataan=pernyataan,
            navigasi=navigasi,
            daftar_isi=daftar_isi,
            jejak=jejak,
            keterangan=keterangan,
            skrip=Markup(skrip),
            sidik_skrip=sidik,
            gaya=Markup(_gaya()),
        )
    )


@cache
def _gaya() -> str:
    """Return the style with its font in it: a page asks for no other file."""
    muka = []
    for tebal in _TEBAL:
        huruf = (TEMPLAT / f"huruf/source-sans-3-latin-{tebal}-normal.woff2").read_bytes()
        sumber = f"data:font/woff2;base64,{base64.b64encode(huruf).decode()}"
        muka.append(f'@font-face {{ font-family: "Source Sans 3"; font-weight: {tebal}; src: url({sumber}); }}\n')
    return "".join(muka) + (TEMPLAT / "gaya.css").read_text(encoding="utf-8")
