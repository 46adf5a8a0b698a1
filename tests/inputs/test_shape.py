"""The shape of the tables: one broken thing at a time, named by file, row and column with its remedy."""

import pytest

ANGGARAN_A = "A,0,program,S1,dpa,60.000.000,50.000.000"


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "tempat", "temuan", "perbaikan"),
    [
        ("indikator.csv", "satuan,arah", "satuan,arahh", (1, ""), '"arahh" tidak dikenal', '"arah"'),
        ("target.csv", ",target", ",targett", (1, ""), '"targett" tidak dikenal', '"target"'),
        ("target.csv", "AKIP,2024,pk", "AKIP,24,pk", (2, "tahun"), '"24" bukan tahun', "empat angka"),
        ("target.csv", "AKIP,2024,pk", "AKIP,,pk", (2, "tahun"), "kosong", "tahun angka itu"),
        ("target.csv", "AKIP,2024,pk", "AKIP,2024,", (2, "dokumen"), "kosong", "; pilihannya "),
        ("target.csv", "AKIP,2024,pk", "AKIP,2024,pkk", (2, "dokumen"), '"pkk" bukan pilihan', '"pk"'),
        ("target.csv", "AKIP,2024", "AKPI,2024", (2, "indikator"), '"AKPI" tidak ada di tabel indikator', '"AKIP"'),
        ("realisasi.csv", "TPT,2024", "TP,2024", (3, "indikator"), '"TP" tidak ada di tabel indikator', '"TPT"'),
        ("indikator.csv", "Nilai,naik", "Nilai,naikk", (2, "arah"), '"naikk" bukan pilihan', '"naik"'),
        ("indikator.csv", "Nilai,naik", "Nilai,xyz", (2, "arah"), '"xyz" bukan pilihan', "naik, turun"),
        ("indikator.csv", "Nilai AKIP", "", (2, "nama"), "kosong", "nama indikator"),
        ("indikator.csv", "TPT,S2", "AKIP,S2", (3, ""), "dobel: kode = AKIP", "Sisakan satu"),
        ("anggaran.csv", "B,0,program,S2", "A,0,program,S2", (4, ""), "kode = A, dokumen = dpa", "Sisakan satu"),
        ("indikator.csv", "TPT,S2", "A_1,S2,A,Nilai,naik\nA 1,S2,B,Nilai,naik\nTPT,S2", (4, "kode"), "mirip", "satu"),
        ("anggaran.csv", "B,0,program", "B,Z,program", (4, "induk"), '"Z" dari B tidak ada di dokumen dpa', "baris"),
        ("anggaran.csv", "B,0,program", "B,B,program", (4, "induk"), "B menjadi induk bagi diri", "baris di atasnya"),
    ],
)  # fmt: skip
def test_one_broken_cell(instansi_kecil, berkas, lama, baru, tempat, temuan, perbaikan):
    instansi_kecil.replace(berkas, lama, baru)
    masalah = next(m for m in instansi_kecil.refusals() if temuan in m.temuan)
    assert (masalah.berkas, masalah.baris, masalah.kolom) == (berkas, *tempat)
    assert perbaikan in masalah.perbaikan


def test_a_quotation_of_an_unknown_indicator(instansi_kecil):
    instansi_kecil.write("analisis.yml", "kutipan:\n  - tempat: BAB IV\n    tercetak: Baik.\n    indikator: TP\n")
    assert [str(m) for m in instansi_kecil.refusals()] == [
        'analisis.yml, baris 4: Indikator "TP" tidak ada di tabel indikator. Maksud Anda "TPT"?'
    ]


def test_an_unknown_code_is_told_once_with_all_its_rows(instansi_kecil):
    instansi_kecil.replace("indikator.csv", "TPT,S2", "XYZ,S2")
    instansi_kecil.append("target.csv", "TPT,2024,renstra,8\nAKIP,2024,renstra,8\nTPT,2024,rkt,8\nTPT,2023,pk,8\n")
    assert [str(m) for m in instansi_kecil.refusals()] == [
        'target.csv, baris 3, kolom indikator: "TPT" tidak ada di tabel indikator. Juga di baris 4, 6–7. '
        "Pilihan yang sah: AKIP, XYZ.",
        'realisasi.csv, baris 3, kolom indikator: "TPT" tidak ada di tabel indikator. Pilihan yang sah: AKIP, XYZ.',
    ]


def test_a_missing_column_is_asked_for(instansi_kecil):
    instansi_kecil.write("target.csv", "indikator,tahun,target\nAKIP,2024,65\n")
    assert str(instansi_kecil.refusal()) == (
        'target.csv, baris 1: Kolom "dokumen" tidak ada. Tambahkan kolom itu: dokumen yang menyatakan.'
    )


def test_a_cycle_names_the_rows_in_it_and_no_other(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "A,0,program", "A,B,program")
    instansi_kecil.replace("anggaran.csv", "B,0,program", "B,A,program")
    instansi_kecil.append("anggaran.csv", "A.1,A,kegiatan,,dpa,1.000.000,1.000.000\n")
    masalah = instansi_kecil.refusals()
    assert [(m.berkas, m.baris, m.kolom) for m in masalah] == [
        ("anggaran.csv", 3, "induk"),
        ("anggaran.csv", 4, "induk"),
    ]


def test_a_row_without_a_code_is_no_cycle(instansi_kecil):
    instansi_kecil.replace("anggaran.csv", "B,0,program", ",0,program")
    assert [(m.baris, m.kolom) for m in instansi_kecil.refusals()] == [(4, "kode")]


@pytest.mark.parametrize("written", ["DPA-P", "dpa-p", "DPA Perubahan", "DPAP", "dppa"])
def test_a_changed_budget_by_its_common_names(instansi_kecil, written):
    text = (instansi_kecil.tempat.data / "anggaran.csv").read_text(encoding="utf-8")
    instansi_kecil.write("anggaran.csv", text.replace(",dpa,", f",{written},"))
    assert set(instansi_kecil.run().ketik("anggaran")["dokumen"]) == {"dppa"}


def test_a_choice_may_be_written_as_one_writes_words(instansi_kecil):
    rows = "kode,sasaran,nama,satuan,arah,tipe_triwulan\nAKIP,S1,A,Nilai,Naik,Posisi  Akhir\n"
    instansi_kecil.write("indikator.csv", f"{rows}TPT,S2,B,Persen, TURUN ,Nonkumulatif\n")
    instansi_kecil.replace("target.csv", "AKIP,2024,pk", "AKIP,2024,PK")
    instansi_kecil.replace("anggaran.csv", "B,0,program", "B,0,Program")
    instansi_kecil.append("anggaran.csv", "A.1,,Sub Kegiatan,,DPA,1.000.000,1.000.000\n")
    bahan = instansi_kecil.run()
    kartu = bahan.ketik("indikator")[["arah", "tipe_triwulan"]]
    assert kartu.values.tolist() == [["naik", "posisi_akhir"], ["turun", "posisi_akhir"]]
    assert bahan.ketik("target")["dokumen"].tolist() == ["pk", "pk"]
    assert bahan.ketik("anggaran")["tingkat"].tolist() == ["instansi", "program", "program", "sub_kegiatan"]
    assert set(bahan.ketik("anggaran")["dokumen"]) == {"dpa"}


def test_each_document_has_its_own_tree(instansi_kecil):
    instansi_kecil.append("anggaran.csv", "A.1,A,kegiatan,,pk,1.000.000,\n")
    masalah = instansi_kecil.refusal()
    assert (masalah.baris, masalah.kolom) == (5, "induk")
    assert "dokumen pk" in masalah.temuan


def test_codes_are_held_against_the_tables_that_are_there(instansi_kecil):
    instansi_kecil.write("sasaran.csv", "kode,nama\nS1,Meningkatnya akuntabilitas\n")
    masalah = instansi_kecil.refusals()
    assert {(m.berkas, m.baris, m.kolom) for m in masalah} == {
        ("indikator.csv", 3, "sasaran"),
        ("anggaran.csv", 4, "sasaran"),
    }
    assert {(m.temuan, m.perbaikan) for m in masalah} == {('"S2" tidak ada di tabel sasaran.', "Pilihan yang sah: S1.")}


def test_defaults_fill_what_is_not_written(instansi_kecil):
    kartu = instansi_kecil.run().ketik("indikator")
    assert kartu[["jenis", "bobot", "nol_tercapai"]].values.tolist() == [["tingkat", 1, "tidak"]] * 2


def test_parts_without_a_name_are_not_guessed_to_be_one_or_two(instansi_kecil):
    rows = "TPT,2024,pembilang,,60,orang\nTPT,2024,pembilang,,60,orang\nTPT,2024,penyebut,,1.000,orang\n"
    instansi_kecil.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai,satuan\n{rows}")
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris, masalah.kolom) == ("komponen.csv", 3, "nama")
    assert masalah.temuan == "Pembilang TPT 2024 berulang tanpa nama."
