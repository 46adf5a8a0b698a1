"""Bars of what the agency tells besides its results: its staff, and its own supporting tables."""

from __future__ import annotations

from typing import Any

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, HIJAU, JINGGA, MERAH, TINTA, kanvas, simpan, sumbu
from lkip_lib.display.chart_sheet import SPASI, Lembar, lebar_teks, lipat
from lkip_lib.inputs.documents import DataDukung
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.isi import Isi

_WARNA = (BIRU, JINGGA, HIJAU, MERAH)
_TERBANYAK = 4  # figure columns side by side


@bagan
def pegawai(isi: Isi) -> Bagan | None:
    """Draw the staff of every group in a panel of its own, all panels on one scale."""
    baris = [
        (_kelompok(b), " ".join(filter(None, (b["uraian"], f"({b['golongan']})" if b["golongan"] else ""))), a, n)
        for b in isi.baris("ketik/sdm")
        for a, n in [(angka(b["asn_orang"]), angka(b["non_asn_orang"]))]
        if a is not None or n is not None
    ]
    if not baris:
        return None
    lain = any(n for *_, n in baris)
    terbesar = max((a or 0) + (n or 0) for *_, a, n in baris) or 1
    lembar = Lembar()
    butir = [("ASN", BIRU, ""), ("+ non-ASN", JINGGA, "")] if lain else [("ASN", BIRU, "")]
    atas = lembar.legenda(0, 0, lembar.lebar, butir) + 0.06
    lajur = [atas, atas]
    for kelompok in dict.fromkeys(k for k, *_ in baris):
        milik = [b for b in baris if b[0] == kelompok]
        sisi = lajur.index(min(lajur))
        lajur[sisi] = _panel_pegawai(lembar, milik, sisi * 3.72, lajur[sisi], terbesar) + 0.16
    ucap = []
    for kelompok in dict.fromkeys(k for k, *_ in baris):
        isinya = (f"{u} {_orang(a, n, lengkap=True)}" for k, u, a, n in baris if k == kelompok)
        ucap.append(f"menurut {kelompok.replace('_', ' ')}: {', '.join(isinya)}")
    return lembar.simpan(f"Pegawai tahun {isi.tahun} (orang)", f"Diagram batang jumlah pegawai {'; '.join(ucap)}.")


def _kelompok(b: dict[str, Any]) -> str:
    """Name a group, with its year where its table states one."""
    return f"{b['kelompok']} tahun {b['tahun']}" if b["tahun"] else str(b["kelompok"])


def _orang(asn: float | None, non: float | None, *, lengkap: bool = False) -> str:
    bagian = [(v, n) for v, n in ((asn, "ASN"), (non, "non-ASN")) if v is not None]
    if lengkap:
        return " dan ".join(f"{numerals.write(v, 0)} {n}" for v, n in bagian)
    return " + ".join(numerals.write(v, 0) for v in (asn, non) if v) or "0"


def _panel_pegawai(
    lembar: Lembar, baris: list[tuple[str, str, float | None, float | None]], x: float, y: float, terbesar: float
) -> float:
    """Draw the bars of one group and return where the panel ends."""
    y = lembar.teks(x, y, f"Menurut {baris[0][0].replace('_', ' ')}", tebal=True) + 0.05
    nol, panjang, awal = x + 1.72, 1.2, y
    for _, uraian, asn, non in baris:
        nama = lipat(uraian, 1.64)
        tinggi = len(nama) * SPASI + 0.06
        lembar.teks(x, y + 0.03, nama)
        kiri = nol
        for v, warna in ((asn, BIRU), (non, JINGGA)):
            if v:
                lembar.kotak(kiri, y + tinggi / 2 - 0.06, panjang * v / terbesar, 0.12, warna, warna)
                kiri += panjang * v / terbesar
        lembar.teks(kiri + 0.05, y + tinggi / 2 - SPASI / 2, _orang(asn, non))
        y += tinggi
    lembar.garis([(nol, awal), (nol, y)], TINTA)
    return y


@bagan
def data_dukung(isi: Isi, nama: str = "") -> Bagan | None:
    """Draw a table that the agency adds (the first that has figures): by year, or its rows beside each other."""
    if not nama:
        return next((b for n in isi.instansi.data_dukung if (b := data_dukung(isi, n))), None)
    dukung = isi.instansi.data_dukung.get(nama)
    if dukung is None or not isi.ada(f"ketik/data_dukung/{nama}"):
        return None
    baris = isi.baris(f"ketik/data_dukung/{nama}")
    kolom = [
        k for k, v in dukung.kolom.items() if v.satuan and k != "tahun" and any(angka(b[k]) is not None for b in baris)
    ]
    if not kolom:
        return None
    if len(kolom) == 1 and "tahun" in dukung.kolom:
        return _per_tahun(dukung, baris, kolom[0])
    return _per_baris(dukung, baris, kolom)


def _tulis(nilai: float | None, satuan: str) -> str:
    if satuan.casefold() == "rupiah":
        return numerals.singkat_rupiah(nilai)
    teks = numerals.write(nilai, 2, trim=True)
    return f"{teks}%" if nilai is not None and satuan.casefold() in ("persen", "%") else teks


def _per_tahun(dukung: DataDukung, baris: list[dict[str, Any]], kolom: str) -> Bagan | None:
    """Draw one bar a year; a year stated twice has no single bar, so then nothing is drawn."""
    tahun = [str(b["tahun"]).removesuffix(".0") for b in baris]
    if not all(t.isdecimal() for t in tahun) or len(set(tahun)) < max(2, len(tahun)):
        return None
    per = {int(t): angka(b[kolom]) for t, b in zip(tahun, baris, strict=True)}
    urut = list(range(min(per), max(per) + 1))
    satuan = dukung.kolom[kolom].satuan
    with kanvas(tinggi=2.3) as (gambar, ax):
        ax.bar(urut, [per.get(t) or 0 for t in urut], color=BIRU, width=min(0.55, 0.12 * len(urut) + 0.1))
        for t in urut:
            if (v := per.get(t)) is not None:
                letak: Any = {"ha": "center", "va": "bottom" if v >= 0 else "top", "textcoords": "offset points"}
                ax.annotate(_tulis(v, satuan), (t, v), (0, 3 if v >= 0 else -3), **letak)
        ax.set_xticks(urut, [str(t) for t in urut])
        ax.set_xlim(urut[0] - 0.8, urut[-1] + 0.8)
        ax.margins(y=0.18)
        ax.set_ylabel(satuan)
        ax.yaxis.set_major_formatter(sumbu(0))
        ax.grid(axis="x", visible=False)
        ucap = ", ".join(f"{t} {_tulis(per.get(t), satuan)}" for t in urut if per.get(t) is not None)
        return simpan(gambar, dukung.judul, f"Diagram batang {dukung.kolom[kolom].judul} ({satuan}): {ucap}.")


def _per_baris(dukung: DataDukung, baris: list[dict[str, Any]], kolom: list[str]) -> Bagan:
    """Draw the rows as bars, columns of one unit on a common scale, other units in panels beside them."""
    teks = [k for k, v in dukung.kolom.items() if not v.satuan]
    nama = [", ".join(str(b[k]) for k in teks if b[k]) or str(b["kode"]) for b in baris]
    panel: dict[str, list[str]] = {}
    for k in kolom:
        panel.setdefault(dukung.kolom[k].satuan, []).append(k)
    lembar = Lembar()
    satuan = list(panel)
    for i in range(0, len(satuan), _TERBANYAK):
        _jajar(lembar, dukung, baris, nama, {s: panel[s] for s in satuan[i : i + _TERBANYAK]})
    ucap = "; ".join(
        f"{n}: " + ", ".join(f"{dukung.kolom[k].judul} {_ucap(b, k, dukung)}" for k in kolom)
        for n, b in zip(nama, baris, strict=True)
    )
    return lembar.simpan(dukung.judul, f"Diagram batang {ucap}.")


def _ucap(b: dict[str, Any], kolom: str, dukung: DataDukung) -> str:
    v = angka(b[kolom])
    satuan = dukung.kolom[kolom].satuan
    sendiri = satuan.casefold() in ("rupiah", "persen", "%")
    return "belum diisi" if v is None else _tulis(v, satuan) + ("" if sendiri else f" {satuan}")


def _jajar(
    lembar: Lembar, dukung: DataDukung, baris: list[dict[str, Any]], nama: list[str], panel: dict[str, list[str]]
) -> None:
    """Draw panels beside each other, the rows' names on the left once."""
    kiri = 1.75
    lebar = (lembar.lebar - kiri - 0.15 * (len(panel) - 1)) / len(panel)
    x = [kiri + i * (lebar + 0.15) for i in range(len(panel))]
    awal = lembar.tinggi + (0.15 if lembar.tinggi else 0)
    y = awal
    for mulai, (s, kolom) in zip(x, panel.items(), strict=True):
        if len(kolom) == 1:
            judul = dukung.kolom[kolom[0]].judul
            kepala = judul if judul.casefold() == s.casefold() else f"{judul} ({s})"
            y = max(y, lembar.teks(mulai, awal, lipat(kepala, lebar, tebal=True), tebal=True))
        else:
            butir = [(dukung.kolom[k].judul, _WARNA[j % 4], "") for j, k in enumerate(kolom)]
            bawah = lembar.teks(mulai, awal, s, tebal=True) + 0.02
            y = max(y, lembar.legenda(mulai, bawah, lebar, butir))
    y += 0.06
    mulai_batang = y
    for n, b in zip(nama, baris, strict=True):
        judul_baris = lipat(n, kiri - 0.12)
        tinggi = max(len(judul_baris) * SPASI, max(map(len, panel.values())) * 0.17) + 0.12
        lembar.teks(0, y + (tinggi - len(judul_baris) * SPASI) / 2, judul_baris)
        for mulai, (s, kolom) in zip(x, panel.items(), strict=True):
            semua = [angka(c[k]) for c in baris for k in kolom]
            ruang = lebar - 0.1 - max(lebar_teks(_tulis(v, s)) for v in semua)
            terbesar = max((abs(v) for v in semua if v is not None), default=0) or 1
            atas = y + (tinggi - 0.17 * len(kolom)) / 2
            for j, k in enumerate(kolom):
                v = angka(b[k])
                panjang = ruang * abs(v or 0) / terbesar
                lembar.kotak(mulai, atas + 0.02, panjang, 0.13, _WARNA[j % 4], _WARNA[j % 4])
                lembar.teks(mulai + panjang + 0.05, atas + 0.01, _tulis(v, s))
                atas += 0.17
        y += tinggi
    for mulai in x:
        lembar.garis([(mulai, mulai_batang), (mulai, y)], TINTA)
