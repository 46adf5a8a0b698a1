"""Money left unspent against what is said of it: each question has an honest agency that it is not put to."""

import pytest

from tests.checks.notes import notes, one

KEPALA = "kode,induk,tingkat,nama,sasaran,dokumen,pagu,realisasi,sumber_dana\n"
POHON = """\
0,,instansi,Dinas,,dpa,1.000.000,{semua},{sumber}
A,0,program,Penunjang,S1,dpa,600.000,{A},
A.1,A,sub_kegiatan,Penyediaan Gaji dan Tunjangan ASN,,dpa,400.000,{gaji},DAU
A.2,A,sub_kegiatan,Rapat,,dpa,200.000,{rapat},PAD
B,0,program,Layanan,S2,dpa,400.000,{B},
B.1,B,sub_kegiatan,Pelatihan,,dpa,400.000,{B},{dana}
"""


def budget(agency, gaji=400, rapat=200, latih=400, dana="PAD", sumber="APBD"):
    isi = {"gaji": f"{gaji}.000", "rapat": f"{rapat}.000", "A": f"{gaji + rapat}.000", "B": f"{latih}.000"}
    isi |= {"semua": f"{gaji + rapat + latih}.000", "dana": dana, "sumber": sumber}
    agency.write("anggaran.csv", KEPALA + POHON.format(**isi))


def short(agency, teks="Anggaran belum sepenuhnya mendukung kegiatan."):
    agency.write("analisis.yml", f"permasalahan:\n  - {teks}\n")


@pytest.mark.parametrize(
    ("spent", "found"),
    [
        ({"latih": 300}, True),
        ({"latih": 390}, False),  # nearly all was spent
        ({"gaji": 250}, False),  # what is left is pay
        ({"latih": 300, "dana": "DBH CHT"}, False),  # what is left was given for one thing
    ],
)
def test_money_that_does_not_suffice_and_is_left(instansi_kecil, spent, found):
    budget(instansi_kecil, **spent)
    short(instansi_kecil)
    semua = notes(instansi_kecil, "ANG-16")
    assert semua["tingkat"].tolist() == ["peringatan"] * found
    if found:
        assert "Rp100.000 dari Rp600.000 (16,67%) tidak terpakai" in semua.iloc[0]["penjelasan"]
        assert semua.iloc[0]["penjelasan"].endswith("Kegiatan mana yang kekurangan?")


def test_what_was_said_of_the_money_is_quoted_where_it_is_given(instansi_kecil):
    budget(instansi_kecil, latih=300)
    kutipan = "kutipan:\n  - {tempat: BAB IV, tercetak: Dana belum mencukupi.}\n"
    instansi_kecil.write("analisis.yml", f"permasalahan:\n  - Anggaran belum cukup.\n{kutipan}")
    assert 'Menurut BAB IV ("Dana belum mencukupi.") anggaran' in one(instansi_kecil, "ANG-16")["penjelasan"]


@pytest.mark.parametrize("teks", ["Anggaran tidak terserap karena gagal lelang.", "Pegawai masih sedikit."])
def test_another_obstacle_asks_nothing_of_the_money(instansi_kecil, teks):
    budget(instansi_kecil, latih=300)
    short(instansi_kecil, teks)
    assert notes(instansi_kecil, "ANG-16").empty


@pytest.mark.parametrize(("spent", "found"), [({"latih": 200}, True), ({"latih": 380}, False)])
def test_efficient_beside_much_that_is_left(instansi_kecil, spent, found):
    budget(instansi_kecil, **spent)
    semua = notes(instansi_kecil, "EFI-08")
    assert semua["tingkat"].tolist() == ["informasi"] * found  # many an honest agency saves much
    if found:
        assert "Rp200.000 tidak terpakai, terbanyak di B.1." in semua.iloc[0]["penjelasan"]


@pytest.mark.parametrize(
    ("sumber", "said"), [("APBD, DBH CHT", "tidak satu pun dibiayai DBH CHT."), ("APBD", ""), ("DAU dan PAD", "")]
)
def test_a_source_of_money_that_no_line_has(instansi_kecil, sumber, said):
    budget(instansi_kecil, sumber=f'"{sumber}"')
    if said:
        note = one(instansi_kecil, "ANG-17")
        assert (note["tingkat"], note["kolom"], note["penjelasan"].endswith(said)) == ("informasi", "sumber_dana", True)
    else:
        assert notes(instansi_kecil, "ANG-17").empty
