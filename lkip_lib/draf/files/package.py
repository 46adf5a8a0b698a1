"""Open the parts of an Office file within bounds: no entity is resolved, nothing is fetched, no macro is looked at."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from lxml import etree

from lkip_lib.errors import Masalah, MasukanSalah

_TERBESAR = 80_000_000  # bytes that one part of text may unpack to
_SEMUA = 400_000_000  # pictures included
_TERBANYAK = 20_000  # parts


class Paket:
    """Give the parts of an Office file by name. Raises MasukanSalah for one that is damaged, locked or too large."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._isi = zipfile.ZipFile(path)
            self.nama = {i.filename: i for i in self._isi.infolist()}
        except OSError as salah:
            raise MasukanSalah(
                Masalah("Berkas tidak dapat dibuka.", "Periksa nama dan letaknya.", path.name)
            ) from salah
        except (zipfile.BadZipFile, ValueError) as salah:
            raise self._rusak() from salah
        if len(self.nama) > _TERBANYAK or sum(i.file_size for i in self.nama.values()) > _SEMUA:
            raise self._terlalu_besar()

    def bagian(self, nama: str) -> bytes:
        """Return one part as it is; b"" for none."""
        if nama not in self.nama:
            return b""
        if self.nama[nama].file_size > _TERBESAR:
            raise self._terlalu_besar()
        try:
            return self._isi.read(nama)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as salah:
            raise self._rusak() from salah

    def mentah(self, nama: str) -> bytes:
        """Return any part as it is, a picture too."""
        try:
            return self._isi.read(nama)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as salah:
            raise self._rusak() from salah

    def xml(self, nama: str) -> etree._Element | None:
        """Return one part as a tree; None for none. A part that declares entities is refused."""
        if not (isi := self.bagian(nama)):
            return None
        pembaca = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            akar = etree.fromstring(isi, pembaca)
        except (etree.XMLSyntaxError, ValueError) as salah:
            raise self._rusak() from salah
        if akar.getroottree().docinfo.doctype:
            temuan = "Berkas ini memuat definisi XML yang tidak dipakai Word."
            raise MasukanSalah(Masalah(temuan, "Buka di Word, lalu simpan dengan nama baru.", self.path.name))
        return akar

    def tutup(self) -> None:
        self._isi.close()

    def _rusak(self) -> MasukanSalah:
        perbaikan = "Buka di Word, perbaiki bila ditawarkan, simpan dengan nama baru."
        return MasukanSalah(Masalah("Berkas ini rusak.", perbaikan, self.path.name))

    def _terlalu_besar(self) -> MasukanSalah:
        perbaikan = "Simpan laporannya saja ke berkas baru, tanpa lampiran."
        return MasukanSalah(Masalah("Isi berkas ini terlalu besar untuk dibaca.", perbaikan, self.path.name))
