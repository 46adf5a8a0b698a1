"""Publish PDF: the document for paper as one tagged file, the same bytes every time."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lkip_lib.laporan import Laporan
from lkip_lib.publish.paper import TEMPLAT, dokumen


def tulis(laporan: Laporan, path: Path, edisi: str) -> None:
    """Write the report as PDF/UA. The font comes along, so that the machine's own fonts change nothing."""
    from matplotlib import get_data_path
    from weasyprint import HTML

    # Signs that the text font lacks (≤, ≥, →) come from the font that the charts use.
    cadangan = "".join(
        f'@font-face {{ font-family: "DejaVu Sans"; font-weight: {tebal}; src: url({path_huruf.as_uri()}); }}\n'
        for tebal, nama in ((400, "DejaVuSans.ttf"), (700, "DejaVuSans-Bold.ttf"))
        if (path_huruf := Path(get_data_path()) / "fonts" / "ttf" / nama)
    )
    gaya = cadangan + (TEMPLAT / "cetak.css").read_text(encoding="utf-8")
    html = dokumen(laporan, edisi, gaya)
    # The document's identity comes from what it says: no clock, no chance, no place on this machine.
    identitas = hashlib.sha256(dokumen(laporan, edisi).encode()).digest()[:16]
    HTML(string=html, base_url=f"{TEMPLAT.as_uri()}/", media_type="print").write_pdf(
        path, pdf_variant="pdf/ua-1", pdf_identifier=identitas, custom_metadata=False
    )
