"""A failure in a notebook is one readable paragraph: what, where in the cell, and for an input how to mend it."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from jinja2 import Environment, FileSystemLoader, UndefinedError

from lkip_lib.display.failure import paragraf, uraikan
from lkip_lib.errors import Masalah, MasukanSalah


def told(source: str) -> str:
    try:
        exec(compile(source, "<sel>", "exec"), {"MasukanSalah": MasukanSalah, "Masalah": Masalah})
    except Exception as failure:
        import linecache

        linecache.cache["<sel>"] = (len(source), None, source.splitlines(keepends=True), "<sel>")
        return paragraf(failure, failure.__traceback__, source)
    raise AssertionError("nothing failed")


@pytest.mark.parametrize(
    ("source", "paragraph"),
    [
        ("a = 1\nb = a / 0", "Sel ini berhenti di baris 2 (b = a / 0). ZeroDivisionError: division by zero"),
        ("def f():\n    return {}['x']\nf()", "Sel ini berhenti di baris 3 (f()). KeyError: 'x'"),
        ("raise ValueError", "Sel ini berhenti di baris 1 (raise ValueError). ValueError"),
        ("1 +", "Sel ini tidak dapat dijalankan; baris 1 (1 +): invalid syntax."),
        (
            "raise MasukanSalah([Masalah('Kolom X tidak ada.', 'Tambahkan.', 'target.csv', 3)])",
            "target.csv, baris 3: Kolom X tidak ada. Tambahkan.",
        ),
    ],
)
def test_what_and_where_in_one_paragraph(source, paragraph):
    assert told(source) == paragraph


def test_a_failure_inside_a_template_has_its_traceback(tmp_path):
    many = tmp_path / "halaman.html.j2"
    many.write_text("{% macro m(b) -%}\n(\n{{ b.x.y }}\n{%- endmacro %}\n{{ m(1) }}\n", encoding="utf-8")
    pages = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    with pytest.raises(UndefinedError) as failed:
        pages.get_template(many.name).render()
    shell = InteractiveShell()
    told = "".join(uraikan(shell, failed.type, failed.value, failed.tb, 1))
    assert "UndefinedError" in told
    assert "halaman.html.j2" in told
