"""The budget as one picture: every level a column, every node as high as its pagu, as dark as its absorption."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import ABU, JINGGA, LEBAR, TINTA
from lkip_lib.display.chart_sheet import SPASI, Lembar, lebar_teks, lipat, renggang
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.isi import Isi

# One hue from light to dark, so that grey print and the colour-blind keep the order.
_KELAS = ((50.0, "#E3EEF8"), (75.0, "#B3D1EA"), (90.0, "#6DA9D8"), (100.0, "#1F6FB2"))
_TANPA = "#E4E7EB"
_REDUP = "#5C6670"
_BAGIAN = (0.8, 1.25, 1.45, 1.6)  # how wide the levels are to one another: names grow longer downwards
_TINGKAT = {"instansi": "Instansi", "program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub kegiatan"}


@dataclass
class Simpul:
    """Hold one node of the budget tree and where it is drawn."""

    kode: str
    nama: str
    tingkat: str
    pagu: float
    serapan: float | None
    anak: list[Simpul] = field(default_factory=list)
    lapis: int = 0
    y: float = 0.0
    tinggi: float = 0.0

    @property
    def sebutan(self) -> str:
        """Return the code, or the name where the code says nothing: the agency's is 0."""
        return self.nama if self.kode == "0" else self.kode

    def rata(self) -> list[Simpul]:
        """Return the node and all below it, in order."""
        return [self, *(s for a in self.anak for s in a.rata())]


@bagan
def pohon_anggaran(isi: Isi) -> Bagan | None:
    """Draw the budget tree from the agency to the sub kegiatan: height is pagu, colour absorption."""
    baris = isi.baris("anggaran")
    akar, tanpa = _pohon(baris)
    semua = [s for a in akar for s in a.rata()]
    daun = [s for s in semua if not s.anak]
    if len(semua) < 2:
        return None
    tinggi = min(8.4, max(2.6, 0.185 * len(daun) + 0.4))
    y = _kepala = 0.24
    jumlah = sum(a.pagu for a in akar)
    for a in akar:
        _bagi(a, 0, y, tinggi * a.pagu / jumlah)
        y += a.tinggi
    lembar = Lembar()
    label = _label_daun(daun, tinggi)
    lebar_label = max((lebar_teks(t) for _, t in label), default=0) + 0.28
    kolom = _kolom(1 + max(s.lapis for s in semua), LEBAR - lebar_label)
    for i, (x, _) in enumerate(kolom):
        lapis = next(s for s in semua if s.lapis == i)
        lembar.teks(x, 0.04, _TINGKAT.get(lapis.tingkat, lapis.tingkat), warna=_REDUP)
    for s in semua:
        _lukis(lembar, s, *kolom[s.lapis])
    ujung = [s.y + s.tinggi / 2 for s, _ in label]
    for (s, teks), ke in zip(label, renggang(ujung, SPASI, _kepala + SPASI / 2, _kepala + tinggi), strict=True):
        x, lebar = kolom[s.lapis]
        mulai = kolom[-1][0] + kolom[-1][1]
        lembar.garis([(x + lebar, s.y + s.tinggi / 2), (mulai, s.y + s.tinggi / 2), (mulai + 0.18, ke)], ABU, 0.6)
        lembar.teks(mulai + 0.22, ke - SPASI / 2, teks)
    catatan = _catatan(semua, tanpa)
    y = lembar.legenda(0, max(lembar.tinggi, _kepala + tinggi) + 0.12, lembar.lebar, _butir(semua))
    if catatan:
        lembar.teks(0, y + 0.02, lipat(catatan, lembar.lebar), warna=_REDUP)
    utama = [s for s in semua if s.lapis <= 1]
    ucap = "; ".join(f"{_nama(s)} pagu {numerals.rupiah(s.pagu)}, serapan {_serapan(s)}" for s in utama)
    terendah = sorted((s for s in daun if s.serapan is not None), key=lambda s: s.serapan or 0)[:3]
    rendah = ", ".join(f"{s.kode} {s.nama} {_serapan(s)}" for s in terendah)
    return lembar.simpan(
        f"Pohon anggaran tahun {isi.tahun}: tinggi kotak menurut pagu, warnanya menurut serapan",
        f"Diagram pohon anggaran: {ucap}."
        + (f" Serapan rincian terendah: {rendah}." if rendah else "")
        + f" {catatan}".rstrip(),
    )


def _pohon(baris: list[dict[str, object]]) -> tuple[list[Simpul], list[str]]:
    """Make the tree of the rows; return its roots, and the codes that have no width because they have no pagu."""
    kode = {str(b["kode"]) for b in baris}
    anak: dict[str, list[dict[str, object]]] = {}
    for b in baris:
        anak.setdefault(str(b["induk"]) if b["induk"] in kode and b["induk"] != b["kode"] else "", []).append(b)
    tanpa: list[str] = []

    def susun(b: dict[str, object], lapis: int) -> Simpul | None:
        isi = [s for a in anak.get(str(b["kode"]), []) if (s := susun(a, lapis + 1))]
        pagu = angka(b["pagu_rp"])
        besar = sum(a.pagu for a in isi) if pagu is None else pagu
        if besar <= 0:
            tanpa.append(str(b["kode"]))
            return None
        simpul = Simpul(
            str(b["kode"]), str(b["nama"]), str(b["tingkat"]), besar, angka(b["serapan_persen"]), isi, lapis
        )
        return simpul

    return [s for b in anak.get("", []) if (s := susun(b, 0))], [
        str(b["kode"]) for b in baris if b["kode"] in set(tanpa)
    ]


def _bagi(simpul: Simpul, lapis: int, y: float, tinggi: float) -> None:
    """Give a node its place; children that outgrow their parent are drawn smaller, a remainder stays empty."""
    simpul.lapis, simpul.y, simpul.tinggi = lapis, y, tinggi
    jumlah = max(simpul.pagu, sum(a.pagu for a in simpul.anak))
    for a in simpul.anak:
        _bagi(a, lapis + 1, y, tinggi * a.pagu / jumlah)
        y += a.tinggi


def _kolom(banyak: int, lebar: float) -> list[tuple[float, float]]:
    bagian = [_BAGIAN[min(i, len(_BAGIAN) - 1)] for i in range(banyak)]
    hasil, x = [], 0.0
    for b in bagian:
        hasil.append((x, lebar * b / sum(bagian)))
        x += hasil[-1][1]
    return hasil


def _warna(simpul: Simpul) -> str:
    if simpul.serapan is None:
        return _TANPA
    return next(
        (w for batas, w in _KELAS if simpul.serapan < batas), _KELAS[-1][1] if simpul.serapan <= 100 else JINGGA
    )


def _nama(simpul: Simpul) -> str:
    return simpul.nama if simpul.kode == "0" else f"{simpul.kode} {simpul.nama}"


def _serapan(simpul: Simpul) -> str:
    return numerals.persen(simpul.serapan) if simpul.serapan is not None else "tidak terhitung"


def _lukis(lembar: Lembar, s: Simpul, x: float, lebar: float) -> None:
    """Draw a node with as much of its label as fits: name and figures, one line, or nothing."""
    warna = _warna(s)
    lembar.kotak(x, s.y, lebar, s.tinggi, warna, "white", "////" if s.serapan is None else "")
    muat = int((s.tinggi - 0.04) / SPASI)
    if muat < 1:
        return
    ruang = lebar - 0.12
    angka_simpul = _serapan(s)
    depan = f"{s.kode} " if s.kode != "0" else ""
    if muat == 1:
        baris = [
            t for t in (f"{depan}{s.nama} {angka_simpul}", f"{depan}{angka_simpul}", s.kode) if lebar_teks(t) <= ruang
        ][:1]
    else:
        nama = lipat(f"{depan}{s.nama}", ruang, baris=muat - 1)
        pagu = lipat(numerals.singkat_rupiah(s.pagu), ruang) if muat >= len(nama) + 2 else []
        baris = [*nama, *pagu, angka_simpul]
        baris = baris if len(baris) <= muat else baris[:muat]
    tinta = "white" if warna == _KELAS[-1][1] else TINTA
    atas = s.y + (s.tinggi - len(baris) * SPASI) / 2
    if s.serapan is None and baris:
        lembar.kotak(x + 0.04, atas, max(map(lebar_teks, baris)) + 0.04, len(baris) * SPASI, _TANPA, _TANPA)
    lembar.teks(x + 0.06, atas, baris, warna=tinta)


def _label_daun(daun: list[Simpul], tinggi: float) -> list[tuple[Simpul, str]]:
    """Return the leaves too small for their name, with what is written beside them; the largest when too many."""
    kecil = [s for s in daun if int((s.tinggi - 0.04) / SPASI) < 1]
    muat = int(tinggi / SPASI)
    pilih = {id(s) for s in sorted(kecil, key=lambda s: -s.pagu)[:muat]}
    return [(s, f"{s.kode} {_serapan(s) if s.serapan is not None else '–'}") for s in kecil if id(s) in pilih]


def _butir(semua: list[Simpul]) -> list[tuple[str, str, str]]:
    batas = ["<50%", "50–<75%", "75–<90%", "90–100%"]
    hasil = [(f"Serapan {b}" if i == 0 else b, w, "") for i, (b, (_, w)) in enumerate(zip(batas, _KELAS, strict=True))]
    if any(s.serapan is not None and s.serapan > 100 for s in semua):
        hasil.append((">100%", JINGGA, ""))
    if any(s.serapan is None for s in semua):
        hasil.append(("tidak terhitung", _TANPA, "////"))
    return hasil


def _catatan(semua: list[Simpul], tanpa: list[str]) -> str:
    lebih = [s.sebutan for s in semua if s.anak and sum(a.pagu for a in s.anak) > s.pagu * (1 + 1e-9)]
    kurang = [s.sebutan for s in semua if s.anak and sum(a.pagu for a in s.anak) < s.pagu * (1 - 1e-9)]
    kalimat = []
    if tanpa:
        kalimat.append(f"Tanpa pagu, jadi tidak tergambar: {', '.join(tanpa)}.")
    if lebih:
        kalimat.append(f"Pagu rinciannya melebihi pagunya sendiri, digambar mengecil: {', '.join(lebih)}.")
    if kurang:
        kalimat.append(f"Ruang putih: pagu yang tidak terurai dalam rinciannya: {', '.join(kurang)}.")
    return " ".join(kalimat)
