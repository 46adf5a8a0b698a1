"""Write a draft as HTML, as a PDF with or without rules, and as text that was pasted from Word."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from benchmarks.draf.model import Naskah, Paragraf, Sel, Tabel

_GAYA = """@page { size: A4 landscape; margin: 15mm }
body { font-family: serif; font-size: 9pt } table { border-collapse: collapse; margin: 4pt 0; width: 100% }
td, th { padding: 2pt 4pt; vertical-align: top; text-align: left }
table.garis td, table.garis th { border: 0.6pt solid black }
tr { break-inside: avoid }"""

_GAMBAR = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="
_SEL = re.compile(r"(<t[dh][^>]*>)([^<]+)(?=</t[dh]>)")


def html(naskah: Naskah, polos: bool = False, gaya: str = _GAYA, dari_word: bool = False) -> str:
    """Write the draft as a page; `polos` leaves the rules of all tables out, `dari_word` wraps texts as Word does."""
    isi = "\n".join(_blok(b, polos) for b in naskah.isi)
    if dari_word:
        isi = _SEL.sub(r'\1<p class="MsoNormal"><span lang="IN">\2<o:p></o:p></span></p>', isi)
    kepala = f'<meta charset="utf-8"><title>LKIP {naskah.tahun}</title><style>{gaya}</style>'
    return f'<!doctype html>\n<html lang="id"><head>{kepala}</head><body>\n{isi}\n</body></html>\n'


def _blok(b: Paragraf | Tabel, polos: bool) -> str:
    if isinstance(b, Paragraf):
        return f"<h2>{escape(b.cetak)}</h2>" if b.wujud == "bab" else f"<p>{escape(b.cetak)}</p>" if b.cetak else ""
    return f'<p><img alt="tabel" src="{_GAMBAR}"></p>' if b.wujud == "gambar" else _tabel(b, polos)


def _tabel(t: Tabel, polos: bool) -> str:
    kelas = "" if polos or t.polos else ' class="garis"'
    baris = ["<tr>" + "".join(map(_sel, satu)) + "</tr>" for satu in t.baris]
    n = t.banyak_kepala
    kepala = f"<thead>{''.join(baris[:n])}</thead>" if n else ""
    return f"<table{kelas}>{kepala}<tbody>{''.join(baris[n:])}</tbody></table>"


def _sel(s: Sel) -> str:
    sifat = (f' colspan="{s.lebar}"' if s.lebar > 1 else "") + (f' rowspan="{s.tinggi}"' if s.tinggi > 1 else "")
    sifat += f' style="padding-left:{4 + 12 * s.inden}pt"' if s.inden else ""
    isi = escape(s.cetak).replace("\n", "<br>")
    isi = f"<b>{isi}</b>" if s.tebal and isi else isi
    tanda = "th" if s.kepala else "td"
    return f"<{tanda}{sifat}>{isi}{_tabel(s.dalam, False) if s.dalam else ''}</{tanda}>"


def teks(naskah: Naskah) -> str:
    """Write the draft as pasting from Word gives it: cells with tabs between, merged ones once."""
    baris = []
    for b in naskah.isi:
        if isinstance(b, Paragraf):
            baris.append(b.cetak)
        elif b.wujud != "gambar":
            baris += ["", *_baris_teks(b), ""]
    return "\n".join(baris) + "\n"


def _baris_teks(t: Tabel) -> list[str]:
    kisi = [[""] * t.lebar for _ in t.baris]
    dalam = []
    for b, k, s in t.letak():
        kisi[b - 1][k - 1] = s.cetak.replace("\n", " ")
        if s.dalam:
            dalam += ["", *_baris_teks(s.dalam)]
    return ["\t".join(x) for x in kisi] + dalam


def tulis_pdf(naskah: Naskah, ke: Path, polos: bool = False, berulang: bool = True) -> None:
    """Write the PDF; the heads of a table come again on each page, or only once."""
    from weasyprint import HTML  # slow to import

    gaya = _GAYA if berulang else _GAYA + "\nthead { display: table-row-group }"
    HTML(string=html(naskah, polos, gaya)).write_pdf(str(ke))
