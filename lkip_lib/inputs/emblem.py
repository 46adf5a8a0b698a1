"""Check the agency's emblem: a picture that is whole in itself, calls nothing from outside and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.inputs.listing import cari_lambang

AWAL = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff"}
_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_BERJALAN = re.compile(r"script|foreignobject|iframe|object|embed|audio|video|handler|listener|set|animate\w*|discard")
_DI_DALAM = r"#|data:image/(?:png|jpe?g|gif|webp)[;,]"
_TAUTAN_DALAM = re.compile(rf"\s*(?:$|{_DI_DALAM})", re.IGNORECASE)
# In a style: what is fetched, and a backslash, which can write the same in other letters.
_MENGAMBIL = re.compile(rf"@import|image-set|\\|url\(\s*['\"]?(?!['\"\s]|{_DI_DALAM})", re.IGNORECASE)
_SIMPAN = "Simpan sebagai PNG, atau sebagai SVG biasa dengan semua gambar di dalamnya."
_DISEBUT = 60  # letters of what is found that a message repeats


def periksa(folder: Path) -> None:
    """Refuse an emblem that is not what its name says, or that reaches out or runs something.

    It goes into the document for paper and beside the published pages. Raises MasukanSalah.
    """
    path = cari_lambang(folder)
    if path is None:
        return
    isi = path.read_bytes()
    if path.suffix == ".svg":
        _Pemeriksa(path.name).periksa(isi)
    elif not isi.startswith(AWAL[path.suffix]):
        raise MasukanSalah(_bukan_gambar(path.name, path.suffix))


def _bukan_gambar(nama: str, akhiran: str, baris: int | None = None) -> Masalah:
    jenis = akhiran[1:].upper()
    return Masalah(f"Isi berkas ini bukan gambar {jenis} yang utuh.", f"Simpan ulang sebagai {jenis}.", nama, baris)


class _Pemeriksa:
    """Read an SVG file part by part, and stop at the first that is not of the picture itself."""

    def __init__(self, nama: str) -> None:
        self.nama = nama
        self.pembaca = expat.ParserCreate(namespace_separator=" ")
        self.pembaca.StartElementHandler = self._unsur
        self.pembaca.EndElementHandler = self._tutup
        self.pembaca.CharacterDataHandler = self._teks
        self.pembaca.EntityDeclHandler = self._deklarasi
        self.pembaca.ProcessingInstructionHandler = self._deklarasi
        self.akar, self.gaya = "", ""

    def periksa(self, isi: bytes) -> None:
        try:
            self.pembaca.Parse(isi, True)
        except expat.ExpatError as salah:
            raise MasukanSalah(_bukan_gambar(self.nama, ".svg", salah.lineno)) from salah

    def _unsur(self, sebutan: str, sifat: Mapping[str, str]) -> None:
        ruang, _, nama = sebutan.rpartition(" ")
        if not self.akar and (nama != "svg" or ruang not in ("", _SVG)):
            raise MasukanSalah(_bukan_gambar(self.nama, ".svg", self.pembaca.CurrentLineNumber))
        self.akar = self.akar or nama
        if ruang == _XHTML or _BERJALAN.fullmatch(nama.lower()):
            self._tolak("memuat skrip atau gerak", f"<{nama}>")
        for kunci, nilai in sifat.items():
            dasar = kunci.rpartition(" ")[2].lower()
            if dasar.startswith("on"):
                self._tolak("memuat skrip atau gerak", dasar)
            if (dasar in ("href", "src") and not _TAUTAN_DALAM.match(nilai)) or dasar == "base":
                self._tolak("mengambil isi dari luar", nilai)
            if " " not in kunci and _MENGAMBIL.search(nilai):
                self._tolak("mengambil isi dari luar", nilai)
        if nama.lower() == "style":
            self.gaya = ""

    def _teks(self, teks: str) -> None:
        self.gaya += teks  # in pieces, with comments and other elements between them

    def _tutup(self, sebutan: str) -> None:
        if sebutan.rpartition(" ")[2].lower() == "style" and (ada := _MENGAMBIL.search(self.gaya)):
            self._tolak("mengambil isi dari luar", self.gaya[ada.start() :])

    def _deklarasi(self, nama: str, *_: object) -> None:
        self._tolak("memuat deklarasi yang dapat memanggil berkas lain", nama)

    def _tolak(self, sebab: str, apa: str) -> None:
        temuan = f"Lambang ini {sebab}: {apa.strip()[:_DISEBUT]}."
        raise MasukanSalah(Masalah(temuan, _SIMPAN, self.nama, self.pembaca.CurrentLineNumber))
