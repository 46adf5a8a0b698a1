"""The list of charts, and capaian against its target; each chart says in words what it shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from itertools import pairwise
from numbers import Real
from typing import Any

from matplotlib.colors import to_hex
from matplotlib.ticker import MaxNLocator

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, MERAH, TINTA
from lkip_lib.display.chart_sheet import SPASI, Lembar, lipat
from lkip_lib.narrative.isi import Isi

# A chart without anything to show is not drawn. Beside Isi a chart may take what it is about: `bagan("tren", "TPT")`.
BAGAN: dict[str, Callable[..., Bagan | None]] = {}

# Where the columns of the bullet chart stand (inches): names, bars, figures.
_KIRI, _KANAN, _LABEL = 2.55, 5.5, 5.72
_LEBAR_LABEL = 1.46


def bagan(fungsi: Callable[..., Bagan | None]) -> Callable[..., Bagan | None]:
    """Enter a chart into the list by the name of its function; what was drawn once is not drawn again."""

    @wraps(fungsi)
    def sekali(isi: Isi, *tentang: str) -> Bagan | None:
        kunci = (fungsi.__name__, *tentang)
        if kunci not in isi.terlukis:
            isi.terlukis[kunci] = fungsi(isi, *tentang)
        return isi.terlukis[kunci]

    BAGAN[fungsi.__name__] = sekali
    return sekali


def angka(nilai: object) -> float | None:
    """Return a finite number as float, None for what is missing.

    >>> angka(80), angka(float("nan")), angka(None)
    (80.0, None, None)
    """
    return float(nilai) if isinstance(nilai, Real) and math.isfinite(nilai) else None


@bagan
def capaian_indikator(isi: Isi) -> Bagan | None:
    """Draw the unbounded capaian of every indicator over the classes of the scale, against the target."""
    baris = isi.baris("indikator")
    nilai = [v for b in baris if (v := angka(b["capaian_mentah_persen"])) is not None]
    if not nilai:
        return None
    ambang = isi.params.ambang_tercapai
    # One value far off must not flatten the others: past these bounds a bar ends in an arrow.
    awal = max(min(0.0, *nilai, 0.0) * 1.1, -0.5 * ambang)
    akhir = max(ambang * 1.15, *(v * 1.06 for v in nilai if v <= 2 * ambang), 0)

    def di(v: float) -> float:
        return _KIRI + (_KANAN - _KIRI) * (min(max(v, awal), akhir) - awal) / (akhir - awal)

    lembar = Lembar()
    pita = _pita(isi)
    lembar.teks(di(ambang), 0, f"batas tercapai {numerals.persen(ambang, trim=True)}", rata="center")
    y = atas = 0.2
    tercapai = {True: False, False: False}
    for b in baris:
        v = angka(b["capaian_mentah_persen"])
        nama, rinci = lipat(b["nama"], _KIRI - 0.15), lipat(_banding(isi, b), _LEBAR_LABEL)
        tinggi = max(len(nama), 1 + len(rinci)) * SPASI + 0.14
        tengah = y + tinggi / 2
        for rendah, tinggi_kelas, warna, _ in pita:
            if (lebar := di(tinggi_kelas) - di(rendah)) > 0:
                lembar.kotak(di(rendah), y + 0.04, lebar, tinggi - 0.08, warna, warna)
        lembar.teks(0, tengah - len(nama) * SPASI / 2, nama)
        lebih = tengah - (1 + len(rinci)) * SPASI / 2
        if v is None:
            lembar.teks(_LABEL, lebih, "tidak terukur", tebal=True)
        else:
            sampai = round(v, 9) >= ambang
            tercapai[sampai] = True
            _batang(lembar, di, (awal, akhir), v, tengah, BIRU if sampai else MERAH)
            lembar.teks(_LABEL, lebih, numerals.persen(v), tebal=True)
        lembar.teks(_LABEL, lebih + SPASI, rinci)
        lembar.garis([(di(ambang), y + 0.06), (di(ambang), y + tinggi - 0.06)], TINTA, 2)
        y += tinggi
    lembar.garis([(di(0), atas), (di(0), y)], TINTA, 0.8)
    for tanda in MaxNLocator(5).tick_values(awal, akhir):
        if awal <= tanda <= akhir:
            lembar.garis([(di(tanda), y), (di(tanda), y + 0.04)])
            lembar.teks(di(tanda), y + 0.05, numerals.persen(tanda, 0), rata="center")
    butir = [(nama, warna, "") for _, _, warna, nama in pita]
    y = lembar.legenda(0, y + 0.28, lembar.lebar, butir)
    capai = [("Tercapai" if s else "Belum tercapai", BIRU if s else MERAH, "") for s in tercapai if tercapai[s]]
    lembar.legenda(0, y, lembar.lebar, capai)
    ucap = "; ".join(f"{b['nama']} {_ucap(isi, b)}" for b in baris)
    return lembar.simpan(
        f"Capaian setiap indikator {isi.masa} sebelum dibatasi, di atas kelas {isi.skala.sumber}",
        f"Diagram batang capaian terhadap batas tercapai {numerals.persen(ambang, trim=True)}: {ucap}.",
    )


def _batang(
    lembar: Lembar, di: Callable[[float], float], sumbu: tuple[float, float], v: float, tengah: float, warna: str
) -> None:
    """Draw one bar; one that runs off the axis ends in an arrow head."""
    x, nol = di(v), di(0)
    lembar.kotak(min(x, nol), tengah - 0.07, abs(x - nol), 0.14, warna, warna)
    if not sumbu[0] <= v <= sumbu[1]:
        arah = 1 if v > 0 else -1
        lembar.segi([(x, tengah - 0.13), (x + arah * 0.16, tengah), (x, tengah + 0.13)], warna)


def _pita(isi: Isi) -> list[tuple[float, float, str, str]]:
    """Return the classes from low to high: bounds, grey, name with the printed bounds."""
    kelas = isi.skala.menurun[::-1]
    celah = isi.params.pembacaan_celah
    antara = [isi.skala.batas_baca(rendah, tinggi, celah) for rendah, tinggi in pairwise(kelas)]
    tepi = [-math.inf, *antara, math.inf]
    hasil = []
    for i, k in enumerate(kelas):
        terang = 0.77 + 0.19 * i / (len(kelas) - 1)
        hasil.append(
            (tepi[i], tepi[i + 1], str(to_hex((terang, terang, terang))), f"{k.nama} {isi.skala.sebut_rentang(k)}")
        )
    return hasil


def _tulis(isi: Isi, b: dict[str, Any], kolom: str) -> str:
    return str(isi.indikator(b["kode"], kolom, desimal=isi.desimal[b["kode"]], ringkas=True))


def _banding(isi: Isi, b: dict[str, Any]) -> str:
    return f"{_tulis(isi, b, 'realisasi')} dari {_tulis(isi, b, 'target')}"


def _ucap(isi: Isi, b: dict[str, Any]) -> str:
    v = angka(b["capaian_mentah_persen"])
    isinya = f"(realisasi {_tulis(isi, b, 'realisasi')}, target {_tulis(isi, b, 'target')})"
    return f"{numerals.persen(v) if v is not None else 'tidak terukur'} {isinya}"
