"""Write a copy of a PDF with a highlight for each job on the words that it is about; the file itself stays as it is."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lkip_lib.draf.files.document import Bidang, Naskah
from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.findings.jobs import Pekerjaan
from lkip_lib.draf.results.comments import PENULIS, TERBANYAK, kalimat

_WARNA = "ffe066"


def tulis_sorotan(draf: Path, semua: Sequence[Pekerjaan], naskah: Naskah, path: Path) -> list[str]:
    """Write the copy, and say what is not in it. What is added stands behind the bytes of the draft."""
    try:
        import pypdf
    except ImportError:
        return ['Salinan PDF dengan sorotan belum dapat dibuat. Pasang dengan: pip install "lkip[draf]".']
    di = [(p, b) for p in semua if p.nomor <= TERBANYAK and (b := bidang_angka(p.utama.angka, naskah))]
    try:
        salinan = pypdf.PdfWriter(io.BytesIO(draf.read_bytes()), incremental=True)
        for p, bidang in di:
            _sorot(salinan, bidang, "\n".join(kalimat(p)))
        with path.open("wb") as berkas:
            salinan.write(berkas)
    except Exception:  # a file that one reader reads may still be locked, or too damaged, for a writer
        path.unlink(missing_ok=True)
        return ["Berkas ini tidak dapat diberi sorotan, barangkali dikunci; catatannya di Catatan Hasil Reviu."]
    sisa = len(semua) - len(di)
    return [f"{sisa} pekerjaan tanpa sorotan di PDF; semuanya di Catatan Hasil Reviu."] if sisa else []


def bidang_angka(a: Angka, naskah: Naskah) -> Bidang | None:
    """Return where a figure stands: the letters of its cell, or its line of a paragraph."""
    if a.tabel:
        return next((t.bidang.get((a.baris - 1, a.kolom - 1)) for t in naskah.tabel if t.nomor == a.tabel), None)
    garis = next((p.garis for p in naskah.paragraf if p.nomor == a.paragraf), ())
    return next((di for awal, di in reversed(garis) if awal <= a.awal), None)


def _sorot(salinan: Any, bidang: Bidang, pesan: str) -> None:
    """Add one highlight with its words."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    nomor, x0, atas, x1, bawah = bidang
    halaman = salinan.pages[nomor - 1]
    titik = _di_halaman(halaman, x0, atas), _di_halaman(halaman, x1, bawah)
    (kiri, kanan), (rendah, tinggi) = (sorted(n) for n in zip(*titik, strict=True))
    sudut = ArrayObject([FloatObject(n) for n in (kiri, tinggi, kanan, tinggi, kiri, rendah, kanan, rendah)])
    sorot = Highlight(rect=(kiri, rendah, kanan, tinggi), quad_points=sudut, highlight_color=_WARNA, printing=True,
                      title_bar=PENULIS)  # fmt: skip
    sorot[NameObject("/Contents")] = TextStringObject(pesan)
    salinan.add_annotation(nomor - 1, sorot)


def _di_halaman(halaman: Any, x: float, y: float) -> tuple[float, float]:
    """Return a place measured from the top left as the page itself counts, which may be turned."""
    lebar, tinggi = float(halaman.mediabox.width), float(halaman.mediabox.height)
    return {0: (x, tinggi - y), 90: (y, x), 180: (lebar - x, y), 270: (lebar - y, tinggi - x)}[halaman.rotation % 360]
