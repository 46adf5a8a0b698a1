"""What counts where several places state the same: agreement, versions, and a choice with its reason."""

import pytest

from lkip_lib.langkah.pernyataan import realisasi_tahunan, target_tahunan
from lkip_lib.params import Params, PilihanRealisasi


def nyatakan(agency, *teks):
    agency.write("realisasi.csv", "indikator,tahun,realisasi\n" + "".join(f'AKIP,2024,"{t}"\n' for t in teks))
    return agency.run()


STATED = [
    (["64,17"], 64.17, "", 1),
    (["64,17", "64.17"], 64.17, "", 2),
    (["64", "64,17", "64,2"], 64.17, "", 3),
    (["64,17", "61,64"], None, "64,17; 61,64", 1),
    (["64,17", "64,18"], None, "64,17; 64,18", 1),
    (["64,17", "65"], None, "64,17; 65", 1),
    (["64,17", "66", "63"], None, "64,17; 63; 66", 1),
    (["", "64,17"], 64.17, "", 1),
]


def test_statements_of_one_figure(instansi_kecil):
    for name, row in (("indikator", "I{},S1,Nilai I{},Nilai,naik\n"), ("target", "I{},2024,pk,65\n")):
        instansi_kecil.append(f"{name}.csv", "".join(row.format(n, n) for n in range(len(STATED))))
    rows = (f'I{n},2024,"{t}"\n' for n, (teks, *_) in enumerate(STATED) for t in teks)
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\n" + "".join(rows))
    found = realisasi_tahunan(instansi_kecil.run().ketik("realisasi"), Params(), 2025).set_index("indikator")
    for n, (_, nilai, berselisih, n_dari) in enumerate(STATED):
        b = found.loc[f"I{n}"]
        assert b["realisasi"] == pytest.approx(nilai, nan_ok=True) if nilai else b["realisasi"] != b["realisasi"]
        assert (b["berselisih"], len(b["dari"].split())) == (berselisih, n_dari)


def test_in_the_year_of_the_report_the_first_statement_counts(instansi_kecil):
    bahan = nyatakan(instansi_kecil, "64,17", "61,64")
    (akip,) = realisasi_tahunan(bahan.ketik("realisasi"), Params(), 2024).to_dict("records")
    assert (akip["realisasi"], akip["berselisih"]) == (64.17, "")


def pilih(teks):
    return Params(
        pilihan_realisasi=(
            PilihanRealisasi(indikator="AKIP", tahun=2024, realisasi=teks, alasan="Tabel 3.2 salah salin"),
        )
    )


def test_a_choice_settles_a_dispute(instansi_kecil):
    realisasi = nyatakan(instansi_kecil, "64,17", "61,64").ketik("realisasi")
    (akip,) = realisasi_tahunan(realisasi, pilih("61,64"), 2025).to_dict("records")
    assert (akip["realisasi"], akip["berselisih"]) == (61.64, "")


def test_a_choice_that_stands_nowhere_names_what_is_printed(instansi_kecil):
    nyatakan(instansi_kecil, "64,17", "61,64")
    instansi_kecil.params(
        "pilihan_realisasi:\n  - {indikator: AKIP, tahun: 2024, realisasi: '60', alasan: Tabel 3.2 salah salin}\n"
    )
    masalah = instansi_kecil.refusal()
    assert '"60" tidak ada di tabel realisasi' in masalah.temuan
    assert masalah.perbaikan == 'Yang tercetak: "64,17", "61,64".'
    assert (masalah.berkas, masalah.baris) == ("params/dinas-kecil/2024.yml", 2)


def test_a_choice_for_an_unknown_indicator_is_named_with_its_line(instansi_kecil):
    instansi_kecil.params("batas: 100\nskala_nilai:\n  AKPI: permenpanrb-88-2021\n")
    masalah = instansi_kecil.refusal()
    assert 'Indikator "AKPI" tidak ada' in masalah.temuan
    assert (masalah.berkas, masalah.baris) == ("params/dinas-kecil/2024.yml", 3)


def test_a_changed_agreement_replaces_the_first_indicator_by_indicator(instansi_kecil):
    instansi_kecil.append("target.csv", "AKIP,2024,pk_perubahan,66\nTPT,2024,pk_perubahan,\nAKIP,2024,renstra,70\n")
    target = target_tahunan(instansi_kecil.run("01_ingesti").ketik("target"), "pk")
    assert dict(zip(target["indikator"], target["target"], strict=True)) == {"AKIP": 66, "TPT": 8.55}


def test_quarters_are_no_annual_target(instansi_kecil):
    instansi_kecil.write("target.csv", "indikator,tahun,periode,dokumen,target\nAKIP,2024,tw4,pk,65\n")
    assert len(target_tahunan(instansi_kecil.run("01_ingesti").ketik("target"), "pk")) == 0
