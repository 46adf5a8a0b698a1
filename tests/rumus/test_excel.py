"""The live Excel form of a formula gives what the formula gives, blank where it gives nothing, in LibreOffice."""

import random

import numpy as np
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from lkip_lib.rumus import excel
from lkip_lib.rumus.bahasa import bersih, bulat, cadangan
from lkip_lib.rumus.deklarasi import rumus
from tests.publish.test_workbook import libreoffice, recalculated
from tests.rumus.pilihan import NAN
from tests.rumus.test_kasus import KASUS, LABEL

FIGURES = (NAN, 0.0, 1.0, -2.5, 8.55, 64.17, 100.0, 412.0)
OPERATIONS = ("{} + {}", "{} - {}", "{} * {}", "{} / {}", "np.minimum({}, {})", "np.maximum({}, {})",
              "cadangan({}, {})",
              "np.where({} >= {}, a, b)", "np.where({} == {}, a, b)", "np.where(np.isnan({}), {}, a)",
              "np.where(({} > 0) & ({} < 100), a, 0)", "np.where(({} > 0) | ({} < 0), b, 1)")  # fmt: skip
ALONE = ("-{}", "np.abs({})", "bersih({})", "bulat({}, 1)", "bulat({}, 0, 'potong')", "np.clip({}, -20, 120)")


def formula(chance, depth=3):
    """Make the text of a formula over `a` and `b`."""
    if not depth or chance.random() < 0.25:
        return chance.choice(("a", "b", "(a + 3)", "(2 * b)"))
    if chance.random() < 0.3:
        return f"({chance.choice(ALONE).format(formula(chance, depth - 1))})"
    return f"({chance.choice(OPERATIONS).format(formula(chance, depth - 1), formula(chance, depth - 1))})"


def random_cases(many):
    chance = random.Random(20)
    for _ in range(many):
        room = {"np": np, "cadangan": cadangan, "bersih": bersih, "bulat": bulat, "__name__": "__main__"}
        exec(f"def f(a, b):\n    return {formula(chance)} + 0 * a + 0 * b", room)
        made = rumus(room["f"])
        for _ in range(3):
            figures = chance.choice(FIGURES), chance.choice(FIGURES)
            yield made, figures, {}, made(*figures)


def worked_cases():
    for made, figures, told, *_ in KASUS:
        yield made, figures, told, made(*figures, **told)
    for made, figures, told, *_ in LABEL:
        for one in zip(*figures, strict=True):
            yield made, one, told, made(*one, **told)


def written(book, sheet, row, made, figures, told):
    """Write a formula with its figures in cells beside it, those of members below one another on another sheet."""
    where, members = {}, [f for f in figures if isinstance(f, list)]
    below = book.add_worksheet(f"anggota{row}") if members else None
    for i, (name, value) in enumerate(zip(made.angka, figures, strict=True)):
        column = xlsxwriter.utility.xl_col_to_name(i + 1)
        if below is not None:
            values = value if isinstance(value, list) else [value] * len(members[0])
            for n, v in enumerate(values):
                put(below, n, i + 1, v)
            where[name] = f"{below.name}!{column}1:{column}{len(values)}"
        else:
            put(sheet, row, i + 1, value)
            where[name] = f"{column}{row + 1}"
    tree = made.pohon(told)
    text = excel.rumus(tree, where)
    if excel.berlarik(tree):
        sheet.write_array_formula(row, 0, row, 0, text)
    else:
        sheet.write_formula(row, 0, text)
    return text


def put(sheet, row, column, value):
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, value)
    elif value == value:
        sheet.write_number(row, column, value)


@libreoffice
@pytest.mark.parametrize("cases", [worked_cases, lambda: random_cases(150)], ids=["worked", "random"])
def test_excel_computes_what_the_formula_computes(cases, tmp_path):
    made = list(cases())
    path = tmp_path / "rumus.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("rumus")
        texts = [written(book, sheet, n, *case[:3]) for n, case in enumerate(made)]
    assert len(made) > 80
    rows = CalamineWorkbook.from_path(recalculated(path, tmp_path)).get_sheet_by_name("rumus").to_python()
    for (formula_, figures, _, expected), text, (found, *_) in zip(made, texts, rows, strict=True):
        said = f"{formula_.nama}{figures}: {text}"
        if isinstance(expected, str):
            assert found == expected, said
        elif np.size(expected) > 1 or expected != expected:
            assert found == "" or np.size(expected) > 1, said
        else:
            assert found == pytest.approx(float(expected), rel=1e-9, abs=1e-8), said
