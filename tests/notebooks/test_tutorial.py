"""The tutorial runs from beginning to end in a copy of the project, and shows what its prose promises."""

import os

import nbformat
import pytest
from nbclient import NotebookClient

from tests.project import AKAR, copy_project, hashes

TUTORIAL = AKAR / "docs" / "tutorial.ipynb"


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    root = copy_project(tmp_path_factory.mktemp("belajar"))
    before = hashes(root / "data"), hashes(root / "params")
    notebook = nbformat.read(TUTORIAL, as_version=4)
    resources = {"metadata": {"path": str(root)}}
    with pytest.MonkeyPatch.context() as env:
        env.delenv("LKIP_KERJA", raising=False)
        NotebookClient(notebook, timeout=300, resources=resources).execute(env={**os.environ, "LKIP_AKAR": str(root)})
    assert (hashes(root / "data"), hashes(root / "params")) == before
    return root, {c.id: c for c in notebook.cells}


def shown(cell) -> str:
    outputs = [o.get("text", "") + o.get("data", {}).get("text/html", "") for o in cell.outputs]
    return " ".join(outputs)


def test_a_failure_is_asked_for_where_one_is_shown(done):
    _, cells = done
    failed = {name for name, c in cells.items() if any(o.output_type == "error" for o in c.get("outputs", ()))}
    assert failed == {"salah-nama", "sel-rusak"}
    assert 'Maksud Anda "pengukuran"?' in cells["salah-nama"].outputs[0].traceback[0]
    assert "target.csv, baris" in cells["sel-rusak"].outputs[0].traceback[0]


def test_a_policy_moves_what_it_should(done):
    _, cells = done
    assert "batas 120" in shown(cells["ganti-params"])
    assert "120" in shown(cells["bandingkan-batas"])


def test_a_formula_of_the_reader_s_own_computes(done):
    _, cells = done
    assert "kekurangan_poin" in shown(cells["rumus"])
    assert cells["coba-rumus"].outputs[0]["data"]["text/plain"].startswith("11.")


def test_a_changed_step_is_followed_and_named_in_the_trail(done):
    _, cells = done
    assert "101.4" in shown(cells["ganti-langkah"])
    trail = shown(cells["lacak-langkah"])
    assert "paling tinggi 120" in trail
    assert "Keputusan Kepala Dinas 12/2025" in trail


def test_a_table_of_the_reader_s_own_says_what_has_a_trail(done):
    root, cells = done
    table = shown(cells["tabel-sendiri"])
    assert "Urutan (tanpa jejak)" in table
    assert "Kekurangan poin</th>" in table
    assert "realisasi.csv" in shown(cells["lacak-tabel"])
    page = root / "outputs" / ".latihan" / "outputs" / "dinas-contoh" / "2025" / "06_kekurangan.html"
    assert "Kekurangan setiap indikator" in page.read_text(encoding="utf-8")


def test_the_new_indicator_is_measured_traced_and_noted(done):
    _, cells = done
    assert "92,50%" in shown(cells["lihat-tambahan"])  # 37 of 40
    assert "realisasi.csv" in shown(cells["lacak-tambahan"])
    assert "BANK" in shown(cells["catatan-tambahan"]) or "sebab" in shown(cells["catatan-tambahan"])


def test_the_report_is_published_beside(done):
    root, _ = done
    page = root / "outputs" / ".latihan" / "outputs" / "dinas-contoh" / "2025" / "lkip.html"
    assert "Jumlah bank sampah aktif" in page.read_text(encoding="utf-8")


def test_it_is_kept_without_outputs():
    cells = [c for c in nbformat.read(TUTORIAL, as_version=4).cells if c.cell_type == "code"]
    assert all(c.outputs == [] and c.execution_count is None for c in cells)
