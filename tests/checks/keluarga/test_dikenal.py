"""What a printed cell or sentence names is known, or it is said that it goes unchecked."""

import pytest

from lkip_lib.checks.cetak.replikasi import _Pencari
from lkip_lib.checks.keluarga import narasi_arah
from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG, KATA_ARAH
from tests.checks.notes import claimed, notes, one, printed


def test_the_documented_quantities_are_those_recomputed():
    documented = {(b, k) for b, kinds in DIHITUNG_ULANG.items() for k in kinds}
    assert documented == set(_Pencari(None).aturan)


def test_the_documented_words_of_direction_are_those_checked():
    assert set(KATA_ARAH) == {*narasi_arah.TANDA, *narasi_arah._TARGET, "fluktuatif"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('capaian_persn,indikator,AKIP,X,,2024,"98,72",T', 'Besaran "capaian_persn" tidak dikenal. Maksud Anda'),
        ('capaian_persen,indikatr,AKIP,X,,2024,"98,72",T', 'Maksud Anda "indikator"?'),
        ('capaian_persen,indikator,AKIPP,X,,2024,"98,72",T', 'Maksud Anda "AKIP"?'),
    ],
)
def test_a_printed_cell_that_is_misspelt(instansi_kecil, row, said):
    printed(instansi_kecil, row)
    note = one(instansi_kecil, "AKA-09")
    assert said in note["penjelasan"]
    assert note["tingkat"] == "peringatan"


@pytest.mark.parametrize(
    ("row", "table"),
    [
        ('capaian_persen,indikator,LAIN,X,,2024,"98,72",T', "indikator"),
        ('serapan_persen,anggaran,Z,X,,2024,"80,00",T', "anggaran"),
    ],
)
def test_a_printed_cell_of_what_no_table_has_is_information(instansi_kecil, row, table):
    printed(instansi_kecil, row)
    note = one(instansi_kecil, "AKA-09")
    assert f"tidak ada di tabel {table}." in note["penjelasan"]
    assert note["tingkat"] == "informasi"


@pytest.mark.parametrize(
    "row",
    [
        'capaian_persen,indikator,AKIP,X,,2024,"98,72",T',
        'capaian_persen,indikator,,Tanpa kode,,2024,"98,72",T',
        'serapan_persen,instansi,0,Dinas,,2024,"80,00",T',
    ],
)
def test_a_printed_cell_that_is_known_or_like_nothing(instansi_kecil, row):
    printed(instansi_kecil, row)
    assert notes(instansi_kecil, "AKA-09").empty


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('P1,angka,realisasii,AKIP,,2024,,"64,17",,kutipan,Bab III', 'Maksud Anda "realisasi"?'),
        ('P1,angka,realisasi,AKIPP,,2024,,"64,17",,kutipan,Bab III', 'Maksud Anda "AKIP"?'),
        ("P1,arah,realisasi,AKIP,,2024,,bagus sekali,,kutipan,Bab III", 'Kata arah "bagus sekali" tidak dikenal.'),
    ],
)
def test_a_sentence_that_names_nothing_known(instansi_kecil, row, said):
    claimed(instansi_kecil, row)
    assert said in one(instansi_kecil, "AKA-09")["penjelasan"]


@pytest.mark.parametrize("word", ["melebihi", "Melampaui target", "melebihi target"])
def test_what_sentences_say_for_a_direction_is_checked(instansi_kecil, word):
    claimed(instansi_kecil, f"P1,arah,realisasi,AKIP,,2024,,{word},,kutipan,Bab III")
    assert notes(instansi_kecil, "AKA-09").empty
    assert "98,72%" in one(instansi_kecil, "NAR-07")["penjelasan"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('rasio_ukuran,sasaran,S1,X,,2024,"1,12",T', 'yang terdekat "ukuran_efisiensi"'),
        ("kepuasan_warga,indikator,AKIP,X,,2024,987%,T", "tidak dikenal, jadi tidak dihitung ulang"),
    ],
)
def test_an_unknown_quantity_is_named_and_read_as_nothing_else(instansi_kecil, row, said):
    printed(instansi_kecil, row)
    note = one(instansi_kecil, "AKA-09")
    assert (said in note["penjelasan"], note["tingkat"]) == (True, "informasi")
    assert notes(instansi_kecil, "AKA-01").empty


def test_a_sasaran_without_indicators_is_known_and_its_mean_is_not_called_wrong(instansi_kecil):
    instansi_kecil.write("sasaran.csv", "kode,nama\nS1,Akuntabel\nS2,Bekerja\nS3,Terlindungi\n")
    instansi_kecil.params("rata_rata: sasaran\n")
    means = (("sasaran", "S3", "412%"), ("instansi", "0", "180%"))
    printed(instansi_kecil, *(f"rata_rata_capaian_persen,{k},{s},X,,2024,{v},T" for k, s, v in means))
    assert notes(instansi_kecil, "AKA-09", "CAP-02").empty
