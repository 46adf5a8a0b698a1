"""A sentence is corrected to a table's figure only where nothing calls that figure in question."""

import pytest

from tests.agency import Agency
from tests.checks.notes import claimed, notes, printed

KEPALA = "kode,induk,tingkat,nama,sasaran,dokumen,pagu,realisasi,lengkap,sumber\n"
POHON = """\
0,,instansi,Dinas Kecil,,lkip,{pagu},1.800.000,ya,"Tabel 3.6, jumlah"
A,0,program,Program Satu,,lkip,1.250.000,1.125.000,ya,"Tabel 3.6, A"
B,0,program,Program Dua,,lkip,750.000,675.000,ya,"Tabel 3.6, B"
"""


BELANJA = "kode,uraian,pagu,realisasi\npegawai,Pegawai,2.000.000,1.800.000\n"


@pytest.mark.parametrize(
    ("pagu", "serapan", "belanja", "disebut", "seharusnya", "kandidat"),
    [
        ("2.000.000", "90.00", BELANJA, "2.100.000", "2.000.000", ""),
        ("2.000.000", "90.00", "", "2.100.000", "", "2.000.000"),  # all may have been made after one wrong row
        ("1.900.000", "94.74", BELANJA, "2.000.000", "", "1.900.000"),
    ],
)
def test_a_sentence_is_corrected_to_a_total_that_another_table_states_and_its_details_do_not_contradict(
    instansi_kecil: Agency, pagu, serapan, belanja, disebut, seharusnya, kandidat
):
    if belanja:
        instansi_kecil.write("belanja.csv", belanja)
    instansi_kecil.write("anggaran.csv", KEPALA + POHON.format(pagu=pagu))
    printed(instansi_kecil, f"serapan_persen,anggaran,0,,lkip,2024,{serapan},Tabel 3.6")
    claimed(instansi_kecil, f'a,angka,pagu_rp,0,,2024,,{disebut},rupiah,"pagu {disebut}",Bab III')
    (note,) = notes(instansi_kecil, "NAR-01").to_dict("records")
    assert [note[k].removeprefix("Rp") for k in ("seharusnya", "kandidat")] == [seharusnya, kandidat]


@pytest.mark.parametrize(("belanja", "terbukti"), [(BELANJA, "90.00"), ("", "")])
def test_a_sentence_on_absorption_is_corrected_only_where_both_amounts_are_stated_again(
    instansi_kecil: Agency, belanja, terbukti
):
    instansi_kecil.write("anggaran.csv", KEPALA + POHON.format(pagu="2.000.000"))
    printed(instansi_kecil, "serapan_persen,anggaran,0,,lkip,2024,90.00,Tabel 3.6")
    if belanja:
        instansi_kecil.write("belanja.csv", belanja)
    claimed(instansi_kecil, 'a,angka,serapan_persen,0,,2024,,"80,99",persen,"terserap 80,99%",Bab IV')
    assert notes(instansi_kecil, "NAR-01")["seharusnya"].tolist() == [terbukti]


def test_a_table_and_a_sentence_that_agree_are_not_corrected_to_another_cell(instansi_kecil: Agency):
    capaian = 'capaian_persen,indikator,AKIP,AKIP,pk,2024,"98,72",Tabel 3.1'
    claim = 'a,angka,realisasi,AKIP,instansi,2024,,"61,47",,kalimat,Bab III'
    printed(instansi_kecil, capaian)
    claimed(instansi_kecil, claim)
    assert notes(instansi_kecil, "NAR-01")["seharusnya"].tolist() == ["64,17"]
    printed(instansi_kecil, capaian, 'realisasi,indikator,AKIP,AKIP,,2024,"61,47",Tabel 3.2')
    found = notes(instansi_kecil, "CAP-03", "NAR-01")
    assert set(found["kode"]) == {"CAP-03", "NAR-01"}
    assert set(found["seharusnya"]) == {""}


@pytest.mark.parametrize(("tercetak", "terbukti"), [((), ["", ""]), (("90.00",), ["Rp2.000.000", "90.00"])])
def test_sentences_that_agree_on_another_figure_are_corrected_only_against_what_more_bears_out(
    instansi_kecil: Agency, tercetak, terbukti
):
    instansi_kecil.write("anggaran.csv", KEPALA + POHON.format(pagu="2.000.000"))
    instansi_kecil.write("belanja.csv", BELANJA)
    printed(instansi_kecil, *(f"serapan_persen,anggaran,0,,lkip,2024,{p},Tabel 3.6" for p in tercetak))
    satu = 'a,angka,pagu_rp,0,,2024,,2.100.000,rupiah,"pagu 2.100.000",Bab III'
    claimed(instansi_kecil, satu)
    assert notes(instansi_kecil, "NAR-01")["seharusnya"].tolist() == ["Rp2.000.000"]
    claimed(instansi_kecil, satu, 'b,angka,serapan_persen,0,,2024,,"85,71",persen,"terserap 85,71%",Bab IV')
    assert notes(instansi_kecil, "NAR-01")["seharusnya"].tolist() == terbukti
