"""The chain, run for real: what it publishes, that it is the same everywhere, and what a failure leaves behind."""

import base64
import json
import re
import shutil
import signal
import socket
from contextlib import contextmanager
from dataclasses import replace

import nbformat
import pandas as pd
import pytest

from lkip_lib.buku.laporan import buka
from lkip_lib.buku.rangkaian import tahap
from lkip_lib.errors import MasukanSalah
from lkip_lib.ledger import DTYPE as LEDGER
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.pipeline import chain, executor
from lkip_lib.places import tempat
from lkip_lib.publish import forms
from lkip_lib.publish.html import HALAMAN
from tests.agency import BERKAS
from tests.project import AKAR, computed, copy_project, hashes, published

RUN = ("dinas-contoh", 2025)
TAHAP = tahap(AKAR)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return published(tmp_path_factory, *RUN)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """The same report made in another folder, by another engine."""
    return published(tmp_path_factory, *RUN, folder="folder lain, lebih dalam")


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return published(tmp_path_factory, *RUN, folder="terbit")


@pytest.fixture
def project(place, tmp_path, monkeypatch):
    """A copy of the project with its published report, for a test to break."""
    monkeypatch.delenv("LKIP_KERJA", raising=False)
    root = copy_project(tmp_path / "proyek")
    shutil.copytree(place.keluaran, root / "outputs" / "dinas-contoh" / "2025")
    return tempat(*RUN, di=root)


def change(project, stage, cell_id, source):
    path = project.akar / "notebooks" / f"{stage}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = [c for c in notebook.cells if c.id == cell_id]
    cell.source = source
    nbformat.write(notebook, path)


@contextmanager
def at_most(seconds):
    def stop(*_):
        raise TimeoutError(f"not done after {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_everything_expected_is_published_and_nothing_else(place):
    inputs = {f"masukan/{n}" for n in hashes(place.data)}
    pages = {h.berkas for h in HALAMAN}
    notebooks = {f"notebooks/{s}.ipynb" for s in TAHAP}
    typed = {f"data/ketik/{n}" for n in hashes(place.data) if n.endswith(".csv")}
    data = {f"data/{n}.csv" for n in KELUARAN} | {f"data/ledger/{s}.csv" for s in TAHAP}
    found = set(hashes(place.keluaran))
    extra = {n for n in found - inputs - pages - notebooks - data - typed if not n.startswith("data/ketik/")}
    assert extra == {"run.json", "datapackage.json"}
    assert (inputs | pages | notebooks | typed | data) - found == set()


def test_nothing_is_left_beside_it(place):
    assert sorted(p.name for p in place.keluaran.parent.iterdir()) in (["2025"], [".2025.lock", "2025"])
    assert hashes(place.kerja).keys() == {"terakhir.json", "timing.json"}
    timing = json.loads((place.kerja / "timing.json").read_text(encoding="utf-8"))
    assert list(timing) == [*TAHAP, "terbit"]


def test_another_folder_and_the_stock_kernel_give_the_same_bytes(place, elsewhere):
    assert place.akar != elsewhere.akar
    assert hashes(place.keluaran) == hashes(elsewhere.keluaran)


def test_the_inputs_are_published_as_read(place):
    assert hashes(place.keluaran / "masukan") == hashes(place.data)


def test_only_what_was_read_is_published_as_input(instansi_kecil, tmp_path):
    strays = ("catatan-pribadi.docx", ".env", "~$lkip.xlsx", "foto.png", "arsip/rahasia.yml", "arsip/LKIP lama.pdf")
    for name in (*strays, "lambang.png"):
        instansi_kecil.write(name, "x")
    chain.catat_asal(instansi_kecil.tempat, tmp_path)
    assert set(hashes(tmp_path / "masukan")) == {*BERKAS, "lambang.png"}


def test_the_published_data_is_what_is_computed_in_memory(place):
    whole = computed(*RUN)
    for name, columns in KELUARAN.items():
        read = pd.read_csv(place.keluaran / "data" / f"{name}.csv", dtype=str, keep_default_na=False)
        assert list(read.columns) == list(columns)
        for column, (kind, _) in columns.items():
            values = (whole.bahan.rumus if name == "rumus" else whole.bahan.frames[name])[column]
            if kind != "teks":
                expected = [None if pd.isna(v) else float(v) for v in values]
                assert [float(t) if t else None for t in read[column]] == expected, f"{name}.{column}"
            else:
                assert read[column].tolist() == values.tolist(), f"{name}.{column}"
            if kind in ("rupiah", "bulat"):
                assert not read[column].str.contains(r"\.").any(), f"{name}.{column}"
    parts = [
        pd.read_csv(place.keluaran / "data" / "ledger" / f"{s}.csv", dtype=str, keep_default_na=False) for s in TAHAP
    ]
    ledger = pd.concat(parts, ignore_index=True)
    assert list(ledger.columns) == list(LEDGER)
    assert ledger["id"].tolist() == whole.ledger["id"].tolist()


def test_run_json_tells_what_it_was_made_from(place):
    run = json.loads((place.keluaran / "run.json").read_text(encoding="utf-8"))
    assert set(run) == {"instansi", "tahun", "triwulan", "edisi", "masukan", "versi"}
    assert (run["instansi"], run["tahun"], run["triwulan"]) == (*RUN, 0)
    expected = {f"data/dinas-contoh/2025/{n}": h for n, h in hashes(place.data).items()}
    expected["params/dinas-contoh/2025.yml"] = hashes(place.params.parent)["2025.yml"]
    assert run["masukan"] == expected
    assert {"python", "lkip", "pandas"} <= set(run["versi"])


def test_run_json_has_no_host_path_or_time(place):
    text = (place.keluaran / "run.json").read_text(encoding="utf-8")
    assert socket.gethostname() not in text
    assert '"/' not in text
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d", text)


def test_executed_notebooks_carry_no_time_path_or_chance(place):
    for stage in TAHAP:
        path = place.keluaran / "notebooks" / f"{stage}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        for part in (notebook, *notebook.cells):
            assert not {"papermill", "execution"} & set(part.metadata)
        ids = [c.id for c in notebook.cells]
        assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i) for i in ids), ids
        assert len(set(ids)) == len(ids)
        text = path.read_text(encoding="utf-8")
        for svg in re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", text):
            text = text.replace(svg, base64.b64decode(svg).decode())
        assert str(place.akar) not in text
        assert not re.search(r'["\s](/tmp|/home|/root|/work|/usr)/', text)
        assert socket.gethostname() not in text


def test_executed_notebooks_ran_every_cell_with_the_runs_parameters(place):
    for stage in TAHAP:
        notebook = nbformat.read(place.keluaran / "notebooks" / f"{stage}.ipynb", as_version=4)
        code = [c for c in notebook.cells if c.cell_type == "code"]
        assert [c.execution_count for c in code] == list(range(1, len(code) + 1))
        (injected,) = [c for c in code if "injected-parameters" in c.metadata.get("tags", [])]
        assert 'instansi = "dinas-contoh"' in injected.source
        assert "tahun = 2025" in injected.source
        for output in (o for c in code for o in c.outputs):
            assert output.output_type not in ("error", "stream"), output


def test_a_failed_notebook_keeps_its_copy_and_the_earlier_report(project):
    before = hashes(project.keluaran)
    change(project, "01_ingesti", "dibaca", 'raise ValueError("sengaja gagal")')
    with (
        at_most(120),
        pytest.raises(
            executor.NotebookGagal, match=r'01_ingesti berhenti: sel kode . ".+": ValueError: sengaja'
        ) as failed,
    ):
        chain.jalankan(project)
    copy = project.akar / "outputs" / ".kerja" / "dinas-contoh" / "2025" / "gagal" / "01_ingesti.ipynb"
    assert failed.value.salinan == copy
    outputs = [o for c in nbformat.read(copy, as_version=4).cells if c.cell_type == "code" for o in c.outputs]
    assert [o.ename for o in outputs if o.output_type == "error"] == ["ValueError"]
    assert hashes(project.keluaran) == before
    assert not (project.keluaran.parent / ".2025.baru").exists()


def test_a_kernel_that_dies_is_a_failed_notebook(project):
    before = hashes(project.keluaran)
    change(project, "01_ingesti", "dibaca", "import os\n\nos._exit(1)")
    with at_most(120), pytest.raises(executor.NotebookGagal, match="01_ingesti berhenti: kernel"):
        chain.jalankan(project)
    assert hashes(project.keluaran) == before


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('instansi: str = "x"\ntahn: int = 2024\ntriwulan: int = 0', 'Maksud Anda "tahun"?'),
        ('instansi: str = "x"\ntahun: int = 2024', "instansi, tahun, triwulan"),
        ('instansi: str = "x"\ntahun: int = 2024\ntriwulan: int = 0\nskala: int = 1', "skala"),
        ("", "instansi, tahun, triwulan"),
    ],
)
def test_a_notebook_with_other_parameters_is_refused_before_any_kernel(project, monkeypatch, source, said):
    before = hashes(project.keluaran)
    change(project, "04_pemeriksaan", "parameter", source)
    monkeypatch.setattr(executor, "jalankan", lambda *_, **__: pytest.fail("a kernel was started"))
    with pytest.raises(MasukanSalah) as refused:
        chain.jalankan(project)
    assert "notebooks/04_pemeriksaan.ipynb" in str(refused.value)
    assert said in str(refused.value)
    assert hashes(project.keluaran) == before


def test_bad_input_is_refused_before_any_kernel(project, monkeypatch):
    before = hashes(project.keluaran)
    (project.data / "target.csv").unlink()
    monkeypatch.setattr(executor, "jalankan", lambda *_, **__: pytest.fail("a kernel was started"))
    with pytest.raises(MasukanSalah, match=r"target\.csv"):
        chain.jalankan(project)
    assert hashes(project.keluaran) == before


def test_a_scale_that_does_not_exist_is_refused_before_any_kernel(project, monkeypatch):
    project.params.write_text("skala_capaian: permendagri-86-2071\n", encoding="utf-8")
    monkeypatch.setattr(executor, "jalankan", lambda *_, **__: pytest.fail("a kernel was started"))
    with pytest.raises(MasukanSalah, match="permendagri-86-2017"):
        chain.jalankan(project)


def test_steps_are_told_and_a_run_without_results_is_not_published(project, monkeypatch):
    """The notebooks are not executed, so that they leave nothing behind."""
    before = hashes(project.keluaran)
    done = tempat(*RUN, di=project.akar).keluaran

    def copied(notebook, result, parameter, *, akar, env, mesin):
        assert parameter == {"instansi": "dinas-contoh", "tahun": 2025, "triwulan": 0}
        assert env["LKIP_AKAR"] == str(akar) == str(project.akar)
        result.parent.mkdir(exist_ok=True)
        shutil.copy(done / "notebooks" / notebook.name, result)

    monkeypatch.setattr(executor, "jalankan", copied)
    steps = []
    with pytest.raises(MasukanSalah, match="masukannya berubah selama laporan dibuat"):
        chain.jalankan(project, steps.append)
    assert steps == ["Memeriksa masukan", *(f"Menjalankan {s}" for s in TAHAP), "Membaca hasil"]
    assert hashes(project.keluaran) == before


def test_data_replaced_while_the_pages_are_written_stop_the_run_and_the_earlier_report_stays(project, monkeypatch):
    def replace_data(report, folder, *_):
        with (project.data / "realisasi.csv").open("a", encoding="utf-8") as file:
            file.write("\n")
        return []

    before = hashes(project.keluaran)
    monkeypatch.setattr(chain, "_jalankan_notebook", lambda *_: None)
    monkeypatch.setattr(chain, "baca_hasil", lambda *_: None)
    monkeypatch.setattr(chain, "terbitkan", replace_data)
    with pytest.raises(MasukanSalah, match="Masukan berubah selama laporan disusun"):
        chain.jalankan(project)
    assert hashes(project.keluaran) == before


def test_only_the_forms_asked_for_are_published(public, tmp_path):
    (tmp_path / "data").mkdir()
    forms.terbitkan(computed(*RUN), tmp_path, ("xlsx",), lambda _: None)
    assert [p.name for p in tmp_path.glob("*.*")] == ["lkip.xlsx", "datapackage.json"]
    assert {n for n in hashes(public.keluaran) if n.startswith("lkip.")} == {f"lkip.{b}" for b in forms.BENTUK}


def test_the_public_edition_shows_no_work(public):
    folder = public.keluaran
    pages = {p.name: p.read_text(encoding="utf-8") for p in folder.glob("*.html")}
    assert set(pages) == {"index.html", "lkip.html", "sumber.html"}
    assert not {n for n in hashes(folder) if "notebook" in n or n in ("data/pemeriksaan.csv", "data/replikasi.csv")}
    for name, page in pages.items():
        for work in (
            '"angka bercatatan"',
            'class="perlu"',
            "Kode notebook ini",
            "04_pemeriksaan.html",
            "Catatan pemeriksaan",
        ):
            assert work not in page, (name, work)


def test_the_public_edition_is_refused_while_figures_contradict_each_other(project):
    before = hashes(project.keluaran)
    figures = project.data / "realisasi.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace('"68,00"', '"86,00"', 1), encoding="utf-8")
    with pytest.raises(MasukanSalah) as refused:
        chain.jalankan(replace(project, edisi="terbit"))
    assert "kesalahan masih terbuka" in str(refused.value)
    assert "jawaban.yml" in str(refused.value)
    assert hashes(project.keluaran) == before


def test_the_public_edition_asks_for_the_date_of_the_report(project):
    chosen = project.params
    chosen.write_text(re.sub(r"(?m)^tanggal_laporan:.*\n", "", chosen.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(MasukanSalah) as refused:
        chain.periksa_terbit(replace(project, edisi="terbit"))
    (only,) = refused.value.masalah
    assert (only.temuan, "tanggal_laporan" in only.perbaikan) == (
        "Edisi terbit ditolak: tanggal laporan belum diisi.",
        True,
    )


def test_an_answered_note_lets_the_public_edition_pass(project):
    figures = project.data / "realisasi.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace('"68,00"', '"86,00"', 1), encoding="utf-8")
    notes = buka(*RUN, di=project.akar).pemeriksaan.query("tingkat == 'kesalahan'")
    answers = "".join(
        f"  - {{id: {i}, reason: Angka menurut dokumen terbaru., by: Analis, date: 2026-01-31}}\n" for i in notes["id"]
    )
    (project.data / "tanggapan.yml").write_text(f"tanggapan:\n{answers}", encoding="utf-8")
    chain.periksa_terbit(replace(project, edisi="terbit"))
