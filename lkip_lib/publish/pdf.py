"""Publish PDF: the document for paper as one tagged file, the same bytes every time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkip_lib.laporan import Laporan
from lkip_lib.publish.paper import TEMPLAT, dokumen


def tulis(laporan: Laporan, path: Path) -> None:
    """Write the report as PDF/UA. The font comes along, so that the machine's own fonts change nothing."""
    from matplotlib import get_data_path
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    # Signs that the text font lacks (≤, ≥, →) come from the font that the charts use.
    cadangan = "".join(
        f'@font-face {{ font-family: "DejaVu Sans"; font-weight: {tebal}; src: url({path_huruf.as_uri()}); }}\n'
        for tebal, nama in ((400, "DejaVuSans.ttf"), (700, "DejaVuSans-Bold.ttf"))
        if (path_huruf := Path(get_data_path()) / "fonts" / "ttf" / nama)
    )
    isi, dasar, huruf = dokumen(laporan), f"{TEMPLAT.as_uri()}/", FontConfiguration()
    gaya = CSS(
        string=cadangan + (TEMPLAT / "cetak.css").read_text(encoding="utf-8"),
        base_url=dasar,
        media_type="print",
        font_config=huruf,
    )
    HTML(string=isi, base_url=dasar, media_type="print").write_pdf(
        path,
        stylesheets=[gaya],
        font_config=huruf,
        pdf_variant="pdf/ua-1",
        # The document's identity comes from what it says: no clock, no chance, no place on this machine.
        pdf_identifier=hashlib.sha256(isi.encode()).digest()[:16],
        custom_metadata=False,
    )
