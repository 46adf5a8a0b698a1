"""What the PDF writer may read: what stands in the document itself, and the fonts that come along."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher


class Pengambil(URLFetcher):  # type: ignore[misc]
    """Refuse every address but `data:` and the given files; WeasyPrint's own would read any file and call out."""

    def __init__(self, berkas: Iterable[Path]) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self._boleh = {p.as_uri() for p in berkas}

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return what stands at an address. Raises ValueError for any that is not to be read."""
        if not url.startswith("data:") and url not in self._boleh:
            raise ValueError(f"alamat di luar dokumen tidak dibaca: {url}")
        return super().fetch(url, headers)
