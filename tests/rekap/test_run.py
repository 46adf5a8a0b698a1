"""The roll-up: sums from components, one policy for every rank, nobody stopped by another, the same bytes again."""

import hashlib
import json
import shutil

import duckdb
import pytest
from python_calamine import CalamineWorkbook

import lkip_lib
from lkip_lib import params
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import hashes
from lkip_lib.places import Tempat, daftar_instansi, tempat
from lkip_lib.policies import bawaan
from lkip_lib.rekap import agency as room
from lkip_lib.rekap import collect, page, run
from lkip_lib.rekap.query import Rekap
from tests.agency import BERKAS
from tests.inputs.excel import tulis
from tests.project import AKAR
from tests.project import hashes as bytes_of
from tests.recipe import BATAS_120, change, copy_notebooks, own_rule
from tests.rekap.project import agency, small_project, with_real_ones


def rows(folder):
    with duckdb.connect() as db:
        result = db.execute(f"SELECT * FROM '{folder}/data/instansi.parquet'")
        names = [c[0] for c in result.description]
        return {r[0]: dict(zip(names, r, strict=True)) for r in result.fetchall()}


def gather(root, workers=1):
    """Bring the parts up to date without showing them; return how many were computed, what was found and its bytes."""
    work = root / "outputs" / ".kerja" / "_rekap"
    told = collect.kumpulkan(root, 2024, daftar_instansi(root), work / "2024", workers)
    roll_up = Rekap(2024, params.bersama(root), bawaan().skala["permendagri-86-2017"], work / "2024", work / "2023")
    return told.dihitung, {b["instansi"]: b for b in roll_up.instansi()}, bytes_of(work)


@pytest.fixture(scope="module")
def rolled(tmp_path_factory):
    root = with_real_ones(small_project(tmp_path_factory.mktemp("rekap") / "proyek"))
    return run.jalankan(root, 2024, 1)


@pytest.fixture(scope="module")
def found(rolled):
    return rows(rolled.folder)


@pytest.fixture
def small(tmp_path):
    return small_project(tmp_path / "proyek")


def test_the_whole_is_summed_from_its_components(rolled):
    whole = rolled.seluruh
    # Only satu does not contradict itself; the programs of dua do not add up, tiga lacks a realisasi.
    assert (whole["n_beranggaran"], whole["pagu_rp"], whole["realisasi_rp"]) == (1, 100_000_000, 80_000_000)
    assert whole["serapan_persen"] == 80
    # satu and dua reach TPT, tiga none of its one; Bekasi one of four.
    assert (whole["n_tercapai"], whole["n_terhitung"], whole["n_indikator"]) == (3, 9, 10)
    assert whole["tercapai_persen"] == pytest.approx(100 * 3 / 9)


def test_the_money_of_those_with_open_errors_stands_apart(rolled):
    whole = rolled.seluruh
    assert whole["n_berkesalahan"] == 3
    assert whole["pagu_berkesalahan_rp"] == 900_000_000 + 100_000_000 + 18_508_617_440
    assert whole["realisasi_berkesalahan_rp"] == 450_000_000 + 80_000_000 + 15_450_065_461
    html = (rolled.folder / "index.html").read_text(encoding="utf-8")
    assert "Di luar jumlah itu, 3 instansi dengan kesalahan terbuka: pagu Rp19.508.617.440" in html


def test_everyone_is_measured_by_one_policy_and_only_that_is_ranked(found):
    bekasi = found["disnaker-kota-bekasi"]
    assert bekasi["rata_rata_sendiri_persen"] == pytest.approx(99.68, abs=0.005)
    assert bekasi["rata_rata_persen"] == pytest.approx(82.91, abs=0.005)
    # An open error leaves the figures standing, and no class, rank or efficiency.
    assert [bekasi[k] for k in ("predikat_sendiri", "predikat", "n_efisien", "peringkat")] == ["", "", None, None]
    assert bekasi["kebijakan_sendiri"] == "dokumen target lkip"
    assert found["dua"]["rata_rata_sendiri_persen"] == pytest.approx((64.17 / 65 * 100 + 108.5380117) / 2)
    assert found["dua"]["rata_rata_persen"] == pytest.approx((64.17 / 65 * 100 + 100) / 2)
    assert (found["satu"]["predikat"], found["satu"]["n_efisien"]) == ("Sangat Tinggi", 1)
    assert {b["peringkat"] for b in found.values()} == {None}  # the only one that could be ranked has nobody beside it


def test_an_unfinished_mean_has_no_value_no_class_and_no_quadrant(found):
    assert [found["tiga"][k] for k in ("rata_rata_persen", "predikat", "kuadran", "n_terhitung")] == [None, "", "", 1]


def test_a_quadrant_parts_at_the_threshold_and_at_the_whole_absorption(found):
    # The whole of those without open errors is satu alone: it absorbs as much as itself.
    assert found["satu"]["kuadran"] == "belum tercapai, serapan tinggi"
    assert found["disnaker-kota-bekasi"]["kuadran"] == found["dua"]["kuadran"] == ""


def test_who_sent_nothing_and_who_was_refused_stops_nobody(found):
    assert found["lima"]["keadaan"] == "belum_kirim"
    assert found["empat"]["keadaan"] == "masukan_ditolak"
    assert found["empat"]["sebab"].startswith('target.csv, baris 1: Kolom "dokumen" tidak ada.')
    assert found["disnaker-kota-bekasi"]["keadaan"] == "kesalahan_terbuka"
    assert found["satu"]["keadaan"] == "siap"


def test_a_movement_is_measured_by_one_policy_in_both_years(found):
    satu = found["satu"]
    assert satu["rata_rata_lalu_persen"] == pytest.approx((62.40 / 65 * 100 + 100) / 2)
    assert satu["rata_rata_selisih_persen"] == pytest.approx((64.17 - 62.40) / 65 * 50)
    assert (satu["predikat_lalu"], satu["serapan_selisih_persen"]) == ("Sangat Tinggi", 0)
    assert found["dua"]["rata_rata_lalu_persen"] is None


def test_the_groups_are_those_the_agencies_name(rolled):
    with duckdb.connect() as db:
        groups = db.execute(
            f"SELECT menurut, nama, n_instansi, pagu_rp FROM '{rolled.folder}/data/kelompok.parquet'"
        ).fetchall()
    assert ("kelompok", "Dinas teknis", 1, 100_000_000) in groups
    assert ("kelompok", "Badan", 1, None) in groups
    assert ("pemerintah", "Kota B", 1, None) in groups
    assert ("seluruh", "", 6, 100_000_000) in groups


def test_the_ledgers_are_one_set_in_which_a_figure_is_found(rolled):
    with duckdb.connect() as db:
        stated = db.execute(
            f"""SELECT tercetak FROM '{rolled.folder}/ledger/*.parquet'
            WHERE instansi = 'disnaker-kota-bekasi' AND id = 'anggaran.0.pagu.lkip'"""
        ).fetchall()
        agencies = db.execute(f"SELECT count(DISTINCT instansi) FROM '{rolled.folder}/ledger/*.parquet'").fetchone()
    assert stated == [("Rp 18.508.617.440,-",)]
    assert agencies == (4,)


def test_no_text_can_start_a_formula(rolled):
    csv = (rolled.folder / "data" / "instansi.csv").read_text(encoding="utf-8")
    assert "tiga,'=1+1 Tiga," in csv
    workbook = CalamineWorkbook.from_path(rolled.folder / "rekap.xlsx")
    assert "=1+1 Tiga" in [r[0] for r in workbook.get_sheet_by_name("Instansi").to_python()]


def test_the_workbook_carries_what_its_formulas_come_to(rolled):
    workbook = CalamineWorkbook.from_path(rolled.folder / "rekap.xlsx")
    summary = {r[0]: r[1] for r in workbook.get_sheet_by_name("Ringkasan").to_python()[4:]}
    assert summary["Instansi"] == 6
    assert summary["Masukan ditolak"] == 1
    assert (summary["Pagu (Rp)"], summary["Serapan (%)"]) == (100_000_000, 0.8)
    assert summary["Pagu dengan kesalahan terbuka (Rp)"] == 19_508_617_440
    errors = workbook.get_sheet_by_name("Kesalahan").to_python()[4:]
    assert len(errors) == summary["Catatan kesalahan terbuka"]
    assert {r[0] for r in errors} == {"Dinas Tenaga Kerja Kota Bekasi", "Badan Dua", "=1+1 Tiga"}


def test_the_page_ranks_and_sorts_by_the_common_policy_alone(rolled):
    html = (rolled.folder / "index.html").read_text(encoding="utf-8")
    assert ">Capaian</th>" in html
    assert "data-urut>Capaian</th>" in html
    assert '<th scope="col" class="n">Capaian, kebijakan sendiri</th>' in html
    assert "tidak diperingkat, karena angka dari kebijakan yang berbeda tidak dapat dibandingkan" in html
    assert "=1+1 Tiga" in html
    assert "http" not in html.split("</style>")[1]


def test_many_agencies_are_shown_as_groups(rolled, monkeypatch):
    root = rolled.folder.parents[2]
    work = root / "outputs" / ".kerja" / "_rekap"
    monkeypatch.setattr(page, "SEBANYAK", 3)
    html = page.halaman(
        Rekap(2024, params.bersama(root), bawaan().skala["permendagri-86-2017"], work / "2024", work / "2023")
    )
    assert "Instansi menurut kelompok, tahun 2024" in html
    assert "Instansi menurut pemerintah, tahun 2024" in html
    assert "Instansi menurut kebijakan bersama, tahun 2024" not in html


def test_the_same_inputs_give_the_same_bytes(rolled):
    before = bytes_of(rolled.folder)
    again = run.jalankan(rolled.folder.parents[2], 2024, 1)
    assert again.dihitung == 0
    assert bytes_of(again.folder) == before


def test_only_what_changed_is_computed_and_nothing_shows_of_it(small):
    assert gather(small)[0] == 4
    path = small / "data" / "dua" / "2024" / "realisasi.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("64,17", "60,00"), encoding="utf-8")
    computed, found, parts = gather(small)
    assert (computed, found["dua"]["rata_rata_persen"]) == (1, pytest.approx((60 / 65 * 100 + 100) / 2))
    shutil.rmtree(small / "outputs")
    assert gather(small) == (4, found, parts)


def test_the_common_policy_is_what_the_government_declares(small):
    (small / "params" / "_pemda.yml").write_text("batas: 120\n", encoding="utf-8")
    _, found, _ = gather(small)
    assert found["satu"]["rata_rata_persen"] == pytest.approx((64.17 / 65 * 100 + 108.5380117) / 2)
    assert found["dua"]["kebijakan_sendiri"] == ""


def test_a_report_stands_for_the_data_it_was_made_from(small):
    def publish(name, edition, inputs=None):
        place = Tempat(small, name, 2024)
        place.keluaran.mkdir(parents=True, exist_ok=True)
        record = {"edisi": edition, "masukan": hashes.sidik(place) if inputs is None else inputs}
        (place.keluaran / "run.json").write_text(json.dumps(record), encoding="utf-8")

    publish("satu", "reviu")
    assert rows(run.jalankan(small, 2024, 1).folder)["satu"]["keadaan"] == "direviu"
    publish("satu", "terbit")
    publish("tiga", "reviu")
    publish("dua", "reviu")
    result = run.jalankan(small, 2024, 1)
    found = rows(result.folder)
    # An open error stands before a review: tiga lacks a realisasi, and the programs of dua do not add up.
    assert [found[n]["keadaan"] for n in ("satu", "tiga", "dua")] == ["terbit", *["kesalahan_terbuka"] * 2]
    assert '<a href="../../satu/2024/index.html">Dinas Satu</a>' in (result.folder / "index.html").read_text("utf-8")
    publish("satu", "terbit", {})
    result = run.jalankan(small, 2024, 1)
    assert (result.dihitung, rows(result.folder)["satu"]["keadaan"]) == (0, "siap")
    assert "laporan memuat data lama" in (result.folder / "index.html").read_text("utf-8")


def test_a_choice_that_the_notebooks_replace_is_told_with_their_rule(tmp_path):
    (tmp_path / "params").mkdir()
    agency(tmp_path, "satu")
    own_rule(copy_notebooks(tmp_path), BATAS_120)
    roll_up = run.jalankan(tmp_path, 2024, 1)
    rule = "capaian dibatasi 0 sampai 120 (Keputusan Kepala Dinas)"
    assert rows(roll_up.folder)["satu"]["rumus_sendiri"] == f"batas: {rule}"
    text = (roll_up.folder / "index.html").read_text(encoding="utf-8")
    assert f"diganti rumus di notebook: {rule}" in text


def test_a_cell_that_stops_is_no_refused_input(tmp_path):
    (tmp_path / "params").mkdir()
    agency(tmp_path, "satu")
    change(copy_notebooks(tmp_path), "02_capaian", "aturan", "mentah = tidak_ada")
    _, states, _ = gather(tmp_path)
    assert states["satu"]["keadaan"] == "notebook_gagal"
    assert states["satu"]["sebab"].startswith('02_capaian.ipynb sel kode 4 "Rumus yang dipakai", baris 1: NameError')


def test_a_fault_in_the_program_is_one_agencys_state_and_is_tried_again(small, monkeypatch):
    compute = room.rangkai

    def faulty(place, *stage):
        if place.instansi == "dua":
            raise ZeroDivisionError("dibagi nol")
        return compute(place, *stage)

    monkeypatch.setattr(room, "rangkai", faulty)
    _, found, _ = gather(small)
    assert (found["dua"]["keadaan"], found["dua"]["sebab"]) == ("gagal_dihitung", "ZeroDivisionError: dibagi nol")
    assert found["satu"]["keadaan"] == "siap"
    monkeypatch.undo()
    computed, found, _ = gather(small)
    assert (computed, found["dua"]["keadaan"]) == (1, "kesalahan_terbuka")


def test_workers_make_the_same_bytes_and_an_agency_that_is_no_more_leaves_nothing(small, monkeypatch):
    monkeypatch.setattr(collect, "_SEDIKIT", 1)
    _, _, together = gather(small, workers=2)
    shutil.rmtree(small / "outputs")
    assert gather(small)[2] == together
    shutil.rmtree(small / "data" / "dua")
    computed, found, _ = gather(small)
    assert (computed, "dua" in found) == (0, False)


def test_a_roll_up_that_cannot_be_is_refused(tmp_path, small):
    (tmp_path / "kosong" / "data").mkdir(parents=True)
    for root, year, said in ((small, "24", "bukan tahun laporan"), (tmp_path / "kosong", 2024, "Belum ada instansi")):
        with pytest.raises(MasukanSalah, match=said):
            run.jalankan(root, year, 1)
    (small / "params" / "_pemda.yml").write_text("dokumen_target: pkk\n", encoding="utf-8")
    with pytest.raises(MasukanSalah, match='Maksud Anda "pk"'):
        run.jalankan(small, 2024, 1)
    assert not (small / "outputs" / "_rekap" / "2024").exists()


def test_a_changed_recipe_or_library_makes_every_part_stale(small, tmp_path, monkeypatch):
    shutil.copytree(AKAR / "notebooks", small / "notebooks")
    shutil.copytree(AKAR / "lkip_lib", tmp_path / "lkip_lib", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(lkip_lib, "__file__", str(tmp_path / "lkip_lib" / "__init__.py"))
    seen = [collect.sidik_pustaka.__wrapped__(small)]
    recipe = small / "notebooks" / "02_capaian.ipynb"
    recipe.write_text(recipe.read_text("utf-8").replace("kartu = sanding", "kartu  = sanding"), "utf-8")
    seen.append(collect.sidik_pustaka.__wrapped__(small))
    formula = tmp_path / "lkip_lib" / "rumus" / "capaian.py"
    formula.write_text(formula.read_text("utf-8") + "\n", "utf-8")
    seen.append(collect.sidik_pustaka.__wrapped__(small))
    assert len(set(seen)) == 3


def test_a_part_is_found_by_the_name_of_its_agency(tmp_path):
    root = tmp_path / "proyek"
    (root / "params").mkdir(parents=True)
    agency(root, "satu")
    collect.kumpulkan(root, 2024, ["satu"], tmp_path / "bagian", 1)
    assert [p.name for p in (tmp_path / "bagian").iterdir()] == [f"bagian-{hashlib.sha256(b'satu').hexdigest()[:2]}"]


def test_an_agency_is_known_by_the_sheet_of_its_workbook(tmp_path):
    folder = tmp_path / "data" / "badan-x" / "2024"
    folder.mkdir(parents=True)
    rows = [("nama", "Badan Kepegawaian X"), ("kelompok", "Badan"), ("pemerintah", "Provinsi Contoh")]
    tulis(folder / "lkip.xlsx", [("bagian", "isi", "atasan"), *rows], lembar="instansi")
    assert room.kenali(tempat("badan-x", 2024, di=tmp_path)) == {**dict(rows), "rekaan": "tidak"}


def ranked(root, *agencies):
    """Roll up clean agencies, each a name, its government and its realisasi of AKIP; return their ranks."""
    (root / "params").mkdir(parents=True, exist_ok=True)
    for name, government, akip, *more in agencies:
        realisasi = BERKAS["realisasi.csv"].replace("64,17", akip)
        profil = f"nama: Dinas {name.title()}\n" + (f"pemerintah: {government}\n" if government else "")
        agency(root, name, realisasi_csv=realisasi, instansi_yml=profil, **dict(more))
    return {n: (b["peringkat"], b["n_setara"]) for n, b in rows(run.jalankan(root, 2024, 1).folder).items()}


def test_two_governments_are_never_ranked_together(tmp_path):
    found = ranked(tmp_path, ("satu", "Kota A", "64,17"), ("dua", "Kota A", "60,00"), ("tiga", "Kota B", "65,00"))
    assert found == {"satu": (1, 2), "dua": (2, 2), "tiga": (None, 1)}
    html = (tmp_path / "outputs" / "_rekap" / "2024" / "index.html").read_text(encoding="utf-8")
    assert "1 dari 2" in html


def test_the_nameless_are_of_one_government_only_where_all_are(tmp_path):
    assert ranked(tmp_path / "a", ("satu", "", "64,17"), ("dua", "", "60,00")) == {"satu": (1, 2), "dua": (2, 2)}
    found = ranked(tmp_path / "b", ("satu", "", "64,17"), ("dua", "", "60,00"), ("tiga", "Kota A", "60,00"))
    assert found == {"satu": (None, None), "dua": (None, None), "tiga": (None, 1)}


def test_who_gave_other_tables_is_not_ranked_beside_them(tmp_path):
    staff = ("sdm_csv", "kelompok,uraian,asn\njabatan,Kepala,1\n")
    found = ranked(
        tmp_path, ("satu", "Kota A", "64,17"), ("dua", "Kota A", "60,00"), ("tiga", "Kota A", "65,00", staff)
    )
    assert found == {"satu": (1, 2), "dua": (2, 2), "tiga": (None, 1)}
    both = rows(tmp_path / "outputs" / "_rekap" / "2024")
    assert both["tiga"]["n_tabel"] == both["satu"]["n_tabel"] + 1
    assert both["tiga"]["n_pemeriksaan"] > both["satu"]["n_pemeriksaan"]


def test_invented_agencies_stay_out_of_a_real_roll_up(tmp_path):
    root = with_real_ones(tmp_path)
    result = run.jalankan(root, 2024, 1)
    assert set(rows(result.folder)) == {"disnaker-kota-bekasi"}
    html = (result.folder / "index.html").read_text(encoding="utf-8")
    assert "Tidak ikut, karena bukan instansi sungguhan: Dinas Contoh Kota Contoh." in html
    shutil.rmtree(root / "data" / "disnaker-kota-bekasi")
    assert set(rows(run.jalankan(root, 2024, 1).folder)) == {"dinas-contoh"}


def test_what_has_nothing_to_compare_is_left_out(tmp_path):
    ranked(tmp_path, ("satu", "Kota A", "64,17"))
    empty = {"realisasi_csv": "indikator,tahun,realisasi\n", "anggaran_csv": "kode,tingkat,dokumen,pagu,realisasi\n"}
    agency(tmp_path, "satu", 2023, **empty)
    html = (run.jalankan(tmp_path, 2024, 1).folder / "index.html").read_text(encoding="utf-8")
    assert "Perubahan sejak tahun 2023" not in html
    assert "kelas capaian dan kuadran" not in html
    assert "<svg" not in html
