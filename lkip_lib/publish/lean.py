"""Keep a slow optional import out of the way of nbconvert and papermill."""

from __future__ import annotations

import sys


def ringankan() -> None:
    """Tell jsonschema that its optional parser is not there: it costs a second and validates no notebook."""
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
