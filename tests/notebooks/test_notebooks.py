"""The notebooks as git keeps them: a recipe of short steps, typed, without outputs, and naming only what exists."""

import ast
import json
import re

import nbformat
import pytest

from lkip_lib.buku import jalan
from lkip_lib.buku.rangkaian import tahap
from lkip_lib.narrative.charts.results import BAGAN
from lkip_lib.narrative.tables.results import TABEL
from tests.project import AKAR

FILES = sorted((AKAR / "notebooks").glob("*.ipynb"))
PARAMETERS = [("instansi", "str", str), ("tahun", "int", int), ("triwulan", "int", int)]
LINES, WIDE = 8, 100

notebooks = pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)


def code(path, *, shows=None):
    """Return the code cells, those that only show or those that compute when asked for."""
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    return [c for c in cells if shows is None or ("tampil" in c.metadata.get("tags", [])) == shows]


def is_formula(node):
    return any("rumus" in ast.unparse(d) for d in node.decorator_list)


def test_the_chain_is_the_folder():
    assert [p.stem for p in FILES] == list(tahap(AKAR))
    assert len(FILES) >= 5


@notebooks
def test_it_is_a_valid_notebook(path):
    nbformat.validate(nbformat.read(path, as_version=4))
    assert jalan.baca(path).judul


@notebooks
def test_a_step_is_read_at_a_glance(path):
    for cell in code(path, shows=False):
        body = ast.parse(cell.source).body
        if not all(isinstance(n, ast.ImportFrom | ast.Import) for n in body):
            assert len([b for b in cell.source.splitlines() if b.strip()]) <= LINES, cell.id
        assert all(len(b) <= WIDE for b in cell.source.splitlines()), cell.id


@notebooks
def test_nothing_is_defined_in_it_but_formulas(path):
    for cell in code(path):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.ClassDef | ast.AsyncFunctionDef | ast.Lambda), cell.id
            if isinstance(node, ast.FunctionDef):
                assert is_formula(node), f"{cell.id}: {node.name}"


@notebooks
def test_it_imports_the_library_and_what_an_analyst_knows(path):
    for cell in code(path):
        for node in ast.walk(ast.parse(cell.source)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) else []
            assert {n.split(".")[0] for n in names} <= {"lkip_lib", "numpy", "pandas", "matplotlib"}, cell.id


@notebooks
def test_one_cell_declares_the_typed_parameters(path):
    (cell,) = [c for c in code(path) if "parameters" in c.metadata.get("tags", [])]
    declared = ast.parse(cell.source).body
    assert all(isinstance(d, ast.AnnAssign) for d in declared)
    assert [(d.target.id, d.annotation.id, type(ast.literal_eval(d.value))) for d in declared] == PARAMETERS


@notebooks
def test_it_begins_its_own_year_and_ends_by_saving(path):
    calls = [n for c in code(path, shows=False) for n in ast.walk(ast.parse(c.source)) if isinstance(n, ast.Call)]
    (begin,) = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "mulai"]
    assert begin.args[0].value == path.stem
    assert [a.id for a in begin.args[1:]] == [name for name, _, _ in PARAMETERS]
    *_, last = code(path, shows=False)
    saves = [n.func.attr for n in ast.walk(ast.parse(last.source)) if isinstance(n, ast.Call)
             and isinstance(n.func, ast.Attribute) and ast.unparse(n.func.value) == "lk"]  # fmt: skip
    assert set(saves) <= {"simpan", "terima"}
    assert saves


@notebooks
def test_a_cell_that_only_shows_ends_in_what_it_shows_and_assigns_nothing(path):
    shown = code(path, shows=True)
    assert shown
    for cell in shown:
        body = ast.parse(cell.source).body
        assert len(body) == 1, cell.id
        assert isinstance(body[0], ast.Expr), cell.id


@notebooks
def test_what_it_shows_exists(path):
    known = {"tabel": TABEL, "bagan": BAGAN}
    for cell in code(path):
        for n in ast.walk(ast.parse(cell.source)):
            match n:
                case ast.Call(func=ast.Attribute(value=ast.Name("lk"), attr=kind)) if kind in known:
                    assert n.args[0].value in known[kind], cell.id


@notebooks
def test_it_is_kept_without_outputs(path):
    for cell in code(path):
        assert cell.outputs == []
        assert cell.execution_count is None
        assert set(cell.metadata) <= {"tags"}


@notebooks
def test_cell_ids_are_slugs(path):
    ids = [c["id"] for c in json.loads(path.read_text(encoding="utf-8"))["cells"]]  # nbformat would mend them
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i) for i in ids), ids
    assert len(set(ids)) == len(ids)


@notebooks
def test_it_opens_with_its_title_and_purpose(path):
    first = nbformat.read(path, as_version=4).cells[0]
    assert first.cell_type == "markdown"
    assert re.match(r"# \S.*\n\n\S", first.source)
    titles = [
        line
        for c in nbformat.read(path, as_version=4).cells
        if c.cell_type == "markdown"
        for line in c.source.splitlines()
        if line.startswith("# ")
    ]
    assert len(titles) == 1


@notebooks
def test_its_metadata_names_no_machine(path):
    metadata = nbformat.read(path, as_version=4).metadata
    assert set(metadata) == {"kernelspec", "language_info"}
    assert metadata.language_info == {"name": "python"}
