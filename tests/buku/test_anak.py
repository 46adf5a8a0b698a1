"""What an agency wrote itself runs in a process of its own and leaves nothing behind."""

import os
import shutil
import sys

import nbformat
import pytest

from lkip_lib.buku import anak
from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from tests.agency import AKAR

MULAI = 'from lkip_lib import mulai\n\nlk = mulai("06_uji", instansi, tahun, triwulan)'
SIMPAN = 'lk.simpan(uji=lk.hasil.indikator[["kode", "capaian_persen", "dokumen_target"]])'


@pytest.fixture
def project(tmp_path):
    for part in ("data", "params"):
        shutil.copytree(AKAR / part / "dinas-contoh", tmp_path / part / "dinas-contoh")
    shutil.copytree(AKAR / "notebooks", tmp_path / "notebooks")
    return tmp_path


def opened(project, *cells):
    nb = nbformat.v4.new_notebook()
    nb.cells = [nbformat.v4.new_markdown_cell("# Uji"), *map(nbformat.v4.new_code_cell, (MULAI, *cells))]
    nbformat.write(nb, project / "notebooks" / "06_uji.ipynb")
    return buka("dinas-contoh", 2025, di=project)


@pytest.mark.skipif(not anak.BISA, reason="only where a copy of the process is safe to go on from")
def test_what_an_own_notebook_changes_does_not_reach_the_next_agency(project):
    change = "import lkip_lib.rumus.capaian as c\n\nc.diubah = True"
    assert "uji" in opened(project, change, SIMPAN).bahan.frames
    assert not hasattr(sys.modules["lkip_lib.rumus.capaian"], "diubah")


@pytest.mark.parametrize(
    ("cell", "pesan"),
    [
        ("import sys\n\nsys.exit(0)", r'06_uji.ipynb sel kode 2 "Uji", baris 3: Sel ini mengakhiri prosesnya \(exit\)'),
        ("1 / 0", r'06_uji.ipynb sel kode 2 "Uji", baris 1: ZeroDivisionError'),
        ("1", r"06_uji.ipynb: Notebook ini tidak menyimpan apa pun"),
        (
            "t = lk.hasil.indikator\nt['capaian_persen'] = 1.0\nlk.simpan(indikator=t)",
            r"Tabel indikator sudah disimpan notebook sebelumnya, dan kolom capaian_persen tidak sama lagi",
        ),
    ],
)
def test_an_own_notebook_that_fails_is_refused_with_its_cell(project, cell, pesan):
    with pytest.raises(MasukanSalah, match=pesan):
        opened(project, cell)


@pytest.mark.skipif(not anak.BISA, reason="only where a copy of the process is safe to go on from")
def test_a_process_that_ends_without_a_word_is_told():
    with pytest.raises(MasukanSalah, match=r"06_uji.ipynb: Notebook ini mengakhiri prosesnya sebelum selesai"):
        anak.terpisah(lambda: os._exit(0), "06_uji.ipynb")


@pytest.mark.skipif(not anak.BISA, reason="only where a copy of the process is safe to go on from")
def test_a_notebook_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(anak, "BATAS_DETIK", 0.2)
    with pytest.raises(MasukanSalah, match=r"Notebook ini berjalan lebih dari 0 menit"):
        anak.terpisah(lambda: os.read(os.pipe()[0], 1), "06_uji.ipynb")
