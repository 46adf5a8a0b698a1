"""The notebooks as git keeps them: thin, typed, without outputs, and calling only what exists."""

import ast
import re

import nbformat
import pytest

from lkip_lib.narrative.charts import BAGAN
from lkip_lib.narrative.tables import TABEL
from lkip_lib.buku.rangkaian import tahap
from tests.project import AKAR

FILES = sorted((AKAR / "notebooks").glob("*.ipynb"))
DEFINITIONS = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.BinOp,
    ast.AugAssign,
    ast.comprehension,
)
PARAMETERS = [("instansi", "str", str), ("tahun", "int", int), ("triwulan", "int", int)]

notebooks = pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)


def code(path):
    return [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]


def test_there_is_one_notebook_a_stage():
    assert [p.stem for p in FILES] == list(TAHAP)


@notebooks
def test_it_is_a_valid_notebook(path):
    nbformat.validate(nbformat.read(path, as_version=4))


@notebooks
def test_nothing_is_defined_or_computed_in_it(path):
    for cell in code(path):
        found = [n for n in ast.walk(ast.parse(cell.source)) if isinstance(n, DEFINITIONS)]
        assert not found, f"{cell.id}: {ast.unparse(found[0])}"


@notebooks
def test_it_imports_only_the_library(path):
    for cell in code(path):
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.Import)
            if isinstance(node, ast.ImportFrom):
                assert node.module.split(".")[0] == "lkip_lib"


@notebooks
def test_one_cell_declares_the_typed_parameters(path):
    cells = nbformat.read(path, as_version=4).cells
    (cell,) = [c for c in cells if "parameters" in c.metadata.get("tags", [])]
    declared = ast.parse(cell.source).body
    assert all(isinstance(d, ast.AnnAssign) for d in declared)
    assert [(d.target.id, d.annotation.id, type(ast.literal_eval(d.value))) for d in declared] == PARAMETERS


@notebooks
def test_it_runs_its_own_stage_with_its_parameters(path):
    calls = [n for c in code(path) for n in ast.walk(ast.parse(c.source)) if isinstance(n, ast.Call)]
    (run,) = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "kerjakan"]
    assert run.args[0].value == path.stem
    assert [a.id for a in run.args[1:]] == [name for name, _, _ in PARAMETERS]


@notebooks
def test_what_it_shows_exists(path):
    known = {"tabel": TABEL, "bagan": BAGAN}
    nodes = [n for c in code(path) for n in ast.walk(ast.parse(c.source))]
    calls = [n for n in nodes if isinstance(n, ast.Call)]
    shown = [(c.func.attr, c.args[0].value) for c in calls if isinstance(c.func, ast.Attribute)]
    assert shown or any(isinstance(n, ast.Attribute) and n.attr == "naskah" for n in nodes)
    for kind, name in shown:
        assert name in known[kind]


@notebooks
def test_it_is_kept_without_outputs(path):
    for cell in code(path):
        assert cell.outputs == []
        assert cell.execution_count is None


@notebooks
def test_cell_ids_are_slugs(path):
    ids = [c.id for c in nbformat.read(path, as_version=4).cells]
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
