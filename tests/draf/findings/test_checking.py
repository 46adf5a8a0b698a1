"""A contradiction of a draft is told at its cell or sentence, and a draft that agrees is not accused."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lkip_lib import cli
from lkip_lib.draf.findings.notes import KESALAHAN, PERINGATAN
from lkip_lib.draf.run import periksa_draf
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, SKALA, UANG, UKUR, draf, tulis
from tests.inputs.excel import tulis as tulis_excel

KALIMAT = "Indikator Indeks Layanan Warga pada tahun 2024 terealisasi sebesar {} dari target sebesar 80."


def _ubah(baris, b, k, isi):
    baru = [list(x) for x in baris]
    baru[b][k] = isi
    return baru


def _temuan(tmp_path, *isi, pendamping=()):
    hasil = periksa_draf(tulis(tmp_path / "d.docx", *isi), pendamping, 2024, tmp_path / "hasil")
    return [t for t in hasil.temuan if t.tingkat in (KESALAHAN, PERINGATAN)]


def _letak(temuan):
    return {(t.angka.tabel, t.angka.baris, t.angka.kolom) for t in temuan}


def test_a_draft_that_agrees_is_not_accused(tmp_path):
    hasil = periksa_draf(draf(tmp_path / "d.docx"), (), 2024, tmp_path / "hasil")
    assert [t.pesan for t in hasil.temuan if t.tingkat == KESALAHAN] == []


@pytest.mark.parametrize(
    ("ukur", "uang", "sel"),
    [
        (_ubah(UKUR, 1, 6, "97,50"), UANG, (1, 2, 7)),  # a capaian that its formula does not give
        (UKUR, _ubah(UANG, 2, 4, "80,00"), (2, 3, 5)),  # an absorption that its amounts do not give
        (UKUR, _ubah(UANG, 4, 2, "3.100.000.000"), (2, 5, 3)),  # a total that its lines do not make
        (UKUR, _ubah(UANG, 3, 2, "2.400.000.000"), (2, 4, 3)),  # a line by which two sums would agree
    ],
)
def test_a_contradiction_is_told_at_its_cell(tmp_path, ukur, uang, sel):
    temuan = _temuan(tmp_path, "LAPORAN KINERJA TAHUN 2024", JUDUL_UKUR, ukur, JUDUL_UANG, uang)
    assert sel in _letak(temuan)


def test_a_sentence_is_held_against_the_table(tmp_path):
    assert not [t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, KALIMAT.format("84")) if t.angka.paragraf]
    (salah,) = (t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, KALIMAT.format("91")) if t.angka.paragraf)
    assert (salah.angka.paragraf, salah.tingkat) == (2, KESALAHAN)


def test_a_word_of_direction_is_held_against_the_figures(tmp_path):
    banding = [["Indikator", "Realisasi 2023", "Realisasi 2024"], ["Indeks Layanan Warga", "79", "84"]]
    kalimat = "Realisasi Indeks Layanan Warga tahun 2024 sebesar 84, menurun dibandingkan dengan tahun 2023 sebesar 79."
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.2 Perbandingan Realisasi", banding)
    assert any(t.kode == "NAR-06" for t in _temuan(tmp_path, *isi, kalimat))
    assert not any(t.kode == "NAR-06" for t in _temuan(tmp_path, *isi, kalimat.replace("menurun", "meningkat")))


def test_the_steps_of_a_scale_are_not_called_damaged(tmp_path):
    skala = [["No", "Interval Nilai", "Predikat"], ["1", "91 ≤ 100", "Tinggi"], ["2", "76 ≤ 90", "Sedang"],
             ["3", "51 ≤ 75", "Rendah"]]  # fmt: skip
    assert not [t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, "Tabel 3.2 Skala Nilai", skala) if t.kode == "DRF-01"]


def test_a_figure_without_a_clear_subject_is_left(tmp_path):
    hasil = periksa_draf(
        tulis(tmp_path / "d.docx", JUDUL_UKUR, UKUR, "Angka tersebut kemudian menjadi 53,8 persen."), (), 2024, tmp_path
    )
    sel = next(a for a in hasil.bacaan.angka if a.tercetak.startswith("53,8"))
    assert (sel.ember, sel.kode) == ("tidak_ditempatkan", "")


def test_a_note_that_rests_on_a_guess_is_no_more_than_a_warning(tmp_path):
    tebakan = _ubah(_ubah(UKUR, 1, 4, "1.250"), 1, 5, "1.100")
    tebakan[1][2], tebakan[1][3], tebakan[1][6] = "Jumlah Loket Layanan", "", "91,00"
    temuan = [t for t in _temuan(tmp_path, JUDUL_UKUR, tebakan) if t.kode == "CAP-01"]
    assert [t.tingkat for t in temuan] == [PERINGATAN]
    assert "ditebak" in temuan[0].pesan


def test_a_draft_is_held_against_the_signed_agreement(tmp_path):
    pk = tmp_path / "pk.xlsx"
    tulis_excel(
        pk, [["Perjanjian Kinerja 2024"], ["Indikator Kinerja", "Target"], ["Indeks Layanan Warga", "85"]], lembar="PK"
    )
    (beda,) = (t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, pendamping=[pk]) if t.kode == "DRF-10")
    assert beda.angka.letak == (1, 2, 5)
    assert "pk.xlsx mencetak 85" in beda.pesan


def test_the_command_writes_figures_and_notes_and_says_what_was_read(tmp_path, capsys):
    draf(tmp_path / "d.docx")
    assert cli.main(["draf", str(tmp_path / "d.docx"), "--keluar", str(tmp_path / "hasil")]) == 0
    assert capsys.readouterr().out.startswith("2 tabel, 2 dikenali;")
    with (tmp_path / "hasil" / "angka.csv").open(encoding="utf-8") as berkas:
        baris = list(csv.DictReader(berkas))
    assert {b["ember"] for b in baris} <= {"dibaca", "ditebak", "ragu", "tidak_ditempatkan"}
    assert (tmp_path / "hasil" / "catatan.csv").exists()


def test_a_file_without_a_figure_gives_2(tmp_path, capsys):
    path = tmp_path / "d.txt"
    path.write_text("tanpa angka", encoding="utf-8")
    assert cli.main(["draf", str(path), "--keluar", str(tmp_path / "hasil")]) == 2
    assert Path(tmp_path / "hasil" / "angka.csv").exists()


@pytest.mark.parametrize(
    ("kalimat", "banyak"),
    [
        ("Kinerja Dinas Layanan diukur dengan 3 (tiga) indikator.", 1),
        ("Kinerja Dinas Layanan diukur dengan 2 (dua) indikator.", 0),
        ("Capaian 1 indikator belum memenuhi harapan.", 0),
        ("Kelompok pertama: 1 sasaran", 0),
    ],
)
def test_a_count_is_held_against_the_tables_only_where_the_sentence_says_that_it_is_of_all(tmp_path, kalimat, banyak):
    assert len([t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, kalimat) if t.kode == "NAR-13"]) == banyak


def _berkelas(satu, dua):
    kelas = [["Kriteria"], [satu], [dua]]
    ukur = [[*b, *k] for b, k in zip(_ubah(_ubah(UKUR, 1, 5, "64"), 1, 6, "80,00"), kelas, strict=True)]
    return ukur


@pytest.mark.parametrize(("kelas", "salah"), [("Baik", set()), ("Belum Baik", {(2, 2, 8)})])
def test_a_class_word_is_held_against_the_scale_that_the_draft_prints(tmp_path, kelas, salah):
    isi = ("Tabel 3.1 Skala Nilai Kinerja", SKALA, "Tabel 3.2 Pengukuran Kinerja", _berkelas(kelas, "Baik Sekali"))
    assert {s for t, s in _berkode(tmp_path, *isi) if t == "PRE-01"} == salah


@pytest.mark.parametrize(
    "batas", [("> 90", "75 < x ≤ 90", "≤ 75"), ("90 - 100", "75 - 90", "0 - 75"), ("≥ 90", "75 s/d < 90", "< 75")]
)
def test_a_scale_is_known_by_its_signs(tmp_path, batas):
    skala = (SKALA[0], *([b[0], satu, b[2]] for b, satu in zip(SKALA[1:], batas, strict=True)))
    isi = (
        "Tabel 3.1 Skala Nilai Kinerja",
        skala,
        "Tabel 3.2 Pengukuran Kinerja",
        _berkelas("Belum Baik", "Baik Sekali"),
    )
    assert {s for t, s in _berkode(tmp_path, *isi) if t == "PRE-01"} == {(2, 2, 8)}


@pytest.mark.parametrize("skala", [(), ("Tabel 3.1 Skala Nilai Kinerja", (*SKALA[:3], ["3", "cukup", "Belum Baik"]))])
def test_without_a_scale_that_can_be_read_no_class_word_is_accused(tmp_path, skala):
    isi = (*skala, "Tabel 3.2 Pengukuran Kinerja", _berkelas("Belum Baik", "Baik Sekali"))
    assert not any(t == "PRE-01" for t, _ in _berkode(tmp_path, *isi))


@pytest.mark.parametrize(("maju", "salah"), [("93,33", set()), ("99,33", {(2, 2, 4)})])
def test_progress_towards_the_end_of_the_plan_is_measured_by_its_target(tmp_path, maju, salah):
    banding = [
        ["Indikator", "Realisasi 2024", "Target Akhir Renstra 2026", "Tingkat Kemajuan"],
        ["Indeks Layanan Warga", "84", "90", maju],
    ]
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.2 Perbandingan dengan Target Jangka Menengah", banding)
    assert {s for t, s in _berkode(tmp_path, *isi) if t == "CAP-01"} == salah


def test_a_sentence_may_call_an_indicator_by_its_short_name(tmp_path):
    isi = (JUDUL_UKUR, _ubah(UKUR, 1, 2, "Indeks Layanan Warga (ILW)"), "Realisasi ILW tahun 2024 sebesar 91.")
    (salah,) = (t for t in _temuan(tmp_path, *isi) if t.angka.paragraf)
    assert "91" in salah.pesan


def test_a_sentence_may_speak_of_the_money_of_the_agency_by_its_name(tmp_path):
    kalimat = "Anggaran Kecamatan Contoh tahun 2024 sebesar Rp3.000.000.000 "
    kalimat += "dengan realisasi Rp2.700.000.000 atau 96,00%."
    (salah,) = (t for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, JUDUL_UANG, UANG, kalimat) if t.angka.paragraf)
    assert salah.angka.tercetak == "96,00%"


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Indeks Layanan Warga sebesar 91 atau 105% dari target 80.", "91"),
        ("Indeks Layanan Warga sebesar 84 atau 98% dari target 80.", "98%"),
        ("Pada tahun 2024 Inspektorat mengelola anggaran sebesar Rp3.000.000.000 dengan sisa Rp200.000.000.",
         "Rp200.000.000"),
    ],
)  # fmt: skip
def test_a_figure_is_known_by_the_words_around_it(tmp_path, kalimat, salah):
    semua = [
        t.angka.tercetak for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, JUDUL_UANG, UANG, kalimat) if t.angka.paragraf
    ]
    assert semua == [salah]


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Indeks Layanan Warga melampaui target: 84 di atas target 80, capaiannya 105,00%.", []),
        ("Indeks Layanan Warga melampaui target: 91 di atas target 80, capaiannya 105,00%.", ["91"]),
        ("Capaian dan serapan berjarak 15,00 poin pada Indeks Layanan Warga.", []),
    ],
)
def test_what_stands_before_the_target_is_the_realisasi_and_points_are_no_percentage(tmp_path, kalimat, salah):
    assert [t.angka.tercetak for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, kalimat) if t.angka.paragraf] == salah


@pytest.mark.parametrize(
    "kalimat",
    [
        "Realisasi Indeks Layanan Warga tahun 2024 sebesar 84, meningkat {} poin dari tahun 2023 sebesar 79.",
        "Dibandingkan tahun 2023 sebesar 79, Indeks Layanan Warga naik {} poin.",
        "Realisasi Indeks Layanan Warga tahun 2024 sebesar 84 meningkat {} poin dari tahun 2023 sebesar 79.",
    ],
)
@pytest.mark.parametrize(("poin", "salah"), [("5,00", 0), ("5,50", 1)])
def test_by_how_many_points_it_rose_is_held_against_both_years(tmp_path, kalimat, poin, salah):
    banding = [["Indikator", "Realisasi 2023", "Realisasi 2024"], ["Indeks Layanan Warga", "79", "84"]]
    kalimat = kalimat.format(poin)
    isi = (JUDUL_UKUR, UKUR, "Tabel 3.2 Perbandingan Realisasi", banding, kalimat)
    assert [t.angka.tercetak for t in _temuan(tmp_path, *isi) if t.angka.paragraf] == [poin] * salah


@pytest.mark.parametrize("bagian", [("PNS", "PPPK"), ("Laki-laki", "Perempuan"), ("ASN", "Non ASN")])
@pytest.mark.parametrize(("jumlah", "salah"), [("147", set()), ("174", {(1, 3, 5)})])
def test_people_counted_in_two_columns_make_their_total(tmp_path, bagian, jumlah, salah):
    pegawai = [
        ["No", "Golongan", *bagian, "Jumlah"],
        ["1", "IV", "24", "2", "26"],
        ["2", "III", "112", "35", jumlah],
        ["", "Jumlah", "136", "37", "173" if jumlah == "147" else "200"],
    ]
    isi = ("Tabel 1.1 Jumlah Pegawai Menurut Golongan", pegawai, JUDUL_UKUR, UKUR)
    assert {s for t, s in _berkode(tmp_path, *isi) if t == "DRF-04"} - {(1, 4, 5)} == salah


def test_staff_that_two_tables_count_by_the_same_thing_is_counted_once(tmp_path):
    pegawai = [["No", "Jabatan", "ASN", "Non ASN"], ["1", "Struktural", "4", "0"], ["2", "Pelaksana", "9", "5"]]
    jumlah = [*pegawai, ["", "Jumlah", "13", "5"]]
    isi = ("Tabel 1.1 Pegawai Menurut Jabatan", jumlah, "Tabel 1.2 Pegawai Menurut Eselon", jumlah, JUDUL_UKUR, UKUR)
    assert _temuan(tmp_path, *isi) == []


def test_a_row_with_a_number_of_no_known_column_is_not_added_up(tmp_path):
    pegawai = [["Golongan", "PNS", "Magang", "Jumlah"], ["IV", "24", "2", "26"], ["III", "10", "1", "11"]]
    isi = ("Tabel 1.1 Jumlah Pegawai Menurut Golongan", pegawai, JUDUL_UKUR, UKUR)
    assert not any(t == "DRF-04" for t, _ in _berkode(tmp_path, *isi))


@pytest.mark.parametrize("judul", ["%", "Persentase (%)", "Persen"])
def test_a_percentage_of_money_is_known_by_its_heading_however_it_is_written(tmp_path, judul):
    uang = _ubah(_ubah(UANG, 0, 4, judul), 2, 4, "80,00")
    assert (2, 3, 5) in _letak(_temuan(tmp_path, JUDUL_UKUR, UKUR, JUDUL_UANG, uang))


def _berkode(tmp_path, *isi):
    return [(t.kode, (t.angka.tabel, t.angka.baris, t.angka.kolom)) for t in _temuan(tmp_path, *isi)]


TURUN = _ubah(UKUR, 2, 6, "80,00")


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Semakin kecil semakin baik berlaku bagi Lama Antrean Rata-Rata Loket.", True),
        ("Indikator yang semakin rendah nilainya semakin baik (Lama Antrean Rata-Rata Loket) dihitung lain.", True),
        ("Selain Lama Antrean Rata-Rata Loket, semakin kecil semakin baik.", False),
        ("Tahun 2024 makin baik.", False),
    ],
)
def test_a_sentence_may_say_that_less_is_better(tmp_path, kalimat, salah):
    assert ((1, 3, 7) in _letak(_temuan(tmp_path, JUDUL_UKUR, TURUN, kalimat))) is salah


@pytest.mark.parametrize(
    "kalimat",
    [
        "Capaian Indeks Layanan Warga = ((2 x Target) - Realisasi) / Target x 100%.",
        "Capaian Indeks Layanan Warga dihitung 84 / 80 x 100% = 105,00%.",
        "Indeks Layanan Warga mencapai 84 per 1.000 warga.",
    ],
)
def test_the_numbers_of_a_formula_and_of_a_unit_state_nothing(tmp_path, kalimat):
    assert _temuan(tmp_path, JUDUL_UKUR, UKUR, kalimat) == []


def test_a_percentage_beside_its_two_proved_amounts_is_believed(tmp_path):
    kalimat = "Total anggaran Dinas Layanan sebesar Rp3.000.000.000 terealisasi Rp2.700.000.000 (91,00%)."
    (satu,) = _temuan(tmp_path, JUDUL_UKUR, UKUR, JUDUL_UANG, UANG, kalimat)
    assert (satu.tingkat, satu.angka.tercetak) == (KESALAHAN, "91,00%")


RIBUAN = [[t.removesuffix(".000") for t in baris] for baris in UANG]


@pytest.mark.parametrize(("uang", "salah"), [("Rp2.700.000.000", []), ("Rp2.707.000.000", ["Rp2.707.000.000"])])
def test_amounts_of_a_sentence_are_held_against_tables_in_thousands(tmp_path, uang, salah):
    kalimat = f"Realisasi anggaran Dinas Layanan tahun 2024 sebesar {uang} dari total anggaran Rp3.000.000.000."
    isi = (JUDUL_UKUR, UKUR, f"{JUDUL_UANG} (dalam ribuan rupiah)", RIBUAN, kalimat)
    assert [t.angka.tercetak for t in _temuan(tmp_path, *isi)] == salah


def test_a_name_is_the_same_with_its_code_before_it_and_a_mark_of_a_note_behind_it(tmp_path):
    maju = [
        ["SK/IKSK", "Realisasi 2024", "Target 2026", "Capaian terhadap Target 2026 (%)"],
        ["SK.1 Meningkatnya mutu layanan", "", "", ""],
        ["IKSK.1.1 Indeks Layanan Warga\u00b9", "82", "100", "84,00"],
    ]
    assert _letak(_temuan(tmp_path, JUDUL_UKUR, UKUR, "Tabel 3.2 Capaian terhadap Akhir Renstra", maju)) == {(2, 3, 2)}


def test_one_cell_alone_shows_no_uncustomary_bound(tmp_path):
    assert (1, 3, 7) in _letak(_temuan(tmp_path, JUDUL_UKUR, _ubah(UKUR, 2, 6, "110,00")))


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Indeks Layanan Warga terealisasi 84, yaitu 42 dari 50 warga.", []),
        ("Dari 2 indikator, yang diukur 1 indikator berkategori Tinggi.", []),
        ("Indeks Layanan Warga memperoleh skor 84 dari target 80 (98,00%).", ["98,00%"]),
        ("Indeks Layanan Warga berdasarkan survei Balai Mutu adalah 48.", ["48"]),
    ],
)
def test_parts_and_classes_are_not_taken_for_the_whole(tmp_path, kalimat, salah):
    assert [t.angka.tercetak for t in _temuan(tmp_path, JUDUL_UKUR, UKUR, kalimat)] == salah


@pytest.mark.parametrize(("serapan", "salah"), [("90,00", []), ("91,00", [(1, 3, 5)])])
def test_a_draft_of_money_alone_is_checked_too(tmp_path, serapan, salah):
    assert sorted(_letak(_temuan(tmp_path, JUDUL_UANG, _ubah(UANG, 2, 4, serapan)))) == salah


@pytest.mark.parametrize(
    ("kalimat", "salah"),
    [
        ("Sebanyak 1 indikator berkategori Baik Sekali.", []),
        ("Dari 2 indikator, 2 indikator dengan predikat Baik Sekali dan 1 indikator berkategori Baik.", ["2"]),
        ("Pada sasaran pertama 2 indikator berkategori Baik.", []),
        ("Pada tahun 2023 sebanyak 2 indikator berkategori Baik.", []),
        ("Sebanyak 2 indikator berkategori Hijau.", []),
    ],
)
def test_how_many_indicators_are_of_a_class_is_counted_by_the_printed_scale(tmp_path, kalimat, salah):
    ukur = _berkelas("Baik", "Baik Sekali")
    isi = ("Tabel 3.1 Skala Nilai Kinerja", SKALA, "Tabel 3.2 Pengukuran Kinerja", ukur, kalimat)
    assert [t.angka.tercetak for t in _temuan(tmp_path, *isi) if t.angka.paragraf] == salah
