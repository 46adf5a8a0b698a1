"""Find every number of a text, and tell those that are no figure: years, dates, laws, numbers of tables and lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULAN = "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember"
_ANGKA = re.compile(r"\d+(?:[.,]\d+)*")
# What stands before or behind a number that may look like a year and is an amount.
_BESARAN = "".join(rf"(?<!{k} )" for k in ("sebesar", "sebanyak", "sejumlah", "senilai", "Rp"))
_DIHITUNG = r"(?!\s+(?:orang|jiwa|buah|unit|kasus|kali|hari|dokumen|laporan|persen|rupiah|ribu|juta|mili?ar|milyar)\b)"
# What a number says that is no figure of the report, by the words around it; tried in this order.
_TAHUN = r"(?:19|20)\d\d"
_SAMPAI = r"(?:-|–|/|dan|s\.?/?d\.?|sampai)"
_BUKAN = tuple(
    (jenis, re.compile(pola, re.I))
    for jenis, pola in (
        ("tanggal", rf"\b\d{{1,2}}(?:\s*{_SAMPAI}\s*\d{{1,2}})?\s+(?:{_BULAN})(?:\s+(?:tahun\s+)?20\d\d)?\b"),
        ("tanggal", rf"\b\d{{1,2}}[-/]\d{{1,2}}[-/]{_TAHUN}\b"),
        ("pegawai", r"\bNIP\.?\s*:?\s*[\d ]{8,26}"),
        (
            "peraturan",
            r"\b(?:nomor|no\.?|pasal|ayat|butir|huruf|lampiran)\s*:?\s*\(?[\w./\- ]{0,24}?\d[\w./\-]*"
            rf"(?:\s+tahun\s+{_TAHUN})?",
        ),
        (
            "peraturan",
            r"\b(?:uu|pp|perpres|permen[\w-]*(?:\s?rb)?|perda|perwal|perbup|pergub|inpres|kepmen\w*|pmk|se)\s*"
            rf"(?:ri\s*)?\d+(?:\s*(?:/|tahun)\s*{_TAHUN})?",
        ),
        (
            "rujukan",
            r"\b(?:tabel|tbl\.?|gambar|grafik|bagan|diagram|lampiran|bab(?:\s+[IVX]+)?|bagian|halaman|hal\.|poin|angka|paragraf|baris|kolom)\s*"
            rf"\(?[A-Z]?\.?\d+(?:[.\-]\d+)*(?:\s*{_SAMPAI}\s*\d+(?:[.\-]\d+)*)?",
        ),
        ("rujukan", r"^\W*(?:tabel|tbl\.?|gambar|grafik)\s+[A-Z\d]+\.\s\d+\b"),
        ("tahun", rf"(?<![\d.,]){_BESARAN}{_TAHUN}(?:\s*{_SAMPAI}\s*{_TAHUN})?(?![\d%]|[.,]\d){_DIHITUNG}"),
        ("nomor", r"^\s*\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[^\W\d])"),
        ("nomor", r"^\s*\(\d{1,2}\)|^\s*\d{1,2}[.)](?=\s|[^\W\d])"),
        (
            "nomor",
            r"\b(?:sasaran|tujuan|misi|indikator|iku|triwulan|tw|semester|tahap|program|langkah|ke)"
            r"(?:\s+(?:strategis|kinerja|utama))?\s*(?:ke\s*)?-?\s?\d{1,2}\b(?![.,]\d|%)",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Potong:
    """Hold one number of a text: where it stands, and what it is where it is no figure."""

    awal: int
    akhir: int
    teks: str
    jenis: str = ""


def potong_angka(teks: str) -> list[Potong]:
    """Return every number of a text, in order, each once.

    >>> [(p.teks, p.jenis) for p in potong_angka("Pada Tabel 3.1 tahun 2024 tercapai 64,17 dari 65")]
    [('3.1', 'rujukan'), ('2024', 'tahun'), ('64,17', ''), ('65', '')]
    >>> [(p.teks, p.jenis) for p in potong_angka("Permenpan RB Nomor 14 Tahun 2017, 28 November 2024")]
    [('14', 'peraturan'), ('2017', 'peraturan'), ('28', 'tanggal'), ('2024', 'tanggal')]
    >>> [(p.teks, p.jenis) for p in potong_angka("Tabel 3. 2 Penerima: sebesar 1962, pada 2023 ada 2011 orang")]
    [('3', 'rujukan'), ('2', 'rujukan'), ('1962', ''), ('2023', 'tahun'), ('2011', '')]
    """
    daerah = [(c.start(), c.end(), jenis) for jenis, pola in _BUKAN for c in pola.finditer(teks)]
    hasil = []
    for c in _ANGKA.finditer(teks):
        jenis = next((j for a, z, j in daerah if a <= c.start() and c.end() <= z), "")
        hasil.append(Potong(c.start(), c.end(), c[0], jenis))
    return hasil


def banyak_angka(teks: str) -> int:
    """Count the numbers of a text."""
    return sum(1 for _ in _ANGKA.finditer(teks))
