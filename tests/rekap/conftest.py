"""The roll-up computes an agency's year once for all tests, where nothing that it reads has changed."""

import pytest

from lkip_lib.buku.bahan import siapkan_bahan
from lkip_lib.buku.rangkaian import sampai
from lkip_lib.rekap import agency
from tests.agency import once


def computed(place, last):
    bahan = siapkan_bahan(place)
    for notebook in sampai(last, place.akar):
        bahan = bahan.dengan(once(notebook, bahan))
    return bahan


@pytest.fixture(autouse=True, scope="module")
def each_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(agency, "rangkai", computed)
        yield
