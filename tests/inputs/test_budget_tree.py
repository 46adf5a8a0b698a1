"""The budget tree as written: parents filled in, and rows without a place in it refused."""

import pytest

KEPALA = "kode,induk,tingkat,dokumen,pagu,realisasi\n"


def written(agency, *rows):
    agency.write("anggaran.csv", KEPALA + "".join(f"{r},dpa,1.000,1.000\n" for r in rows))


@pytest.mark.parametrize(
    ("rows", "parents"),
    [
        # The agency is the parent of the highest level there is, stated or not.
        (["0,,instansi", "A,,program", "B,,program"], ["", "0", "0"]),
        (["2.07,,instansi", "A,,program", "B,0,program"], ["", "2.07", "2.07"]),
        (["A,,program", "A.1,,kegiatan", "A.1.2,,sub_kegiatan"], ["0", "A", "A.1"]),
        (["K1,,kegiatan", "K2,,kegiatan"], ["0", "0"]),
        # A code continues its parent's, levels may be left out, and a row of the same level is no parent.
        (["2.07.02,,program", "2.07.02.2.01,,kegiatan", "2.07.02.2.01.0005,,sub_kegiatan"],
         ["0", "2.07.02", "2.07.02.2.01"]),
        (["A,,program", "A.1,,program", "A.1.1,,kegiatan"], ["0", "0", "A.1"]),
        (["A,,program", "A.1.1,,sub_kegiatan"], ["0", "A"]),
        # What is written stays.
        (["A,,program", "B,,program", "A.1,B,kegiatan"], ["0", "0", "B"]),
    ],
)  # fmt: skip
def test_a_parent_that_need_not_be_said(instansi_kecil, rows, parents):
    written(instansi_kecil, *rows)
    assert instansi_kecil.run().ketik("anggaran")["induk"].tolist() == parents


@pytest.mark.parametrize(
    ("rows", "row", "column", "found", "mend"),
    [
        (["P1,,program", "K7,,kegiatan"], 3, "induk", "Induk kegiatan K7 kosong", "Isi kode program yang memuatnya"),
        (["0,,instansi", "1,,instansi"], 3, "induk", "instansi 1 berdiri di samping baris instansi 0", "Sisakan satu"),
        # A code that continues none is itself mistyped, told once for all that continue the same.
        (["2.15.02,,program", "2.15.02.2.02,,kegiatan", "2.15.2.2.02.0002,,sub_kegiatan"], 4, "kode",
         "Kode sub kegiatan 2.15.2.2.02.0002 tidak melanjutkan kode baris mana pun di dokumen dpa.",
         'Maksud Anda "2.15.02.2.02.0002"? Bila bukan, perbaiki kode induknya, atau isi induk.'),
        (["2.15.02,,program", "2.15.2.2.01,,kegiatan", "2.15.2.2.02,,kegiatan", "2.15.2.2.02.1,,sub_kegiatan"], 3,
         "kode", "Kode kegiatan 2.15.2.2.01 dan 1 baris lain tidak melanjutkan", 'Maksud Anda "2.15.02.2.01"?'),
        (["2.15.02,,program", "2.15.03.2.01,,kegiatan"], 3, "kode", "2.15.03.2.01 tidak melanjutkan",
         "Perbaiki kodenya, tambahkan baris induknya, atau isi induk."),
        (["A.1,,sub_kegiatan", "A,P,sub_kegiatan", "P,,program"], 2, "induk", "Induk sub kegiatan A.1 kosong", "Isi"),
        (["0,,program", "B,,program"], 2, "tingkat", 'Kode "0" adalah seluruh instansi', "Isi tingkatnya"),
    ],
)  # fmt: skip
def test_a_row_without_a_place(instansi_kecil, rows, row, column, found, mend):
    written(instansi_kecil, *rows)
    problem = instansi_kecil.refusal()
    assert (problem.berkas, problem.baris, problem.kolom) == ("anggaran.csv", row, column)
    assert found in problem.temuan
    assert mend in problem.perbaikan
