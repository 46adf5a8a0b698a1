"""Put a year's CSV tables on the sheets of one workbook: the same texts, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

from lkip_lib.inputs import workbook
from lkip_lib.inputs.files import BARIS, baca_csv
from lkip_lib.inputs.listing import BUKU, daftar_csv
from lkip_lib.inputs.tables import PERIODE

Sel = Callable[[str, str, str], Any]


def to_workbook(folder: Path, cell: Sel = lambda tabel, kolom, teks: teks, *, words: bool = True) -> Path:
    """Move every CSV table of a year into its workbook, with `words` the analyst's and the agency's words too."""
    tables: dict[str, tuple[list[str], list[Iterable[str]]]] = {}
    for name, path in daftar_csv(folder).items():
        frame = baca_csv(path, name).drop(columns=BARIS)
        tables[name] = list(frame.columns), list(frame.itertuples(index=False, name=None))
        path.unlink()
    if words:
        files = {"": "analisis.yml"} | {p: f"analisis-{p}.yml" for p in PERIODE[1:]}
        rows = [[*row, period] for period, name in files.items() for row in _analisis(folder / name)]
        tables["analisis"] = ["indikator", "jenis", "teks", "menjelaskan", "tempat", "periode"], rows
        if (folder / "instansi.yml").exists():
            tables["instansi"] = ["bagian", "isi", "atasan"], list(_instansi(folder / "instansi.yml"))
    path = folder / BUKU
    with xlsxwriter.Workbook(path) as book:
        for name, (head, rows) in tables.items():
            sheet = book.add_worksheet(workbook.nama_lembar(name))
            for r, row in enumerate([head, *rows]):
                for c, text in enumerate(row):
                    value = cell(name, head[c], text) if r else text
                    if value != "":
                        (sheet.write_string if isinstance(value, str) else sheet.write_number)(r, c, value)
    return path


def _analisis(path: Path) -> Iterable[list[str]]:
    if not path.exists():
        return
    words = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    path.unlink()
    for code, kinds in (words.get("indikator") or {}).items():
        for kind, texts in kinds.items():
            said = ({"isi": t} if isinstance(t, str) else t for t in texts)
            yield from ([code, kind, t["isi"], t.get("menjelaskan", ""), ""] for t in said)
    for kind in ("permasalahan", "rekomendasi"):
        yield from (["", kind, text, "", ""] for text in words.get(kind, ()))
    for k in words.get("kutipan", ()):
        yield [k.get("indikator", ""), "kutipan", k["tercetak"], "", k["tempat"]]


def _instansi(path: Path) -> Iterable[list[str]]:
    """Yield what a sheet can hold; extra tables and what has parts of its own stay in the file."""
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    extra = {k: words.pop(k) for k in ("data_dukung", "perjanjian", "reviu", "bukti") if k in words}
    path.write_text(yaml.safe_dump(extra, allow_unicode=True, sort_keys=False), encoding="utf-8")
    if not extra:
        path.unlink()
    for part, content in words.items():
        if part == "kepala":
            yield from ([f"kepala_{k}", v, ""] for k, v in content.items())
        elif part == "organisasi":
            yield from _units(content, "")
        else:
            yield from ([part, t, ""] for t in (content if isinstance(content, list) else [content]))


def _units(unit: dict[str, Any], above: str) -> Iterable[list[str]]:
    yield ["organisasi", unit["nama"], above]
    for below in unit.get("anak", ()):
        yield from _units(below, unit["nama"])
