"""Read a PDF that was made by a program: on each page its tables and the lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from lkip_lib.draf.files.document import Bidang, Naskah, Paragraf
from lkip_lib.draf.files.pdf_bounds import terbatas
from lkip_lib.draf.files.pdf_flow import Bagian, Baris, Unsur, satukan
from lkip_lib.draf.files.pdf_grid import bidang, susun_petak
from lkip_lib.draf.files.pdf_rules import Kotak, batas, kotak_tabel
from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris
from lkip_lib.inputs.files import rapi
from lkip_lib.inputs.sheet_marks import TERLUAS

_TERBANYAK = 500  # pages
_TERBESAR = 60_000_000  # bytes
_GARIS_TERBANYAK = 3000  # rules of a page; a drawing has more, and no table that could be found in them
_RENGGANG = 0.75  # of the height of letters: a blank that parts columns
_JARAK_BARIS = 6  # points between lines of one paragraph, at most


def baca_pdf(path: Path) -> Naskah:
    """Read a PDF. Raises MasukanSalah for one that is locked, damaged, too large, or without text."""
    try:
        import pdfplumber
    except ImportError as salah:
        perbaikan = 'Pasang dengan: pip install "lkip[draf]"; atau simpan drafnya sebagai Word.'
        raise MasukanSalah(Masalah("Pembaca PDF belum terpasang.", perbaikan, path.name)) from salah
    if path.stat().st_size > _TERBESAR:
        raise MasukanSalah(Masalah("Isi berkas ini terlalu besar untuk dibaca.", "Pisahkan lampirannya.", path.name))
    try:
        with terbatas(path.name), pdfplumber.open(path) as pdf:
            if len(pdf.pages) > _TERBANYAK:
                temuan = f"Berkas ini lebih dari {_TERBANYAK} halaman."
                raise MasukanSalah(Masalah(temuan, "Pisahkan laporannya dari lampiran.", path.name))
            halaman = _semua_halaman(pdf, path.name)
    except MasukanSalah:
        raise
    except Exception as salah:  # pdfminer raises whatever a damaged file makes it stumble over
        temuan = "Berkas PDF ini rusak atau dikunci kata sandi."
        raise MasukanSalah(
            Masalah(temuan, "Buka, lalu cetak ke PDF baru; atau simpan sebagai Word.", path.name)
        ) from salah
    if not any(halaman):
        temuan = "Halaman berkas ini gambar, tanpa teks yang dapat dibaca."
        raise MasukanSalah(Masalah(temuan, "Minta berkas Word-nya, atau PDF yang bukan hasil pindai.", path.name))
    blok = satukan(halaman)
    kabar = []
    if gambar := [n for n, isi in enumerate(halaman, start=1) if not isi]:
        kabar.append(f"Halaman {sebut_baris(gambar, 8)} berupa gambar dan tidak dibaca.")
    if lepas := sorted({b.halaman for b in blok if isinstance(b, Paragraf) and b.bagian == "lepas"}):
        kabar.append(f"Tabel tanpa garis di halaman {sebut_baris(lepas, 8)} tidak dibaca; angkanya tidak ditempatkan.")
    return Naskah(path.name, "pdf", tuple(blok), tuple(kabar))


def _semua_halaman(pdf: Any, nama: str) -> list[list[Unsur]]:
    hasil: list[list[Unsur]] = []
    luas = 0
    for h in pdf.pages:
        hasil.append(_halaman(h))
        h.close()
        luas += sum(len(u.petak.baris) * len(u.petak.sisi) for u in hasil[-1] if isinstance(u, Bagian))
        if luas > TERLUAS:
            raise MasukanSalah(Masalah("Tabel di berkas ini terlalu luas.", "Pisahkan lampirannya.", nama))
    return hasil


def _halaman(halaman: Any) -> list[Unsur]:
    """Return the tables of a page and the texts outside them, from the top; none where the page is a picture."""
    penuh = sum(len(x) for x in (halaman.lines, halaman.rects, halaman.curves)) > _GARIS_TERBANYAK
    tabel = [] if penuh else kotak_tabel(halaman)
    tepi = [batas(t) for t in tabel]
    milik: list[list[dict[str, Any]]] = [[] for _ in tabel]
    di_luar: list[dict[str, Any]] = []
    for h in halaman.chars:
        n = next((n for n, k in enumerate(tepi) if _dalam(h, k)), -1)
        (milik[n] if n >= 0 else di_luar).append(h)
    isi: list[tuple[float, int, Unsur]] = [
        (k[1], 0, Bagian(susun_petak(t, m, _teks))) for k, t, m in zip(tepi, tabel, milik, strict=True)
    ]
    isi += [(b.garis[0][1][2], 1, Baris(b.teks, b.garis, b.lepas or penuh)) for b in _garis_teks(di_luar)]
    return [u for _, _, u in sorted(isi, key=lambda x: x[:2])]


def _teks(huruf: list[dict[str, Any]]) -> str:
    from pdfplumber.utils.text import extract_text

    return str(extract_text(huruf, x_tolerance=1.5))


def _garis_teks(huruf: list[dict[str, Any]]) -> Iterator[Baris]:
    """Yield the lines of text outside the tables, those of one paragraph joined."""
    from pdfplumber.utils.text import WordExtractor

    kata = WordExtractor(x_tolerance=1.5, extra_attrs=["page_number"]).extract_words(huruf, return_chars=False)
    baris: list[list[dict[str, Any]]] = []
    for k in sorted(kata, key=lambda k: (k["bottom"], k["x0"])):
        if baris and abs(baris[-1][-1]["bottom"] - k["bottom"]) < 3:
            baris[-1].append(k)
        else:
            baris.append([k])
    semua = [sorted(b, key=lambda k: k["x0"]) for b in baris]
    lepas = _renggang(semua)
    potong, garis, jenis = "", list[tuple[int, Bidang]](), False
    for n, b in enumerate(semua):
        teks, di = rapi(" ".join(k["text"] for k in b)), bidang(b)
        baru = re.match(r"(?i)(?:tabel|gambar|bab)\b|\d+(?:\.\d+)*[.)]?\s", teks)
        if garis and (di[2] - garis[-1][1][4] > _JARAK_BARIS or baru or lepas[n] or jenis):
            yield Baris(potong, tuple(garis), jenis)
            potong, garis = "", []
        jenis = lepas[n]
        potong = f"{potong} {teks}" if garis else teks
        garis.append((len(potong) - len(teks), di))
    if garis:
        yield Baris(potong, tuple(garis), jenis)


def _renggang(semua: list[list[dict[str, Any]]]) -> list[bool]:
    """Tell which lines are rows of a table without rules: parted by wide blanks, or with such lines around them."""
    celah = [sum(b["x0"] - a["x1"] > _RENGGANG * (a["bottom"] - a["top"]) for a, b in pairwise(g)) for g in semua]
    jauh = [b[0]["top"] - a[0]["bottom"] > 2 * _JARAK_BARIS for a, b in pairwise(semua)]
    lepas = [c > 1 for c in celah]
    for n, c in enumerate(celah):
        atas = n > 0 and celah[n - 1] > 1 and not jauh[n - 1]
        bawah = n + 1 < len(celah) and celah[n + 1] > 1 and not jauh[n]
        lepas[n] = c > 1 or (atas and bawah) or (c == 1 and (atas or bawah))
    return lepas


def _dalam(unsur: dict[str, Any], kotak: Kotak) -> bool:
    x, y = (unsur["x0"] + unsur["x1"]) / 2, (unsur["top"] + unsur["bottom"]) / 2
    return bool(kotak[0] <= x <= kotak[2] and kotak[1] <= y <= kotak[3])
