"""Bars for Word: a list of bars as a table of names, bars that are pictures, and figures."""

from __future__ import annotations

import base64
import re

from bs4 import BeautifulSoup, Tag
from docx.shared import Mm

from lkip_lib.display.chart import ACUAN, KINERJA, KURANG, TINTA, UANG
from lkip_lib.publish.columns import TEGAK, UKURAN, lebar_teks

_WARNA = {"kinerja": KINERJA, "uang": UANG, "kurang": KURANG, "acuan": ACUAN, "antara": "#c3c9d0"}
_LATAR = "#f1f1f1"
_TANDA = {"batas": TINTA, "antara": _WARNA["antara"]}  # where a result is reached, and what is not settled
_BATANG, _ANGKA = 38, (20, 32)  # bars, and the least and most for figures: percent of the text's width
_LEBAR, _TINGGI = 5.6, 0.28  # a bar, in centimetres
_TITIK = 1000  # the width of a bar in its drawing


def jadikan_tabel(sup: BeautifulSoup, daftar: Tag) -> None:
    """Put a table in the place of a list of bars, and before it the colours' names when there is more than one."""
    tabel = sup.new_tag("table")
    kolom, badan = sup.new_tag("colgroup"), sup.new_tag("tbody")
    angka = 4 + 100 * _terlebar(daftar) * UKURAN[""] / Mm(TEGAK).pt
    angka = min(max(angka, _ANGKA[0]), _ANGKA[1])
    lebar = (100 - _BATANG - angka, _BATANG, angka)
    kolom.extend(sup.new_tag("col", attrs={"style": f"width:{k:.1f}%"}) for k in lebar)
    badan.extend(_baris(sup, butir) for butir in daftar.find_all("li", recursive=False))
    tabel.extend([kolom, badan])
    bungkus = sup.new_tag("div", attrs={"class": "tabel pendek batang"})
    bungkus.append(tabel)
    daftar.replace_with(bungkus)
    if legenda := bungkus.find_previous_sibling(class_="legenda"):
        _sebut_warna(sup, legenda)


def _terlebar(daftar: Tag) -> float:
    """Return the width of the widest figure, in ems."""
    return max((lebar_teks(" ".join(n.get_text().split())) for n in daftar.select(".nilai")), default=0.0)


def _baris(sup: BeautifulSoup, butir: Tag) -> Tag:
    """Make the row of one line of the list: its name, its bars under each other, their figures beside them."""
    nama, gambar, angka = (sup.new_tag("td", attrs=a) for a in ({}, {}, {"class": "n"}))
    teks_nama = butir.find("span", recursive=False)
    assert isinstance(teks_nama, Tag)
    sebut = " ".join(teks_nama.get_text().split())
    if rinci := teks_nama.find("small"):
        rinci.insert_before(sup.new_tag("br"))
    nama.append(teks_nama)
    for ke, nilai in enumerate(butir.select(".nilai")):
        batang = nilai.select_one(".btg")
        assert batang is not None
        svg, teks = _svg(batang.extract()), " ".join(nilai.get_text().split())
        for sel in (gambar, angka) if ke else ():
            sel.append(sup.new_tag("br"))
        gambar.append(sup.new_tag("img", attrs=_sifat(svg, f"{sebut}: {teks}")))
        angka.append(teks)
    baris = sup.new_tag("tr")
    baris.extend([nama, gambar, angka])
    return baris


def _sebut_warna(sup: BeautifulSoup, legenda: Tag) -> None:
    """Write the names of the colours in one line, each after a dot of its own."""
    baris = sup.new_tag("p", attrs={"class": "satuan-gambar"})
    for butir in legenda.select("li"):
        warna = _WARNA[(butir.i.get_attribute_list("class")[0] if butir.i else "") or "kinerja"]
        titik = f'<rect width="10" height="10" fill="{warna}"/>'
        nama = butir.get_text(strip=True)
        sifat = _sifat(_bungkus(10, 10, titik), f"warna {nama}") | {"width": "0.25cm", "height": "0.25cm"}
        baris.extend([sup.new_tag("img", attrs=sifat), f" {nama}    "])
    legenda.replace_with(baris)


def _sifat(svg: str, alt: str) -> dict[str, str]:
    import resvg_py

    png = base64.b64encode(bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True))).decode()
    return {"src": f"data:image/png;base64,{png}", "alt": alt, "width": f"{_LEBAR}cm", "height": f"{_TINGGI}cm"}


def _svg(batang: Tag) -> str:
    """Draw a bar as the page draws it: its length, what is not settled, and where a result is reached."""
    arti = next((k for k in batang.get_attribute_list("class") if k in _WARNA), "kinerja")
    tinggi = round(_TITIK * _TINGGI / _LEBAR)
    isi = f'<rect width="{_TITIK}" height="{tinggi}" fill="{_LATAR}"/>'
    for i in batang.select("i"):
        ukuran = {k: float(v) * _TITIK / 100 for k, v in re.findall(r"(left|width):([\d.]+)%", str(i["style"]))}
        warna = next((_TANDA[k] for k in i.get_attribute_list("class") if k in _TANDA), _WARNA[arti])
        x, lebar = ukuran.get("left", 0.0), ukuran.get("width", 5.0)
        isi += f'<rect x="{min(x, _TITIK - lebar):g}" width="{lebar:g}" height="{tinggi}" fill="{warna}"/>'
    return _bungkus(_TITIK, tinggi, isi)


def _bungkus(lebar: int, tinggi: int, isi: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar}" height="{tinggi}">{isi}</svg>'
