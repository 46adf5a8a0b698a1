"""Plant errors: one function a kind, each saying what it changed; whether that counts, the constraints decide."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import Simpul
from benchmarks.pemeriksaan.cetak import angka, terbilang
from benchmarks.pemeriksaan.kinerja import TW, Indikator
from benchmarks.pemeriksaan.model import Baris, Instansi, Kendala, Sel, potong
from benchmarks.pemeriksaan.pegawai import PANGKAT
from benchmarks.pemeriksaan.rusak import rusakkan, salah_ketik


@dataclass(frozen=True)
class Ubahan:
    """Hold one changed cell: what it truly is, what is printed now."""

    sel: Sel
    benar: Any
    teks_benar: str
    desimal_benar: int


@dataclass(frozen=True)
class Kesalahan:
    """Hold one planted error. `sel` lists further cells of the same act, such as the rest of a shifted column."""

    jenis: str
    keluarga: str
    ubahan: tuple[Ubahan, ...]

    @property
    def sel(self) -> list[Sel]:
        return [u.sel for u in self.ubahan]


class Penanam:
    """Plant errors in one agency; a cell is never touched twice."""

    def __init__(self, instansi: Instansi, acak: random.Random) -> None:
        self.i, self.acak = instansi, acak
        self.terpakai: set[Sel] = set()
        self._baru: list[Ubahan] = []

    def tanam(self, jenis: str) -> Kesalahan | None:
        """Plant one error of a kind; None where this agency has no place for it."""
        keluarga, fungsi = JENIS[jenis]
        self._baru = []
        if not fungsi(self):
            return None
        self.terpakai |= {u.sel for u in self._baru}
        return Kesalahan(jenis, keluarga, tuple(self._baru))

    def ubah(self, sel: Sel, teks: str, nilai: Any, desimal: int = 0) -> bool:
        """Print something else in a cell."""
        self._baru.append(Ubahan(sel, sel.nilai, sel.teks, sel.desimal))
        sel.baris.isi(sel.kolom, teks, nilai, desimal)
        return True

    def ubah_teks(self, baris: Baris, kolom: str, teks: str) -> bool:
        """Write something else in a column that holds no figure."""
        sel = Sel(baris, kolom)
        self._baru.append(Ubahan(sel, sel.teks, sel.teks, 0))
        baris.teks[kolom] = teks
        return True

    def pilih(self, sel: Iterable[Sel]) -> Sel | None:
        """Choose a cell that has a value and that nothing was planted in."""
        calon = [s for s in sel if s not in self.terpakai and s.nilai is not None]
        return self.acak.choice(calon) if calon else None

    def ganti_angka(self, sel: Sel, nilai: Fraction, desimal: int | None = None) -> bool:
        """Print another number in the shape that the cell has."""
        d = max(sel.desimal if desimal is None else desimal, 0)
        nilai = potong(nilai, d)
        if nilai == sel.nilai:
            return False
        akhir = "%" if sel.teks.endswith("%") else ""
        depan = "Rp" if sel.teks.startswith("Rp") else ""
        return self.ubah(sel, depan + angka(nilai, d) + akhir, nilai, d)

    @property
    def indikator(self) -> list[Indikator]:
        return list(self.i.catatan["indikator"].values())

    @property
    def simpul(self) -> list[Simpul]:
        return list(self.i.catatan["simpul"])

    def cetak(self, besaran: str, jenis: str = "") -> list[Sel]:
        """List the printed derived cells of a quantity."""
        return [Sel(b, "nilai") for b in self.i.tabel.get("tercetak/hitungan", [])
                if b.teks["besaran"] == besaran and jenis in ("", b.teks["jenis_subjek"])]  # fmt: skip

    def klaim(self, jenis: str, *besaran: str) -> list[Sel]:
        """List the claims of a kind."""
        return [s for s in self.i.catatan.get("klaim", [])
                if s.baris.teks["jenis"] == jenis and (not besaran or s.baris.teks["besaran"] in besaran)]  # fmt: skip

    def uang(self) -> Sel | None:
        """Choose an amount of the budget: a parent, a child or a leaf, of any document."""
        s = self.acak.choice(self.simpul)
        dokumen = "lkip" if self.acak.random() < 0.8 else self.acak.choice(list(s.baris))
        kolom = "pagu" if dokumen != "lkip" or self.acak.random() < 0.5 else "realisasi"
        sel = s.sel(kolom, dokumen)
        return sel if sel not in self.terpakai and sel.nilai else None


def _digit(cara: str) -> Callable[[Penanam], bool]:
    def tanam(p: Penanam) -> bool:
        sel = p.uang()
        baru = salah_ketik(int(sel.nilai), cara, p.acak) if sel else None
        return sel is not None and baru is not None and p.ganti_angka(sel, Fraction(baru))

    return tanam


def pemisah_rusak(p: Penanam) -> bool:
    """Damage the separators of an amount, so that it cannot be read."""
    sel = p.uang()
    teks = rusakkan(sel.nilai, p.acak) if sel else None
    return sel is not None and teks is not None and p.ubah(sel, teks, None)


def total_di_rincian(p: Penanam) -> bool:
    """Print the agency's total in a program's row."""
    s = p.acak.choice(p.simpul)
    if s.dalam == 0 or s.induk is None or len(s.induk.anak) < 2:
        return False
    kolom = p.acak.choice(("pagu", "realisasi"))
    sel, total = s.sel(kolom), s.induk.sel(kolom)
    return sel not in p.terpakai and total.nilai is not None and p.ganti_angka(sel, total.nilai)


def geser_baris(p: Penanam) -> bool:
    """Shift a column by one row over a few rows."""
    kolom = p.acak.choice(("pagu", "realisasi", "persen"))
    sel = p.cetak("serapan_persen", "anggaran") if kolom == "persen" else [s.sel(kolom) for s in p.simpul]
    if len(sel) < 4:
        return False
    awal = p.acak.randint(0, len(sel) - 3)
    milik = sel[awal : awal + p.acak.randint(3, 4)]
    if any(s in p.terpakai or s.nilai is None for s in milik):
        return False
    isi = [(s.teks, s.nilai, s.desimal) for s in milik]
    for s, (teks, nilai, d) in zip(milik, [*isi[1:], isi[0]], strict=True):
        if nilai != s.nilai:
            p.ubah(s, teks, nilai, d)
    return bool(p._baru)


def persen_salah(p: Penanam) -> bool:
    """Print a percentage that its amounts do not give."""
    sel = p.pilih(p.cetak("serapan_persen"))
    if sel is None:
        return False
    x = sel.nilai
    pilihan = [x + p.acak.choice((-10, -2, 2, 9)), x + Fraction(p.acak.randint(15, 90), 10)]
    satuan, pecahan = divmod(x * 100, 100)
    pilihan.append(Fraction(int(pecahan)) + Fraction(int(satuan), 100))
    return p.ganti_angka(sel, abs(p.acak.choice(pilihan)), sel.desimal)


def rincian_terlewat(p: Penanam) -> bool:
    """Leave a printed child out of its parent's figures."""
    s = p.acak.choice(p.simpul)
    anak = [a for a in s.anak if a.tercetak and a.pagu]
    if len(anak) < 2 or not s.lengkap:
        return False
    lewat, n = p.acak.choice(anak), 0
    for kolom in ("pagu", "realisasi"):
        sel, x = s.sel(kolom), lewat.sel(kolom).nilai
        if sel not in p.terpakai and x and sel.nilai is not None and sel.nilai > x:
            n += p.ganti_angka(sel, sel.nilai - x)
    return n > 0


def baris_hilang(p: Penanam) -> bool:
    """Leave a child's row out of the report; its parent is where it shows."""
    s = p.acak.choice(p.simpul)
    if s.anak or s.induk is None or not s.induk.lengkap or not s.pagu or sum(a.tercetak for a in s.induk.anak) < 2:
        return False
    induk = s.induk.sel("pagu")
    if induk in p.terpakai or s.sel("pagu") in p.terpakai or "anggaran" not in p.i.tabel:
        return False
    b = s.baris["lkip"]
    p.i.tabel["anggaran"].remove(b)
    for h in [h for h in p.cetak("serapan_persen", "anggaran") if h.baris.teks["subjek"] == s.kode]:
        p.i.tabel["tercetak/hitungan"].remove(h.baris)
    for kolom in ("pagu", "realisasi"):
        # What is not printed counts for nothing in the sums above it.
        b.nilai[kolom] = Fraction(0)
        p._baru.append(Ubahan(s.induk.sel(kolom), s.induk.sel(kolom).nilai, s.induk.sel(kolom).teks, 0))
    p.i.catatan["simpul"] = [n for n in p.simpul if n is not s]
    return True


def belanja_salah(p: Penanam) -> bool:
    """Mistype a belanja type."""
    sel = p.pilih(Sel(b, k) for b in p.i.catatan.get("belanja", []) for k in ("pagu", "realisasi"))
    baru = salah_ketik(int(sel.nilai), p.acak.choice(("hilang", "sisip", "tukar", "ganda")), p.acak) if sel else None
    return sel is not None and baru is not None and p.ganti_angka(sel, Fraction(baru))


def realisasi_lewat_pagu(p: Penanam) -> bool:
    """Print more spent than there was, or the two columns crossed."""
    s = p.acak.choice(p.simpul)
    pagu, nyata = s.sel("pagu"), s.sel("realisasi")
    if {pagu, nyata} & p.terpakai or not pagu.nilai or nyata.nilai is None or nyata.nilai >= pagu.nilai:
        return False
    if p.acak.random() < 0.5:
        return p.ganti_angka(nyata, Fraction(int(pagu.nilai * p.acak.randint(102, 140) / 100)))
    a, b = (pagu.teks, pagu.nilai), (nyata.teks, nyata.nilai)
    return p.ubah(pagu, *b) and p.ubah(nyata, *a)


def pagu_beda_dokumen(p: Penanam) -> bool:
    """State another pagu in another document."""
    s = p.acak.choice(p.simpul)
    calon = [s.sel("pagu", d) for d in s.baris if d in ("pk", "dpa", "dppa")]
    sel = p.pilih(calon)
    return bool(sel and sel.nilai) and p.ganti_angka(sel, sel.nilai + p.acak.choice((-1, 1)) *
                                                    max(1, int(sel.nilai) // p.acak.randint(7, 30)))  # fmt: skip


def target_beda(p: Penanam) -> bool:
    """State another target in one document."""
    k = p.acak.choice(p.indikator)
    sel = p.pilih(s for d, s in k.sel_target.items() if d not in TW)
    if sel is None:
        return False
    if isinstance(sel.nilai, tuple):
        x = (sel.nilai[0] - 5, sel.nilai[1])
        return p.ubah(sel, f"{angka(x[0], 0)}-{angka(x[1], 0)}", x)
    langkah = max(Fraction(2, 10**k.desimal), abs(sel.nilai) / p.acak.randint(8, 40))
    langkah = Fraction(int(langkah * 10**k.desimal), 10**k.desimal)
    x = sel.nilai - langkah if sel.nilai > langkah else sel.nilai + langkah
    return p.ganti_angka(sel, x, k.desimal)


def tingkat_perubahan(p: Penanam) -> bool:
    """State the target of one document as a change where the others state a level."""
    k = p.acak.choice(p.indikator)
    lalu = k.realisasi[p.i.tahun - 1]
    sel = p.pilih(s for d, s in k.sel_target.items() if d not in TW)
    if sel is None or k.jenis not in ("naik", "turun") or k.target[p.i.tahun] == lalu:
        return False
    p.ganti_angka(sel, k.target[p.i.tahun] - lalu, k.desimal)
    sel.baris.teks["jenis"] = "perubahan"
    return bool(p._baru)


def satuan_beda(p: Penanam) -> bool:
    """State another unit in one document."""
    k = p.acak.choice(p.indikator)
    lain = {"Persen": "Nilai", "Nilai": "Persen", "Orang": "Dokumen", "Kasus": "Orang"}[k.satuan]
    sel = p.pilih(s for d, s in k.sel_target.items() if d not in TW)
    if sel is None or k.rumpun == "perubahan" or Sel(sel.baris, "satuan") in p.terpakai or "%" in sel.teks:
        return False
    return p.ubah_teks(sel.baris, "satuan", lain)


def triwulan_bagi_empat(p: Penanam) -> bool:
    """Divide an index by four over the quarters."""
    k = p.acak.choice(p.indikator)
    if "tw1" not in k.sel_target or k.tipe == "akumulatif" or isinstance(k.target[p.i.tahun], tuple):
        return False
    sel = [k.sel_target[t] for t in TW]
    x = k.target[p.i.tahun] / 4
    if p.terpakai & set(sel) or not x or (x * 10**4).denominator != 1:
        return False
    d = next(d for d in range(5) if (x * 10**d).denominator == 1)
    return sum(p.ganti_angka(s, x, max(d, 1) if d != 3 else 4) for s in sel) == len(sel)


def triwulan_jumlah(p: Penanam) -> bool:
    """State quarters that do not give the year."""
    k = p.acak.choice(p.indikator)
    if "tw1" not in k.sel_target or isinstance(k.target[p.i.tahun], tuple):
        return False
    sel = p.pilih([k.sel_target[t] for t in (TW if k.tipe == "akumulatif" else TW[3:])])
    if sel is None or not sel.nilai:
        return False
    return p.ganti_angka(sel, sel.nilai + Fraction(p.acak.choice((-1, 1)) * max(1, int(abs(sel.nilai) / 6)),
                                                   10**k.desimal if abs(sel.nilai) < 6 else 1), k.desimal)  # fmt: skip


def realisasi_triwulan_salah(p: Penanam) -> bool:
    """State realisasi of a quarter that does not give the year's."""
    k = p.acak.choice(p.indikator)
    sel = p.pilih(k.sel_triwulan if k.tipe == "akumulatif" else k.sel_triwulan[3:])
    if sel is None or not sel.nilai:
        return False
    langkah = Fraction(max(2, int(abs(sel.nilai) * 10**sel.desimal) // p.acak.randint(6, 20)), 10**sel.desimal)
    return p.ganti_angka(sel, sel.nilai - langkah if sel.nilai > langkah else sel.nilai + langkah)


def target_lebih_mudah(p: Penanam) -> bool:
    """Own up to the easier target that the agency was made with."""
    kode = p.i.catatan.pop("mudah", None)
    if kode is None:
        return False
    k = p.i.catatan["indikator"][kode]
    for d, s in k.sel_target.items():
        if d not in TW:
            p._baru.append(Ubahan(s, s.nilai, s.teks, s.desimal))
    return True


def capaian_rumus_salah(p: Penanam) -> bool:
    """Print the result of a wrong formula."""
    sel = p.pilih(s for s in p.cetak("capaian_persen", "indikator"))
    if sel is None:
        return False
    k = p.i.catatan["indikator"][sel.baris.teks["subjek"]]
    t, r = k.target[p.i.tahun], k.realisasi[p.i.tahun]
    if isinstance(t, tuple) or not t or not r:
        return p.ganti_angka(sel, abs(sel.nilai - p.acak.randint(4, 30)), sel.desimal)
    salah = [r / t * 100, (t - r) / t * 100, t / r * 100, (2 * t - r) / t * 100, Fraction(p.acak.randint(20, 99))]
    return p.ganti_angka(sel, Fraction(int(p.acak.choice(salah) * 100), 100), 2)


def keluaran_salah(p: Penanam) -> bool:
    """Print a capaian of an output that its target and realisasi do not give."""
    sel = p.pilih(p.cetak("capaian_persen", "keluaran"))
    return sel is not None and p.ganti_angka(sel, abs(sel.nilai + p.acak.choice((-20, -7, 5, 11))), sel.desimal)


def sasaran_salah(p: Penanam) -> bool:
    """Print a capaian of a sasaran that its indicators do not give."""
    sel = p.pilih(p.cetak("capaian_persen", "sasaran"))
    return sel is not None and p.ganti_angka(sel, abs(sel.nilai + p.acak.choice((-20, -7, 5, 11))), sel.desimal)


def rata_rata_salah(p: Penanam) -> bool:
    """Print a mean that leaves one indicator out, or is simply wrong."""
    sel = p.pilih(p.cetak("rata_rata_capaian_persen"))
    if sel is None:
        return False
    lain = [k.capaian for k in p.indikator if k.capaian is not None][1:]
    pilihan = [sel.nilai + p.acak.choice((-6, -3, 2, 4))]
    if lain:
        pilihan.append(Fraction(int(sum(lain, Fraction(0)) / len(lain) * 100), 100))
    return p.ganti_angka(sel, p.acak.choice(pilihan), 2)


def predikat_salah(p: Penanam) -> bool:
    """Print a neighbouring class."""
    sel = p.pilih(p.cetak("predikat"))
    if sel is None:
        return False
    nama = [s[0] for s in rumus.SKALA]
    n = nama.index(sel.nilai)
    baru = p.acak.choice([nama[m] for m in (n - 1, n + 1) if 0 <= m < len(nama)])
    return p.ubah(sel, baru, baru)


def predikat_tempat_lain(p: Penanam) -> bool:
    """Print the class that belongs to another place."""
    sel = p.pilih(p.cetak("predikat"))
    lain = [s.nilai for s in p.cetak("predikat") if sel and s.nilai != sel.nilai]
    return sel is not None and bool(lain) and p.ubah(sel, baru := p.acak.choice(lain), baru)


def efisiensi_serapan(p: Penanam) -> bool:
    """Use the absorption as the capaian of a sasaran."""
    calon = [(c, s) for c, s, _ in p.i.catatan.get("efisiensi", []) if c and s and c not in p.terpakai]
    if not calon:
        return False
    c, s = p.acak.choice(calon)
    return s.nilai is not None and p.ganti_angka(c, s.nilai, s.desimal)


def efisien_belum_tercapai(p: Penanam) -> bool:
    """Claim efficiency on an unmet target, or another degree than the rule gives."""
    sel = p.pilih(p.cetak("tingkat_efisiensi"))
    if sel is None:
        return False
    baru = "Tidak efisien" if sel.nilai == "Efisien" else "Efisien"
    return p.ubah(sel, baru, baru)


def masa_lalu_beda(p: Penanam) -> bool:
    """State a past value differently the second time."""
    calon = [s for k in p.indikator for m in k.sel_realisasi.values() for s in m[1:]]
    sel = p.pilih(calon)
    if sel is None:
        return False
    langkah = Fraction(max(2, int(abs(sel.nilai) * 10**sel.desimal / 20)), 10**sel.desimal)
    return p.ganti_angka(sel, sel.nilai - langkah if sel.nilai > langkah else sel.nilai + langkah)


def realisasi_indikator_salah(p: Penanam) -> bool:
    """Mistype this year's realisasi of an indicator."""
    sel = p.pilih(k.sel_realisasi[p.i.tahun][0] for k in p.indikator)
    if sel is None or not sel.nilai:
        return False
    n = salah_ketik(int(abs(sel.nilai) * 10**sel.desimal), p.acak.choice(("tukar", "geser_satu")), p.acak)
    k = p.i.catatan["indikator"][sel.baris.teks["indikator"]]
    if n is None or (k.satuan in ("Persen", "Nilai") and n > 100 * 10**sel.desimal):
        return False
    return p.ganti_angka(sel, Fraction(n, 10**sel.desimal) * (1 if sel.nilai > 0 else -1))


def komponen_salah(p: Penanam) -> bool:
    """Mistype a component."""
    sel = p.pilih(s for _, _, *dua in p.i.catatan.get("komponen", []) for s in dua)
    n = salah_ketik(int(sel.nilai), p.acak.choice(("hilang", "sisip", "tukar")), p.acak) if sel else None
    return sel is not None and n is not None and p.ganti_angka(sel, Fraction(n))


def capaian_di_realisasi(p: Penanam) -> bool:
    """Print the capaian in the column of the realisasi."""
    sel = p.pilih(p.cetak("realisasi"))
    if sel is None:
        return False
    k = p.i.catatan["indikator"][sel.baris.teks["subjek"]]
    return k.capaian is not None and p.ganti_angka(sel, Fraction(int(k.capaian * 100), 100), 2)


def perubahan_salah(p: Penanam) -> bool:
    """Print a growth or a share of the benchmark that its values do not give."""
    sel = p.pilih([*p.cetak("perubahan_persen"), *p.cetak("terhadap_nasional_persen")])
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((-12, -4, 4, 15)))


def pernyataan_salah(p: Penanam) -> bool:
    """Claim another figure in a sentence."""
    sel = p.pilih(p.klaim("angka"))
    if sel is None or sel.desimal < 0:
        return False
    if sel.baris.teks["besaran"].endswith("_rp"):
        n = salah_ketik(int(sel.nilai), p.acak.choice(("hilang", "sisip", "tukar", "ganda")), p.acak)
        return n is not None and p.ganti_angka(sel, Fraction(n))
    langkah = Fraction(max(2, int(abs(sel.nilai) * 10**sel.desimal / p.acak.randint(5, 30))), 10**sel.desimal)
    return p.ganti_angka(sel, sel.nilai - langkah if sel.nilai > langkah else sel.nilai + langkah)


def kalimat_tertukar(p: Penanam) -> bool:
    """Swap pagu and realisasi in a sentence: "realisasi X dari anggaran Y"."""
    dua = [p.pilih(p.klaim("angka", b)) for b in ("pagu_rp", "realisasi_rp")]
    a, b = dua
    if a is None or b is None or a.nilai == b.nilai:
        return False
    isi_a, isi_b = (a.teks, a.nilai, a.desimal), (b.teks, b.nilai, b.desimal)
    return p.ubah(a, *isi_b) and p.ubah(b, *isi_a)


def arah_salah(p: Penanam) -> bool:
    """Use the opposite word."""
    lawan = {"naik": "turun", "turun": "naik", "tetap": "naik", "lebih_tinggi": "lebih_rendah",
             "lebih_rendah": "lebih_tinggi", "sama": "lebih_tinggi", "sesuai_target": "melebihi"}  # fmt: skip
    # Who exceeds a target also meets it: "sesuai_target" is no error there.
    sel = p.pilih(s for s in p.klaim("arah") if s.nilai in lawan)
    return sel is not None and p.ubah(sel, lawan[sel.nilai], lawan[sel.nilai])


def jumlah_salah(p: Penanam) -> bool:
    """Count wrongly."""
    sel = p.pilih(p.klaim("jumlah"))
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((1, 1, 2)))


def tahun_tertinggal(p: Penanam) -> bool:
    """Leave last year's, or the last plan's, year in."""
    sel = p.pilih(p.klaim("tahun"))
    if sel is None:
        return False
    mundur = 5 if "-" in sel.nilai else 1
    baru = "-".join(str(int(t) - mundur) for t in sel.nilai.split("-"))
    if sel.baris.teks["tahun"]:
        sel.baris.teks["tahun"] = baru
    sel.baris.teks["kutipan"] = sel.baris.teks["kutipan"].replace(sel.nilai, baru)
    return p.ubah(sel, baru, baru)


def terbilang_salah(p: Penanam) -> bool:
    """Spell another number out."""
    sel = p.pilih(p.klaim("terbilang"))
    if sel is None:
        return False
    kolom = sel.baris.teks["besaran"].removesuffix("_rp")
    asal = p.i.catatan["akar"].sel(kolom).nilai
    n = salah_ketik(int(asal), "tukar", p.acak) if asal else None
    return n is not None and p.ubah(sel, baru := f"{terbilang(n)} rupiah", baru)


def predikat_kalimat_salah(p: Penanam) -> bool:
    """Claim another class, or another degree of efficiency, in a sentence."""
    sel = p.pilih(p.klaim("predikat"))
    if sel is None:
        return False
    if sel.baris.teks["besaran"] == "tingkat_efisiensi":
        baru = "Tidak efisien" if sel.nilai == "Efisien" else "Efisien"
    else:
        baru = p.acak.choice([s[0] for s in rumus.SKALA if s[0] != sel.nilai])
    return p.ubah(sel, baru, baru)


def pegawai_salah(p: Penanam) -> bool:
    """Miscount one row of a head count."""
    sel = p.pilih(Sel(b, k) for b in p.i.tabel.get("sdm", []) for k in ("asn", "non_asn"))
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((1, 2, 10)))


def jumlah_pegawai_salah(p: Penanam) -> bool:
    """Print a wrong total of heads."""
    sel = p.pilih(p.i.catatan.get("jumlah_sdm", []))
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((1, 2, 10)))


def nomor_berulang(p: Penanam) -> bool:
    """Give two rows one number."""
    baris = p.i.tabel.get("sdm", [])
    dua = [(a, b) for a, b in pairwise(baris) if a.teks["kelompok"] == b.teks["kelompok"]]
    if not dua:
        return False
    a, b = p.acak.choice(dua)
    if {Sel(a, "nomor"), Sel(b, "nomor")} & p.terpakai:
        return False
    return p.ubah_teks(b, "nomor", a.teks["nomor"])


def pangkat_golongan(p: Penanam) -> bool:
    """Give a rank the wrong golongan."""
    baris = [b for b in p.i.tabel.get("sdm", []) if b.teks["golongan"] and Sel(b, "golongan") not in p.terpakai]
    if not baris:
        return False
    b = p.acak.choice(baris)
    ada = {x.teks["golongan"] for x in p.i.tabel["sdm"]}
    lain = [g for g in PANGKAT if g not in ada]
    return bool(lain) and p.ubah_teks(b, "golongan", p.acak.choice(lain))


JENIS: dict[str, tuple[str, Callable[[Penanam], bool]]] = {
    "digit_hilang": ("anggaran", _digit("hilang")),
    "digit_sisip": ("anggaran", _digit("sisip")),
    "digit_tukar": ("anggaran", _digit("tukar")),
    "digit_ganda": ("anggaran", _digit("ganda")),
    "nol_geser": ("anggaran", _digit("nol")),
    "pemisah_rusak": ("angka", pemisah_rusak),
    "capaian_di_realisasi": ("angka", capaian_di_realisasi),
    "total_di_rincian": ("anggaran", total_di_rincian),
    "geser_baris": ("anggaran", geser_baris),
    "persen_salah": ("anggaran", persen_salah),
    "rincian_terlewat": ("anggaran", rincian_terlewat),
    "baris_hilang": ("anggaran", baris_hilang),
    "belanja_salah": ("anggaran", belanja_salah),
    "realisasi_lewat_pagu": ("anggaran", realisasi_lewat_pagu),
    "pagu_beda_dokumen": ("anggaran", pagu_beda_dokumen),
    "target_beda": ("target", target_beda),
    "tingkat_perubahan": ("target", tingkat_perubahan),
    "satuan_beda": ("target", satuan_beda),
    "triwulan_bagi_empat": ("target", triwulan_bagi_empat),
    "triwulan_jumlah": ("target", triwulan_jumlah),
    "target_lebih_mudah": ("target", target_lebih_mudah),
    "realisasi_triwulan_salah": ("triwulan", realisasi_triwulan_salah),
    "capaian_rumus_salah": ("capaian", capaian_rumus_salah),
    "realisasi_indikator_salah": ("capaian", realisasi_indikator_salah),
    "keluaran_salah": ("capaian", keluaran_salah),
    "sasaran_salah": ("capaian", sasaran_salah),
    "rata_rata_salah": ("predikat", rata_rata_salah),
    "predikat_salah": ("predikat", predikat_salah),
    "predikat_tempat_lain": ("predikat", predikat_tempat_lain),
    "efisiensi_serapan": ("efisiensi", efisiensi_serapan),
    "efisien_belum_tercapai": ("efisiensi", efisien_belum_tercapai),
    "masa_lalu_beda": ("runtun", masa_lalu_beda),
    "komponen_salah": ("runtun", komponen_salah),
    "perubahan_salah": ("runtun", perubahan_salah),
    "pernyataan_salah": ("narasi", pernyataan_salah),
    "kalimat_tertukar": ("narasi", kalimat_tertukar),
    "arah_salah": ("narasi", arah_salah),
    "jumlah_salah": ("narasi", jumlah_salah),
    "tahun_tertinggal": ("narasi", tahun_tertinggal),
    "terbilang_salah": ("narasi", terbilang_salah),
    "predikat_kalimat_salah": ("narasi", predikat_kalimat_salah),
    "pegawai_salah": ("sdm", pegawai_salah),
    "jumlah_pegawai_salah": ("sdm", jumlah_pegawai_salah),
    "nomor_berulang": ("sdm", nomor_berulang),
    "pangkat_golongan": ("sdm", pangkat_golongan),
}


def terhitung(kesalahan: Kesalahan, dilanggar: Iterable[Kendala]) -> bool:
    """Tell whether an error violates a constraint by more than the printed precision, or leaves an unreadable cell."""
    sel = set(kesalahan.sel)
    rusak = any(s.nilai is None for s in sel if s.kolom in s.baris.nilai)
    return rusak or any(sel & k.inti for k in dilanggar)
