"""Publish PDF: the document for paper as one tagged file, the same bytes every time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkip_lib.buku.laporan import Laporan
from lkip_lib.publish.paper import TEMPLAT, dokumen

_CADANGAN = {400: "DejaVuSans.ttf", 700: "DejaVuSans-Bold.ttf"}


def tulis(laporan: Laporan, path: Path) -> None:
    """Write the report as PDF/UA. The font comes along, so that the machine's own fonts change nothing."""
    from matplotlib import get_data_path
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from lkip_lib.publish.fetcher import Pengambil

    # Signs that the text font lacks (≤, ≥, →) come from the font that the charts use.
    cadangan = {t: Path(get_data_path()) / "fonts" / "ttf" / nama for t, nama in _CADANGAN.items()}
    muka = "".join(
        f'@font-face {{ font-family: "DejaVu Sans"; font-weight: {tebal}; src: url({berkas.as_uri()}); }}\n'
        for tebal, berkas in cadangan.items()
    )
    pengambil = Pengambil([*cadangan.values(), *(TEMPLAT / "huruf").glob("*.woff2")])
    isi, dasar, huruf = dokumen(laporan), f"{TEMPLAT.as_uri()}/", FontConfiguration()
    gaya = CSS(
        string=muka + (TEMPLAT / "cetak.css").read_text(encoding="utf-8"),
        base_url=dasar,
        media_type="print",
        font_config=huruf,
        url_fetcher=pengambil,
    )
    HTML(string=isi, base_url=dasar, media_type="print", url_fetcher=pengambil).write_pdf(
        path,
        stylesheets=[gaya],
        font_config=huruf,
        pdf_variant="pdf/ua-1",
        # The document's identity comes from what it says: no clock, no chance, no place on this machine.
        pdf_identifier=hashlib.sha256(isi.encode()).digest()[:16],
        custom_metadata=False,
    )
