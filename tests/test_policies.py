"""Scales as data: the national ones built in, an agency's own beside its params, a broken one refused."""

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.policies import daftar_skala, skala

SKALA = """\
skala-dinas:
  judul: Skala dinas
  sumber: Keputusan Kepala Dinas
  untuk: capaian
  tepi: bercelah
  kelas:
    - {nama: Melampaui, bawah: 101, atas: null}
    - {nama: Tercapai, bawah: 85, atas: 100}
    - {nama: Belum tercapai, bawah: null, atas: 84}
"""


def test_an_agency_brings_its_own_scale(instansi_kecil):
    instansi_kecil.tempat.skala_instansi.write_text(SKALA)
    instansi_kecil.params("skala_capaian: skala-dinas\nbatas_atas:\n")
    assert instansi_kecil.run().frames["indikator"]["predikat"].tolist() == ["Tercapai", "Melampaui"]


@pytest.mark.parametrize("nama", daftar_skala())
def test_built_in_scales_name_their_source(nama):
    assert "Tahun" in skala(nama).sumber


@pytest.mark.parametrize(
    ("lama", "baru", "baris", "temuan"),
    [
        ("atas: 84", "atas: 90", 1, '"Tercapai" dan "Belum tercapai" tumpang tindih'),
        ("bawah: 85", "bawah: null", 1, 'batas antara "Tercapai" dan "Belum tercapai" belum diisi'),
        ("tepi: bercelah", "tepi: kiri_terbuka", 1, 'ada celah antara "Melampaui" dan "Tercapai"'),
        ("tepi: bercelah", "tepi: berclah", 5, '"berclah" bukan pilihan'),
        ("  sumber: Keputusan Kepala Dinas\n", "", 1, '"sumber" belum diisi'),
        ("nama: Tercapai, bawah: 85", "nama: Tercapai, bawah: delapan", 8, '"delapan" tidak dapat dipakai'),
    ],
)
def test_refusals(tmp_path, lama, baru, baris, temuan):
    path = tmp_path / "skala.yml"
    path.write_text(SKALA.replace(lama, baru))
    with pytest.raises(MasukanSalah) as salah:
        daftar_skala(path)
    (masalah,) = salah.value.masalah
    assert (masalah.berkas, masalah.baris) == ("skala.yml", baris)
    assert temuan in masalah.temuan


def test_a_file_that_is_no_mapping_is_refused(tmp_path):
    path = tmp_path / "skala.yml"
    path.write_text("- judul: Skala dinas\n")
    with pytest.raises(MasukanSalah, match=r"skala\.yml"):
        daftar_skala(path)
