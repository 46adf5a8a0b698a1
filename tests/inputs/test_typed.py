"""Typed figures: a typing error is refused, a damaged printed figure is kept as evidence."""

import pytest

from lkip_lib.inputs.typed import rentang_kartu


def baris_target(bahan, kode="AKIP"):
    return bahan.ketik("target").set_index("indikator").loc[kode]


@pytest.mark.parametrize("teks", ["abc", "lihat lampiran", "Rp 1.0O0.000", "x65"])
def test_a_cell_without_a_number_is_refused(instansi_kecil, teks):
    instansi_kecil.replace("target.csv", "pk,65", f"pk,{teks}")
    assert str(instansi_kecil.refusal()) == (
        f'target.csv, baris 2, kolom target: "{teks}" bukan angka. '
        'Tulis angkanya seperti tercetak, misalnya "64,17", atau kosongkan bila belum ada.'
    )


@pytest.mark.parametrize("teks", ["35.000.0000", "649.20.624", "170804.700", "649.649320.624"])
def test_a_damaged_amount_is_kept_and_said(instansi_kecil, teks):
    instansi_kecil.replace("anggaran.csv", "50.000.000", teks)
    bahan = instansi_kecil.run("01_ingesti")
    program = bahan.ketik("anggaran").set_index("kode").loc["A"]
    assert (program["realisasi_rp_status"], program["realisasi_rp_tercetak"]) == ("tidak_terbaca", teks)
    bacaan = bahan.frames["bacaan"].set_index("tercetak").loc[teks]
    assert (bacaan["berkas"], bacaan["baris"], bacaan["kolom"]) == ("anggaran.csv", 3, "realisasi")
    assert bacaan["catatan"].startswith("Tidak terbaca: ")


@pytest.mark.parametrize(
    ("teks", "nilai", "status"),
    [
        ("64.17", 64.17, "angka"),
        ('"64,17"', 64.17, "angka"),
        ("0", 0, "angka"),
        ("", None, "belum_diisi"),
        ("-", None, "belum_diisi"),
        ("belum dirilis", None, "belum_diisi"),
        ("n/a", None, "tidak_berlaku"),
        ("250", None, "tidak_terbaca"),
    ],
)
def test_states_of_a_figure(instansi_kecil, teks, nilai, status):
    instansi_kecil.replace("target.csv", "pk,65", f"pk,{teks}")
    target = baris_target(instansi_kecil.run("01_ingesti"))
    assert target["target"] == pytest.approx(float("nan") if nilai is None else nilai, nan_ok=True)
    assert target["target_status"] == status


@pytest.mark.parametrize(
    ("satuan", "rentang", "nilai", "status"),
    [
        ("Orang", "", 9900, "angka"),
        ("Persen", "0-100", 9.9, "angka"),
        ("Persen", "", None, "tidak_terbaca"),
        ("Persen", "0-100000", None, "tidak_terbaca"),
    ],
)
def test_unit_and_range_settle_two_readings(instansi_kecil, satuan, rentang, nilai, status):
    instansi_kecil.write(
        "indikator.csv",
        f"kode,sasaran,nama,satuan,arah,rentang\nAKIP,S1,Nilai,{satuan},naik,{rentang}\nTPT,S2,TPT,Persen,turun,\n",
    )
    instansi_kecil.replace("target.csv", "pk,65", "pk,9.900")
    target = baris_target(instansi_kecil.run("01_ingesti"))
    assert target["target"] == pytest.approx(float("nan") if nilai is None else nilai, nan_ok=True)
    assert target["target_status"] == status


@pytest.mark.parametrize(
    ("besaran", "teks", "nilai"),
    [
        ("realisasi", "3,215", 3.215),  # the card's range chooses between two readings
        ("realisasi", "-412", -412),  # and forbids nothing
        ("selisih", "0,15", 0.15),
    ],
)
def test_what_a_report_prints_of_an_indicator_is_read_by_its_card(instansi_kecil, besaran, teks, nilai):
    cards = "AKIP,S1,Maturitas SPIP,Nilai,naik,1-5\nTPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,rentang\n{cards}")
    instansi_kecil.write("target.csv", 'indikator,tahun,dokumen,target\nAKIP,2024,pk,3\nTPT,2024,pk,"8,55"\n')
    instansi_kecil.write("realisasi.csv", 'indikator,tahun,realisasi\nAKIP,2024,"3,1"\nTPT,2024,"7,82"\n')
    claim = f'P1,angka,{besaran},AKIP,"{teks}"\n'
    instansi_kecil.write("tercetak/pernyataan.csv", f"kode,jenis,besaran,subjek,nilai\n{claim}")
    assert instansi_kecil.run("01_ingesti").ketik("tercetak/pernyataan").iloc[0]["nilai"] == nilai


def test_a_change_may_be_negative_within_a_cards_range(instansi_kecil):
    instansi_kecil.write(
        "indikator.csv",
        "kode,sasaran,nama,satuan,arah,rentang\nAKIP,S1,Nilai,Nilai,naik,0-100\nTPT,S2,TPT,Persen,turun,0-100\n",
    )
    instansi_kecil.write(
        "target.csv", 'indikator,tahun,dokumen,jenis,target\nAKIP,2024,pk,,65\nTPT,2024,pk,perubahan,"-0,13"\n'
    )
    assert baris_target(instansi_kecil.run("01_ingesti"), "TPT")["target"] == -0.13


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"), [("80 - 90", 80, 90), ("≥95", 95, None), ("kurang dari 49", None, 49)]
)
def test_a_range_keeps_its_ends(instansi_kecil, teks, bawah, atas):
    instansi_kecil.replace("target.csv", "pk,65", f"pk,{teks}")
    target = baris_target(instansi_kecil.run("01_ingesti"))
    ujung = [None if t != t else t for t in (target["target"], target["target_bawah"], target["target_atas"])]
    assert ujung == [None, bawah, atas]


@pytest.mark.parametrize("teks", ["WTP", "A"])
def test_an_ordinal_target_is_a_word(instansi_kecil, teks):
    instansi_kecil.replace("indikator.csv", "kode,sasaran,nama,satuan,arah", "kode,sasaran,nama,satuan,arah,jenis")
    instansi_kecil.replace("indikator.csv", "Nilai,naik", "Opini,naik,ordinal")
    instansi_kecil.replace("indikator.csv", "Persen,turun", "Persen,turun,tingkat")
    instansi_kecil.replace("target.csv", "pk,65", f"pk,{teks}")
    instansi_kecil.replace("realisasi.csv", '"64,17"', teks)
    assert baris_target(instansi_kecil.run("01_ingesti"))["target_tercetak"] == teks


@pytest.mark.parametrize(
    ("teks", "rentang"), [("0-100", (0, 100)), ("≥0", (0, None)), ("25 - 100", (25, 100)), ("", None)]
)
def test_rentang_kartu(teks, rentang):
    assert rentang_kartu(teks) == rentang


@pytest.mark.parametrize(
    ("kolom", "kartu", "temuan"),
    [
        ("rentang", "naik,,,seratus", '"seratus" bukan kisaran.'),
        ("rentang", "naik,,,100-0", '"100-0" bukan kisaran.'),
        ("tipe_triwulan", "naik,ordinal,akumulatif,", "tidak dapat dijumlahkan"),
    ],
)
def test_a_card_that_could_only_mislead_is_refused(instansi_kecil, kolom, kartu, temuan):
    instansi_kecil.write(
        "indikator.csv",
        f"kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan,rentang\nAKIP,S1,A,Nilai,{kartu}\nTPT,S2,T,Persen,turun,,,\n",
    )
    masalah = instansi_kecil.refusal()
    assert temuan in masalah.temuan
    assert (masalah.berkas, masalah.baris, masalah.kolom) == ("indikator.csv", 2, kolom)


def test_a_ladder_that_does_not_descend_is_told_how(instansi_kecil):
    kartu = "AKIP,S1,A,Nilai,naik,ordinal,Utama=80 > Madya=90\nTPT,S2,T,Persen,turun,,\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,jenis,jenjang\n{kartu}")
    assert "dari yang terbaik" in instansi_kecil.refusal().perbaikan


def test_a_weight_that_is_no_number_is_refused_at_its_cell(instansi_kecil):
    rows = "AKIP,S1,AKIP,Nilai,naik,satu\nTPT,S1,TPT,Nilai,naik,\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,bobot\n{rows}")
    masalah = instansi_kecil.refusal()
    assert '"satu" bukan bilangan' in masalah.temuan
    assert (masalah.baris, masalah.kolom) == (2, "bobot")


@pytest.mark.parametrize(("weights", "refused"), [(("0", "0"), True), (("0", "1"), False), (("0,0", "0"), True)])
def test_a_sasaran_whose_indicators_weigh_nothing_is_refused(instansi_kecil, weights, refused):
    rows = "".join(f'{k},S1,{k},Nilai,naik,"{b}"\n' for k, b in zip(("AKIP", "TPT"), weights, strict=True))
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,bobot\n{rows}")
    if not refused:
        instansi_kecil.run("01_ingesti")
        return
    masalah = instansi_kecil.refusal()
    assert "Semua indikator sasaran S1 berbobot nol" in masalah.temuan
    assert (masalah.berkas, masalah.baris, masalah.kolom) == ("indikator.csv", 2, "bobot")
