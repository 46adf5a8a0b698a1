"""Wide tables on turned pages, with the headings and words that belong to them."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag


def balik_halaman(sup: BeautifulSoup) -> None:
    """Put each wide table on a turned page together with its headings and its note; neighbours share the page."""
    for tabel in sup.select("div.tabel.lanskap"):
        isi = [*_pengantar(tabel), tabel]
        sebelum = isi[0].find_previous_sibling()
        catatan = tabel.find_next_sibling()
        if catatan and "catatan-tabel" in catatan.get_attribute_list("class"):
            isi.append(catatan)
        if sebelum and "mendatar" in sebelum.get_attribute_list("class"):
            sebelum.extend(t.extract() for t in isi)
            continue
        halaman = sup.new_tag("div", attrs={"class": "mendatar"})
        isi[0].insert_before(halaman)
        halaman.extend(t.extract() for t in isi)


def _pengantar(tabel: Tag) -> list[Tag]:
    """Return the headings over a table, with the few words between, that would be lost alone on a page."""
    hasil: list[Tag] = []
    calon: list[Tag] = []
    for t in tabel.find_previous_siblings():
        kepala = re.fullmatch("h[1-4]", t.name)
        if not kepala and (t.name != "p" or (hasil and not calon) or sum(len(c.get_text()) for c in (*calon, t)) > 500):
            break
        calon.insert(0, t)
        if kepala:
            hasil, calon = [*calon, *hasil], []
    return hasil
