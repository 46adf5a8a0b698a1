"""Sheets into files: .xlsx and .csv here, .xls and .ods by way of soffice."""

from __future__ import annotations

import csv
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import xlsxwriter

from benchmarks.ekspor.lembar import Lembar, Sel


def tulis_xlsx(jalur: Path, lembar: list[Lembar]) -> None:
    wb = xlsxwriter.Workbook(str(jalur), {"in_memory": True})
    wb.set_properties({"created": __import__("datetime").datetime(2025, 1, 2)})
    fmt: dict[Any, Any] = {}

    def f(nf=None):
        if nf not in fmt:
            fmt[nf] = wb.add_format({"num_format": nf} if nf else {"text_wrap": True})
        return fmt[nf]

    for L in lembar:
        ws = wb.add_worksheet(L.nama)
        if not L.tampak:
            ws.hide()
        for r1, c1, r2, c2 in L.gabung:
            ws.merge_range(r1, c1, r2, c2, "", f())
        for r, brs in enumerate(L.isi):
            for c, v in enumerate(brs):
                if v is None or v == "":
                    continue
                nf, rumus = None, False
                if isinstance(v, Sel):
                    nf, rumus, v = v.fmt, v.rumus, v.v
                if isinstance(v, (int, float)):
                    if rumus:
                        ws.write_formula(r, c, f"={v}", f(nf), v)
                    else:
                        ws.write_number(r, c, v, f(nf))
                elif hasattr(v, "year"):
                    ws.write_datetime(r, c, v, f("dd/mm/yyyy"))
                else:
                    ws.write_string(r, c, str(v), f(nf))
        for r in L.baris_sembunyi:
            ws.set_row(r, None, None, {"hidden": True})
        for c in L.kolom_sembunyi:
            ws.set_column(c, c, None, None, {"hidden": True})
    for i, L in enumerate(lembar):
        if L.tampak:
            wb.worksheets()[i].activate()
            if i:
                wb.worksheets()[i].set_first_sheet() if not lembar[0].tampak else None
            break
    wb.close()


def tulis_csv(jalur: Path, L: Lembar, pisah: str, sandi: str) -> None:
    lebar = max((len(b) for b in L.isi), default=0)
    with open(jalur, "w", encoding=sandi, newline="", errors="strict") as fh:
        w = csv.writer(fh, delimiter=pisah, lineterminator="\r\n")
        for brs in L.isi:
            out = []
            for v in list(brs) + [None] * (lebar - len(brs)):
                if isinstance(v, Sel):
                    v = v.v
                if v is None:
                    v = ""
                if hasattr(v, "year"):
                    v = v.strftime("%d/%m/%Y")
                if isinstance(v, float) and v == int(v):
                    v = int(v)
                out.append(str(v))
            w.writerow(out)


def ubah(berkas: list[Path]) -> None:
    """Turn the .xlsx of each name into the .xls or .ods it is to be, by soffice."""
    for akhiran in {b.suffix for b in berkas}:
        asal = [b.with_suffix(".xlsx") for b in berkas if b.suffix == akhiran]
        with tempfile.TemporaryDirectory() as profil:
            subprocess.run(
                ["soffice", "--headless", f"-env:UserInstallation={Path(profil).as_uri()}", "--convert-to",
                 akhiran[1:], "--outdir", str(asal[0].parent), *map(str, asal)],
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300,
            )  # fmt: skip
        for path in asal:
            path.unlink()
