"""The usual way to many reports: a pool of processes, in each papermill and nbconvert with the stock kernel."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from lkip_lib.buku import rangkaian


def satu(instansi: str, tahun: str, akar: Path) -> None:
    """Run the notebooks of one agency and turn each into a page."""
    import nbconvert
    import papermill

    kerja = akar / "kolam" / instansi
    kerja.mkdir(parents=True, exist_ok=True)
    os.environ |= {"LKIP_AKAR": str(akar), "LKIP_KERJA": str(kerja)}
    isian = {"instansi": instansi, "tahun": int(tahun), "triwulan": 0}
    for tahap in rangkaian.tahap(akar):
        ke = kerja / f"{tahap}.ipynb"
        papermill.execute_notebook(
            akar / "notebooks" / ke.name, ke, isian, kernel_name="python3", progress_bar=False, log_output=False
        )
        isi, _ = nbconvert.HTMLExporter().from_filename(str(ke))
        ke.with_suffix(".html").write_text(isi, encoding="utf-8")


def main(argv: Sequence[str]) -> None:
    """Make the reports of agencies (with commas) of one year: `kolam AGENCIES YEAR FOLDER WORKERS`."""
    instansi, tahun, akar, pekerja = argv
    with ProcessPoolExecutor(int(pekerja)) as kolam:
        list(kolam.map(partial(satu, tahun=tahun, akar=Path(akar)), instansi.split(",")))


if __name__ == "__main__":
    main(sys.argv[1:])
