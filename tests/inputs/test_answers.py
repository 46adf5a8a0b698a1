"""Answers in one place: corrections, explanations and choices, from the file or the sheet, each asked for once."""

import pytest

from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.inputs import answers
from tests.inputs import excel

WHO = "by: Subbagian Perencanaan, date: 2025-02-20"
CORRECTION = (
    "jenis: koreksi, berkas: realisasi.csv, kunci: {indikator: AKIP}, kolom: realisasi, expect: '64,17', "
    "become: '61,64', reason: Angka tahun lain tersalin., evidence: 'Bagian AKIP mencetak 61,64.'"
)
EXPLANATION = "jenis: penjelasan, id: CAP-04-1, reason: Sudah dijelaskan dalam berita acara."
CHOICE = "jenis: pilihan, id: batas, become: '120', reason: Keputusan kepala dinas tahun itu."


def answer(*items, who=WHO):
    return "jawaban:\n" + "".join(f"  - {{{item}, {who}}}\n" for item in items)


def refusal(agency):
    with pytest.raises(MasukanSalah) as refused:
        buka("dinas-kecil", 2024, di=agency.akar)
    return str(refused.value)


def test_one_file_corrects_explains_and_chooses(instansi_kecil):
    instansi_kecil.write("jawaban.yml", answer(CORRECTION, EXPLANATION, CHOICE))
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert lk.indikator.set_index("kode")["realisasi"]["AKIP"] == 61.64
    assert lk.params.batas == "120"
    assert [t.id for t in lk.bahan.tanggapan] == ["CAP-04-1"]


def test_who_corrected_a_cell_and_when_stands_in_its_trail(instansi_kecil):
    instansi_kecil.write("jawaban.yml", answer(CORRECTION))
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    (step,) = (s for s in lk.lacak("realisasi", "AKIP").langkah if s.asal == "dikoreksi")
    assert step.alasan == ("Angka tahun lain tersalin. Bagian AKIP mencetak 61,64. (Subbagian Perencanaan, 2025-02-20)")
    assert step.tempat == "jawaban.yml, baris 2, kolom realisasi"


def test_the_sheet_answers_as_the_file_does(instansi_kecil):
    excel.tulis(
        instansi_kecil.tempat.data / "lkip.xlsx",
        [
            ["jenis", "id", "tabel", "kunci", "kolom", "tertulis", "menjadi", "alasan", "bukti", "oleh", "tanggal"],
            ["koreksi", None, "realisasi", "indikator=AKIP", "realisasi", "64,17", "61,64", "Angka tahun lain.",
             "Bagian AKIP mencetak 61,64.", "Bidang", "2025-02-20"],
            ["pilihan", "batas", None, None, None, None, "120", "Keputusan kepala.", None, "Bidang", "2025-02-20"],
            ["pilihan", "naskah", None, None, None, None, "kertas=F4; ukuran=11", "Kertas kantor.", None, "Umum",
             "2025-02-20"],
        ],
        lembar="jawaban",
    )  # fmt: skip
    lk = buka("dinas-kecil", 2024, di=instansi_kecil.akar)
    assert lk.indikator.set_index("kode")["realisasi"]["AKIP"] == 61.64
    assert lk.params.batas == "120"
    assert (lk.params.naskah.kertas, lk.params.naskah.ukuran, lk.params.naskah.huruf) == ("F4", 11, "Arial")
    (step,) = (s for s in lk.lacak("realisasi", "AKIP").langkah if s.asal == "dikoreksi")
    assert step.tempat == "lkip.xlsx, jawaban!A2"


def test_a_row_of_the_sheet_that_cannot_be_used_is_named_by_its_cell(instansi_kecil):
    rows = [
        ["jenis", "id", "alasan", "oleh", "tanggal"],
        ["penjelasan", "ANG-02-1", "Sudah betul.", "Bidang", "kemarin"],
    ]
    excel.tulis(instansi_kecil.tempat.data / "lkip.xlsx", rows, lembar="jawaban")
    assert 'lkip.xlsx, jawaban!A2: date: "kemarin" tidak dapat dipakai. Tulis tanggal' in refusal(instansi_kecil)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([CORRECTION.replace(", expect: '64,17'", "")], 'jawaban.yml, baris 2: "expect" belum diisi.'),
        ([EXPLANATION.replace("id: CAP-04-1, ", "")], 'jawaban.yml, baris 2: "id" belum diisi.'),
        ([f"{EXPLANATION}, kolom: pagu"], '"kolom" tidak dipakai untuk penjelasan.'),
        ([CHOICE.replace("batas", "batass")], 'Kunci params "batass" tidak dikenal. Maksud Anda "batas"?'),
        ([CHOICE.replace("id: batas", "id: rata_rata")], 'rata_rata: "120" bukan pilihan.'),
        (["jenis: pilihan, id: naskah, become: F4, reason: Kertas kantor kita."], 'Kunci "naskah.F4" tidak dikenal.'),
        (["jenis: pilihan, id: skala_nilai, become: sakip, reason: Skala menteri saja."], "kunci untuk skala_nilai"),
        ([EXPLANATION, EXPLANATION], "baris 3: Catatan CAP-04-1 dijawab dua kali, juga di jawaban.yml, baris 2."),
        ([CHOICE, CHOICE], "Pilihan batas dijawab dua kali"),
        ([CORRECTION, CORRECTION], "jawaban.yml, baris 3: Sel yang sama dikoreksi dua kali."),
        ([CORRECTION.replace("64,17", "64,18")], 'jawaban.yml, baris 2: Koreksi mengharapkan "64,18"'),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused_at_its_line(instansi_kecil, items, said):
    instansi_kecil.write("jawaban.yml", answer(*items))
    assert said in refusal(instansi_kecil)


def test_an_answer_without_who_or_when_is_refused(instansi_kecil):
    instansi_kecil.write("jawaban.yml", answer(EXPLANATION, who="date: 2025-02-20"))
    assert 'Kunci "jawaban.0.by" belum diisi.' in refusal(instansi_kecil)


def test_the_files_of_today_are_read_beside_and_never_answer_twice(instansi_kecil):
    instansi_kecil.write(
        "tanggapan.yml", f"tanggapan: [{{{EXPLANATION.removeprefix('jenis: penjelasan, ')}, {WHO}}}]\n"
    )
    assert len(buka("dinas-kecil", 2024, di=instansi_kecil.akar).bahan.tanggapan) == 1
    assert answers.kabar_pindah(instansi_kecil.tempat.data) == (
        "tanggapan.yml masih dibaca; isinya dapat dipindahkan ke jawaban.yml (docs/masukan.md)."
    )
    instansi_kecil.write("jawaban.yml", answer(EXPLANATION))
    assert "Catatan CAP-04-1 dijawab dua kali, juga di tanggapan.yml" in refusal(instansi_kecil)


def test_what_params_choose_is_not_chosen_again(instansi_kecil):
    instansi_kecil.params("batas: 110\n")
    instansi_kecil.write("jawaban.yml", answer(CHOICE))
    assert "batas dipilih di sini dan di params/dinas-kecil/2024.yml. Sisakan satu." in refusal(instansi_kecil)


def test_a_choice_for_one_indicator_stands_beside_those_of_params(instansi_kecil):
    instansi_kecil.params("bacaan_dipastikan: [{indikator: TPT, alasan: Dasarnya realisasi 2023}]\n")
    settled = "jenis: pilihan, id: bacaan_dipastikan, kunci: {indikator: AKIP}, reason: Artinya nilai tahun itu."
    instansi_kecil.write("jawaban.yml", answer(settled))
    chosen = buka("dinas-kecil", 2024, di=instansi_kecil.akar).params.bacaan_dipastikan
    assert [p.indikator for p in chosen] == ["TPT", "AKIP"]
