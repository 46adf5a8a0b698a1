"""Trees of boxes: the organisation of the agency, and tujuan down to the programs that support them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkip_lib.display import Bagan
from lkip_lib.display.chart import LEBAR
from lkip_lib.display.chart_sheet import SPASI, Lembar, lipat
from lkip_lib.inputs.documents import Unit
from lkip_lib.narrative.charts import bagan
from lkip_lib.narrative.isi import Isi

_TEPI = 0.06
_GARIS = "#7B8794"
_TENANG = ("#DCE6F0", "#EDF1F5", "#FFFFFF", "#F6F1E4")


def _kotak(
    lembar: Lembar, x: float, tengah: float, lebar: float, baris: Sequence[str], warna: str, kode: str = ""
) -> None:
    """Draw a box around its lines, the code in bold on top, its middle at a height."""
    tinggi = _tinggi(baris, kode)
    atas = tengah - tinggi / 2
    lembar.kotak(x, atas, lebar, tinggi, warna, _GARIS)
    y = atas + _TEPI
    if kode:
        y = lembar.teks(x + _TEPI, y, lipat(kode, lebar - 2 * _TEPI, tebal=True), tebal=True)
    lembar.teks(x + _TEPI, y, baris)


def _tinggi(baris: Sequence[str], kode: str = "") -> float:
    return (len(baris) + bool(kode)) * SPASI + 2 * _TEPI


@bagan
def organisasi(isi: Isi) -> Bagan | None:
    """Draw the organisation: the head, the units under it in rows, and what is under those as lists."""
    puncak = isi.instansi.organisasi
    if puncak is None:
        return None
    lembar = Lembar()
    nama = lipat(puncak.nama, 2.2, tebal=True)
    tinggi = _tinggi(nama)
    lembar.kotak(LEBAR / 2 - 1.2, 0.02, 2.4, tinggi, _TENANG[0], _GARIS)
    lembar.teks(LEBAR / 2, 0.02 + _TEPI, nama, tebal=True, rata="center")
    y = 0.02 + tinggi
    deretan = _deretan(puncak.anak)
    kiri = 0.2 if len(deretan) > 1 else 0.02
    rel = 0.0
    for i, deret in enumerate(deretan):
        awal, y = y, y + 0.18
        celah = 0.12
        lebar = min(1.9, (LEBAR - kiri - 0.02 - celah * (len(deret) - 1)) / len(deret))
        mulai = (kiri + LEBAR - 0.02 - lebar * len(deret) - celah * (len(deret) - 1)) / 2
        pusat = [mulai + j * (lebar + celah) + lebar / 2 for j in range(len(deret))]
        if i == 0:
            lembar.garis([(LEBAR / 2, awal), (LEBAR / 2, y)], _GARIS)
        batang = [0.08] if len(deretan) > 1 else []
        ujung = [*batang, *pusat, *([LEBAR / 2] if i == 0 else [])]
        lembar.garis([(min(ujung), y), (max(ujung), y)], _GARIS)
        if i:
            lembar.garis([(0.08, rel), (0.08, y)], _GARIS)
        rel = y
        y = _baris_unit(lembar, deret, [p - lebar / 2 for p in pusat], lebar, y)
    return lembar.simpan(f"Susunan organisasi {isi.instansi.nama}", f"Bagan organisasi: {_sebut(puncak)}.")


def _deretan(unit: Sequence[Unit], terbanyak: int = 6) -> list[Sequence[Unit]]:
    """Share units among as few rows as hold them readably, evenly filled."""
    banyak = -(-len(unit) // terbanyak)
    isi = -(-len(unit) // banyak) if banyak else 1
    return [unit[i : i + isi] for i in range(0, len(unit), isi)]


def _baris_unit(lembar: Lembar, deret: Sequence[Unit], kiri: list[float], lebar: float, y: float) -> float:
    """Draw a row of boxes of one height, each with its list beneath; return where the longest ends."""
    nama = [lipat(u.nama, lebar - 2 * _TEPI) for u in deret]
    tinggi = max(_tinggi(n) for n in nama)
    akhir = y
    for u, n, x in zip(deret, nama, kiri, strict=True):
        lembar.garis([(x + lebar / 2, y), (x + lebar / 2, y + 0.14)], _GARIS)
        lembar.kotak(x, y + 0.14, lebar, tinggi, _TENANG[1], _GARIS)
        lembar.teks(x + lebar / 2, y + 0.14 + (tinggi - len(n) * SPASI) / 2, n, rata="center")
        akhir = max(akhir, _daftar(lembar, u.anak, x + 0.08, x + lebar, y + 0.14 + tinggi))
    return akhir


def _daftar(lembar: Lembar, unit: Sequence[Unit], x: float, kanan: float, y: float) -> float:
    """List units under a rail on their left, those beneath them indented; return where the list ends."""
    atas = rel = y
    for u in unit:
        baris = lipat(u.nama, max(kanan - x - 0.12, 0.5))
        y += 0.08
        rel = y + SPASI / 2
        lembar.garis([(x, rel), (x + 0.08, rel)], _GARIS)
        y = lembar.teks(x + 0.12, y, baris)
        y = _daftar(lembar, u.anak, x + 0.14, kanan, y)
    if unit:
        lembar.garis([(x, atas), (x, rel)], _GARIS)
    return y


def _sebut(unit: Unit) -> str:
    return unit.nama + (f" membawahi {', '.join(map(_dalam, unit.anak))}" if unit.anak else "")


def _dalam(unit: Unit) -> str:
    return unit.nama + (f" ({', '.join(map(_dalam, unit.anak))})" if unit.anak else "")


@dataclass(frozen=True)
class Kotak:
    """Hold what one box of the performance tree says."""

    kode: str
    nama: str


@dataclass(frozen=True)
class Cabang:
    """Hold one sasaran with its tujuan, its indicators and the programs that support it."""

    tujuan: Kotak | None
    sasaran: Kotak | None
    indikator: tuple[Kotak, ...]
    program: tuple[Kotak, ...]


@bagan
def pohon_kinerja(isi: Isi) -> Bagan | None:
    """Draw tujuan, sasaran, indicators and programs as columns of boxes joined by what belongs together."""
    cabang = _cabang(isi)
    if not cabang:
        return None
    ada = {
        "Tujuan": any(c.tujuan for c in cabang),
        "Sasaran": any(c.sasaran for c in cabang),
        "Indikator": any(c.indikator for c in cabang),
        "Program": any(c.program for c in cabang),
    }
    judul = [k for k, v in ada.items() if v]
    lebar = (LEBAR - 0.02 - 0.28 * (len(judul) - 1)) / len(judul)
    x = {k: 0.01 + i * (lebar + 0.28) for i, k in enumerate(judul)}
    lembar = Lembar()
    for k in judul:
        lembar.teks(x[k], 0, k, tebal=True)
    y = 0.22
    for tujuan in dict.fromkeys(c.tujuan for c in cabang):
        awal, pusat = y, []
        milik = [c for c in cabang if c.tujuan == tujuan]
        baris = lipat(tujuan.nama, lebar - 2 * _TEPI) if tujuan else []
        tinggi_milik = sum(_tinggi_cabang(c, lebar) for c in milik)
        kurang = max(0.0, _tinggi(baris, tujuan.kode) + 0.12 - tinggi_milik) if tujuan else 0.0
        for c in milik:
            tinggi = _tinggi_cabang(c, lebar) + kurang / len(milik)
            _lukis_cabang(lembar, c, x, lebar, y + tinggi / 2)
            pusat.append(y + tinggi / 2)
            y += tinggi
        if tujuan:
            tengah = (awal + y) / 2
            kanan = [p for c, p in zip(milik, pusat, strict=True) if c.sasaran]
            _sambung(lembar, [tengah], kanan, x["Tujuan"] + lebar)
            _kotak(lembar, x["Tujuan"], tengah, lebar, baris, _TENANG[0], tujuan.kode)
        y += 0.08
    return lembar.simpan(f"Pohon kinerja tahun {isi.tahun}", f"Pohon kinerja: {'. '.join(map(_ucap, cabang))}.")


def _cabang(isi: Isi) -> list[Cabang]:
    """Gather the branches; what names no known parent stands in a branch of its own."""
    tujuan = {b["kode"]: Kotak(b["kode"], b["nama"]) for b in isi.baris("ketik/tujuan")}
    # Without a table of sasaran, their codes on the indicators' cards name them.
    kartu = isi.baris("ketik/sasaran") or isi.baris("sasaran")
    program = {b["kode"]: b["nama"] for b in isi.baris("ketik/anggaran") if b["tingkat"] == "program"}
    indikator = isi.baris("indikator")
    hasil = []
    for s in kartu:
        milik = tuple(Kotak(b["kode"], b["nama"]) for b in indikator if b["sasaran"] == s["kode"])
        programnya = tuple(
            Kotak(b["program"], program.get(b["program"], ""))
            for b in isi.baris("pendukung")
            if b["sasaran"] == s["kode"]
        )
        nama = "" if s["nama"] == s["kode"] else s["nama"]
        hasil.append(Cabang(tujuan.get(s.get("tujuan", "")), Kotak(s["kode"], nama), milik, programnya))
    lepas = tuple(Kotak(b["kode"], b["nama"]) for b in indikator if b["sasaran"] not in {s["kode"] for s in kartu})
    return hasil + ([Cabang(None, None, lepas, ())] if lepas else [])


def _tumpuk(kotak: Sequence[Kotak], lebar: float) -> list[tuple[Kotak, list[str], float]]:
    """Return boxes with their lines and heights."""
    baris = [(k, lipat(k.nama, lebar - 2 * _TEPI)) for k in kotak]
    return [(k, b, _tinggi(b, k.kode)) for k, b in baris]


def _tinggi_cabang(c: Cabang, lebar: float) -> float:
    kolom = [(c.sasaran,) if c.sasaran else (), c.indikator, c.program]
    return max(sum(t + 0.1 for _, _, t in _tumpuk(k, lebar)) for k in kolom) + 0.06


def _lukis_cabang(lembar: Lembar, c: Cabang, x: dict[str, float], lebar: float, tengah: float) -> None:
    """Draw one branch around its middle: sasaran, then indicators, then programs."""
    kiri: list[float] = []
    akhir = 0.0
    kolom = (("Sasaran", (c.sasaran,) if c.sasaran else ()), ("Indikator", c.indikator), ("Program", c.program))
    for i, (nama, kotak) in enumerate(kolom):
        if not kotak:
            continue
        tumpuk = _tumpuk(kotak, lebar)
        y = tengah - (sum(t + 0.1 for _, _, t in tumpuk) - 0.1) / 2
        pusat = []
        for k, baris, tinggi in tumpuk:
            _kotak(lembar, x[nama], y + tinggi / 2, lebar, baris, _TENANG[i + 1], k.kode)
            pusat.append(y + tinggi / 2)
            y += tinggi + 0.1
        if kiri:
            _sambung(lembar, kiri, pusat, akhir, x[nama])
        kiri, akhir = pusat, x[nama] + lebar


def _sambung(
    lembar: Lembar, kiri: Sequence[float], kanan: Sequence[float], dari: float, sampai: float | None = None
) -> None:
    """Join every box on the left with every box on the right by right angles over one rail between them."""
    if not kiri or not kanan:
        return
    sampai = dari + 0.28 if sampai is None else sampai
    # Where a column is skipped the rail stands right before the boxes it leads to.
    rel = sampai - 0.14
    for y in kiri:
        lembar.garis([(dari, y), (rel, y)], _GARIS)
    for y in kanan:
        lembar.garis([(rel, y), (sampai, y)], _GARIS)
    if max(*kiri, *kanan) > min(*kiri, *kanan):
        lembar.garis([(rel, min(*kiri, *kanan)), (rel, max(*kiri, *kanan))], _GARIS)


def _ucap(c: Cabang) -> str:
    """Say one branch in words."""

    def sebut(kotak: Sequence[Kotak]) -> str:
        return "; ".join(f"{k.kode} {k.nama}".strip() for k in kotak)

    bagian = [f"tujuan {sebut([c.tujuan])}"] if c.tujuan else []
    bagian += [f"sasaran {sebut([c.sasaran])}"] if c.sasaran else []
    bagian += [f"indikator {sebut(c.indikator)}"] if c.indikator else []
    bagian += [f"program {sebut(c.program)}"] if c.program else []
    return ", ".join(bagian)
