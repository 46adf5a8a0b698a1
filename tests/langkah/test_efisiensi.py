"""The recipe of money: the budget tree, absorption a sasaran, and efficiency under each rule."""

import pandas as pd
import pytest

from lkip_lib.langkah.anggaran import dokumen_anggaran
from lkip_lib.ledger import id_induk

ATURAN_SENDIRI = """\
efisiensi:
  dinas:
    judul: Tingkat kehematan
    sumber: Keputusan Kepala Dinas
    ukuran: selisih
    belum_tercapai: Belum
    kelas:
      - {nama: Sangat hemat, lebih_dari: 20}
      - {nama: Hemat, sekurangnya: 10}
      - {nama: Boros}
"""
KEPALA = "kode,induk,tingkat,sasaran,dokumen,pagu,realisasi,lengkap\n"


def anggaran(agency, *baris):
    agency.write("anggaran.csv", KEPALA + "".join(f"{b}\n" for b in baris))
    return agency.run().frames["anggaran"].set_index("kode")


def test_the_stated_figure_is_authoritative_and_the_difference_shown(instansi_kecil):
    pohon = anggaran(
        instansi_kecil,
        "0,,instansi,,dpa,100.000.000,80.000.000,ya",
        "A,0,program,S1,dpa,,50.000.000,ya",
        "A.1,A,kegiatan,,dpa,30.000.000,20.000.000,ya",
        "A.2,A,kegiatan,,dpa,25.000.000,170804.700,ya",
        "B,0,program,S2,dpa,40.000.000,30.000.000,tidak",
        "B.1,B,kegiatan,,dpa,10.000.000,,ya",
    )
    assert pohon["pagu_rp"].tolist() == [100_000_000, 55_000_000, 30_000_000, 25_000_000, 40_000_000, 10_000_000]
    assert pohon["asal"].tolist() == ["dinyatakan", "jumlah_rincian", *["dinyatakan"] * 4]
    assert pohon["status_nilai"].tolist() == ["angka", "angka", "angka", "tidak_terbaca", "angka", "belum_diisi"]
    assert pohon["residu_pagu_rp"].dropna().to_dict() == {"0": 5_000_000}
    assert pohon["residu_realisasi_rp"].dropna().to_dict() == {"0": 0}
    assert pohon["realisasi_anak_rp"].dropna().to_dict() == {"0": 80_000_000}


@pytest.mark.parametrize(
    ("baris", "pilihan", "dokumen"),
    [
        (["dpa,1,1", "dppa,1,", "pk,1,"], None, "dpa"),
        (["dpa,1,1", "dppa,1,1"], None, "dppa"),
        (["pk,1,", "dppa,1,"], None, "dppa"),
        (["rkt,1,"], None, "rkt"),
        (["dpa,1,1", "pk,1,"], "pk", "pk"),
        ([], None, ""),
    ],
)
def test_the_budget_document_is_the_one_that_tells_most(instansi_kecil, baris, pilihan, dokumen):
    instansi_kecil.write("anggaran.csv", KEPALA + "".join(f"0,,instansi,,{b},ya\n" for b in baris))
    assert dokumen_anggaran(instansi_kecil.run("01_ingesti").ketik("anggaran"), pilihan) == dokumen


def test_a_chosen_document_that_is_not_there_is_refused(instansi_kecil):
    instansi_kecil.params("dokumen_anggaran: dppa\n")
    masalah = instansi_kecil.refusal()
    assert "dppa" in masalah.temuan
    assert "dpa" in masalah.perbaikan


def serapan(bahan):
    return bahan.frames["sasaran"].set_index("kode")["serapan_persen"].round(2).to_dict()


@pytest.mark.parametrize(
    ("pendukung", "hasil"),
    [
        ("", {"S1": 83.33, "S2": 75}),
        ("S1,A,1\nS1,B,1\nS2,B,1\n", {"S1": 80, "S2": 75}),
        ('S1,A,1\nS1,B,"0,5"\nS2,B,"0,5"\n', {"S1": 81.25, "S2": 75}),
        ("S1,A,1\n", {"S1": 83.33, "S2": pytest.approx(float("nan"), nan_ok=True)}),
    ],
)
def test_a_sasaran_absorbs_what_its_programmes_do(instansi_kecil, pendukung, hasil):
    instansi_kecil.write("pendukung.csv", f"sasaran,program,bobot\n{pendukung}")
    assert serapan(instansi_kecil.run()) == hasil


def test_a_programme_that_two_documents_pair_differently_counts_once(instansi_kecil):
    instansi_kecil.append("anggaran.csv", "A,,program,S2,rkt,60.000.000,\nB,,program,,rkt,40.000.000,\n")
    bahan = instansi_kecil.run()
    assert serapan(bahan) == {"S1": 83.33, "S2": 75}
    assert bahan.frames["pendukung"].values.tolist() == [["S1", "A", 1], ["S2", "B", 1]]


def test_another_document_tells_what_the_budget_does_not(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "B,0,program,S2,dpa", "B,0,program,,dpa")
    instansi_kecil.append("anggaran.csv", "B,,program,S2,rkt,40.000.000,\n")
    assert serapan(instansi_kecil.run()) == {"S1": 83.33, "S2": 75}


def test_a_supporting_programme_without_a_figure_leaves_absorption_unknown(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "30.000.000", "")
    bahan = instansi_kecil.run()
    assert serapan(bahan) == {"S1": 83.33, "S2": pytest.approx(float("nan"), nan_ok=True)}
    assert bahan.frames["efisiensi"]["tingkat_efisiensi"].tolist() == ["Target belum tercapai", ""]


@pytest.mark.parametrize("aturan", ["banding", "selisih", "rasio", "sisa", "pmk", "pmk_nilai"])
def test_a_sasaran_with_an_unmeasured_indicator_is_not_called_efficient(instansi_kecil, aturan):
    instansi_kecil.params(f"efisiensi: {aturan}\n")
    instansi_kecil.replace("realisasi.csv", '"7,82"', "")
    assert instansi_kecil.run().frames["efisiensi"]["tingkat_efisiensi"].iloc[1] == ""


@pytest.mark.parametrize(
    ("params", "tingkat"),
    [
        ("", ["Target belum tercapai", "Efisien"]),
        ("ambang_tercapai: 95\n", ["Efisien", "Efisien"]),
        ("efisiensi: selisih\n", ["Efisien", "Efisien"]),
        ("efisiensi: rasio\n", ["Efisien", "Efisien"]),
        ("efisiensi: sisa\n", ["Target belum tercapai", "Efisien"]),
        ("efisiensi: pmk\n", ["Efisien", "Efisien"]),
        ("efisiensi: pmk_nilai\n", ["Efisien", "Efisien"]),
        ("efisiensi: dinas\n", ["Hemat", "Sangat hemat"]),
        ("efisiensi: dinas\nambang_tercapai: 120\n", ["Belum", "Belum"]),
    ],
)
def test_efficiency_under_each_rule(instansi_kecil, params, tingkat):
    instansi_kecil.kebijakan(ATURAN_SENDIRI)
    instansi_kecil.params(params if "ambang" in params or "dinas" not in params else f"{params}ambang_tercapai: 90\n")
    assert instansi_kecil.run().frames["efisiensi"]["tingkat_efisiensi"].tolist() == tingkat


@pytest.mark.parametrize(
    ("aturan", "ukuran"),
    [
        ("banding", [15.39, 25]),  # 98.723 − 83.333, 100 − 75
        ("rasio", [1.18, 1.33]),
        ("sisa", [16.67, 25]),
        ("pmk", [15.59, 20]),  # (60 × 0.98723 − 50) ÷ (60 × 0.98723); (40 − 30) ÷ 40 is 25, bounded
        ("pmk_nilai", [88.97, 100]),
    ],
)
def test_what_each_rule_measures(instansi_kecil, aturan, ukuran):
    instansi_kecil.params(f"efisiensi: {aturan}\n")
    bahan = instansi_kecil.run()
    assert bahan.frames["efisiensi"]["ukuran_efisiensi"].round(2).tolist() == ukuran
    dinilai = bahan.ledger["efisiensi.S1.ukuran_efisiensi.2024"]
    masukan = {bahan.ledger[i]["besaran"] for i in id_induk(dinilai["dari"])}
    uang = {"pagu_rp", "realisasi_rp"} if aturan.startswith("pmk") else {"serapan_persen"}
    assert masukan == {"capaian_persen"} | uang


def test_one_unmet_indicator_is_not_hidden_by_another(instansi_kecil):
    """TPT overshoots by 8.54 points; bounded or not, it cannot pay for AKIP."""
    instansi_kecil.replace("indikator.csv", "TPT,S2", "TPT,S1")
    instansi_kecil.params("batas: tanpa\n")
    (s1,) = instansi_kecil.run().frames["efisiensi"].to_dict("records")
    assert s1["capaian_persen"] > 100
    assert s1["tingkat_efisiensi"] == "Target belum tercapai"


def test_a_class_rests_on_what_decided_it_and_no_more(instansi_kecil):
    """AKIP missed its target: that alone is why S1 is not efficient; what S2 is follows from its measure."""
    buku = instansi_kecil.run().ledger
    dari = {s: [buku[i]["besaran"] for i in id_induk(buku[f"efisiensi.{s}.tingkat_efisiensi.2024"]["dari"])]
            for s in ("S1", "S2")}  # fmt: skip
    assert dari == {"S1": ["belum_tercapai"], "S2": ["ukuran_efisiensi", "belum_tercapai"]}


def test_belanja_of_bekasi(bekasi):
    belanja = bekasi.frames["belanja"].set_index("kode")
    assert belanja["realisasi_rp"].sum() == 15_450_065_461
    assert belanja["bagian_persen"].round(2).tolist() == [62.46, 37.28, 0.25]
    assert belanja["pagu_rp"].isna().all()
    jumlah = bekasi.ledger["belanja.realisasi_rp.2024"]
    assert (jumlah["nilai"], jumlah["rumus"], len(id_induk(jumlah["dari"]))) == (15_450_065_461, "jumlah", 3)
    assert "belanja.pagu_rp.2024" not in bekasi.ledger


def test_one_kind_of_belanja_is_its_own_sum(instansi_kecil):
    head = "kode,uraian,pagu,realisasi\n"
    instansi_kecil.write("belanja.csv", head + "a,Belanja Pegawai,10.000.000,8.000.000\n")
    assert instansi_kecil.run().ledger["belanja.pagu_rp.2024"]["nilai"] == 10_000_000
    instansi_kecil.append("belanja.csv", "b,Belanja Modal,30.000.000,24.000.000\n")
    assert instansi_kecil.run().ledger["belanja.serapan_persen.2024"]["nilai"] == 80


@pytest.mark.parametrize("induk", ["", "0"])
def test_an_agency_without_a_row_of_its_own_is_the_sum_of_its_programs(instansi_kecil, induk):
    pohon = anggaran(
        instansi_kecil,
        f"A,{induk},program,S1,dpa,100.000.000,50.000.000,ya",
        f"B,{induk},program,S2,dpa,900.000.000,900.000.000,ya",
    )
    assert pohon.loc["0", ["tingkat", "pagu_rp", "realisasi_rp", "serapan_persen", "asal"]].tolist() == [
        "instansi", 1_000_000_000, 950_000_000, 95, "jumlah_rincian"
    ]  # fmt: skip
    bahan = instansi_kecil.run()
    akar = bahan.ledger["anggaran.0.pagu_rp.2024"]
    assert (akar["rumus"], bahan.ledger["anggaran.A.pagu_rp.2024"]["rumus"]) == ("jumlah", "dinyatakan")
    asal = [b["id"] for b in bahan.ledger.asal("anggaran.0.pagu_rp.2024")]
    assert asal == ["anggaran.A.pagu.dpa", "anggaran.B.pagu.dpa"]
    assert serapan(bahan) == {"S1": 50, "S2": 100}


def test_an_agency_of_which_a_program_is_unknown_has_no_sum(instansi_kecil):
    pohon = anggaran(instansi_kecil, "A,,program,S1,dpa,100.000.000,,ya", "B,,program,S2,dpa,,,ya")
    assert pohon.loc["0", ["pagu_rp", "status_nilai"]].tolist() == [pd.NA, "belum_diisi"]


def test_a_sum_that_a_damaged_figure_leaves_unknown_is_unreadable(instansi_kecil):
    pohon = anggaran(
        instansi_kecil, "A,,program,S1,dpa,1.000.000,,ya", "A.1,,kegiatan,,dpa,600.000,170804.700,ya",
        "A.2,,kegiatan,,dpa,400.000,100.000,ya", "B,,program,S2,dpa,1.000.000,,ya",
    )  # fmt: skip
    assert pohon["status_nilai"].to_dict() == {
        "0": "tidak_terbaca", "A": "tidak_terbaca", "A.1": "tidak_terbaca", "A.2": "angka", "B": "belum_diisi"
    }  # fmt: skip
