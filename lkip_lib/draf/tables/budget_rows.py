"""Read the lines of a budget's table: the code, number and name of each, and the figures beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.findings.proofs import serapan_cocok
from lkip_lib.draf.sentences.folding import lipat, nama_baku
from lkip_lib.draf.tables.roles import Kolom
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.draf.tables.units import terbaca
from lkip_lib.impor.codes import berkode, kode_baku, kode_dan_nama
from lkip_lib.inputs.no_data import berawal_jumlah

_NOMOR = re.compile(r"^\(?((?:[A-Z]|[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-z])(?:\.(?:\d{1,2}|[a-z]))*)\s*[.)]\s*(?=\S)")
_PENANDA = re.compile(r"(?i)^\W*(sub\s*kegiatan|kegiatan|program)\b(?!\s+(?:pemerintah|dinas)\b)")
_TINGKAT = {"subkegiatan": 2, "kegiatan": 1, "program": 0}
BESARAN = ("pagu", "realisasi_rp", "serapan", "sisa", "fisik", "selisih", "bagian")


@dataclass(slots=True)
class Garis:
    """Hold one line: its row, the code and number printed for it, its name, the signs of its level, its figures."""

    lembar: Lembar
    b: int
    kode: str
    nomor: str
    nama: str
    penanda: int = -1
    kolom: int = -1
    inden: int = 0
    tebal: bool = False
    jumlah: bool = False
    otomatis: str = ""
    angka: dict[str, Angka] = field(default_factory=dict)
    baca: dict[str, numerals.Reading] = field(default_factory=dict)

    def nilai(self, besaran: str) -> float | None:
        a = self.angka.get(besaran)
        return a.nilai if a else None


def baca_garis(lembar: Lembar, tahun: int = 0) -> list[Garis]:
    """Return the lines of a table of a year in order; a name that goes on in the next row is joined."""
    kenal = lembar.kenal
    kode = kenal.peran("kode")
    nomor = kenal.peran("nomor")
    nama = [k for k in kenal.kolom if k.peran in ("program", "kegiatan", "sub_kegiatan", "uraian")]
    nama = nama or kenal.peran("sasaran", "indikator")
    hasil: list[Garis] = []
    kembar = _kembar(lembar, tahun)
    bertanda, disebut = -1, ""  # the level that a row with nothing but its word gave, and its number
    for b in lembar.baris():
        g = _garis(lembar, b, kode, nomor, nama, kembar)
        if not g.nama and not g.kode and not g.angka:
            continue
        if g.penanda >= 0 and not g.angka and not sebut(g.nama, utuh=False):
            bertanda, disebut = g.penanda, g.nomor
            continue
        if g.penanda < 0 <= bertanda and g.angka and not g.jumlah and not _lanjutan(g, hasil[-1] if hasil else g):
            g.penanda, g.nomor, disebut = bertanda, g.nomor or disebut, ""
            bertanda = min(bertanda + 1, 2) if bertanda else -1
        if hasil and _lanjutan(g, hasil[-1]):
            hasil[-1].nama = f"{hasil[-1].nama} {g.nama}"
            continue
        hasil.append(g)
    return hasil


def _kembar(lembar: Lembar, tahun: int) -> set[int]:
    """Return the columns of amounts that another of the same role is to be taken for.

    Of a budget before and after its change, or planned and granted, it is the one that the percentages are of.
    """
    hasil: set[int] = set()
    for peran in ("pagu", "realisasi_rp"):
        calon = [k for k in lembar.kenal.peran(peran) if not k.periode]
        calon = [k for k in calon if k.tahun in (0, tahun)] or calon
        if len(calon) > 1:
            hasil |= {k.nomor for k in calon} - {max(calon, key=lambda k: _terbukti(lembar, k)).nomor}
    return hasil


def _terbukti(lembar: Lembar, kolom: Kolom) -> int:
    """Count the rows whose percentage is of the amount in a column."""
    lain, serapan = (lembar.kenal.peran(p) for p in ("realisasi_rp" if kolom.peran == "pagu" else "pagu", "serapan"))
    banyak = 0
    for b in lembar.baris() if lain and serapan else ():
        satu, dua = (terbaca(lembar.sel(b, k.nomor), "rupiah").value for k in (kolom, lain[-1]))
        pagu, realisasi = (satu, dua) if kolom.peran == "pagu" else (dua, satu)
        baca = terbaca(lembar.sel(b, serapan[0].nomor), "persen")
        banyak += pagu is not None and realisasi is not None and serapan_cocok(pagu, realisasi, baca)
    return banyak


def _garis(lembar: Lembar, b: int, kode: list[Kolom], nomor: list[Kolom], nama: list[Kolom], kembar: set[int]) -> Garis:
    kode_cetak = ".".join(t for k in kode if (t := kode_baku(lembar.sel(b, k.nomor))) and berkode(t))
    nomor_cetak = next((t.strip(" .()") for k in nomor if (t := lipat(lembar.sel(b, k.nomor)))), "")
    terisi = [(k, t) for k in nama if (t := " ".join(lipat(lembar.sel(b, k.nomor)).split()))]
    if not terisi and kode:
        terisi = [(k, t) for k in kode if (t := lembar.sel(b, k.nomor)) and not berkode(kode_baku(t))]
    if not terisi and nomor and not re.fullmatch(r"[\dA-Za-z.]{1,6}", nomor_cetak):
        terisi, nomor_cetak = [(nomor[0], nomor_cetak)], ""  # a total's word may stand in the first column
    kolom, teks = terisi[-1] if terisi else (None, "")
    if not kode_cetak:
        kode_cetak, teks = kode_dan_nama(teks)
    if not nomor_cetak and (c := _NOMOR.match(teks)):
        nomor_cetak, teks = c[1], teks[c.end() :]
    penanda = _PENANDA.match(teks)
    batas = max((k.nomor for k in (*kode, *nomor, *nama)), default=0)
    g = Garis(
        lembar, b, kode_cetak, nomor_cetak, teks.strip(),
        _TINGKAT[re.sub(r"\s", "", penanda[1].lower())] if penanda else -1,
        nama.index(kolom) if kolom in nama else -1,
        lembar.kenal.tabel.inden.get((b, kolom.nomor), 0) if kolom else 0,
        bool(kolom and (b, kolom.nomor) in lembar.kenal.tabel.tebal),
        any(berawal_jumlah(lipat(t)) for t in lembar.kisi.baris[b][: batas + 1] if t and not re.search(r"\d", t)),
    )  # fmt: skip
    sendiri = lembar.kenal.tabel.otomatis
    g.otomatis = next((n for k in (*kode, *nomor, *nama) if (n := sendiri.get((b, k.nomor), ""))), "")
    for k in () if _tanpa_uang(lembar, b) else lembar.kenal.kolom:
        if not k.berangka or k.peran not in BESARAN:
            continue
        if isi := lembar.angka(b, k):
            a, baca = isi
            a.tahun, a.dokumen, a.periode = k.tahun, k.dokumen, k.periode
            if k.nomor in kembar:
                a.peran = f"{k.peran}_lain"
            kunci = a.peran if a.peran not in g.angka else f"{a.peran}~{k.nomor}"
            g.angka[kunci], g.baca[kunci] = a, baca
    return g


def _tanpa_uang(lembar: Lembar, b: int) -> bool:
    """Tell whether a row says another unit where money stands in others: an output among the lines of a budget."""
    kolom = [k for k in lembar.kenal.peran("pagu", "realisasi_rp") if not k.uang]
    return any(re.search(r"\d\s*(?:%|[^\W\d_]{2,})", lembar.sel(b, k.nomor)) for k in kolom)


def _lanjutan(g: Garis, atas: Garis) -> bool:
    """Tell whether a row only goes on with the name above it."""
    if g.angka or g.kode or g.nomor or g.otomatis or g.jumlah or g.penanda >= 0 or not g.nama:
        return False
    return g.nama[0].islower() or bool(
        re.search(r"(?i)(?:\b(?:dan|di|atau|yang|untuk|berdasarkan)|[,/(-])$", atas.nama)
    )


def sebut(nama: str, *, utuh: bool = True) -> str:
    """Return the name of a line as it is compared, without the word that says its level.

    A word alone is a name; not so where it need not be (`utuh`).

    >>> sebut("Program Pelatihan Kerja"), sebut("SUB KEGIATAN : Bursa Kerja"), sebut("Kegiatan:", utuh=False)
    ('pelatihan kerja', 'bursa kerja', '')
    """
    baku = nama_baku(nama)
    return re.sub(r"^(?:sub ?kegiatan|kegiatan|program)(?:\s+|$)", "", baku) or (baku if utuh else "")
