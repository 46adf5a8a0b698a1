"""The work folder: what is read back is exactly what was written, and only when made from the same inputs."""

import nbformat
import pytest
from pandas.testing import assert_frame_equal

from lkip_lib import mulai
from lkip_lib.buku import ingesti, jalan, store
from lkip_lib.buku.bahan import siapkan_bahan
from lkip_lib.buku.laporan import buka
from lkip_lib.buku.rangkaian import folder, jalankan, rangkai, sampai, tahap
from lkip_lib.display import chart_sheet
from lkip_lib.errors import MasukanSalah
from lkip_lib.places import tempat
from tests.project import AKAR, copy_project

TAHAP = tahap(AKAR)
RUNS = [("disnaker-kota-bekasi", 2024), ("disnaker-kota-bekasi", 2025), ("dinas-contoh", 2025)]


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = copy_project(tmp_path / "proyek")
    monkeypatch.setenv("LKIP_AKAR", str(root))
    monkeypatch.setenv("LKIP_KERJA", str(tmp_path / "kerja"))
    return root


@pytest.fixture(scope="module", params=RUNS, ids=lambda r: f"{r[0]}-{r[1]}")
def stages(request):
    """Every stage's result in memory."""
    place = tempat(*request.param, di=AKAR)
    bahan = siapkan_bahan(place)
    results = {}
    for name in TAHAP:
        results[name] = jalankan(name, bahan)
        bahan = bahan.dengan(results[name])
    return results


def differences(left, right):
    """Name every frame that did not come back the same, with the first thing that differs."""
    found = {}
    for name in left:
        try:
            assert_frame_equal(left[name], right[name], check_exact=True)
        except AssertionError as error:
            found[name] = str(error).replace("\n", " ")
    return found


@pytest.fixture(scope="module")
def narration():
    """What the last stage makes of a small year."""
    place = tempat("dinas-contoh", 2024, di=AKAR)
    bahan = siapkan_bahan(place)
    for name in sampai("05_narasi", AKAR):
        result = jalankan(name, bahan)
        bahan = bahan.dengan(result)
    return result


def kept(name, agency, year):
    """Run the computing cells of a notebook as by hand, in the work folder, and return its report so far."""
    room = {"instansi": agency, "tahun": year, "triwulan": 0}
    for _, code in jalan.baca(folder(AKAR) / f"{name}.ipynb").kode:
        exec(code, room)
    return room["lk"]._laporan


def in_memory(last):
    """What dinas-contoh 2025 is up to a stage, computed without a work folder."""
    return rangkai(tempat("dinas-contoh", 2025), last)


@pytest.mark.parametrize("stage", TAHAP)
def test_a_stage_comes_back_exactly(stages, stage, tmp_path):
    result = stages[stage]
    store.simpan(tmp_path, stage, "sidik", result)
    back = store.muat(tmp_path, stage, "sidik")
    assert list(back.frames) == list(result.frames)
    assert differences(result.frames, back.frames) == {}
    assert_frame_equal(result.ledger, back.ledger, check_exact=True)


def test_what_was_never_written_is_none(tmp_path):
    assert store.muat(tmp_path, "01_ingesti", "sidik") is None


@pytest.mark.parametrize("left", [0, 3, 90, 5000])
def test_a_stage_half_written_is_none(narration, tmp_path, left):
    store.simpan(tmp_path, "05_narasi", "sidik", narration)
    path = tmp_path / store.SIMPANAN / "05_narasi.segel"
    path.write_bytes(path.read_bytes()[:left])
    assert store.muat(tmp_path, "05_narasi", "sidik") is None


@pytest.mark.parametrize(
    "changed",
    ["data/dinas-contoh/2025/realisasi.csv", "data/dinas-contoh/2025/analisis.yml", "params/dinas-contoh/2025.yml"],
)
def test_changed_inputs_make_it_none(project, narration, tmp_path, changed):
    place = tempat("dinas-contoh", 2025)
    store.simpan(tmp_path, "05_narasi", store.sidik(place, "05_narasi"), narration)
    assert store.muat(tmp_path, "05_narasi", store.sidik(place, "05_narasi")) is not None
    path = project / changed
    path.write_bytes(path.read_bytes() + b"\n")
    assert store.muat(tmp_path, "05_narasi", store.sidik(place, "05_narasi")) is None


def test_new_params_and_another_agency_change_the_hash(project):
    place = tempat("dinas-contoh", 2025)
    seen = {store.sidik(place, "05_narasi"), store.sidik(tempat("dinas-contoh", 2024), "05_narasi")}
    (project / "params" / "_pemda.yml").write_text("rumus_turun: rasio\n", encoding="utf-8")
    seen.add(store.sidik(place, "05_narasi"))
    (project / "params" / "dinas-contoh" / "kebijakan.yml").write_text("{}\n", encoding="utf-8")
    seen.add(store.sidik(place, "05_narasi"))
    assert len(seen) == 4


def test_the_hash_does_not_depend_on_the_folder(project):
    here, there = tempat("dinas-contoh", 2025), tempat("dinas-contoh", 2025, di=AKAR)
    assert store.sidik(here, "05_narasi") == store.sidik(there, "05_narasi")


@pytest.mark.parametrize("last", ["02_capaian", "05_narasi"])
def test_a_missing_predecessor_is_computed(project, tmp_path, last):
    expected = in_memory(last)
    report = kept(last, "dinas-contoh", 2025)
    assert list(report.bahan.frames) == list(expected.frames)
    assert differences(expected.frames, report.bahan.frames) == {}
    assert_frame_equal(report.ledger, expected.ledger.frame, check_exact=True)
    # Only the stage asked for leaves its result.
    assert [p.name for p in (tmp_path / "kerja" / "data" / "ledger").iterdir()] == [f"{last}.csv"]
    assert not (project / "outputs").exists()


def test_stage_after_stage_gives_the_same_as_in_memory(project):
    for stage in TAHAP:
        report = kept(stage, "dinas-contoh", 2025)
    whole = buka("dinas-contoh", 2025)
    assert list(report.bahan.frames) == list(whole.bahan.frames)
    assert differences(whole.bahan.frames, report.bahan.frames) == {}
    assert_frame_equal(report.ledger, whole.ledger, check_exact=True)


def test_an_earlier_stage_is_read_and_not_computed_again(project, monkeypatch):
    kept("01_ingesti", "dinas-contoh", 2025)
    monkeypatch.setattr(ingesti, "jalankan", lambda _: pytest.fail("computed again"))
    kept("02_capaian", "dinas-contoh", 2025)


def test_a_stale_predecessor_is_computed_from_the_new_inputs(project):
    kept("01_ingesti", "dinas-contoh", 2025)
    path = project / "data" / "dinas-contoh" / "2025" / "realisasi.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count('SAMPAH,2025,tahunan,instansi,"68,00"') == 1
    path.write_text(
        text.replace('SAMPAH,2025,tahunan,instansi,"68,00"', 'SAMPAH,2025,tahunan,instansi,"34,00"'), encoding="utf-8"
    )
    report = kept("02_capaian", "dinas-contoh", 2025)
    assert report.indikator.set_index("kode").loc["SAMPAH", "capaian_persen"] == 50


def test_another_agency_in_the_same_work_folder_is_not_mixed_in(project):
    kept("01_ingesti", "disnaker-kota-bekasi", 2024)
    report = kept("02_capaian", "dinas-contoh", 2025)
    assert differences(in_memory("02_capaian").frames, report.bahan.frames) == {}


def test_a_notebook_that_is_not_in_the_chain_is_refused(project):
    with pytest.raises(MasukanSalah, match=r'02_capaain.*Maksud Anda "02_capaian"'):
        mulai("02_capaain", "dinas-contoh", 2025)


def edit(project, name, cell_id, source):
    path = project / "notebooks" / f"{name}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = [c for c in notebook.cells if c.id == cell_id]
    cell.source = source
    nbformat.write(notebook, path)


def test_a_changed_cell_makes_its_notebook_and_those_after_it_stale_and_no_other(project):
    place = tempat("dinas-contoh", 2025)
    before = {n: store.sidik(place, n) for n in TAHAP}
    edit(project, "03_efisiensi", "tampil-dibaca", "anggaran.head(1)")
    assert {n: store.sidik(place, n) for n in TAHAP} == before  # what only shows changes no figure
    edit(project, "03_efisiensi", "dibaca", "anggaran = lk.masukan.anggaran.head(1)")
    assert {n for n in TAHAP if store.sidik(place, n) != before[n]} == set(TAHAP[2:])


def test_a_chart_is_drawn_once_for_all_notebooks(project, monkeypatch):
    drawn = kept("02_capaian", "dinas-contoh", 2024).bagan("capaian_indikator")
    assert drawn is not None
    monkeypatch.setattr(chart_sheet.Lembar, "simpan", None)  # nothing can be drawn any more
    for stage in ("03_efisiensi", "05_narasi"):
        assert kept(stage, "dinas-contoh", 2024).bagan("capaian_indikator") == drawn


def test_a_chart_of_other_inputs_is_drawn_anew(project):
    drawn = kept("02_capaian", "dinas-contoh", 2024).bagan("capaian_indikator")
    figures = project / "data" / "dinas-contoh" / "2024" / "realisasi.csv"
    figures.write_text(figures.read_text(encoding="utf-8").replace('"65,50"', '"61,50"'), encoding="utf-8")
    assert kept("02_capaian", "dinas-contoh", 2024).bagan("capaian_indikator") != drawn
