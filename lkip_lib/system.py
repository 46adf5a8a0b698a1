"""Say in one sentence what the system refused: no room left, no right to write, a name too long, no memory."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from lkip_lib.errors import Masalah

_PENUH = ("Tidak ada ruang lagi untuk menulis.", "Kosongkan disk atau tambah jatahnya, lalu jalankan lagi.")
_IZIN = (
    "Berkas ini tidak dapat dibaca atau ditulis.",
    "Tutup program lain yang membukanya, dan periksa izinnya; folder bukan berkas.",
)
_PROSES = ("Memori atau banyaknya proses sudah habis.", "Tutup program lain, lalu jalankan lagi.")
_SEBAB = {
    "ENOSPC": _PENUH,
    "EDQUOT": _PENUH,
    "EFBIG": _PENUH,
    "EACCES": _IZIN,
    "EPERM": _IZIN,
    "EISDIR": _IZIN,
    "ENOTDIR": _IZIN,
    "EROFS": ("Tempat ini hanya dapat dibaca.", "Pindahkan proyek ke folder yang boleh ditulis."),
    "ENAMETOOLONG": ("Nama atau letak berkas ini terlalu panjang.", "Pendekkan, atau pindahkan proyek ke folder lain."),
    "ENOENT": ("Berkas ini tidak ada lagi.", "Jangan ubah folder proyek selama perintah berjalan; jalankan lagi."),
    "EMFILE": ("Terlalu banyak berkas terbuka.", "Tutup program lain, lalu jalankan lagi."),
    "ENOMEM": _PROSES,
    "EAGAIN": _PROSES,
}
_TANPA_SEMENTARA = "No usable temporary directory"
_TANPA_MEMORI = ("failed to map segment", "cannot allocate memory", "unable to allocate")
_MEMORI = Masalah("Memorinya habis.", "Tutup program lain, atau jalankan di komputer yang lebih besar.")
# What is told in words by other programs, and means the same wherever it stands.
_DALAM_KATA = ("ENOSPC", "EDQUOT", "EFBIG", "EROFS", "ENAMETOOLONG", "EMFILE")


def masalah_sistem(salah: BaseException, akar: Path | None = None) -> Masalah | None:
    """Tell what the system refused, with the file by its place in the project; None when it was not the system.

    >>> str(masalah_sistem(OSError(28, "No space left on device", "lkip.html")))
    'lkip.html: Tidak ada ruang lagi untuk menulis. Kosongkan disk atau tambah jatahnya, lalu jalankan lagi.'
    >>> masalah_sistem(ValueError("28"))
    """
    dibawa = salah.args[0] if salah.args else None  # the writer of workbooks hands it on so
    if isinstance(dibawa, OSError):
        salah = dibawa
    if isinstance(salah, MemoryError):
        return _MEMORI
    if not isinstance(salah, OSError):
        return masalah_dalam_kata(str(salah))
    if (salah.strerror or "").startswith(_TANPA_SEMENTARA):
        return Masalah("Tidak ada folder sementara yang dapat ditulis.", "Isi TMPDIR dengan folder yang berruang.")
    lain = (f"Sistem menolaknya: {salah.strerror or salah}.", "Periksa disk dan izinnya, lalu jalankan lagi.")
    kode = errno.errorcode.get(salah.errno or 0, "")
    return Masalah(*_SEBAB.get(kode, lain), _sebut(salah.filename, akar))


def _sebut(berkas: object, akar: Path | None) -> str:
    if not isinstance(berkas, str | bytes | Path):
        return ""
    path = Path(os.fsdecode(berkas))
    return path.relative_to(akar).as_posix() if akar and path.is_relative_to(akar) else str(path)


def masalah_dalam_kata(teks: str) -> Masalah | None:
    """Find in what another program said that the system refused something.

    >>> masalah_dalam_kata("pandoc: withBinaryFile: resource exhausted (No space left on device)").temuan
    'Tidak ada ruang lagi untuk menulis.'
    """
    for nama in _DALAM_KATA:
        nomor = getattr(errno, nama, None)  # not every system has each
        if nomor and os.strerror(nomor) in teks:
            return Masalah(*_SEBAB[nama])
    return _MEMORI if any(k in teks.lower() for k in _TANPA_MEMORI) else None
