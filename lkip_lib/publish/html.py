"""Publish HTML: one page a notebook, the document, the first screen and the sources; no request leaves a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import count
from pathlib import Path
from typing import Any

import nbformat
from markupsafe import Markup

from lkip_lib.buku import jalan, rangkaian
from lkip_lib.buku.laporan import Laporan
from lkip_lib.checks.terminal import pekerjaan
from lkip_lib.display.figure import TOMBOL, id_jejak
from lkip_lib.display.panel import Panel
from lkip_lib.display.templating import lingkungan
from lkip_lib.narrative import quarter
from lkip_lib.narrative.document import verdik
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import layar
from lkip_lib.narrative.kartu import kartu
from lkip_lib.narrative.outline import TEMPLAT as TEMPLAT_NASKAH
from lkip_lib.narrative.words import KATA
from lkip_lib.numerals import tanggal
from lkip_lib.publish.shell import TEMPLAT, pasang
from lkip_lib.publish.sources import daftar_tabel, daftar_yaml

_DISEBUT = 3  # parts of the budget behind their plan that the first screen names
_DATA = ("indikator", "sasaran", "anggaran", "efisiensi", "pemeriksaan", "replikasi")
_DATA_TRIWULAN = ("indikator", "triwulan", "anggaran", "kas", "pemeriksaan")
DATA_KERJA = ("pemeriksaan", "replikasi")
# Pages are megabytes: what is sought in them is found without taking them apart. All of it is our own templates'.
_PANEL = r'"(jejak-[^"]+?)(|-t)"'
_JUDUL = re.compile(r'(<section id="([^"]+)">\s*)?<(h[23])\b([^>]*)>(.*?)</\3>', re.DOTALL)
_TABEL_PANJANG = (
    r'<div(?: id="[^"]*")? class="tabel(?![^"]* pendek)[^"]*"[^>]* aria-label="([^"]*)">.*?</table>\s*</div>'
)
_BERSARING = r'<details class="kerja"'
_BENTUK = {"pdf": "untuk dicetak", "docx": "untuk disunting di Word", "xlsx": "dengan rumus hidup"}


@dataclass(frozen=True, slots=True)
class Halaman:
    """Name a page: its file, its title in the navigation, and the notebook it is made from, if any."""

    berkas: str
    judul: str
    notebook: str = ""


_LAPORAN = "05_narasi"  # the notebook that is the report itself


def susun_halaman(akar: Path) -> tuple[Halaman, ...]:
    """List the pages of a report: one a notebook of the chain, called by its first heading, among the others."""
    buku = [n for n in rangkaian.tahap(akar) if n != _LAPORAN]
    judul = {n: jalan.baca(rangkaian.folder(akar) / f"{n}.ipynb").judul for n in buku}
    return (
        Halaman("index.html", "Ringkasan"),
        Halaman("lkip.html", "Laporan", _LAPORAN),
        *(Halaman(f"{n}.html", judul[n], n) for n in buku),
        Halaman("sumber.html", "Data sumber"),
    )


HALAMAN = susun_halaman(rangkaian.BAWAAN.parent)  # the built-in chain
_REVIU = Halaman("reviu.html", "Reviu")
# The public sees the report, its figures and where they come from, not how it was worked on.
_TERBIT = ("index.html", "lkip.html", "sumber.html")


def halaman_edisi(edisi: str, semua: tuple[Halaman, ...] = HALAMAN) -> tuple[Halaman, ...]:
    """Return the pages of an edition."""
    if edisi == "terbit":
        return tuple(h for h in semua if h.berkas in _TERBIT)
    return (*semua, _REVIU) if edisi == "reviu" else semua


def terbitkan(laporan: Laporan, folder: Path, berkas: Sequence[str] = ()) -> list[str]:
    """Write every page of a run into its folder and return their names, the first screen first.

    `folder` already holds `notebooks/` (executed) and `masukan/`; `berkas` are the other forms of the report that the
    first screen offers.
    """
    halaman = halaman_edisi(laporan.edisi, susun_halaman(laporan.bahan.tempat.akar))
    for h in halaman:
        if h.notebook:
            path = folder / "notebooks" / f"{h.notebook}.ipynb"
            isi = notebook_html(path, tanpa_judul=h.berkas == "lkip.html", tanpa_kode=laporan.edisi == "terbit")
        elif h.berkas == "index.html":
            isi = _ringkasan(laporan, berkas)
        elif h.berkas == "reviu.html":
            isi = _reviu(laporan)
        else:
            isi = _sumber(laporan, folder)
        (folder / h.berkas).write_text(bungkus(laporan, h, isi, halaman), encoding="utf-8", newline="\n")
    return [h.berkas for h in halaman]


def notebook_html(path: Path, *, tanpa_judul: bool = False, tanpa_kode: bool = False) -> Markup:
    """Convert an executed notebook to the HTML of its cells; `tanpa_judul` leaves out its first cell."""
    from lkip_lib.publish.exporter import pengekspor

    notebook = nbformat.read(path, as_version=4)
    if tanpa_judul:
        notebook.cells = notebook.cells[1:]
    for sel in notebook.cells:
        if sel.cell_type == "code":
            sel["outputs"] = [k for k in sel.get("outputs", []) if not _untuk_analis(k)]
    notebook.cells = _yang_tampil(notebook.cells)
    badan, _ = pengekspor(TEMPLAT).from_notebook_node(notebook, resources={"tanpa_kode": tanpa_kode})
    badan = re.sub(r'<a class="anchor-link"[^>]*>.*?</a>', "", badan)
    return Markup(re.sub(r"<img\b(?![^>]*\balt=)", '<img alt="Gambar tanpa keterangan"', badan))


def _yang_tampil(sel: list[Any]) -> list[Any]:
    """Leave out the headings under which a page has nothing to show: the steps of the computation are in its code."""
    hasil: list[Any] = []
    bagian: list[Any] = []
    for s in [*sel, None]:
        if s is None or (s.cell_type == "markdown" and s.source.startswith("## ")):
            tampil = any(b.get("outputs") for b in bagian) or (bagian and not bagian[0].source.startswith("## "))
            hasil += bagian if tampil else [b for b in bagian if b.cell_type == "code"]
            bagian = []
        if s is not None:
            bagian.append(s)
    return hasil


def _untuk_analis(keluaran: Any) -> bool:
    """Tell whether a cell's output is for who works in the notebook: a plain frame, a plain value, what was printed."""
    isi = keluaran.get("data", {})
    polos = keluaran["output_type"] == "stream" or set(isi) == {"text/plain"}
    return polos or 'class="dataframe"' in isi.get("text/html", "")


def bungkus(laporan: Laporan, halaman: Halaman, isi: Markup, navigasi: Sequence[Halaman] = HALAMAN) -> str:
    """Put content into the page: contents from its headings, and the trails of the figures it shows."""
    html, daftar = str(isi), list[dict[str, str]]()
    if halaman.berkas in ("lkip.html", "04_pemeriksaan.html", "sumber.html"):
        html, daftar = _daftar_isi(html)
    panel = _panel(laporan, re.findall(TOMBOL, html))
    jadi = pasang(
        _rapatkan(_lewati(_jelaskan(laporan, html))),
        judul=halaman.judul,
        milik=f"{laporan.isi.instansi.nama} {laporan.isi.masa.replace('tahun ', '')}",
        berkas=halaman.berkas,
        navigasi=navigasi,
        daftar_isi=daftar,
        jejak=[Markup(_jelaskan(laporan, p._repr_html_())) for p in panel],
        keterangan=_keterangan(panel),
        kaki=_kaki(laporan),
        pernyataan=laporan.isi.pernyataan,
        skrip=_skrip(halaman.berkas, html),
    )
    # A page holds hundreds of panels, each named three times: by its number on the page.
    nomor = {p.html_id: f"j{n}" for n, p in enumerate(panel)}
    return re.sub(_PANEL, lambda m: f'"{nomor[unescape(m[1])]}{m[2]}"', jadi)


def _skrip(berkas: str, html: str) -> str:
    """Return the one script that a page needs; all of them are complete without."""
    nama = "saring.js" if re.search(_BERSARING, html) else "kembali.js" if berkas == "sumber.html" else ""
    return (TEMPLAT / nama).read_text(encoding="utf-8") if nama else ""


def _kaki(laporan: Laporan) -> str:
    hari = laporan.bahan.params.tanggal_laporan
    bertanggal = f", {tanggal(hari)}" if hari else ""
    jenis = "telaah kinerja" if laporan.isi.ditelaah else "laporan kinerja"
    bercatatan = "" if laporan.edisi == "terbit" else "; yang bergaris jingga disinggung catatan pemeriksaan"
    return (
        f"{laporan.isi.instansi.nama}, {jenis} {laporan.isi.masa}{bertanggal}. "
        f"Setiap angka bergaris bawah titik membuka asalnya{bercatatan}."
    )


def _panel(laporan: Laporan, tombol: Sequence[str]) -> list[Panel]:
    """Return the panels of the figures that a page shows, and of those that their panels open."""
    panel: dict[str, Panel] = {}
    antre = [unescape(t).removeprefix(id_jejak("")) for t in reversed(tombol)]
    while antre:
        id = antre.pop()
        if id not in panel:
            panel[id] = laporan.panel(id)
            antre += reversed(panel[id].lanjutan)
    return [*panel.values()]


def _jelaskan(laporan: Laporan, html: str) -> str:
    """Say to a screen reader what a figure's button does; mark the figures that a note of the checks touches."""

    def tanda(m: re.Match[str]) -> str:
        n = len(laporan.catatan_pada(unescape(m[1]).removeprefix(id_jejak(""))))
        kelas = "angka bercatatan" if n else "angka"
        return f'<button class="{kelas}" popovertarget="{m[1]}" aria-describedby="k{n}"'

    return re.sub(TOMBOL, tanda, html)


def _keterangan(panel: Sequence[Panel]) -> dict[str, str]:
    """Return what the buttons of figures are described by, by id."""
    banyak = sorted({len(p.catatan) for p in panel})
    return {f"k{n}": f"Lihat asal angka; {n} catatan pemeriksaan" if n else "Lihat asal angka" for n in banyak}


def _lewati(html: str) -> str:
    """Put a link before each long table that leads past it."""
    nomor = count(1)

    def lewat(m: re.Match[str]) -> str:
        n = next(nomor)
        tautan = f'<a class="lewati-tabel" href="#sesudah-{n}">Lewati tabel {m[1]}</a>'
        return f'{tautan}{m[0]}<span id="sesudah-{n}"></span>'

    return re.sub(_TABEL_PANJANG, lewat, html, flags=re.DOTALL)


def _rapatkan(html: str) -> str:
    """Keep a figure's button on one line with the bracket before and the punctuation after it."""
    tombol = r'(\(?<button[^>]* class="angka[^>]*>[^<]*</button>[),.;:]*)'
    return re.sub(
        tombol,
        lambda m: m[1] if m[1].startswith("<") and m[1].endswith(">") else f'<span class="rapat">{m[1]}</span>',
        html,
    )


def _daftar_isi(html: str) -> tuple[str, list[dict[str, str]]]:
    """List the headings, giving an id to those without."""
    daftar: list[dict[str, str]] = []

    def judul(m: re.Match[str]) -> str:
        awal, bagian, tingkat, sifat, isi = m.groups(default="")
        punya = re.search(r'\bid="([^"]+)"', sifat)
        bawaan = f"judul-{bagian}" if bagian and tingkat == "h2" else f"judul-{len(daftar)}"
        id = punya[1] if punya else bawaan
        teks = unescape(re.sub(r"<[^>]+>", "", isi)).strip()
        daftar.append({"id": unescape(id), "judul": teks, "tingkat": tingkat})
        return m[0] if punya else f'{awal}<{tingkat}{sifat} id="{id}">{isi}</{tingkat}>'

    return re.sub(_JUDUL, judul, html), daftar


def _ringkasan(laporan: Laporan, berkas: Sequence[str]) -> Markup:
    isi = laporan.isi
    r = isi.ringkas
    data = _DATA_TRIWULAN if isi.triwulan else _DATA
    return Markup(
        lingkungan(TEMPLAT, TEMPLAT_NASKAH)
        .get_template("index_triwulan.html.j2" if isi.triwulan else "index.html.j2")
        .render(
            isi=isi,
            judul=isi.judul,
            pekerjaan=pekerjaan(isi.frames["pemeriksaan"]),
            tabel=laporan.tabel,
            bagan=lambda nama: laporan.bagan(nama) or "",
            **KATA,
            **verdik(isi),
            kartu=kartu(isi),
            sama_semua=layar.sama_semua(isi),
            sebab_meleset=layar.sebab_meleset(isi) if r["n_terhitung"] else [],
            tak_terserap=layar.tak_terserap(isi),
            perbaiki_dulu=layar.perbaiki_dulu(isi),
            kas_tertinggal=quarter.kas_tertinggal(isi)[:_DISEBUT],
            data=[n for n in data if laporan.edisi != "terbit" or n not in DATA_KERJA],
            terbit=laporan.edisi == "terbit",
            berkas=[(b, _guna(isi, b)) for b in berkas],
        )
    )


def _guna(isi: Isi, berkas: str) -> str:
    """Say what another form of the report is for; only the agency's own report of a year is signed."""
    bentuk = berkas.rpartition(".")[2]
    ditandatangani = bentuk == "pdf" and not isi.ditelaah and not isi.triwulan
    return _BENTUK[bentuk] + " dan ditandatangani" * ditandatangani


def _reviu(laporan: Laporan) -> Markup:
    """Say what the reviewer's page estimates, and where the notes stand."""
    awal = "Perkiraan ini membantu penilai mulai membaca; angka yang bertentangan ada di halaman"
    halaman = Markup('<a href="04_pemeriksaan.html">Pemeriksaan</a>')
    return Markup("<h1>Reviu</h1><p>{} {}.</p>{}").format(awal, halaman, laporan.tabel("prascore"))


def _sumber(laporan: Laporan, folder: Path) -> Markup:
    from lkip_lib.inputs import documents

    templat = lingkungan(TEMPLAT).get_template("sumber.html.j2")
    return Markup(
        templat.render(
            sumber=documents.sumber(laporan.bahan.tempat.data),
            kutipan=laporan.bahan.analisis.kutipan,
            nama=dict(zip(*(laporan.bahan.frames["indikator"][k] for k in ("kode", "nama")), strict=True)),
            tabel=daftar_tabel(folder / "masukan", laporan.isi.deklarasi),
            yaml=daftar_yaml(folder / "masukan"),
        )
    )
