"""Every number of a draft is in one bucket, and what is believed is what the draft says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkip_lib.draf.files.document import Naskah, Paragraf, Tabel
from lkip_lib.draf.files.pages import baca_halaman, baca_teks
from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU
from lkip_lib.draf.reading import baca_naskah
from lkip_lib.draf.tables.shown import arah_indikator
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs.grid import Kisi
from tests.draf.naskah import JUDUL_UANG, JUDUL_UKUR, UANG, UKUR, angka_kekal, draf, tulis


def _ambil(bacaan, peran: str) -> dict[str, float | None]:
    return {a.subjek: a.nilai for a in bacaan.angka if a.peran == peran and a.ember in (DIBACA, DITEBAK)}


def _baca(tmp_path, *isi):
    return baca_naskah(baca_draf(tulis(tmp_path / "d.docx", *isi)), 2024)


def test_a_measurement_table_gives_target_realisasi_and_capaian(tmp_path):
    bacaan = baca_naskah(baca_draf(draf(tmp_path / "d.docx")))
    assert bacaan.tahun == 2024
    assert _ambil(bacaan, "target") == {"Indeks Layanan Warga": 80, "Lama Antrean Rata-Rata Loket": 10}
    assert _ambil(bacaan, "realisasi")["Lama Antrean Rata-Rata Loket"] == 8
    assert _ambil(bacaan, "capaian")["Indeks Layanan Warga"] == 105


def test_a_budget_line_that_its_percentage_or_a_sum_proves_is_believed(tmp_path):
    bacaan = baca_naskah(baca_draf(draf(tmp_path / "d.docx")))
    milik = [a for a in bacaan.angka if a.jenis == "anggaran" and a.peran in ("pagu", "realisasi_rp")]
    assert len(milik) == 8
    assert all(a.ember == DIBACA for a in milik)
    assert {a.kode for a in milik} == {"A", "A.1", "A.2", "0"}


@pytest.mark.parametrize("tercetak", ["1.000.0000.000", "Rp100000.0000"])
def test_a_damaged_amount_is_in_doubt_and_stops_nothing(tmp_path, tercetak):
    rusak = [list(b) for b in UANG]
    rusak[2][2] = tercetak
    bacaan = _baca(tmp_path, JUDUL_UANG, rusak)
    sel = next(a for a in bacaan.angka if a.tercetak == tercetak)
    assert (sel.ember, sel.nilai) == (RAGU, None)
    assert _ambil(bacaan, "pagu")["Kegiatan Antrean"] == 2_000_000_000


@pytest.mark.parametrize(
    "kepala",
    [
        ["No", "SASARAN STRATE GIS", "INDI KATOR KINERJA", "SATU AN", "TAR GET", "REALI-\nSASI", "CAPAI AN (%)"],
        ["No.", "Sasaran", "Indikator Sasaran", "Sat.", "Target 2024", "Realisasi 2024", "% Capaian"],
        ["NO", "SАSARAN", "INDIKATOR", "SATUAN", "ΤARGET", "REALISASI", "KETERCAPAIAN"],
    ],
)
def test_headings_are_known_though_cut_or_in_other_letters(tmp_path, kepala):
    bacaan = _baca(tmp_path, JUDUL_UKUR, [kepala, *UKUR[1:]])
    assert _ambil(bacaan, "realisasi") == {"Indeks Layanan Warga": 84, "Lama Antrean Rata-Rata Loket": 8}
    assert len(_ambil(bacaan, "capaian")) == 2


def test_headings_of_two_rows_with_numbers_under_them_are_read(tmp_path):
    isi = [
        ["Sasaran", "Indikator", "Target", "", "Realisasi", ""],
        ["", "", "2023", "2024", "2023", "2024"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["Mutu", "Indeks Layanan Warga", "78", "80", "79", "84"],
    ]
    bacaan = _baca(tmp_path, "Tabel 3.2 Perbandingan Kinerja dengan Tahun Sebelumnya", isi)
    dibaca = {(a.peran, a.tahun): a.nilai for a in bacaan.angka if a.peran in ("target", "realisasi")}
    assert dibaca == {("target", 2023): 78, ("target", 2024): 80, ("realisasi", 2023): 79, ("realisasi", 2024): 84}


def test_a_sasaran_over_the_whole_width_is_that_of_the_rows_below(tmp_path):
    import docx

    dokumen = docx.Document()
    dokumen.add_paragraph(JUDUL_UKUR)
    isi = [["Indikator", "Target", "Realisasi", "Capaian"], ["Sasaran 1: Meningkatnya mutu", "", "", ""],
           ["Indeks Layanan Warga", "80", "84", "105%"]]  # fmt: skip
    tabel = dokumen.add_table(3, 4)
    for b, baris in enumerate(isi):
        for k, teks in enumerate(baris):
            tabel.cell(b, k).text = teks
    tabel.cell(1, 0).merge(tabel.cell(1, 3))
    dokumen.save(str(tmp_path / "d.docx"))
    bacaan = baca_naskah(baca_draf(tmp_path / "d.docx"), 2024)
    (kartu,) = bacaan.kinerja.kartu.values()
    assert bacaan.kinerja.sasaran.nama(kartu.sasaran) == "Meningkatnya mutu"


def _bernama(*nama: str):
    return [["No", "Indikator Kinerja", "Target", "Realisasi"],
            *([["", n, "", ""] if n.startswith("Kedua") else ["1", n, "80", "84"] for n in nama])]  # fmt: skip


def test_a_name_cut_into_the_next_row_is_whole_where_it_is_known_so_or_others_are_cut_too(tmp_path):
    isi = _bernama("Tingkat Hunian Rumah", "Kedua")
    pk = [["Indikator Kinerja", "Target"], ["Tingkat Hunian Rumah Kedua", "80"]]
    sama = _baca(tmp_path, "Tabel 2.1 Perjanjian Kinerja", pk, "Tabel 3.2 Perbandingan Realisasi", isi)
    assert {a.subjek for a in sama.angka if a.peran == "realisasi"} == {"Tingkat Hunian Rumah Kedua"}
    lain = _baca(tmp_path, JUDUL_UKUR, [*isi, ["2", "Jumlah warga yang", "5", "6"], ["", "dilayani", "", ""]])
    assert {a.subjek for a in lain.angka if a.peran == "realisasi"} == {
        "Tingkat Hunian Rumah Kedua", "Jumlah warga yang dilayani"
    }  # fmt: skip


def test_figures_whose_name_may_go_on_in_the_next_row_are_guessed(tmp_path):
    bacaan = _baca(tmp_path, JUDUL_UKUR, _bernama("Tingkat Hunian Rumah", "Kedua", "Indeks Layanan"))
    ember = {a.subjek: a.ember for a in bacaan.angka if a.peran == "realisasi"}
    assert ember == {"Tingkat Hunian Rumah": DITEBAK, "Indeks Layanan": DIBACA}


@pytest.mark.parametrize(
    ("kalimat", "ember", "nilai"),
    [
        ("Realisasi Indeks Layanan Warga tahun 2024 sebesar 1962.", DIBACA, 1962),
        ("Realisasi Indeks Layanan Warga menjadi 2051.", RAGU, None),
        ("Realisasi Indeks Layanan Warga sejak tahun 2051.", DIBACA, None),
    ],
)
def test_an_amount_that_looks_like_a_year_is_one_or_in_doubt(tmp_path, kalimat, ember, nilai):
    angka = _baca(tmp_path, JUDUL_UKUR, UKUR, kalimat).angka
    a = next(a for a in angka if a.paragraf and a.tercetak in ("1962", "2051"))
    assert (a.ember, a.nilai) == (ember, nilai)


def test_the_words_of_a_name_say_nothing_of_its_figures(tmp_path):
    ukur = [UKUR[0], ["1", "Mutu", "Persentase Sisa Antrean", "Persen", "30", "27", "110,00"]]
    bacaan = _baca(tmp_path, JUDUL_UKUR, ukur, "Realisasi Persentase Sisa Antrean tahun 2024 sebesar 27.")
    (a,) = (a for a in bacaan.angka if a.paragraf and a.tercetak == "27")
    assert (a.peran, a.ember) == ("realisasi", DIBACA)


@pytest.mark.parametrize("cara", ["nomor", "penanda", "jumlah"])
def test_a_budget_tree_is_found_without_codes(tmp_path, cara):
    kepala = ["No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)"]
    nama = {"nomor": ("Layanan", "Loket", "Antrean", "Data"), "jumlah": ("Layanan", "Loket", "Antrean", "Data")}.get(
        cara, ("Program Layanan", "Kegiatan Loket", "Kegiatan Antrean", "Program Data")
    )
    nomor = ("A", "1", "2", "B") if cara == "nomor" else ("", "", "", "")
    angka = (("3.000.000.000", "2.700.000.000"), ("1.000.000.000", "900.000.000"), ("2.000.000.000", "1.800.000.000"),
             ("500.000.000", "400.000.000"))  # fmt: skip
    isi = [kepala, *([n, s, *a] for n, s, a in zip(nomor, nama, angka, strict=True))]
    bacaan = _baca(tmp_path, JUDUL_UANG, isi)
    assert [s.tingkat for s in bacaan.anggaran.simpul] == ["program", "kegiatan", "kegiatan", "program"]


def test_a_signature_block_gives_no_figure(tmp_path):
    bacaan = _baca(
        tmp_path, [["Pihak Kedua", "Pihak Pertama"], ["NIP. 19700101 199003 1 001", "NIP. 19800101 200003 1 002"]]
    )
    assert bacaan.tabel[0].jenis == "tanda_tangan"
    assert all(a.nilai is None for a in bacaan.angka)


def test_a_page_and_pasted_text_are_read_as_word_is():
    baris = "".join("<tr>" + "".join(f"<td>{s}</td>" for s in b) + "</tr>" for b in UKUR)
    halaman = baca_naskah(
        baca_halaman("d.html", f"<html><body><p>{JUDUL_UKUR}</p><table>{baris}</table></body></html>"), 2024
    )
    teks = baca_naskah(baca_teks("d.txt", JUDUL_UKUR + "\n\n" + "\n".join("\t".join(b) for b in UKUR)), 2024)
    assert (
        _ambil(halaman, "capaian")
        == _ambil(teks, "capaian")
        == {"Indeks Layanan Warga": 105, "Lama Antrean Rata-Rata Loket": 120}
    )


def test_a_page_whose_elements_stand_too_deep_in_one_another_is_refused():
    with pytest.raises(MasukanSalah, match="bersarang terlalu dalam"):
        baca_halaman("d.html", "<html>" + "<div>" * 1000 + "5")


def test_what_was_spent_of_a_budget_is_no_budget(tmp_path):
    kalimat = "Realisasi anggaran Dinas Layanan tahun 2024 sebesar Rp2.700.000.000 dari total anggaran Rp3.000.000.000."
    angka = [a for a in _baca(tmp_path, JUDUL_UANG, UANG, kalimat).angka if a.paragraf and a.nilai]
    assert [(a.peran, a.ember) for a in angka] == [("realisasi_rp", DIBACA), ("pagu", DIBACA)]


def test_the_course_of_planned_targets_shows_the_direction_also_beside_what_was_reached(tmp_path):
    isi = [["Indikator", *(f"Target {t}" for t in range(2023, 2027)), "Realisasi 2024"],
           ["Jumlah Titik Banjir", "85", "82", "81", "80", "101"]]  # fmt: skip
    bacaan = _baca(tmp_path, "Tabel 3.2 Perbandingan dengan Target Renstra", isi)
    assert set(arah_indikator(bacaan).values()) == {"turun"}


_SEL = st.one_of(
    st.sampled_from(
        ["", "Target", "Realisasi", "Indikator", "Program A", "1.200.000", "Rp 3.000", "80 - 90%", "2024", "(1)"]
    ),
    st.text(alphabet="0123456789.,% RpabI-()\n", max_size=12),
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.lists(st.lists(_SEL, min_size=4, max_size=4), min_size=1, max_size=6), max_size=2),
    st.lists(st.text(alphabet="0123456789.,% tahunTabel-/\n", max_size=40), max_size=3),
)
def test_no_number_is_lost_and_none_is_counted_twice(tabel, kalimat):
    blok = [Paragraf(n, t) for n, t in enumerate(kalimat, start=1)]
    blok += [
        Tabel(n, Kisi(f"{n}", tuple(map(tuple, t)), tuple(tuple("teks" if s else "" for s in b) for b in t)))
        for n, t in enumerate(tabel, start=1)
    ]
    ada, tertampung = angka_kekal(baca_naskah(Naskah("d", "docx", tuple(blok)), 2024))
    assert ada == tertampung


def test_quarters_of_one_target_are_told_apart(tmp_path):
    isi = [["Indikator Kinerja", "Target Tahunan", "Triwulan", "Target"],
           *([["Jumlah Loket Dibuka", "40", "Triwulan I", "10"]]),
           *([["", "", f"Triwulan {r}", "10"] for r in ("II", "III", "IV")])]  # fmt: skip
    bacaan = _baca(tmp_path, "Tabel 2.4 Target Kinerja per Triwulan Tahun 2024", isi)
    assert [(a.nilai, a.periode) for a in bacaan.angka if a.peran == "target"] == [
        (40, "tahunan"), *((10, f"tw{n}") for n in (1, 2, 3, 4))
    ]  # fmt: skip


def test_a_table_that_goes_on_in_another_is_one_tree(tmp_path):
    bacaan = _baca(tmp_path, JUDUL_UANG, UANG[:3], "", [UANG[0], *UANG[3:]])
    assert {s.kode: s.induk for s in bacaan.anggaran.simpul} == {"A": "0", "A.1": "A", "A.2": "A", "0": ""}


def test_a_budget_under_the_indicators_of_one_table_is_read_as_a_budget(tmp_path):
    isi = [["No", "Indikator Kinerja", "Target"], ["1", "Indeks Layanan Warga", "80"],
           ["No", "Program", "Anggaran"], ["1", "Program Layanan", "Rp 3.000.000.000"]]  # fmt: skip
    bacaan = _baca(tmp_path, "Tabel 2.4 Perjanjian Kinerja Tahun 2024", isi)
    assert _ambil(bacaan, "target") == {"Indeks Layanan Warga": 80}
    (pagu,) = (a for a in bacaan.angka if a.peran == "pagu")
    assert (pagu.baris, pagu.kolom, pagu.nilai) == (4, 3, 3_000_000_000)


def test_captions_may_stand_under_their_tables(tmp_path):
    bacaan = _baca(tmp_path, UKUR, JUDUL_UKUR, "Kalimat.", UANG, JUDUL_UANG)
    assert [t.ket.judul for t in bacaan.tabel] == [JUDUL_UKUR, JUDUL_UANG]


def test_a_table_in_a_cell_of_a_page_follows_the_one_it_stands_in():
    dalam = "<table><tr><td>dalam</td><td>5</td></tr></table>"
    naskah = baca_halaman(
        "d.html", f"<html><body><table><tr><td>luar {dalam}</td><td>7</td></tr></table></body></html>"
    )
    assert [t.kisi.baris[0] for t in naskah.tabel] == [("luar", "7"), ("dalam", "5")]


def test_in_a_pdf_only_another_figure_makes_one_believed():
    kisi = Kisi("1", tuple(map(tuple, UKUR)), tuple(tuple("teks" for _ in b) for b in UKUR))
    isi = (Paragraf(1, JUDUL_UKUR), Tabel(1, kisi))
    tanpa = [list(b) for b in UKUR]
    tanpa[1][6] = "99,99"
    lain = Tabel(1, Kisi("1", tuple(map(tuple, tanpa)), kisi.jenis))
    cocok = baca_naskah(Naskah("d.pdf", "pdf", isi), 2024)
    beda = baca_naskah(Naskah("d.pdf", "pdf", (isi[0], lain)), 2024)
    sel = [next(a.ember for a in b.angka if a.tercetak == "84") for b in (cocok, beda)]
    assert sel == [DIBACA, DITEBAK]


def test_a_table_that_is_only_a_picture_is_counted_and_named():
    blok = (Paragraf(1, JUDUL_UKUR), Paragraf(2, "", gambar=True), Paragraf(3, "Kalimat."))
    assert (
        f"1 tabel berupa gambar tidak dibaca ({JUDUL_UKUR})" in baca_naskah(Naskah("d", "docx", blok), 2024).liputan()
    )


def test_of_two_figures_after_the_word_target_the_first_is_what_was_reached(tmp_path):
    kalimat = "Indeks Layanan Warga belum mencapai target: 76 dari 80, capaiannya 95,00%."
    bacaan = _baca(tmp_path, JUDUL_UKUR, UKUR, kalimat)
    dibaca = [(a.peran, a.nilai) for a in bacaan.angka if a.paragraf and a.kode]
    assert dibaca == [("realisasi", 76), ("target", 80), ("capaian", 95)]


def test_the_row_of_the_mean_is_known_in_letters_that_only_look_alike(tmp_path):
    bacaan = _baca(tmp_path, JUDUL_UKUR, [*UKUR, ["", "", "R\u0430ta-rata capaian", "", "", "", "112,50"]])
    (rata,) = (a for a in bacaan.angka if a.tercetak == "112,50")
    assert rata.peran == "rata_rata_capaian"
