"""Write the Catatan Hasil Reviu of a draft as a Word file: place, condition, criterion, advice, and room to answer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lkip_lib.draf.findings.jobs import Pekerjaan
from lkip_lib.draf.reading import Bacaan

_KOLOM = ("No", "Tempat", "Kondisi", "Kriteria", "Saran", "Tanggapan")
_LEBAR = (1.0, 3.6, 6.2, 4.2, 5.2, 4.6)  # cm, on A4 turned


def tulis_reviu(bacaan: Bacaan, semua: Sequence[Pekerjaan], kabar: Sequence[str], path: Path) -> None:
    """Write the file. The same draft gives the same bytes."""
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    dokumen = docx.Document()
    dokumen.core_properties.title = "Catatan Hasil Reviu"
    dokumen.core_properties.author = ""
    lembar = dokumen.sections[0]
    lembar.orientation = WD_ORIENT.LANDSCAPE
    lembar.page_width, lembar.page_height = Cm(29.7), Cm(21.0)
    lembar.left_margin = lembar.right_margin = lembar.top_margin = lembar.bottom_margin = Cm(2.0)
    dokumen.styles["Normal"].font.size = Pt(9)
    dokumen.styles["Normal"].paragraph_format.space_after = Pt(3)
    dokumen.add_heading("Catatan Hasil Reviu", 1)
    dokumen.add_paragraph(f"Berkas: {bacaan.naskah.berkas}. Tahun laporan: {bacaan.tahun}.")
    for teks in (bacaan.liputan(), *kabar):
        dokumen.add_paragraph(teks)
    if not semua:
        dokumen.add_paragraph("Tidak ditemukan pertentangan pada angka yang terbaca.")
    else:
        tabel = dokumen.add_table(1 + len(semua), len(_KOLOM), style="Table Grid")
        tabel.autofit = False
        for kolom, lebar in zip(tabel.columns, _LEBAR, strict=True):
            kolom.width = Cm(lebar)
        for n, (baris, isi) in enumerate(zip(tabel.rows, [_KOLOM, *map(_baris, semua)], strict=True)):
            # The head stands again on each page, and what is said of one place on one page.
            baris._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit" if n else "w:tblHeader"))
            for s, teks, lebar in zip(baris.cells, isi, _LEBAR, strict=True):
                s.text, s.width = teks, Cm(lebar)
                for run in s.paragraphs[0].runs:
                    run.bold = n == 0
    mentah = io.BytesIO()
    dokumen.save(mentah)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_tetap(mentah.getvalue()))


def _baris(p: Pekerjaan) -> tuple[str, ...]:
    lain = "".join(f"\n{sebut}" for sebut in p.terkait)
    return (
        str(p.nomor),
        p.tempat,
        f"{p.tingkat.capitalize()}. {p.utama.pesan}{lain}",
        p.utama.kriteria,
        p.utama.saran,
        "",
    )


def _tetap(isi: bytes) -> bytes:
    """Pack the parts again without the time of writing."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            info = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            baru.writestr(info, lama.read(nama), zipfile.ZIP_DEFLATED)
    return hasil.getvalue()
