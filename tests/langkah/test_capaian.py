"""The recipe of capaian: the policies of measuring, each tried on a tiny agency."""

from dataclasses import replace

import numpy as np
import pytest

from lkip_lib.buku.laporan import Laporan
from lkip_lib.display.figure import tulis
from lkip_lib.ledger import id_induk
from tests.agency import run
from tests.recompute import RAGU, differing

KARTU = "kode,sasaran,nama,satuan,arah,jenis,bobot,nol_tercapai,berlaku_dari,berlaku_sampai\n"


def ukur(agency, *, kartu="Nilai,naik,,1,,,", target="65", realisasi="64,17", lain=""):
    """Measure one indicator, AKIP, and return its row."""
    agency.write("indikator.csv", f"{KARTU}AKIP,S1,Nilai AKIP,{kartu}\n")
    agency.write("target.csv", f'indikator,tahun,dokumen,jenis,target\nAKIP,2024,pk,,"{target}"\n')
    agency.write("realisasi.csv", f'indikator,tahun,realisasi\nAKIP,2024,"{realisasi}"\n{lain}')
    return agency.run("02_capaian").frames["indikator"].iloc[0]


def ukur_semua(agency, *isi):
    """Measure several as `ukur` does one, each an indicator of its own, and return their rows in order."""
    baku = {"kartu": "Nilai,naik,,1,,,", "target": "65", "realisasi": "64,17"}
    semua = [(f"I{n}", baku | i) for n, i in enumerate(isi)]
    agency.write("indikator.csv", KARTU + "".join(f"{k},S1,Nilai {k},{i['kartu']}\n" for k, i in semua))
    agency.write("target.csv", "indikator,tahun,dokumen,jenis,target\n"
                 + "".join(f'{k},2024,pk,,"{i["target"]}"\n' for k, i in semua))  # fmt: skip
    agency.write("realisasi.csv", "indikator,tahun,realisasi\n"
                 + "".join(f'{k},2024,"{i["realisasi"]}"\n' for k, i in semua))  # fmt: skip
    return agency.run("02_capaian").frames["indikator"].set_index("kode").loc[[k for k, _ in semua]]


KINDS = [
    ("Nilai,naik,,1,,,", "65", "64,17", 98.72, "capaian_naik"),
    ("Persen,turun,,1,,,", "8,55", "7,82", 108.54, "capaian_turun_selisih"),
    ("Persen,naik,rentang,1,,,", "80 - 90%", "60%", 75, "capaian_rentang"),
    ("Persen,naik,batas,1,,,", "≥95", "96", 100, "capaian_rentang"),
    ("Persen,turun,batas,1,,,", "kurang dari 49", "60", 77.55, "capaian_rentang"),
    ("Persen,turun,perubahan,1,,,", "-0,13", "-0,08", 61.54, "capaian_perubahan"),
    ("Persen,turun,perubahan,1,,,", "0,50", "0,30", 140, "capaian_perubahan_ditahan"),
    ("Persen,naik,perubahan,1,,,", "-2", "-1", 150, "capaian_perubahan_ditahan"),
    ("Kasus,turun,,1,ya,,", "0", "0", 100, "nol_tercapai"),
]


def test_each_kind_of_target(instansi_kecil):
    hasil = ukur_semua(instansi_kecil, *({"kartu": k, "target": t, "realisasi": r} for k, t, r, *_ in KINDS))
    milik = zip(hasil["capaian_mentah_persen"].round(2), hasil["rumus"], hasil["status_nilai"], strict=True)
    assert list(milik) == [(persen, rumus, "angka") for *_, persen, rumus in KINDS]


WITHOUT = [
    ({"target": ""}, "belum_diisi"),
    ({"realisasi": "-"}, "belum_diisi"),
    ({"target": "35.000.0000"}, "tidak_terbaca"),
    ({"target": "35.000.0000", "realisasi": ""}, "tidak_terbaca"),
    ({"realisasi": "n/a"}, "tidak_berlaku"),
    ({"target": "0"}, "tidak_dapat_dihitung"),
    ({"kartu": "Kasus,turun,,1,,,", "target": "0", "realisasi": "0"}, "tidak_dapat_dihitung"),
    ({"kartu": "Kasus,turun,,1,ya,,", "target": "0", "realisasi": "2"}, "tidak_dapat_dihitung"),
]


def test_why_a_capaian_is_no_number(instansi_kecil):
    hasil = ukur_semua(instansi_kecil, *(isi for isi, _ in WITHOUT))
    assert hasil["capaian_persen"].isna().all()
    assert list(zip(hasil["status_nilai"], hasil["predikat"], strict=True)) == [(status, "") for _, status in WITHOUT]


def test_a_card_of_changes_may_fall_below_its_range_and_counts_points(instansi_kecil):
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,jenis,rentang\nAKIP,S1,Nilai AKIP,Nilai,naik,tingkat,0-100\n"
        "TPT,S2,Penurunan pengangguran terbuka,Persen,turun,perubahan,0-100\n",
    )
    instansi_kecil.write("target.csv", 'indikator,tahun,dokumen,target\nAKIP,2024,pk,65\nTPT,2024,pk,"-0,13"\n')
    instansi_kecil.write(
        "realisasi.csv",
        'indikator,tahun,realisasi\nAKIP,2024,"64,17"\nTPT,2024,"-0,08"\nTPT,2023,"-0,20"\n',
    )
    bahan = instansi_kecil.run()
    for id in ("indikator.TPT.realisasi.pk.2024", "riwayat.TPT.realisasi.2023"):
        assert bahan.ledger[id]["satuan"] == "poin persen"
    assert tulis(bahan.ledger["indikator.TPT.target.pk.2024"]) == "−0,13 poin"
    assert bahan.ledger["perbandingan.TPT.tahun_lalu.pembanding.2023"]["satuan"] == "poin persen"
    assert bahan.ledger["perbandingan.TPT.tahun_lalu.selisih.2023"]["satuan"] == "poin"


@pytest.mark.parametrize(
    ("tahun_lalu", "perubahan", "status"),
    [
        ('AKIP,2023,"61,64"\n', 2.53, "angka"),
        ("", None, "belum_diisi"),
        ("AKIP,2023,60\nAKIP,2023,62\n", None, "tidak_terbaca"),  # two readings that both fit
    ],
)
def test_a_targeted_change_is_measured_from_the_year_before(instansi_kecil, tahun_lalu, perubahan, status):
    instansi_kecil.write("target.csv", "indikator,tahun,dokumen,jenis,target\nAKIP,2024,pk,perubahan,2\n")
    instansi_kecil.write("realisasi.csv", f'indikator,tahun,realisasi\nAKIP,2024,"64,17"\n{tahun_lalu}')
    akip = instansi_kecil.run("02_capaian").frames["indikator"].iloc[0]
    assert akip["status_nilai"] == status
    assert akip["realisasi"] == pytest.approx(np.nan if perubahan is None else perubahan, nan_ok=True)
    assert akip["capaian_mentah_persen"] == pytest.approx(np.nan if perubahan is None else 126.5, nan_ok=True)


MILIK_SENDIRI = """\
batas:
  sempit: {judul: Batas dinas, sumber: Keputusan Kepala Dinas, bawah: 99, atas: 105}
rumus:
  separuh:
    judul: Separuh selisih
    sumber: Keputusan Kepala Dinas
    untuk: turun
    ungkapan: (3*T - R) / (2*T) * 100
  bertangga:
    judul: Bertangga
    sumber: Keputusan Kepala Dinas
    untuk: naik
    ungkapan: jika(R >= T, 100, min(R / T * 100, 90))
"""


@pytest.mark.parametrize(
    ("pilihan", "capaian", "rata_rata"),
    [
        ({}, [98.72, 100], 99.36),
        ({"batas": "tanpa"}, [98.72, 108.54], 103.63),
        ({"batas": "110"}, [98.72, 108.54], 103.63),
        ({"batas": "sempit"}, [99, 105], 102),
        ({"rumus_turun": "rasio", "batas": "tanpa"}, [98.72, 109.34], 104.03),
        ({"rumus_turun": "separuh", "batas": "tanpa"}, [98.72, 104.27], 101.5),
        ({"rumus_naik": "bertangga"}, [90, 100], 95),
        ({"pembulatan": "bulat"}, [99, 100], 99.5 + 0.5),
        ({"pembulatan": "satu_desimal"}, [98.7, 100], 99.4),
        ({"pembulatan": "dua_desimal_potong"}, [98.72, 100], 99.36),
    ],
)
def test_bounds_and_formula_are_choices(instansi_kecil, pilihan, capaian, rata_rata):
    instansi_kecil.kebijakan(MILIK_SENDIRI)
    bahan = instansi_kecil.run()
    frames = run(replace(bahan, params=bahan.params.model_copy(update=pilihan), frames={}, bagian=())).frames
    assert frames["indikator"]["capaian_persen"].round(2).tolist() == capaian
    assert round(frames["ringkasan"]["rata_rata_persen"].item(), 2) == rata_rata


@pytest.mark.parametrize(
    ("bobot", "cara", "rata_rata"),
    [
        ((1, 1, 1), "indikator", 80),
        ((1, 1, 2), "indikator", 85),
        ((1, 1, 1), "sasaran", 85),
        ((3, 1, 1), "sasaran", 82.5),
    ],
)
def test_average_by_indicator_or_sasaran_and_by_weight(instansi_kecil, bobot, cara, rata_rata):
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,bobot\n"
        + "".join(f"{k},{s},{k},Persen,naik,{b}\n" for k, s, b in zip("ABC", ("S1", "S1", "S2"), bobot, strict=True)),
    )
    instansi_kecil.write("target.csv", "indikator,tahun,dokumen,target\nA,2024,pk,100\nB,2024,pk,100\nC,2024,pk,100\n")
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\nA,2024,60\nB,2024,80\nC,2024,100\n")
    instansi_kecil.params(f"rata_rata: {cara}\n")
    assert instansi_kecil.run("02_capaian").frames["ringkasan"]["rata_rata_persen"].tolist() == [rata_rata]


@pytest.mark.parametrize("cara", ["indikator", "sasaran"])
def test_the_mean_is_recomputed_from_its_trail_under_each_document(instansi_kecil, cara):
    instansi_kecil.append("indikator.csv", "IKM,S1,Indeks Kepuasan Masyarakat,Nilai,naik\n")
    instansi_kecil.append("target.csv", "IKM,2024,pk,80\nAKIP,2024,renstra,80\nIKM,2024,renstra,100\n")
    instansi_kecil.append("target.csv", 'TPT,2024,renstra,"7,5"\n')
    instansi_kecil.append("realisasi.csv", "IKM,2024,90\n")
    instansi_kecil.params(f"rata_rata: {cara}\nbatas: '110'\n")
    buku = instansi_kecil.run().ledger
    for dokumen in ("pk", "renstra"):
        for kolom, asal in (
            ("rata_rata_persen", "capaian_persen"),
            ("rata_rata_mentah_persen", "capaian_mentah_persen"),
        ):
            rata = buku[f"ringkasan.0.{kolom}.{dokumen}.2024"]
            dari = [buku[i] for i in id_induk(rata["dari"]) if "bobot" not in i]
            assert {b["besaran"] for b in dari} == {asal}
            assert [b["subjek"] for b in dari] == (["AKIP", "TPT", "IKM"] if cara == "indikator" else ["S1", "S2"])
            assert np.mean([b["nilai"] for b in dari]) == pytest.approx(rata["nilai"])
            for sasaran in dari if cara == "sasaran" else ():
                anggota = [buku[i] for i in id_induk(sasaran["dari"]) if "bobot" not in i]
                assert {b["dokumen"] for b in anggota} == {dokumen}
                assert np.mean([b["nilai"] for b in anggota]) == pytest.approx(sasaran["nilai"])


def test_an_incomplete_average_has_no_class(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"7,82"', "")
    frames = instansi_kecil.run().frames
    (ringkas,) = frames["ringkasan"].to_dict("records")
    assert np.isnan(ringkas["rata_rata_persen"])
    assert (ringkas["predikat"], ringkas["n_indikator"], ringkas["n_terhitung"]) == ("", 2, 1)
    assert frames["sasaran"][["kode", "predikat", "n_terhitung"]].values.tolist() == [
        ["S1", "Sangat Tinggi", 1],
        ["S2", "", 0],
    ]


@pytest.mark.parametrize(("berlaku", "n"), [("2024,2024", 1), ("2020,", 1), (",2023", 0), ("2025,", 0)])
def test_only_cards_in_force_are_measured(instansi_kecil, berlaku, n):
    instansi_kecil.write("indikator.csv", f"{KARTU}AKIP,S1,Nilai AKIP,Nilai,naik,,1,,{berlaku}\n")
    for nama in ("target", "realisasi"):
        instansi_kecil.write(
            f"{nama}.csv", (instansi_kecil.tempat.data / f"{nama}.csv").read_text().partition("TPT")[0]
        )
    assert len(instansi_kecil.run("02_capaian").frames["indikator"]) == n


def test_a_document_without_targets_leaves_everything_unfilled(instansi_kecil):
    instansi_kecil.params("dokumen_target: renstra\n")
    frames = instansi_kecil.run().frames
    assert frames["indikator"]["status_nilai"].tolist() == ["belum_diisi", "belum_diisi"]
    assert frames["ringkasan"][["dokumen", "dipakai"]].values.tolist() == [["renstra", "ya"], ["pk", "tidak"]]


@pytest.mark.parametrize("dokumen", ["lkip", "renstra", "pk"])
def test_history_agrees_with_the_measurement_of_this_year(bekasi, dokumen):
    params = bekasi.params.model_copy(update={"dokumen_target": dokumen})
    frames = run(replace(bekasi, params=params, frames={}, bagian=())).frames
    kini = frames["riwayat"].query("tahun == 2024 and lingkup == 'instansi'").set_index("kode")
    diukur = frames["indikator"].set_index("kode")
    assert kini["capaian_persen"].to_dict() == pytest.approx(diukur["capaian_persen"].to_dict(), nan_ok=True)


def test_a_disputed_past_year_has_no_value(instansi_kecil):
    instansi_kecil.append("realisasi.csv", "AKIP,2023,60\nAKIP,2023,62\n")
    frames = instansi_kecil.run().frames
    lalu = frames["riwayat"].query("kode == 'AKIP' and tahun == 2023").iloc[0]
    assert (lalu["status_nilai"], lalu["berselisih"]) == ("tidak_terbaca", "60; 62")
    assert np.isnan(lalu["realisasi"])
    (banding,) = frames["perbandingan"].to_dict("records")
    assert (banding["jenis"], banding["makna"], banding["status_nilai"]) == (
        "tahun_lalu",
        "berselisih",
        "tidak_terbaca",
    )


@pytest.mark.parametrize(
    ("kode", "jenis", "makna", "selisih", "persen"),
    [
        ("AKIP", "tahun_lalu", "membaik", 2.53, 4.1),
        ("AKIP", "akhir_renstra", "belum tercapai", -3.83, -5.63),
        ("AKIP", "nasional", "lebih buruk", -1.19, -1.82),
        ("IKM", "tahun_lalu", "tetap", 0, 0),
        ("TPT", "tahun_lalu", "membaik", -0.08, -1.01),
        ("TPT", "akhir_renstra", "sudah tercapai", -0.47, -5.67),
        ("TPT", "nasional", "lebih buruk", 2.91, 59.27),
    ],
)
def test_comparisons_of_bekasi(bekasi, kode, jenis, makna, selisih, persen):
    banding = bekasi.frames["perbandingan"].set_index(["kode", "jenis"]).loc[(kode, jenis)]
    assert (banding["makna"], banding["selisih"]) == (makna, selisih)
    assert banding["perubahan_persen"] == pytest.approx(persen, abs=0.005)


def test_a_final_target_that_is_a_change_is_not_compared_with_a_level(instansi_kecil):
    instansi_kecil.write(
        "target.csv", 'indikator,tahun,dokumen,jenis,target\nTPT,2024,pk,,"8,55"\nTPT,2026,renstra,perubahan,"-0,13"\n'
    )
    banding = instansi_kecil.run("02_capaian").frames["perbandingan"]
    assert banding["selisih"].isna().all()


def test_the_targets_of_a_card_of_changes_are_no_level_to_reach(instansi_kecil):
    instansi_kecil.replace("indikator.csv", "satuan,arah\n", "satuan,arah,jenis\n")
    instansi_kecil.replace("indikator.csv", "Nilai,naik\n", "Nilai,naik,tingkat\n")
    instansi_kecil.replace("indikator.csv", "Persen,turun\n", "Persen,turun,perubahan\n")
    instansi_kecil.replace("target.csv", '"8,55"', '"-0,4"')
    instansi_kecil.append("target.csv", 'TPT,2026,renstra,"-0,5"\nAKIP,2026,renstra,70\n')
    instansi_kecil.replace("realisasi.csv", '"7,82"', '"-0,6"')
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"-0,2"\n')
    banding = instansi_kecil.run("02_capaian").frames["perbandingan"]
    assert banding[["kode", "jenis"]].values.tolist() == [["AKIP", "akhir_renstra"], ["TPT", "tahun_lalu"]]


def test_every_reference_stands_in_the_ledger(bekasi):
    disebut = {i for dari in bekasi.ledger.frame["dari"] for i in id_induk(dari)}
    assert disebut <= set(bekasi.ledger.frame["id"])


def test_no_figure_rests_on_a_printed_derived_one(bekasi):
    semua = bekasi.ledger.frame.query("asal == 'hitung'")["id"]
    ragu = semua.str.startswith(tuple(f"{n}." for n in RAGU))
    asal = {i: {b["asal"] for b in bekasi.ledger.asal(i)} for i in semua}
    assert set().union(*(asal[i] for i in semua[~ragu])) == {"masukan", "koreksi"}
    # Only what tells how far the result is settled looks at what sentences state otherwise.
    assert "tercetak" in set().union(*(asal[i] for i in semua[ragu]))


def test_a_stated_figure_keeps_its_value_and_state(bekasi):
    semua = bekasi.ledger
    for baris in semua.frame.query("rumus == 'dinyatakan' and asal == 'hitung' and tahun == 2024").to_dict("records"):
        asal = semua[id_induk(baris["dari"])[0]]
        assert (baris["id"], baris["status_nilai"]) == (baris["id"], asal["status_nilai"])
        assert baris["nilai"] == pytest.approx(asal["nilai"], nan_ok=True)


def test_a_comparison_is_recomputed_from_its_trail_too(instansi_kecil):
    instansi_kecil.append("target.csv", "AKIP,2026,renstra,68\n")
    instansi_kecil.append("realisasi.csv", 'AKIP,2023,"61,64"\n')
    assert differing(instansi_kecil.run()) == {}


@pytest.mark.parametrize(("cara", "lengkap"), [("sasaran", False), ("indikator", True)])
def test_a_sasaran_without_indicators_is_listed_and_a_mean_over_sasaran_is_incomplete(instansi_kecil, cara, lengkap):
    instansi_kecil.write("sasaran.csv", "kode,nama\nS1,Akuntabel\nS2,Bekerja\nS3,Terlindungi\n")
    instansi_kecil.params(f"rata_rata: {cara}\n")
    bahan = instansi_kecil.run()
    sasaran = bahan.frames["sasaran"].set_index("kode")
    assert list(sasaran.index) == ["S1", "S2", "S3"]
    assert (sasaran.loc["S3", "n_indikator"], sasaran.loc["S3", "predikat"]) == (0, "")
    assert bahan.frames["ringkasan"]["rata_rata_persen"].notna().all() == lengkap
    assert "belum diukur" in Laporan(bahan).tabel("capaian_sasaran")._repr_html_()
