"""How a year was measured is said in sentences of its own, the same that the params ask for."""

import re

from lkip_lib import buka
from lkip_lib.narrative.kalimat import kerangka
from tests.project import computed


def plain(sentence):
    return re.sub(r"<[^>]+>", "", str(sentence))


def test_the_measures_of_the_year_are_said():
    isi = computed("dinas-contoh", 2025).isi
    assert plain(kerangka.ukuran(isi)) == (
        "Capaian dibatasi paling rendah 0 dan paling tinggi 100. Rata-rata dihitung dari capaian setiap indikator "
        "sesudah dibatasi. Target yang dipakai adalah target Perjanjian Kinerja; target tercapai bila capaiannya "
        "sekurang-kurangnya 100%."
    )
    assert plain(kerangka.predikat(isi)).startswith("Predikat capaian menurut Skala nilai peringkat kinerja (")
    assert plain(kerangka.efisiensi(isi)).endswith("efisien bila capaian ≥ serapan (Praktik penyusunan LKIP).")


def test_another_threshold_is_the_one_that_is_said(instansi_kecil):
    instansi_kecil.params("ambang_tercapai: 75\n")
    assert "sekurang-kurangnya 75%." in plain(kerangka.ukuran(buka("dinas-kecil", 2024, di=instansi_kecil.akar).isi))
