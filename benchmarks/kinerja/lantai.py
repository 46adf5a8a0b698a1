"""The floor: the same figures, charts and pages made by one plain script in one process, without a notebook run."""

from __future__ import annotations

import ast
import shutil
import sys
import time
from pathlib import Path

import nbformat

from lkip_lib import params
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.laporan import Laporan
from lkip_lib.buku.rangkaian import jalankan, tahap
from lkip_lib.buku.store import tulis_csv
from lkip_lib.pipeline.chain import catat_asal
from lkip_lib.places import Tempat, tempat
from lkip_lib.publish.forms import terbitkan


def lantai(letak: Tempat, folder: Path) -> None:
    """Compute every stage, write its tables, draw what its notebook shows, and publish the pages, all in memory."""
    bahan = Bahan(letak, params.baca(letak))
    for nama in tahap(letak.akar):
        hasil = jalankan(nama, bahan)
        bahan = bahan.dengan(hasil)
        for tabel, frame in hasil.frames.items():
            if not tabel.startswith("antara/"):
                tulis_csv(frame, folder / "data" / f"{tabel}.csv")
        tulis_csv(hasil.ledger, folder / "data" / "ledger" / f"{nama}.csv")
        laporan = Laporan(bahan)
        _perlihatkan(laporan, letak.akar / "notebooks" / f"{nama}.ipynb", folder / "notebooks" / f"{nama}.ipynb")
    catat_asal(letak, folder)
    terbitkan(laporan, folder, ("html",), lambda _: None)


def _perlihatkan(laporan: Laporan, notebook: Path, ke: Path) -> None:
    """Put what the cells of a notebook show of the report into a copy of it; nothing is executed but these lines."""
    isi = nbformat.read(notebook, as_version=4)
    for sel in isi.cells:
        if sel.cell_type == "code" and _dari_laporan(akhir := ast.parse(sel.source).body[-1]):
            tampil = eval(compile(ast.Expression(akhir.value), "<lantai>", "eval"), {"lk": laporan})
            if tampil is not None:
                data = {"text/html": tampil._repr_html_(), "text/plain": repr(tampil)}
                sel.outputs = [nbformat.v4.new_output("execute_result", data, execution_count=1)]
    ke.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(isi, ke)


def _dari_laporan(akhir: ast.stmt) -> bool:
    """Tell whether a cell ends by showing a table, a chart or the chapters, and no frame of a step."""
    nama = {n.attr for n in ast.walk(akhir) if isinstance(n, ast.Attribute)}
    return isinstance(akhir, ast.Expr) and bool(nama & {"tabel", "bagan", "naskah"})


def main() -> None:
    """Make the floor's reports, `lantai AGENCY,… YEAR FOLDER`, and print how long each took."""
    semua, tahun, folder = sys.argv[1:4]
    for instansi in semua.split(","):
        mulai = time.perf_counter(), time.process_time()
        shutil.rmtree(folder, ignore_errors=True)
        lantai(tempat(instansi, tahun), Path(folder))
        print(instansi, time.perf_counter() - mulai[0], time.process_time() - mulai[1])


if __name__ == "__main__":
    main()
