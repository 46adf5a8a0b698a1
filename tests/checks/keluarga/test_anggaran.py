"""Family anggaran: each rule fires on one planted error, and a repair is named only where it is proved."""

import shutil

import pandas as pd
import pytest
import yaml

from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.checks.bukti.tipografi import selisih_ketik
from lkip_lib.checks.bukti.usul import usul_koreksi
from lkip_lib.checks.registry import DITARIK
from lkip_lib.checks.terminal import baris_catatan, baris_tanggapan, hitung, melewati, perubahan
from lkip_lib.inputs.corrections import Koreksi
from lkip_lib.places import tempat
from tests.agency import AKAR, Agency
from tests.checks.notes import notes, one, printed, seen

KEPALA = "kode,induk,tingkat,nama,sasaran,dokumen,pagu,realisasi,lengkap\n"
POHON = """\
0,,instansi,Dinas Kecil,,lkip,1.000.000,900.000,ya
A,0,program,Program Satu,,lkip,600.000,540.000,ya
A.1,A,kegiatan,Kegiatan Satu,,lkip,400.000,360.000,ya
A.2,A,kegiatan,Kegiatan Dua,,lkip,200.000,180.000,ya
B,0,program,Program Dua,,lkip,400.000,360.000,ya
"""
PERSEN = tuple(f"serapan_persen,anggaran,{k},,lkip,2024,90%," for k in ("0", "A", "A.1", "A.2", "B"))


@pytest.fixture
def agency(instansi_kecil: Agency) -> Agency:
    instansi_kecil.write("anggaran.csv", KEPALA + POHON)
    printed(instansi_kecil, *PERSEN)
    return instansi_kecil


def budget(agency: Agency) -> pd.DataFrame:
    found = notes(agency)
    return found[found["keluarga"].isin(["anggaran", "angka"]) & (found["tingkat"] != "informasi")]


def test_a_budget_that_adds_up_is_silent(agency):
    assert budget(agency).empty


def test_sen_are_no_difference(agency):
    agency.write(
        "anggaran.csv",
        KEPALA + POHON.replace("360.000,ya\nA.2", '"360.000,37",ya\nA.2').replace("540.000", '"540.000,07"'),
    )
    assert budget(agency).empty


def test_a_wrong_leaf_is_proved_by_its_parent_and_its_percentage(agency):
    agency.replace("anggaran.csv", "400.000,360.000,ya\nA.2", "400.000,560.000,ya\nA.2")
    note = one(agency, "ANG-10")
    assert (note["subjek"], note["kolom"], note["seharusnya"]) == ("A.1", "realisasi", "Rp360.000")
    akibat = notes(agency, "ANG-01", "ANG-02", "ANG-03")
    assert len(akibat) == 3
    assert set(akibat["akar"]) == {note["id"]}
    assert "cocok sesudah" in akibat.set_index("kode").at["ANG-01", "penjelasan"]


def test_a_sum_that_its_own_parent_contradicts_is_no_witness(agency):
    """Parent and only child are both misprinted; the parent's figure is near, and the percentage too coarse to tell."""
    agency.write(
        "anggaran.csv",
        KEPALA
        + "0,,instansi,Dinas Kecil,,lkip,411.903.701,403.253.723,ya\n"
        + "A,0,program,Program Satu,,lkip,411.093.701,403.253.723,ya\n"
        + "A.1,A,kegiatan,Kegiatan Satu,,lkip,4.111.903.701,403.253.723,ya\n",
    )
    printed(agency, *(f"serapan_persen,anggaran,{k},,lkip,2024,98," for k in ("0", "A", "A.1")))
    assert notes(agency, "ANG-10").empty


def test_a_percentage_that_fits_the_damaged_digits_too_is_no_witness(agency):
    agency.write(
        "anggaran.csv",
        KEPALA
        + "C,,instansi,Dinas Kecil,,lkip,1.871.052.986,1.403.230.139,tidak\n"
        + "C.2,C,program,Program Dua,,lkip,347.552177,277.694.189,ya\n"
        + "C.2.1,C.2,kegiatan,Kegiatan Dua,,lkip,347.552.717,277.694.189,ya\n",
    )
    printed(agency, '"serapan_persen","anggaran",C.2,,lkip,2024,"79,9%",')
    assert one(agency, "AKA-01")["seharusnya"] == ""


def test_two_misprints_that_agree_do_not_disprove_a_percentage(agency):
    agency.replace(
        "anggaran.csv",
        "400.000,360.000,ya\nA.2",
        "4.000.000,360.000,ya\nA.1.1,A.1,sub_kegiatan,S,,lkip,4.000.000,360.000,ya\nA.2",
    )
    printed(agency, *PERSEN, "serapan_persen,anggaran,A.1.1,,lkip,2024,90%,")
    found = notes(agency, "ANG-01").set_index("subjek")["seharusnya"]
    assert found.at["A.1.1"] == ""


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "Belum ada anggaran tahun 2024."),
        ("0,,instansi,,,lkip,1.000,,\n", "Belum ada realisasi anggaran tahun 2024 menurut LKIP."),
    ],
)
def test_a_budget_that_is_not_filled_in(instansi_kecil, rows, said):
    instansi_kecil.write("anggaran.csv", KEPALA + rows)
    assert one(instansi_kecil, "ANG-11")["penjelasan"] == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A.2,A,kegiatan,S,,lkip,300,,\n", "Realisasi A.2 belum diisi; yang lain di bawah A terisi."),
        ("A.2,A,kegiatan,S,,lkip,,200,\n", "Pagu A.2 belum diisi; yang lain di bawah A terisi."),
        ("A.2,A,kegiatan,S,,lkip,,,\n", None),  # a row without a budget
        ("A.2,A,kegiatan,S,,lkip,300,0,\n", None),
    ],
)
def test_an_amount_left_blank_among_others(instansi_kecil, row, said):
    tree = "0,,instansi,,,lkip,,,\nA,0,program,S,,lkip,,,\nA.1,A,kegiatan,S,,lkip,700,600,\n"
    instansi_kecil.write("anggaran.csv", KEPALA + tree + row)
    assert notes(instansi_kecil, "ANG-11")["penjelasan"].tolist() == ([said] if said else [])


def test_kinds_of_belanja_stay_within_their_pagu(agency):
    agency.write(
        "belanja.csv",
        "kode,uraian,pagu,realisasi\npegawai,Belanja Pegawai,92.970,775.539\nmodal,Modal,907.030,124.461\n",
    )
    assert one(agency, "ANG-03")["subjek"] == "pegawai"


def test_without_a_second_witness_nothing_is_proved(agency):
    printed(agency)
    agency.replace("anggaran.csv", "400.000,360.000,ya\nA.2", "400.000,350.000,ya\nA.2")
    assert notes(agency, "ANG-10").empty
    assert one(agency, "ANG-02")["seharusnya"] == ""


def test_rows_shifted_across_two_parents_convict_neither(agency):
    printed(agency)
    rows = [("A.1.1", "A.1", 100), ("A.1.2", "A.1", 300), ("A.2.1", "A.2", 20), ("A.2.2", "A.2", 180)]
    for kode, induk, pagu in rows:
        agency.append("anggaran.csv", f"{kode},{induk},sub_kegiatan,Sub {kode},,lkip,{pagu}.000,,ya\n")
    assert notes(agency, "ANG-10").empty
    # A.1.2 and A.2 stand in each other's rows: A.1 is 300.000 by its details, and by what A leaves for it.
    agency.replace("anggaran.csv", "lkip,300.000,,ya", "lkip,200.000,,ya")
    agency.replace("anggaran.csv", "200.000,180.000,ya", "300.000,180.000,ya")
    assert set(notes(agency, "ANG-02")["subjek"]) == {"A", "A.1", "A.2"}
    assert notes(agency, "ANG-10").empty


def test_a_percentage_is_wrong_where_its_amounts_are_confirmed(agency):
    printed(agency, *PERSEN[:2], "serapan_persen,anggaran,A.1,,lkip,2024,95%,")
    assert one(agency, "ANG-01")["seharusnya"] == "90,00%"


def test_a_line_that_the_pagu_leaves_out_is_left_out_of_the_realisasi_too(agency):
    agency.append("anggaran.csv", "A.3,A,kegiatan,Kegiatan Tiga,,lkip,50.000,40.000,ya\n")
    agency.write("belanja.csv", "kode,uraian,realisasi\npegawai,Pegawai,705.000\nmodal,Belanja Modal,195.000\n")
    agency.replace("anggaran.csv", "200.000,180.000,ya", "200.000,195.000,ya")
    printed(agency)
    assert notes(agency, "ANG-10").empty
    printed(agency, *PERSEN)
    note = one(agency, "ANG-10")
    assert (note["subjek"], note["seharusnya"]) == ("A.2", "Rp180.000")
    assert "(pagu A pun tidak memuat A.3)" in note["penjelasan"]


def test_lines_that_another_document_prints_complete_a_sum(agency):
    """The parent holds one line's pagu; its own parent and the complete list of another document meet in another."""
    agency.replace("anggaran.csv", "A,0,program,Program Satu,,lkip,600.000", "A,0,program,Program Satu,,lkip,30.000")
    agency.append("anggaran.csv", "A,0,program,Program Satu,,pk,,,ya\nA.3,A,kegiatan,K,,pk,30.000,,ya\n")
    agency.replace("anggaran.csv", "lkip,200.000,180.000,ya", "lkip,170.000,153.000,ya")
    assert notes(agency, "ANG-10").empty
    for kode, pagu in (("A.1", 400), ("A.2", 170)):
        agency.append("anggaran.csv", f"{kode},A,kegiatan,Kegiatan,,pk,{pagu}.000,,ya\n")
    note = one(agency, "ANG-10")
    assert (note["subjek"], note["kolom"], note["seharusnya"]) == ("A", "pagu", "Rp600.000")
    assert "A.3 30.000 menurut PK" in note["penjelasan"]


@pytest.mark.parametrize(("pembanding", "terbukti"), [("A.1,400.000 A.2,200.000", True), ("A.1,400.000", False)])
def test_a_damaged_sum_is_proved_where_each_of_its_parts_stands_elsewhere_too(agency, pembanding, terbukti):
    printed(agency)
    agency.replace("anggaran.csv", "A,0,program,Program Satu,,lkip,600.000", "A,0,program,Program Satu,,lkip,60.0000")
    agency.replace("anggaran.csv", "1.000.000,900.000", ",900.000")
    for baris in pembanding.split():
        kode, pagu = baris.split(",")
        agency.append("anggaran.csv", f"{kode},,kegiatan,Kegiatan,,pk,{pagu},,ya\n")
    assert one(agency, "AKA-01")["seharusnya"] == ("Rp600.000" if terbukti else "")


@pytest.mark.parametrize(
    ("cetak", "belanja", "terbukti"),
    [
        ("536.001", "531.001", True),  # one digit off, and each part stands
        ("536.001", "530.999", False),  # the first part stands nowhere else
        ("517.011", "531.001", False),  # no single slip leads from the sum to this
    ],
)
def test_a_sum_one_slip_away_from_parts_that_stand(agency, cetak, belanja, terbukti):
    printed(agency)
    agency.write(
        "anggaran.csv",
        KEPALA
        + f"0,,instansi,Dinas,,lkip,900.000,,tidak\nA,0,program,P,,lkip,600.000,{cetak},ya\n"
        + "A.1,A,kegiatan,Satu,,lkip,560.000,531.001,ya\nA.2,A,kegiatan,Dua,,lkip,4.000,4.000,ya\n",
    )
    agency.write("belanja.csv", f"kode,uraian,realisasi\npegawai,Pegawai,{belanja}\n")
    found = notes(agency, "ANG-10")
    assert found["seharusnya"].tolist() == (["Rp535.001"] if terbukti else [])


def test_a_line_left_out_is_netted_from_the_residual(agency):
    agency.append("anggaran.csv", "A.3,A,kegiatan,Kegiatan Tiga,,lkip,50.000,40.000,ya\n")
    assert set(notes(agency, "ANG-06")["kolom"]) == {"pagu", "realisasi"}
    assert notes(agency, "ANG-02").empty


def test_lines_that_only_another_document_has_are_named_where_they_make_the_residual(agency):
    agency.replace("anggaran.csv", "A,0,program,Program Satu,,lkip,600.000", "A,0,program,Program Satu,,lkip,650.000")
    plain = notes(agency, "ANG-02").set_index("subjek").at["A", "penjelasan"]
    assert plain.endswith("kurang Rp50.000.")
    agency.append("anggaran.csv", "A,0,program,Program Satu,,pk,,,ya\n")
    for kode, pagu in (("A.3", 20), ("A.4", 30)):
        agency.append("anggaran.csv", f"{kode},A,kegiatan,Kegiatan {kode},,pk,{pagu}.000,,ya\n")
    named = notes(agency, "ANG-02").set_index("subjek").at["A", "penjelasan"]
    assert named == f"{plain} Sebesar itu pula A.3, A.4 menurut PK, yang tidak tercantum di sini."


def test_a_tree_marked_incomplete_is_not_summed(agency):
    agency.replace("anggaran.csv", "600.000,540.000,ya", "600.000,540.000,tidak")
    agency.replace("anggaran.csv", "400.000,360.000,ya\nA.2", "300.000,270.000,ya\nA.2")
    assert notes(agency, "ANG-02").empty


def test_the_total_in_the_row_of_a_part(agency):
    agency.replace("anggaran.csv", "600.000,540.000,ya", "1.000.000,540.000,ya")
    note = one(agency, "ANG-07")
    assert (note["subjek"], note["seharusnya"]) == ("A", "")


@pytest.mark.parametrize(
    ("cetak", "rincian", "ditarik"), [("1.234.567", 1, True), ("1.234", 1, True), ("1.234", 0, False)]
)
def test_the_total_in_the_row_of_a_part_is_withdrawn_where_the_total_and_a_sibling_are_confirmed(
    agency, cetak, rincian, ditarik
):
    printed(agency)
    tree = POHON.replace("1.000.000,900.000", "1.234.567,900.000").replace("lkip,600.000", f"lkip,{cetak}")
    sub = "B.1,B,kegiatan,K,,lkip,400.000,360.000,ya\n" * rincian
    agency.write("anggaran.csv", f"{KEPALA}{tree}{sub}0,,instansi,,,pk,1.234.567,,ya\n")
    note = one(agency, "ANG-07")
    assert (note["subjek"], note["kolom"]) == ("A", "pagu")
    assert note["seharusnya"] == (DITARIK if ditarik else "")
    assert ("LKIP dan PK mencetak 1.234.567" in note["penjelasan"]) == ditarik


def test_a_percentage_of_the_row_beside_it(agency):
    tree = POHON.replace("400.000,360.000,ya\nA.2", "400.000,350.000,ya\nA.2").replace(
        "200.000,180.000", "200.000,190.000"
    )
    agency.write("anggaran.csv", KEPALA + tree)
    printed(agency, 'serapan_persen,anggaran,A.1,,lkip,2024,"95,00",', "serapan_persen,anggaran,A.2,,lkip,2024,90%,")
    found = notes(agency, "ANG-01").set_index("subjek")["penjelasan"]
    assert found["A.1"].endswith("95,00 adalah serapan A.2, satu baris bergeser.")
    printed(agency, "serapan_persen,anggaran,A.1,,lkip,2024,95%,", "serapan_persen,anggaran,A.2,,lkip,2024,90%,")
    found = notes(agency, "ANG-01").set_index("subjek")["penjelasan"]
    assert "bergeser" not in found["A.1"]  # too coarse to tell


def test_inputs_counted_twice(agency):
    baris = "0,,instansi,,,lkip_pendukung,,,ya\nA,0,program,Program Satu,,lkip_pendukung,{},,ya\n"
    baris += "B,0,program,Program Dua,,lkip_pendukung,400.000,,ya\n"
    agency.append("anggaran.csv", baris.format("600.000"))
    assert notes(agency, "ANG-08").empty
    agency.replace("anggaran.csv", "lkip_pendukung,600.000", "lkip_pendukung,700.000")
    assert one(agency, "ANG-08")["subjek"] == "A"
    assert one(agency, "ANG-05")["tingkat"] == "kesalahan"


@pytest.mark.parametrize(("dokumen", "tingkat"), [("pk", "peringatan"), ("rkt", "informasi")])
def test_pagu_between_documents(agency, dokumen, tingkat):
    agency.append("anggaran.csv", f"0,,instansi,,,{dokumen},1.100.000,,ya\n")
    assert one(agency, "ANG-05")["tingkat"] == tingkat


def revised(agency, *rows):
    """Give the agency a first budget and its revision."""
    text = (agency.tempat.data / "anggaran.csv").read_text(encoding="utf-8").replace(",lkip,", ",dpa,")
    agency.write("anggaran.csv", text + "".join(f"{r}\n" for r in rows))


def test_what_a_revision_changes_is_told_once(agency):
    revised(agency, "0,,instansi,,,dppa,1.100.000,900.000,ya", "A,0,program,Satu,,dppa,700.000,540.000,ya",
            "A.1,A,kegiatan,Satu,,dppa,400.000,360.000,ya", "A.2,A,kegiatan,Dua,,dppa,300.000,180.000,ya",
            "B,0,program,Dua,,dppa,400.000,360.000,ya")  # fmt: skip
    note = one(agency, "ANG-05")
    assert note["tingkat"] == "informasi"
    assert note["penjelasan"] == "Pagu instansi menurut DPA Rp1.000.000, menurut DPPA Rp1.100.000."
    assert note["juga"] == "A Rp600.000, DPPA Rp700.000; A.2 Rp200.000, DPPA Rp300.000"
    assert notes(agency, "ANG-13").empty


def test_rows_that_a_revision_lost(agency):
    revised(agency, "0,,instansi,,,dppa,1.100.000,900.000,ya", "B,0,program,Dua,,dppa,400.000,360.000,ya")
    assert one(agency, "ANG-13")["penjelasan"] == "Ada dalam DPA, tidak ada dalam DPPA: A."


def test_a_revised_pagu_no_longer_binds(agency):
    revised(agency, "0,,instansi,,,dppa,1.100.000,900.000,ya", "A,0,program,Satu,,dppa,700.000,650.000,ya")
    agency.replace(
        "anggaran.csv", "A,0,program,Program Satu,,dpa,600.000,540.000", "A,0,program,Program Satu,,dpa,600.000,650.000"
    )
    assert one(agency, "ANG-03")["tingkat"] == "informasi"


@pytest.mark.parametrize(("realisasi", "levels"), [("660.000", ["informasi"] * 2), ("780.000", ["kesalahan"] * 2)])
def test_a_public_service_body_may_spend_what_it_earns(instansi_kecil, realisasi, levels):
    total = int(realisasi.replace(".", "")) + 50_000
    rows = [
        f"0,,instansi,,,dpa,700.000,{total}",
        f"A,0,program,S1,,dpa,600.000,{realisasi}",
        f"A.1,A,kegiatan,,Pendapatan BLUD,dpa,600.000,{realisasi}",
        "B,0,program,S2,,dpa,100.000,50.000",
    ]
    head = "kode,induk,tingkat,sasaran,sumber_dana,dokumen,pagu,realisasi\n"
    instansi_kecil.write("anggaran.csv", head + "\n".join(rows) + "\n")
    found = notes(instansi_kecil, "ANG-03")
    assert list(found["tingkat"])[:2] == levels
    assert found["penjelasan"].str.contains("BLUD boleh melampaui").all() == (levels[0] == "informasi")


def test_belanja_against_the_total(agency):
    agency.write("belanja.csv", "kode,uraian,realisasi\nx,Belanja Pegawai,500.000\ny,Belanja Barang,390.000\n")
    assert "berbeda Rp10.000" in one(agency, "ANG-04")["penjelasan"]
    agency.replace("belanja.csv", "390.000", "400.000")
    assert notes(agency, "ANG-04").empty


@pytest.mark.parametrize(("sumber", "level"), [("LRA audited, Lampiran I", "peringatan"), ("Tabel 3.7", "kesalahan")])
def test_belanja_of_audited_accounts_only_asks(agency, sumber, level):
    text = (agency.tempat.data / "anggaran.csv").read_text(encoding="utf-8")
    rows = [f"{r},{'sumber' if not n else 'Tabel 3.6'}" for n, r in enumerate(text.splitlines())]
    agency.write("anggaran.csv", "\n".join(rows) + "\n")
    agency.write("belanja.csv", f'kode,uraian,realisasi,sumber\nx,Pegawai,890.000,"{sumber}"\n')
    assert one(agency, "ANG-04")["tingkat"] == level


def test_a_name_that_belongs_to_another_line(agency):
    for kode, nama in (("A.1.1", "Penyediaan Gaji"), ("A.1.2", "Rapat Koordinasi")):
        agency.append("anggaran.csv", f"{kode},A.1,sub_kegiatan,{nama},,lkip,1,,ya\n")
    agency.append("anggaran.csv", "0,,instansi,,,pk,,,ya\n")
    for kode, nama in (("A.1.1", "Penyediaan Gaji"), ("A.1.2", "Pemeliharaan Gedung")):
        agency.append("anggaran.csv", f"{kode},0,sub_kegiatan,{nama},,pk,,,ya\n")
    assert notes(agency, "ANG-09").empty
    agency.replace("anggaran.csv", "Rapat Koordinasi", "Penyediaan Gaji")
    assert set(notes(agency, "ANG-09")["subjek"]) == {"A.1.2"}


@pytest.mark.parametrize(
    ("tercetak", "nilai", "slip"),
    [
        ("11.093.009.000", 11_093_669_000, ""),
        ("9.555.582.229", 9_655_582_229, "satu angka salah ketik"),
        ("1450420.000", 145_420_000, "satu angka berlebih"),
        ("97.385.000", 197_385_000, "satu angka hilang"),
        ("1.243", 1_234, "dua angka tertukar"),
    ],
)
def test_slips_of_the_pen(tercetak, nilai, slip):
    assert selisih_ketik(tercetak, nilai) == slip


@pytest.fixture(scope="module")
def tanpa_koreksi(tmp_path_factory):
    """Check the real report with none of its corrections."""
    folder = tmp_path_factory.mktemp("tanpa")
    for part in ("data", "params"):
        shutil.copytree(AKAR / part / "disnaker-kota-bekasi", folder / part / "disnaker-kota-bekasi")
    place = tempat("disnaker-kota-bekasi", 2024, di=folder)
    (place.data / "koreksi.yml").unlink()
    return rangkai(place, "04_pemeriksaan")


def test_what_is_proved_without_help_agrees_with_the_corrections_made_by_hand(tanpa_koreksi):
    found = tanpa_koreksi.frames["pemeriksaan"]
    found = found[(found["seharusnya"] != "") & (found["berkas"] == "anggaran.csv")]
    hasil = dict(zip(found["subjek"] + " " + found["kolom"], found["seharusnya"], strict=True))
    koreksi = yaml.safe_load((AKAR / "data/disnaker-kota-bekasi/2024/koreksi.yml").read_text())["koreksi"]
    tangan = {f"{k['kunci']['kode']} {k['kolom']}": f"Rp{k['become']}" if k["become"] else DITARIK for k in koreksi}
    assert hasil == tangan


def test_two_figures_that_one_cell_may_hold_are_both_named_and_none_is_chosen(tanpa_koreksi):
    """The parent's sum speaks for one, a lost row's percentage for the other; mending its sibling erases neither."""
    for frames in (tanpa_koreksi.frames, seen("disnaker-kota-bekasi", 2024).frames):
        found = frames["pemeriksaan"]
        note = found[(found["kode"] == "AKA-01") & (found["tercetak"] == "170804.700")].iloc[0]
        assert [k.partition(" ")[0] for k in note["kandidat"].split("; ")] == ["Rp16.804.700", "Rp17.804.700"]
        assert note["seharusnya"] == ""
        assert note["penjelasan"].endswith("Persentase di sampingnya, 83.17, tidak cocok dengan satu pun.")


def test_a_proposal_reads_as_corrections(tanpa_koreksi):
    tabel = {n.removeprefix("ketik/"): f for n, f in tanpa_koreksi.frames.items() if n.startswith("ketik/")}
    usul = yaml.safe_load(usul_koreksi(tanpa_koreksi.frames["pemeriksaan"], tabel, {}))
    assert [Koreksi.model_validate(k).expect for k in usul["koreksi"]]
    assert usul_koreksi(tanpa_koreksi.frames["pemeriksaan"].head(0), tabel, {}) == ""


def test_the_terminal_counts_and_remembers(tmp_path):
    found = seen("disnaker-kota-bekasi", 2024).frames["pemeriksaan"]
    told = baris_catatan(found)
    assert [i for i in found["id"] if not any(i in b for b in told)] == []
    assert all(f"Seharusnya {s}." in "".join(told) for s in found["seharusnya"] if s)
    # How to mend a kind of note is told once, under the first of them.
    assert [b.strip() for b in told if b.startswith(" ")] == [f"→ {s}" for s in found.drop_duplicates("kode")["saran"]]
    assert f"{(found['tingkat'] == 'kesalahan').sum()} kesalahan" in hitung(found)
    assert "pertama" in perubahan(found, tmp_path / "ingatan.json")
    assert perubahan(found.iloc[1:], tmp_path / "ingatan.json").endswith(f"0 baru, 1 selesai, {len(found) - 1} tetap.")
    assert (melewati(found, "kesalahan"), melewati(found, ""), melewati(found.head(0), "peringatan")) == (
        True,
        False,
        False,
    )


def test_an_answered_note_is_explained_and_a_changed_one_opens_again(agency):
    agency.replace("anggaran.csv", "1.000.000,900.000", "1.010.000,900.000")
    note = one(agency, "ANG-02")
    isi = {"id": note["id"], "reason": "Masih dijelaskan", "by": "Perencanaan", "date": "2025-01-31"}
    jawaban = yaml.safe_dump({"tanggapan": [isi]})
    agency.write("tanggapan.yml", jawaban)
    assert one(agency, "ANG-02")["status"] == "dijelaskan"
    agency.replace("anggaran.csv", "1.010.000", "1.020.000")
    assert one(agency, "ANG-02")["status"] == "terbuka"
    (told,) = baris_tanggapan(notes(agency), [note["id"]])
    assert told.startswith(f"penjelasan  {note['id']}: tidak ada catatan ber-id ini")
    assert baris_tanggapan(notes(agency), [one(agency, "ANG-02")["id"]]) == []


def test_an_amount_below_zero(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "40.000.000,30.000.000", '40.000.000,"-30.000.000"')
    note = one(instansi_kecil, "ANG-12")
    assert note["penjelasan"] == "Realisasi -Rp30.000.000, kurang dari nol."


def test_a_pagu_below_zero_is_said_once(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "40.000.000,30.000.000", '"-40.000.000",30.000.000')
    assert notes(instansi_kecil, "ANG-12", "ANG-03")["kode"].tolist() == ["ANG-12"]


def test_an_agency_without_a_row_is_held_against_its_kinds_of_belanja(instansi_kecil):
    rows = "A,,program,S1,dpa,60.000.000,50.000.000\nB,,program,S2,dpa,40.000.000,30.000.000\n"
    instansi_kecil.write("anggaran.csv", f"kode,induk,tingkat,sasaran,dokumen,pagu,realisasi\n{rows}")
    instansi_kecil.write("belanja.csv", "kode,uraian,realisasi\npegawai,Belanja Pegawai,80.000.001\n")
    note = one(instansi_kecil, "ANG-04")
    assert (note["berkas"], note["baris"]) == ("belanja.csv", 2)
    assert "Rp80.000.001, realisasi instansi Rp80.000.000" in note["penjelasan"]


def test_an_agency_whose_sum_is_unknown_is_no_error(instansi_kecil):
    rows = "A,,program,S1,dpa,60.000.000,70.000.000\nB,,program,S2,dpa,,\n"
    instansi_kecil.write("anggaran.csv", f"kode,induk,tingkat,sasaran,dokumen,pagu,realisasi\n{rows}")
    assert notes(instansi_kecil, "ANG-03")["subjek"].tolist() == ["A"]


def test_a_row_under_a_mistyped_code_is_never_to_be_copied(agency):
    revised(agency, "0,,instansi,,,dppa,1.000.000,900.000,ya", "A,0,program,Program Satu,,dppa,600.000,540.000,ya",
            "A.1,A,kegiatan,Kegiatan Satu,,dppa,400.000,360.000,ya",
            "A.3,A,kegiatan,Kegiatan Dua,,dppa,200.000,180.000,ya",
            "B,0,program,Program Dua,,dppa,400.000,360.000,ya")  # fmt: skip
    note = one(agency, "ANG-14")
    assert note["penjelasan"] == "Bernama sama, tetapi berkode lain dalam DPPA dan DPA: Kegiatan Dua (A.3; A.2)."
    assert "jangan menyalin" in note["saran"]
    assert notes(agency, "ANG-13").empty
    agency.replace("anggaran.csv", "A.3,A,kegiatan,Kegiatan Dua,,dppa", "A.3,A,kegiatan,Kegiatan Baru,,dppa")
    assert notes(agency, "ANG-14").empty
    lost = one(agency, "ANG-13")
    assert lost["penjelasan"].endswith("Rincian induknya sudah genap tanpa A.2, jadi tampaknya dihapus.")
    assert lost["tingkat"] == "informasi"


def test_realisasi_on_the_rows_of_a_revised_budget(agency):
    revised(agency, "0,,instansi,,,dppa,1.100.000,,ya", "A,0,program,Program Satu,,dppa,700.000,,ya")
    note = one(agency, "ANG-15")
    assert note["penjelasan"] == (
        "Realisasi tertulis di baris DPA, jadi serapan dihitung terhadap pagunya; DPPA ada, tetapi di barisnya "
        "belum ada realisasi."
    )
    agency.params("dokumen_anggaran: dpa\n")  # as was chosen
    assert notes(agency, "ANG-15").empty


def test_where_the_amount_stands_that_the_document_in_use_leaves_blank(agency):
    revised(agency, "0,,instansi,,,dppa,1.100.000,950.000,ya", "A,0,program,Program Satu,,dppa,700.000,,ya",
            "B,0,program,Program Dua,,dppa,400.000,360.000,ya")  # fmt: skip
    said = "Realisasi A belum tertulis di baris DPPA; tertulisnya di baris DPA."
    assert one(agency, "ANG-15")["penjelasan"] == said
    assert notes(agency, "ANG-11").empty
    agency.replace("anggaran.csv", "dppa,700.000,,ya", "dppa,700.000,590.000,ya")
    assert notes(agency, "ANG-15").empty


BESAR = "0,,instansi,Dinas,,lkip,{},{},ya\nA,0,program,Satu,,lkip,5.031.222.333.444,4.000.111.222.333,ya\n"
BESAR += "B,0,program,Dua,,lkip,3.040.000.000.000,2.339.000.000.000,ya\n"


@pytest.mark.parametrize(
    ("pagu", "realisasi", "found"),
    [
        ('"8,07 triliun"', '"6,34 triliun"', []),
        ('"8,06 triliun"', '"6,34 triliun"', ["ANG-02"]),  # 8,071 is neither rounded nor cut to it
        ("8.070.000.000.000", "6.339.111.222.333", ["ANG-02"]),  # printed to the rupiah
    ],
)
def test_sums_are_compared_as_exactly_as_their_amounts_are_printed(instansi_kecil, pagu, realisasi, found):
    instansi_kecil.write("anggaran.csv", KEPALA + BESAR.format(pagu, realisasi))
    semua = notes(instansi_kecil, "ANG-02", "ANG-04", "ANG-05", "ANG-06", "ANG-10")
    assert semua["kode"].tolist() == found


def test_rows_printed_in_millions_add_up_to_a_total_in_rupiah(instansi_kecil):
    rows = "0,,instansi,,,lkip,100.000.400,80.000.300,ya\nA,0,program,S,,lkip,60 juta,50 juta,ya\n"
    instansi_kecil.write("anggaran.csv", f'{KEPALA}{rows}B,0,program,D,,lkip,"40,0 juta",30 juta,ya\n')
    kinds = 'x,Pegawai,"70,0 juta",50 juta\ny,Barang,30 juta,30 juta\n'
    instansi_kecil.write("belanja.csv", f"kode,uraian,pagu,realisasi\n{kinds}")
    assert notes(instansi_kecil, "ANG-02", "ANG-03", "ANG-04", "ANG-06", "ANG-10").empty
    instansi_kecil.replace("anggaran.csv", "60 juta", "63 juta")
    assert notes(instansi_kecil, "ANG-02")["subjek"].tolist() == ["0"]


SEBAGIAN = "0,,instansi,,,lkip,100.000,,{}\nA,0,program,S,,lkip,60.000,50.000,ya\n"


def test_what_was_spent_of_a_part_never_stands_for_the_whole_pagu(instansi_kecil):
    instansi_kecil.write("anggaran.csv", KEPALA + SEBAGIAN.format("ya"))
    akar = instansi_kecil.run().frames["anggaran"].set_index("kode").loc["0"]
    assert pd.isna(akar["realisasi_rp"])
    assert pd.isna(akar["serapan_persen"])
    assert "isi lengkap: tidak dan tulis realisasinya" in one(instansi_kecil, "ANG-02")["penjelasan"]
    instansi_kecil.write("anggaran.csv", KEPALA + SEBAGIAN.format("tidak"))
    note = one(instansi_kecil, "ANG-11")
    assert "Realisasi instansi tidak dijumlahkan, karena rinciannya ditandai lengkap: tidak" in note["penjelasan"]
    assert note["tingkat"] == "informasi"
    assert notes(instansi_kecil, "ANG-02").empty


def test_a_pagu_rounded_to_its_details_is_no_part(instansi_kecil):
    rows = '0,,instansi,,,lkip,"60,003 juta",,ya\nA,0,program,S,,lkip,60 juta,50 juta,ya\n'
    instansi_kecil.write("anggaran.csv", KEPALA + rows)
    akar = instansi_kecil.run().frames["anggaran"].set_index("kode").loc["0"]
    assert akar["realisasi_rp"] == 50_000_000


def test_kinds_of_belanja_are_held_against_the_document_that_they_are_of(agency):
    agency.append("anggaran.csv", "0,,instansi,,,dpa,800.000,,ya\n")
    dpa = "x,Pegawai,dpa,500.000,\ny,Barang,dpa,300.000,\n"
    lkip = "x,Pegawai,lkip,600.000,500.000\ny,Barang,lkip,400.000,400.000\n"
    agency.write("belanja.csv", f"kode,uraian,dokumen,pagu,realisasi\n{dpa}{lkip}")
    assert notes(agency, "ANG-04").empty
    assert agency.run().frames["belanja"]["pagu_rp"].tolist() == [600_000, 400_000]
    agency.replace("belanja.csv", "dpa,500.000", "dpa,510.000")
    assert "berjumlah Rp810.000, pagu instansi Rp800.000" in one(agency, "ANG-04")["penjelasan"]
    agency.write("belanja.csv", "kode,uraian,dokumen,pagu\nx,Pegawai,dpa,500.000\ny,Barang,dpa,300.000\n")
    assert notes(agency, "ANG-04").empty  # of another document than the one in use
    assert agency.run().frames["belanja"]["pagu_rp"].tolist() == [500_000, 300_000]


def pair(agency, satu, dua):
    rows = f"A.1,A,kegiatan,{satu},,lkip,400.000,360.000,ya\n"
    agency.replace("anggaran.csv", "A.1,A,kegiatan,Kegiatan Satu,,lkip,400.000,360.000,ya\n", rows)
    agency.append("anggaran.csv", f"0,,instansi,,,lkip_pendukung,,,ya\nA.1,0,kegiatan,{dua},,lkip_pendukung,,,ya\n")


@pytest.mark.parametrize(
    ("satu", "dua", "found"),
    [
        ("Rencana Kerja Makro", "Rencana Kerja Mikro", 1),
        ("Rencana Kerja Makro", "Rencana kerja makro", 0),
        ("Perijinan Terpadu", "Perizinan Terpadu", 0),
        ("Usaha di Kab Contoh", "Usaha di Kabupaten Contoh", 0),
        ("Rencana Kerja", "Penyusunan Rencana Kerja Daerah", 0),
    ],
)
def test_one_code_with_two_names_in_one_report(agency, satu, dua, found):
    pair(agency, satu, dua)
    semua = notes(agency, "ANG-19")
    assert semua["tingkat"].tolist() == ["peringatan"] * found


@pytest.mark.parametrize(
    ("kode", "pagu", "found"),
    [
        ("A.2", "600.000", 1),  # the parent's figure in one part's row
        ("A.2", "250.000", 0),
        ("B.1", "400.000", 0),  # an only child is its parent
    ],
)
def test_a_line_that_holds_its_parents_pagu_of_another_document(agency, kode, pagu, found):
    agency.append("anggaran.csv", "B.1,B,kegiatan,K,,lkip,400.000,360.000,ya\n0,,instansi,,,pk,,,ya\n")
    agency.append("anggaran.csv", f"{kode[0]},0,program,P,,pk,,,ya\n{kode},{kode[0]},kegiatan,K,,pk,{pagu},,ya\n")
    semua = notes(agency, "ANG-18")
    assert semua["subjek"].tolist() == [kode] * found
    assert all("sama dengan pagu induknya, A, menurut LKIP." in p for p in semua["penjelasan"])


def test_the_parts_that_are_known_may_already_be_too_much(agency):
    printed(agency)
    agency.replace("anggaran.csv", "200.000,180.000,ya", ",,ya")
    assert notes(agency, "ANG-02").empty
    agency.replace("anggaran.csv", "400.000,360.000,ya\nA.2", "700.000,360.000,ya\nA.2")
    found = notes(agency, "ANG-02").set_index("subjek")["penjelasan"]
    assert (
        found["A"] == "Pagu A Rp600.000, jumlah rinciannya tanpa A.2 yang tidak diketahui Rp700.000: lebih Rp100.000."
    )


@pytest.mark.parametrize(("pagu", "said"), [("200.000", True), ("150.000", False)])
def test_a_blank_line_that_another_document_fills_exactly(agency, pagu, said):
    agency.replace("anggaran.csv", "200.000,180.000,ya", ",180.000,ya")
    agency.append("anggaran.csv", f"A.2,,kegiatan,Dua,,rkt,{pagu},,ya\n")
    note = one(agency, "ANG-11")["penjelasan"]
    assert note.endswith("Yang kurang dari induknya, Rp200.000, tercetak di RKT.") == said
