"""Number the tables and figures of a chapter, and let the sentence before each of them name its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from lkip_lib.narrative.words import daftar

# What a chapter is walked by. It holds pictures of many letters, so it is not taken apart.
_TANDA = re.compile(
    r'(?P<mulai><section id="bagian-|<h[45]\b)|<p>(?P<kata>.*?)</p>|(?P<wadah><div class="tabel|<figure\b)'
    r"|(?P<judul><(?:fig)?caption>)",
    re.DOTALL,
)

_BERUNTUN = 3  # tables, or figures, one after another from which a reference names the first and the last alone


@dataclass(slots=True)
class _Rujukan:
    """Hold what follows one sentence: where its reference goes, and the numbers that it names."""

    letak: int
    berkalimat: bool
    nomor: list[tuple[str, str]] = field(default_factory=list)

    def tulis(self) -> str:
        sebut = daftar(list(_deret(self.nomor)))
        if self.berkalimat:
            return f'<span class="rujuk"> ({sebut})</span>'
        return f'<p class="rujuk">Rinciannya ada di {sebut}.</p>\n'


def _deret(nomor: list[tuple[str, str]]) -> Iterator[Markup]:
    """Name tables, then figures; of three or more that follow one another the first and the last are named."""
    for jenis in ("Tabel", "Gambar"):
        milik = [Markup('<a href="#{}">{}</a>').format(id, sebut) for id, sebut in nomor if sebut.startswith(jenis)]
        yield from (milik if len(milik) < _BERUNTUN else [Markup(" sampai ").join([milik[0], milik[-1]])])


def nomori(html: str, kode: str, nomor: int, judul: str) -> str:
    """Number every table and figure of a chapter; one without a number of its own lends them its initials.

    >>> nomori('<p>Ada dua.</p><div class="tabel"><table><caption>T</caption></table></div>', "bab1", 1, "Bab I")
    ... # doctest: +ELLIPSIS
    '<p>Ada dua<span class="rujuk"> (<a href="#tabel-bab1-1">Tabel 1.1</a>)</span>.</p><div id="tabel-bab1-1" class=...
    """
    awal = str(nomor) if nomor else "".join(kata[0].upper() for kata in judul.split())
    banyak = {"tabel": 0, "gambar": 0}
    sisip: list[tuple[int, str | _Rujukan]] = []
    kalimat: _Rujukan | None = None
    wadah = 0
    for m in _TANDA.finditer(html):
        if m["mulai"]:
            kalimat = None
        elif m["kata"] is not None:
            kalimat = _Rujukan(m.end("kata") - m["kata"].endswith((".", ":")), True)
        elif m["wadah"]:
            wadah = m.start()
        else:
            jenis = "gambar" if "fig" in m["judul"] else "tabel"
            banyak[jenis] += 1
            id, sebut = f"{jenis}-{kode}-{banyak[jenis]}", f"{jenis.title()} {awal}.{banyak[jenis]}"
            if kalimat is None:
                kalimat = _Rujukan(wadah, False)
            if not kalimat.nomor:
                sisip.append((kalimat.letak, kalimat))
            kalimat.nomor.append((id, sebut))
            sisip.append((html.index(" ", wadah), f' id="{id}"'))
            sisip.append((m.end(), f'<span class="nomor">{sebut}</span> '))
    return _sisipkan(html, sisip)


def bernomor(html: str, bagian: str, jenis: str) -> list[tuple[str, str]]:
    """Return id and number of every table, or figure, of one section of a numbered chapter.

    >>> html = '<section id="bagian-a"><div class="tabel"><table><caption>T</caption></table></div></section>'
    >>> bernomor(nomori(html, "bab1", 1, "Bab I"), "a", "tabel")
    [('tabel-bab1-1', 'Tabel 1.1')]
    """
    milik = html.partition(f'<section id="bagian-{bagian}">')[2].partition('<section id="bagian-')[0]
    nomor = re.findall(r'<span class="nomor">([^<]*)</span>', milik)
    id = re.findall(r' id="((?:tabel|gambar)-[^"]*-\d+)"', milik)
    return [(i, n) for i, n in zip(id, nomor, strict=True) if i.startswith(jenis)]


def _sisipkan(html: str, sisip: list[tuple[int, str | _Rujukan]]) -> str:
    bagian: list[str] = []
    akhir = 0
    for letak, isi in sorted(sisip, key=lambda s: s[0]):
        bagian += [html[akhir:letak], isi.tulis() if isinstance(isi, _Rujukan) else isi]
        akhir = letak
    return "".join([*bagian, html[akhir:]])
