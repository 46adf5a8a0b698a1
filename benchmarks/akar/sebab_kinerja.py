"""Slips in targets, realisasi and what is computed from them, each with what a real report goes on to print."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from benchmarks.akar.lembar import total
from benchmarks.akar.pelaku import Pelaku
from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.kinerja import TW, Indikator
from benchmarks.pemeriksaan.model import Sel, bulat
from benchmarks.pemeriksaan.rusak import salah_ketik

LANJUT = ("capaian", "kelas", "rata", "efisiensi", "kalimat")


def _mungkin(p: Pelaku, *lapis: str) -> bool:
    """Let the spreadsheet follow the slip, or let the slip come after all had been computed."""
    return p.ikut(*lapis) if p.acak.random() < 0.5 else True


def _ketik(x: Fraction, desimal: int, cara: str, p: Pelaku) -> Fraction | None:
    n = salah_ketik(int(abs(x) * 10**desimal), cara, p.acak)
    return None if n is None else Fraction(n, 10**desimal) * (1 if x >= 0 else -1)


def _ruang(k: Indikator, x: Any) -> bool:
    """Tell whether a value is possible on the card."""
    return isinstance(x, Fraction) and not (k.satuan in ("Persen", "Nilai") and abs(x) > 100)


def _kini(p: Pelaku, k: Indikator) -> list[Sel]:
    """List every place that states this year's realisasi."""
    cetak = [s for s in p.cetak("realisasi") if s.baris.teks["subjek"] == k.kode]
    return [*k.sel_realisasi[p.i.tahun], *cetak, *p.tentang(k.kode, "angka", "realisasi")]


def angka_tahun_lalu(p: Pelaku) -> bool:
    """Leave last year's realisasi in every place where this year's stands."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: t - 1 in k.sel_realisasi and k.realisasi[t] != k.realisasi[t - 1])
    if k is None:
        return False
    return p.salin(_kini(p, k), k.realisasi[t - 1], k.desimal) and _mungkin(p, *LANJUT)


def realisasi_ketik(p: Pelaku) -> bool:
    """Swap two digits of a realisasi in the measurement table; the other places were typed from the right one."""
    k = p.pilih_indikator(lambda k: k.realisasi[p.i.tahun])
    x = _ketik(k.realisasi[p.i.tahun], k.desimal, "tukar", p) if k else None
    if k is None or not _ruang(k, x):
        return False
    return p.salin(k.sel_realisasi[p.i.tahun], x, k.desimal) and _mungkin(p, *LANJUT)


def koma_geser(p: Pelaku) -> bool:
    """Slip the comma of a realisasi by one place, and compute with it."""
    k = p.pilih_indikator(lambda k: k.satuan in ("Persen", "Nilai") and k.realisasi[p.i.tahun] > 1)
    if k is None:
        return False
    x = k.realisasi[p.i.tahun] / 10
    return p.salin(k.sel_realisasi[p.i.tahun], x, k.desimal + 1) and p.ikut(*LANJUT)


def capaian_lama(p: Pelaku) -> bool:
    """Correct a realisasi late, and leave all that had been computed from the earlier one."""
    k = p.pilih_indikator(lambda k: k.realisasi[p.i.tahun])
    if k is None:
        return False
    sel, benar = k.sel_realisasi[p.i.tahun][0], k.realisasi[p.i.tahun]
    x = bulat(benar * Fraction(p.acak.choice((88, 93, 107, 112)), 100), k.desimal)
    if not _ruang(k, x) or not p.ganti_angka(sel, x, k.desimal):
        return False
    p.ikut(*LANJUT, "banding")
    asal = p._baru.pop(0)
    sel.baris.isi(sel.kolom, asal.teks_benar, asal.benar, asal.desimal_benar)
    return bool(p._baru)


def target_tukar(p: Pelaku) -> bool:
    """Swap two digits of a target in one document."""
    k = p.pilih_indikator(lambda k: isinstance(k.target[p.i.tahun], Fraction) and k.target[p.i.tahun])
    if k is None:
        return False
    dokumen = p.acak.choice([d for d in k.sel_target if d not in TW])
    x = _ketik(k.target[p.i.tahun], k.desimal, "tukar", p)
    if not _ruang(k, x):
        return False
    return p.salin([k.sel_target[dokumen]], x, k.desimal) and _mungkin(p, *LANJUT)


def target_tahun_lalu(p: Pelaku) -> bool:
    """Leave last year's target in the documents of this year, and measure by it."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: isinstance(k.target[t], Fraction) and k.target[t] != k.target[t - 1])
    if k is None:
        return False
    dokumen = [d for d in k.sel_target if d not in (*TW, "renstra")]
    milik = [k.sel_target[d] for d in p.acak.sample(dokumen, p.acak.randint(1, len(dokumen)))]
    return p.salin(milik, k.target[t - 1], k.desimal) and _mungkin(p, *LANJUT)


def arah_kartu(p: Pelaku) -> bool:
    """Give a card the wrong arah; capaian, class, mean and sentences were printed by the right one."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: k.jenis in ("naik", "turun") and k.target[t] != k.realisasi[t])
    if k is None or ("capaian_persen", "indikator", k.kode) not in p.lembar.cetak:
        return False
    p.melawan = {t.sel for t in p.lembar.isi if t.lapis in LANJUT and t.dari & set(p.lembar.sumber(k))}
    p.melawan |= {s for w, s in k.sel_target.items() if w not in TW}
    kartu = next(b for b in p.i.tabel["indikator"] if b.teks["kode"] == k.kode)
    return p.ubah_teks(kartu, "arah", "turun" if k.arah == "naik" else "naik")


def rumus_salah(p: Pelaku) -> bool:
    """Compute a capaian by the formula of another kind, and go on from it to class, mean and sentence."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: k.jenis in ("naik", "turun") and k.target[t] and k.realisasi[t])
    sel = p.lembar.cetak.get(("capaian_persen", "indikator", k.kode)) if k else None
    if k is None or sel is None:
        return False
    tt, r = k.target[t], k.realisasi[t]
    cara = [(tt - r) / tt * 100, tt / r * 100, r / tt * 100, (2 * tt - r) / tt * 100]
    lain = [x for x in cara if all(abs(x - y) > 1 for y in (k.mentah, k.capaian))]
    return bool(lain) and p.ganti_angka(sel, bulat(p.acak.choice(lain), 2), 2) and p.ikut(*LANJUT[1:])


def rata_kurang_satu(p: Pelaku) -> bool:
    """Leave one indicator out of a mean; its class and its sentence follow."""
    kunci = [k for k in p.lembar.cetak if k[0] == "rata_rata_capaian_persen" or k[:2] == ("capaian_persen", "sasaran")]
    if not kunci:
        return False
    besaran, jenis, kode = p.acak.choice(kunci)
    nilai = [k.capaian for k in p.indikator if jenis == "instansi" or k.sasaran == kode]
    if len(nilai) < 2 or None in nilai:
        return False
    nilai.pop(p.acak.randrange(len(nilai)))
    x = rumus.rata(nilai, [1] * len(nilai))
    return x is not None and p.ganti_angka(p.lembar.cetak[besaran, jenis, kode], bulat(x, 2), 2) and p.ikut(*LANJUT[1:])


def efisiensi_serapan(p: Pelaku) -> bool:
    """Put the absorption into the capaian column of the efficiency table; the degree follows."""
    calon = [(c, s) for c, s, _ in p.i.catatan.get("efisiensi", []) if c and s]
    if not calon:
        return False
    c, s = p.acak.choice(calon)
    return p.ganti_angka(c, s.nilai, s.desimal) and p.ikut("efisiensi", "kalimat")


def kelas_salah(p: Pelaku) -> bool:
    """Read a class off the wrong row of the scale, and repeat it in the sentence."""
    sel = p.pilih(p.cetak("predikat"))
    if sel is None:
        return False
    nama = [s[0] for s in rumus.SKALA]
    n = nama.index(sel.nilai)
    baru = p.acak.choice([nama[m] for m in (n - 1, n + 1) if 0 <= m < len(nama)])
    return p.ubah(sel, baru, baru) and p.ikut("kalimat")


def banding_terbalik(p: Pelaku) -> bool:
    """Divide a growth by this year's value instead of last year's, in the table and in the sentence."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: t - 1 in k.sel_realisasi and k.realisasi[t] != k.realisasi[t - 1]
                          and k.realisasi[t])  # fmt: skip
    if k is None:
        return False
    x = (k.realisasi[t] - k.realisasi[t - 1]) / abs(k.realisasi[t]) * 100
    milik = [s for s in p.cetak("perubahan_persen") if s.baris.teks["subjek"] == k.kode]
    milik += p.tentang(k.kode, "angka", "perubahan_persen")
    # "turun 3,82%" drops the sign, and goes on dropping it.
    return sum([p.ganti_angka(s, bulat(abs(x) if s.nilai > 0 else x, 2), 2) for s in milik]) > 0


def komponen_digit(p: Pelaku) -> bool:
    """Lose a digit of a component; the realisasi was computed from the right one."""
    sel = p.pilih(s for _, _, *dua in p.i.catatan.get("komponen", []) for s in dua)
    n = salah_ketik(int(sel.nilai), p.acak.choice(("hilang", "sisip", "tukar")), p.acak) if sel else None
    return sel is not None and n is not None and p.ganti_angka(sel, Fraction(n))


def masa_lalu_lain(p: Pelaku) -> bool:
    """State a past value in the table of years otherwise than in the report of that year, and compute with it."""
    k = p.pilih_indikator(lambda k: any(len(m) > 1 for th, m in k.sel_realisasi.items() if th < p.i.tahun))
    if k is None:
        return False
    sel = p.acak.choice([m[1] for th, m in k.sel_realisasi.items() if th < p.i.tahun and len(m) > 1])
    x = _ketik(sel.nilai, sel.desimal, "geser_satu", p)
    return _ruang(k, x) and x is not None and p.ganti_angka(sel, x)


def triwulan_bagi_empat(p: Pelaku) -> bool:
    """Divide a level by four over the quarters of the Perjanjian Kinerja."""
    t = p.i.tahun
    k = p.pilih_indikator(lambda k: "tw1" in k.sel_target and k.tipe != "akumulatif" and k.target[t]
                          and isinstance(k.target[t], Fraction))  # fmt: skip
    if k is None or k.desimal == 1:  # three decimals could be read as thousands
        return False
    return p.salin([k.sel_target[w] for w in TW], bulat(k.target[t] / 4, 2), 2)


def triwulan_kumulatif(p: Pelaku) -> bool:
    """State quarters from the start of the year where the card says that each stands for itself."""
    k = p.pilih_indikator(lambda k: k.tipe == "akumulatif" and ("tw1" in k.sel_target or k.sel_triwulan))
    if k is None:
        return False
    milik = k.sel_triwulan if k.sel_triwulan and p.acak.random() < 0.5 else [k.sel_target.get(w) for w in TW]
    if not milik or None in milik or total(milik) is None:
        return False
    jumlah, benar = Fraction(0), [s.nilai for s in milik]
    for s, x in zip(milik, benar, strict=True):
        jumlah += x
        if x != jumlah:
            p.ganti_angka(s, jumlah)
    return bool(p._baru)


def keluaran_ketik(p: Pelaku) -> bool:
    """Mistype an output's realisasi after its capaian had been computed."""
    cetak = {s.baris.teks["subjek"] for s in p.cetak("capaian_persen", "keluaran")}
    sel = p.pilih(Sel(b, "realisasi") for b in p.i.tabel.get("keluaran", [])
                  if b.teks["jenis"] != "masukan" and b.teks["kode"] in cetak)  # fmt: skip
    x = _ketik(sel.nilai, 0, p.acak.choice(("tukar", "geser_satu")), p) if sel else None
    return sel is not None and x is not None and p.ganti_angka(sel, x)


def nama_indikator_tertukar(p: Pelaku) -> bool:
    """Swap the names of two indicators in one document."""
    satu = p.pilih_indikator(lambda k: True)
    lain = [k for k in p.indikator if satu and k is not satu and k.satuan == satu.satuan]
    if satu is None or not lain:
        return False
    dua = p.acak.choice(lain)
    dokumen = p.acak.choice([d for d in satu.sel_target if d not in (*TW, "renstra")])
    p.melawan = {Sel(s.baris, "nama") for k in (satu, dua) for s in k.sel_target.values()}
    a, b = (k.sel_target[dokumen].baris for k in (satu, dua))
    return p.ubah_teks(a, "nama", dua.nama) and p.ubah_teks(b, "nama", satu.nama)
