"""The same recipe in one process and by papermill: the same results, and one sentence that names what stopped it."""

import json

import pandas as pd
import pytest

from lkip_lib import cli
from lkip_lib.buku import jalan
from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.pipeline import chain, executor
from lkip_lib.places import tempat
from tests.project import copy_project, hashes
from tests.recipe import BIAYA, add_notebook, change, put_in

RUN = ("dinas-contoh", 2025)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One report by papermill, with a notebook of the analyst's own, and the same year in this process."""
    root = copy_project(tmp_path_factory.mktemp("mesin") / "proyek")
    add_notebook(root, "06_biaya", "Biaya setiap poin", *BIAYA)
    with pytest.MonkeyPatch.context() as env:
        env.delenv("LKIP_KERJA", raising=False)
        return chain.jalankan(tempat(*RUN, di=root)), buka(*RUN, di=root)


def test_both_engines_make_the_same_frames_figures_and_formulas(made):
    published, memory = made[0].laporan.bahan, made[1].bahan
    assert list(published.frames) == list(memory.frames)
    assert len([n for n in memory.frames if n.startswith("antara/")]) > 10
    for name, frame in memory.frames.items():
        pd.testing.assert_frame_equal(published.frames[name], frame, check_exact=True, obj=name)
    pd.testing.assert_frame_equal(published.ledger.frame, memory.ledger.frame, check_exact=True)
    pd.testing.assert_frame_equal(published.rumus, memory.rumus)
    assert published.ganti.keys() == memory.ganti.keys()
    for one, two in zip(published.bagian, memory.bagian, strict=True):  # notebook by notebook
        assert list(one.frames) == list(two.frames)
        pd.testing.assert_frame_equal(one.ledger, two.ledger, check_exact=True)


def test_a_notebook_of_ones_own_has_its_page_its_place_in_the_menu_and_its_data(made):
    folder = made[0].folder
    assert "Biaya setiap poin capaian" in (folder / "06_biaya.html").read_text(encoding="utf-8")
    assert '<a href="06_biaya.html"' in (folder / "index.html").read_text(encoding="utf-8")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    (own,) = [r for r in package["resources"] if r["name"] == "biaya"]
    fields = {f["name"]: f for f in own["schema"]["fields"]}
    assert list(fields) == pd.read_csv(folder / "data" / "biaya.csv").columns.tolist()
    assert (fields["biaya_rp"]["type"], fields["biaya_rp"]["description"]) == ("number", "Realisasi ÷ capaian.")


# ---- what stops a run: one sentence, exit 2, and the report of before
@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the project with something published before."""
    root = copy_project(tmp_path / "proyek")
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    monkeypatch.setenv("LKIP_AKAR", str(root))
    before = tempat(*RUN, di=root).keluaran / "index.html"
    before.parent.mkdir(parents=True)
    before.write_text("laporan yang lama", encoding="utf-8")
    return root


def stopped(capsys, *command):
    assert cli.main([*command, str(RUN[1]), f"--instansi={RUN[0]}"]) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


BEFORE_THE_RUN = [
    ("sanding", "%matplotlib inline", (), '"%matplotlib inline" bukan Python biasa'),
    ("sanding", "!ls", (), '"!ls" bukan Python biasa'),
    ("sanding", "ukur = (", (), "bukan Python biasa"),
    ("capaian", 'ukur["target"] = 0', ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", 'tabel = ukur\ntabel["target"] = 0', ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", 'ukur.drop(columns="target", inplace=True)', ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", 'ukur.insert(0, "x", 1)', ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", "ukur.attrs = {}", ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", "lk.simpan(x=ukur)", ("tampil",), 'Sel bertanda "tampil" mengubah tabel'),
    ("capaian", "ukur = ukur.head(1)\nukur", ("tampil",), 'Sel bertanda "tampil" mengisi ukur, yang dibaca sel lain'),
    ("capaian", "for dipakai in [1]: pass", ("tampil",), 'Sel bertanda "tampil" mengisi dipakai'),
    ("capaian", "def tambah(*a, **k): return a[0]", ("tampil",), 'Sel bertanda "tampil" mengisi tambah'),
    ("capaian", "import math as capaian", ("tampil",), 'Sel bertanda "tampil" mengisi capaian'),
]


@pytest.mark.parametrize(("after", "source", "tags", "said"), BEFORE_THE_RUN)
def test_a_cell_that_would_make_the_two_engines_differ_is_refused_before_anything_runs(
    project, monkeypatch, after, source, tags, said
):
    put_in(project, "02_capaian", after, source, *tags)
    monkeypatch.setattr(executor, "jalankan", lambda *a, **k: pytest.fail("a notebook was run"))
    place = tempat(*RUN, di=project)
    before = hashes(place.keluaran)
    for run in (chain.jalankan, lambda place: buka(*RUN, di=project)):
        with pytest.raises(MasukanSalah) as refused:
            run(place)
        (problem,) = refused.value.masalah
        assert said in problem.temuan
        assert problem.berkas.startswith("02_capaian.ipynb sel ")
        assert problem.baris
        assert problem.perbaikan
    assert hashes(place.keluaran) == before


def test_what_a_showing_cell_made_itself_it_may_change(project):
    source = 'potong = ukur[["kode", "target"]]\npotong["target"] = 0\nbaru = {}\nbaru["x"] = potong\npotong'
    put_in(project, "02_capaian", "capaian", source, "tampil")
    jalan.baca(project / "notebooks" / "02_capaian.ipynb")


@pytest.mark.parametrize("command", ["check", "report"])
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import sys\n\nsys.exit(0)", "mengakhiri prosesnya (exit)"),
        ("lk.tidak_ada", "tidak_ada"),
        ('ini["capaian_persen"] = 1.0', "tabelnya berisi 1"),
    ],
)
def test_a_cell_that_stops_is_named_by_both_engines_and_the_report_of_before_stays(
    project, capsys, command, source, said
):
    put_in(project, "02_capaian", "dipakai", source)
    before = hashes(tempat(*RUN, di=project).keluaran)
    message = stopped(capsys, command)
    assert said in message
    assert "02_capaian" in message
    assert hashes(tempat(*RUN, di=project).keluaran) == before


@pytest.mark.parametrize(("command", "said"), [("check", "tidak menyimpan apa pun"), ("report", "baru ada sesudah")])
def test_a_notebook_that_saves_nothing_is_refused(project, capsys, command, said):
    change(project, "03_efisiensi", "simpan", "anggaran.shape")
    message = stopped(capsys, command)
    assert said in message
    assert "03_efisiensi" in message
    assert "lk.simpan(" in message


def test_what_is_no_notebook_is_refused_by_name(project, capsys):
    (project / "notebooks" / "06_rusak.ipynb").write_text("{", encoding="utf-8")
    assert "06_rusak.ipynb: Berkasnya bukan notebook yang utuh." in stopped(capsys, "report")
