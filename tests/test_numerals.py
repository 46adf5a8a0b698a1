"""Numbers are read as a careful Indonesian reader would, and what is written is read back unchanged."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.angka.ukur import ukur
from lkip_lib.numerals import (
    Reading,
    desimal,
    persen,
    read,
    rupiah,
    sepadan,
    setara,
    singkat_rupiah,
    terbilang,
    terbulat,
    terpotong,
    units,
    write,
)

STATUSES = {"angka", "belum_diisi", "tidak_terbaca", "tidak_berlaku"}
SATUAN = ("", "rupiah", "orang", "persen", "nilai", "juta rupiah", "Orang/Bulan", "rasio")


def consistent(reading: Reading) -> bool:
    """A refused number never has a value, and a read one always says something."""
    said = (reading.value, reading.low, reading.high)
    if reading.status == "angka":
        return any(part is not None for part in said)
    return said == (None, None, None) and (reading.status != "tidak_terbaca" or bool(reading.note))


# --- states ---


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "\u00a0",
        "-",
        "--",
        "–",
        "—",
        "...",
        "…",
        "tidak ada",
        "Tidak ada data",
        "belum tersedia",
        "Rp -",
        "%",
    ],
)
def test_blank_and_dashes_are_not_filled_in(text):
    assert (read(text).status, read(text).value, read(text).note) == ("belum_diisi", None, "")


@pytest.mark.parametrize("text", ["n/a", "N/A", "NA", "tidak berlaku", "Tidak relevan", "tidak_berlaku"])
def test_not_applicable(text):
    assert (read(text).status, read(text).value) == ("tidak_berlaku", None)


# --- numbers ---


@pytest.mark.parametrize(
    ("text", "satuan", "value", "decimals", "unit"),
    [
        ("11.093.669.000", "rupiah", 11093669000, 0, ""),
        ("Rp. 18.508.617.440,-", "rupiah", 18508617440, 0, "Rp"),
        ("Rp. 30.000.000.-", "rupiah", 30000000, 0, "Rp"),
        ("Rp18.508.617.440", "", 18508617440, 0, "Rp"),
        ("IDR 1.000.000", "", 1000000, 0, "Rp"),
        ("1.234.567,50", "rupiah", 1234567.5, 2, ""),
        ("1.234.567,00", "rupiah", 1234567, 2, ""),
        ("-Rp1.000.000", "rupiah", -1000000, 0, "Rp"),
        ("Rp -1.000.000", "rupiah", -1000000, 0, "Rp"),
        ("7,82", "persen", 7.82, 2, ""),
        ("1.234,56", "", 1234.56, 2, ""),
        ("-0,13", "persen", -0.13, 2, ""),
        ("-0,0325", "", -0.0325, 4, ""),
        ("−0,13", "", -0.13, 2, ""),
        ("–0,13", "", -0.13, 2, ""),
        ("+0,13", "", 0.13, 2, ""),
        ("100%", "persen", 100, 0, "%"),
        ("-412%", "persen", -412, 0, "%"),
        ("-412", "nilai", -412, 0, ""),
        ("601 Org", "orang", 601, 0, "Org"),
        ("6 Keg", "kegiatan", 6, 0, "Keg"),
        ("52 Prsh", "perusahaan", 52, 0, "Prsh"),
        ("20Rekom", "", 20, 0, "Rekom"),
        ("12,5 persen", "", 12.5, 1, "persen"),
        ("12,50 persen poin", "", 12.5, 2, "persen poin"),
        ("Rp50.000/orang", "", 50000, 0, "Rp/orang"),
        ("12 Peraturan", "Peraturan", 12, 0, "Peraturan"),
        ("2,5 juta", "", 2500000, -5, ""),
        ("2,5 juta orang", "orang", 2500000, -5, "orang"),
        ("Rp17,01 Milyar", "rupiah", 17010000000, -7, "Rp"),
        ("750 ribu", "rupiah", 750000, -3, ""),
        ("１２，５％", "persen", 12.5, 1, "%"),
        ("\u00a07,82\u00a0", "", 7.82, 2, ""),
        ("1:17,9", "rasio", 17.9, 1, "1:n"),
        ("1 : 17,9", "", 17.9, 1, "1:n"),
        ("1 banding 20", "rasio", 20, 0, "1:n"),
        ("Peringkat 3", "Peringkat", 3, 0, "Peringkat"),
        ("Peringkat ke-3", "Peringkat", 3, 0, "Peringkat"),
        ("Level 3", "Level", 3, 0, "Level"),
        ("Nilai 64,17", "Nilai", 64.17, 2, "Nilai"),
        ("= 80", "persen", 80, 0, ""),
        ("25 ‰", "permil", 25, 0, "‰"),
        ("305 per 100.000 KH", "per 100.000 kelahiran hidup", 305, 0, "per 100.000 KH"),
        ("6,5 hari", "hari", 6.5, 1, "hari"),
        ("112,35", "Indeks", 112.35, 2, ""),
        ("12 m2", "m2", 12, 0, "m²"),
        ("-0", "", 0, 0, ""),
        ("05 Dokumen", "", 5, 0, "Dokumen"),
    ],
)
def test_plain_numbers(text, satuan, value, decimals, unit):
    reading = read(text, satuan=satuan)
    assert (reading.value, reading.decimals, reading.unit) == (value, decimals, unit)
    assert reading.status == "angka"
    assert not reading.note or reading.candidates


@pytest.mark.parametrize(
    ("text", "satuan", "value", "note"),
    [
        ("64.17", "nilai", 64.17, "titik dibaca sebagai koma desimal"),
        ("53.155611", "persen", 53.155611, "titik dibaca sebagai koma desimal"),
        ("8.55", "persen", 8.55, "titik dibaca sebagai koma desimal"),
        ("4.91 %", "", 4.91, "titik dibaca sebagai koma desimal"),
        ("58.00", "persen", 58, "titik dibaca sebagai koma desimal"),
        ("58.0", "orang", 58, "titik dibaca sebagai koma desimal"),
        ("18508617440.0", "rupiah", 18508617440, "titik dibaca sebagai koma desimal"),
        ("6.49 triliun", "rupiah", 6.49e12, "titik dibaca sebagai koma desimal"),
        ("1,234.56", "", 1234.56, "titik dibaca sebagai koma desimal"),
        ("25,000,000", "rupiah", 25000000, "koma dibaca sebagai pemisah ribuan"),
        ("1 234 567", "orang", 1234567, "spasi dibaca sebagai pemisah ribuan"),
        ("1\u2009234\u2009567,5", "", 1234567.5, "spasi dibaca sebagai pemisah ribuan"),
        ("Rp. 1.726.974.169.", "rupiah", 1726974169, "titik di ujung diabaikan"),
        ("Νρ. 11.093.669.000", "rupiah", 11093669000, "dibaca sebagai Rp"),
        ("πρ. 649.320.624", "rupiah", 649320624, "dibaca sebagai Rp"),
        ("64,17 (B)", "nilai", 64.17, "(B)"),
        ("B (64,17)", "nilai", 64.17, 'predikat "B"'),
        ("80*)", "persen", 80, 'tanda "*)"'),
        ("12 (dua belas) dokumen", "dokumen", 12, "(dua belas)"),
        ("Rp5.000.000 (lima juta rupiah)", "rupiah", 5000000, "(lima juta rupiah)"),
        ("Rp 17,01 M", "rupiah", 17010000000, '"M" dibaca sebagai miliar'),
        ("Rp61,198 M", "rupiah", 61198000000, '"M" dibaca sebagai miliar'),
        ("1,2 T", "rupiah", 1200000000000, '"T" dibaca sebagai triliun'),
        ("Nihil", "kasus", 0, 'kata "Nihil" dibaca sebagai nol'),
        ("(125%) Melebihi target", "persen", 125, "Melebihi target"),
        ("(1.000)", "", -1000, "angka negatif"),
        ("(1.000)", "rupiah", -1000, "angka negatif"),
        ("Rp17,01", "", 17.01, "miliar"),
        ("12 Peluang", "", 12, "satuan"),
    ],
)
def test_choices_are_noted(text, satuan, value, note):
    reading = read(text, satuan=satuan)
    assert (reading.value, reading.status) == (value, "angka")
    assert note in reading.note
    assert reading.note.startswith("Dibaca ")
    assert reading.note.endswith(".")


# --- two readings ---


@pytest.mark.parametrize(
    ("text", "satuan", "value"),
    [
        ("USD 185,6 juta", "Juta USD", 185.6),
        ("185,6 juta US$", "Juta US$", 185.6),
        ("Rp12,5 juta", "Rp juta", 12.5),
        ("12,5 juta", "Rp juta", None),  # of the unit, or a million times that
    ],
)
def test_a_cell_may_repeat_the_whole_unit_of_its_column(text, satuan, value):
    assert read(text, satuan=satuan).value == value


@pytest.mark.parametrize(
    ("text", "satuan", "rentang", "value"),
    [
        ("1,260", "orang", None, 1260),
        ("500.000", "rupiah", None, 500000),
        ("64.170", "nilai", None, 64.17),
        ("12.500", "persen", (0, 100), 12.5),
        ("98,720", "persen", (0, 100), 98.72),
        ("12.500", "", (1000, None), 12500),
        ("Rp2.500 miliar", "rupiah", (0, 1e11), 2.5e9),
    ],
)
def test_unit_and_limits_decide(text, satuan, rentang, value):
    reading = read(text, satuan=satuan, rentang=rentang)
    assert reading.value == value
    assert value in reading.candidates
    assert len(reading.candidates) == 2
    assert "bukan" in reading.note


@pytest.mark.parametrize(
    ("text", "satuan", "value"),
    [
        ("9.900", "orang", 9900),
        ("1.260/org/bln", "Orang/Bulan", 1260),
        ("1.260 Org", "", 1260),
        ("9.000", "dokumen", 9000),
        ("-1.260", "orang", -1260),
    ],
)
def test_a_count_written_as_it_should_be_needs_no_note(text, satuan, value):
    assert (read(text, satuan=satuan).value, read(text, satuan=satuan).note) == (value, "")


@pytest.mark.parametrize(
    ("text", "satuan", "rentang", "candidates"),
    [
        ("12.500", "persen", None, (12500, 12.5)),
        ("58.00", "orang", None, (58, 58000)),
        ("53.155611", "", None, (53155611, 53.155611)),
        ("1.260", "", None, (1260, 1.26)),
        ("1,260", "rasio", None, (1260, 1.26)),
        ("9.900", "juta rupiah", None, (9900, 9.9)),
        ("Rp2.500 miliar", "rupiah", None, (2.5e12, 2.5e9)),
        ("12.500", "persen", (50, 90), (12500, 12.5)),
        ("Rp. 18.508.617,440,-", "rupiah", None, (18508617.44, 18508617440)),
        ("2,5 juta", "juta rupiah", None, (2.5, 2500000)),
    ],
)
def test_undecided_is_refused_with_both_readings(text, satuan, rentang, candidates):
    reading = read(text, satuan=satuan, rentang=rentang)
    assert (reading.status, reading.value) == ("tidak_terbaca", None)
    assert reading.candidates == pytest.approx(candidates)


def test_a_leading_zero_is_no_thousands_group():
    assert read("0.900", satuan="persen").value == 0.9
    assert read("0,900", satuan="persen").candidates == ()


# --- refused ---


@pytest.mark.parametrize("satuan", SATUAN)
@pytest.mark.parametrize(
    "text",
    [
        *("35.000.0000", "649.20.624", "170804.700", "1450420.000", "649.649320.624", "1234.567,89"),
        *("1O0", "l00", "100l", "12-", "- 80", "1. 260", "10²", "½", "#REF!", "abc", "IV", "²"),
        *(
            "100 lebih",
            "2 ribu juta",
            "sekitar 80",
            "90 - 80",
            "3 -412%",
            "2:3",
            "12-05-2024",
        ),
        *("99.999.999 999.999.999", "10 #", "9" * 50, "9" * 30, "9" * 26, "9007199254740993", "1 " * 200, "٣"),
    ],
)
def test_damage_is_refused_whatever_the_column(text, satuan):
    reading = read(text, satuan=satuan)
    assert (reading.status, reading.value) == ("tidak_terbaca", None)
    assert consistent(reading)


@pytest.mark.parametrize(
    ("text", "satuan", "rentang", "note"),
    [
        ("35.000.0000", "rupiah", None, "kelompok ribuan tidak utuh"),
        ("64.17", "rupiah", None, "pecahan rupiah"),
        ("25.00", "rupiah", None, "pecahan rupiah"),
        ("64.17", "orang", None, "pecahan"),
        ("7,5", "dokumen", None, "pecahan"),
        ("03.30", "persen", None, "ada angka yang hilang"),
        ("6417", "nilai", None, "di luar rentang dari 0 sampai 200"),
        ("150.250", "nilai", None, "di luar rentang dari 0 sampai 100"),
        ("nihil", "persen", None, "bukan satu angka"),
        ("3.849/9.181", "persen", None, "pembilang dan penyebut tanpa hasilnya"),
        ("12 (dua puluh) orang", "orang", None, 'terbilangnya "dua puluh"'),
        ("25%", "rupiah", None, '"%" tercetak di kolom yang satuannya rupiah'),
        ("25%", "Orang", None, '"%" tercetak'),
        ("12 orang", "rupiah", None, '"orang" tercetak'),
        ("Rp1.250.000", "persen", None, '"Rp" tercetak'),
        ("50‰", "%", None, '"‰" tercetak'),
        ("2,5 M", "juta rupiah", None, 'pengali "M"'),
        ("150", "persen", (0, 100), "di luar rentang"),
        ("-5", "persen", (0, 100), "di luar rentang"),
    ],
)
def test_refusals_say_why(text, satuan, rentang, note):
    reading = read(text, satuan=satuan, rentang=rentang)
    assert reading.status == "tidak_terbaca"
    assert note in reading.note


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Rp 3,40 milir", "miliar"),
        ("Rp. 512 jutta", "juta"),
        ("4,1 triliunn", "triliun"),
        ("2,1 - 2,3 trilun", "triliun"),
        ("900 rupih", "rupiah"),
        ("(7,5) jutaa", "juta"),
        ("7,5 (milliiar)", "miliar"),
        ("-4 Belanja Modal", ""),
        ("Rp 25 lembar", ""),
    ],
)
def test_an_unknown_word_in_a_cell_of_money_is_no_unit_and_the_word_it_nears_is_named(text, near):
    reading = read(text, satuan="rupiah")
    assert (reading.status, reading.value) == ("tidak_terbaca", None)
    assert (f'mungkin "{near}"' in reading.note) is bool(near)


def test_a_word_that_nearly_multiplies_is_no_unit_of_anything():
    assert read("2 jutta orang", satuan="orang").status == "tidak_terbaca"
    assert read("2 Nagari", satuan="Nagari").value == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 milyard", 12e9),
        ("Rp1,5 miliyar", 1.5e9),
        ("3 milliard rupiah", 3e9),
        ("Rp 2,25 Triliyun", 2.25e12),
        ("Rp 2,25 trilyon", 2.25e12),
        ("Rp58,3 juta per kapita", 58.3e6),
        ("Rp. 1.500.000 perbulan", 1.5e6),
        ("Rp 800.000 (APBD)", 8e5),
    ],
)
def test_multipliers_are_read_however_they_are_spelled_and_money_may_be_for_anything(text, value):
    assert read(text, satuan="rupiah").value == value


def test_limits_are_inclusive_and_the_printed_text_is_kept():
    assert read("0,3", rentang=(0.3, 0.3)).value == 0.3
    assert read(" Rp. 5.000,- ").text == "Rp. 5.000,-"


# --- ranges and bounds ---


@pytest.mark.parametrize(
    ("text", "low", "high", "left_out", "unit"),
    [
        ("≥95", 95, None, "", ""),
        (">= 95 %", 95, None, "", "%"),
        ("≤ 7,82", None, 7.82, "", ""),
        ("<49", None, 49, "high", ""),
        ("> 49", 49, None, "low", ""),
        ("kurang dari 49", None, 49, "high", ""),
        ("Lebih dari 80 persen", 80, None, "low", "persen"),
        ("tidak kurang dari 80", 80, None, "", ""),
        ("minimal 3 Dokumen", 3, None, "", "Dokumen"),
        ("sekurang-kurangnya 80%", 80, None, "", "%"),
        ("80 persen ke atas", 80, None, "", "persen"),
        ("80 atau lebih", 80, None, "", ""),
        ("80% (minimal)", 80, None, "", "%"),
        ("⩾80", 80, None, "", ""),
        ("≧80", 80, None, "", ""),
        ("≦80", None, 80, "", ""),
        ("⩽80", None, 80, "", ""),
        ("maks. 25‰", None, 25, "", "‰"),
        ("max : 25", None, 25, "", ""),
        ("tidak lebih dari 25", None, 25, "", ""),
        ("s.d. 25", None, 25, "", ""),
        ("> 60% dan < 85%", 60, 85, "low high", "%"),
        ("≥80 - ≤90", 80, 90, "", ""),
        ("> 80 - 90", 80, 90, "low", ""),
        ("lebih dari 80 sampai 90", 80, 90, "low", ""),
        ("70 < x ≤ 80", 70, 80, "low", ""),
        ("50 < nilai <= 60", 50, 60, "low", ""),
        ("90% ≥ NK > 80%", 80, 90, "low", "%"),
        ("0 ≤ x < 50", 0, 50, "high", ""),
        ("80 - < 90", 80, 90, "high", ""),
        ("antara 60 dan 85", 60, 85, "", ""),
        ("maksimal 10", None, 10, "", ""),
        ("80 - 90%", 80, 90, "", "%"),
        ("80–90", 80, 90, "", ""),
        ("80% s/d 90%", 80, 90, "", "%"),
        ("80 sampai dengan 90,5", 80, 90.5, "", ""),
        ("-5 - -3", -5, -3, "", ""),
        ("2 - 3 juta orang", 2000000, 3000000, "", "orang"),
        ("Rp 1.000 - 2.000", 1000, 2000, "", "Rp"),
        ("Rp1.000,- s.d. Rp2.000,-", 1000, 2000, "", "Rp"),
    ],
)
def test_ranges_and_bounds(text, low, high, left_out, unit):
    reading = read(text)
    assert (reading.status, reading.value) == ("angka", None)
    assert (reading.low, reading.high, reading.unit) == (low, high, unit)
    assert (reading.strict_low, reading.strict_high) == ("low" in left_out, "high" in left_out)


# --- shares with their two counts ---


@pytest.mark.parametrize(
    ("text", "satuan", "value", "parts"),
    [
        ("41,92 (3.849/ 9.181)", "persen", 41.92, (3849, 9181)),
        ("41,92% (3.849 dari 9.181)", "persen", 41.92, (3849, 9181)),
        ("41,92 (3.849 orang / 9.181 orang)", "persen", 41.92, (3849, 9181)),
        ("3849/9181 x 100% = 41,92%", "persen", 41.92, (3849, 9181)),
        ("3.849/9.181 (41,92%)", "persen", 41.92, (3849, 9181)),
        ("92,5 (12,5/13,514)", "persen", 92.5, (12.5, 13.514)),
        ("8,35 (26/3.114)", "permil", 8.35, (26, 3114)),
        ("100 (5/5)", "persen", 100, (5, 5)),
        ("50 (3/9)", "persen", 50, (3, 9)),
        ("64,17 (tahun 2023/2024)", "nilai", 64.17, ()),
    ],
)
def test_a_share_keeps_the_counts_printed_beside_it(text, satuan, value, parts):
    reading = read(text, satuan=satuan)
    assert (reading.status, reading.value, reading.parts) == ("angka", value, parts)


# --- writing ---


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        *(
            (1234.5, 2, "1.234,50"),
            (2.675, 2, "2,68"),
            (-2.675, 2, "-2,68"),
            (-0.0, 2, "0,00"),
            (-0.001, 2, "0,00"),
        ),
        *(
            (None, 2, "–"),
            (float("nan"), 2, "–"),
            (Decimal("NaN"), 2, "–"),
            (18508617440, 0, "18.508.617.440"),
        ),
        *((2512345, -5, "2.500.000"), (1e300, 0, "1" + ".000" * 100), (0.5, 0, "1"), (1e-7, 2, "0,00")),
    ],
)
def test_write(value, decimals, text):
    assert write(value, decimals) == text


def test_write_trims_only_decimals():
    assert [write(v, trim=True) for v in (80, 7.5, 100.0, 1000, 1.25)] == [
        "80",
        "7,5",
        "100",
        "1.000",
        "1,25",
    ]


@pytest.mark.parametrize("writer", [write, rupiah, persen, singkat_rupiah, terbilang])
def test_writers_agree_on_missing_and_refuse_the_rest(writer):
    class Missing:  # as pandas.NA prints itself
        def __str__(self):
            return "<NA>"

    assert writer(None) == writer(float("nan")) == writer(Missing()) == "–"
    for wrong in (float("inf"), True, "abc"):
        with pytest.raises(ValueError, match="bukan angka"):
            writer(wrong)


def test_rupiah_and_persen():
    assert rupiah(18508617440) == "Rp18.508.617.440"
    assert [rupiah(v) for v in (-1000, 0, -0.4, 999.5)] == ["-Rp1.000", "Rp0", "Rp0", "Rp1.000"]
    assert [persen(v) for v in (83.47, -412, 100)] == ["83,47%", "-412,00%", "100,00%"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *(
            (18508617440, "Rp18,51 miliar"),
            (40_000_000, "Rp40,00 juta"),
            (1_230_000_000_000, "Rp1,23 triliun"),
        ),
        *((999_999, "Rp999.999"), (1_000_000, "Rp1,00 juta"), (999_999_999, "Rp1,00 miliar"), (0, "Rp0")),
        *((995_000_000, "Rp995,00 juta"), (-2_500_000, "-Rp2,50 juta"), (3.6e15, "Rp3.600,00 triliun")),
    ],
)
def test_singkat_rupiah(value, text):
    assert singkat_rupiah(value) == text


# --- spelling out ---


@pytest.mark.parametrize(
    ("value", "words"),
    [
        *(
            (0, "nol"),
            (11, "sebelas"),
            (12, "dua belas"),
            (20, "dua puluh"),
            (100, "seratus"),
            (111, "seratus sebelas"),
        ),
        *((1000, "seribu"), (1500, "seribu lima ratus"), (2000, "dua ribu"), (1_000_000, "satu juta")),
        *((1_001_000, "satu juta seribu"), (101_000, "seratus satu ribu"), (21_000, "dua puluh satu ribu")),
        *((7.82, "tujuh koma delapan dua"), (80.0, "delapan puluh"), (0.05, "nol koma nol lima")),
        *((-5, "minus lima"), (-0.0, "nol"), (-0.5, "minus nol koma lima"), (10**15, "satu kuadriliun")),
        (
            18508617440,
            "delapan belas miliar lima ratus delapan juta enam ratus tujuh belas ribu empat ratus empat puluh",
        ),
    ],
)
def test_terbilang(value, words):
    assert terbilang(value) == words


def test_terbilang_ends_at_kuadriliun():
    assert terbilang(10**18 - 1).startswith("sembilan ratus sembilan puluh sembilan kuadriliun")
    with pytest.raises(ValueError, match="terbilang hanya sampai"):
        terbilang(10**18)


def value_of(words: str) -> int:
    """Evaluate spelled-out words the way a reader does, independently of how they were made."""
    digits = {"nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7}
    digits |= {"delapan": 8, "sembilan": 9}
    scales = {word: 1000**n for n, word in enumerate(("ribu", "juta", "miliar", "triliun", "kuadriliun"), 1)}
    for joined in ("puluh", "belas", "ratus", "ribu"):
        words = words.replace(f"se{joined}", f"satu {joined}")
    total = group = digit = 0
    for word in words.replace("sebelas", "satu belas").split():
        if word in digits:
            digit = digits[word]
        elif word == "belas":
            group, digit = group + 10 + digit, 0
        elif word in ("puluh", "ratus"):
            group, digit = group + digit * {"puluh": 10, "ratus": 100}[word], 0
        else:
            total, group, digit = total + (group + digit) * scales[word], 0, 0
    return total + group + digit


# --- properties ---


@given(st.integers(0, 10**15))
def test_terbilang_is_read_back(number):
    assert value_of(terbilang(number)) == number


@given(st.integers(0, 10**15), st.sampled_from(["satu ribu", "satu ratus", "satu puluh", "satu belas"]))
def test_terbilang_uses_the_short_forms(number, wrong):
    words = terbilang(number)
    assert f" {wrong} " not in f" {words.replace('puluh satu ribu', '').replace('ratus satu ribu', '')} "


@given(st.integers(-(10**15), 10**15))
def test_rupiah_is_read_back(number):
    assert read(rupiah(number), satuan="rupiah").value == number
    assert read(rupiah(number)).value == number


@given(st.integers(-(10**12), 10**12))
def test_counts_are_read_back(number):
    assert read(write(number, 0), satuan="orang").value == number


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["persen", "", "rasio", "rupiah"]))
def test_two_decimals_are_read_back(number, satuan):
    reading = read(write(number), satuan=satuan)
    assert reading.value == float(number)
    assert reading.decimals == 2


@given(st.decimals(0, 100, places=2), st.integers(0, 6))
def test_scores_are_read_back_at_any_precision(number, decimals):
    written = write(number, decimals)
    reading = read(written, satuan="nilai", rentang=(0, 100))
    # "1,000" can be a thousand, but not in this column.
    assert write(reading.value, decimals) == written


@given(st.text() | st.text("0123456789.,- ()%:RpjutaribuOrg/≥<–+²"), st.sampled_from(SATUAN))
def test_any_text_gives_a_consistent_reading(text, satuan):
    reading = read(text, satuan=satuan)
    assert reading.status in STATUSES
    assert consistent(reading)


@given(st.from_regex(r"-?[0-9]{1,7}([.,][0-9]{1,4}){1,3}", fullmatch=True))
def test_a_value_never_depends_on_the_column_unless_said(text):
    """Whatever two columns make of one text, they differ only where each lists both candidates."""
    readings = [read(text, satuan=satuan) for satuan in SATUAN]
    for one, other in product(readings, readings):
        if one.value is not None and other.value is not None and one.value != other.value:
            assert {one.value, other.value} <= set(one.candidates) & set(other.candidates)


def test_plain_integers_keep_every_digit():
    assert read("9007199254740991", satuan="rupiah").value == 9007199254740991


def test_no_shape_of_the_benchmark_is_read_wrong():
    """A small fixed part of `python -m benchmarks.angka`."""
    hasil = ukur(banyak=40, benih=7)
    assert len(hasil.hitung) >= 32
    assert hasil.salah == []
    assert hasil.luput == []


@pytest.mark.parametrize(
    ("satuan", "text"),
    [("Persen", "poin"), ("%", "poin"), ("Indeks", "poin"), ("Rasio", "poin"), ("Kasus", "Kasus"), ("ton", "ton")],
)
def test_a_unit_of_difference(satuan, text):
    assert units.selisih(satuan) == text


@pytest.mark.parametrize(
    ("text", "unit", "value"), [("tiga", "program", 3), ("Dua belas", "orang", 12), ("tiga", "persen", None)]
)
def test_a_count_may_be_spelled_out(text, unit, value):
    assert read(text, satuan=unit).value == value


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.29 / 0.32 * 100, "90,63"), ((2 * 9.6 - 9.9) / 9.6 * 100, "96,88"), (1.005, "1,01"), (0.1249999989, "0,12")],
)
def test_an_exact_half_is_decided_at_the_ninth_decimal(value, text):
    assert write(value) == text


@pytest.mark.parametrize(
    "text",
    [
        *("belum diukur", "Belum dinilai oleh BPS", "dalam proses", "masih dalam proses penilaian", "sedang diproses"),
        *("Diukur di TW IV", "Diukur pada Triwulan 4", "akan dihitung akhir tahun 2025", "Dirilis bulan 3"),
        *("menunggu rilis BPS tahun 2025", "Hasil survei belum terbit", "tidak diukur", "on progress", "belum"),
    ],
)
def test_words_for_what_is_still_to_come_are_not_filled_in(text):
    assert (read(text, satuan="persen").status, read(text).note) == ("belum_diisi", "")


@pytest.mark.parametrize("text", ["belum mencapai 80", "belum 75%", "diproses 12 berkas", "dinilai 3,2", "prosesor"])
def test_what_states_a_number_beside_such_words_is_not_taken_for_blank(text):
    assert read(text).status == "tidak_terbaca"


@pytest.mark.parametrize(
    ("text", "satuan", "value", "unit"),
    [
        ("Rangking 4", "Peringkat", 4, "Rangking"),
        ("rangking ke-12", "Rangking", 12, "rangking"),
        ("Urutan 3", "peringkat", 3, "Urutan"),
        ("orang 1.250", "orang", 1250, "orang"),
        ("Dokumen: 7", "dokumen", 7, "Dokumen"),
        ("nagari 15", "Nagari", 15, "nagari"),
        ("persen 87,5", "persen", 87.5, "persen"),
    ],
)
def test_a_rank_or_a_unit_may_stand_before_its_number(text, satuan, value, unit):
    assert (read(text, satuan=satuan).value, read(text, satuan=satuan).unit) == (value, unit)


@pytest.mark.parametrize(("text", "satuan"), [("tahun 2024", "tahun"), ("triwulan 4", "orang"), ("Pasal 5", "orang")])
def test_a_word_that_only_numbers_what_follows_is_no_unit(text, satuan):
    assert read(text, satuan=satuan).value is None


@pytest.mark.parametrize("text", [">= 85 s/d < 100", "≥85 s.d. <100", "85 sampai dengan kurang dari 100", "85-<100"])
def test_a_range_may_name_the_sign_of_each_of_its_ends(text):
    reading = read(text, satuan="persen")
    assert (reading.low, reading.strict_low, reading.high, reading.strict_high) == (85, False, 100, True)


# --- every wording is read ---

AT_LEAST = [
    "≥",
    ">=",
    "=>",
    "min",
    "min.",
    "minimal",
    "minimum",
    "minimal:",
    "minimal :",
    "paling sedikit",
    "paling rendah",
    "paling kecil",
    "sekurangnya",
    "sekurang-kurangnya",
    "setidaknya",
    "setidak-tidaknya",
    "tidak kurang dari",
    "tidak boleh kurang dari",
    "tidak lebih rendah dari",
    "tidak boleh lebih rendah dari",
]
AT_MOST = [
    "≤",
    "<=",
    "=<",
    "max",
    "max.",
    "maks",
    "maks.",
    "maksimal",
    "maksimum",
    "maximal",
    "maximum",
    "paling banyak",
    "paling tinggi",
    "paling besar",
    "paling lama",
    "sebanyak-banyaknya",
    "setinggi-tingginya",
    "tidak lebih dari",
    "tidak boleh lebih dari",
    "tidak lebih tinggi dari",
    "tidak boleh lebih tinggi dari",
    "s.d.",
    "s/d",
    "sd",
    "sampai",
    "sampai dengan",
    "hingga",
]
ABOVE = [">", "lebih dari", "lebih besar dari", "lebih tinggi dari", "di atas", "diatas"]
BELOW = [
    "<",
    "kurang dari",
    "lebih kecil dari",
    "kecil dari",
    "lebih rendah dari",
    "rendah dari",
    "di bawah",
    "dibawah",
]


@pytest.mark.parametrize(
    ("wordings", "ends"),
    [(AT_LEAST, (80, None, False, False)), (AT_MOST, (None, 80, False, False)),
     (ABOVE, (80, None, True, False)), (BELOW, (None, 80, False, True))],
    ids=["at least", "at most", "above", "below"],
)  # fmt: skip
@pytest.mark.parametrize("behind", [" 80", "80", " 80,5 hari"])
def test_every_wording_of_a_bound_is_read(wordings, ends, behind):
    value = 80.5 if "," in behind else 80
    for word in (*wordings, *(w.capitalize() for w in wordings)):
        reading = read(f"{word}{behind}")
        expected = tuple(value if end == 80 and end is not True else end for end in ends)
        assert (reading.low, reading.high, reading.strict_low, reading.strict_high) == expected, word


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        *((f"80 ({w})", 80, None) for w in ("min", "minimal", "paling sedikit", "setidaknya")),
        *((f"80{w}", 80, None) for w in ("+", " +", " ke atas", " keatas", " atau lebih", "(minimal)")),
        *((f"80 ({w})", None, 80) for w in ("maks.", "maksimal", "paling lama")),
        *((f"80{w}", None, 80) for w in (" ke bawah", " kebawah", " atau kurang", "(maksimal)")),
        *(
            (f"80{w}90", 80, 90)
            for w in (" - ", "-", "- ", "sd", " sd ", " s d ", " s. d. ", " s.d ", " s/d ", " s / d ")
        ),
        *((f"80{w}90", 80, 90) for w in (" sampai ", " sampai dengan ", " hingga ", "hingga")),
        *((f"antara 80 {w} 90", 80, 90) for w in ("dan", "-", "s.d.", "sampai", "hingga")),
        *((f"> 80{w}< 90", 80, 90) for w in (" dan ", ", ", ",", " - ", " & ", "&", " s.d. ", " hingga ")),
        *((f"80 < {x} < 90", 80, 90) for x in ("x", "nilai", "Nilai Kinerja")),
        *(("80<x<90", 80, 90), ("90 > x > 80", 80, 90), ("90 ≥ x ≥ 80", 80, 90), ("80 =< x =< 90", 80, 90)),
        ("8-9", 8, 9),
        ("8 < x < 9", 8, 9),
        ("-Rp9 - -Rp8", -9, -8),
        ("+8 - +9", 8, 9),
        ("Rp8 - Rp 9", 8, 9),
        *(("80 kurang dari 90", None, None), ("90 ≤ x ≤ 80", None, None), ("> 80 > 90", None, None)),
        *(("≥ 80, ≥ 90", None, None), ("≤ 80 dan ≤ 90", None, None), ("80 - 90 - 95", None, None)),
        *(("80 - < 80", 80, 80), ("80 - 80", 80, 80), ("≥ 80 dan ≤ 80", 80, 80)),
    ],
)
def test_every_wording_of_a_range_is_read(text, low, high):
    reading = read(text)
    assert (reading.low, reading.high) == (low, high)
    assert (reading.status == "angka") is (low is not None or high is not None)


NOTHING = [
    "-",
    "--",
    "_",
    ".",
    "…",
    "rp",
    "Rp -",
    "Rp. -",
    "%",
    "- %",
    "tidak ada",
    "tidak tersedia",
    "tidak rilis",
    "tidak terbit",
    "tidak dirilis",
    "tidak di rilis",
    "tidak diisi",
    "tidak dihitung",
    "belum ada",
    "belum tersedia",
    "belum diisi",
    "belum dirilis",
    "belum di rilis",
    "belum rilis",
    "belum terbit",
    "belum dihitung",
    "data tidak ada",
    "data belum ada",
    "tidak ada data",
    "tidak ada datanya",
    "belum ada data",
    "kosong",
    "Kosong.",
    "tidak_ada",
    "belum",
    "belum diukur",
    "menunggu",
    "menunggu BPS",
    "proses",
    "dalam proses",
    "dalam proses hitung",
    "on progress",
    "onprogress",
    "diukur",
    "di ukur",
    "dihitung",
    "dinilai",
    "disurvei",
    "dirilis",
    "diterbitkan",
    "dilaksanakan",
    "dilakukan",
    "diselenggarakan",
    "diproses",
    "tidak diukur",
    "nilai belum keluar",
    "nilainya belum keluar",
    "hasil belum keluar",
    "data belum keluar",
    "angka belum keluar",
    "realisasi belum keluar",
    "realisasinya belum keluar",
    "survei belum keluar",
    "masih belum keluar",
    "sedang dinilai",
    "akan dinilai",
    "baru dinilai",
    "hasil survei masih dalam proses",
    "diukur tw 4",
    "diukur tw4",
    "diukur tw. 4",
    "diukur TW IV",
    "diukur triwulan 4",
    "diukur tri wulan 4",
    "diukur semester 2",
    "diukur tahun 2025",
    "diukur bulan 12",
    "dirilis 2025",
    "belum dinilai BPS 2024 dan 2025",
]


@pytest.mark.parametrize("text", NOTHING)
def test_every_wording_of_nothing_yet_is_not_filled_in(text):
    assert (read(text).status, read(text).note) == ("belum_diisi", "")


@pytest.mark.parametrize(
    "text", ["belumut", "menungguan", "diukuran", "prosesor", "kosongan", "x - y", "nihil", "belum 5", "belum 3025",
             "dirilis tahun 20255", "datang belum", "belum tahun x2"],
)  # fmt: skip
def test_what_only_looks_like_such_a_wording_is_not_taken_for_blank(text):
    assert read(text).status == "tidak_terbaca"


@pytest.mark.parametrize("text", ["n/a", "N.A", "na", "NA.", "tidak berlaku", "tidak relevan", "tidak_relevan"])
def test_every_wording_of_what_does_not_apply(text):
    assert read(text).status == "tidak_berlaku"


@pytest.mark.parametrize(
    ("text", "satuan", "value", "unit"),
    [
        *((f"{w} 3", "", 3, w)
          for w in ("Peringkat", "Rangking", "Ranking", "Rank", "Urutan", "Level", "Tingkat")),
        *((f"{w} 3,1", "", 3.1, w) for w in ("Nilai", "Indeks", "Skor")),
        *((f"Nilai{w}80", "", 80, "Nilai") for w in (":", " :", ": ", " : ", "")),
        *((f"Peringkat {w}3", "", 3, "Peringkat") for w in ("ke ", "ke-", "ke - ", "ke")),
        *(("ke-3", "peringkat", 3, ""), ("ke 3", "", 3, "")),
        *((f"orang{w}640", "orang", 640, "orang") for w in (" ", ": ", " : ")),
        *((f"5{w}jt", "rupiah", 5e6, "") for w in ("", " ")),
        *(("5 rb", "rupiah", 5e3, ""), ("5 ribu", "rupiah", 5e3, ""), ("5 juta", "rupiah", 5e6, "")),
        *((f"5 {w}", "rupiah", 5e9, "")
          for w in ("miliar", "milyar", "miliard", "milyard", "milliar", "millyar")),
        *((f"5 {w}", "rupiah", 5e12, "")
          for w in ("triliun", "trilyun", "trilion", "trilyon", "triliyun", "trilliun")),
        ("12 / orang", "", 12, "orang"),
        ("12 Orang / Bulan", "", 12, "Orang / Bulan"),
        ("12 %/tahun", "", 12, "%/tahun"),
        *(("12 dok.lap", "dokumen", 12, "dok.lap"), ("12 dok.", "dokumen", 12, "dok")),
        *((f"Rp500{w}lembar", "", 500, f"Rp{w}lembar")
          for w in ("/", " per ", " tiap ", " setiap ", " per", " / ")),
        ("Rp 5.000,--", "rupiah", 5000, "Rp"),
        ("Rp 5.000,- ", "rupiah", 5000, "Rp"),
        ("Rp 5.000, -", "rupiah", 5000, "Rp"),
        ("Rp. 5.000", "rupiah", 5000, "Rp"),
        ("Rp .5.000", "rupiah", 5000, "Rp"),
        ("idr 5.000", "rupiah", 5000, "Rp"),
        ("8 per 100", "", 8, "per 100"),
        ("305 per 100.000", "", 305, "per 100.000"),
        ("5 per 10 rumah", "", 5, "per 10 rumah"),
        *(("305 kasus per 100.000 KH", "", 305, "kasus per 100.000 KH"), ("3 per 25", "", None, "")),
        ("1:17", "", 17, "1:n"),
        ("1 :17", "", 17, "1:n"),
        ("1banding 17", "", 17, "1:n"),
        ("11:17", "", None, ""),
    ],
)  # fmt: skip
def test_every_wording_around_a_number_is_read(text, satuan, value, unit):
    reading = read(text, satuan=satuan)
    assert (reading.value, reading.unit) == (value, unit)


@pytest.mark.parametrize("grade", ["AA", "A", "BB", "B", "CC", "C", "D", "A+", "B-", "BB "])
def test_every_grade_may_stand_before_its_number_in_brackets(grade):
    reading = read(f"{grade}(64,17)", satuan="nilai")
    assert (reading.value, reading.note) == (64.17, f'Dibaca 64,17: predikat "{grade.strip("+- ")}" tidak ikut dibaca.')
    assert read(f"{grade} (8)", satuan="nilai").value == 8


@pytest.mark.parametrize("grade", ["AB", "E", "A++", "a1"])
def test_what_is_no_grade_may_not(grade):
    assert read(f"{grade} (64,17)", satuan="nilai").status == "tidak_terbaca"


@pytest.mark.parametrize("mark", ["*", " *", "**", "*)", " ***)"])
@pytest.mark.parametrize("text", ["8", "80", "80%", "80 ‰"])
def test_a_footnote_mark_is_left_aside_and_told(mark, text):
    reading = read(f"{text}{mark}")
    assert reading.value == float(text.strip(" %‰"))
    assert reading.note == f'Dibaca {text.strip(" %‰")}: tanda "{mark.strip()}" tidak ikut dibaca.'


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        *(("5.00", (5, 5000)), ("58.00", (58, 58000)), ("580.00", (580, 580000))),
        *(("5.155611", (5155611, 5.155611)), ("531.155611111", (531155611111, 531.155611111))),
    ],
)
def test_what_may_have_lost_a_point_is_refused_with_both_readings(text, candidates):
    assert read(text, satuan="orang" if text.endswith("00") else "").candidates == candidates


# --- every word of a unit ---


@pytest.mark.parametrize(
    ("kind", "listed"),
    [
        ("uang", "Rp rupiah IDR"),
        ("cacah", "Orang org rumah PNS nelayan unit dokumen kasus surat perusahaan desa kegiatan titik ekor kapal sr"),
        ("persen", "% Persen persentase prosen presentase"),
        ("permil", "‰ permil promil"),
        ("skor", "Nilai indeks skor poin"),
        ("berskala", "ribu rb juta jt miliar milyar triliun"),
        ("", "hari ton km rasio peringkat tahun semester angka jumlah satuan Lainnya"),
    ],
)
def test_a_unit_stands_for_its_kind_of_number(kind, listed):
    assert {word: units.family(word) for word in listed.split()} == dict.fromkeys(listed.split(), kind)
    for word in listed.split():
        behind = [units.family(f"{before} {word}") for before in ("angka", "Jumlah", "satuan")]
        assert behind == [kind] * 3


def test_a_unit_is_what_its_first_word_says_and_money_with_a_multiplier_is_scaled():
    assert units.family("orang/hari") == "cacah"
    assert units.family("hari orang") == ""
    assert units.family("juta rupiah") == units.family("Rp juta") == "berskala"
    assert units.family("") == ""


@pytest.mark.parametrize("word", ["kali", "level", "tahun", "semester", "rasio", "Org", "ranking", "ha"])
def test_a_known_word_behind_a_number_is_its_unit_without_a_note(word):
    assert (read(f"12 {word}").value, read(f"12 {word}").unit, read(f"12 {word}").note) == (12, word, "")


@pytest.mark.parametrize(
    "word",
    ["lebih", "kurang", "atas", "hampir", "bukan", "puluhan", "ribuan", "triliunan", "Januari", "mei", "Desember"],
)
def test_a_word_that_makes_a_number_another_is_no_unit(word):
    assert read(f"12 {word}").status == "tidak_terbaca"
    assert read(f"12 orang {word}").status == "tidak_terbaca"


@pytest.mark.parametrize(
    ("text", "satuan", "value", "unit", "note"),
    [
        ("12 poin %", "", 12, "poin %", ""),
        ("12 Xenia", "", 12, "Xenia", 'Dibaca 12: kata "Xenia" dibaca sebagai satuan.'),
        ("1.2345,6", "", None, "", 'Tidak terbaca: kelompok ribuan tidak utuh pada "1.2345,6".'),
        ("Nilai 30 per 1.000 KH", "", 30, "Nilai per 1.000 KH", ""),
        ("305 per 1.000 5", "", None, "", 'Tidak terbaca: "305 per 1.000 5" bukan satu angka yang utuh.'),
        ("12 x", "", None, "", 'Tidak terbaca: "x" sesudah angka tidak dikenal sebagai satuan.'),
        ("12 xy", "", 12, "xy", 'Dibaca 12: kata "xy" dibaca sebagai satuan.'),
        ("12xy", "", None, "", 'Tidak terbaca: "xy" sesudah angka tidak dikenal sebagai satuan.'),
        ("12 lembar kain batik", "", 12, "lembar kain batik",
         'Dibaca 12: kata "lembar kain batik" dibaca sebagai satuan.'),
        ("12 lembar kain batik tulis", "", None, "",
         'Tidak terbaca: "lembar kain batik tulis" sesudah angka tidak dikenal sebagai satuan.'),
        ("12 orang lansia dan", "", None, "",
         'Tidak terbaca: "orang lansia dan" sesudah angka tidak dikenal sebagai satuan.'),
        ("12 orang muda belia dewasa", "", 12, "orang muda belia dewasa", ""),
        ("12 jut", "", None, "", 'Tidak terbaca: "jut" sesudah angka tidak dikenal sebagai satuan; mungkin "juta".'),
        ("Rp 12 jut", "", None, "", 'Tidak terbaca: "jut" sesudah angka tidak dikenal sebagai satuan; mungkin "juta".'),
        ("12.", "", 12, "", "Dibaca 12: titik di ujung diabaikan."),
        ("Rp 999,50", "", 999.5, "Rp",
         'Dibaca 999,50: sekecil ini dengan sen, periksa apakah "juta" atau "miliar" hilang.'),
        ("Rp 1000,50", "", 1000.5, "Rp", ""),
        ("-Rp 999,50", "", -999.5, "Rp",
         'Dibaca -999,50: sekecil ini dengan sen, periksa apakah "juta" atau "miliar" hilang.'),
        ("Rp 999", "", 999, "Rp", ""),
        ("2 M", "Rp", 2e9, "", 'Dibaca 2.000.000.000: "M" dibaca sebagai miliar.'),
        ("Rp 2 T", "", 2e12, "Rp", 'Dibaca 2.000.000.000.000: "T" dibaca sebagai triliun.'),
        ("2 M", "", None, "", 'Tidak terbaca: "M" sesudah angka tidak dikenal sebagai satuan.'),
        ("2 juta M", "Rp", None, "", 'Tidak terbaca: "M" sesudah angka tidak dikenal sebagai satuan.'),
        ("0.00", "Rp", 0, "", "Dibaca 0,00: titik dibaca sebagai koma desimal."),
        ("1000.0", "Rp", 1000, "", "Dibaca 1.000,0: titik dibaca sebagai koma desimal."),
        ("999.0", "Rp", None, "", 'Tidak terbaca: pecahan rupiah ditulis dengan titik pada "999.0".'),
        ("1000.5", "Rp", None, "", 'Tidak terbaca: pecahan rupiah ditulis dengan titik pada "1000.5".'),
        ("1000,505", "Rp", None, "", 'Tidak terbaca: pecahan rupiah tiga angka pada "1000,505".'),
        ("0,50", "Rp", 0.5, "", 'Dibaca 0,50: sekecil ini dengan sen, periksa apakah "juta" atau "miliar" hilang.'),
        ("0.5", "Rp", None, "", 'Tidak terbaca: pecahan rupiah ditulis dengan titik pada "0.5".'),
        ("00,5", "", None, "", 'Tidak terbaca: nol di depan pada "00,5": ada angka yang hilang.'),
        ("0,5", "", 0.5, "", ""),
        ("1 234,5", "", 1234.5, "", "Dibaca 1.234,5: spasi dibaca sebagai pemisah ribuan."),
        ("1,234,567", "", 1234567, "", "Dibaca 1.234.567: koma dibaca sebagai pemisah ribuan."),
        ("1.234.567", "", 1234567, "", ""),
        ("12345.678", "", None, "", 'Tidak terbaca: kelompok ribuan tidak utuh pada "12345.678".'),
        ("12345,678", "", 12345.678, "", ""),
        ("123.4567", "", 123.4567, "", "Dibaca 123,4567: titik dibaca sebagai koma desimal."),
        ("1.234,5.6", "", None, "", 'Tidak terbaca: kelompok ribuan tidak utuh pada "1.234,5.6".'),
        ("12.34,5", "", None, "", 'Tidak terbaca: kelompok ribuan tidak utuh pada "12.34,5".'),
        ("9" * 26, "", None, "", "Tidak terbaca: angka terlalu besar untuk disimpan tepat."),
        ("9" * 27, "", None, "", "Tidak terbaca: deret angka terlalu panjang."),
        ("9007199254740992", "", None, "", "Tidak terbaca: angka terlalu besar untuk disimpan tepat."),
        ("9007199254740991", "", 9007199254740991, "", ""),
        ("200", "nilai", 200, "", ""),
        ("201", "nilai", None, "", "Tidak terbaca: 201 di luar rentang dari 0 sampai 200."),
        ("-201", "nilai", -201, "", ""),
        ("-5", "Rp", -5, "", ""),
    ],
    ids=range(48),
)  # fmt: skip
def test_what_a_cell_says_and_why(text, satuan, value, unit, note):
    reading = read(text, satuan=satuan)
    assert (reading.value, reading.unit, reading.note) == (value, unit, note)
    assert reading.candidates == () or value is None


@pytest.mark.parametrize(
    ("text", "rentang", "note"),
    [
        ("5", (6, None), "5 di luar rentang dari 6"),
        ("5", (None, 4), "5 di luar rentang sampai 4"),
        ("5", (6, 7.5), "5 di luar rentang dari 6 sampai 7,5"),
        ("1.500", (3, 4), "1.500 atau 1,500 di luar rentang dari 3 sampai 4"),
        ("1.500", (1, 2000), "dapat dibaca 1.500 atau 1,500; satuan dan rentang kolom tidak menentukan"),
    ],
)
def test_a_number_outside_of_its_limits_is_refused_with_them(text, rentang, note):
    assert read(text, rentang=rentang).note == f"Tidak terbaca: {note}."
    assert [read("6", rentang=r).value for r in ((6, None), (None, 6), (6, 6))] == [6, 6, 6]


@pytest.mark.parametrize(
    ("text", "decimals"), [("7", 0), ("7,82", 2), ("0,820", 3), ("2,5 juta", -5), ("2 juta", -6), ("7,5 - 8,25", 2)]
)
def test_the_printed_precision_is_kept(text, decimals):
    assert read(text, satuan="persen" if "," in text else "").decimals == decimals


# --- precision ---


@pytest.mark.parametrize(
    ("printed", "decimals", "exact", "rounded", "cut"),
    [
        (98.73, 2, 98.729, True, False),
        (98.72, 2, 98.729, False, True),
        (98.72, 2, 98.72, True, True),
        (98.72, 2, 98.725, True, True),
        (98.73, 2, 98.725, True, False),
        (98.73, 2, 98.7249, False, False),
        (-98.72, 2, -98.729, False, True),
        (99, 0, 98.5, True, False),
        (98, 0, 98.999999999999, False, False),
        (18_500_000_000, -8, 18_508_617_440, True, True),
        (18_600_000_000, -8, 18_508_617_440, False, False),
        (0.3, 1, 0.1 + 0.2, True, True),
        (0, 2, 0.0, True, True),
    ],
)
def test_a_printed_figure_may_be_the_exact_one_rounded_or_cut(printed, decimals, exact, rounded, cut):
    assert terbulat(printed, decimals, exact) is rounded
    assert terpotong(printed, decimals, exact) is cut
    assert setara(printed, decimals, exact) is (rounded or cut)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((64.2, 1), (64.17, 2), True),
        ((64.17, 2), (64.1, 1), True),
        ((64.3, 1), (64.17, 2), False),
        ((64.17, 2), (64.17 + 1e-12, 2), True),
        ((64.17, 2), (64.18, 2), False),
        ((64.17, 2), (64.17 + 2e-9, 2), False),
    ],
)
def test_two_printed_figures_may_be_one(one, other, same):
    assert sepadan(*one, *other) is sepadan(*other, *one) is same


@pytest.mark.parametrize(("value", "decimals"), [(7.82, 2), (8.0, 0), (100, 0), (1e-7, 7), (-0.5, 1), (1e22, 0)])
def test_the_decimals_of_a_number(value, decimals):
    assert desimal(value) == decimals


# --- writing, word by word ---


def test_every_numeral_has_its_word():
    words = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
    assert [terbilang(n) for n in range(12)] == words.split()
    assert [terbilang(n) for n in (12, 19, 20, 21, 99, 101, 110, 119, 199, 200, 999)] == [
        "dua belas", "sembilan belas", "dua puluh", "dua puluh satu", "sembilan puluh sembilan", "seratus satu",
        "seratus sepuluh", "seratus sembilan belas", "seratus sembilan puluh sembilan", "dua ratus",
        "sembilan ratus sembilan puluh sembilan"]  # fmt: skip
    assert [terbilang(2 * 1000**n) for n in range(1, 6)] == [
        f"dua {w}" for w in ("ribu", "juta", "miliar", "triliun", "kuadriliun")
    ]
    assert terbilang(1_001) == "seribu satu"
    assert terbilang(Decimal("-1.50")) == "minus satu koma lima"
    assert terbilang(Decimal("0000000000000000000005")) == "lima"


@pytest.mark.parametrize(
    ("value", "decimals", "trim", "text"),
    [
        (1234567.891, 9, False, "1.234.567,891000000"),
        (0.12345678949, 9, False, "0,123456789"),
        (0.1234567895, 9, False, "0,123456790"),
        (0.12345678949, 10, False, "0,1234567895"),
        (0.12344999949, 4, False, "0,1234"),
        (0.12344999951, 4, False, "0,1235"),
        (1e22, 0, False, "10.000.000.000.000.000.000.000"),
        (100.0, 2, True, "100"),
        (100, 0, True, "100"),
        (7.50, 2, True, "7,5"),
        (-0.5, 0, False, "-1"),
        (45, -1, False, "50"),
    ],
)
def test_written_to_the_last_digit(value, decimals, trim, text):
    assert write(value, decimals, trim=trim) == text
    assert persen(value, decimals, trim=trim) == f"{text}%"


def test_missing_values_are_a_dash_and_what_is_no_number_says_so():
    assert [w(v) for w in (rupiah, persen, singkat_rupiah, terbilang) for v in (None, float("nan"))] == ["–"] * 8
    assert (write(1234.5), persen(1234.5)) == ("1.234,50", "1.234,50%")
    with pytest.raises(ValueError, match=r'^"inf" bukan angka yang dapat ditulis$'):
        write(float("inf"))
    with pytest.raises(ValueError, match=r"^terbilang hanya sampai ratusan kuadriliun \(di bawah 10\^18\)$"):
        terbilang(10**18)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (999_999.4, "Rp999.999"),
        (999_999.5, "Rp1,00 juta"),
        (-999_999.4, "-Rp999.999"),
        (-1_000_000, "-Rp1,00 juta"),
        (999_994_999, "Rp999,99 juta"),
        (999_995_000, "Rp1,00 miliar"),
        (999_995_000_000, "Rp1,00 triliun"),
        (999_994_999_999, "Rp999,99 miliar"),
        (999_999_000_000_000, "Rp1.000,00 triliun"),
    ],
)
def test_a_short_amount_never_says_a_thousand_of_the_lesser_word(value, text):
    assert singkat_rupiah(value) == text


@pytest.mark.parametrize("number", [*range(21), 100, 111, 200, 1_001_000, 2_002_000, 1e6, 2e9, 3e12, 7.8, -5])
def test_a_number_that_is_spelled_otherwise_beside_it_is_refused(number):
    written, spelled = write(number, 9, trim=True), terbilang(number)
    assert read(f"{written} ({spelled})", satuan="kali").value == number
    assert read(f"{written} ({spelled} kali)", satuan="kali").value == number
    other = read(f"{write(number + 3, 9, trim=True)} ({spelled})", satuan="kali")
    assert f'terbilangnya "{spelled}"' in other.note


@pytest.mark.parametrize(
    ("satuan", "value"),
    [("per 1 juta penduduk", 1e6), ("per 10 ribu", 1e4), ("per 1.000", 1e3), ("/100", 100), ("per 12 bulan", 1),
     ("super 100", 1), ("% per 1.000", 1000), ("permil", 1000), ("", 1)],
)  # fmt: skip
def test_a_share_is_multiplied_by_what_its_unit_says(satuan, value):
    assert units.pengali(satuan) == value


def test_counts_behind_a_share_stand_alone_in_their_brackets():
    assert read("41,92 (3.849/9.181) (2023)", satuan="persen").parts == ()
    assert read("41,92 (3.849/9.181 x 100%)", satuan="persen").parts == (3849, 9181)
    assert read("41,92 ( 3.849 : 9.181 )", satuan="persen").parts == (3849, 9181)


@pytest.mark.parametrize(
    ("text", "satuan", "value"),
    [
        ("orang 640 lansia", "orang", None),
        ("80* x", "", None),
        ("2 MX", "Rp", None),
        ("53.1556112", "", 53.1556112),
        ("12 (" + "a" * 115 + ")", "", 12),
        ("12 (" + "a" * 116 + ")", "", None),
        ("sembilan ratus sembilan puluh sembilan", "orang", 999),
        ("seribu", "orang", None),
        ("satu", "orang", 1),
        ("nol", "orang", 0),
        ("1:17", "persen", 17),
        ("3:17", "persen", None),
        ("3849/9181x100%=41,92%", "persen", 41.92),
        ("(3849/9181)x100=41,92", "persen", 41.92),
        ("( 3849 : 9181 ) * 100 % = 41,92 %", "persen", None),
        ("(3849 dari 9181) × 100 % = 41,92 %", "persen", 41.92),
        ("3849÷9181(41,92)", "persen", 41.92),
    ],
    ids=range(17),
)
def test_what_is_read_at_the_edge_of_a_pattern(text, satuan, value):
    assert read(text, satuan=satuan).value == value
