"""Read a draft as the office has it: what a file is is told by its content, and one that cannot be read says why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lkip_lib.draf.files.document import Blok, Naskah, Paragraf, Tabel
from lkip_lib.draf.files.package import Paket
from lkip_lib.draf.files.pages import baca_halaman, baca_teks
from lkip_lib.draf.files.word import UTAMA, baca_word
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.impor.guess import BIDANG, temukan
from lkip_lib.impor.sources import baca_berkas
from lkip_lib.texts import baca_asing

_TERBESAR = 60_000_000  # bytes of a page or a text
_OLE = b"\xd0\xcf\x11\xe0"


def baca_draf(path: Path) -> Naskah:
    """Read a file as a draft. Raises MasukanSalah for one that is none, damaged, locked or too large."""
    try:
        with path.open("rb") as berkas:
            awal = berkas.read(4096)
        besar = path.stat().st_size
    except OSError as salah:
        raise MasukanSalah(Masalah("Berkas tidak dapat dibuka.", "Periksa nama dan letaknya.", path.name)) from salah
    if awal.startswith(b"PK"):
        paket = Paket(path)
        berword = UTAMA in paket.nama
        paket.tutup()
        return baca_word(path) if berword else _buku(path)
    if awal.startswith(b"%PDF"):
        from lkip_lib.draf.files.pdf import baca_pdf

        return baca_pdf(path)
    if awal.startswith(_OLE):
        if path.suffix.lower() == ".xls":
            return _buku(path)
        temuan = "Berkas ini dikunci kata sandi, atau berkas Word lama (.doc)."
        raise MasukanSalah(Masalah(temuan, "Buka di Word, lalu Simpan Sebagai Word (.docx) tanpa sandi.", path.name))
    if besar > _TERBESAR:
        raise MasukanSalah(Masalah("Isi berkas ini terlalu besar untuk dibaca.", "Simpan laporannya saja.", path.name))
    if not awal.strip() or b"\x00" in awal.removeprefix(b"\xff\xfe")[:64:2]:
        raise MasukanSalah(Masalah("Ini bukan berkas Word, PDF, HTML, atau teks.", "Simpan sebagai Word.", path.name))
    if path.suffix.lower() == ".csv":
        return _buku(path)
    teks = baca_asing(path, "Simpan sebagai Word.")
    if "<html" in teks[:4096].lower() or "<table" in teks.lower() or "<p>" in teks[:4096].lower():
        return baca_halaman(path.name, teks)
    return baca_teks(path.name, teks)


def _buku(path: Path) -> Naskah:
    """Take each sheet of a workbook for a table; what stands above its headings are lines of text."""
    blok: list[Blok] = []
    nomor = n_tabel = 0
    for nama, kisi in baca_berkas(path).items():
        if kisi.tersembunyi or not kisi.baris:
            continue
        temuan = [t for bidang in BIDANG if (t := temukan(kisi, bidang))]
        awal = min((t.judul.awal for t in temuan), default=0)
        atas = [" ".join(filter(None, b)) for b in kisi.baris[:awal] if any(b)]
        for teks in (*atas, f"Tabel {' '.join(atas) or nama}"):
            nomor += 1
            blok.append(Paragraf(nomor, teks))
        n_tabel += 1
        gabungan = tuple(((a - awal, b), (c - awal, d)) for (a, b), (c, d) in kisi.gabungan if a >= awal)
        blok.append(Tabel(n_tabel, replace(kisi, baris=kisi.baris[awal:], jenis=kisi.jenis[awal:], gabungan=gabungan)))
    return Naskah(path.name, "buku", tuple(blok))
