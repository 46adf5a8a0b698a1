"""The document for paper: the chapters as one plain HTML document, numbered, with its front matter."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from markupsafe import Markup

from lkip_lib.buku.laporan import Laporan
from lkip_lib.display.chart import lepaskan
from lkip_lib.display.templating import lingkungan
from lkip_lib.inputs.listing import GAMBAR, cari_lambang
from lkip_lib.narrative.document import Bab
from lkip_lib.numerals import tanggal
from lkip_lib.params import Naskah
from lkip_lib.publish.columns import ukur
from lkip_lib.publish.landscape import balik_halaman

TEMPLAT = Path(__file__).parent / "templates"
_PENGANTAR = "pengantar"  # the chapter that stands before the lists of contents
_BARIS = 1.5 / 1.15  # the height of a line of the text font where Word speaks of single spacing
_SVG = r'<svg class="(luas|sempit|)" role="img" aria-label="([^"]*)" (.*?</svg>)'
_BUKAN_KERTAS = "script, style, template, input, select, [popover], .kartu-jejak, .saringan, .lewati, .kode"


@dataclass(frozen=True, slots=True)
class Butir:
    """Hold one line of a list of contents: where it leads, what it says, and how deep it stands."""

    id: str
    teks: str
    tingkat: int = 1


@dataclass(frozen=True, slots=True)
class Daftar:
    isi: tuple[Butir, ...]
    tabel: tuple[Butir, ...]
    gambar: tuple[Butir, ...]


def nama_laporan(laporan: Laporan) -> str:
    """Return the report's short name: "Laporan Kinerja 2025", "Laporan Pemantauan Kinerja Triwulan II 2025"."""
    t = laporan.bahan.tempat
    jenis = "Laporan Pemantauan Kinerja" if t.triwulan else "Laporan Kinerja"
    return f"{'Telaah atas ' * laporan.isi.ditelaah}{jenis} {t.masa.replace('tahun ', '')}"


def dokumen(laporan: Laporan) -> str:
    """Return the whole document as HTML without anything that needs a screen."""
    sampul, *semua = laporan.naskah
    bab = [b for b in semua if b.kode != _PENGANTAR]
    sup = [siapkan(b) for b in bab]
    pengantar = BeautifulSoup("".join(_pengantar(b) for b in semua if b.kode == _PENGANTAR), "html.parser")
    profil, params = laporan.isi.instansi, laporan.bahan.params
    kota = re.sub(r"^Pemerintah( (Kota|Kabupaten|Provinsi|Daerah))*\s*", "", profil.pemerintah)
    tanda_tangan = lingkungan(TEMPLAT).get_template("tanda_tangan.html.j2")
    berbab = [i for i, b in enumerate(bab) if b.nomor]
    hari = tanggal(params.tanggal_laporan) if params.tanggal_laporan else ""
    if sup and not laporan.isi.ditelaah:  # another than the agency signs nothing
        tujuan = pengantar if pengantar.find("section") else sup[berbab[-1] if berbab else -1]
        akhir = BeautifulSoup(tanda_tangan.render(kepala=profil.kepala, kota=kota, tanggal=hari), "html.parser")
        (tujuan.find("section") or tujuan).append(akhir)
    return str(
        lingkungan(TEMPLAT)
        .get_template("cetak.html.j2")
        .render(
            judul=f"{_judul_sampul(sampul)}, {profil.nama}",
            nama_laporan=nama_laporan(laporan),
            instansi=profil.nama,
            tanggal=hari,
            tanggal_iso=params.tanggal_berkas(laporan.bahan.tahun).isoformat(),
            edisi=laporan.edisi,
            pernyataan=laporan.isi.pernyataan,
            reviu=profil.reviu,
            tanggal_reviu=tanggal(profil.reviu.tanggal) if profil.reviu else "",
            lambang=lambang(laporan.bahan.tempat.data),
            pemerintah=profil.pemerintah,
            judul_sampul=_judul_sampul(sampul),
            tahun=laporan.bahan.tempat.tahun,
            gaya=Markup(_gaya(params.naskah)),
            pengantar=Markup(str(pengantar)),
            daftar=_daftar(sup),
            isi=Markup("".join(map(str, sup))),
        )
    )


def _pengantar(bab: Bab) -> str:
    """Return the head's preface as it stands before the lists of contents, without a number."""
    isi = BeautifulSoup(bab.html, "html.parser").select_one("section section")
    judul = Markup('<p class="judul-depan">{}</p>').format(bab.judul)
    return f'<section class="pernyataan">{judul}{isi.decode_contents() if isi else ""}</section>'


def _gaya(naskah: Naskah) -> str:
    """Return what the choices of the office change in the style of the paper."""
    lebar, tinggi = naskah.lembar_mm
    return (
        f"@page {{ size: {lebar}mm {tinggi}mm; }} @page lebar {{ size: {tinggi}mm {lebar}mm; }} "
        f"html {{ font-size: {naskah.ukuran:g}pt; line-height: {naskah.spasi * _BARIS:.3f}; }}"
    )


def lambang(folder: Path) -> str:
    """Return the agency's emblem as a data URI; empty when it has none."""
    path = cari_lambang(folder)
    return f"data:{GAMBAR[path.suffix]};base64,{base64.b64encode(path.read_bytes()).decode()}" if path else ""


def siapkan(bab: Bab) -> BeautifulSoup:
    """Make a chapter plain: figures become text, tables get their widths."""
    sup = BeautifulSoup(_gambarkan(bab.html), "html.parser")
    for buang in sup.select(_BUKAN_KERTAS):
        buang.decompose()
    _polos(sup)
    for tabel in sup.select("div.tabel > table"):
        _tata_tabel(sup, tabel)
    for gambar in sup.select("figure"):
        if satuan := gambar.select_one("figcaption .satuan"):
            satuan.name, satuan["class"] = "p", "catatan-tabel"
            gambar.insert(0, satuan.extract())
        gambar.extend(judul.extract() for judul in gambar.select("figcaption"))
    for n, kepala in enumerate(sup.select("h2, h3, h4, h5")):
        # The cover's title is no heading on paper, so a chapter stands on the first level.
        kepala.name = f"h{int(kepala.name[1]) - 1}"
        kepala["id"] = f"judul-{bab.kode}-{n}"
    for h1 in sup.select("h1"):
        if bagian := re.match(r"(Bab [IVX]+) (.+)", h1.get_text(" ", strip=True)):
            nomor_kepala = sup.new_tag("span", attrs={"class": "nomor"})
            nomor_kepala.append(bagian[1])
            h1.clear()
            h1.extend([nomor_kepala, " ", bagian[2]])
    balik_halaman(sup)
    return sup


def _gambarkan(html: str) -> str:
    """Make the wide drawing of a chart a picture with its words; the one for a telephone stays on the page.

    Done before the HTML is taken apart: a reader of HTML writes `viewBox` otherwise, and then it is none.
    """

    def gambar(m: re.Match[str]) -> str:
        return "" if m[1] == "sempit" else f'<img src="{lepaskan(f"<svg {m[3]}")}" alt="{m[2]}">'

    return re.sub(_SVG, gambar, html, flags=re.DOTALL)


def _judul_sampul(sampul: Bab) -> str:
    h1 = BeautifulSoup(sampul.html, "html.parser").find("h1")
    return h1.get_text(" ", strip=True) if h1 else sampul.judul


def _polos(sup: BeautifulSoup) -> None:
    """Turn what is pressed, folded or marked into plain text."""
    for bagian in sup.select("section section"):
        # Headings say where a section begins; without the boxes a turned page can take its heading along.
        bagian.unwrap()
    for tombol in sup.select("button, mark, details"):
        if tombol.name == "button" and "angka" in tombol.get_attribute_list("class"):
            tombol.name, tombol.attrs = "span", {"class": "angka"}
            _rapatkan(tombol)
        else:
            tombol.unwrap()
    for ringkasan in sup.select("summary"):
        ringkasan.name = "p"
    for tautan in sup.select("a"):
        if not str(tautan.get("href", "")).startswith(("http:", "https:", "#tabel-", "#gambar-")):
            tautan.unwrap()
    for tabel in sup.select("div.tabel"):
        tabel.attrs = {"class": tabel.get_attribute_list("class"), "id": str(tabel.get("id", ""))}
    for tag in sup.select("tr[id], td[id]"):
        del tag["id"]
    for tag in sup.select("table, table [role]"):
        del tag["role"], tag["data-judul"]
    sup.smooth()


def _rapatkan(angka: Tag) -> None:
    """Take the bracket before a figure and the punctuation after it onto its line."""
    sebelum, sesudah = angka.previous_sibling, angka.next_sibling
    if isinstance(sebelum, NavigableString) and sebelum.endswith("("):
        sebelum.replace_with(str(sebelum)[:-1])
        angka.insert(0, "(")
    if isinstance(sesudah, NavigableString) and (tanda := re.match(r"[),.;:]+", str(sesudah))):
        sesudah.replace_with(str(sesudah)[tanda.end() :])
        angka.append(tanda[0])


def _tata_tabel(sup: BeautifulSoup, tabel: Tag) -> None:
    """Give every column of a table its width on paper."""
    bungkus = tabel.parent
    assert bungkus is not None
    kelas = set(bungkus.get_attribute_list("class"))
    ukuran = ukur(tabel, lanskap="lanskap" in kelas, padat="padat" in kelas)
    pendek = "pendek" if len(tabel.select("tbody tr")) <= 8 and not ukuran.lanskap else ""
    sifat = ("tabel", ukuran.kelas, "lanskap" if ukuran.lanskap else "", pendek)
    bungkus["class"] = " ".join(filter(None, sifat))
    pengantar = bungkus.find_previous_sibling()
    polos = pengantar is not None and pengantar.get_attribute_list("class") in ([], ["rujuk"])
    if pengantar and pengantar.name == "p" and polos and len(pengantar.get_text()) <= 400:
        pengantar["class"] = "pengantar"
    for lama in tabel.select("colgroup"):
        lama.decompose()
    kolom = sup.new_tag("colgroup")
    kolom.extend(sup.new_tag("col", attrs={"style": f"width:{x}%"}) for x in ukuran.lebar)
    if tabel.caption is not None:
        tabel.caption.insert_after(kolom)


def _daftar(bab: list[BeautifulSoup]) -> Daftar:
    def teks(t: Tag) -> str:
        return " ".join(t.get_text().split())

    kepala = [h for s in bab for h in s.select("h1, h2, h3:not(.kecil)")]
    tabel = [t for s in bab for t in s.select("div.tabel")]
    gambar = [g for s in bab for g in s.select("figure")]
    return Daftar(
        tuple(Butir(str(h["id"]), teks(h), int(h.name[1])) for h in kepala),
        tuple(Butir(str(t["id"]), teks(t.caption)) for t in tabel if t.caption),
        tuple(Butir(str(g["id"]), teks(g.figcaption)) for g in gambar if g.figcaption),
    )
