"""Convert an executed notebook to HTML: nbconvert with our template."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter


class Pengekspor(HTMLExporter):
    """Convert as nbconvert does, but for its last look through the whole page, for what our template has not."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> Any:
        bahasa = nb.metadata.get("language_info", {})
        pengurai = bahasa.get("pygments_lexer", bahasa.get("name"))
        bahan: Any = self._init_resources(resources)  # type: ignore[no-untyped-call]
        saring = WidgetsDataTypeFilter(notebook_metadata=self._nb_metadata, parent=self, resources=bahan)
        for nama, fungsi in {
            "highlight_code": Highlight2HTML(pygments_lexer=pengurai, parent=self),
            "filter_data_type": saring,
        }.items():
            self.register_filter(nama, fungsi)  # type: ignore[no-untyped-call]
        return TemplateExporter.from_notebook_node(self, nb, bahan, **kw)


@cache
def pengekspor(templat: Path) -> Any:
    """Return the exporter for the template in a folder, whose templates are then compiled once."""
    basis = [str(templat)]
    return Pengekspor(template_name="lkip", extra_template_basedirs=basis, exclude_output_prompt=True)  # type: ignore[no-untyped-call]
