"""The one Jinja environment for what is shown: escaped everywhere, missing names refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape


@cache
def lingkungan(*folder: Path) -> Environment:
    """Return the environment for templates in `folder` (the display's own by default)."""
    return Environment(
        loader=FileSystemLoader([str(f) for f in (*folder, Path(__file__).parent / "templates")]),
        autoescape=select_autoescape(["html", "j2"], default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
