"""What the tests share: the Bekasi report, computed once, and a tiny agency of their own."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.buku.seal import LINGKUNGAN
from lkip_lib.places import tempat
from tests.agency import AKAR, BERKAS, TAHAP, Agency

# Reading long pages makes many objects that stay: looking for dead ones among them takes a fifth of the time.
gc.set_threshold(50_000, 20, 50)
# The processes that tests start find their modules compiled, also where the system has each compile its own.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# What tests leave for one another is sealed by a key of their own, not by the user's.
os.environ.setdefault(LINGKUNGAN, "uji")
# A busy machine is no failure.
settings.register_profile("lkip", deadline=None)
settings.load_profile("lkip")


@pytest.fixture(scope="session")
def bekasi() -> Bahan:
    return rangkai(tempat("disnaker-kota-bekasi", 2024, di=AKAR), TAHAP[-1])


@pytest.fixture
def instansi_kecil(tmp_path: Path) -> Agency:
    agency = Agency(tmp_path)
    (tmp_path / "params" / "dinas-kecil").mkdir(parents=True)
    for name, content in BERKAS.items():
        agency.write(name, content)
    return agency
