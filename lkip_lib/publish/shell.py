"""The page around every content: a head that lets nothing in from outside, navigation, contents, footer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lkip_lib.display.templating import lingkungan

TEMPLAT = Path(__file__).parent / "templates"


def pasang(
    isi: str,
    *,
    judul: str,
    milik: str,
    berkas: str,
    kaki: str,
    navigasi: Sequence[Any] = (),
    daftar_isi: Sequence[Mapping[str, str]] = (),
    jejak: Sequence[Any] = (),
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
            navigasi=navigasi,
            daftar_isi=daftar_isi,
            jejak=jejak,
            skrip=Markup(skrip),
            sidik_skrip=sidik,
            gaya=Markup((TEMPLAT / "gaya.css").read_text(encoding="utf-8")),
        )
    )
