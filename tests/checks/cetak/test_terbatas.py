"""What a capaian is kept at is told by the rule that the year really uses."""

from lkip_lib.buku.rangkaian import rangkai
from tests.checks.notes import printed
from tests.recipe import BATAS_120, copy_notebooks, own_rule


def test_a_bound_of_a_cell_is_the_one_that_the_notes_go_by(instansi_kecil):
    own_rule(copy_notebooks(instansi_kecil.akar), BATAS_120)
    instansi_kecil.replace("realisasi.csv", "64,17", "84,5")  # a capaian of 130
    printed(
        instansi_kecil,
        'capaian_persen,indikator,TPT,TPT,,2024,"91,46",Tabel 3.1',
        'capaian_persen,indikator,AKIP,AKIP,,2024,"131,5",Tabel 3.1',
    )
    notes = rangkai(instansi_kecil.tempat, "04_pemeriksaan").frames["pemeriksaan"]
    said = notes[notes["kode"] == "CAP-01"].set_index("subjek")["penjelasan"]
    assert said["TPT"].startswith("Tercetak 91,46, target dan realisasi memberi 108,54%")
    assert "dibatasi" not in said["TPT"]
    assert "di luar batas capaian yang dipakai laporan (capaian dibatasi 0 sampai 120)" in said["AKIP"]
    assert "sesudah dibatasi 120,00%" in said["AKIP"]
