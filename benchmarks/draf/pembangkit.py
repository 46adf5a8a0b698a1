"""Write drafts into folders of their own: the file, its companions and its truth."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.draf import laman, pendamping, word
from benchmarks.draf.kebenaran import kebenaran, simpan
from benchmarks.draf.susun import susun
from benchmarks.draf.tanam import tanam

BENTUK = ("docx", "pdf", "html", "txt")
_KEBENARAN = "kebenaran.json"


def bangkitkan(benih: int, nomor: int, bentuk: str, ke: Path, tata: str = "") -> Path:
    """Write the draft of a number; return where its truth is. The same arguments give the same draft.

    About every second draft has companions. One PDF in four has no rules at all.
    """
    naskah, b = susun(benih, nomor, tata)
    berpendamping = random.Random(f"{benih} {nomor} pendamping").random() < 0.5
    tanam(naskah, b, berpendamping)
    folder = ke / f"{naskah.nama}-{bentuk}"
    folder.mkdir(parents=True, exist_ok=True)
    dengan = pendamping.tulis(naskah, b, folder) if berpendamping else []
    berkas, polos = folder / f"draf.{bentuk}", bentuk == "pdf" and nomor % 4 == 3
    match bentuk:
        case "docx":
            word.tulis(naskah, berkas)
        case "pdf":
            laman.tulis_pdf(naskah, berkas, polos, berulang=nomor % 3 != 1)
        case "html":
            berkas.write_text(laman.html(naskah, dari_word=nomor % 2 == 1), encoding="utf-8")
        case "txt":
            berkas.write_text(laman.teks(naskah), encoding="utf-8")
        case _:
            raise ValueError(bentuk)
    tujuan = folder / _KEBENARAN
    simpan(kebenaran(naskah, b, bentuk, dengan) | {"tanpa_garis": polos}, tujuan)
    return tujuan
