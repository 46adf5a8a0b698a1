"""The live Excel form of a formula gives what the formula gives, blank where it gives nothing: by LibreOffice."""

import random

import numpy as np
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from lkip_lib.rumus import excel
from lkip_lib.rumus.bahasa import (
    TIDAK_ADA,
    TIDAK_BERLAKU,
    Kolom,
    banyak,
    bersih,
    bulat,
    cadangan,
    jumlah,
    simpul,
    terisi,
)
from lkip_lib.rumus.deklarasi import rumus
from tests.publish.workbook.test_book import libreoffice, recalculated
from tests.rumus.pilihan import NAN
from tests.rumus.test_kasus import KASUS, LABEL

FIGURES = (NAN, 0.0, 1.0, -2.5, 8.55, 64.17, 100.0, 412.0)
OPERATIONS = ("{} + {}", "{} - {}", "{} * {}", "{} / {}", "np.minimum({}, {})", "np.maximum({}, {})",
              "cadangan({}, {})", "np.where({} >= {}, a, b)", "np.where({} == {}, a, b)",
              "np.where(np.isnan({}), {}, a)", "np.where(({} > 0) & ({} < 100), a, 0)",
              "np.where(({} > 0) | ({} < 0), b, 1)")  # fmt: skip
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
    """Write a formula with its figures in cells beside it, those of members below one another on a sheet apart."""
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
    (computed,) = recalculated(tmp_path, path)
    rows = CalamineWorkbook.from_path(computed).get_sheet_by_name("rumus").to_python()
    for (formula_, figures, _, expected), text, (found, *_) in zip(made, texts, rows, strict=True):
        said = f"{formula_.nama}{figures}: {text}"
        if isinstance(expected, str):
            assert found == expected, said
        elif np.size(expected) > 1 or expected != expected:
            assert found == "" or np.size(expected) > 1, said
        else:
            assert found == pytest.approx(float(expected), rel=1e-9, abs=1e-8), said


A, B, C, K = map(Kolom, "abck")
CELLS = {"a": "B2", "b": "C2", "c": "D2", "k": "E2"}


@rumus
def dua_kali(a):
    return a * 2


# What is written for each construct: brackets where Excel needs them, a blank for what is not there, never a zero.
TEXTS = [
    (A, '=IF(B2="","",B2)'),
    (simpul(5), "=5"),
    (simpul(True), "=TRUE"),
    (TIDAK_ADA, '=IFERROR(NA(),"")'),
    (A - (B - C), '=IF(COUNT(B2,C2,D2)<3,"",B2-(C2-D2))'),
    (A + B + C, '=IF(COUNT(B2,C2,D2)<3,"",B2+C2+D2)'),
    ((A + B) * C, '=IF(COUNT(B2,C2,D2)<3,"",(B2+C2)*D2)'),
    (A / (B * C), '=IF(COUNT(B2,C2,D2)<3,"",IFERROR(B2/(C2*D2),""))'),
    (A * (B / C), '=IF(COUNT(B2,C2,D2)<3,"",IFERROR(B2*C2/D2,""))'),
    (-(A + B), '=IF(COUNT(B2,C2)<2,"",-(B2+C2))'),
    (-(A * B), '=IF(COUNT(B2,C2)<2,"",-(B2*C2))'),
    (-(A / B), '=IF(COUNT(B2,C2)<2,"",IFERROR(-(B2/C2),""))'),
    (A * B / C, '=IF(COUNT(B2,C2,D2)<3,"",IFERROR(B2*C2/D2,""))'),
    (A * simpul(-2.5), '=IF(COUNT(B2)<1,"",B2*(-2.5))'),
    (A * simpul(0), '=IF(COUNT(B2)<1,"",B2*0)'),
    (abs(A - B), '=IF(COUNT(B2,C2)<2,"",ABS(B2-C2))'),
    (bersih(A), '=IF(COUNT(B2)<1,"",ROUND(B2,9))'),
    (bulat(A, 2), '=IF(COUNT(B2)<1,"",ROUND(ROUND(B2,9),2))'),
    (bulat(A, 0, "potong"), '=IF(COUNT(B2)<1,"",TRUNC(ROUND(B2,9),0))'),
    (np.minimum(A, B), '=IF(COUNT(B2,C2)<2,"",MIN(B2,C2))'),
    (np.clip(A, -20, 120), '=IF(COUNT(B2)<1,"",MIN(MAX(B2,-20),120))'),
    (np.where(A > 0, B, C), '=IF(COUNT(B2)<1,"",IFERROR(IF(ROUND(B2,9)>0,IF(C2="",NA(),C2),IF(D2="",NA(),D2)),""))'),
    (np.where(A > 0, B, B + C), '=IF(COUNT(B2,C2)<2,"",IFERROR(IF(ROUND(B2,9)>0,C2,C2+IF(D2="",NA(),D2)),""))'),
    (np.where(A >= B, A, B), '=IF(COUNT(B2,C2)<2,"",IF(ROUND(B2-C2,9)>=0,B2,C2))'),
    (np.where(A - B < 0, 1, 2), '=IF(COUNT(B2,C2)<2,"",IF(ROUND(B2-C2,9)<0,1,2))'),
    (np.where(A == 1, A, 2), '=IF(COUNT(B2)<1,"",IF(ROUND(B2-1,9)=0,B2,2))'),
    (np.where(A != B - C, 1, 2), '=IF(COUNT(B2,C2,D2)<3,"",IF(ROUND(B2-(C2-D2),9)<>0,1,2))'),
    (dua_kali(A + B) - C, '=IF(COUNT(B2,C2,D2)<3,"",(B2+C2)*2-D2)'),
    (np.where(simpul(True), A, 5), '=IFERROR(IF(TRUE,IF(B2="",NA(),B2),5),"")'),
    (np.where(A + B == C, 1, 2), '=IF(COUNT(B2,C2,D2)<3,"",IF(ROUND(B2+C2-D2,9)=0,1,2))'),
    (np.where(A == B * C, 1, 2), '=IF(COUNT(B2,C2,D2)<3,"",IF(ROUND(B2-C2*D2,9)=0,1,2))'),
    (np.where(simpul("ya") == K, 1, 2), '=IF(E2="","",IF("ya"=E2,1,2))'),
    (np.where(A > 0, B, np.where(C > 0, B, C)),
     '=IF(COUNT(B2)<1,"",IFERROR(IF(ROUND(B2,9)>0,IF(C2="",NA(),C2),'
     'IF(ROUND(IF(D2="",NA(),D2),9)>0,IF(C2="",NA(),C2),D2)),""))'),
    (np.where(A > 0, True, False), '=IF(COUNT(B2)<1,"",IF(ROUND(B2,9)>0,TRUE,FALSE))'),
    (np.where(A > 0, "ya", 'ti"dak'), '=IF(COUNT(B2)<1,"",IF(ROUND(B2,9)>0,"ya","ti""dak"))'),
    (np.where(~(A > 0), 1, 2), '=IF(COUNT(B2)<1,"",IF(NOT(ROUND(B2,9)>0),1,2))'),
    (np.where(A > 0, B / C, TIDAK_ADA), '=IF(COUNT(B2,C2,D2)<3,"",IFERROR(IF(ROUND(B2,9)>0,C2/D2,NA()),""))'),
    (np.where(A > 0, TIDAK_ADA, TIDAK_BERLAKU), '=IF(COUNT(B2)<1,"",IFERROR(IF(ROUND(B2,9)>0,NA(),NA()),""))'),
    (A + B * TIDAK_ADA, '=IF(COUNT(B2,C2)<2,"",IFERROR(NA(),""))'),
    (np.isnan(A), '=B2=""'),
    (np.where(np.isnan(A), B, A), '=IFERROR(IF(B2="",IF(C2="",NA(),C2),B2),"")'),
    (np.where(np.isnan(A / B), C, A),
     '=IFERROR(IF(ISERROR(IF(B2="",NA(),B2)/IF(C2="",NA(),C2)),IF(D2="",NA(),D2),IF(B2="",NA(),B2)),"")'),
    (cadangan(A, 0) + B, '=IF(COUNT(C2)<1,"",IF(B2="",0,B2)+C2)'),
    (cadangan(A / B, C),
     '=IFERROR(IF(ISERROR(IF(B2="",NA(),B2)/IF(C2="",NA(),C2)),IF(D2="",NA(),D2),'
     'IF(B2="",NA(),B2)/IF(C2="",NA(),C2)),"")'),
    (np.where((A > 0) & (B < 100), B, 0),
     '=IF(COUNT(B2)<1,"",IFERROR(IF(IF(ROUND(B2,9)>0,ROUND(IF(C2="",NA(),C2)-100,9)<0,FALSE),IF(C2="",NA(),C2),0),""))'),
    (np.where((A > 0) | (A < B), B, 1),
     '=IF(COUNT(B2)<1,"",IFERROR(IF(IF(ROUND(B2,9)>0,TRUE,ROUND(B2-IF(C2="",NA(),C2),9)<0),IF(C2="",NA(),C2),1),""))'),
    (np.where(K == "belum", A, TIDAK_BERLAKU), '=IF(OR(COUNT(B2)<1,E2=""),"",IFERROR(IF(E2="belum",B2,NA()),""))'),
]  # fmt: skip
# The same of members: one area, or an area and a cell apart from it.
MEMBERS = {"a": "B2:B4", "b": "C2:C4", "k": "E2:E4"}
APART = {"a": "B2:B4,B7", "b": "C2:C4,C7", "k": "E2:E4,E7"}
OF_MEMBERS = [
    (jumlah(A), '=IF(COUNT(B2:B4)<ROWS(B2:B4),"",SUM(B2:B4))', '=IF(COUNT(B2:B4,B7)<ROWS(B2:B4)+1,"",SUM(B2:B4,B7))'),
    (banyak(A), "=ROWS(B2:B4)", "=ROWS(B2:B4)+1"),
    (2 * banyak(A), "=2*ROWS(B2:B4)", "=2*(ROWS(B2:B4)+1)"),
    (terisi(A), "=COUNT(B2:B4)", "=COUNT(B2:B4,B7)"),
    (terisi(A / B), '=IFERROR(COUNT(IF(B2:B4="",NA(),B2:B4)/IF(C2:C4="",NA(),C2:C4)),"")',
     '=IFERROR(COUNT(IF(B2:B4="",NA(),B2:B4)/IF(C2:C4="",NA(),C2:C4))+COUNT(IF(B7="",NA(),B7)/IF(C7="",NA(),C7)),"")'),
    (jumlah(A * B) / jumlah(B),
     '=IF(COUNT(B2:B4,C2:C4)<ROWS(B2:B4)+ROWS(C2:C4),"",IFERROR(SUMPRODUCT(B2:B4*C2:C4)/SUM(C2:C4),""))',
     '=IF(COUNT(B2:B4,B7,C2:C4,C7)<ROWS(B2:B4)+ROWS(C2:C4)+2,"",'
     'IFERROR((SUMPRODUCT(B2:B4*C2:C4)+SUMPRODUCT(B7*C7))/SUM(C2:C4,C7),""))'),
    (jumlah(cadangan(A, 0)), '=SUMPRODUCT(IF(B2:B4="",0,B2:B4))',
     '=SUMPRODUCT(IF(B2:B4="",0,B2:B4))+SUMPRODUCT(IF(B7="",0,B7))'),
    (jumlah(np.minimum(A, 100)), '=IF(COUNT(B2:B4)<ROWS(B2:B4),"",SUMPRODUCT(IF(B2:B4<100,B2:B4,100)))',
     '=IF(COUNT(B2:B4,B7)<ROWS(B2:B4)+1,"",SUMPRODUCT(IF(B2:B4<100,B2:B4,100))+SUMPRODUCT(IF(B7<100,B7,100)))'),
    (jumlah(np.maximum(A, 0)), '=IF(COUNT(B2:B4)<ROWS(B2:B4),"",SUMPRODUCT(IF(B2:B4>0,B2:B4,0)))',
     '=IF(COUNT(B2:B4,B7)<ROWS(B2:B4)+1,"",SUMPRODUCT(IF(B2:B4>0,B2:B4,0))+SUMPRODUCT(IF(B7>0,B7,0)))'),
    (jumlah(np.where(K == "tidak", 1, 0)),
     '=IF(SUMPRODUCT(--(E2:E4=""))>0,"",SUMPRODUCT(IF(E2:E4="tidak",1,0)))',
     '=IF(OR(SUMPRODUCT(--(E2:E4=""))>0,E7=""),"",SUMPRODUCT(IF(E2:E4="tidak",1,0))+SUMPRODUCT(IF(E7="tidak",1,0)))'),
]  # fmt: skip


@pytest.mark.parametrize(("tree", "text"), TEXTS, ids=[t for _, t in TEXTS])
def test_each_construct_is_written_with_what_it_needs_and_no_more(tree, text):
    assert excel.rumus(tree, CELLS) == text


@pytest.mark.parametrize(("tree", "together", "apart"), OF_MEMBERS, ids=[t for _, t, _ in OF_MEMBERS])
def test_members_that_stand_apart_are_written_area_by_area(tree, together, apart):
    assert excel.rumus(tree, MEMBERS) == together
    assert excel.rumus(tree, APART) == apart


def test_a_figure_that_no_cell_shows_is_never_there():
    assert excel.rumus(A + B, {"a": excel.TIADA, "b": "C2"}) == '=IF(COUNT("",C2)<2,"",""+C2)'


def test_a_list_too_long_for_one_function_is_written_as_unions():
    cells = [f"B{n}" for n in range(2, 203)]
    text = excel.rumus(jumlah(A), {"a": ",".join(cells)})
    first, last = ",".join(cells[:200]), cells[200]
    assert text == f'=IF(COUNT(({first}),({last}))<201,"",SUM(({first}),({last})))'
    assert excel.rumus(jumlah(A), {"a": first}) == f'=IF(COUNT({first})<200,"",SUM({first}))'


@pytest.mark.parametrize(
    ("tree", "arrays"),
    [
        (jumlah(A * B - 1) / jumlah(B), False),
        (jumlah(-A), False),
        (banyak(np.minimum(A, 1)), True),
        (jumlah(cadangan(A, 0)), True),
        (terisi(np.minimum(A, 1)), True),
        (np.where(A > 0, B, C), False),
    ],
    ids=["sums", "a sign", "how many", "a stand-in", "the least", "no members"],
)
def test_only_a_choice_among_members_is_entered_as_arrays(tree, arrays):
    assert excel.berlarik(tree) is arrays


@pytest.mark.parametrize(
    ("tree", "names"),
    [
        (np.isnan(A), []),
        (banyak(A) + terisi(A), []),
        (np.where((A > 0) & (B > 0), 1, 2), ["a"]),
        (np.where((A > 0) | (B > 0), 1, 2), ["a"]),
        (np.where(A > 0, TIDAK_ADA, TIDAK_BERLAKU), ["a"]),
        (np.where(A > 0, B / TIDAK_ADA, C), ["a", "c"]),
        (np.where(A > TIDAK_ADA, B, C), ["a"]),
        (np.where(A > 0, np.where(B > 0, TIDAK_ADA, TIDAK_ADA), C), ["a", "c"]),
        (np.where(A > 0, cadangan(TIDAK_ADA, TIDAK_ADA), C), ["a", "c"]),
        (np.where(A > 0, cadangan(TIDAK_ADA, B), C), ["a"]),
        (np.where(A > 0, np.isnan(TIDAK_ADA), C), ["a"]),
    ],
)
def test_what_is_asked_for_first_is_what_every_path_to_a_value_reads(tree, names):
    assert excel.pasti(tree) == names


@pytest.mark.parametrize(
    ("tree", "valued"),
    [
        (A, True),
        (A + 1, True),
        (TIDAK_ADA, False),
        (A * TIDAK_BERLAKU, False),
        (np.isnan(TIDAK_ADA), True),
        (np.where(A > 0, B, TIDAK_ADA), True),
        (np.where(A > 0, TIDAK_ADA, B), True),
        (np.where(A > 0, TIDAK_ADA, TIDAK_BERLAKU), False),
        (np.where(A > TIDAK_ADA, A, B), False),
        (cadangan(TIDAK_ADA, A), True),
        (cadangan(A, TIDAK_ADA), True),
        (cadangan(TIDAK_ADA, TIDAK_ADA), False),
    ],
)
def test_a_tree_has_a_value_where_one_path_ends_in_one(tree, valued):
    assert excel.bernilai(tree) is valued
