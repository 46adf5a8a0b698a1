"""No rule knows an agency by name: what the library and the notebooks say stands for every agency."""

import ast
import csv
import json
import re
from collections.abc import Iterator

import yaml

from tests.agency import AKAR

CONTOH = "disnaker-kota-bekasi"  # the folder that a command takes where none is named
BENIH = AKAR / "data" / CONTOH
_TELITI = 5  # significant digits from which a figure is one agency's own
_KATA = 4  # words from which a name is


def rows(*tables: str) -> Iterator[dict[str, str]]:
    for name in tables:
        for path in sorted(BENIH.glob(f"*/{name}.csv")):
            with path.open(encoding="utf-8", newline="") as text:
                yield from csv.DictReader(text)


def digits(text: str) -> Iterator[str]:
    for found in re.findall(r"\d[\d.,_]*\d", text):
        figure = re.sub(r"\D", "", found).lstrip("0")
        if len(figure.rstrip("0")) >= _TELITI:
            yield figure


def figures() -> set[str]:
    tables = ("anggaran", "belanja", "komponen", "rkt", "realisasi", "target", "tercetak/hitungan")
    numbers = ("pagu", "realisasi", "nilai", "target")
    return {d for row in rows(*tables) for k in numbers for d in digits(row.get(k) or "")}


def names() -> set[str]:
    called = {row["nama"] for row in rows("anggaran", "sasaran", "tujuan", "indikator")}
    called = {n for n in called if len(n.split()) >= _KATA and "pemerintah" not in n.casefold()}
    profiles = (yaml.safe_load(p.read_text(encoding="utf-8")) for p in BENIH.glob("*/instansi.yml"))
    return {n.casefold() for n in called} | {p["nama"].casefold() for p in profiles} | {"bekasi", "disnaker"}


def sources() -> dict[str, str]:
    """Return every text of ours by its path; of a notebook, its cells."""
    found = [p for kind in ("py", "j2", "yml", "css", "js") for p in (AKAR / "lkip_lib").rglob(f"*.{kind}")]
    texts = {str(p.relative_to(AKAR)): p.read_text(encoding="utf-8") for p in found}
    for path in (AKAR / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        texts[str(path.relative_to(AKAR))] = "\n".join("".join(c["source"]) for c in cells)
    return {p: t.replace(CONTOH, "") for p, t in texts.items()}


def test_no_figure_of_the_example_agency_stands_in_our_texts():
    assert len(known := figures()) > 40
    assert {p: hit for p, t in sources().items() if (hit := known & set(digits(t)))} == {}


def test_no_name_of_the_example_agency_stands_in_our_texts():
    assert len(known := names()) > 40
    assert {p: hit for p, t in sources().items() if (hit := [n for n in known if n in t.casefold()])} == {}


def spoken(path: str) -> set[str]:
    """Return the texts that a module works with; what its documentation shows is left out."""
    tree = ast.parse((AKAR / path).read_text(encoding="utf-8"))
    shown = {id(n.body[0].value) for n in ast.walk(tree) if hasattr(n, "body") and isinstance(n.body, list)
             and n.body and isinstance(n.body[0], ast.Expr)}  # fmt: skip
    return {str(n.value) for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in shown}


def test_no_rule_compares_with_a_code_of_the_example_agency():
    codes = {row["kode"] for row in rows("indikator", "anggaran", "keluaran")} - {"0", "A", "B", "C", "D", "E"}
    modules = [p for p in sources() if p.endswith(".py")]
    assert {p: hit for p in modules if (hit := spoken(p) & codes)} == {}
