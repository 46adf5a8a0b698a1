"""Quarters of dinas-contoh and of a tiny agency: to date by type, the year's target, and straight lines."""

import numpy as np
import pytest

from lkip_lib.inputs.tables import PERIODE
from tests.agency import Agency
from tests.checks.notes import notes
from tests.project import computed

CARDS = """\
kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan,rentang
LATIH,S1,Orang yang dilatih,Orang,naik,tingkat,kumulatif,
AKIP,S1,Nilai AKIP,Nilai,naik,tingkat,progres,0-100
CELAKA,S2,Kecelakaan kerja,Kasus,turun,tingkat,akumulatif,
ADUAN,S2,Aduan yang diselesaikan,Persen,naik,tingkat,pengulangan,0-100
"""
TARGETS = """\
indikator,tahun,periode,dokumen,target
LATIH,2024,tahunan,pk,200
LATIH,2024,tw1,pk,40
LATIH,2024,tw2,pk,60
LATIH,2024,tw3,pk,60
LATIH,2024,tw4,pk,40
AKIP,2024,tahunan,pk,65
CELAKA,2024,tahunan,pk,8
CELAKA,2024,tw1,pk,2
CELAKA,2024,tw2,pk,2
ADUAN,2024,tahunan,pk,90
"""
REALISED = """\
indikator,tahun,periode,realisasi
LATIH,2024,tw1,30
LATIH,2024,tw2,45
LATIH,2024,tw3,75
AKIP,2024,tw1,60
AKIP,2024,tw2,"61,5"
AKIP,2024,tw4,64
CELAKA,2024,tw1,3
CELAKA,2024,tw2,1
CELAKA,2024,tw4,1
ADUAN,2024,tw1,81
ADUAN,2024,tw2,90
"""


@pytest.fixture
def agency(instansi_kecil: Agency):
    instansi_kecil.write("indikator.csv", CARDS)
    instansi_kecil.write("target.csv", TARGETS)
    instansi_kecil.write("realisasi.csv", REALISED)
    return instansi_kecil


def row(frame, kode, n):
    return frame.set_index(["kode", "triwulan"]).loc[(kode, n)]


@pytest.mark.parametrize(
    ("kode", "n", "target", "realisasi", "capaian", "setahun"),
    [
        ("LATIH", 1, 40, 30, 75, 15),
        ("LATIH", 2, 100, 75, 75, 37.5),
        ("LATIH", 3, 160, 150, 93.75, 75),
        ("LATIH", 4, 200, None, None, None),  # the last quarter is missing, and missing is never zero
        ("AKIP", 1, None, 60, None, 92.307692),  # no quarterly target: never the year's divided by four
        ("AKIP", 4, 65, 64, 98.461538, 98.461538),  # the fourth quarter ends the year
        ("CELAKA", 1, 2, 3, 50, None),  # few cases early in the year are no achievement yet
        ("CELAKA", 2, 4, 4, 100, None),
        ("ADUAN", 1, 90, 81, 90, 90),  # the same target returns in every quarter
        ("ADUAN", 2, 90, 90, 100, 100),
    ],
)
def test_a_quarter_by_its_type(agency, kode, n, target, realisasi, capaian, setahun):
    b = row(agency.run("02_capaian").frames["triwulan"], kode, n)
    found = b[["target", "realisasi", "capaian_persen", "capaian_tahun_persen"]].astype(float).round(6)
    np.testing.assert_equal(
        found.to_list(), [np.nan if v is None else float(v) for v in (target, realisasi, capaian, setahun)]
    )


@pytest.mark.parametrize(
    ("kode", "n", "akhir", "cara"),
    [
        ("LATIH", 1, 120, "proyeksi_lurus"),
        ("LATIH", 3, 200, "proyeksi_lurus"),
        ("AKIP", 1, None, ""),  # one quarter is no trend
        ("AKIP", 2, 64.5, "proyeksi_tren"),
        ("AKIP", 4, None, ""),  # the year has ended
        ("ADUAN", 2, None, ""),  # each quarter stands for itself
    ],
)
def test_a_line_to_the_years_end(agency, kode, n, akhir, cara):
    b = row(agency.run("02_capaian").frames["triwulan"], kode, n)
    assert b["cara_proyeksi"] == cara
    np.testing.assert_equal(b["proyeksi"], np.nan if akhir is None else akhir)


def test_a_line_that_leaves_the_range_of_the_card_is_not_drawn(agency):
    agency.replace("realisasi.csv", 'AKIP,2024,tw2,"61,5"', "AKIP,2024,tw2,99")
    assert np.isnan(row(agency.run("02_capaian").frames["triwulan"], "AKIP", 2)["proyeksi"])


def test_a_sum_can_be_followed_to_its_quarters(agency):
    bahan = agency.run()
    places = [(b["berkas"], b["periode"]) for b in bahan.ledger.asal("triwulan.LATIH.capaian_persen.2024.tw2")]
    assert places == [(f"{t}.csv", p) for t in ("target", "realisasi") for p in ("tw1", "tw2")]


@pytest.mark.parametrize(("quarter", "written"), [("kurang dari 2", "≤4"), ("≥1", "≥2"), ("1 - 2", "2 - 4"), ("2", "")])
def test_ends_that_are_added_up_are_written(agency, quarter, written):
    agency.write("target.csv", TARGETS.replace("CELAKA,2024,tw1,pk,2", f'CELAKA,2024,tw1,pk,"{quarter}"')
                 .replace("CELAKA,2024,tw2,pk,2", f'CELAKA,2024,tw2,pk,"{quarter}"'))  # fmt: skip
    bahan = agency.run()
    sel = bahan.ledger["triwulan.CELAKA.target.2024.tw2"]
    assert sel["label"] == written


def test_changes_of_a_level_add_up(agency):
    agency.append("realisasi.csv", 'AKIP,2023,tahunan,"58,0"\n')
    agency.write(
        "target.csv",
        "indikator,tahun,periode,dokumen,jenis,target\nAKIP,2024,tahunan,pk,perubahan,4\n"
        "AKIP,2024,tw1,pk,perubahan,1\nAKIP,2024,tw2,pk,perubahan,1\n",
    )
    b = row(agency.run("02_capaian").frames["triwulan"], "AKIP", 2)
    assert (b["target"], b["realisasi"], b["capaian_mentah_persen"]) == (2, 3.5, 175)


def test_a_projected_change_is_held_against_the_years(agency):
    agency.append("realisasi.csv", 'AKIP,2023,tahunan,"58,0"\n')
    rows = "".join(f"AKIP,2024,{p},pk,perubahan,{t}\n" for p, t in zip(PERIODE[:3], (8, 2, 2), strict=True))
    agency.write("target.csv", f"indikator,tahun,periode,dokumen,jenis,target\n{rows}")
    b = row(agency.run("02_capaian").frames["triwulan"], "AKIP", 2)
    # 60 and 61,5 are 2 and 3,5 above last year's 58; the line leads to 6,5, of the year's 8.
    assert (b["proyeksi"], b["capaian_proyeksi_persen"]) == (6.5, 81.25)


def test_changes_of_a_percentage_add_up_to_points(agency):
    agency.write("indikator.csv", CARDS.replace("Nilai AKIP,Nilai,", "Tingkat kepatuhan,Persen,"))
    agency.append("realisasi.csv", 'AKIP,2023,tahunan,"58,0"\n')
    rows = "".join(f"AKIP,2024,{p},pk,perubahan,1\n" for p in PERIODE[1:3])
    agency.write("target.csv", f"indikator,tahun,periode,dokumen,jenis,target\n{rows}")
    used, added, *stated = agency.run().ledger.jejak("triwulan.AKIP.target.2024.tw2")
    assert (used.baris["satuan"], added.baris["satuan"], len(stated)) == ("poin persen", "poin persen", 2)


def test_changes_that_all_count_from_last_year_do_not(agency):
    agency.append("realisasi.csv", 'AKIP,2023,tahunan,"58,0"\n')
    rows = "".join(f"AKIP,2024,{p},pk,perubahan,{t}\n" for p, t in zip(PERIODE, (4, 1, 2, 3, 4), strict=True))
    agency.write("target.csv", f"indikator,tahun,periode,dokumen,jenis,target\n{rows}")
    b = row(agency.run("02_capaian").frames["triwulan"], "AKIP", 2)
    assert (b["target"], b["realisasi"], b["capaian_mentah_persen"]) == (2, 3.5, 175)
    assert notes(agency, "TAR-07").empty


def test_what_is_counted_through_the_year_has_not_changed_before_its_end(agency):
    agency.append("realisasi.csv", "CELAKA,2023,tahunan,9\n")
    rows = "".join(f"CELAKA,2024,{p},pk,perubahan,{t}\n" for p, t in zip(PERIODE, (-4, -1, -1, -1, -1), strict=True))
    agency.write("target.csv", f"indikator,tahun,periode,dokumen,jenis,target\n{rows}")
    b = row(agency.run("02_capaian").frames["triwulan"], "CELAKA", 2)
    assert (b["status_nilai"], np.isnan(b["capaian_mentah_persen"])) == ("belum_diisi", True)


# By hand, from the printed cells: mean of the bounded capaian, money to date, plan to date.
@pytest.mark.parametrize(
    ("n", "rata", "realisasi", "rencana", "poin", "lurus"),
    [
        (1, 100.0, 1_263_800_000, 1_310_000_000, -0.7392, 5_055_200_000),
        (2, 98.0, 2_825_000_000, 2_942_500_000, -1.88, 5_650_000_000),
        (3, 100.0, 4_379_900_000, 4_587_000_000, -3.3136, None),
        (4, 97.777778, 5_968_150_000, 6_250_000_000, -4.5096, None),
    ],
)
def test_dinas_contoh_each_quarter(n, rata, realisasi, rencana, poin, lurus):
    lk = computed("dinas-contoh", 2025, n)
    (ringkas,) = lk.ringkasan.query("dipakai == 'ya'").to_dict("records")
    assert (round(ringkas["rata_rata_persen"], 6), ringkas["n_terhitung"]) == (rata, 5)
    kas = lk.kas.query(f"kode == '0' and triwulan == {n}").iloc[0]
    assert (kas["realisasi_sampai_rp"], kas["rencana_sampai_rp"]) == (realisasi, rencana)
    assert (kas["deviasi_rp"], kas["deviasi_poin"]) == (realisasi - rencana, poin)
    assert lurus is None or kas["proyeksi_rp"] == lurus
    akar = lk.anggaran.set_index("kode").loc["0"]
    assert (akar["pagu_rp"], akar["realisasi_rp"]) == (6_250_000_000, realisasi)
    assert lk.efisiensi.empty
    assert lk.pemeriksaan.query("tingkat != 'informasi'").empty


@pytest.mark.parametrize(
    ("n", "kode", "target", "realisasi", "capaian", "setahun", "lurus"),
    [
        (1, "SAMPAH", 66, 66.1, 100, 97.205882, None),
        (2, "SAMPAH", 66.75, 66.9, 100, 98.382353, 68.5),
        (2, "CEMAR", 25, 27.5, 90, 77.777778, 27.5),
        (3, "CEMAR", 25, 25, 100, 88.888889, 23.75),
        (4, "CEMAR", 22.5, 25, 88.888889, 88.888889, None),
        (3, "IKM", 83.5, 84.6, 100, 100, 85.3),
        (2, "KECELAKAAN", 0, 0, 100, None, 0),
        (4, "KECELAKAAN", 0, 0, 100, 100, None),
    ],
)
def test_dinas_contoh_each_indicator(n, kode, target, realisasi, capaian, setahun, lurus):
    b = row(computed("dinas-contoh", 2025, n).triwulan, kode, n)
    found = b[["target", "realisasi", "capaian_persen", "capaian_tahun_persen", "proyeksi"]].astype(float).round(6)
    expected = [np.nan if v is None else float(v) for v in (target, realisasi, capaian, setahun, lurus)]
    np.testing.assert_equal(found.to_list(), expected)


def test_a_quarter_knows_only_its_past():
    lk = computed("dinas-contoh", 2025, 2)
    assert sorted(lk.triwulan["triwulan"].unique()) == sorted(lk.kas["triwulan"].unique()) == [1, 2]
    assert lk.riwayat["tahun"].max() == 2024
    assert lk.perbandingan.empty
    stated = lk.ledger.query("asal == 'masukan' and berkas in ('realisasi.csv', 'kas.csv') and tahun != tahun - 1")
    assert set(stated["periode"]) == {"tahunan", "tw1", "tw2"}
    assert set(stated.query("periode == 'tahunan'")["tahun"]) == {2022, 2023, 2024}
