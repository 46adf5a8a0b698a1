"""Policies as data: real scales and an agency's own, each read as it says; a broken one refused by file and line."""

import itertools

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lkip_lib.errors import MasukanSalah
from lkip_lib.policies import BAGIAN, RumusCapaian, bawaan, daftar
from lkip_lib.policies.entri import KEYAKINAN
from lkip_lib.policies.ungkapan import baca
from lkip_lib.rumus.capaian import kelas

SKALA = """\
skala:
  skala-dinas:
    judul: Skala dinas
    sumber: Keputusan Kepala Dinas
    untuk: capaian
    tepi: bercelah
    kelas:
      - {nama: Melampaui, bawah: 101}
      - {nama: Tercapai, bawah: 85, atas: 100}
      - {nama: Belum tercapai, atas: 84}
"""
# Shapes of scales that agencies print: classes over 100, gaps of two decimals, lower is better.
SENDIRI = """\
skala:
  lima-kelas:
    judul: Kategori capaian
    sumber: Keputusan Kepala Badan
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Melampaui target, bawah: 100}
      - {nama: Sangat Baik, bawah: 90, atas: 100}
      - {nama: Baik, bawah: 75, atas: 90}
      - {nama: Cukup, bawah: 60, atas: 75}
      - {nama: Kurang, atas: 60}
  mutu-pelayanan:
    judul: Mutu pelayanan
    sumber: Keputusan Kepala Badan
    untuk: nilai
    tepi: bercelah
    kelas:
      - {nama: A, arti: Sangat baik, bawah: 88.31, atas: 100}
      - {nama: B, arti: Baik, bawah: 76.61, atas: 88.30}
      - {nama: C, arti: Kurang baik, bawah: 65, atas: 76.60}
      - {nama: D, arti: Tidak baik, bawah: 25, atas: 64.99}
  waktu-tunggu:
    judul: Waktu tunggu (menit)
    sumber: Standar pelayanan
    untuk: nilai
    arah: turun
    tepi: kanan_terbuka
    kelas:
      - {nama: Cepat, atas: 30}
      - {nama: Sedang, bawah: 30, atas: 60}
      - {nama: Lambat, bawah: 60}
  tiga-status:
    judul: Status target
    sumber: Pedoman badan
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Lebih, bawah: 95}
      - {nama: Tepat, bawah: 95, atas: 95}
      - {nama: Kurang, atas: 95}
  campuran:
    judul: Kategori badan
    sumber: Pedoman badan
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Istimewa, bawah: 100, memuat: tanpa}
      - {nama: Baik, bawah: 85, atas: 100, memuat: keduanya}
      - {nama: Cukup, bawah: 60, atas: 85}
      - {nama: Kurang, atas: 60}
"""
CELAH = ("ambang_bawah", "ambang_atas", "bulatkan")


@pytest.fixture(scope="module")
def sendiri(tmp_path_factory):
    path = tmp_path_factory.mktemp("kebijakan") / "kebijakan.yml"
    path.write_text(SENDIRI)
    return daftar([path]).skala


def read(skala, nilai, celah="ambang_bawah"):
    return kelas(nilai, skala, celah).tolist()


def test_an_agency_brings_its_own_scale(instansi_kecil):
    instansi_kecil.kebijakan(SKALA)
    instansi_kecil.params("skala_capaian: skala-dinas\nbatas: tanpa\n")
    indikator = instansi_kecil.run().frames["indikator"]
    assert indikator["predikat"].tolist() == ["Tercapai", "Melampaui"]
    assert set(indikator["skala"]) == {"skala-dinas (ambang_bawah)"}


def test_the_city_brings_policies_for_every_agency_and_an_agency_its_own(instansi_kecil):
    kota, dinas = instansi_kecil.tempat.kebijakan
    batas = "batas:\n  %s: {judul: Batas, sumber: Keputusan Wali Kota, bawah: 0, atas: %d}\n"
    kota.write_text(batas % ("kota", 130))
    dinas.write_text(batas % ("dinas", 140))
    instansi_kecil.params("batas: kota\n")
    assert instansi_kecil.run().kebijakan.batas.atas == 130
    instansi_kecil.params("batas: dinas\n")
    assert instansi_kecil.run().kebijakan.batas.atas == 140
    dinas.write_text(batas % ("kota", 140))
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("params/dinas-kecil/kebijakan.yml", 2)


def test_a_scale_file_of_earlier_times_is_not_silently_ignored(instansi_kecil):
    instansi_kecil.tempat.params.with_name("skala.yml").write_text("skala-dinas: {}\n")
    masalah = instansi_kecil.refusal()
    assert masalah.berkas == "params/dinas-kecil/skala.yml"
    assert "kebijakan.yml" in masalah.perbaikan


@pytest.mark.parametrize(("bagian", "nama"), [(b, n) for b in BAGIAN for n in getattr(bawaan(), b)])
def test_a_built_in_policy_says_what_it_is_and_where_it_comes_from(bagian, nama):
    entri = getattr(bawaan(), bagian)[nama]
    assert (entri.nama, entri.judul != "", entri.sumber != "") == (nama, True, True)
    assert entri.keyakinan in KEYAKINAN
    assert entri.sebutan


@pytest.mark.parametrize(
    ("nama", "contoh"),
    [
        ("lima-kelas", {100.01: "Melampaui target", 100: "Sangat Baik", 90.01: "Sangat Baik", 90: "Baik", 75: "Cukup",
                        60: "Kurang", -5: "Kurang", 412: "Melampaui target"}),
        ("mutu-pelayanan", {88.31: "A", 88.305: "B", 88.3: "B", 76.6: "C", 65: "C", 64.99: "D", 20: "D", 101: "A"}),
        ("tiga-status", {95.01: "Lebih", 95: "Tepat", 94.99: "Kurang"}),
        ("campuran", {100.01: "Istimewa", 100: "Baik", 85: "Baik", 84.99: "Cukup", 60: "Kurang"}),
        ("waktu-tunggu", {0: "Cepat", 29.99: "Cepat", 30: "Sedang", 59.99: "Sedang", 60: "Lambat", 500: "Lambat"}),
    ],
)  # fmt: skip
def test_scales_of_agencies_are_right_at_their_edges(sendiri, nama, contoh):
    assert read(sendiri[nama], list(contoh)) == list(contoh.values())


def test_a_gap_of_two_decimals_is_rounded_to_two_decimals(sendiri):
    nilai = [88.303, 88.305, 64.994, 64.996]
    assert read(sendiri["mutu-pelayanan"], nilai, "bulatkan") == ["B", "A", "D", "C"]
    assert read(sendiri["mutu-pelayanan"], nilai, "ambang_bawah") == ["B", "B", "D", "D"]
    assert read(sendiri["mutu-pelayanan"], nilai, "ambang_atas") == ["A", "A", "C", "C"]


@pytest.mark.parametrize("nama", ["lima-kelas", "mutu-pelayanan", "waktu-tunggu", *bawaan().skala])
@given(st.lists(st.floats(-50, 500) | st.integers(0, 400).map(lambda n: n / 4), min_size=2))
def test_every_value_has_one_class_and_a_better_value_no_worse_one(sendiri, nama, nilai):
    skala = (bawaan().skala | sendiri)[nama]
    urutan = [k.nama for k in skala.kelas]
    for celah in CELAH:
        peringkat = [urutan.index(k) for k in read(skala, sorted(nilai), celah)]
        assert peringkat == sorted(peringkat, reverse=skala.arah == "naik")


@pytest.mark.parametrize("nama", ["lima-kelas", "mutu-pelayanan", "waktu-tunggu", *bawaan().skala])
def test_a_printed_bound_lies_in_its_own_class_unless_it_is_shared(sendiri, nama):
    skala = (bawaan().skala | sendiri)[nama]
    for k, celah in itertools.product(skala.kelas, CELAH):
        dua = {"kiri_terbuka": [k.atas], "kanan_terbuka": [k.bawah]}.get(skala.tepi, [k.bawah, k.atas])
        assert read(skala, [b for b in dua if b is not None], celah) == [k.nama] * sum(b is not None for b in dua)


def test_a_scale_says_how_it_treats_edges_gaps_and_ends(sendiri):
    nasional = bawaan().skala["permendagri-86-2017"]
    assert nasional.perlakuan("ambang_bawah") == [
        "nilai di celah 50–51, 65–66, 75–76, 90–91 masuk kelas yang batas bawahnya sudah dilewati",
        "di atas 100: Sangat Tinggi",
    ]
    assert "masuk kelas di atas celah" in nasional.perlakuan("ambang_atas")[0]
    assert sendiri["lima-kelas"].perlakuan("ambang_bawah") == [
        "nilai tepat di batas masuk kelas yang lebih rendah nilainya"
    ]
    assert sendiri["waktu-tunggu"].sebutan == "Cepat < 30; Sedang 30–60; Lambat ≥ 60"
    assert sendiri["mutu-pelayanan"].perlakuan("bulatkan")[-1] == "di bawah 25: D"
    assert sendiri["tiga-status"].sebutan == "Lebih > 95; Tepat = 95; Kurang < 95"
    assert sendiri["campuran"].sebutan == "Istimewa > 100; Baik ≥ 85 dan ≤ 100; Cukup > 60 dan < 85; Kurang ≤ 60"


LAIN = """\
rumus:
  milik:
    judul: Rumus dinas
    sumber: Keputusan Kepala Dinas
    untuk: turun
    ungkapan: (2*T - R) / T * 100
batas:
  milik: {judul: Batas dinas, sumber: Keputusan Kepala Dinas, bawah: 0, atas: 130}
efisiensi:
  milik:
    judul: Aturan dinas
    sumber: Keputusan Kepala Dinas
    ukuran: rasio
    kelas:
      - {nama: Sangat efisien, lebih_dari: 1.1}
      - {nama: Efisien, sekurangnya: 1}
      - {nama: Boros}
pembulatan:
  milik: {judul: Tiga desimal, sumber: Keputusan Kepala Dinas, desimal: 3}
"""
TITIK = """\
skala:
  tiga-status:
    judul: Status target
    sumber: Pedoman badan
    untuk: capaian
    tepi: kiri_terbuka
    kelas:
      - {nama: Lebih, bawah: 95}
      - {nama: Tepat, bawah: 95, atas: 95}
      - {nama: Kurang, atas: 95 }
"""


@pytest.mark.parametrize(
    ("isi", "lama", "baru", "baris", "temuan"),
    [
        (SKALA, "atas: 84", "atas: 90", 10, 'kelas "Tercapai" dan "Belum tercapai" tumpang tindih'),
        (SKALA, "bawah: 85, atas: 100", "bawah: 80", 10, '"Tercapai" dan "Belum tercapai" tumpang tindih di 80–84'),
        (SKALA, "bawah: 85, ", "", 10, 'batas antara "Tercapai" dan "Belum tercapai" belum diisi'),
        (SKALA, "tepi: bercelah", "tepi: kiri_terbuka", 9, 'ada celah antara "Melampaui" dan "Tercapai"'),
        (SKALA, "bawah: 101", "bawah: 100", 9, 'kelas "Melampaui" dan "Tercapai" berbagi batas 100'),
        (SKALA, "tepi: bercelah", "tepi: bercelah\n    arah: turun", 10, "urutan kelas"),
        (SKALA, "bawah: 85, atas: 100", "bawah: 100, atas: 85", 9, "batas bawah 100 lebih tinggi dari batas atas 85"),
        (SKALA, "nama: Melampaui", "nama: Tercapai", 9, 'kelas "Tercapai" disebut dua kali'),
        (TITIK, "kiri_terbuka", "bercelah", 9, 'kelas "Lebih" dan "Tepat" berbagi batas 95'),
        (TITIK, "atas: 95}", "atas: 95, memuat: bawah}", 9, 'kelas "Tepat" tidak dapat dicapai nilai mana pun'),
        (TITIK, "bawah: 95}", "bawah: 95, memuat: bawah}", 9, 'kelas "Lebih" dan "Tepat" sama-sama memuat 95'),
        (TITIK, "Kurang, atas: 95", "Kurang, bawah: 95, atas: 95", 10, "sama-sama memuat 95"),
        (SKALA, "bawah: 101", "bawah: 101, memuat: bawah", 8, "dalam skala bercelah memuat kedua batasnya"),
        (SKALA, "tepi: bercelah", "tepi: berclah", 6, '"berclah" bukan pilihan'),
        (SKALA, "    sumber: Keputusan Kepala Dinas\n", "", 2, '"sumber" belum diisi'),
        (SKALA, "bawah: 85", "bawah: delapan", 9, '"delapan" tidak dapat dipakai'),
        (SKALA, "skala-dinas", "permendagri-86-2017", 2, "sudah ada, bawaan atau milik semua instansi"),
        (SKALA, "skala:\n", "skla:\n", 1, 'Kunci "skla" tidak dikenal'),
        (LAIN, "(2*T - R) / T * 100", "(T - R) / T * 100", 6, "rumus ini memberi 0"),
        (LAIN, "(2*T - R) / T * 100", "1 + (1 - R/T) * 100", 6, "rumus ini memberi 1"),
        (LAIN, "(2*T - R) / T * 100", "R / T * 100", 6, "capaian lebih tinggi bila realisasinya naik"),
        (LAIN, "(2*T - R) / T * 100", "__import__('os')", 6, "tidak boleh ada dalam ungkapan"),
        (LAIN, "(2*T - R) / T * 100", "(2*T - R / T", 6, "tidak terbaca"),
        (LAIN, "bawah: 0, atas: 130", "bawah: 130, atas: 0", 8, "batas bawah 130 tidak di bawah batas atas 0"),
        (LAIN, "sekurangnya: 1}", "sekurangnya: 2}", 16, 'ambang "Efisien" tidak di bawah ambang "Sangat efisien"'),
        (LAIN, "lebih_dari: 1.1", "lebih_dari: 1.1, sekurangnya: 1", 15, "perlu satu ambang"),
        (LAIN, "nama: Boros", "nama: Boros, sekurangnya: 0", 17, "kelas terakhir"),
        (LAIN, "ukuran: rasio", "ukuran: rasionya", 13, '"rasionya" bukan pilihan'),
        (LAIN, "desimal: 3", "desimal: 9", 19, '"9" tidak dapat dipakai'),
    ],
)
def test_a_broken_policy_is_refused_by_file_and_line(tmp_path, isi, lama, baru, baris, temuan):
    path = tmp_path / "kebijakan.yml"
    assert isi.count(lama) == 1
    path.write_text(isi.replace(lama, baru))
    with pytest.raises(MasukanSalah) as salah:
        daftar([path])
    masalah = next(m for m in salah.value.masalah if temuan in m.temuan)
    assert (masalah.berkas, masalah.baris) == ("kebijakan.yml", baris)
    assert "kunci dan isinya" not in masalah.perbaikan


def test_all_problems_of_all_files_are_told_at_once(tmp_path):
    satu, dua = tmp_path / "a.yml", tmp_path / "b.yml"
    satu.write_text(SKALA.replace("atas: 84", "atas: 90"))
    dua.write_text(LAIN.replace("atas: 130", "atas: -1").replace("sekurangnya: 1}", "sekurangnya: 2}"))
    with pytest.raises(MasukanSalah) as salah:
        daftar([satu, dua])
    assert [m.berkas for m in salah.value.masalah] == ["a.yml", "b.yml", "b.yml"]


def test_a_file_that_is_no_mapping_is_refused(tmp_path):
    path = tmp_path / "kebijakan.yml"
    path.write_text("- judul: Skala dinas\n")
    with pytest.raises(MasukanSalah, match=r"kebijakan\.yml"):
        daftar([path])


@pytest.mark.parametrize(
    ("teks", "persen"),
    [
        ("(2*T - R) / T * 100", 108.54),
        ("T / R * 100", 109.34),
        ("jika(R <= T, 100, T / R * 100)", 100),
        ("min(max(R, T), 10) / 8.55 * 100 - abs(-R) * 0", 100),
    ],
)
def test_an_expression_computes_what_it_says(teks, persen):
    assert round(computed(teks, 8.55, 7.82), 2) == persen


def computed(teks, target, realisasi):
    """Compute by the formula that an expression of the policies makes."""
    return RumusCapaian(judul="x", sumber="x", untuk="turun", ungkapan=teks).rumus(target, realisasi)


def test_an_expression_takes_arrays_and_gives_no_infinity():
    hasil = computed("T / R * 100", [8.55, 8.55, np.nan], [7.82, 0, 1]).round(2).tolist()
    assert hasil == [109.34, pytest.approx(np.nan, nan_ok=True), pytest.approx(np.nan, nan_ok=True)]
    assert np.isnan(computed("jika(R > 5, 100, T)", 8.55, np.nan))


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("T ** R", "tidak boleh ada"),
        ("T.real", "tidak boleh ada"),
        ("X / T", '"X" tidak boleh ada'),
        ("R / T * True", "tidak boleh ada"),
        ("min(R)", "tidak boleh ada"),
        ("R >= T", "tidak boleh ada"),
        ("jika(R, 1, 2)", "satu perbandingan"),
        ("jika(0 < R < T, 1, 2)", "satu perbandingan"),
        ("R / T * 99,5", "angka desimal dalam ungkapan ditulis dengan titik"),
        ("R ÷ T × 100", "tidak terbaca"),
        ("100", "tidak memakai T maupun R"),
        ("R" + " + R" * 100, "lebih panjang dari 200"),
        ("(" * 150 + "R" + ")" * 49, "tidak terbaca"),
        ("lambda: R", "tidak boleh ada"),
        ("[R for T in R]", "tidak boleh ada"),
        ("R / 1e400", "tidak boleh ada"),
    ],
)
def test_anything_but_arithmetic_is_refused(teks, sebab):
    with pytest.raises(ValueError, match=sebab):
        baca(teks)


@given(st.text(max_size=30) | st.text("TR0123456789.,+-*/()<>= jikamxbs", max_size=30))
@example("T / 0")
@example("T * (1 / 0)")
@example("T")
def test_any_text_is_an_expression_or_refused_in_words(teks):
    entri = RumusCapaian(judul="x", sumber="x", untuk="turun", ungkapan=teks)
    for cacat in entri.periksa():
        assert str(cacat.temuan)


def test_an_entry_without_contents_is_called_by_its_name(tmp_path):
    (tmp_path / "kebijakan.yml").write_text("batas:\n  longgar:\n", encoding="utf-8")
    with pytest.raises(MasukanSalah, match=r'kebijakan\.yml, baris 2: batas\.longgar: "None" tidak dapat dipakai'):
        daftar([tmp_path / "kebijakan.yml"])
