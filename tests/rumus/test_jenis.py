"""An undeclared word is refused wherever it is asked about; a declared one has an answer to every question."""

from typing import get_args

import numpy as np
import pandas as pd
import pytest

from lkip_lib.checks.cetak import rumus_keliru
from lkip_lib.checks.keluarga import target_triwulan
from lkip_lib.display.templating import lingkungan
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs.tables import TABLES
from lkip_lib.inputs.targets import sesuaikan_jenis
from lkip_lib.inputs.typed import rentang_kartu
from lkip_lib.langkah.sanding import satuan_ukuran
from lkip_lib.policies import bawaan
from lkip_lib.policies.aturan import RumusCapaian
from lkip_lib.policies.skala import Skala
from lkip_lib.rumus import jenis
from lkip_lib.rumus.capaian import capaian_mentah, di_skala, tercapai
from lkip_lib.rumus.jenis import ARAH, ARAH_KARTU, JENIS
from lkip_lib.rumus.perbandingan import makna, perubahan_pembanding, selisih_target
from lkip_lib.rumus.triwulan import diukur_setahun, proyeksi
from tests.rumus.pilihan import DUA_SISI, SELISIH

NAN = float("nan")
RUMUS = SELISIH | DUA_SISI
SOAL = (jenis.bertingkat, jenis.berubah, jenis.berentang, jenis.berbatas, jenis.berjenjang, jenis.berkisar)


def mentah(*, arah="naik", bentuk="tingkat"):
    return capaian_mentah(8.55, 7.82, NAN, NAN, jenis=bentuk, arah=arah, nol_tercapai="tidak", **RUMUS)


def arti(*, arah="naik", bentuk="tingkat", berselisih="tidak"):
    lain = {"terhadap": "tahun_lalu", "bentuk": bentuk, "berselisih": berselisih, **DUA_SISI}
    return makna(7.82, 7.9, -0.08, NAN, NAN, NAN, arah=arah, **lain)


def disesuaikan(arah):
    target = pd.DataFrame({"indikator": ["A"], "jenis": [""], "target": [5.0], "target_bawah": [NAN]})
    kartu = pd.DataFrame({"kode": ["A"], "jenis": ["batas"], "arah": [arah]})
    return sesuaikan_jenis(target.assign(target_atas=NAN), kartu)


def mundur(arah):
    """Hold four quarters of a level against the year: a move away from the target depends on the direction."""
    triwulan = [
        {"target": v, "target_tercetak": str(v), "target_desimal": 0, "jenis": ""} for v in (1.0, 2.0, 1.0, 4.0)
    ]
    return target_triwulan._bertentangan("posisi_akhir", {"arah": arah}, triwulan[-1], triwulan)


ARAH_DITANYA = {
    "menurun": jenis.menurun,
    "lebih_baik": lambda a: jenis.lebih_baik(1, 2, a),
    "ujung_terbaik": lambda a: jenis.ujung_terbaik(0, 100, a),
    "kata_baik": jenis.kata_baik,
    "makin_baik": lambda a: jenis.makin_baik(a, "tingkat"),
    "makin_baik rentang": lambda a: jenis.makin_baik(a, "rentang"),
    "yang_lebih_baik": jenis.yang_lebih_baik,
    "yang_lebih_baik rentang": lambda a: jenis.yang_lebih_baik(a, "rentang"),
    "setiap": lambda a: jenis.setiap(jenis.menurun, pd.Series(["naik", a])),
    **{f"capaian {j}": lambda a, j=j: mentah(arah=a, bentuk=j) for j in JENIS},
    "tercapai": lambda a: tercapai(100.0, 8.55, 7.82, arah=a, ambang_tercapai=100),
    **{f"makna {j}": lambda a, j=j: arti(arah=a, bentuk=j) for j in JENIS},
    "makna yang berselisih": lambda a: arti(arah=a, berselisih="ya"),
    "capaian setahun": lambda a: diukur_setahun(98.7, tipe_triwulan="posisi_akhir", arah=a, periode="tw1"),
    "rumus keliru": lambda a: list(rumus_keliru.rumus(8.55, 7.82, a)),
    "target triwulan": mundur,
    "batas tunggal": disesuaikan,
    "templat": lambda a: lingkungan().from_string("{{ menurun(arah) }}").render(arah=a),
}
JENIS_DITANYA = {
    **{s.__name__: s for s in SOAL},
    "makin_baik": lambda j: jenis.makin_baik("naik", j),
    "yang_lebih_baik": lambda j: jenis.yang_lebih_baik("naik", j),
    "setiap": lambda j: jenis.setiap(jenis.berubah, pd.Series(["tingkat", j])),
    "capaian": lambda j: mentah(bentuk=j),
    "makna": lambda j: arti(bentuk=j),
    "perubahan_persen": lambda j: perubahan_pembanding(64.17, 61.64, bentuk=j),
    "selisih target": lambda j: selisih_target(64.17, 65, NAN, NAN, jenis=j),
    "proyeksi": lambda j: proyeksi(1, 1, NAN, NAN, jenis=j, tipe_triwulan="akumulatif", mulai="tw1", periode="tw1"),
    "satuan": lambda j: satuan_ukuran("Persen", j),
    "kisaran kartu": lambda j: rentang_kartu("0-100", j),
    "templat": lambda j: lingkungan().from_string("{{ berubah(j) or berentang(j) }}").render(j=j),
}


@pytest.mark.parametrize("tanya", ARAH_DITANYA.values(), ids=ARAH_DITANYA)
@pytest.mark.parametrize("arah", ["serong", "Naik", "", NAN, None])
def test_arah_ketiga_ditolak(tanya, arah):
    for dikenal in ARAH_KARTU:
        tanya(dikenal)
    with pytest.raises(MasukanSalah, match=r"Arah .* tidak dikenal"):
        tanya(arah)


@pytest.mark.parametrize("tanya", JENIS_DITANYA.values(), ids=JENIS_DITANYA)
@pytest.mark.parametrize("asing", ["dua_arah", "Ordinal", "", NAN, None])
def test_jenis_asing_ditolak(tanya, asing):
    for dikenal in JENIS:
        tanya(dikenal)
    with pytest.raises(MasukanSalah, match=r"Jenis target .* tidak dikenal"):
        tanya(asing)


def test_yang_terdekat_disebut():
    with pytest.raises(MasukanSalah, match='Maksud Anda "turun"'):
        jenis.menurun("turn")
    with pytest.raises(MasukanSalah, match='Maksud Anda "rentang"'):
        jenis.berubah("rentangan")


@pytest.mark.parametrize("kata", JENIS)
def test_setiap_jenis_satu_macam(kata):
    macam = (jenis.bertingkat, jenis.berubah, jenis.berentang, jenis.berbatas, jenis.berjenjang)
    assert [s(kata) for s in macam].count(True) == 1


def test_yang_tidak_menyebut_jenis_mengikuti_kartunya():
    assert not jenis.disebut(jenis.berubah, "")
    assert not jenis.disebut(jenis.berubah, None)
    with pytest.raises(MasukanSalah):
        jenis.disebut(jenis.berubah, "perubahn")
    kolom = pd.Series(["", "perubahan", "tingkat"], index=[4, 2, 9])
    assert jenis.setiap(lambda j: jenis.disebut(jenis.berubah, j), kolom).to_dict() == {4: False, 2: True, 9: False}
    assert jenis.setiap(jenis.berubah, kolom[:0]).dtype == bool


def test_satu_daftar():
    kartu, target = TABLES["indikator"], TABLES["target"]
    assert kartu["arah"].pilihan == ARAH_KARTU
    assert kartu["jenis"].pilihan == target["jenis"].pilihan == JENIS
    for model, medan in ((RumusCapaian, "untuk"), (Skala, "arah")):
        assert get_args(model.model_fields[medan].annotation) == ARAH


def test_lebih_baik_pada_larik():
    nilai = np.array([1.0, 2.0, 3.0])
    assert jenis.lebih_baik(nilai, 2.0, "turun").tolist() == [True, False, False]
    assert jenis.lebih_baik(nilai, 2.0, "naik").tolist() == [False, False, True]


def test_pembacaan_celah_asing_ditolak():
    skala = bawaan().skala["permendagri-86-2017"]
    with pytest.raises(MasukanSalah, match="tidak dikenal"):
        di_skala(90.5, skala, "ambang_tengah")


@pytest.mark.parametrize(
    ("soal", "ya"),
    [
        (jenis.bertingkat, {"tingkat"}),
        (jenis.berubah, {"perubahan"}),
        (jenis.berentang, {"rentang"}),
        (jenis.berbatas, {"batas"}),
        (jenis.berjenjang, {"ordinal"}),
        (jenis.berkisar, {"rentang", "batas"}),
    ],
    ids=lambda v: getattr(v, "__name__", ""),
)
def test_setiap_pertanyaan_dijawab_ya_atau_tidak(soal, ya):
    assert [soal(j) for j in JENIS] == [j in ya for j in JENIS]
    assert [type(soal(j)) for j in JENIS] == [bool] * len(JENIS)


def test_setiap_arah_punya_kata_dan_jawaban():
    assert [jenis.menurun(a) for a in ("naik", "turun", "dalam")] == [False, True, False]
    assert [jenis.dua_sisi(a) for a in ("naik", "turun", "dalam")] == [False, False, True]
    assert [jenis.kata_baik(a) for a in ("naik", "turun", "dalam")] == ["tinggi", "rendah", "dekat ke rentangnya"]
    with pytest.raises(MasukanSalah, match='Arah "datar" tidak dikenal'):
        jenis.dua_sisi("datar")
