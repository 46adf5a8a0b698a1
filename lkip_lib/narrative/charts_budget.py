"""Charts of the budget beside the results: absorption of every program, and capaian against absorption."""

from __future__ import annotations

from lkip_lib import numerals
from lkip_lib.display import Bagan
from lkip_lib.display.chart import BIRU, TINTA
from lkip_lib.display.chart_sheet import SPASI, Lembar, lipat
from lkip_lib.display.quadrants import Kuadran, Titik
from lkip_lib.narrative.charts import angka, bagan
from lkip_lib.narrative.hemat import DITAHAN, ditahan
from lkip_lib.narrative.isi import Isi

_PAGU = "#D3DAE2"
_REDUP = "#5C6670"


@bagan
def serapan_program(isi: Isi) -> Bagan | None:
    """Draw pagu and realisasi of every program, and what the programs leave unexplained."""
    semua = [
        (b, angka(b["pagu_rp"]), angka(b["realisasi_rp"])) for b in isi.baris("anggaran") if b["tingkat"] == "program"
    ]
    baris = [(b, p, r) for b, p, r in semua if p and p > 0 and r is not None]
    if not baris:
        return None
    kiri, kanan = 2.75, 5.85
    terbesar = max(max(p, r) for _, p, r in baris)
    lembar = Lembar()
    y = lembar.legenda(kiri, 0, kanan, [("Pagu", _PAGU, ""), ("Realisasi", BIRU, "")]) + 0.04
    for b, pagu, realisasi in baris:
        nama = lipat(f"{b['kode']}. {b['nama']}", kiri - 0.15)
        tinggi = max(2, len(nama)) * SPASI + 0.14
        tengah = y + tinggi / 2
        lembar.teks(0, tengah - len(nama) * SPASI / 2, nama)
        for nilai, tebal, warna in ((pagu, 0.28, _PAGU), (realisasi, 0.13, BIRU)):
            lembar.kotak(kiri, tengah - tebal / 2, (kanan - kiri) * nilai / terbesar, tebal, warna, warna)
        x = kiri + (kanan - kiri) * max(pagu, realisasi) / terbesar + 0.08
        lembar.teks(x, tengah - SPASI, numerals.persen(b["serapan_persen"]), tebal=True)
        lembar.teks(x, tengah, f"dari {numerals.singkat_rupiah(pagu)}")
        y += tinggi
    lembar.garis([(kiri, 0.24), (kiri, y)], TINTA)
    sisa = _residu(isi)
    kosong = [b["kode"] for b, p, r in semua if not (p and p > 0 and r is not None)]
    catatan = f"{sisa} Tanpa pagu atau realisasi: {', '.join(kosong)}.".strip() if kosong else sisa.strip()
    if catatan:
        lembar.teks(0, y + 0.06, lipat(catatan, lembar.lebar), warna=_REDUP)
    ucap = "; ".join(
        f"{b['kode']} {numerals.persen(b['serapan_persen'])} dari {numerals.singkat_rupiah(p)}" for b, p, _ in baris
    )
    return lembar.simpan(
        f"Pagu dan realisasi program {isi.masa}",
        f"Diagram batang serapan setiap program: {ucap}. {catatan}".strip(),
    )


def _residu(isi: Isi) -> str:
    """Say what the programs leave unexplained of the agency's figures."""
    akar = isi.akar or {}
    beda = [(n, angka(akar.get(f"residu_{n}_rp"))) for n in ("pagu", "realisasi")]
    sebut = [f"{n} {numerals.rupiah(r)}" for n, r in beda if r]
    return f"Belum terurai dalam program: {' dan '.join(sebut)}." if sebut else ""


@bagan
def capaian_serapan(isi: Isi) -> Bagan | None:
    """Draw capaian against absorption of every sasaran in four named quadrants."""
    baris = [
        (b["sasaran"], s, c, b["sebutan"] or (f"sebutan {DITAHAN}" if ditahan(b) else ""))
        for b in isi.baris("efisiensi")
        if (c := angka(b["capaian_persen"])) is not None and (s := angka(b["serapan_persen"])) is not None
    ]
    if not baris:
        return None
    terbaik = isi.kebijakan.efisiensi.terbaik
    titik = [Titik(kode, s, c, tingkat == terbaik) for kode, s, c, tingkat in baris]
    serapan = angka((isi.akar or {}).get("serapan_persen"))
    # The agency's own absorption parts left from right; without it, what was planned: all of it.
    batas = (serapan, "serapan instansi") if serapan is not None else (100.0, "serapan penuh")
    lembar = Lembar()
    Kuadran(titik, float(isi.params.ambang_tercapai), *batas).lukis(lembar)
    x, y = 4.5, 0.05
    for kode, s, c, tingkat in baris:
        nama = lipat(isi.nama_sasaran.get(kode, ""), lembar.lebar - x)
        lembar.teks(x, y, kode, tebal=True)
        y = lembar.teks(x, y + SPASI, nama)
        angka_titik = f"capaian {numerals.persen(c)}, serapan {numerals.persen(s)}"
        y = lembar.teks(x, y, lipat(angka_titik, lembar.lebar - x), warna=_REDUP)
        y = lembar.teks(x, y, lipat(tingkat, lembar.lebar - x), warna=_REDUP) + 0.1
    ucap = "; ".join(
        f"{kode} capaian {numerals.persen(c)}, serapan {numerals.persen(s)}, {tingkat}" for kode, s, c, tingkat in baris
    )
    return lembar.simpan(f"Capaian dan serapan setiap sasaran tahun {isi.tahun}", f"Diagram titik: {ucap}.")
