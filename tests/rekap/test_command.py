"""`lkip rekap`: told in a few lines, refused in one."""

import pytest

from lkip_lib import cli
from lkip_lib.errors import MasukanSalah
from lkip_lib.pipeline.swap import folder_baru
from lkip_lib.rekap import run
from tests.rekap.project import agency


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "params").mkdir()
    agency(tmp_path, "satu", instansi_yml="nama: Dinas Satu\n")
    monkeypatch.setenv("LKIP_AKAR", str(tmp_path))
    return tmp_path


def test_the_command_tells_what_it_came_to(project, capsys):
    assert cli.main(["rekap", "2024", "--pekerja=1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Merekap tahun 2024, 1 pekerja",
        "Tahun 2024: 1 dari 1 instansi",
        "1 instansi: siap 1. Dihitung ulang: 1.",
        "Realisasi Rp80,00 juta dari Rp100,00 juta (80,00%); indikator tercapai 1 dari 2.",
        "outputs/_rekap/2024/index.html",
        "outputs/_rekap/2024/rekap.xlsx",
    ]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["rekap"], "Kesalahan: Tahun laporan belum disebut."),
        (["rekap", "2O24"], 'Kesalahan: Tahun "2O24" bukan tahun laporan.'),
        (["rekap", "2024", "--pekerja=banyak"], 'Kesalahan: Banyak pekerja "banyak" tidak dikenal.'),
        (["rekap", "2024", "PEKERJAA=2"], 'Kesalahan: Parameter "PEKERJAA" tidak dikenal. Maksud Anda "PEKERJA"?'),
    ],
)
def test_a_command_that_cannot_be_is_refused_in_one_line(project, capsys, args, said):
    assert cli.main(args) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
    assert not (project / "outputs" / "_rekap" / "2024").exists()


def test_one_roll_up_at_a_time(project):
    lock = folder_baru(project / "outputs" / "_rekap" / "2024")
    with lock, pytest.raises(MasukanSalah, match="sedang dibuat oleh proses lain"):
        run.jalankan(project, 2024, 1)
