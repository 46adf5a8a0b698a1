"""Slips in sentences, years, counts and head counts."""

from __future__ import annotations

from benchmarks.akar.pelaku import Pelaku
from benchmarks.pemeriksaan.model import Sel


def _tahun(p: Pelaku, mundur: int, *besaran: str) -> bool:
    for s in p.klaim("tahun", *besaran):
        lama = str(s.nilai)
        baru = "-".join(str(int(t) - mundur) for t in lama.split("-"))
        p.ubah(s, baru, baru)
        if s.baris.teks["tahun"] == lama:
            p.ubah_teks(s.baris, "tahun", baru)
    return bool(p._baru)


def tahun_tertinggal(p: Pelaku) -> bool:
    """Leave last year's year in every sentence taken over from last year's report."""
    return _tahun(p, 1, "tahun_laporan", "tahun_anggaran")


def renstra_lama(p: Pelaku) -> bool:
    """Name the period of the former Renstra throughout."""
    return _tahun(p, 5, "tahun_renstra")


def cacah_salah(p: Pelaku) -> bool:
    """Count wrongly in a sentence."""
    sel = p.pilih(p.klaim("jumlah"))
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((-1, 1, 2)))


def kalimat_tertukar(p: Pelaku) -> bool:
    """Swap pagu and realisasi in a sentence."""
    a, b = (p.pilih(p.klaim("angka", besaran)) for besaran in ("pagu_rp", "realisasi_rp"))
    if a is None or b is None or a.nilai == b.nilai:
        return False
    isi_a, isi_b = (a.teks, a.nilai, a.desimal), (b.teks, b.nilai, b.desimal)
    return p.ubah(a, *isi_b) and p.ubah(b, *isi_a)


def arah_kata(p: Pelaku) -> bool:
    """Write the opposite word about one comparison."""
    lawan = {"naik": "turun", "turun": "naik", "lebih_tinggi": "lebih_rendah", "lebih_rendah": "lebih_tinggi"}
    sel = p.pilih(s for s in p.klaim("arah") if s.nilai in lawan)
    return sel is not None and p.ubah(sel, lawan[sel.nilai], lawan[sel.nilai])


def pegawai_baris(p: Pelaku) -> bool:
    """Miscount one row of a head count; the printed totals are right."""
    sel = p.pilih(Sel(b, k) for b in p.i.tabel.get("sdm", []) for k in ("asn", "non_asn"))
    return sel is not None and p.ganti_angka(sel, sel.nilai + p.acak.choice((1, 2, 10)))


def pegawai_ikut(p: Pelaku) -> bool:
    """Miscount one row before the table was added up: its total follows, and differs from the other tables."""
    sel = p.pilih(Sel(b, k) for b in p.i.tabel.get("sdm", []) for k in ("asn", "non_asn"))
    if sel is None:
        return False
    beda = p.acak.choice((1, 2, 10))
    jumlah = [s for s in p.i.catatan.get("jumlah_sdm", []) if s.baris.teks["subjek"] == sel.baris.teks["kelompok"]
              and s.baris.teks["besaran"] == f"jumlah_{sel.kolom}"]  # fmt: skip
    return sum([p.ganti_angka(s, s.nilai + beda) for s in (sel, *jumlah)]) > 0
