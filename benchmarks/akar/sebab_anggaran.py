"""Slips in amounts, in the sums above them and in what is divided by them."""

from __future__ import annotations

from fractions import Fraction

from benchmarks.akar.pelaku import Pelaku
from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.anggaran import Simpul
from benchmarks.pemeriksaan.cetak import terbilang
from benchmarks.pemeriksaan.model import Sel, bulat
from benchmarks.pemeriksaan.rusak import rusakkan, salah_ketik

KOLOM = ("pagu", "realisasi")


def _digit(p: Pelaku, sel: Sel | None, *cara: str) -> bool:
    n = salah_ketik(int(sel.nilai), p.acak.choice(cara), p.acak) if sel and sel.nilai else None
    return sel is not None and n is not None and p.ganti_angka(sel, Fraction(n))


def _rincian(n: Simpul) -> bool:
    """Tell whether a node is a printed part beside others."""
    return n.induk is not None and n.induk.lengkap and sum(bool(a.pagu) for a in n.induk.anak if a.tercetak) > 1


def digit_hilang(p: Pelaku) -> bool:
    """Lose a digit of an amount; the percentage beside it and the total above were printed from the right one."""
    n = p.pilih_simpul(lambda n: n.pagu)
    return n is not None and _digit(p, n.sel(p.acak.choice(KOLOM)), "hilang", "ganda", "nol")


def sel_rusak(p: Pelaku) -> bool:
    """Damage an amount so that it cannot be read; the figures around it stand."""
    n = p.pilih_simpul(lambda n: n.pagu)
    sel = n.sel(p.acak.choice(KOLOM)) if n else None
    teks = rusakkan(sel.nilai, p.acak) if sel and sel.nilai else None
    return sel is not None and teks is not None and p.ubah(sel, teks, None)


def total_di_bagian(p: Pelaku) -> bool:
    """Type a parent's figure into the row of one of its parts; percentages and inputs follow."""
    n = p.pilih_simpul(_rincian)
    if n is None or n.induk is None:
        return False
    kolom = p.acak.choice(KOLOM)
    induk = n.induk if n.induk.induk is None or p.acak.random() < 0.6 else n.induk.induk
    return p.ganti_angka(n.sel(kolom), induk.sel(kolom).nilai) and p.ikut("serapan", "masukan")


def daun_ikut_atas(p: Pelaku) -> bool:
    """Mistype a leaf before the table was added up: every sum above it and every percentage follows."""
    n = p.pilih_simpul(lambda n: not n.anak and n.pagu and n.dalam > 1)
    if n is None or not _digit(p, n.sel(p.acak.choice(KOLOM)), "hilang", "tukar", "geser_satu"):
        return False
    return p.ikut("jumlah", "serapan", "masukan")


def rincian_terlewat(p: Pelaku) -> bool:
    """Leave a part out of its parent's sum; the sums above the parent follow."""
    n = p.pilih_simpul(lambda n: _rincian(n) and n.pagu)
    if n is None or n.induk is None:
        return False
    for kolom in KOLOM:
        induk, x = n.induk.sel(kolom), n.sel(kolom).nilai
        if x and induk.nilai > x:
            p.ganti_angka(induk, induk.nilai - x)
    return bool(p._baru) and p.ikut("jumlah", "serapan", "masukan")


def nilai_tertukar(p: Pelaku) -> bool:
    """Swap the amounts of two siblings in one column: every sum stays right."""
    n = p.pilih_simpul(_rincian)
    lain = [a for a in n.induk.anak if a.tercetak and a is not n] if n and n.induk else []
    if n is None or not lain:
        return False
    kolom = p.acak.choice(KOLOM)
    a, b = n.sel(kolom), p.acak.choice(lain).sel(kolom)
    isi = a.nilai, b.nilai
    return isi[0] != isi[1] and None not in isi and p.ganti_angka(a, isi[1]) and p.ganti_angka(b, isi[0])


def kolom_tertukar(p: Pelaku) -> bool:
    """Cross pagu and realisasi in one row."""
    n = p.pilih_simpul(lambda n: n.pagu and n.realisasi < n.pagu)
    if n is None:
        return False
    a, b = n.sel("pagu"), n.sel("realisasi")
    isi = a.nilai, b.nilai
    return bool(isi[1]) and p.ganti_angka(a, isi[1]) and p.ganti_angka(b, isi[0])


def persen_geser(p: Pelaku) -> bool:
    """Shift the percentages of a few rows by one row."""
    sel = p.cetak("serapan_persen", "anggaran")
    if len(sel) < 4:
        return False
    awal = p.acak.randint(0, len(sel) - 4)
    milik = sel[awal : awal + p.acak.randint(4, 8)]
    isi = [(s.teks, s.nilai, s.desimal) for s in milik]
    ubah = [(s, x) for s, x in zip(milik, [isi[-1], *isi[:-1]], strict=True) if x[1] != s.nilai]
    return sum([p.ubah(s, *x) for s, x in ubah]) > 2


def pagu_dokumen_lain(p: Pelaku) -> bool:
    """Divide by the pagu of another document: every printed percentage of the table, or of one programme."""
    lain = [d for d in ("rkt", "dpa", "pk") if any(d in n.baris and n.sel("pagu", d).nilai != n.sel("pagu").nilai
                                                   for n in p.simpul)]  # fmt: skip
    if not lain:
        return False
    dokumen = p.acak.choice(lain)
    depan = "" if p.acak.random() < 0.5 else p.acak.choice([n.kode for n in p.simpul if n.dalam == 1])
    for n in p.simpul:
        sel = p.lembar.cetak.get(("serapan_persen", "anggaran", n.kode))
        if sel and dokumen in n.baris and n.kode.startswith(depan):
            x = rumus.persen(n.sel("realisasi").nilai, n.sel("pagu", dokumen).nilai)
            if x is not None:
                p.ganti_angka(sel, bulat(x, sel.desimal))
    return bool(p._baru)


def pagu_lain_di_dokumen(p: Pelaku) -> bool:
    """Copy one amount wrongly into the PK or DPA, and add it up there."""
    n = p.pilih_simpul(lambda n: n.pagu and not n.anak and {"pk", "dpa"} & set(n.baris))
    if n is None:
        return False
    dokumen = p.acak.choice(sorted({"pk", "dpa"} & set(n.baris)))
    lama = n.sel("pagu", dokumen).nilai
    if not _digit(p, n.sel("pagu", dokumen), "tukar", "hilang"):
        return False
    beda, atas = n.sel("pagu", dokumen).nilai - lama, n.induk
    while atas is not None:
        p.ganti_angka(atas.sel("pagu", dokumen), atas.sel("pagu", dokumen).nilai + beda)
        atas = atas.induk
    return True


def belanja_digit(p: Pelaku) -> bool:
    """Mistype the amount of a belanja type; the sentence about it was written from the right one."""
    sel = p.pilih(Sel(b, k) for b in p.i.catatan.get("belanja", []) for k in KOLOM)
    return _digit(p, sel, "hilang", "tukar", "ganda")


def masukan_total(p: Pelaku) -> bool:
    """Repeat the agency's whole budget as the input of one sasaran; its percentage follows."""
    dana = [b for b in p.i.tabel.get("keluaran", []) if b.teks["jenis"] == "masukan"]
    if len(dana) < 2:
        return False
    b, akar = p.acak.choice(dana), p.i.catatan["akar"]
    p.ganti_angka(Sel(b, "target"), akar.sel("pagu").nilai)
    p.ganti_angka(Sel(b, "realisasi"), akar.sel("realisasi").nilai)
    return bool(p._baru) and p.ikut("masukan")


def kalimat_draf(p: Pelaku) -> bool:
    """Leave an earlier draft's amount in every sentence about the agency's total, in figures and in words."""
    besaran = p.acak.choice(("pagu_rp", "realisasi_rp"))
    milik = p.tentang("0", "angka", besaran)
    kata = p.tentang("0", "terbilang", besaran)
    asal = p.i.catatan["akar"].sel(besaran.removesuffix("_rp")).nilai
    lama = asal * p.acak.choice((91, 96, 103)) // 100
    p.salin(milik, Fraction(lama), 0)
    for s in kata:
        p.ubah(s, teks := f"{terbilang(int(lama))} rupiah", teks)
    akar: Simpul = p.i.catatan["akar"]
    pagu, nyata = (lama, akar.sel("realisasi").nilai) if besaran == "pagu_rp" else (akar.sel("pagu").nilai, lama)
    for s in p.tentang("0", "angka", "serapan_persen"):
        p.ganti_angka(s, bulat(rumus.persen(Fraction(nyata), Fraction(pagu)) or Fraction(0), s.desimal))
    return bool(p._baru)


def nama_tertukar(p: Pelaku) -> bool:
    """Swap the names of two programmes, or of two siblings below them, in one document."""
    n = p.pilih_simpul(_rincian)
    lain = [a for a in n.induk.anak if a.tercetak and a is not n] if n and n.induk else []
    if n is None or not lain:
        return False
    m, dokumen = p.acak.choice(lain), p.acak.choice(sorted(n.baris))
    if len(n.baris) < 2 or dokumen not in m.baris:
        return False
    p.melawan = {Sel(b, "nama") for a in (n, m) for b in a.baris.values()}
    return p.ubah_teks(n.baris[dokumen], "nama", m.nama) and p.ubah_teks(m.baris[dokumen], "nama", n.nama)
