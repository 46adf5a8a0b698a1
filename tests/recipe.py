"""Change the recipe in a copy of the project: a cell edited, one put in, a notebook added."""

import json
import shutil
from pathlib import Path

from tests.project import AKAR

PARAMETER = 'instansi: str = "dinas-contoh"\ntahun: int = 2024\ntriwulan: int = 0'
# A notebook of one's own: a table with a formula, a plain column, and what it shows.
BIAYA = (
    """\
import numpy as np

from lkip_lib import mulai
from lkip_lib.langkah.hitung import tambah
from lkip_lib.rumus.deklarasi import rumus

lk = mulai("06_biaya", instansi, tahun, triwulan)""",
    '''\
@rumus("rupiah", sumber="Analisis Perencanaan")
def biaya_per_poin(realisasi_rp, capaian_persen):
    """Realisasi ÷ capaian."""
    return realisasi_rp / capaian_persen


biaya = tambah(lk.hasil.sasaran, biaya_rp=biaya_per_poin)''',
    'biaya["urutan"] = biaya["biaya_rp"].rank()\nlk.simpan(biaya=biaya)',
    'lk.sajikan("biaya", "Biaya setiap poin capaian", "nama", "biaya_rp")',
)


def copy_notebooks(root: Path) -> Path:
    shutil.copytree(AKAR / "notebooks", root / "notebooks")
    return root


def _code(id: str, source: str, *tags: str) -> dict:
    metadata = {"tags": list(tags)} if tags else {}
    return {"cell_type": "code", "execution_count": None, "id": id, "metadata": metadata, "outputs": [],
            "source": source.splitlines(keepends=True)}  # fmt: skip


def _edit(root: Path, name: str, edit) -> None:
    path = root / "notebooks" / f"{name}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    edit(notebook["cells"])
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def cell(root: Path, name: str, id: str) -> str:
    cells = json.loads((root / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
    (source,) = ["".join(c["source"]) for c in cells if c["id"] == id]
    return source


def change(root: Path, name: str, id: str, source: str) -> None:
    """Write another source into a cell."""

    def edit(cells):
        (found,) = [c for c in cells if c["id"] == id]
        found["source"] = source.splitlines(keepends=True)

    _edit(root, name, edit)


RUMUS = """\
import numpy as np

from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.jenis import menurun

"""
BATAS_120 = '''

@rumus("persen", sumber="Keputusan Kepala Dinas")
def batas(capaian_mentah_persen):
    """Capaian dibatasi 0 sampai 120."""
    return np.clip(capaian_mentah_persen, 0, 120)
'''


def own_rule(root: Path, rule: str) -> None:
    """Put a rule of one's own into the cell that names the formulas of the year."""
    change(root, "02_capaian", "aturan", RUMUS + cell(root, "02_capaian", "aturan") + rule)


def put_in(root: Path, name: str, after: str, source: str, *tags: str, id: str = "sisipan") -> None:
    """Put a code cell after another one."""

    def edit(cells):
        place = [c["id"] for c in cells].index(after) + 1
        cells.insert(place, _code(id, source, *tags))

    _edit(root, name, edit)


def add_notebook(root: Path, name: str, title: str, *sources: str) -> None:
    """Write a notebook of one's own: its title, the parameters, and its cells; the first of them begins it."""
    head = {"cell_type": "markdown", "id": "judul", "metadata": {}, "source": [f"# {title}\n", "\n", "Buatan sendiri."]}
    cells = [head, _code("parameter", PARAMETER, "parameters")]
    for n, source in enumerate(sources, 1):
        cells.append(_code(f"sel-{n}", source, *(["tampil"] if source.startswith("lk.sajikan") else [])))
    like = json.loads((root / "notebooks" / "05_narasi.ipynb").read_text(encoding="utf-8"))
    (root / "notebooks" / f"{name}.ipynb").write_text(json.dumps(like | {"cells": cells}, indent=1), encoding="utf-8")
