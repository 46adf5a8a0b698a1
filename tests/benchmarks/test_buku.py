"""A small part of the Excel benchmark: no cell of any quirk is read wrong, and the measure would see one that is."""

from benchmarks.buku.ekspor import ukur_ekspor
from benchmarks.buku.kembar import ukur_kembar
from benchmarks.buku.sel import CARA
from benchmarks.buku.ukur import DITOLAK, KELIRU, ukur
from lkip_lib.inputs import grid
from lkip_lib.inputs.number_format import Arti
from tests.project import AKAR


def test_every_quirk_is_read_right_or_named():
    hasil = ukur(berkas=25, benih=20)
    assert {c for c, _ in hasil.hitungan} == {c[0] for c in CARA} | {"kosong", "gabungan"}
    assert hasil.jumlah(KELIRU) == hasil.jumlah(DITOLAK) == 0, hasil.contoh


def test_the_measure_sees_what_is_read_wrong(monkeypatch):
    monkeypatch.setattr(grid, "arti", lambda kode: Arti())
    hasil = ukur(berkas=8, benih=20)
    keliru = {c for c, p in hasil.hitungan if p == KELIRU}
    assert keliru == {"format yang mengubah", "persen berformat", "persen di kolom lain"}


def test_exports_of_any_layout_are_proposed_and_imported_right():
    hasil = ukur_ekspor(banyak=20, benih=20)
    assert hasil.hitungan == {"tepat": 20}, hasil.contoh


def test_a_workbook_and_its_csv_twin_give_equal_tables_or_the_cell_is_named():
    hasil = ukur_kembar(AKAR, "dinas-contoh", 2025, banyak=5, benih=20)
    assert hasil.hitungan == {"tepat": 4, "disebut": 1}, hasil.contoh
