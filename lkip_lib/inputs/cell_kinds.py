"""Say why a cell of an Excel sheet cannot be taken for a value of its column."""

from __future__ import annotations

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
_TANGGAL = (
    "Excel menyimpan sel ini sebagai tanggal, {teks}; yang diketik mungkin 1-2 atau 1/2.",
    _KETIK_ULANG,
)
_WAKTU = ("Excel menyimpan sel ini sebagai jam, {teks}; yang diketik mungkin 1.10 atau 1:10.", _KETIK_ULANG)
_BUKAN_TEKS = {
    "tanggal": _TANGGAL,
    "waktu": _WAKTU,
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
    return (pesan[0].format(teks=teks), pesan[1]) if pesan else None
