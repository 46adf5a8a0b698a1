"""Reading: every figure cell has its own ledger row, at its own place, and nothing is decided in silence."""

import pandas as pd
import pytest

from lkip_lib.inputs import reading


def test_every_figure_cell_has_one_row_at_its_place(bekasi):
    sel = [(s.berkas, s.baris, s.kolom.name, s.bacaan.text) for s in reading.baca(bekasi.tempat).sel]
    semua = bekasi.ledger.frame
    masukan = semua[semua["asal"].isin(["masukan", "tercetak"])]
    tempat = list(zip(masukan["berkas"], masukan["baris"], masukan["kolom"], masukan["tercetak"], strict=True))
    assert tempat[: len(sel)] == sel
    assert semua["id"].is_unique
    # Then what a cell holds besides: weights, ends of ranges, what a unit multiplies by, and years that are counted.
    assert set(masukan["besaran"][len(sel) :]) <= {"bobot", "pengali", "tahun", "rentang_bawah", "rentang_atas",
                                                   "target_bawah", "target_atas"}  # fmt: skip
    assert masukan["berkas"][len(sel) :].ne("").all()


def test_a_missing_value_is_never_zero(bekasi):
    semua = bekasi.ledger.frame.query("asal != 'hitung'")
    assert semua.loc[semua["status_nilai"].isin(["belum_diisi", "tidak_terbaca"]), "nilai"].isna().all()
    assert set(semua["status_nilai"]) == {"angka", "belum_diisi", "tidak_terbaca"}


def test_repeated_statements_are_numbered(bekasi):
    ids = bekasi.ketik("realisasi").query("indikator == 'TPT' and tahun == 2024 and lingkup == 'instansi'")[
        "realisasi_id"
    ]
    assert ids.tolist() == [f"realisasi.TPT.realisasi.2024.tahunan{akhir}" for akhir in ("", "~2", "~3")]


def test_decisions_and_damage_are_listed(bekasi):
    bacaan = bekasi.frames["bacaan"].set_index("id")
    assert bacaan.loc["anggaran.A.6.2.realisasi.lkip", ["tercetak", "status_nilai", "baris"]].tolist() == [
        "170804.700", "tidak_terbaca", 22
    ]  # fmt: skip
    assert bacaan.loc["target.TPT.target.renstra.2024.tahunan", "catatan"] == (
        "Dibaca 8,55: titik dibaca sebagai koma desimal."
    )


def test_every_correction_is_listed_and_in_force(bekasi):
    koreksi = bekasi.frames["koreksi"]
    assert len(koreksi) == 11
    for k in koreksi.itertuples():
        baris = bekasi.ledger[k.id]
        assert (baris["tercetak"], baris["asal"], baris["berkas"]) == (k.become, "koreksi", "koreksi.yml")
        assert bekasi.ledger[baris["dari"]]["tercetak"] == k.expect
    dipakai = bekasi.ketik("anggaran").set_index(["kode", "dokumen"])["pagu_rp_id"]
    assert dipakai["A.5.3", "lkip"] == "koreksi.anggaran.A.5.3.pagu.lkip"


def test_a_table_that_is_not_there_has_its_columns_without_rows(instansi_kecil):
    keluaran = instansi_kecil.run().ketik("keluaran")
    assert len(keluaran) == 0
    assert {"kode", "target", "target_status", "target_id", "_baris"} <= set(keluaran.columns)


@pytest.mark.parametrize("tabel", ["target", "anggaran"])
def test_an_empty_table_has_the_columns_of_a_filled_one(instansi_kecil, tabel):
    penuh = instansi_kecil.run().ketik(tabel)
    (kepala,) = pd.read_csv(instansi_kecil.tempat.data / f"{tabel}.csv", header=None, nrows=1).values.tolist()
    instansi_kecil.write(f"{tabel}.csv", ",".join(kepala))
    assert set(instansi_kecil.run().ketik(tabel).columns) == set(penuh.columns)


def test_a_table_of_the_agency_may_be_called_like_one_of_the_report(instansi_kecil):
    instansi_kecil.write(
        "instansi.yml",
        """\
data_dukung:
  riwayat:
    judul: Riwayat
    kolom: {tahun: {judul: Tahun}, realisasi: {judul: Realisasi, satuan: Nilai}}
""",
    )
    instansi_kecil.write("data_dukung/riwayat.csv", "kode,tahun,realisasi,sumber\nAKIP,2024,61,Laporan\n")
    bahan = instansi_kecil.run()
    assert bahan.ledger["data_dukung/riwayat.AKIP.realisasi.2024"]["nilai"] == 61
    assert bahan.ledger["riwayat.AKIP.realisasi.2024"]["nilai"] == 64.17
