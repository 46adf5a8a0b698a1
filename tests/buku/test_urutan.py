"""Several agencies in one process give, each, the bytes that it gives alone, whatever came before it."""

import subprocess
import sys

import pytest

from lkip_lib.buku import anak
from tests.project import AKAR
from tests.recipe import BATAS_120, add_notebook, copy_notebooks, own_rule
from tests.rekap.project import small_project

SIDIK = """
import hashlib, os, sys
from pathlib import Path
import lkip_lib.buku.jalan, lkip_lib.checks, lkip_lib.narrative.document
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.places import tempat

for urutan in sys.argv[2:]:  # each in a copy of a process that has computed nothing yet
    if not (anak := os.fork()):
        for nama in urutan.split(","):
            bahan = rangkai(tempat(nama, 2024, di=Path(sys.argv[1])))
            isi = [f"{n}\\n{f.to_csv()}" for n, f in sorted(bahan.frames.items())] + [bahan.ledger.frame.to_csv()]
            print(nama, hashlib.sha256("\\n".join(isi).encode()).hexdigest(), "biaya" in bahan.frames, flush=True)
        os._exit(0)
    if os.waitpid(anak, 0)[1]:
        sys.exit(1)
"""
BIAYA = (
    'from lkip_lib import mulai\n\nlk = mulai("06_biaya", instansi, tahun, triwulan)',
    'import lkip_lib.rumus.capaian as c\n\nc.diubah = lk.hasil.anggaran["pagu_rp"].sum()',
    'lk.simpan(biaya=lk.hasil.anggaran[["kode", "pagu_rp"]])',
)


@pytest.mark.skipif(not anak.BISA, reason="only where a copy of the process is safe to go on from")
def test_the_order_of_agencies_in_one_process_changes_no_byte(tmp_path):
    root = copy_notebooks(small_project(tmp_path / "proyek"))
    own_rule(root, BATAS_120)
    add_notebook(root, "06_biaya", "Biaya", *BIAYA)

    said = subprocess.run(
        [sys.executable, "-c", SIDIK, root, "satu", "dua", "satu,dua", "dua,satu"],
        cwd=AKAR, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = said.stdout.splitlines()
    alone = lines[:2]
    assert [line.split()[2] for line in alone] == ["True", "True"]
    assert alone[0].split()[1] != alone[1].split()[1]
    assert lines[2:] == [*alone, *alone[::-1]]
