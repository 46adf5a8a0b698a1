"""The benchmark of roots: what it plants is known and can be taken out, and the judge counts pairs as it says."""

import pytest

from benchmarks.akar.hakim import Catatan, Hasil, _pasangan, adili, sandingkan
from benchmarks.akar.pembangkit import JENIS, PALING_BANYAK, buat
from benchmarks.akar.ukur import tulis
from benchmarks.pemeriksaan.jalan import Temuan
from benchmarks.pemeriksaan.model import LANGGAR, Sel

BENIH = 11


def texts(case):
    return [(table, row.teks.copy()) for table, rows in case.instansi.tabel.items() for row in rows]


def note(sel, case, number, root=""):
    place = next(p for p, row in case.instansi.letak().items() if row is sel.baris)
    return Temuan(f"X-{number}", "ANG-02", "anggaran", "kesalahan", *place, sel.kolom, "0", "", "", "", root, "")


@pytest.mark.parametrize("number", range(1, PALING_BANYAK + 1))
def test_causes_stand_on_cells_of_their_own_and_can_be_taken_out(number):
    case = buat(BENIH, number)
    assert len(case.sebab) == number
    changed = [sel for s in case.sebab for sel in s.sel]
    assert len(changed) == len(set(changed))
    printed = texts(case)
    case.hanya()
    assert not case.instansi.dilanggar()
    assert texts(case) != printed
    for cause in case.sebab:
        case.hanya(cause)
        assert all(u.sel.teks != u.teks_benar for u in cause.ubahan)
        assert cause.terkait or any(teks and nilai is None for teks, nilai, _ in cause.cetak)
    case.hanya(*case.sebab)
    assert texts(case) == printed == texts(buat(BENIH, number))


@pytest.fixture(scope="module")
def cases():
    return [buat(BENIH, number) for number in range(56)]


def test_every_kind_finds_a_place_and_one_agency_in_seven_is_clean(cases):
    assert {s.jenis for case in cases for s in case.sebab} == set(JENIS)
    assert sum(not case.sebab for case in cases) == len(cases) // 7


def test_what_a_slip_is_followed_by_is_printed_too(cases):
    followed = [s for case in cases for s in case.sebab if s.jenis == "rincian_terlewat"]
    assert any({u.sel.baris.tabel for u in s.ubahan} > {"anggaran"} for s in followed)
    for cause in followed:
        amounts = [u for u in cause.ubahan if u.sel.baris.tabel == "anggaran" and u.sel.kolom == "pagu"]
        lost = {u.benar - isi[1] for u, isi in zip(cause.ubahan, cause.cetak, strict=True) if u in amounts}
        assert len(lost) <= 1  # every sum above is short of the same part


def test_a_note_belongs_to_the_cause_that_alone_brings_it_forth_or_touched_its_cell():
    case = buat(BENIH, 3)
    one, two, _ = case.sebab
    first, second = (next(iter(s.sel)) for s in (one, two))
    notes = [note(first, case, 1), note(second, case, 2), note(first, case, 3)]
    key = ("ANG-02", notes[0].berkas, notes[0].baris, first.kolom, "0")
    alone = {s: set() for s in case.sebab} | {two: {key}}
    owners = [c.pemilik for c in sandingkan(case, notes, alone)]
    assert owners == [(two,), (two,), (two,)]
    owners = [c.pemilik for c in sandingkan(case, notes, {s: {key} if s is not two else set() for s in case.sebab})]
    assert owners == [(one, case.sebab[2]), (two,), (one, case.sebab[2])]


def test_a_job_is_where_the_roots_lead_at_last():
    case = buat(BENIH, 2)
    sel = next(iter(case.sebab[0].sel))
    notes = [note(sel, case, 1), note(sel, case, 2, "X-1"), note(sel, case, 3, "X-2"), note(sel, case, 4)]
    jobs = [c.pekerjaan for c in sandingkan(case, notes, {s: set() for s in case.sebab})]
    assert jobs == ["X-1", "X-1", "X-1", "X-4"]


def test_pairs_are_counted_by_cause_and_job():
    case = buat(BENIH, 2)
    one, two = case.sebab
    sel = next(iter(one.sel))
    owned = [("a", (one,)), ("a", (one,)), ("b", (one,)), ("a", (two,)), ("a", (one, two)), ("a", ())]
    result = Hasil()
    _pasangan([Catatan(note(sel, case, n), sel, job, who) for n, (job, who) in enumerate(owned)], result)
    kept = {k: result.hitung[f"pasangan {k}"] for k in ("benar", "pisah", "gabung")}
    assert kept == {"benar": 1, "pisah": 2, "gabung": 2}


def test_a_small_part_is_run_and_told(tmp_path):
    result = Hasil()
    for number in (0, 2):
        result.tambah(adili(buat(BENIH, number), tmp_path))
    assert (result.hitung["instansi"], result.hitung["sebab"], result.hitung["bersih catatan"]) == (2, 2, 0)
    assert not any((tmp_path / "data").iterdir())
    (told,) = result.rincian
    assert [s["jenis"] for s in told["sebab"]] == [s.jenis for s in buat(BENIH, 2).sebab]
    assert all(note["sebab"] for note in told["catatan"])
    assert "2 instansi, 2 sebab ditanam" in tulis(result)


def test_a_constraint_that_a_cause_violates_is_among_its_cells():
    case = buat(BENIH, 5)
    for cause in case.sebab:
        case.hanya(cause)
        for rule, outcome in case.instansi.dilanggar().items():
            if outcome == LANGGAR:
                assert rule.inti <= cause.sel | cause.terkait
    assert all(isinstance(sel, Sel) for s in case.sebab for sel in s.terkait)
