"""Parameters: defaults for a new agency, the city's inherited, and every mistake named by file and line."""

import datetime as dt

import pytest

from lkip_lib.errors import MasukanSalah
from lkip_lib.params import Params, baca

BERKAS = "params/dinas-kecil/2024.yml"


def test_without_files_the_defaults_hold(instansi_kecil):
    assert baca(instansi_kecil.tempat) == Params()


def test_the_agency_overrides_the_city(instansi_kecil):
    instansi_kecil.tempat.params_pemda.write_text("rumus_turun: rasio\nbatas: 120\ntanggal_laporan: 2025-02-28\n")
    instansi_kecil.params("batas: tanpa\n")
    params = baca(instansi_kecil.tempat)
    assert (params.rumus_turun, params.batas, params.tanggal_laporan) == ("rasio", "tanpa", dt.date(2025, 2, 28))


def test_files_are_dated_by_the_report_else_by_the_day_after_its_year():
    assert Params().tanggal_berkas(2024) == dt.date(2025, 1, 1)
    assert Params(tanggal_laporan=dt.date(2025, 2, 28)).tanggal_berkas(2024) == dt.date(2025, 2, 28)


@pytest.mark.parametrize(
    ("isi", "baris", "temuan", "perbaikan"),
    [
        ("dokumen_target: lkip\nrumus_turn: rasio\n", 2, 'Kunci "rumus_turn" tidak dikenal', '"rumus_turun"'),
        ("\ndokumen_target: lkp\n", 2, 'dokumen_target: "lkp" bukan pilihan', '"lkip"'),
        ("rata_rata: program\n", 1, '"program" bukan pilihan', "indikator, sasaran"),
        ("ambang_tercapai: seratus\n", 1, 'ambang_tercapai: "seratus"', "Tulis angka"),
        ("ambang_tercapai: .nan\n", 1, 'ambang_tercapai: "nan"', "Tulis angka"),
        ("dokumen_target: {{lkip}}\n", 1, "YAML", "tanda kutip"),
        ("rumus_turun: rasio\nbatas_atas: 120\n", 2, 'Kunci "batas_atas" tidak dipakai lagi', "Pakai kunci batas"),
        ("batas:\n", 1, "batas", "Tulis teks"),
        ("tanggal_laporan: 28 Februari 2025\n", 1, "tanggal_laporan", "2025-02-28"),
        ("skala_nilai:\n  AKIP: [88]\n", 2, "skala_nilai.AKIP", "teks"),
        ("dokumen_target: [lkip\n", 2, "YAML", "tanda kutip"),
        ("- dokumen_target: lkip\n", 1, "", "Awali dengan kunci"),
        ("dokumen_target lkip\n", 1, "", "Awali dengan kunci"),
        (
            "pilihan_realisasi:\n  - {indikator: AKIP, tahun: 2023, realisasi: '61,64', alsan: Salah salin tabel}\n",
            2,
            'pilihan_realisasi.0.alsan" tidak dikenal',
            '"alasan"',
        ),
        (
            "pilihan_realisasi:\n  - {indikator: AKIP, tahun: 2023, realisasi: 61.64, alasan: Tabel 3.2 salah salin}\n",
            2,
            "pilihan_realisasi.0.realisasi",
            "kutip",
        ),
    ],
)
def test_refusals(instansi_kecil, isi, baris, temuan, perbaikan):
    instansi_kecil.params(isi)
    with pytest.raises(MasukanSalah) as salah:
        baca(instansi_kecil.tempat)
    masalah = next(m for m in salah.value.masalah if temuan in m.temuan)
    assert (masalah.berkas, masalah.baris) == (BERKAS, baris)
    assert perbaikan in masalah.perbaikan


def test_a_mistake_of_the_city_is_found_in_its_own_file(instansi_kecil):
    instansi_kecil.tempat.params_pemda.write_text("bats: 120\n")
    with pytest.raises(MasukanSalah, match=r"^params/_pemda\.yml, baris 1: "):
        baca(instansi_kecil.tempat)


@pytest.mark.parametrize(
    ("isi", "baris", "temuan", "perbaikan"),
    [
        ("skala_capaian: permendagri-86-2071\n", 1, "Skala", 'Maksud Anda "permendagri-86-2017"?'),
        ("skala_nilai:\n  AKIP: permenpanrb-88-2012\n", 2, "Skala", 'Maksud Anda "permenpanrb-88-2021"?'),
        ("batas: 100\nefisiensi: bandng\n", 2, "Aturan efisiensi", 'Maksud Anda "banding"?'),
        (
            "batas: 130\n",
            1,
            "Batas",
            "Pilihan yang sah: tanpa, 100, 110, 120, 150, 200. Batas sendiri ditulis di params",
        ),
        ("pembulatan: dipotong\n", 1, "Pembulatan", 'Maksud Anda "dua_desimal_potong"?'),
        ("rumus_turun: persentase\n", 1, "Rumus", "selisih, rasio"),
        ("rumus_naik: rasio\n", 1, "Rumus", "persentase"),
    ],
)
def test_an_unknown_policy_names_the_nearest(instansi_kecil, isi, baris, temuan, perbaikan):
    instansi_kecil.params(isi)
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == (BERKAS, baris)
    assert masalah.temuan.startswith(f'{temuan} "')
    assert perbaikan in masalah.perbaikan


def test_an_unknown_policy_of_the_city_is_found_in_its_own_file(instansi_kecil):
    instansi_kecil.tempat.params_pemda.write_text("\nefisiensi: hemat\n")
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("params/_pemda.yml", 2)


def test_a_scale_for_an_unknown_indicator_is_not_silently_ignored(instansi_kecil):
    instansi_kecil.params("skala_nilai: {AKP: permenpanrb-88-2021}\n")
    assert '"AKIP"' in instansi_kecil.refusal().perbaikan
