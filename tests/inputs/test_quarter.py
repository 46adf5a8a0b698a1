"""The inputs of a quarter: only what was known by then, so that its report can be made again exactly."""

import csv
import json
import re
import shutil

import pytest

from lkip_lib import cli
from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import corrections, quarter, words
from lkip_lib.inputs import hashes as sidik
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.places import tempat
from lkip_lib.publish import html
from lkip_lib.publish.workbook import book as workbook
from tests.inputs.twin import to_workbook
from tests.project import copy_project, hashes

YEAR = "data/dinas-contoh/2025"
# What the year brings after its first quarter: files, and rows by their table.
LATER_FILES = ("analisis-tw2.yml", "analisis-tw3.yml", "analisis-tw4.yml", "belanja.csv", "keluaran.csv", "sdm.csv",
               "rekomendasi.csv", "sumber.yml")  # fmt: skip
LATER_ROWS = {
    "realisasi": lambda b: b["tahun"] == "2025" and b["periode"] != "tw1",
    "kas": lambda b: b["periode"] != "tw1",
    "komponen": lambda b: b["tahun"] == "2025",
    "target": lambda b: b["dokumen"] == "lkip",
    "anggaran": lambda b: b["dokumen"] == "lkip",
}


def without_later(root):
    """Take away what a planning officer had not entered yet in April."""
    for name in LATER_FILES:
        (root / YEAR / name).unlink()
    shutil.rmtree(root / YEAR / "tercetak")
    for table, later in LATER_ROWS.items():
        path = root / YEAR / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = [b for b in reader if not later(b)]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    profile = root / YEAR / "instansi.yml"
    profile.write_text(re.sub(r"(?s)\n# Tabel tambahan.*", "\n", profile.read_text("utf-8")), "utf-8")
    shutil.rmtree(root / YEAR / "data_dukung")


def publish(root, folder):
    """Write what is published of the first quarter, but for the kernels: every page, the tables, the workbook."""
    report = buka("dinas-contoh", 2025, 1, di=root)
    shutil.copytree(root / "notebooks", folder / "notebooks")
    shutil.copytree(report.bahan.tempat.data, folder / "masukan")
    html.terbitkan(report, folder)
    workbook.tulis(report, folder / "lkip.xlsx")
    (folder / "naskah.html").write_text(report.naskah._repr_html_(), encoding="utf-8")
    (folder / "run.json").write_text(json.dumps(sidik.sidik(report.bahan.tempat)), encoding="utf-8")
    for name, frame in report.bahan.frames.items():
        path = folder / "data" / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        frame.to_csv(path)
    report.ledger.to_csv(folder / "ledger.csv")
    return hashes(folder)


def test_an_earlier_quarter_is_made_again_byte_for_byte(tmp_path, monkeypatch):
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    early, late = (copy_project(tmp_path / n) for n in ("awal", "akhir"))
    without_later(early)
    assert (early / YEAR / "realisasi.csv").read_bytes() != (late / YEAR / "realisasi.csv").read_bytes()
    first, again = publish(early, tmp_path / "satu"), publish(late, tmp_path / "dua")
    assert first == again
    assert {"index.html", "lkip.html", "sumber.html", "lkip.xlsx", "masukan/kas.csv", "naskah.html"} <= set(first)


@pytest.fixture
def agency(instansi_kecil, monkeypatch):
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    instansi_kecil.write(
        "realisasi.csv",
        'indikator,tahun,periode,realisasi\nAKIP,2024,tw2,63\nAKIP,2024,tahunan,"64,17"\n'
        'AKIP,2024,tw1,61\nTPT,2023,tahunan,"7,9"\n',
    )
    return instansi_kecil


def prepared(agency, n, *, perubahan=False):
    place = tempat("dinas-kecil", 2024, n, di=agency.akar)
    quarter.siapkan(place, perubahan=perubahan)
    return place


def rows(place, table):
    with (place.data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("n", "known"),
    [(1, [("2024", "tw1"), ("2023", "tahunan")]), (2, [("2024", "tw2"), ("2024", "tw1"), ("2023", "tahunan")])],
)
def test_only_quarters_gone_and_years_before(agency, n, known):
    assert [(b["tahun"], b["periode"]) for b in rows(prepared(agency, n), "realisasi")] == known


def test_a_budget_says_how_much_not_how_much_was_spent(agency):
    assert {(b["pagu"], b["realisasi"]) for b in rows(prepared(agency, 1), "anggaran")} == {
        ("100.000.000", ""), ("60.000.000", ""), ("40.000.000", "")
    }  # fmt: skip


def test_a_changed_agreement_waits_until_it_holds(agency):
    agency.append("target.csv", "AKIP,2024,pk_perubahan,64\nAKIP,2024,lkip,64\nAKIP,2023,lkip,60\n")
    known = {p: {(b["tahun"], b["dokumen"]) for b in rows(prepared(agency, 2, perubahan=p), "target")} for p in (0, 1)}
    assert known[0] == {("2024", "pk"), ("2023", "lkip")}
    assert known[1] == known[0] | {("2024", "pk_perubahan")}


def test_a_changed_agreement_by_another_name_waits_too(agency):
    agency.append("target.csv", "AKIP,2024,PK Perubahan,64\n")
    known = {p: [b["dokumen"] for b in rows(prepared(agency, 2, perubahan=p), "target")] for p in (0, 1)}
    assert known == {0: ["pk", "pk"], 1: ["pk", "pk", "pk_perubahan"]}


def test_a_correction_may_name_what_is_left_to_its_default(agency):
    agency.write(
        "koreksi.yml",
        "koreksi:\n  - {berkas: realisasi.csv, kunci: {indikator: AKIP, periode: tw1, lingkup: instansi}, "
        "kolom: realisasi, expect: '61', become: '60', reason: Salah ketik angka, evidence: Berita acara rapat}\n",
    )
    assert buka("dinas-kecil", 2024, 1, di=agency.akar).koreksi["become"].tolist() == ["60"]


def test_a_correction_goes_with_its_cell(agency):
    blocks = [
        f"  - {{berkas: realisasi.csv, kunci: {{indikator: AKIP, tahun: '2024', periode: {p}}}, kolom: realisasi, "
        f"expect: '{old}', become: '60', reason: Salah ketik angka, evidence: Berita acara rapat}}\n"
        for p, old in (("tw2", "63"), ("tw1", "61"))
    ]
    agency.write("koreksi.yml", "koreksi:\n" + "".join(blocks))
    place = prepared(agency, 1)
    assert [k.isi.kunci["periode"] for k in corrections.daftar(place.data)] == ["tw1"]
    assert buka("dinas-kecil", 2024, 1, di=agency.akar).koreksi["expect"].tolist() == ["61"]


def test_the_words_of_a_quarter_are_its_own(agency):
    agency.write("analisis.yml", "permasalahan: [Setahun]\n")
    agency.write("analisis-tw2.yml", "permasalahan: [Triwulan dua]\n")
    assert (prepared(agency, 2).data / "analisis.yml").read_text("utf-8") == "permasalahan: [Triwulan dua]\n"
    assert (prepared(agency, 1).data / "analisis.yml").read_bytes() == b""


def test_the_words_of_a_quarter_may_stand_on_the_sheet_of_the_year(agency):
    agency.write("analisis.yml", "permasalahan: [Setahun]\n")
    agency.write("analisis-tw2.yml", "indikator:\n  AKIP: {sebab: [Triwulan dua]}\n")
    before = [words.analisis(agency.tempat.data_tahun, p) for p in PERIODE]
    to_workbook(agency.tempat.data_tahun)
    assert [words.analisis(agency.tempat.data_tahun, p) for p in PERIODE] == before
    assert words.analisis(prepared(agency, 2).data) == before[2]
    agency.write("analisis-tw2.yml", "permasalahan: [Triwulan dua]\n")
    with pytest.raises(MasukanSalah, match=r"di lembar analisis dan di analisis-tw2\.yml"):
        prepared(agency, 2)


def test_what_is_wrong_in_a_quarters_words_is_named_in_its_own_file(agency):
    agency.write("analisis-tw2.yml", "indikator:\n  AKPI: {sebab: [Belum tahu]}\n")
    with pytest.raises(MasukanSalah) as refused:
        prepared(agency, 1)
    (problem,) = refused.value.masalah
    assert (problem.berkas, problem.baris) == ("analisis-tw2.yml", 2)


@pytest.mark.parametrize(("n", "name"), [(3, "Triwulan III"), (4, "Triwulan IV")])
def test_a_quarter_without_a_figure_is_refused(agency, n, name):
    with pytest.raises(MasukanSalah, match=f"Belum ada realisasi {name} tahun 2024") as refused:
        prepared(agency, n)
    assert f"tw{n}" in str(refused.value)
    assert not tempat("dinas-kecil", 2024, n, di=agency.akar).data.exists()


def test_money_alone_is_enough(agency):
    agency.write("kas.csv", "kode,periode,rencana,realisasi\nA,tw3,1.000,900\n")
    assert [b["periode"] for b in rows(prepared(agency, 3), "kas")] == ["tw3"]


def test_a_total_to_the_end_of_the_quarter_is_enough_and_a_later_one_is_not_known(agency):
    agency.write("kas.csv", "kode,periode,rencana,realisasi\nA,sd_tw2,,900\nA,sd_tw3,,950\n")
    assert [b["periode"] for b in rows(prepared(agency, 2), "kas")] == ["sd_tw2"]


def test_what_is_gone_is_taken_out_of_the_folder(agency):
    agency.write("kas.csv", "kode,periode,rencana,realisasi\nA,tw1,1.000,900\n")
    place = prepared(agency, 1)
    before = hashes(place.data)
    (agency.tempat.data / "kas.csv").unlink()
    prepared(agency, 1)
    assert set(before) - set(hashes(place.data)) == {"kas.csv"}


def test_the_check_names_rows_where_they_are_mended(agency, monkeypatch, capsys):
    monkeypatch.setenv("LKIP_AKAR", str(agency.akar))
    assert cli.main(["check", "2024", "--triwulan=1", "--instansi=dinas-kecil"]) == 0
    # AKIP's card has no type: its first quarter stands on line 4 of the agency's file, on line 2 of the quarter's.
    assert re.search(r"TRW-02-\w+  .*realisasi\.csv, baris 4, ", capsys.readouterr().out)
