"""The list of charts, and capaian against its target; each chart says in words what it shows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from numbers import Real
from typing import Any

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.bars import Batang, Butir, deret
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import temuan
from lkip_lib.narrative.kalimat.simpulan import TEMPAT

# A chart without anything to show is not drawn. Beside Isi a chart may take what it is about: `bagan("tren", "TPT")`.
BAGAN: dict[str, Callable[..., Bagan | None]] = {}
TERSEDIKIT = 3  # points: fewer are a sentence
_SUMBER = 4  # places that the foot of a chart names


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


def layak(nilai: Iterable[float]) -> bool:
    """Tell whether values are worth a chart: three at least, and not all the same.

    >>> layak([1, 2, 3]), layak([1, 2]), layak([5, 5, 5])
    (True, False, False)
    """
    semua = [*nilai]
    return len(semua) >= TERSEDIKIT and len(set(semua)) > 1


def sumber(baris: Iterable[Mapping[Any, Any]]) -> str:
    """Name the places of the agency's document that rows were taken from, as far as they say so."""
    tempat = [*dict.fromkeys(str(b["sumber"]).split(",")[0].strip() for b in baris if b.get("sumber"))]
    lain = len(tempat) - _SUMBER if len(tempat) > _SUMBER + 1 else 0
    tempat = [f"LKIP, {t}" if TEMPAT.match(t) and not n else t for n, t in enumerate(tempat)]
    return "; ".join(tempat[: _SUMBER if lain else None]) + (f"; dan {lain} tempat lain" if lain > 0 else "")


def antara(isi: Isi, nama: str, kode: str, kolom: str) -> tuple[float, float] | None:
    """Return between which values readings put a figure by the document in use; None where they agree."""
    milik = (b for b in isi.baris(nama) if (b["dokumen"], b["kode"]) == (isi.params.dokumen_target, kode))
    nilai = [v for b in milik if (v := angka(b[kolom])) is not None]
    beda = nilai and round(min(nilai), 9) != round(max(nilai), 9)
    return (min(nilai), max(nilai)) if beda else None


@bagan
def capaian_indikator(isi: Isi) -> Bagan | None:
    """Draw the unbounded capaian of every indicator against its target, the least first."""
    semua = [(b, v) for b in isi.baris("indikator") if (v := angka(b["capaian_mentah_persen"])) is not None]
    if not layak(v for _, v in semua):
        return None
    ambang = float(isi.params.ambang_tercapai)
    goyah = isi.goyah.get(isi.params.dokumen_target, set())
    butir, arti = [], set()
    for b, v in sorted(semua, key=lambda x: x[1]):
        warna = "acuan" if b["kode"] in goyah else "kinerja" if round(v, 9) >= ambang else "kurang"
        arti.add(warna)
        teks = isi.indikator(b["kode"], "capaian_mentah_persen")
        sela = antara(isi, "antara/andaian", b["kode"], "capaian_mentah_persen") if b["kode"] in goyah else None
        batang = Batang(0 if sela else v, warna, ambang, sela, _sampai(teks, v, sela))
        butir.append(Butir(b["nama"], [batang], _banding(isi, b)))
    kosong = [b["nama"] for b in isi.baris("indikator") if angka(b["capaian_mentah_persen"]) is None]
    legenda = {"kinerja": "mencapai target", "kurang": "belum mencapai target", "acuan": "belum dapat dipastikan"}
    tampil = {k: n for k, n in legenda.items() if k in arti}
    ucap = [f"{b['nama']} {numerals.persen(v)} ({_banding(isi, b)})" for b, v in semua]
    ucap += [f"{n} tidak terukur" for n in kosong]
    return deret(
        temuan.capaian(isi),
        butir,
        alt=f"Diagram batang capaian terhadap batas tercapai {numerals.persen(ambang, trim=True)}: {'; '.join(ucap)}.",
        satuan=f"Capaian {isi.masa} sebelum dibatasi, persen dari target {isi.acuan}. "
        f"Garis tegak: {numerals.persen(ambang, trim=True)}."
        + (f" Tidak terukur: {', '.join(kosong)}." if kosong else ""),
        sumber=sumber(
            b
            for b in isi.baris("ketik/realisasi")
            if b["tahun"] == isi.tahun and bool(isi.triwulan) != (b["periode"] == TAHUNAN)
        ),
        legenda=tampil,
    )


def _sampai(teks: object, nilai: float, antara: tuple[float, float] | None) -> object:
    """Write beside the figure in use the other end of what readings come to."""
    if antara is None:
        return teks
    lain = antara[0] if nilai - antara[0] > antara[1] - nilai else antara[1]
    return Markup("<span>{} atau {}</span>").format(teks, numerals.persen(lain))


def _tulis(isi: Isi, b: dict[str, Any], kolom: str) -> str:
    return str(isi.indikator(b["kode"], kolom, desimal=isi.desimal[b["kode"]], ringkas=True))


def _banding(isi: Isi, b: dict[str, Any]) -> str:
    return f"{_tulis(isi, b, 'realisasi')} dari {_tulis(isi, b, 'target')}"
