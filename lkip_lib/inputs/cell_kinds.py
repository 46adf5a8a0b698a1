"""Say why a cell of an Excel sheet cannot be taken for a value of its column."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from lkip_lib.inputs.files import SEL_KENDALI

_KETIK_ULANG = "Ubah format selnya menjadi Text, lalu ketik ulang."
_FORMAT_ANGKA = "Ubah format selnya menjadi General, lalu periksa angkanya."
_SELALU = {
    "kendali": SEL_KENDALI,
    "galat": ("Rumus di sel ini gagal: {teks}.", "Perbaiki rumusnya, atau ketik nilainya."),
    "tanpa_nilai": (
        "Rumus di sel ini belum dihitung.",
        "Buka berkasnya di Excel, simpan, lalu ulangi; atau ketik nilainya.",
    ),
    "panjang": ("Excel hanya menyimpan 15 angka pertama dari {teks}.", _KETIK_ULANG),
    "berubah": (
        "Sel ini menyimpan {teks}, tetapi format angkanya menampilkan yang lain.",
        _FORMAT_ANGKA,
    ),
}
_BUKAN_TEKS = {
    "tanggal": ("Excel menyimpan sel ini sebagai tanggal, {teks}.", _KETIK_ULANG),
    "waktu": ("Excel menyimpan sel ini sebagai jam, {teks}.", _KETIK_ULANG),
    "logis": ("Sel ini berisi {teks}, nilai benar atau salah.", "Ketik isinya."),
}


def keberatan(jenis: str, teks: str, kind: str, satuan: str = "") -> tuple[str, str] | None:
    """Return what is wrong with a cell of this kind in a column of that `kind`, and how to mend it; None when nothing.

    `kind` is a column's (kode, teks, pilihan, tahun, bulat, angka). A date is a text in a column of texts only; ask
    with "angka" for a text that holds numbers, as a range does. A code stored as a number with decimals is refused:
    1.10 and 1.1 are the same number. A percentage is no amount where the column's own unit is rupiah or orang.

    >>> keberatan("galat", "#N/A", "teks")
    ('Rumus di sel ini gagal: #N/A.', 'Perbaiki rumusnya, atau ketik nilainya.')
    >>> keberatan("angka", "1,1", "kode")[0]
    'Kode ini tersimpan sebagai angka 1.1; tidak dapat dibedakan dari 1.10.'
    >>> keberatan("angka", "7,82", "angka"), keberatan("tanggal", "2024-02-01", "teks")
    (None, None)
    """
    if kind == "kode" and jenis == "persen":
        return f"Kode ini tersimpan sebagai persen, {teks}.", _KETIK_ULANG
    if kind == "kode" and jenis == "angka" and "," in teks:
        kode = teks.replace(",", ".")
        return f"Kode ini tersimpan sebagai angka {kode}; tidak dapat dibedakan dari {kode}0.", _KETIK_ULANG
    if jenis == "persen" and satuan in ("rupiah", "orang"):
        return f"Sel ini berformat persen, {teks}, sedangkan kolomnya {satuan}.", _FORMAT_ANGKA
    pesan = _SELALU.get(jenis) or (_BUKAN_TEKS.get(jenis) if kind != "teks" else None)
    sebut = {"tanggal": _tanggal, "waktu": _waktu}.get(jenis, str)
    return (pesan[0].format(teks=sebut(teks)), pesan[1]) if pesan else None


def _tanggal(teks: str) -> str:
    """Say a date, and what typed in Excel becomes it.

    >>> _tanggal("2025-07-12")
    '12 Juli 2025; yang diketik mungkin 12-7 atau 12/7'
    """
    hari = dt.date.fromisoformat(teks[:10])
    sebutan = format_date(hari, "d MMMM y", locale="id_ID")
    return f"{sebutan}; yang diketik mungkin {hari.day}-{hari.month} atau {hari.day}/{hari.month}"


def _waktu(teks: str) -> str:
    """Say a time of day, and what typed in Excel becomes it.

    >>> _waktu("01:10:00")
    '01:10:00; yang diketik mungkin 1.10 atau 1:10'
    """
    jam, menit, _ = teks.split(":", 2)
    return f"{teks}; yang diketik mungkin {int(jam)}.{menit} atau {int(jam)}:{menit}"
