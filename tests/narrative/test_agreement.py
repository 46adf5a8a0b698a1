"""What tables, charts and the estimate say where the agreement was changed in the year."""

import pytest

from lkip_lib.buku.isi import isi_laporan
from lkip_lib.narrative.charts.results import BAGAN
from lkip_lib.narrative.document import kalimat_bab, susun
from lkip_lib.narrative.prascore import kriteria
from lkip_lib.narrative.tables.results import TABEL

HEAD = "indikator,tahun,periode,dokumen,target\n"
FIRST = 'AKIP,2024,tahunan,pk,80\nTPT,2024,tahunan,pk,"8,55"\n'
CHANGED = "AKIP,2024,tahunan,pk_perubahan,85\n"


@pytest.fixture
def content(instansi_kecil):
    def stated(rows, params=""):
        instansi_kecil.params(params)
        instansi_kecil.write("target.csv", HEAD + rows)
        return isi_laporan(instansi_kecil.run())

    return stated


def matrix(isi):
    return [[str(s).split(" ")[0] for s in b.sel[1:]] for b in TABEL["matriks_dokumen"](isi).baris]


def agreed(isi):
    (found,) = [k for k in kriteria(isi) if k.kode == "3.b.1"]
    return found.dipenuhi, found.bukti


def test_a_target_is_held_against_the_agreement_in_force(content):
    isi = content(FIRST + CHANGED + 'AKIP,2024,tahunan,lkip,85\nTPT,2024,tahunan,lkip,"8,6"\n')
    assert matrix(isi) == [["≠", "85", "85"], ["8,55", "tidak", "8,6"]]


def test_another_value_is_marked(content):
    assert matrix(content(FIRST + "AKIP,2024,tahunan,renstra,82\n")) == [["≠", "80"], ["tidak", "8,55"]]


@pytest.mark.parametrize(
    ("rows", "params", "met"),
    [
        (FIRST + "AKIP,2024,tahunan,renstra,82\nAKIP,2023,tahunan,renstra,70\n", "", (1, "2 dari 2 indikator")),
        (FIRST + "AKIP,2024,tahunan,renstra,82\n", "dokumen_target: renstra\n", (0, "0 dari 2 indikator")),
        (
            FIRST + 'AKIP,2024,tahunan,lkip,80\nTPT,2024,tahunan,lkip,"8,4"\n',
            "dokumen_target: lkip\n",
            (0.5, "1 dari 2 indikator"),
        ),
        (FIRST + CHANGED + "AKIP,2024,tahunan,lkip,85\n", "dokumen_target: lkip\n", (0.5, "1 dari 2 indikator")),
        (
            "AKIP,2024,tahunan,renstra,82\n",
            "dokumen_target: renstra\n",
            (None, "Perjanjian Kinerja tidak ada dalam data"),
        ),
        ("AKIP,2023,tahunan,pk,82\n", "", (None, "Perjanjian Kinerja tidak ada dalam data")),
    ],
)
def test_the_targets_in_use_are_those_agreed_on(content, rows, params, met):
    assert agreed(content(rows, params)) == met


def test_the_agreement_is_printed_as_changed(content):
    table = TABEL["perjanjian"](content(FIRST + CHANGED))
    assert table.judul.startswith("Perjanjian Kinerja Perubahan")
    assert [b.sel[0] for b in table.baris if len(b.sel) > 1] == ["Nilai AKIP", "Tingkat Pengangguran Terbuka"]
    assert "85,00" in str(table.baris[1].sel[2])


def test_the_quarters_drawn_are_those_in_force(content):
    quarters = "".join(f"AKIP,2024,tw{n},pk,{60 + n}\nAKIP,2024,tw{n},pk_perubahan,{70 + n}\n" for n in range(1, 5))
    chart = BAGAN["langkah_triwulan"](content(FIRST + CHANGED + quarters), "AKIP")
    assert "Perjanjian Kinerja Perubahan" in chart.satuan
    assert "Triwulan IV target 74" in chart.alt


SECTIONS = ("ikhtisar", "bab2", "bab3", "lampiran")


def paragraphs(isi, *codes):
    return [p for code in codes for p in kalimat_bab(susun(isi, code, bergambar=False))]


def test_the_agreement_has_one_name_throughout(content):
    isi = content(FIRST + CHANGED)
    said = [*paragraphs(isi, *SECTIONS), TABEL["pengukuran"](isi).judul, TABEL["target_perjanjian"](isi).judul]
    named = [t for t in said if "Perjanjian Kinerja" in t]
    assert len(named) > 4
    assert [t for t in named if "Perjanjian Kinerja" in t.replace("Perjanjian Kinerja Perubahan", "")] == []


@pytest.mark.parametrize(
    ("quarters", "said"),
    [
        ("", "memuat target berikut."),
        ("AKIP,2024,tw1,pk,20\n", "memuat target berikut; target triwulannya menurut Perjanjian Kinerja semula."),
        ("AKIP,2024,tw1,pk_perubahan,20\n", "memuat target berikut, untuk setahun dan setiap triwulan."),
    ],
)
def test_quarters_are_claimed_of_the_agreement_that_has_them(content, quarters, said):
    (text,) = [t for t in paragraphs(content(FIRST + CHANGED + quarters), "bab2") if "memuat target berikut" in t]
    assert text == f"Perjanjian Kinerja Perubahan tahun 2024 {said}"
