"""Publish DOCX: the document for paper as a Word file that can be worked on, the same bytes every time."""

from __future__ import annotations

import base64
import datetime as dt
import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from lkip_lib.buku.laporan import Laporan
from lkip_lib.publish.paper import dokumen, nama_laporan
from lkip_lib.publish.word.bars import jadikan_tabel

# Paragraphs that have a style of their own in Word, by their place in the document for paper.
_GAYA = {
    ".sampul .pemerintah": "Sampul Pemerintah",
    ".sampul .lambang": "Sampul Lambang",
    ".sampul .judul": "Title",
    ".sampul .instansi": "Subtitle",
    ".sampul .tanggal": "Date",
    ".judul-depan": "Judul Depan",
    ".judul-kedua": "Judul Kedua",
    ".isian": "Catatan Tabel",
    ".catatan-tabel": "Catatan Tabel",
    ".tiada": "Catatan Tabel",
    ".satuan-gambar": "Satuan Gambar",
    ".pengantar": "Pengantar Tabel",
    "p.perlu": "Perlu Diisi",
    ".tanda-tangan > p:first-child": "Tempat Tanggal",
    ".tanda-tangan > p:not(.ruang)": "Tanda Tangan",
    ".tanda-tangan .ruang": "Ruang Tanda Tangan",
}
_LEBAR_GAMBAR, _DPI = 16.0, 200
_SIFAT_TERPANJANG = 255  # letters: what Word allows of a property; on the pages a name stands whole


def tulis(laporan: Laporan, path: Path) -> None:
    """Write the report as a Word document with real headings, tables, captions and fields."""
    import docx
    import pypandoc

    from lkip_lib.publish.word.finish import rapikan

    sup = BeautifulSoup(dokumen(laporan), "html.parser")
    isi = _untuk_pandoc(sup)
    with tempfile.TemporaryDirectory() as folder:
        mentah = Path(folder) / "mentah.docx"
        pypandoc.convert_text(isi, "docx", format="html", outputfile=str(mentah), extra_args=["--wrap=none"])
        dokumen_word = docx.Document(str(mentah))
    kepala = f"{laporan.isi.instansi.nama} · {nama_laporan(laporan)}"
    kepala += " · Edisi kerja" if laporan.edisi == "kerja" else ""
    rapikan(dokumen_word, sup, kepala, laporan.isi.pernyataan, _saat(laporan), laporan.bahan.params.naskah)
    _sifat(dokumen_word, laporan, sup)
    bungkus = io.BytesIO()
    dokumen_word.save(bungkus)
    path.write_bytes(_tanpa_jam(bungkus.getvalue()))


def _untuk_pandoc(sup: BeautifulSoup) -> str:
    """Return the body as pandoc takes it: styles by name, pictures as PNG, and marks where sections and fields go."""
    for buang in sup.select(".kepala-halaman, .kaki-halaman, .tanda-edisi"):
        buang.decompose()
    for gambar in sup.select("figure"):
        _uraikan(sup, gambar)
    for lanjut in sup.select("tbody + tbody"):
        awal = lanjut.find_previous_sibling("tbody")
        if isinstance(awal, Tag):  # pandoc loses the row that heads a second body
            awal.extend(lanjut.find_all("tr", recursive=False))
        lanjut.decompose()
    for gambar in sup.select("img"):
        _jadikan_png(gambar)
    for deret in sup.select("ul.deret"):
        jadikan_tabel(sup, deret)
    for batang in sup.select(".btg, .legenda"):
        batang.decompose()  # in a cell Word shows the figure; a bar made of style is nothing to it
    for pilih, nama in _GAYA.items():
        for p in sup.select(pilih):
            p.wrap(sup.new_tag("div", attrs={"custom-style": nama}))
    for angka in sup.select("span.angka, h1 .nomor"):
        angka.unwrap()
    for daftar in sup.select("nav.daftar"):
        for butir in daftar.select("ul"):
            butir.replace_with(_penanda(sup, str(daftar["id"])))
    if utama := sup.find("main"):
        utama.insert(0, _penanda(sup, "bagian-depan"))
        # Pandoc would take a <main> for all there is, and leave out the cover.
        utama.name, utama["class"] = "div", "utama"
    for mendatar in sup.select(".mendatar"):
        mendatar.insert_before(_penanda(sup, "bagian-tegak"))
        mendatar.insert_after(_penanda(sup, "bagian-mendatar"))
    sup.smooth()
    return str(sup.body.decode_contents()) if sup.body else ""


def _uraikan(sup: BeautifulSoup, gambar: Tag) -> None:
    """Leave in a figure its picture and caption alone: of one that holds more, pandoc would make a table."""
    for kecil in gambar.select("small"):
        kecil.insert(0, "(")
        kecil.append(")")
    for baris in gambar.select("p"):
        if "sumber" in baris.get_attribute_list("class"):
            gambar.insert_after(baris)
        else:
            baris["class"] = "satuan-gambar"
            gambar.insert_before(baris)
    if gambar.find("img"):
        return
    judul = gambar.find("figcaption")
    if isinstance(judul, Tag):
        judul.name, judul["class"] = "p", "judul-gambar"
        judul.wrap(sup.new_tag("div", attrs={"custom-style": "Image Caption"}))
    gambar.unwrap()


def _penanda(sup: BeautifulSoup, nama: str) -> Tag:
    p = sup.new_tag("p")
    p.append(f"⟦{nama}⟧")
    return p


def _jadikan_png(gambar: Tag) -> None:
    """Turn an SVG picture into PNG, which every Word shows; the emblem keeps the size it has on the cover."""
    sumber = str(gambar["src"])
    lambang = gambar.find_parent(class_="lambang") is not None
    if sumber.startswith("data:image/svg+xml;base64,"):
        import resvg_py
        from matplotlib import get_data_path

        svg = base64.b64decode(sumber.partition(",")[2]).decode()
        lebar = round((4.0 if lambang else _LEBAR_GAMBAR) / 2.54 * _DPI)
        # The font comes along, so the machine's own are not asked.
        huruf = [str(Path(get_data_path()) / "fonts" / "ttf" / n) for n in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")]
        png = resvg_py.svg_to_bytes(
            svg_string=svg, width=lebar, dpi=_DPI, skip_system_fonts=True, font_files=huruf, background="#ffffff"
        )
        gambar["src"] = f"data:image/png;base64,{base64.b64encode(bytes(png)).decode()}"
    # Pandoc reads a picture's size from its attributes, not from its style.
    gambar["height" if lambang else "width"] = "3.8cm" if lambang else f"{_LEBAR_GAMBAR}cm"


def _sifat(dokumen_word: Any, laporan: Laporan, sup: BeautifulSoup) -> None:
    """State title, author, language and date; the computer's clock has no part in it."""
    sifat, saat = dokumen_word.core_properties, _saat(laporan)
    sifat.title = (str(sup.title.string) if sup.title else nama_laporan(laporan))[:_SIFAT_TERPANJANG]
    sifat.author = sifat.last_modified_by = laporan.isi.instansi.nama[:_SIFAT_TERPANJANG]
    sifat.subject = nama_laporan(laporan)[:_SIFAT_TERPANJANG]
    sifat.language, sifat.revision = "id-ID", 1
    sifat.created = sifat.modified = saat
    sifat.comments = sifat.keywords = ""


def _saat(laporan: Laporan) -> dt.datetime:
    return dt.datetime.combine(laporan.bahan.params.tanggal_berkas(laporan.bahan.tahun), dt.time(), dt.UTC)


def _tanpa_jam(isi: bytes) -> bytes:
    """Pack a file anew in a fixed order, with one date for everything in it."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru:
        # Word wants the list of content types first.
        for nama in sorted(lama.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            baru.writestr(info, lama.read(nama))
    return hasil.getvalue()
