"""Copied text is mended where it says so itself; what is printed in two readings is guessed or left, never believed."""

from __future__ import annotations

from lkip_lib.draf.files.pages import baca_teks
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU, TIDAK
from lkip_lib.draf.reading import baca_naskah
from lkip_lib.draf.sentences.digits import banyak_angka
from lkip_lib.draf.year.arrange import susun
from tests.draf.naskah import angka_kekal

UANG = "No\tProgram/Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\tCapaian (%)"
JUDUL = "Tabel 3.2 Realisasi Anggaran Tahun 2024\n\n"


def _baca(*baris: str, awal: str = JUDUL, akhir: str = ""):
    teks = awal + "\n".join(baris) + f"\n\n{akhir}"
    bacaan = baca_naskah(baca_teks("d.txt", teks), 2024)
    semua = sum(banyak_angka(sel) for garis in teks.split("\n") for sel in garis.split("\t"))
    assert angka_kekal(bacaan) == (semua, semua)
    return bacaan


def _angka(bacaan, peran="pagu"):
    return {a.subjek: (a.nilai, a.ember) for a in bacaan.angka if a.peran == peran}


def test_of_a_row_printed_twice_the_reading_counts_that_the_percentage_proves():
    bacaan = _baca(
        UANG,
        "A\tProgram Layanan Loket\t358.290.000\t179.145.000\t50.00",
        "1\tKegiatan:\t330.230.000\t173.143.000\t30.00",
        "\tPemeliharaan Loket\t200.000.000\t100.000.000\t50.00",
    )
    assert _angka(bacaan)["Program Layanan Loket"] == (358_290_000, DIBACA)
    assert _angka(bacaan)["Pemeliharaan Loket"] == (200_000_000, DIBACA)
    assert {a.ember for a in bacaan.angka if a.tercetak in ("330.230.000", "173.143.000")} == {TIDAK}


def test_without_a_proof_the_reading_that_stands_elsewhere_is_guessed_and_else_neither_is_taken():
    baris = UANG, "A\tKegiatan Loket dan\t25.600.000\t25.600.000\t99.02", "\tantrean\t23.000.000\t25.600.000\t33.02"
    di_lain = _angka(_baca(*baris, akhir="Pagunya Rp25.600.000 dan pagunya 25.600.000; terserap 99.02 persen."))
    assert di_lain["Kegiatan Loket dan antrean"] == (25_600_000, DITEBAK)
    assert _angka(_baca(*baris, akhir="Tidak disebut lagi."))["Kegiatan Loket dan antrean"] == (None, RAGU)


def test_rows_alike_that_prove_themselves_are_two():
    satu, dua = ("30.000.000\t30.000.000\t100", "50.000.000\t50.000.000\t100")
    bacaan = _baca(UANG, f"1\tKegiatan Loket\t{satu}", f"2\tKegiatan Antrean\t{dua}")
    assert _angka(bacaan) == {"Kegiatan Loket": (30_000_000, DIBACA), "Kegiatan Antrean": (50_000_000, DIBACA)}


def test_names_cut_over_lines_and_columns_are_joined_and_a_mark_says_the_level_of_what_follows():
    bacaan = _baca(
        UANG,
        "A\tProgram:\t\t\t",
        "\tLayanan Loket\t9.000.000\t9.000.000\t100",
        "1\tKegiatan:\t\t\t",
        "\tPemeliharaan Loket dan\t4.000.000\t4.000.000\t100",
        "\tMesin Antrean\t\t\t",
        "\tSub Kegiatan:\t\t\t",
        "\tPengadaan Kursi Tunggu\t\t\t",
        "\tberdasarkan kebutuhan\t4.000.000\t4.000.000\t100",
        "",
        "2 Kegiatan:\t\t\t\t",
        "Penyuluhan Warg\ta di Loket\t5.000.000\t5.000.000\t100",
    )
    assert [(s.nama, s.kode) for s in bacaan.anggaran.simpul] == [
        ("Layanan Loket", "A"),
        ("Pemeliharaan Loket dan Mesin Antrean", "A.1"),
        ("Pengadaan Kursi Tunggu berdasarkan kebutuhan", "A.1.1"),
        ("Penyuluhan Warga di Loket", "A.2"),
    ]


def test_rows_that_heap_up_say_what_is_new_in_each():
    satu, dua = "Kegiatan Pemeliharaan Loket dan", "Kegiatan Pemeliharaan Loket dan Antrean"
    bacaan = _baca(
        UANG,
        f"{satu}\t\t4.000.000\t2.000.000\t50",
        f"{dua}\t\t4.000.000\t2.000.000\t50",
        f"{dua} Kegiatan Kursi\t\t4.000.000 6.000.000\t2.000.000 1.500.000\t50 25",
        f"{dua} Kegiatan Kursi Tunggu\t\t6.000.000\t1.500.000\t25",
    )
    dibaca = [(a.tercetak, a.peran) for a in bacaan.angka if a.ember in (DIBACA, DITEBAK) and a.nilai]
    assert dibaca == [(t, p) for baris in ("4.000.000 2.000.000 50", "6.000.000 1.500.000 25")
                      for t, p in zip(baris.split(), ("pagu", "realisasi_rp", "serapan"), strict=True)]  # fmt: skip


def test_a_name_cut_over_the_rows_of_its_quarters_is_one():
    bacaan = _baca(
        "No\tIndikator Kinerja\tTarget Tahunan\tTriwulan\tTarget Per Triwulan",
        "1\tNilai Mutu\t80\tTriwulan I\t20",
        "\tLayanan Loket\t\tTriwulan II\t40",
        "\tDinas Rekaan\t\tTriwulan III\t60",
        "\t\t\tTriwulan IV\t80",
        "2\tLama Antrean\t10\tTriwulan I\t10",
        awal="Tabel 2.4 Perjanjian Kinerja Tahun 2024\n\n",
    )
    target = {(a.subjek, a.periode): a.nilai for a in bacaan.angka if a.peran == "target"}
    nama = "Nilai Mutu Layanan Loket Dinas Rekaan"
    assert target == {
        (nama, "tahunan"): 80, (nama, "tw1"): 20, (nama, "tw2"): 40, (nama, "tw3"): 60, (nama, "tw4"): 80,
        ("Lama Antrean", "tahunan"): 10, ("Lama Antrean", "tw1"): 10,
    }  # fmt: skip


def test_words_alone_where_numbers_of_rows_stand_name_what_the_rows_below_are_of():
    bacaan = _baca(
        "No\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)",
        "Meningkatnya mutu layanan\t\t\t\t",
        "1\tIndeks Layanan Warga\t80\t84\t105,00",
        "Menurunnya antrean warga\t\t\t\t",
        "2\tJumlah Loket\t10\t10\t100,00",
        awal="Tabel 3.1 Pengukuran Kinerja Tahun 2024\n\n",
    )
    nama = {n.kode: n.nama for n in bacaan.kinerja.sasaran.isi}
    assert {k.nama: nama[k.sasaran] for k in bacaan.kinerja.kartu.values()} == {
        "Indeks Layanan Warga": "Meningkatnya mutu layanan",
        "Jumlah Loket": "Menurunnya antrean warga",
    }


def test_headings_of_three_rows_whose_years_are_cut_over_two_columns():
    bacaan = _baca(
        "\t\t\tTarget dan Realisasi Tahun Ke-\t\t\t",
        "No\tTujuan\tIndikator Tujuan\tIndikator Sasaran\tSatuan\tTahun\t2024\tTahun\t2025",
        "\t\t\t\t\tTarget\tRealisasi\tTarget\tRealisasi",
        "1\tMutu layanan\tIndeks Tujuan\tIndeks Layanan Warga\tNilai\t65\t64,17\t67\t-",
        awal="Tabel 2.1 Rencana Strategis 2024-2025\n\n",
    )
    ada = {(a.subjek, a.peran, a.tahun): a.nilai for a in bacaan.angka if a.peran in ("target", "realisasi")}
    nama = "Indeks Layanan Warga"
    assert ada == {(nama, "target", 2024): 65, (nama, "realisasi", 2024): 64.17, (nama, "target", 2025): 67}


def test_an_amount_whose_rp_was_copied_badly_beside_the_right_one_is_left_out():
    bacaan = _baca(
        "No\tKegiatan\tAnggaran\tKeterangan",
        "1\tPemeliharaan Loket\tRp. 150.000.000\tAPBD",
        "J\tdan Antrean\tπρ. 130.000.000\tAFDD",
        "2\tPengadaan Kursi\tRp. 40.000.000\tAPBD",
    )
    assert {s: n for s, (n, _) in _angka(bacaan).items()} == {
        "Pemeliharaan Loket dan Antrean": 150_000_000,
        "Pengadaan Kursi": 40_000_000,
    }


def test_lines_without_a_sign_of_their_own_stand_where_another_budget_has_them_and_new_ones_have_no_place():
    bacaan = _baca(
        UANG,
        "A\tProgram: Layanan Loket Kota\t9.000.000\t9.000.000\t100",
        "1\tKegiatan: Pemeliharaan Mesin Antrean\t4.000.000\t4.000.000\t100",
        "\tSub Kegiatan: Pengadaan Kursi Tunggu\t4.000.000\t4.000.000\t100",
        "2\tKegiatan: Penyuluhan Warga di Loket\t5.000.000\t5.000.000\t100",
        "\tSub Kegiatan: Pencetakan Brosur Loket\t5.000.000\t5.000.000\t100",
        "",
        "Tabel 2.5 Perjanjian Kinerja Anggaran Tahun 2024",
        "",
        "No\tKegiatan/Sub Kegiatan\tAnggaran\tKeterangan",
        "Ш\tPemeliharaan Mesin Antrean\t\t",
        "111\tPengadaan Kursi Tunggu\tRp 4.500.000\tAPBD",
        "1\tPerbaikan Atap Gudang\tRp 7.000.000\tAPBD",
        "a\tPencetakan Brosur Loket\tRp 5.000.000\tAPBD",
    )
    pk = [(s.nama, s.kode, s.induk) for s in bacaan.anggaran.simpul if s.dokumen == "pk"]
    assert pk == [
        ("Pemeliharaan Mesin Antrean", "A.1", "A"),
        ("Pengadaan Kursi Tunggu", "A.1.1", "A.1"),
        ("Pencetakan Brosur Loket", "A.2.1", "A.2"),
    ]
    baris = {b["kode"]: b for b in susun(bacaan).baris["anggaran"] if b["dokumen"] == "pk"}
    assert set(baris) == {"0", "A", "A.1", "A.1.1", "A.2", "A.2.1"}
    assert baris["A.1"]["lengkap"] == "tidak"


def test_rows_whose_digits_are_alike_are_two_where_each_is_of_something_else():
    tahun = _baca(
        "Tahun\tTarget\tRealisasi\tCapaian (%)",
        "2022\t3\t2\t100",
        "2023\t2\t0\t100",
        awal="Tabel 3.5 Perkembangan Kecelakaan Kerja\n\n",
    )
    assert [b[1:3] for b in tahun.naskah.tabel[0].kisi.baris[1:]] == [("3", "2"), ("2", "0")]
    bacaan = _baca(
        "No\tSasaran\tIndikator Kinerja\tTW I\tTW II",
        "1\tMeningkatnya mutu\tPrevalensi Antrean\t16,50\t16,50",
        "\t\tTingkat Kerusakan Loket\t18,80\t18,80",
        awal="Tabel 2.4 Target Kinerja Triwulanan Tahun 2024\n\n",
    )
    assert {a.nilai for a in bacaan.angka if a.peran == "target"} == {16.5, 18.8}
