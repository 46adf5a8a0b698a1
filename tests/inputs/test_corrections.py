"""Corrections: applied beside the data, and refused as soon as they no longer fit it."""

import pytest

KOREKSI = """\
koreksi:
  - berkas: realisasi.csv
    kunci: {indikator: AKIP, tahun: "2024"}
    kolom: realisasi
    expect: "64,17"
    become: "61,64"
    reason: Angka tahun lain tersalin.
    evidence: Bagian AKIP mencetak 61,64.
"""
KEDUA = KOREKSI.removeprefix("koreksi:\n")


def test_a_correction_changes_the_figure_and_keeps_the_printed_one(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KOREKSI)
    bahan = instansi_kecil.run()
    assert bahan.frames["indikator"]["realisasi"].tolist() == [61.64, 7.82]
    koreksi = bahan.ledger["koreksi.realisasi.AKIP.realisasi.2024.tahunan"]
    tercetak = bahan.ledger[koreksi["dari"]]
    assert (koreksi["nilai"], koreksi["berkas"], koreksi["baris"]) == (61.64, "koreksi.yml", 2)
    assert (tercetak["nilai"], tercetak["berkas"], tercetak["baris"]) == (64.17, "realisasi.csv", 2)


def test_an_empty_become_withdraws_the_figure(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KOREKSI.replace('become: "61,64"', 'become: ""'))
    akip = instansi_kecil.run().frames["indikator"].iloc[0]
    assert (akip["status_nilai"], akip["predikat"]) == ("belum_diisi", "")


def test_a_correction_can_mend_what_is_no_number(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', "abc")
    instansi_kecil.write("koreksi.yml", KOREKSI.replace('expect: "64,17"', "expect: abc"))
    assert instansi_kecil.run().frames["indikator"]["realisasi"].tolist() == [61.64, 7.82]


def test_a_key_may_write_a_choice_as_the_table_does(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KOREKSI.replace('tahun: "2024"', 'tahun: "2024", periode: Tahunan'))
    assert instansi_kecil.run().frames["indikator"]["realisasi"].tolist() == [61.64, 7.82]


@pytest.mark.parametrize(
    ("lama", "baru", "baris", "temuan", "perbaikan"),
    [
        (
            'expect: "64,17"',
            'expect: "64,71"',
            2,
            'mengharapkan "64,71" di realisasi.csv, baris 2, kolom realisasi, tetapi selnya berisi "64,17"',
            "hapus koreksi ini",
        ),
        ("berkas: realisasi.csv", "berkas: realisas.csv", 2, 'Tabel "realisas.csv" tidak ada', '"realisasi"'),
        ("kolom: realisasi", "kolom: realisasii", 2, 'Kolom "realisasii" tidak ada', '"realisasi"'),
        ("{indikator: AKIP,", "{indikatr: AKIP,", 2, 'Kolom "indikatr" tidak ada', '"indikator"'),
        ('{indikator: AKIP, tahun: "2024"}', '{tahun: "2024"}', 2, "menunjuk 2 baris", "tepat satu baris"),
        ("indikator: AKIP", "indikator: IKM", 2, "menunjuk 0 baris di realisasi.csv", "tepat satu baris"),
        ("    evidence: Bagian AKIP mencetak 61,64.\n", "", 2, "evidence", "Tambahkan"),
        ("kolom: realisasi", "kolum: realisasi", 4, "kolum", '"kolom"'),
        ("reason: Angka tahun lain tersalin.", "reason: salah", 7, "reason", "10"),
        ('expect: "64,17"', "expect: 64.17", 5, "expect", "kutip"),
    ],
)
def test_refusals(instansi_kecil, lama, baru, baris, temuan, perbaikan):
    assert KOREKSI.count(lama) == 1
    instansi_kecil.write("koreksi.yml", KOREKSI.replace(lama, baru))
    masalah = next(m for m in instansi_kecil.refusals() if temuan in m.temuan)
    assert (masalah.berkas, masalah.baris) == ("koreksi.yml", baris)
    assert perbaikan in masalah.perbaikan


def test_a_cell_is_corrected_once(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KOREKSI + KEDUA)
    assert str(instansi_kecil.refusal()) == (
        "koreksi.yml, baris 9: Sel yang sama dikoreksi dua kali. Sisakan satu koreksi."
    )


def test_a_correction_that_is_no_number_is_named_itself(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KOREKSI.replace('become: "61,64"', "become: abc"))
    masalah = instansi_kecil.refusal()
    assert '"abc" bukan angka' in masalah.temuan
    assert (masalah.berkas, masalah.baris) == ("koreksi.yml", 2)


def test_a_correction_of_a_text_column_is_refused(instansi_kecil):
    teks = KOREKSI.replace("realisasi.csv", "indikator.csv").replace('{indikator: AKIP, tahun: "2024"}', "{kode: AKIP}")
    teks = (
        teks.replace("kolom: realisasi", "kolom: nama")
        .replace("64,17", "Nilai AKIP", 1)
        .replace("61,64", "Nilai SAKIP", 1)
    )
    instansi_kecil.write("koreksi.yml", teks)
    masalah = instansi_kecil.refusal()
    assert (masalah.berkas, masalah.baris) == ("koreksi.yml", 2)
    assert '"nama" tidak berisi angka' in masalah.temuan


def test_a_list_without_its_key_is_explained(instansi_kecil):
    instansi_kecil.write("koreksi.yml", KEDUA.replace("\n  ", "\n").strip())
    masalah = instansi_kecil.refusal()
    assert masalah.berkas == "koreksi.yml"
    assert "koreksi:" in masalah.perbaikan


def test_a_corrected_word_finds_its_ladder(instansi_kecil):
    kartu = "kode,sasaran,nama,satuan,arah,jenis\nAKIP,S1,Opini,Opini,naik,ordinal\nTPT,S2,TPT,Persen,turun,\n"
    instansi_kecil.write("indikator.csv", kartu)
    instansi_kecil.replace("target.csv", "65", "WTP")
    instansi_kecil.replace("realisasi.csv", '"64,17"', "WPD")
    isi = "{berkas: realisasi.csv, kunci: {indikator: AKIP}, kolom: realisasi, expect: WPD, become: WDP, "
    alasan = "reason: Huruf tertukar saat disalin, evidence: LHP BPK halaman 1}"
    instansi_kecil.write("koreksi.yml", f"koreksi:\n  - {isi}{alasan}\n")
    assert instansi_kecil.run().frames["indikator"]["capaian_persen"].iloc[0] == 75
