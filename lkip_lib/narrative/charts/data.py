"""Bars of what the agency tells besides its results: its staff, and its own supporting tables."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.bars import Batang, Butir, deret
from lkip_lib.display.chart import ACUAN, KECIL, lukis, sumbu
from lkip_lib.inputs.documents import DataDukung
from lkip_lib.narrative.charts.results import angka, bagan, layak, sumber
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import temuan


@bagan
def pegawai(isi: Isi) -> Bagan | None:
    """Draw the staff of the group that is told apart most finely; the others are as well read in their tables."""
    kelompok: dict[str, list[tuple[str, float, str]]] = {}
    for b in isi.baris("ketik/sdm"):
        asn, non = angka(b["asn_orang"]), angka(b["non_asn_orang"])
        if asn is not None or non is not None:
            uraian = " ".join(filter(None, (b["uraian"], f"({b['golongan']})" if b["golongan"] else "")))
            kelompok.setdefault(_kelompok(b), []).append((uraian, (asn or 0) + (non or 0), _orang(asn, non)))
    if not kelompok:
        return None
    nama, baris = max(kelompok.items(), key=lambda k: len(k[1]))
    if not layak(v for _, v, _ in baris):
        return None
    terbesar = max(v for _, v, _ in baris)
    judul = f"Menurut {nama.replace('_', ' ')}, pegawai"
    return deret(
        temuan.terbanyak(judul, baris),
        [Butir(uraian, [Batang(v / terbesar * 100, "acuan", teks=teks)]) for uraian, v, teks in baris],
        alt=f"Diagram batang pegawai menurut {nama.replace('_', ' ')}: {'; '.join(f'{u} {t}' for u, _, t in baris)}.",
        satuan="Orang",
        sumber=sumber(b for b in isi.baris("ketik/sdm") if _kelompok(b) == nama),
        legenda={},
    )


def _kelompok(b: dict[str, Any]) -> str:
    """Name a group, with its year where its table states one."""
    return f"{b['kelompok']} tahun {b['tahun']}" if b["tahun"] else str(b["kelompok"])


def _orang(asn: float | None, non: float | None) -> str:
    semua = [(v, n) for v, n in ((asn, "ASN"), (non, "non-ASN")) if v is not None]
    bagian = [b for b in semua if b[0]] or semua[:1]
    return " dan ".join(f"{numerals.write(v, 0)} {n}" for v, n in bagian)


@bagan
def data_dukung(isi: Isi, nama: str = "") -> Bagan | None:
    """Draw a table that the agency adds (the first that has figures) and that has one column of figures."""
    if not nama:
        return next((b for n in isi.instansi.data_dukung if (b := data_dukung(isi, n))), None)
    dukung = isi.instansi.data_dukung.get(nama)
    if dukung is None or not isi.ada(f"ketik/data_dukung/{nama}"):
        return None
    baris = isi.baris(f"ketik/data_dukung/{nama}")
    kolom = [
        k for k, v in dukung.kolom.items() if v.satuan and k != "tahun" and any(angka(b[k]) is not None for b in baris)
    ]
    if len(kolom) != 1:
        return None  # side by side in their table they are read better
    per = _per_tahun if "tahun" in dukung.kolom else _per_baris
    return per(dukung, baris, kolom[0])


def _tulis(nilai: float | None, satuan: str) -> str:
    if satuan.casefold() == "rupiah":
        return numerals.singkat_rupiah(nilai)
    teks = numerals.write(nilai, 2, trim=True)
    return f"{teks}%" if nilai is not None and satuan.casefold() in ("persen", "%") else teks


def _per_tahun(dukung: DataDukung, baris: list[dict[str, Any]], kolom: str) -> Bagan | None:
    """Draw one bar a year; a year stated twice has no single bar, so then nothing is drawn."""
    tahun = [str(b["tahun"]).removesuffix(".0") for b in baris]
    if not all(t.isdecimal() for t in tahun) or len(set(tahun)) < len(tahun):
        return None
    per = {int(t): v for t, b in zip(tahun, baris, strict=True) if (v := angka(b[kolom])) is not None}
    if not layak(per.values()):
        return None
    urut, satuan = list(range(min(per), max(per) + 1)), dukung.kolom[kolom].satuan

    def melukis(ax: Axes, sempit: bool) -> None:
        ax.bar(urut, [per.get(t, 0) for t in urut], color=ACUAN, width=0.6)
        for t, v in per.items():
            letak: Any = {"ha": "center", "va": "bottom" if v >= 0 else "top", "textcoords": "offset points"}
            ax.annotate(_tulis(v, satuan), (t, v), (0, 3 if v >= 0 else -3), fontsize=KECIL, **letak)
        langkah = 2 if sempit and len(urut) > 6 else 1
        ax.set_xticks(urut[::-langkah][::-1], [str(t) for t in urut[::-langkah][::-1]])
        ax.margins(y=0.18)
        ax.yaxis.set_major_formatter(sumbu(0))
        ax.grid(axis="x", visible=False)

    svg, kecil = lukis(melukis, 2.4)
    ucap = ", ".join(f"{t} {_tulis(v, satuan)}" for t, v in sorted(per.items()))
    judul = dukung.kolom[kolom].judul
    return Bagan(
        temuan.gerak(judul, per, lambda v: _tulis(v, satuan), ""),
        f"Diagram batang {judul} ({satuan}): {ucap}.",
        svg,
        kecil,
        satuan=f"{dukung.judul}, {satuan}",
    )


def _per_baris(dukung: DataDukung, baris: list[dict[str, Any]], kolom: str) -> Bagan | None:
    """Draw one bar a row, on a common scale."""
    teks, satuan = [k for k, v in dukung.kolom.items() if not v.satuan], dukung.kolom[kolom].satuan
    ada = [
        (", ".join(str(b[k]) for k in teks if b[k]) or str(b["kode"]), v, f"{_tulis(v, satuan)}{_sebut(satuan)}")
        for b in baris
        if (v := angka(b[kolom])) is not None
    ]
    if not layak(v for _, v, _ in ada) or min(v for _, v, _ in ada) < 0:
        return None
    terbesar, judul = max(v for _, v, _ in ada), dukung.kolom[kolom].judul
    return deret(
        temuan.terbanyak(judul, ada),
        [Butir(nama, [Batang(v / terbesar * 100, "acuan", teks=t)]) for nama, v, t in ada],
        alt=f"Diagram batang {judul}: {'; '.join(f'{n} {t}' for n, _, t in ada)}.",
        satuan=dukung.judul,
        legenda={},
    )


def _sebut(satuan: str) -> str:
    return "" if satuan.casefold() in ("rupiah", "persen", "%") else f" {satuan}"
