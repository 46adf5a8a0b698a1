"""Printed capaian, means and realisasi against what the stated figures give."""

import pytest

from lkip_lib.checks.cetak.rumus_keliru import rumus
from tests.checks.notes import contoh, notes, one, printed

TPT, AKIP = "capaian_persen,indikator,TPT,TPT,,2024", "capaian_persen,indikator,AKIP,AKIP,,2024"


@pytest.mark.parametrize("cell", ["98%", '"98,72"', '"98,7%"', "99"])
def test_rounded_and_truncated_capaian_agree(instansi_kecil, cell):
    printed(instansi_kecil, f"{AKIP},{cell},Tabel 3.1")
    assert notes(instansi_kecil, "CAP-01").empty


@pytest.mark.parametrize("cell", ['"108,54"', "100"])
def test_bounded_and_unbounded_capaian_agree(instansi_kecil, cell):
    printed(instansi_kecil, f"{TPT},{cell},Tabel 3.1")
    assert notes(instansi_kecil, "CAP-01").empty


@pytest.mark.parametrize(
    ("cell", "formula"),
    [
        ('"91,46"', "arahnya terbalik"),
        ('"109,34"', "T ÷ R"),
        ('"8,54"', "selisih terhadap target"),
        ('"9,54"', "tidak ikut dikalikan"),
        ('"7,82"', "realisasinya sendiri"),
        ('"-8,54"', "(R − T) ÷ T"),
    ],
)
def test_a_wrong_formula_is_recognised_and_convicted(instansi_kecil, cell, formula):
    instansi_kecil.params("tanggal_laporan: 2025-02-28\nbatas: tanpa\n")
    printed(instansi_kecil, f"{TPT},{cell},Tabel 3.1")
    note = one(instansi_kecil, "CAP-01")
    assert formula in note["penjelasan"]
    assert note["seharusnya"] == "108,54%"


def test_a_figure_that_no_formula_gives_only_has_a_candidate(instansi_kecil):
    printed(instansi_kecil, f"{TPT},-412%,Tabel 3.1")
    note = one(instansi_kecil, "CAP-01")
    assert (note["seharusnya"], note["kandidat"]) == ("", "108,54%")
    assert "di luar batas" in note["penjelasan"]


def test_a_bound_leaves_two_answers_and_proves_neither(instansi_kecil):
    printed(instansi_kecil, f'{TPT},"91,46",Tabel 3.1')
    note = one(instansi_kecil, "CAP-01")
    assert (note["seharusnya"], note["kandidat"]) == ("", "108,54%")
    assert "sesudah dibatasi 100,00%" in note["penjelasan"]


def test_a_wrong_realisasi_does_not_condemn_the_right_capaian(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", "64,17", "46,17")
    printed(instansi_kecil, f'{AKIP},"98,72",Tabel 3.1')
    assert one(instansi_kecil, "CAP-01")["seharusnya"] == ""


def test_the_target_of_another_document_is_named(instansi_kecil):
    instansi_kecil.append("target.csv", "AKIP,2024,renstra,80\n")
    printed(instansi_kecil, f'{AKIP},"80,21",Tabel 3.1')
    assert "target Renstra" in one(instansi_kecil, "CAP-01")["penjelasan"]


SASARAN = "capaian_persen,sasaran,S1,S1,,2024"


def weighed(agency):
    """Give S1 two indicators, of weights 3 and 1 and unbounded capaian 120 and 80."""
    cards = "AKIP,S1,Nilai AKIP,Nilai,naik,3\nTPT,S1,Kepuasan,Nilai,naik,1\n"
    agency.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,bobot\n{cards}")
    agency.write("target.csv", "indikator,tahun,dokumen,target\nAKIP,2024,pk,50\nTPT,2024,pk,50\n")
    agency.write("realisasi.csv", "indikator,tahun,realisasi\nAKIP,2024,60\nTPT,2024,40\n")


@pytest.mark.parametrize(("cell", "error", "told"), [("110", 0, 1), ("95", 0, 0), ("100", 1, 0)])
def test_a_sasaran_is_right_bounded_and_unbounded(instansi_kecil, cell, error, told):
    weighed(instansi_kecil)
    printed(instansi_kecil, f"{SASARAN},{cell},Tabel 3.4")
    found = notes(instansi_kecil, "CAP-01", "CAP-04")["kode"].tolist()
    assert found == ["CAP-01"] * error + ["CAP-04"] * told


def test_a_mean_without_its_weights_does_not_condemn_its_members(instansi_kecil):
    weighed(instansi_kecil)
    printed(instansi_kecil, f"{AKIP},120,Tabel 3.1", f"{TPT},80,Tabel 3.1", f"{SASARAN},100,Tabel 3.1")
    note = one(instansi_kecil, "CAP-01")
    assert "rata-rata tanpa bobot dari 2 indikator yang tercetak" in note["penjelasan"]
    assert "keliru" not in note["penjelasan"]


def test_formulas_without_a_target_give_nothing():
    assert list(rumus(0, 5, "naik")) == []


def test_a_mean_that_its_table_does_not_give(tmp_path):
    agency = contoh(tmp_path)
    agency.replace(
        "tercetak/hitungan.csv", 'Rata-rata capaian,lkip,2025,"97,78%"', 'Rata-rata capaian,lkip,2025,"96,87%"'
    )
    note = one(agency, "CAP-02")
    assert (note["seharusnya"], note["kandidat"]) == ("", "97,78%")  # before the bounds it would be another
    assert "serapan" in note["penjelasan"]


def test_a_mean_that_follows_a_wrong_row(instansi_kecil):
    mean = "rata_rata_capaian_persen,instansi,0,Rata-rata,,2024"
    printed(instansi_kecil, f"{AKIP},80,Tabel 3.1", f"{TPT},100,Tabel 3.1", f"{mean},90,Tabel 3.1")
    said = one(instansi_kecil, "CAP-02")["penjelasan"]
    assert "mengikuti 2 indikator yang tercetak, yang sendirinya keliru" in said


def test_a_sasaran_that_equals_a_benchmark(instansi_kecil):
    instansi_kecil.write(
        "realisasi.csv",
        'indikator,tahun,lingkup,realisasi\nAKIP,2024,instansi,"64,17"\nTPT,2024,instansi,"7,82"\n'
        'AKIP,2024,nasional,"65,36"\n',
    )
    printed(instansi_kecil, 'capaian_persen,sasaran,S1,S1,,2024,"65,36",Tabel 3.4')
    assert "realisasi AKIP (nasional) 65,36" in one(instansi_kecil, "CAP-01")["penjelasan"]


def test_a_realisasi_that_another_table_repeats_wrongly(instansi_kecil):
    printed(instansi_kecil, 'realisasi,indikator,AKIP,AKIP,,2024,"61,41",Tabel 3.2')
    assert one(instansi_kecil, "CAP-03")["kandidat"] == "64,17"


def test_an_unbounded_capaian_is_information(instansi_kecil):
    printed(instansi_kecil, f'{TPT},"108,54",Tabel 3.1')
    assert one(instansi_kecil, "CAP-04")["tingkat"] == "informasi"
    printed(instansi_kecil, f"{TPT},100,Tabel 3.1")
    assert notes(instansi_kecil, "CAP-04").empty


OUTPUTS = "kode,sasaran,anggaran,jenis,uraian,target,realisasi\n"


@pytest.mark.parametrize(("outcome", "found"), [("5%", 1), ("60%", 0), ("100%", 0)])
def test_an_outcome_far_below_its_output(instansi_kecil, outcome, found):
    rows = f"K1,S1,A,keluaran,Rekomendasi,20 Rekom,20 Rekom\nH1,S1,A,hasil,Izin,100%,{outcome}\n"
    instansi_kecil.write("keluaran.csv", OUTPUTS + rows)
    assert len(notes(instansi_kecil, "CAP-05")) == found


def test_an_output_not_done_excuses_its_outcome(instansi_kecil):
    instansi_kecil.write("keluaran.csv", OUTPUTS + "K1,S1,A,keluaran,Buku,20,10\nH1,S1,A,hasil,Izin,100%,5%\n")
    assert notes(instansi_kecil, "CAP-05").empty


def test_an_output_printed_as_its_own_realisasi(instansi_kecil):
    instansi_kecil.write("keluaran.csv", OUTPUTS + "K1,S1,A,keluaran,Buku,20 Buku,20 Buku\n")
    printed(instansi_kecil, "capaian_persen,keluaran,K1,Buku,,2024,20,Tabel 3.5")
    note = one(instansi_kecil, "CAP-01")
    assert (note["seharusnya"], note["kandidat"]) == ("", "100,00%")
    assert "bukan persentase" in note["penjelasan"]


PLAN = "kode,tingkat,jenis,uraian,satuan,target\n"


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("A,sub_kegiatan,keluaran,Buku,Buku,12\n", 1),
        ("A,sub_kegiatan,keluaran,Buku,Buku,20\n", 0),
        ("A,sub_kegiatan,keluaran,Buku,Buku,12\nA,sub_kegiatan,keluaran,Peta,Peta,3\n", 0),  # which of the two?
        ("A,sub_kegiatan,masukan,SDM,Orang,12\n", 0),
    ],
)
def test_the_target_of_an_output_in_the_annual_plan(instansi_kecil, plan, found):
    instansi_kecil.write("keluaran.csv", OUTPUTS + "K1,S1,A,keluaran,Buku,20 Buku,20 Buku\n")
    instansi_kecil.write("rkt.csv", PLAN + plan)
    semua = notes(instansi_kecil, "TAR-12")
    assert semua["tingkat"].tolist() == ["peringatan"] * found
    assert all("menurut RKT 12, menurut tabel pengukuran 20 Buku" in p for p in semua["penjelasan"])


@pytest.mark.parametrize(("money", "found"), [("0,0", 1), ("1.000,0", 0), (",", 0)])
def test_an_output_without_money(instansi_kecil, money, found):
    instansi_kecil.append("anggaran.csv", f"C,0,program,S1,dpa,{money}\n")
    instansi_kecil.write("keluaran.csv", OUTPUTS + "K1,S1,C,keluaran,Buku,20 Buku,20 Buku\n")
    assert notes(instansi_kecil, "CAP-10")["tingkat"].tolist() == ["informasi"] * found
