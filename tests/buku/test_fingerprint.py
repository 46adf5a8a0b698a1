"""A report that needs no making is told at once; whatever it depends on, a change of it is seen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import lkip_lib
from lkip_lib import cli
from lkip_lib.buku import fingerprint
from lkip_lib.pipeline import chain
from lkip_lib.places import tempat
from tests.project import AKAR, copy_project, published

RUN = ("dinas-contoh", 2025)


@pytest.fixture
def project(tmp_path_factory, tmp_path, monkeypatch):
    """A copy of the project as a run left it, with a library and packages of its own to change."""
    place = published(tmp_path_factory, *RUN)
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    monkeypatch.delenv("MESIN", raising=False)
    root = copy_project(tmp_path / "proyek")
    shutil.copytree(place.akar / "outputs", root / "outputs")
    source = Path(lkip_lib.__file__).parent
    shutil.copytree(source, root / "lkip_lib", ignore=shutil.ignore_patterns("__pycache__"))
    packages = root / "site-packages"
    (packages / "pandas-3.0.0.dist-info").mkdir(parents=True)
    (packages / "rich-14.0.0.dist-info").mkdir()
    monkeypatch.setenv("LKIP_AKAR", str(root))
    monkeypatch.setattr(lkip_lib, "__file__", str(root / "lkip_lib" / "__init__.py"))
    monkeypatch.syspath_prepend(str(packages))
    place = tempat(*RUN, di=root)
    pages = ("index.html", "lkip.html")
    fingerprint.catat(place, fingerprint.sidik(place, ["html"]), ("Dinas Contoh",), pages)
    return place


@pytest.fixture
def runs(monkeypatch):
    """The runs that happen; none is made for real."""
    made = []

    def run(place, _, forms, __):
        made.append((place.edisi, forms))
        return chain.Ringkasan(None, (), place.keluaran, ())

    monkeypatch.setattr(chain, "jalankan", run)
    monkeypatch.setattr("lkip_lib.pipeline.warm.hangatkan", lambda: None)
    return made


def report(*args):
    assert cli.main(["report", "2025", "--instansi=dinas-contoh", *args]) == 0


def append(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def upgrade(root, package):
    (old,) = (root / "site-packages").glob(f"{package}-*.dist-info")
    old.rename(old.with_name(f"{package}-99.0.dist-info"))


def test_nothing_changed_is_told_with_what_was_told_before(project, runs, capsys):
    report()
    assert runs == []
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith("Tidak ada yang berubah")
    folder = "outputs/dinas-contoh/2025"
    assert rest == ["Dinas Contoh", f"{folder}/index.html", f"{folder}/lkip.html"]


CHANGES = {
    "a table": lambda p: append(p.data / "target.csv"),
    "a new input": lambda p: append(p.data / "sumber.yml"),
    "the emblem": lambda p: append(p.data / "lambang.svg"),
    "the params": lambda p: append(p.params),
    "the params of the government": lambda p: append(p.params_pemda),
    "a policy of the agency": lambda p: append(p.kebijakan[1]),
    "a policy of the government": lambda p: append(p.kebijakan[0]),
    "the outline": lambda p: append(p.sistematika),
    "a notebook": lambda p: append(p.akar / "notebooks" / "03_efisiensi.ipynb"),
    "the code": lambda p: append(p.akar / "lkip_lib" / "rumus" / "capaian.py"),
    "a template": lambda p: append(p.akar / "lkip_lib" / "publish" / "templates" / "halaman.html.j2"),
    "a style": lambda p: append(p.akar / "lkip_lib" / "publish" / "templates" / "gaya.css"),
    "a policy": lambda p: append(next((p.akar / "lkip_lib" / "policies").rglob("*.yml"))),
    "a version": lambda p: upgrade(p.akar, "pandas"),
    "a published page": lambda p: append(p.keluaran / "lkip.html"),
    "a published page of the same length": lambda p: (p.keluaran / "lkip.html").write_bytes(
        (p.keluaran / "lkip.html").read_bytes()[::-1]
    ),
    "a removed page": lambda p: (p.keluaran / "lkip.html").unlink(),
    "an added page": lambda p: append(p.keluaran / "asing.html"),
    "the whole report": lambda p: shutil.rmtree(p.keluaran),
    "what is remembered": lambda p: (p.kerja / "terakhir.json").write_text("{", encoding="utf-8"),
    "nothing remembered": lambda p: (p.kerja / "terakhir.json").unlink(),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_seen(project, runs, what):
    CHANGES[what](project)
    report()
    assert runs == [("kerja", ("html",))]


@pytest.mark.parametrize(
    ("args", "run"),
    [
        (["--format=html,pdf"], ("kerja", ("html", "pdf"))),
        (["--edisi=reviu"], ("reviu", ("html",))),
        (["--paksa"], ("kerja", ("html",))),
    ],
)
def test_another_wish_is_another_report(project, runs, args, run):
    report(*args)
    assert runs == [run]


def test_what_does_not_matter_changes_nothing(project, runs):
    upgrade(project.akar, "rich")
    append(project.akar / "data" / "dinas-contoh" / "2024" / "target.csv")
    append(project.akar / "params" / "dinas-contoh" / "2024.yml")
    append(project.data / ".DS_Store")
    report()
    report("--mesin=kernel")
    assert runs == []


def test_a_mistake_is_refused_also_when_nothing_changed(project, runs):
    assert cli.main(["report", "2025", "--instansi=dinas-contoh", "--mesin=apa"]) == 2
    assert cli.main(["report", "2025", "--instansi=dinas-contoh", "--format=apa"]) == 2


def test_a_run_remembers_what_it_made(tmp_path_factory):
    place = published(tmp_path_factory, *RUN)
    known = fingerprint.ingat(place, fingerprint.sidik(place, ["html"]))
    assert known.kabar[0].endswith("tahun 2025")
    assert known.halaman[0] == "index.html"
    assert fingerprint.ingat(place, fingerprint.sidik(place, ["pdf"])) is None


def test_nothing_heavy_is_loaded_to_find_that_out(project, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(project.akar / "site-packages"), str(AKAR))))
    code = """
import sys
from lkip_lib import cli
cli.main(["report", "2025", "--instansi=dinas-contoh"])
print(*{m.split(".")[0] for m in sys.modules})
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    said, *_, loaded = ran.stdout.splitlines()
    assert said.startswith("Tidak ada yang berubah")
    heavy = {"pandas", "numpy", "matplotlib", "pydantic", "IPython", "multiprocessing", "jinja2", "rich", "yaml"}
    assert not heavy & set(loaded.split())
