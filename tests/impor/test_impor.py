"""An export becomes the tables of a year: right figures in the right rows, or the place that must be mended."""

from __future__ import annotations

from dataclasses import replace

import pytest
import xlsxwriter
import yaml

from lkip_lib import numerals
from lkip_lib.errors import MasukanSalah
from lkip_lib.impor.guess import tafsirkan
from lkip_lib.impor.headings import Judul, judul_di
from lkip_lib.impor.mapping import Peta, baca_peta
from lkip_lib.impor.preview import pratinjau
from lkip_lib.impor.proposal import tulis_usul, usulkan
from lkip_lib.impor.questions import Diminta
from lkip_lib.impor.reading import Impor, impor
from lkip_lib.impor.sources import baca_berkas
from lkip_lib.impor.writing import hilang, tulis
from lkip_lib.inputs.files import baca_csv
from lkip_lib.inputs.grid import baca_kisi
from tests.impor import ekspor
from tests.inputs.excel import rumus
from tests.inputs.excel import tulis as tulis_excel


def bawaan(_pertanyaan, _calon, jawab, _bendera):
    return jawab


def usul(path, **pilihan):
    return usulkan(baca_berkas(path), path.name, Diminta(2025, bawaan, **pilihan), ("indikator", "sasaran"))


def peta(bagian: str) -> Peta:
    return Peta.model_validate({"bagian": [yaml.safe_load(bagian)]})


def pohon(satu: Impor, dokumen: str, realisasi: bool = True) -> list[tuple]:
    milik = satu.frame[(satu.frame["dokumen"] == dokumen) & (satu.frame["kode"] != "0")]

    def rp(teks: str) -> float | None:
        return numerals.read(teks, satuan="rupiah").value

    kolom = zip(milik["kode"], milik["induk"], milik["tingkat"], milik["pagu"], milik["realisasi"], strict=True)
    return [(k, i, t, rp(p), rp(r) if realisasi else None) for k, i, t, p, r in kolom]


SEDERHANA = """
tabel: anggaran
judul: [1, 1]
kolom: {kode: Kode, nama: Nama, pagu: Pagu}
isi: {dokumen: dpa}
pohon: {tingkat: {1: program, 2: kegiatan, 3: sub_kegiatan}, rekening: ['5.1']}
"""


def sederhana(tmp_path, *baris, judul=("Kode", "Nama", "Pagu"), tambahan="", pohon=""):
    path = tulis_excel(tmp_path / "e.xlsx", [judul, *baris])
    (hasil,) = impor(path, peta(SEDERHANA.replace("pohon: {", f"pohon: {{{pohon}") + tambahan), 2025)
    return hasil


def ditolak(tmp_path, *baris, **pilihan) -> str:
    with pytest.raises(MasukanSalah) as salah:
        sederhana(tmp_path, *baris, **pilihan)
    return str(salah.value)


@pytest.mark.parametrize("buat", [ekspor.sipd_rekening, ekspor.daftar])
def test_a_budget_list_is_proposed_and_read_right(tmp_path, buat):
    path = buat(tmp_path / "e.xlsx")
    (satu,) = impor(path, usul(path).peta, 2025)
    assert pohon(satu, "dpa") == ekspor.anggaran()


def test_account_lines_totals_and_levels_above_a_program_are_left_out_and_told(tmp_path):
    path = ekspor.sipd_rekening(tmp_path / "e.xlsx")
    hasil = impor(path, usul(path).peta, 2025)
    akar = hasil[0].frame.iloc[0]
    assert (akar["kode"], akar["pagu"], akar["nama"]) == ("0", "Rp 10.493.760.000,00", "")
    assert akar["sumber"] == "e.xlsx, lembar Laporan Realisasi, baris 23 (pagu C23, realisasi D23)"
    lihat = "\n".join(pratinjau(hasil))
    for kalimat in (
        "anggaran.csv dari lembar Laporan Realisasi: 10 baris",
        "sub kegiatan: 4 baris, pagu Rp10.493.760.000, realisasi Rp10.315.193.956",
        "Induk yang berbeda dari jumlah rinciannya: tidak ada",
        "rekening, terhitung dalam sub kegiatannya: 11–12, 14, 17, 21–22",
        "nomor kolom: 5",
        "bidang, di atas program: 7",
    ):
        assert kalimat in lihat


def test_levels_beside_their_details_become_rows_and_each_document_its_own(tmp_path):
    path = ekspor.sipd_gabungan(tmp_path / "e.xlsx")
    (satu,) = impor(path, usul(path).peta, 2025)
    benar = [(k, i, t, p, r) if t == "sub_kegiatan" else (k, i, t, None, None) for k, i, t, p, r in ekspor.anggaran()]
    assert sorted(pohon(satu, "dpa", realisasi=False)) == sorted((*b[:4], None) for b in benar)
    dppa = [(k, i, t, p and p + 1_000_000, r) for k, i, t, p, r in benar]
    assert sorted(pohon(satu, "dppa")) == sorted(dppa)
    assert [(d.nomor, d.alasan) for d in satu.dibuang] == [
        (8, "jumlah sub kegiatan baris 5–7"),
        (10, "jumlah sub kegiatan baris 9–9"),
    ]


def test_quarters_of_targets_and_realisasi_are_read_by_their_headings(tmp_path):
    path = ekspor.esakip(tmp_path / "e.xlsx")
    nama = {"tingkat pengangguran terbuka": "TPT", "nilai akip": "AKIP"}
    nama["persentase perselisihan yang diselesaikan"] = "PERSELISIHAN"
    target, realisasi = impor(path, usul(path).peta, 2025, {"indikator": nama})
    isi = target.frame.set_index(["indikator", "periode"])["target"]
    assert isi["TPT"].to_dict() == {"tw1": "9", "tw2": "8,9", "tw3": "8,7", "tw4": "8,55", "tahunan": "8,55"}
    assert isi["PERSELISIHAN", "tw1"] == "25%"
    assert isi["AKIP"].to_dict() == {"tahunan": "65"}
    isi = realisasi.frame.set_index(["indikator", "periode"])["realisasi"]
    assert isi["TPT"].to_dict() == {"tw1": "8,8", "tw2": "8,60", "tw3": "8.10", "tw4": "7,82", "tahunan": "7,82"}
    assert isi["PERSELISIHAN", "tw3"] == "-"
    assert set(target.frame["tahun"]) == {"2025"}


def test_an_unknown_name_of_an_indicator_is_named_with_its_row(tmp_path):
    path = ekspor.esakip(tmp_path / "e.xlsx")
    sebab = r'Pengukuran!7: indikator "Persentase .*", "Nilai AKIP" tidak ada di indikator.csv \(baris 7–8\)'
    with pytest.raises(MasukanSalah, match=sebab):
        impor(path, usul(path).peta, 2025, {"indikator": {"tingkat pengangguran terbuka": "TPT"}})


def test_a_saved_mapping_is_used_again_where_the_headings_have_moved(tmp_path):
    lama = ekspor.sipd_rekening(tmp_path / "lama.xlsx")
    tulis_usul(usul(lama), tmp_path / "peta.yml", lama.name)
    disimpan = baca_peta(tmp_path / "peta.yml")
    assert disimpan == usul(lama).peta
    baru = ekspor.sipd_rekening(tmp_path / "baru.xlsx", judul=7)
    (satu,) = impor(baru, disimpan, 2025)
    assert pohon(satu, "dpa") == ekspor.anggaran()
    assert "Judul kolom ditemukan di baris 8–8; peta menyebut 4–4." in satu.kabar


def test_a_sub_kegiatan_without_an_amount_takes_the_sum_of_its_accounts_leaves(tmp_path):
    baris = [
        ("A", "Program", 500),
        ("A.1", "Kegiatan", 500),
        ("A.1.1", "Sub", None),
        ("5.1.02", "Barang dan Jasa", 500),
        ("5.1.02.01", "Barang", 300),
        ("5.1.02.02", "Jasa", 200),
    ]
    hasil = sederhana(tmp_path, *baris)
    assert hasil.frame.set_index("kode").at["A.1.1", "pagu"] == "500"


def test_a_sub_kegiatan_that_contradicts_its_accounts_is_told(tmp_path):
    baris = [("A", "P", 400), ("A.1", "K", 400), ("A.1.1", "S", 400), ("5.1.02", "R", 500)]
    hasil = sederhana(tmp_path, *baris)
    assert hasil.frame.set_index("kode").at["A.1.1", "pagu"] == "400"
    assert hasil.beda == ("Lembar1!C4: pagu A.1.1 Rp400, rekeningnya (baris 5) berjumlah Rp500.",)


def test_a_parent_that_is_not_the_sum_of_its_children_is_shown(tmp_path):
    hasil = sederhana(tmp_path, ("A", "P", 900), ("A.1", "K", 400), ("A.2", "K", 450))
    assert "pagu A Rp900, rinciannya Rp850, selisih Rp50 (baris 2)" in "\n".join(pratinjau([hasil]))


def test_an_amount_without_a_code_is_a_known_sum_or_a_problem(tmp_path):
    baris = [("A", "P", 900), ("A.1", "K", 400), ("A.2", "K", 500)]
    assert sederhana(tmp_path, *baris, (None, "Total A", 900)).dibuang[0].alasan.startswith("jumlah program")
    assert 'e.xlsx, Lembar1!C5: Baris "Total" berisi angka tanpa kode' in ditolak(
        tmp_path, *baris, (None, "Total", 901)
    )


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ([("A", "P", rumus("=1/0", "#DIV/0!"))], "Lembar1!C2: Rumus di sel ini gagal: #DIV/0!"),
        ([("A", "P", rumus("=A9", None))], "C2: Rumus di sel ini belum dihitung"),
        ([("A", "P", (0.25, "0%"))], "C2: Sel ini berformat persen, 25%, sedangkan kolomnya rupiah."),
        ([("A", "P", "25 %")], 'Lembar1!C2: pagu "25 %": Tidak terbaca: "%" tercetak di kolom yang satuannya rupiah.'),
        ([("A", "P", "35.000.0000")], 'Lembar1!C2: pagu "35.000.0000": Tidak terbaca: kelompok ribuan'),
        ([("A", "P", "lihat lampiran")], "bukan satu angka"),
        ([(1.1, "P", 5)], "A2: Kode ini tersimpan sebagai angka 1.1"),
        ([("A.1.1.1.1", "P", 5)], 'Kode "A.1.1.1.1" berbagian 5; peta tidak menyebut tingkatnya'),
        ([("A", "P", 5), ("A", "Q", 6)], 'Lembar1!3: Kode A berulang di baris 2–3, bernama "P", "Q".'),
        ([("A", "P", 5), ("B.1", "Q", 6)], "B.1 tidak punya induk"),
        (
            [("A", "P", 5), ("B.1", "Q", 6), ("C.1", "R", 7)],
            "Lembar1!3: B.1 tidak punya induk di lembar ini. Begitu juga 1 baris lain.",
        ),
        ([("5.1.02", "R", 5)], "Rekening 5.1.02 tidak di bawah sub kegiatan"),
        ([("", "catatan", "")], "Tidak ada baris yang menjadi isi tabel"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_place(tmp_path, baris, pesan):
    assert pesan in ditolak(tmp_path, *baris)


def test_an_amount_merged_over_rows_is_refused(tmp_path):
    path = tmp_path / "e.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        isi = buku.add_worksheet("Lembar1")
        isi.write_row(0, 0, ["Kode", "Nama", "Pagu"])
        isi.write_column(1, 0, ["A", "B"])
        isi.write_column(1, 1, ["P", "Q"])
        isi.merge_range(1, 2, 2, 2, 900)
    with pytest.raises(MasukanSalah, match="C3: Angka di C2 digabung untuk beberapa baris"):
        impor(path, peta(SEDERHANA), 2025)


@pytest.mark.parametrize(
    ("judul", "pesan"),
    [
        (("Kode", "Nama", "Pagu", "Pagu"), 'Judul "Pagu" ada di beberapa kolom: C (Pagu), D (Pagu)'),
        (("Kode", "Nama", "Pagi"), 'Judul "Pagu" tidak ada di baris 1–1. Maksud Anda "Pagi"?'),
    ],
)
def test_a_heading_that_is_missing_or_doubled_is_named(tmp_path, judul, pesan):
    assert pesan in ditolak(tmp_path, ("A", "P", 1), judul=judul)


def test_rows_of_a_pattern_hidden_rows_and_repeated_headings(tmp_path):
    baris = [("A", "P", 1), ("Kode", "Nama", "Pagu"), ("Z", "[#] rincian", 7)]
    hasil = sederhana(tmp_path, *baris, tambahan="buang: [{kolom: nama, isi: '[#*'}]")
    assert [(d.nomor, d.alasan) for d in hasil.dibuang] == [(3, "judul kolom yang tercetak ulang"), (4, 'berisi "[#*"')]


def test_headings_of_several_rows_are_joined(tmp_path):
    kisi = baca_kisi(ekspor.sipd_gabungan(tmp_path / "e.xlsx"))["Matriks"]
    judul = judul_di(kisi, 2, 3)
    assert [judul.nama(k) for k in (0, 5, 7, 8)] == [
        "Program > Kode",
        "Sub Kegiatan > Nama",
        "Pagu > DPPA",
        "Realisasi",
    ]
    assert judul.kolom("pagu > dppa") == judul.kolom("DPPA") == judul.kolom("H") == [7]


@pytest.mark.parametrize(
    ("heading", "document"),
    [
        ("Pagu Sebelum Perubahan", "dpa"),
        ("Pagu Setelah Perubahan", "dppa"),
        ("Pagu Perubahan", "dppa"),
        ("Anggaran Murni", "dpa"),
        ("Pagu", ""),
    ],
)
def test_a_heading_tells_the_document(heading, document):
    (column,) = tafsirkan(Judul(0, 0, ((heading,),)), "anggaran").tafsir
    assert (column.medan, column.ragam) == ("pagu", document)


def test_adding_fills_what_was_blank_and_keeps_what_was_typed(tmp_path):
    def realisasi(*tw):
        baris = [("Indikator", *(f"Realisasi TW {n}" for n in ("I", "II"))), ("Nilai AKIP", *tw)]
        path = tulis_excel(tmp_path / "e.xlsx", baris)
        return impor(path, usul(path).peta, 2025, {"indikator": {"nilai akip": "AKIP"}})

    folder = tmp_path / "2025"
    tulis(realisasi(60, "-"), folder)
    path = folder / "realisasi.csv"
    path.write_text(path.read_text().replace("sumber\n", "sumber,bukti\n").replace(')"\n', ')",BA-1\n'))
    tulis(realisasi(60, 65), folder, tambah=True)
    isi = baca_csv(path, "realisasi.csv")
    assert isi[["periode", "realisasi", "bukti"]].values.tolist() == [["tw1", "60", "BA-1"], ["tw2", "65", "BA-1"]]
    path.write_text(path.read_text() + "AKIP,2025,tahunan,70,,\n")
    assert hilang(realisasi(60, 65), folder) == [
        "--ganti menghapus 1 baris realisasi.csv yang tidak ada di ekspor: AKIP 2025 tahunan instansi."
    ]


def test_a_table_with_rows_is_only_replaced_or_added_to_when_told(tmp_path):
    path = ekspor.daftar(tmp_path / "e.xlsx")
    hasil = impor(path, usul(path).peta, 2025)
    folder = tmp_path / "2025"
    tulis(hasil, folder)
    sekali = (folder / "anggaran.csv").read_bytes()
    assert tulis(hasil, folder) == tulis(hasil, folder, tambah=True) == []  # the same file again changes nothing
    lain = [replace(hasil[0], frame=hasil[0].frame.replace({"pagu": {hasil[0].frame["pagu"].iloc[-1]: "1"}}))]
    with pytest.raises(MasukanSalah, match="sudah berisi 10 baris"):
        tulis(lain, folder)
    with pytest.raises(MasukanSalah, match=r'pagu 2\.07\.03\.2\.01\.0001, dpa sudah berisi ".*"; di ekspor "1"'):
        tulis(lain, folder, tambah=True)
    tulis(lain, folder, ganti=True)
    assert (folder / "anggaran.csv").read_bytes() != sekali
    tulis(hasil, folder, ganti=True)
    assert (folder / "anggaran.csv").read_bytes() == sekali
    tulis(impor(path, usul(path, dokumen="dppa").peta, 2025), folder, tambah=True)
    assert len(baca_csv(folder / "anggaran.csv", "anggaran.csv")) == 20
    assert sorted(p.name for p in folder.iterdir()) == ["anggaran.csv"]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("tabel: angaran\njudul: [1, 1]\nkolom: {kode: A}", 'tabel "angaran" tidak dikenal. Maksud Anda "anggaran"'),
        ("tabel: anggaran\njudul: [1, 1]\nkolom: {pagi: A}", 'kolom "pagi" tidak ada di anggaran.csv'),
        ("tabel: anggaran\njudul: [9, 1]\nkolom: {kode: A}", "judul: tulis baris judul"),
        ("tabel: target\njudul: [1, 1]\nkolom: {target: A}\npohon: {tingkat: {1: program}}", "pohon hanya untuk"),
        (
            "tabel: target\njudul: [1, 1]\nkolom: {target: A}\nbuang: [{kolom: target, isi: '*'}]",
            "tulis isinya",
        ),
        ("tabel: target\njudul: [1, 1]\nkolom: {target: A}\nlembr: x", 'Kunci "bagian.0.lembr" tidak dikenal'),
    ],
)
def test_a_wrong_mapping_is_refused_with_its_line(tmp_path, isi, pesan):
    (tmp_path / "peta.yml").write_text("bagian:\n- " + isi.replace("\n", "\n  "), encoding="utf-8")
    with pytest.raises(MasukanSalah) as salah:
        baca_peta(tmp_path / "peta.yml")
    assert pesan in str(salah.value)
    assert salah.value.masalah[0].baris


@pytest.mark.parametrize("atas", [(), ("Kode",)])
def test_codes_under_the_names_of_their_levels_are_proposed(tmp_path, atas):
    heads = [("Urusan", "Bidang Urusan", "Program", "Kegiatan", "Sub Kegiatan", "Uraian", "Pagu (Rp)")]
    if atas:
        heads.insert(0, ("Kode", None, None, None, None, "Uraian", "Pagu (Rp)"))
    rows = [
        ("5", "03", "01", None, None, "Program A", 100),
        ("5", "03", "01", "2.01", None, "Kegiatan A", 100),
        ("5", "03", "01", "2.01", "0001", "Sub A", 60),
        ("5", "03", "01", "2.01", "0002", "Sub B", 40),
        (None, None, None, None, None, None, "Kepala Dinas"),
    ]
    path = tulis_excel(tmp_path / "e.xlsx", [*heads, *rows])
    (hasil,) = impor(path, usul(path).peta, 2025)
    assert dict(zip(hasil.frame["kode"], hasil.frame["pagu"], strict=True)) == {
        "0": "", "5.03.01": "100", "5.03.01.2.01": "100", "5.03.01.2.01.0001": "60", "5.03.01.2.01.0002": "40",
    }  # fmt: skip
    assert hasil.dibuang[-1].nomor == len(heads) + 5


BERULANG = [
    ("1", "A", 300),
    ("1.1", "K", 300),
    ("1.1.1", "S", 300),
    ("1", "A", 50),
    ("1.1", "K", 50),
    ("1.1.1", "S", 50),
]


def test_a_code_repeated_by_sub_unit_is_added_up_when_told(tmp_path):
    hasil = sederhana(tmp_path, *BERULANG, ("", "Total", 350), pohon="berulang: jumlah, ")
    summed = dict(zip(hasil.frame["kode"], hasil.frame["pagu"], strict=True))
    assert summed == {"0": "", "1": "350", "1.1": "350", "1.1.1": "350"}
    assert "kode sama, terhitung dalam baris pertamanya" in [d.alasan for d in hasil.dibuang]


def test_a_repeated_code_is_refused_and_tells_how_to_add_up(tmp_path):
    said = ditolak(tmp_path, *BERULANG)
    assert "Kode 1 berulang di baris 2, 5. Begitu juga 2 kode lain." in said
    assert "--jumlahkan" in said


def test_levels_above_a_program_may_be_repeated(tmp_path):
    rows = [("5", "Urusan", 350), ("5.1", "A", 300), ("5", "Urusan", 350), ("5.2", "B", 50)]
    part = SEDERHANA.replace("{1: program, 2: kegiatan, 3: sub_kegiatan}, rekening: ['5.1']", "{1: urusan, 2: program}")
    path = tulis_excel(tmp_path / "e.xlsx", [("Kode", "Nama", "Pagu"), *rows])
    (hasil,) = impor(path, peta(part), 2025)
    assert hasil.frame["kode"].tolist() == ["0", "5.1", "5.2"]


def test_the_names_of_a_code_that_is_added_up_are_listed(tmp_path):
    hasil = sederhana(tmp_path, ("1", "A", 300), ("1", "A (BLUD)", 50), pohon="berulang: jumlah, ")
    assert hasil.frame.set_index("kode").loc["1", ["nama", "pagu"]].tolist() == ["A", "350"]
    assert hasil.kabar == ('Kode 1 ditulis "A", juga disebut "A (BLUD)"; angkanya dijumlahkan.',)


INDIKATOR = """
tabel: indikator
judul: [1, 1]
kolom: {kode: Kode, sasaran: {dari: Sasaran, turun: true}, nama: Indikator, satuan: Satuan}
isi: {arah: naik}
"""


def test_a_unit_called_jumlah_is_no_total(tmp_path):
    rows = [("I1", "S1", "Pelatihan", "Jumlah"), ("I2", None, "Inovasi", "Total"), (None, None, "Jumlah", 2)]
    path = tulis_excel(tmp_path / "e.xlsx", [("Kode", "Sasaran", "Indikator", "Satuan"), *rows])
    (hasil,) = impor(path, peta(INDIKATOR), 2025)
    assert hasil.frame[["kode", "sasaran", "satuan"]].values.tolist() == [["I1", "S1", "Jumlah"], ["I2", "S1", "Total"]]
    assert [(d.nomor, d.alasan) for d in hasil.dibuang] == [(4, "baris jumlah")]


def test_each_repetition_multiplies_by_its_own(tmp_path):
    baris = [("Kode", "Nama", "DPA (ribu)", "DPPA"), ("A", "P", "10", "20000")]
    ulang = [
        {"isi": {"dokumen": "dpa"}, "kolom": {"pagu": {"dari": "DPA (ribu)", "kali": 1000}}},
        {"isi": {"dokumen": "dppa"}, "kolom": {"pagu": "DPPA"}},
    ]
    isi = {"tabel": "anggaran", "judul": [1, 1], "kolom": {"kode": "Kode", "nama": "Nama"}, "ulang": ulang}
    berkas = tulis_excel(tmp_path / "e.xlsx", baris)
    (hasil,) = impor(berkas, Peta.model_validate({"bagian": [isi | {"pohon": {"tingkat": {1: "program"}}}]}), 2025)
    assert list(hasil.frame.loc[hasil.frame["kode"] == "A", "pagu"]) == ["10000", "20000"]


def test_what_cannot_be_multiplied_is_refused_at_its_cell(tmp_path):
    berkas = tulis_excel(tmp_path / "e.xlsx", [("Kode", "Nama", "Pagu"), ("A", "P", "10 - 20")])
    ribuan = peta(SEDERHANA.replace("pagu: Pagu", "pagu: {dari: Pagu, kali: 1000}"))
    with pytest.raises(MasukanSalah, match='C2: "10 - 20" tidak dapat dikalikan 1000'):
        impor(berkas, ribuan, 2025)


@pytest.mark.parametrize(
    ("tambahan", "pesan"),
    [
        ("buang: [{kolom: lengkap, isi: x}]", 'buang: "lengkap" harus salah satu dari kolom'),
        ("{kelompok: [{tingkat: bidang, nama: Nama}], tingkat: {1: program}}", "kelompok bidang perlu banyak bagian"),
    ],
)
def test_a_mapping_that_could_never_work_is_refused(tmp_path, tambahan, pesan):
    isi = SEDERHANA.partition("pohon:")[0] + (tambahan if "buang" in tambahan else f"pohon: {tambahan}")
    (tmp_path / "peta.yml").write_text("bagian:\n  - " + isi.strip().replace("\n", "\n    "), encoding="utf-8")
    with pytest.raises(MasukanSalah, match=pesan):
        baca_peta(tmp_path / "peta.yml")
