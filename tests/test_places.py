"""Folders of a run: nothing outside the project, and the nearest choice named."""

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.places import akar, tempat


def refused(agency, *run):
    with pytest.raises(MasukanSalah) as salah:
        tempat(*run, di=agency.akar)
    return str(salah.value)


@pytest.mark.parametrize(
    ("run", "temuan", "perbaikan"),
    [
        (("dinas-kecil", 2023), "Belum ada data dinas-kecil tahun 2023", "Tahun yang ada: 2024"),
        (("dinas-kecil", ""), "Tahun laporan belum disebut", "YEAR=2024"),
        (("dinas-kecil", "24"), 'Tahun "24"', "empat angka"),
        (("dinas-kecil", "../2024"), 'Tahun "../2024"', "empat angka"),
        (("dinas-kecl", 2024), 'Instansi "dinas-kecl" tidak ada', '"dinas-kecil"'),
        (("../dinas-kecil", 2024), 'Instansi "../dinas-kecil" tidak ada', '"dinas-kecil"'),
        (("", 2024), 'Instansi "" tidak ada', "dinas-kecil"),
        (("dinas-kecil", 2024, 5), 'Triwulan "5"', "1 sampai 4"),
    ],
)
def test_refusals(instansi_kecil, run, temuan, perbaikan):
    pesan = refused(instansi_kecil, *run)
    assert temuan in pesan
    assert perbaikan in pesan


def test_a_folder_whose_name_may_be_no_agency_is_to_be_renamed(instansi_kecil):
    (instansi_kecil.akar / "data" / "Kecamatan Hulu" / "2024").mkdir(parents=True)
    assert refused(instansi_kecil, "Kecamatan Hulu", 2024) == (
        'Nama folder "data/Kecamatan Hulu" tidak dapat dipakai. '
        "Pakai huruf kecil, angka, dan tanda hubung: ganti namanya menjadi kecamatan-hulu."
    )


def test_a_name_that_may_be_no_agency_is_not_suggested_as_one(instansi_kecil):
    assert "make new YEAR=2024 INSTANSI=kecamatan-hulu " in refused(instansi_kecil, "Kecamatan Hulu", 2024)


@pytest.mark.parametrize(("triwulan", "label"), [(0, "2024"), ("", "2024"), (2, "2024-tw2"), ("4", "2024-tw4")])
def test_a_quarter_has_its_own_output(instansi_kecil, triwulan, label):
    run = tempat("dinas-kecil", "2024", triwulan, di=instansi_kecil.akar)
    assert run.label == label
    assert run.keluaran == instansi_kecil.akar / "outputs" / "dinas-kecil" / label
    assert run.data_tahun == instansi_kecil.tempat.data
    assert run.data == (run.kerja / "masukan" if run.triwulan else run.data_tahun)


def test_the_work_folder_can_be_elsewhere(instansi_kecil, monkeypatch, tmp_path):
    assert instansi_kecil.tempat.kerja == tmp_path / "outputs" / ".kerja" / "dinas-kecil" / "2024"
    monkeypatch.setenv("LKIP_KERJA", str(tmp_path / "kerja"))
    assert instansi_kecil.tempat.kerja == tmp_path / "kerja"


def test_the_project_is_found_from_below(instansi_kecil, monkeypatch):
    monkeypatch.delenv("LKIP_AKAR", raising=False)
    monkeypatch.chdir(instansi_kecil.tempat.data)
    assert akar() == instansi_kecil.akar


def test_outside_a_project_the_variable_is_named(monkeypatch, tmp_path):
    monkeypatch.delenv("LKIP_AKAR", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MasukanSalah, match="LKIP_AKAR"):
        akar()


def test_a_variable_that_points_nowhere_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("LKIP_AKAR", str(tmp_path / "tidak-ada"))
    with pytest.raises(MasukanSalah, match="LKIP_AKAR"):
        tempat("dinas-kecil", 2024)
