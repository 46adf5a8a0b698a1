"""The layouts that other systems export are recognised at once, or the file says what it is not."""

from __future__ import annotations

import pytest
import xlsxwriter

from lkip_lib.errors import MasukanSalah
from lkip_lib.impor.proposal import usulkan
from lkip_lib.impor.questions import Diminta
from lkip_lib.impor.reading import susun
from lkip_lib.impor.sources import baca_berkas
from tests.inputs.excel import tulis

TANPA_KARTU = {"indikator": {}, "sasaran": {}, "anggaran": {}}


def ambil(path, tahun=2024, kartu=TANPA_KARTU, **pilihan):
    """Import a file as the command does, and return its tables by name."""
    semua = baca_berkas(path)
    minta = Diminta(tahun, lambda _tanya, _calon, bawaan, _bendera: bawaan, **pilihan)
    usul = usulkan(semua, path.name, minta, [t for t, k in kartu.items() if k])
    return {i.tabel: i for i in susun(semua, usul.peta, path.name, tahun, kartu)}, usul


def pohon(impor, *kolom):
    return impor.frame.set_index("kode")[list(kolom)].agg(tuple, axis=1).to_dict()


KEGIATAN = [
    ("1.01.01", "Program Contoh", 12000, 10800),
    ("1.01.01.2.01", "Kegiatan Contoh", 12000, 10800),
    ("1.01.01.2.01.0001", "Sub Contoh", 12000, 10800),
]
JUDUL = ("Kode", "Uraian", "Anggaran", "Realisasi")


def test_the_sheet_with_the_most_usable_rows_is_taken_then_the_first(tmp_path):
    lembar = {"JAN": [JUDUL, *KEGIATAN[:1]], "LRA": [JUDUL, *KEGIATAN], "MAR": [JUDUL, *KEGIATAN], "KOSONG": [JUDUL]}
    with xlsxwriter.Workbook(tmp_path / "e.xlsx") as buku:
        for nama, isi in lembar.items():
            halaman = buku.add_worksheet(nama)
            for b, baris in enumerate(isi):
                halaman.write_row(b, 0, baris)
    hasil, usul = ambil(tmp_path / "e.xlsx")
    assert hasil["anggaran"].lembar == "LRA"
    assert "tidak diambil: MAR (3 baris), JAN (1 baris)" in usul.kabar[0]


EMPAT = [
    ("KAB. CONTOH",),
    ("REKAPITULASI BELANJA",),
    ("TAHUN ANGGARAN 2024",),
    ("Kode", None, None, None, "Uraian", "Operasi", None, "Modal", None),
    (None, None, None, None, None, "Anggaran", "Realisasi", "Anggaran", "Realisasi"),
    ("1.02", None, None, None, "URUSAN KESEHATAN", "1.000.000", "900.000,00", "500.000", "0,00"),
    ("1.02", "1.02.0.00.0.00.01.0000", None, None, "Dinas Contoh", "1.000.000", "900.000,00", "500.000", "0,00"),
    ("1.02", "1.02.0.00.0.00.01.0000", "1.02.01", None, "Program A", "1.000.000", "900.000,00", "500.000", "0,00"),
    ("1.02", "1.02.0.00.0.00.01.0000", "1.02.01.2.01", None, "Kegiatan", "1.000.000", "900.000,00", "500.000", "0,00"),
    ("1.02", "1.02.0.00.0.00.01.0000", "1.02.01.2.01.0001", None, "Sub", "1.000.000", "900.000,00", "500.000", "0,00"),
    (
        "1.02",
        "1.02.0.00.0.00.01.0000",
        "1.02.01.2.01.0001",
        "5.1.02",
        "Barang",
        "1.000.000",
        "900.000,00",
        "500.000",
        "0",
    ),
    (None, None, None, None, "Jumlah", "1.000.000", "900.000,00", "500.000", "0,00"),
]


def test_whole_codes_in_four_columns_and_amounts_by_group_tie_to_the_rupiah(tmp_path):
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", EMPAT))
    benar = dict.fromkeys(("0", "1.02.01", "1.02.01.2.01", "1.02.01.2.01.0001"), ("1500000", "900000"))
    assert pohon(hasil["anggaran"], "pagu", "realisasi") == benar
    assert hasil["anggaran"].beda == ()
    assert hasil["anggaran"].frame["sumber"].iloc[1] == (
        "e.xlsx, lembar Lembar1, baris 8 (pagu F8, H8, realisasi G8, I8)"
    )


def test_a_total_group_is_taken_where_there_is_one(tmp_path):
    total = [(*b, *c) for b, c in zip(EMPAT, [(None,) * 2] * 3 + [("Total", None), ("Anggaran", "Realisasi")]
                                      + [("1.500.000", "900.000")] * 7, strict=True)]  # fmt: skip
    total = [(*b[:9], *[None] * (9 - len(b)), *b[9:]) if len(b) >= 9 else b for b in total]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", total))
    assert pohon(hasil["anggaran"], "pagu")["1.02.01"] == ("1.500.000",)


def test_a_code_under_another_name_is_added_up_when_told_and_its_names_listed(tmp_path):
    ulang = [("1.02.02", "Program B", 100, 90), ("1.02.02.2.02", "Kegiatan B", 100, 90),
             ("1.02.02.2.02.0005", "Sub B", 100, 90), ("1.02.02", "Program B (BOK)", 50, 40),
             ("1.02.02.2.02", "Kegiatan B", 50, 40), ("1.02.02.2.02.0005", "Sub B", 50, 40)]  # fmt: skip
    path = tulis(tmp_path / "e.xlsx", [JUDUL, *ulang])
    with pytest.raises(
        MasukanSalah, match=r'1\.02\.02 berulang di baris 2, 5, bernama "Program B", "Program B \(BOK\)"'
    ):
        ambil(path)
    hasil, _ = ambil(path, jumlahkan=True)
    assert pohon(hasil["anggaran"], "nama", "pagu")["1.02.02"] == ("Program B", "150")
    assert 'juga disebut "Program B (BOK)"' in hasil["anggaran"].kabar[0]


def test_sub_units_that_the_sheet_names_are_added_up_without_asking(tmp_path):
    unit = [(u, *b) for u in ("UPTD A", "UPTD B") for b in KEGIATAN]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [("Sub Unit", *JUDUL), *unit]))
    assert pohon(hasil["anggaran"], "pagu")["1.01.01.2.01.0001"] == ("24000",)


def test_an_amount_from_the_accounts_names_their_cells_and_a_sum_its_parts(tmp_path):
    unit = [(u, *b) for u in ("A", "B") for b in (*KEGIATAN[:2], (*KEGIATAN[2][:3], None), ("5.1.02", "R", 5, 10800))]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [("Sub Unit", *JUDUL), *unit]), tetap=True)
    sumber = hasil["anggaran"].frame.set_index("kode")["sumber"]
    assert sumber["1.01.01"].endswith("baris 2, 6 (pagu D2, D6, realisasi E2, E6)")
    assert sumber["1.01.01.2.01.0001"].endswith("(pagu D4, D8, realisasi E5, E9)")
    kabar = "realisasi 1.01.01.2.01.0001 kosong; dipakai jumlah rekeningnya (baris 5)."
    assert kabar in hasil["anggaran"].kabar


def test_an_account_that_cannot_be_read_is_named(tmp_path):
    path = tulis(tmp_path / "e.xlsx", [JUDUL, *KEGIATAN, ("5.1.02", "Barang", "1.2O0", 10800)])
    with pytest.raises(MasukanSalah, match=r'Lembar1!C5: pagu "1\.2O0"'):
        ambil(path)


@pytest.mark.parametrize("datar", [False, True])
def test_a_code_and_its_name_in_one_cell_are_parted(tmp_path, datar):
    satu = [f"{k} {n}" for k, n, *_ in KEGIATAN]
    if datar:
        judul = ("Nama SKPD", "Program", "Kegiatan", "Sub Kegiatan", "Kode Rekening", "Pagu", "Realisasi")
        isi = [("1.01 Dinas", *satu, r, 6000, 5400) for r in ("5.1.02.01.01.0024", "5.1.02.01.01.0025")]
    else:
        judul, isi = ("Uraian", "Pagu", "Realisasi"), [(s, 12000, 10800) for s in satu]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [judul, *isi]))
    milik = pohon(hasil["anggaran"], "tingkat", "nama", "pagu")
    assert milik["1.01.01.2.01.0001"] == ("sub_kegiatan", "Sub Contoh", "12000")
    assert milik["1.01.01"][:2] == ("program", "Program Contoh")


def test_a_quarter_without_its_number_is_asked_for_and_never_the_year(tmp_path):
    path = tulis(
        tmp_path / "e.xlsx", [("Kode Indikator", "Realisasi TW", "Kendala"), ("SAMPAH", 5, "x"), ("IKM", 0, "")]
    )
    with pytest.raises(MasukanSalah, match='"Realisasi TW" tidak menyebut triwulan ke berapa'):
        ambil(path)
    hasil, _ = ambil(path, triwulan=2)
    assert set(hasil["realisasi"].frame["periode"]) == set(hasil["analisis"].frame["periode"]) == {"tw2"}
    assert 'indikator.csv masih kosong; belum dikenal: "SAMPAH", "IKM"' in hasil["realisasi"].kabar[0]


def test_a_sheet_of_another_year_is_refused_with_both_years_unless_confirmed(tmp_path):
    path = tulis(tmp_path / "e.xlsx", [("TAHUN ANGGARAN 2022",), (), JUDUL, *KEGIATAN])
    with pytest.raises(MasukanSalah, match=r"Lembar1!A1: Berkas ini menyebut tahun 2022, .* yang diminta 2024"):
        ambil(path)
    assert "anggaran" in ambil(path, tetap=True)[0]


def test_a_column_of_years_filters_the_rows(tmp_path):
    baris = [(t, k, n, p + t, r) for t in (2023, 2024) for k, n, p, r in KEGIATAN]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [("Tahun", *JUDUL), *baris]))
    assert pohon(hasil["anggaran"], "pagu")["1.01.01"] == ("14024",)
    assert [d.alasan for d in hasil["anggaran"].dibuang] == ["tahun 2023"] * 3


def test_a_column_of_other_years_only_is_refused_with_them(tmp_path):
    baris = [(2023, *b) for b in KEGIATAN]
    with pytest.raises(MasukanSalah, match="Kolom Tahun hanya berisi 2023, sedangkan yang diminta 2024"):
        ambil(tulis(tmp_path / "e.xlsx", [("Tahun", *JUDUL), *baris]))


def test_a_damaged_amount_of_a_sub_unit_is_named_with_its_own_cell(tmp_path):
    unit = [(u, k, n, p if u == "A" else "1.2O0", r) for u in ("A", "B") for k, n, p, r in KEGIATAN]
    with pytest.raises(MasukanSalah, match=r'Lembar1!D5: pagu "1\.2O0"'):
        ambil(tulis(tmp_path / "e.xlsx", [("Sub Unit", *JUDUL), *unit]))


def test_a_point_before_the_sen_is_read_as_all_others_of_its_sheet(tmp_path):
    sen = [(k, n, p, r) for (k, n, *_), p, r in zip(KEGIATAN, ["12,000.00"] * 3, ["863.00"] * 3, strict=True)]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [JUDUL, *sen]))
    assert pohon(hasil["anggaran"], "realisasi")["1.01.01"] == ("863,00",)


def test_a_cash_plan_by_month_becomes_quarters_and_its_totals_are_held_against_the_months(tmp_path):
    bulan = [f"bulan{n}" for n in range(1, 13)]
    judul = (
        "Nama Program",
        "Nama Kegiatan",
        "Kode Sub Kegiatan",
        "Nama Sub Kegiatan",
        "Kode Akun",
        "Total RAK",
        *bulan,
    )
    isi = [("P", "K", "1.02.02.2.01.0001", "S", a, t, *[10] * 12) for a, t in (("5.1.02", 120), ("5.2.02", 120))]
    hasil, usul = ambil(tulis(tmp_path / "e.xlsx", [judul, *isi]))
    kas = hasil["kas"].frame
    assert kas[["periode", "rencana"]].values.tolist() == [[f"tw{n}", "60"] for n in range(1, 5)]
    assert kas["sumber"].iloc[0] == "e.xlsx, lembar Lembar1, baris 2–3 (rencana G2:I3)"
    assert usul.beda == ()
    _, usul = ambil(tulis(tmp_path / "f.xlsx", [judul, isi[0], (*isi[1][:5], 130, *isi[1][6:])]))
    assert usul.beda == ("Lembar1!F3: Rp130, bulannya berjumlah Rp120.",)


def test_a_budget_of_the_central_government_keeps_programme_activity_and_output(tmp_path):
    rka = [
        ("KODE RKA", "URAIAN", "VOLUME", "JUMLAH / TOTAL PAGU"),
        ("113.01.WA", "Program P", None, 300), ("5096", "Kegiatan K", None, 300), ("5096.EBA", "KRO", 1, 300),
        ("EBA.962", "Layanan Umum", 1, 200), ("051", "Persiapan", None, 200), ("A", "TANPA SUB", None, 200),
        ("521211", "Bahan", None, 200), (None, "- Kertas", 2, 200), ("EBA.994", "Layanan Kantor", 1, 100),
    ]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", rka))
    assert pohon(hasil["anggaran"], "induk", "tingkat", "pagu") == {
        "0": ("", "instansi", ""), "113.01.WA": ("0", "program", "300"), "5096": ("113.01.WA", "kegiatan", "300"),
        "5096.EBA.962": ("5096", "sub_kegiatan", "200"), "5096.EBA.994": ("5096", "sub_kegiatan", "100"),
    }  # fmt: skip


def test_a_list_by_segment_is_added_up_to_its_outputs(tmp_path):
    judul = ("Kode Satker", "PROGRAM", "KEGIATAN", "KRO", "RO", "KOMPONEN", "AKUN", "PAGU", "REALISASI")
    isi = [("439270", "026.01.WA", "2146", "EBA", ro, "051", akun, 100, 90)
           for ro in ("956", "962") for akun in ("521211", "522151")]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [judul, *isi]))
    assert pohon(hasil["anggaran"], "tingkat", "pagu")["2146.EBA.956"] == ("sub_kegiatan", "200")


SAKIP = [
    ("PENGUKURAN KINERJA TRIWULAN II TAHUN 2024",),
    ("Sasaran", "Indikator", "Satuan", "Target TW II", "Realisasi TW II", "Capaian (%)", "Kendala", "Solusi",
     "Rencana Tindak Lanjut", "Penanggung Jawab", "Batas Waktu", "Link Bukti"),
    ("Sampah berkurang", "Persentase sampah terkelola", "Persen", "60", "48,0", "80", "Truk rusak", "Sewa truk",
     "Beli truk", "Bidang Sampah", "2024-12-15", "https://bukti.id/1"),
    ("Sampah berkurang", "Jumlah Keluhan", "Keluhan", "10", "12", "80", "", "", "", "", "", ""),
    (None, None, None, None, "Kota Contoh, 3 Juli 2024"), (None, None, None, None, "KEPALA DINAS"),
]  # fmt: skip


def test_a_measurement_sheet_fills_cards_figures_words_and_evidence(tmp_path):
    hasil, usul = ambil(tulis(tmp_path / "e.xlsx", SAKIP))
    # 80 % of a falling one is shown by its formula; realisasi ÷ target shows nothing.
    assert pohon(hasil["indikator"], "sasaran", "arah") == {"PST": ("SB", ""), "JK": ("SB", "turun")}
    assert "Arah 1 indikator terbaca dari rumus capaian" in " ".join(usul.kabar)
    assert "arah PST belum diketahui dari berkas ini; isi kolom itu di indikator.csv." in hasil["indikator"].kabar
    assert usul.kabar[-1] == "Kolom lembar Lembar1 yang tidak diambil: Capaian (%)."
    assert hasil["target"].frame["periode"].tolist() == ["tw2", "tw2"]
    assert hasil["realisasi"].frame["bukti"].iloc[0] == "https://bukti.id/1"
    kata = hasil["analisis"].frame.set_index("jenis")["teks"].to_dict()
    assert kata == {
        "hambatan": "Truk rusak", "upaya": "Sewa truk",
        "tindak_lanjut": "Beli truk (penanggung jawab: Bidang Sampah; batas waktu: 15 Desember 2024)",
    }  # fmt: skip


def test_cards_that_are_there_already_are_not_made_again(tmp_path):
    kartu = {"indikator": {"persentase sampah terkelola": "SAMPAH", "jumlah keluhan": "KELUH"}, "sasaran": {"s": "S"}}
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", SAKIP), kartu=kartu)
    assert "indikator" not in hasil
    assert hasil["realisasi"].frame["indikator"].tolist() == ["SAMPAH", "KELUH"]


def test_iku_is_a_heading_and_years_are_columns(tmp_path):
    iku = [
        ("No", "Kinerja Utama", "IKU", "Satuan", "Polarisasi", "Cara Menghitung", "Target", None),
        (None, None, None, None, None, None, "2024", "2025"),
        (1, "Sampah berkurang", "Sampah terkelola", "Persen", "Naik", "terkelola / timbulan", "65", "70"),
    ]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", iku), dokumen="iku")
    assert pohon(hasil["indikator"], "arah", "formulasi") == {"ST": ("naik", "terkelola / timbulan")}
    assert hasil["target"].frame[["tahun", "target"]].values.tolist() == [["2024", "65"], ["2025", "70"]]


def test_one_card_told_in_two_ways_is_refused(tmp_path):
    iku = [("IKU", "Satuan", "Formulasi"), ("Angka Stunting", "Persen", "a / b"), ("Angka Stunting", "Anak", "a")]
    with pytest.raises(MasukanSalah, match='"Angka Stunting" berdiri di baris 2–3 dengan isi yang berbeda'):
        ambil(tulis(tmp_path / "e.xlsx", iku))


@pytest.mark.parametrize(
    "baris",
    [
        [("Program", "Kegiatan", "Sub Kegiatan"), ("Prog A", "", ""), ("", "Keg A", ""), ("", "", "Sub A")],
        [("No", "Uraian"), ("A", "Prog A"), ("1", "Keg A"), ("a", "Sub A")],
        [("Uraian",), ("Program: Prog A",), ("Kegiatan: Keg A",), ("Sub Kegiatan: Sub A",)],
        [("No", "Uraian"), ("1", "Prog A"), ("1.1", "Keg A"), ("1.1.1", "Sub A")],
    ],
)
def test_names_alone_say_the_levels_of_an_offices_own_recap(tmp_path, baris):
    angka = [("Pagu DPA", "Pagu DPPA", "Realisasi s.d. TW I", "Realisasi s.d. TW II"), *[(90, 100, 20, 50)] * 3]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [(*b, *a) for b, a in zip(baris, angka, strict=True)]))
    milik = hasil["anggaran"].frame[hasil["anggaran"].frame["dokumen"] == "dppa"]
    assert milik[["tingkat", "nama", "pagu"]].values.tolist()[1:] == [
        ["program", "Prog A", "100"], ["kegiatan", "Keg A", "100"], ["sub_kegiatan", "Sub A", "100"],
    ]  # fmt: skip
    kas = hasil["kas"].frame
    assert kas.loc[kas["kode"] == "1.1.1", ["periode", "realisasi"]].values.tolist() == [["tw1", "20"], ["tw2", "30"]]


def test_a_total_before_which_nothing_is_told_stays_a_total(tmp_path):
    angka = [("Pagu DPPA", "Realisasi s.d. TW II", "Realisasi s.d. TW III"), *[(100, 50, 80)] * 3]
    nama = [("Program", "Kegiatan", "Sub Kegiatan"), ("Prog A", "", ""), ("", "Keg A", ""), ("", "", "Sub A")]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [(*b, *a) for b, a in zip(nama, angka, strict=True)]))
    kas = hasil["kas"].frame
    milik = kas.loc[kas["kode"] == "1.1.1", ["periode", "realisasi"]].values.tolist()
    assert milik == [["sd_tw2", "50"], ["tw3", "30"]]


def test_recommendations_of_the_evaluation_have_a_table_of_their_own(tmp_path):
    lhe = [("Rekomendasi", "Tindak Lanjut", "Status", "Bukti"), ("Cascading diperbaiki", "Rapat", "proses", "BA-1")]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", lhe))
    assert pohon(hasil["rekomendasi"], "tindak_lanjut", "status", "bukti") == {"R1": ("Rapat", "proses", "BA-1")}


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([("NIP", "Nama Pegawai", "Golongan"), ("1", "Budi", "III/a")], "tidak berisi tabel yang dikenal; judul"),
        ([JUDUL], "tidak berisi tabel yang dikenal"),
        ([JUDUL, *KEGIATAN[:2], ("1.01.01.2.01.0001", "Sub", "1.2O0", 5)], r"Lembar1!C4: pagu \"1\.2O0\""),
        ([("Kode Sub Kegiatan", "Uraian", "Januari", "Maret"), ("1.01.01.2.01.0001", "S", 1, 1)], "bulan Februari"),
    ],
)  # fmt: skip
def test_what_a_file_is_not_is_said_once(tmp_path, baris, pesan):
    with pytest.raises(MasukanSalah, match=pesan) as salah:
        ambil(tulis(tmp_path / "e.xlsx", baris))
    assert len(salah.value.masalah) == 1


@pytest.mark.parametrize(
    "atas",
    [
        ("s.d. 30 Juni 2024",), ("Bulan", ":", "Juni 2024"), ("Periode", ":", "01-01-2024 s.d. 30-06-2024"),
        ("Tanggal 01/01/2024 - 30/06/2024",), ("1 Januari 2024 - 30 Juni 2024",), ("Sampai Tanggal 2024-06-30",),
        ("LRA TRIWULAN II TAHUN 2024",), ("Triwulan", ":", "II"),
    ],
)  # fmt: skip
def test_spent_to_the_middle_of_the_year_never_becomes_the_years(tmp_path, atas):
    hasil, usul = ambil(tulis(tmp_path / "e.xlsx", [atas, JUDUL, *KEGIATAN]))
    assert "realisasi" not in hasil["anggaran"].frame
    assert "sampai Juni, belum setahun" in " ".join(usul.kabar)
    assert "dengan periode sd_tw2" in " ".join(usul.kabar)


@pytest.mark.parametrize("kolom", ["Realisasi s.d. 30 Juni 2024", "Realisasi Semester I"])
def test_nor_does_a_column_that_says_so_itself(tmp_path, kolom):
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [(*JUDUL[:3], kolom), *KEGIATAN]))
    assert "realisasi" not in hasil["anggaran"].frame


def test_nor_does_a_sheet_of_one_month(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "e.xlsx") as buku:
        halaman = buku.add_worksheet("JUNI")
        for b, baris in enumerate([JUDUL, *KEGIATAN]):
            halaman.write_row(b, 0, baris)
    assert "realisasi" not in ambil(tmp_path / "e.xlsx")[0]["anggaran"].frame


UKUR = ("Sasaran", "Indikator", "Satuan", "Target")


@pytest.mark.parametrize(
    ("atas", "kolom"),
    [
        (("SEMESTER I TAHUN 2024",), ("Realisasi",)),
        (("Bulan", ":", "Juni 2024"), ("Realisasi",)),
        (("TAHUN 2024",), ("Realisasi s.d. Juni 2024",)),
        (("TAHUN 2024",), ("Realisasi Januari", "Realisasi Februari")),
        (("TAHUN 2024",), ("Realisasi s.d. Tahun 2023",)),
    ],
)
def test_what_was_reached_in_a_part_of_the_year_is_not_the_years(tmp_path, atas, kolom):
    path = tulis(
        tmp_path / "e.xlsx", [atas, (*UKUR, *kolom), ("S", "Sampah terkelola", "Persen", 60, *[22] * len(kolom))]
    )
    hasil, usul = ambil(path)
    assert "realisasi" not in hasil
    assert f"Kolom {kolom[0]} tidak diambil: angka" in " ".join(usul.kabar)
    assert hasil["target"].frame["target"].tolist() == ["60"]


def test_a_quarter_beside_its_label_is_the_sheets(tmp_path):
    ukur = [("Triwulan", ":", "II"), (*UKUR, "Realisasi"), ("S", "Sampah terkelola", "Persen", 60, 22)]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", ukur))
    assert hasil["realisasi"].frame["periode"].tolist() == ["tw2"]


def test_figures_to_compare_with_are_not_the_agencys(tmp_path):
    ukur = [
        (
            "Indikator",
            "Target Akhir Renstra",
            "Target 2024",
            "Realisasi Nasional",
            "Realisasi Provinsi",
            "Realisasi Kota",
        ),
        ("Sampah terkelola", 80, 60, 70, 65, 48),
    ]
    hasil, usul = ambil(tulis(tmp_path / "e.xlsx", ukur))
    assert hasil["target"].frame["target"].tolist() == ["60"]
    assert hasil["realisasi"].frame["realisasi"].tolist() == ["48"]
    assert "Kolom Realisasi Nasional tidak diambil; realisasi itu sudah dari Realisasi Kota." in usul.kabar


def test_targets_in_rupiah_beside_those_of_performance_are_not_taken(tmp_path):
    ukur = [
        ("Indikator", "Anggaran", None, "Kinerja", None), (None, "Target", "Realisasi", "Target", "Realisasi"),
        ("Sampah terkelola", 1000000, 900000, 60, 48),
    ]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", ukur))
    assert hasil["target"].frame["target"].tolist() == ["60"]
    assert hasil["realisasi"].frame["realisasi"].tolist() == ["48"]


@pytest.mark.parametrize(
    "judul", [("No", "Program", "Anggaran", "Keterangan"), (None, "Program/Kegiatan", "Jumlah Anggaran (Rp)", "Ket.")]
)
def test_the_budget_below_a_performance_agreement_is_no_indicator(tmp_path, judul):
    pk = [
        ("PERJANJIAN KINERJA TAHUN 2024",), ("No", "Sasaran", "Indikator", "Target"), (1, "S", "Sampah terkelola", 60),
        judul, (1, "Program A", 1000000, "APBD"), (None, "Jumlah", 1000000, None),
    ]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", pk))
    assert hasil["indikator"].frame["nama"].tolist() == ["Sampah terkelola"]
    assert hasil["target"].frame["target"].tolist() == ["60"]
    assert [d.nomor for d in hasil["target"].dibuang] == [4, 5, 6]


def test_what_an_indicator_is_reckoned_from_is_no_indicator(tmp_path):
    ukur = [
        (*UKUR, "Realisasi"), ("S", "Sampah terkelola", "Persen", 60, 48),
        (None, "Pembilang: sampah terkelola", "Ton", None, 480), (None, "Timbulan (penyebut)", "Ton", None, 1000),
    ]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", ukur))
    assert hasil["indikator"].frame["nama"].tolist() == ["Sampah terkelola"]


def test_a_plan_with_indicators_beside_its_programmes_is_a_budget(tmp_path):
    renja = [
        ("Kode", "Urusan/Bidang Urusan/Program/Kegiatan", "Indikator Kinerja", "Rencana Tahun 2024", None),
        (None, None, None, "Target Capaian Kinerja", "Pagu Indikatif (Rp)"),
        *((k, n, f"Indikator {n}", "100 Persen", p) for k, n, p, _ in KEGIATAN),
    ]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", renja))
    assert list(hasil) == ["anggaran"]
    assert pohon(hasil["anggaran"], "pagu")["1.01.01.2.01.0001"] == ("12000",)


def test_performance_beside_rupiah_is_no_amount(tmp_path):
    judul = [
        ("Kode", "Sub Kegiatan", "Anggaran Renja 2024", None, "Realisasi 2024", None),
        (None, None, *("K", "Rp") * 2),
    ]
    isi = [(k, n, 100, p, 95, r) for k, n, p, r in KEGIATAN]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [*judul, *isi]), tabel="anggaran")
    assert pohon(hasil["anggaran"], "pagu", "realisasi")["1.01.01"] == ("12000", "10800")


def test_the_agencys_code_before_each_code_says_no_level(tmp_path):
    skpd = "1.01.0.00.0.00.01.0000"
    isi = [(skpd, "Dinas", 12000, 10800), *((f"{skpd}.{k}", n, p, r) for k, n, p, r in KEGIATAN),
           (f"{skpd}.1.01.01.2.01.0001.5.1.02.01.01.0024", "ATK", 12000, 10800)]  # fmt: skip
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [JUDUL, *isi]))
    assert pohon(hasil["anggaran"], "tingkat", "pagu")["1.01.01.2.01.0001"] == ("sub_kegiatan", "12000")


@pytest.mark.parametrize("datar", [False, True])
def test_a_sheet_of_several_agencies_must_be_held_true(tmp_path, datar):
    dua = ("1.01.0.00.0.00.01.0000", "1.02.0.00.0.00.02.0000")
    if datar:
        baris = [("Nama SKPD", *JUDUL), *((s, *b) for s in ("Dinas A", "Dinas B") for b in KEGIATAN)]
    else:
        baris = [JUDUL, *(b for s in dua for b in ((s, "Dinas", 12000, 10800), *KEGIATAN))]
    _, usul = ambil(tulis(tmp_path / "e.xlsx", baris))
    assert "memuat 2 SKPD" in usul.beda[0]


def test_one_long_code_for_each_account_is_refused_and_no_program(tmp_path):
    isi = [(f"026.01.WA.2146.EBA.956.051.0A.{a}", "Belanja", 100, 90) for a in ("521211", "522151")]
    with pytest.raises(MasukanSalah, match="berbagian 9"):
        ambil(tulis(tmp_path / "e.xlsx", [JUDUL, *isi]))


def test_letters_set_apart_and_an_apostrophe_before_a_code_are_read(tmp_path):
    judul = ("K O D E", "U R A I A N", "A N G G A R A N", "R E A L I S A S I")
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [judul, *((f"'{k}", n, f"'{p}", r) for k, n, p, r in KEGIATAN)]))
    assert pohon(hasil["anggaran"], "pagu")["1.01.01"] == ("12000",)


def test_another_quarter_below_is_named(tmp_path):
    isi = [(*UKUR, "Realisasi"), ("S", "Sampah terkelola", "Persen", 60, 10)]
    _, usul = ambil(tulis(tmp_path / "e.xlsx", [("TRIWULAN I",), *isi, (), ("TRIWULAN II",), *isi]))
    assert usul.beda == ('Lembar1!5: "TRIWULAN II" di bawah judul Triwulan I; pisahkan lembarnya.',)


def test_percentages_that_may_be_fractions_are_named(tmp_path):
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [(*UKUR, "Realisasi"), ("S", "Sampah terkelola", "Persen", 0.6, 0.48)]))
    assert "target bersatuan persen paling besar 1 (misalnya 0,6)" in " ".join(hasil["target"].kabar)


def test_outputs_beside_their_programme_and_activity_are_sub_activities(tmp_path):
    judul = ("No", "Kode Satker", "Program", "Kegiatan", "Output", "Nama Output", "Pagu", "Realisasi")
    isi = [
        (n, "439270", "026.01.WA", "2146", f"2146.EBA.{ro}", "Layanan", 100, 90) for n, ro in enumerate(("956", "962"))
    ]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [judul, *isi]))
    assert pohon(hasil["anggaran"], "induk", "tingkat", "pagu")["2146.EBA.956"] == ("2146", "sub_kegiatan", "100")


def test_spending_by_how_it_was_paid_is_added_up(tmp_path):
    isi = [(k, n, p, r - 500, 500) for k, n, p, r in KEGIATAN]
    hasil, _ = ambil(tulis(tmp_path / "e.xlsx", [(*JUDUL[:3], "Realisasi LS", "Realisasi UP/GU/TU"), *isi]))
    assert pohon(hasil["anggaran"], "realisasi")["1.01.01"] == ("10800",)


def test_a_budget_between_the_first_and_the_changed_one_is_named(tmp_path):
    isi = [(k, n, p - 2, p - 1, p, r) for k, n, p, r in KEGIATAN]
    judul = (*JUDUL[:2], "Pagu Awal", "Pagu Pergeseran", "Pagu Perubahan", "Realisasi")
    hasil, usul = ambil(tulis(tmp_path / "e.xlsx", [judul, *isi]))
    milik = hasil["anggaran"].frame.query("kode == '1.01.01'")
    assert milik[["dokumen", "pagu", "realisasi"]].values.tolist() == [["dpa", "11998", ""], ["dppa", "12000", "10800"]]
    assert "Kolom Pagu Pergeseran tidak diambil; dokumennya tidak disebut." in usul.kabar
