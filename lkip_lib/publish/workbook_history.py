"""The sheets of time and place: the years behind each indicator, and what it is compared with."""

from __future__ import annotations

from typing import Any

from lkip_lib.publish import workbook_formulas as f
from lkip_lib.publish.workbook_layout import Baris, Susunan, kolom, persen
from lkip_lib.publish.workbook_performance import batasi, kelas_skala, menurut_arah
from lkip_lib.publish.workbook_sheet import Kolom, Lembar, Letak, Sel, hitung, kata, kosong, masukan, tetap
from lkip_lib.stages import perbandingan as banding


def riwayat(s: Susunan) -> Lembar:
    """List the years behind; this year's figures repeat the sheet Indikator."""
    baris = [_riwayat(s, i, b) for i, b in enumerate(s.baris("riwayat"))]
    return Lembar("Riwayat", "Riwayat indikator dan pembandingnya", s.kolom_riwayat, baris, beku=2)


def _riwayat(s: Susunan, i: int, b: Baris) -> list[Sel]:
    kode, tahun, letak, asal = b["kode"], b["tahun"], s.letak["Riwayat"], s.letak["Indikator"]
    instansi, bentuk = b["lingkup"] == "instansi", s.bentuk(b["kode"])
    kini = s.tempat("Indikator", kode=kode) if instansi and tahun == s.bahan.tahun else None
    rinci = s.target.get((kode, tahun), {}) if instansi else {}
    sel = {k: Sel(b[k]) for k in ("kode", "lingkup", "berselisih")}
    sel |= {"nama": Sel(s.isi.nama_indikator.get(kode, kode)), "tahun": tetap(tahun)}
    sel["target"] = masukan(b["target"], bentuk) if instansi else Sel()
    for k in ("target_bawah", "target_atas"):
        sel[k] = masukan(rinci.get(k), bentuk) if instansi and s.berentang(kode, tahun) else Sel()
    sel["realisasi"] = masukan(b["realisasi"], bentuk)
    mentah = s.nilai("riwayat", kode, "capaian_mentah_persen", tahun=tahun) if instansi else None
    if kini is not None:
        for k in ("target", "target_bawah", "target_atas", "realisasi"):
            hidup = k in asal and not (k == "realisasi" and s.dari_perubahan(kode, tahun))
            if hidup and sel[k].peran == "masukan":
                sel[k] = hitung(f.salin(asal.luar(k, kini)), sel[k].nilai, bentuk)
        rumus = f.salin(asal.luar("capaian_mentah_persen", kini))
    else:
        rumus = _capaian_lalu(s, i, b) if instansi and rinci else ""
    m = letak["capaian_mentah_persen", i]
    sel["capaian_mentah_persen"] = hitung(rumus, mentah) if rumus else Sel()
    sel["capaian_persen"] = hitung(batasi(s, m), b["capaian_persen"]) if rumus else Sel()
    sel["predikat_nilai"] = _predikat_nilai(s, kode, letak["realisasi", i], b["predikat_nilai"])
    return [sel[k.kunci] for k in s.kolom_riwayat]


def _capaian_lalu(s: Susunan, i: int, b: Baris) -> str:
    """Measure an earlier year as this one is."""
    kode, tahun, letak = b["kode"], b["tahun"], s.letak["Riwayat"]
    kartu, r = s.kartu[kode], letak["realisasi", i]
    jenis, nol = s.jenis(kode, tahun), kartu["nol_tercapai"] == "ya"
    if s.dari_perubahan(kode, tahun):
        lalu = s.tempat("Riwayat", kode=kode, tahun=tahun - 1, lingkup="instansi")
        if lalu is None:
            return ""
        sel = letak["realisasi", lalu]
        beda = f.bulat("selisih", "{kini}-{pembanding}", kini=r, pembanding=sel)
        target, rumus = letak["target", i], _perubahan(s, kode, tahun)
        return f.bila_ada([r, sel], f.capaian(s.bahan.katalog, rumus, target=target, realisasi=beda, nol=nol))
    bentuk = {"perubahan": _perubahan(s, kode, tahun), "ordinal": "capaian_ordinal"}.get(
        jenis, menurut_arah(s, kartu["arah"])
    )
    ujung = {}
    if s.berentang(kode, tahun):
        bentuk, ujung = "capaian_rentang", {u: letak[f"target_{u}", i] for u in ("bawah", "atas")}
    return f.capaian(s.bahan.katalog, bentuk, target=letak["target", i], realisasi=r, nol=nol, **ujung)


def _perubahan(s: Susunan, kode: str, tahun: int) -> str:
    """Name the formula of a change: one against the direction is held."""
    target = s.target.get((kode, tahun), {}).get("target", float("nan"))
    lawan = target > 0 if s.kartu[kode]["arah"] == "turun" else target < 0
    return "capaian_perubahan_ditahan" if lawan else "capaian_perubahan"


def _predikat_nilai(s: Susunan, kode: str, sel: str, nilai: str) -> Sel:
    skala = s.bahan.kebijakan.skala_nilai.get(kode)
    if skala is None:
        return Sel()
    awalan = nama_skala(s, s.params.skala_nilai[kode])
    return hitung(kelas_skala(s, sel, awalan, skala), nilai)


def nama_skala(s: Susunan, skala: str) -> str:
    """Name the cells of a scale for values; the scale of capaian is `Skala`."""
    return f"Skala_Nilai_{list(dict.fromkeys(s.params.skala_nilai.values())).index(skala) + 1}"


KOLOM_PERBANDINGAN = (
    kolom("perbandingan", "kode", "Kode", lebar=12),
    Kolom("nama", "Indikator", lebar=36, arti="Nama indikator"),
    kolom("perbandingan", "jenis", "Pembanding", lebar=14),
    kolom("perbandingan", "tahun", "Tahun", bentuk="bulat", lebar=8),
    kolom("perbandingan", "realisasi", "Realisasi", "satuan indikator", "#,##0.00", 11),
    kolom("perbandingan", "pembanding", "Nilai pembanding", "satuan indikator", "#,##0.00", 12),
    kolom("perbandingan", "selisih", "Selisih", "satuan indikator", "#,##0.00", 11),
    persen("perbandingan", "perubahan_persen", "Perubahan"),
    kolom("perbandingan", "makna", "Makna", lebar=15),
    persen("perbandingan", "capaian_persen", "Kemajuan"),
    kolom("perbandingan", "sisa_per_tahun", "Sisa per tahun", "satuan indikator", "#,##0.00", 11),
)


def perbandingan(s: Susunan) -> Lembar:
    """Compare this year with what lies beside it: last year, the end of the Renstra, others."""
    baris = [_perbandingan(s, i, b) for i, b in enumerate(s.baris("perbandingan"))]
    catatan = "Realisasi dan nilai pembanding diambil dari lembar Riwayat; target akhir Renstra diisi di sini."
    return Lembar("Perbandingan", "Perbandingan realisasi", KOLOM_PERBANDINGAN, baris, (), catatan, beku=2)


def _perbandingan(s: Susunan, i: int, b: Baris) -> list[Sel]:
    kode, jenis, bentuk = b["kode"], b["jenis"], s.bentuk(b["kode"])
    letak = Letak("Perbandingan", KOLOM_PERBANDINGAN, 0)
    r, p, d, makna, tahun = (letak[k, i] for k in ("realisasi", "pembanding", "selisih", "makna", "tahun"))
    ordinal, ujung = s.jenis(kode, s.bahan.tahun) == "ordinal", jenis == "akhir_renstra"
    arah = "naik" if ordinal else s.kartu[kode]["arah"]
    # What lies nearer to a range is no matter of direction; its words and progress are taken as they were found.
    berentang = kosong(b["pembanding"]) if ujung else s.jenis(kode, s.bahan.tahun) == "rentang"
    rumus_maju = "capaian_ordinal" if ordinal else menurut_arah(s, arah)
    maju = f.capaian(s.bahan.katalog, rumus_maju, target=p, realisasi=r)
    tumbuh = f.bulat("perubahan_persen", "{kini}-{lalu}", kini=r, lalu=p)
    sisa = f.bulat("sisa_per_tahun", "{target_akhir}-{realisasi}", target_akhir=p, realisasi=r,
                   tahun_tersisa=f"({tahun}-Tahun_Laporan)")  # fmt: skip
    belum = banding.KATA["akhir_renstra"]["memburuk"]
    return [
        Sel(kode),
        Sel(s.isi.nama_indikator.get(kode, kode)),
        Sel(kata(jenis)),
        tetap(b["tahun"]),
        _dari_riwayat(s, kode, s.bahan.tahun, "instansi", b["realisasi"]),
        masukan(b["pembanding"], bentuk)
        if ujung
        else _dari_riwayat(s, kode, b["tahun"], "instansi" if jenis == "tahun_lalu" else jenis, b["pembanding"]),
        hitung(
            f.bila_ada([r, p], f.bulat("selisih", "{kini}-{pembanding}", kini=r, pembanding=p)), b["selisih"], bentuk
        ),
        Sel() if ordinal else hitung(f.bila_dapat([r, p], tumbuh), b["perubahan_persen"]),
        Sel(b["makna"]) if berentang else hitung(_makna(d, jenis, arah, b), b["makna"]),
        masukan(b["capaian_persen"]) if ujung and berentang else hitung(maju, b["capaian_persen"]) if ujung else Sel(),
        hitung(f'IF({makna}="{belum}",{f.bila_dapat([r, p], sisa)},"")', b["sisa_per_tahun"], bentuk)
        if ujung
        else Sel(),
    ]


def _dari_riwayat(s: Susunan, kode: str, tahun: int, lingkup: str, nilai: Any) -> Sel:
    i = s.tempat("Riwayat", kode=kode, tahun=tahun, lingkup=lingkup)
    if i is None:
        return masukan(nilai, s.bentuk(kode))
    return hitung(f.salin(s.letak["Riwayat"].luar("realisasi", i)), nilai, s.bentuk(kode))


def _makna(selisih: str, jenis: str, arah: str, b: Baris) -> str:
    kata = banding.KATA.get(jenis, banding.KATA_PEMBANDING)
    naik, turun = (kata["memburuk"], kata["membaik"]) if arah == "turun" else (kata["membaik"], kata["memburuk"])
    hilang = "berselisih" if b["makna"] == "berselisih" else ""
    isi = f'IF({selisih}=0,"{kata["tetap"]}",IF({selisih}>0,"{naik}","{turun}"))'
    return f'IF(COUNT({selisih})=0,"{hilang}",{isi})'
