"""A table that brings the trails of its figures along, for a notebook: a page brings its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from html import unescape

from markupsafe import Markup

from lkip_lib.display.figure import TOMBOL, id_jejak
from lkip_lib.display.table import Tabel
from lkip_lib.display.trail import Jejak

# No style sheet of ours reaches a notebook.
_PANEL = Markup(
    '<div popover id="{}" role="dialog" aria-label="Asal angka {}" '
    'style="max-width:44rem;max-height:80vh;overflow:auto;padding:1rem;text-align:left">{}</div>'
)


@dataclass(frozen=True, slots=True)
class TabelBerjejak(Tabel):
    """Hold a table with what builds the trail of a figure of it by its ledger id."""

    lacak: Callable[[str], Jejak] = field(kw_only=True)

    @classmethod
    def dari(cls, tabel: Tabel, lacak: Callable[[str], Jejak]) -> TabelBerjejak:
        """Give a table the trails that `lacak` builds by ledger id."""
        return cls(**{f.name: getattr(tabel, f.name) for f in fields(tabel)}, lacak=lacak)

    def __html__(self) -> Markup:
        return Markup(Tabel._repr_html_(self))

    def _repr_html_(self) -> str:
        polos = Tabel._repr_html_(self)
        ids = dict.fromkeys(re.findall(TOMBOL, polos))
        panel = (_PANEL.format(j.html_id, j.langkah[0].apa, Markup(j._repr_html_())) for j in map(self._jejak, ids))
        return polos + "".join(panel)

    def _jejak(self, html_id: str) -> Jejak:
        return self.lacak(unescape(html_id).removeprefix(id_jejak("")))
