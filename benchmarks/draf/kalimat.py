"""The sentences of a draft that repeat the figures of its tables."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.draf.anggaran import bagi_belanja
from benchmarks.draf.bahan import TAHUN, Bahan
from benchmarks.draf.model import Angka, Paragraf
from benchmarks.pemeriksaan.cetak import terbilang
from benchmarks.pemeriksaan.kinerja import Indikator

_J = "kalimat"


def _persen(b: Bahan, a: Angka) -> Angka:
    """Print a percentage of a sentence with its sign always."""
    lama = a.tulis
    return Angka(a.jenis, a.peran, a.subjek, a.kode, a.tahun, a.nilai, lambda x: lama(x).rstrip("% ") + "%", a.desimal)


def indikator(b: Bahan, k: Indikator) -> Paragraf:
    """Tell what an indicator reached."""
    r, t, c = b.realisasi(_J, k), b.target(_J, k), b.capaian(_J, k)
    isi: list[str | Angka] = [f"Indikator {k.nama} pada tahun {TAHUN} terealisasi sebesar ", r]
    if b.acak.random() < 0.6:
        isi += [" dari target sebesar ", t]
    if c and b.acak.random() < 0.7:
        isi += [", sehingga capaian kinerjanya ", _persen(b, c)]
    isi.append(b.acak.choice((".", " sebagaimana tabel di atas.")))
    return Paragraf(isi)


def arah(b: Bahan, k: Indikator) -> Paragraf | None:
    """Tell how a realisasi moved since the year before."""
    lalu, kini = k.realisasi[TAHUN - 1], k.realisasi[TAHUN]
    if lalu == kini:
        return None
    kata = "meningkat" if kini > lalu else "menurun"
    return Paragraf([
        f"Realisasi {k.nama} tahun {TAHUN} sebesar ", b.realisasi(_J, k), f", {kata} dibandingkan dengan tahun "
        f"{TAHUN - 1} sebesar ", b.realisasi(_J, k, TAHUN - 1), ".",
    ])  # fmt: skip


def anggaran(b: Bahan) -> Paragraf:
    """Tell the money of the agency."""
    pagu, nyata = b.pagu(_J, b.akar, kalimat=True), b.belanja(_J, b.akar, kalimat=True)
    return Paragraf([
        f"Realisasi anggaran {b.nama} pada tahun {TAHUN} sebesar ", nyata, " dari total anggaran ", pagu, " atau ",
        _persen(b, b.serapan(_J, b.akar)), ".",
    ])  # fmt: skip


def program(b: Bahan) -> Paragraf:
    """Tell the money of one program."""
    s = b.acak.choice(b.akar.anak)
    return Paragraf([
        f"{s.nama} memperoleh pagu sebesar ", b.pagu(_J, s, kalimat=True), " dan terealisasi sebesar ",
        b.belanja(_J, s, kalimat=True), " atau ", _persen(b, b.serapan(_J, s)), ".",
    ])  # fmt: skip


def belanja(b: Bahan) -> Paragraf:
    """Tell the money of one type of belanja."""
    kode, nama, _, nyata = b.acak.choice(bagi_belanja(b))
    return Paragraf([f"{nama} terealisasi sebesar ", b.uang(_J, "realisasi_rp", nama, kode, nyata, kalimat=True), "."])


def rata(b: Bahan) -> Paragraf:
    """Tell the mean."""
    a = _persen(b, b.persen(_J, "rata_rata", "Rata-rata capaian", "0", b.rata()))
    return Paragraf([f"Rata-rata capaian kinerja {b.nama} tahun {TAHUN} mencapai ", a, "."])


def pegawai(b: Bahan) -> Paragraf:
    """Tell how many work there, in figures and words."""
    n = sum(x[1] for x in b.sdm["jabatan"])
    a = b.cacah(_J, "asn", "Jumlah", "jabatan", n)
    return Paragraf([f"{b.nama} didukung oleh ", a, f" ({terbilang(n)}) orang ASN."])


def cacah(b: Bahan) -> Paragraf:
    """Tell how many programs and indicators there are."""
    p, i = len(b.akar.anak), len(b.indikator)
    return Paragraf([
        f"Kinerja {b.nama} diukur dengan ", b.cacah(_J, "cacah_indikator", b.nama, "0", i),
        f" ({terbilang(i)}) indikator dan didukung oleh ", b.cacah(_J, "cacah_program", b.nama, "0", p),
        f" ({terbilang(p)}) program.",
    ])  # fmt: skip


def tak_jelas(b: Bahan) -> Paragraf:
    """Tell a figure without saying whose it is: to be left alone."""
    x = Fraction(b.acak.randint(400, 990), 10)
    a = Angka(_J, "", "", "", TAHUN, x, b.gaya.nilai(1), 1, bebas=True)
    return Paragraf(["Angka tersebut kemudian berubah menjadi ", a, " persen setelah dilakukan pembaruan data."])
