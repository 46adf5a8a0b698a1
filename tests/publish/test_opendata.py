"""The data package describes every published table, and the tables are as it says."""

import json

import pandas as pd
import pytest
from frictionless import Package, system

from lkip_lib.buku.rangkaian import sampai
from lkip_lib.buku.store import simpan
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.publish.opendata import tulis
from tests.project import AKAR, computed

YEARS = [("disnaker-kota-bekasi", 2024), ("dinas-contoh", 2025), ("dinas-contoh", 2024), ("disnaker-kota-bekasi", 2026)]


@pytest.fixture(scope="module", params=YEARS, ids=lambda y: f"{y[0]}-{y[1]}")
def published(request, tmp_path_factory):
    """Write the tables of a year as a run does, and the package beside them."""
    laporan, folder = computed(*request.param), tmp_path_factory.mktemp("terbit")
    for tahap, hasil in zip(sampai("05_narasi", AKAR), laporan.bahan.bagian, strict=True):
        simpan(folder, tahap, "", hasil)
    tulis(laporan, folder)
    return laporan, folder


def package(folder):
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def test_package_and_tables_are_valid(published):
    _, folder = published
    with system.use_context(trusted=True):
        paket = Package(str(folder / "datapackage.json"))
        assert Package.validate_descriptor(paket.to_descriptor()).valid
        for resource in paket.resources:
            report = resource.validate()
            assert report.valid, (resource.name, report.flatten(["type", "message"])[:5])


def test_every_published_table_is_described(published):
    laporan, folder = published
    ada = {p.stem for p in (folder / "data").glob("*.csv")}
    milik = {r["name"]: r for r in package(folder)["resources"]}
    assert set(milik) == ada
    for nama, r in milik.items():
        assert [f["name"] for f in r["schema"]["fields"]] == list(KELUARAN[nama])
        assert all(f["description"] for f in r["schema"]["fields"])
        assert {f.get("unit") for f in r["schema"]["fields"] if f["name"].endswith("_rp")} <= {"rupiah"}
        assert r["title"] != r["description"], nama
    assert all(len(laporan.bahan.frames[n]) >= 0 for n in milik if n != "rumus")
    rumus = pd.read_csv(folder / "data" / "rumus.csv", dtype=str, keep_default_na=False)
    pd.testing.assert_frame_equal(rumus.astype(object), laporan.bahan.rumus)
    assert rumus["kode"].is_monotonic_increasing


def test_package_tells_where_the_figures_come_from(published):
    laporan, folder = published
    paket = package(folder)
    assert paket["created"] == f"{laporan.bahan.params.tanggal_berkas(laporan.bahan.tahun)}T00:00:00Z"
    assert paket["licenses"][0]["name"] == "CC-BY-4.0"
    sumber = laporan.bahan.tempat.data / "sumber.yml"
    assert bool(paket.get("sources")) == sumber.exists()
    assert str(folder) not in json.dumps(paket)


def test_same_report_gives_the_same_bytes(published):
    laporan, folder = published
    lama = (folder / "datapackage.json").read_bytes()
    tulis(laporan, folder)
    assert (folder / "datapackage.json").read_bytes() == lama
