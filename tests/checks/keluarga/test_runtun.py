"""Figures over time: one past value stated twice, components, changes that are levels, comparisons."""

import pytest

from tests.checks.notes import claimed, contoh, notes, one, printed

KODE = ("RUN-01", "RUN-02", "RUN-03", "RUN-04")


def test_consistent_agencies_have_nothing_to_say(instansi_kecil, tmp_path):
    assert notes(instansi_kecil, *KODE).empty
    assert notes(contoh(tmp_path / "salinan"), *KODE).empty


def test_a_past_value_stated_twice(instansi_kecil):
    twice(instansi_kecil, ("Tabel 3.2", "tetap"), ("BAB III 3.3, tren", "tetap"))
    note = one(instansi_kecil, "RUN-01")
    assert (note["tingkat"], note["seharusnya"]) == ("kesalahan", "")
    assert set(note["kandidat"].split("; ")) == {"64,17", "61,64"}


def twice(agency, *where):
    """State one past value twice, each with its place and version."""
    head, _, own = (agency.tempat.data / "realisasi.csv").read_text().partition("\n")
    past = [f'AKIP,2023,"{v}",{s},"{t}"' for v, (t, s) in zip(("64,17", "61,64"), where, strict=True)]
    rows = [*(f"{r},," for r in own.splitlines()), *past]
    agency.write("realisasi.csv", "\n".join([f"{head},sifat,sumber", *rows]) + "\n")


@pytest.mark.parametrize(
    "where",
    [
        (("Tabel 3.2", "tetap"), ("Tabel 3.3", "sementara")),  # a series revised within the report, and said so
        (("BRS BPS Mei 2024, Tabel 2", "tetap"), ("BRS BPS November 2024, Tabel 2", "tetap")),
        (("LKIP 2023, Tabel 3.1", "tetap"), ("Tabel 3.2", "tetap")),
        (("", ""), ("", "")),
    ],
)
def test_a_revised_series_only_asks(instansi_kecil, where):
    twice(instansi_kecil, *where)
    note = one(instansi_kecil, "RUN-01")
    assert note["tingkat"] == "peringatan"
    assert note["penjelasan"].endswith("Apakah yang satu angka sementara, atau sudah direvisi?")


def test_a_choice_makes_it_information(instansi_kecil):
    instansi_kecil.append("realisasi.csv", 'AKIP,2023,"64,17"\nAKIP,2023,"61,64"\n')
    instansi_kecil.params(
        "pilihan_realisasi:\n  - {indikator: AKIP, tahun: 2023, realisasi: '61,64', alasan: menurut hasil evaluasi}\n"
    )
    note = one(instansi_kecil, "RUN-01")
    assert (note["tingkat"], note["tercetak"]) == ("informasi", "64,17")


@pytest.mark.parametrize(
    ("first", "level"), [("LKIP 2023, Tabel 3.1", "informasi"), ("LKIP 2024, Tabel 3.2", "kesalahan")]
)
def test_a_sentence_may_say_what_a_value_was_before_it_was_revised(instansi_kecil, first, level):
    twice(instansi_kecil, (first, "tetap"), ("LKIP 2024, Tabel 3.3", "tetap"))
    instansi_kecil.params(
        "pilihan_realisasi:\n  - {indikator: AKIP, tahun: 2023, realisasi: '61,64', alasan: angka yang direvisi}\n"
    )
    claimed(instansi_kecil, 'P1,angka,realisasi,AKIP,instansi,2023,,"64,17",,semula 64,"LKIP 2024, Bab III"')
    assert one(instansi_kecil, "RUN-01")["tingkat"] == level
    assert one(instansi_kecil, "NAR-01")["tingkat"] == "informasi"


@pytest.mark.parametrize(("claim", "found"), [("7,9", 0), ("8", 0), ("10,68", 1)])
def test_a_sentence_about_a_past_year(instansi_kecil, claim, found):
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    claimed(instansi_kecil, f'P1,angka,realisasi,TPT,kota,2023,,"{claim}",%,tahun lalu,Bab II')
    assert len(notes(instansi_kecil, "RUN-01")) == found


def test_a_rounded_value_agrees(instansi_kecil):
    instansi_kecil.append("realisasi.csv", "AKIP,2024,64\n")
    assert notes(instansi_kecil, "RUN-01").empty


@pytest.mark.parametrize(("part", "found"), [("782", 0), ("793", 1)])
def test_a_realisasi_against_its_components(instansi_kecil, part, found):
    rows = f"TPT,2024,pembilang,Penganggur,{part},orang\nTPT,2024,penyebut,Angkatan kerja,10.000,orang\n"
    instansi_kecil.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai,satuan\n{rows}")
    semua = notes(instansi_kecil, "RUN-02")
    assert semua["kandidat"].tolist() == ["7,93"] * found
    assert set(semua["tingkat"]) <= {"kesalahan"}


def test_components_of_another_release_only_ask(instansi_kecil):
    own = 'AKIP,2024,"64,17",\nTPT,2024,"7,82",Tabel 3.1\n'
    instansi_kecil.write("realisasi.csv", f"indikator,tahun,realisasi,sumber\n{own}")
    kepala = "indikator,tahun,komponen,nama,nilai,satuan,sumber\n"
    rows = "".join(
        f"TPT,2024,{k},{n},{v},orang,BRS BPS November 2024 Tabel 1\n"
        for k, n, v in (("pembilang", "Penganggur", 793), ("penyebut", "Angkatan kerja", "10.000"))
    )
    instansi_kecil.write("komponen.csv", kepala + rows)
    assert one(instansi_kecil, "RUN-02")["tingkat"] == "peringatan"
    instansi_kecil.write("komponen.csv", kepala + rows.replace("BRS BPS November 2024 Tabel 1", "Tabel 2.9"))
    assert one(instansi_kecil, "RUN-02")["tingkat"] == "kesalahan"


@pytest.mark.parametrize(("stated", "found"), [("-0,08", 0), ("7,82", 0), ("-0,18", 1)])
def test_a_change_against_the_components_of_two_levels(instansi_kecil, stated, found):
    cards = "AKIP,S1,Nilai AKIP,Nilai,naik,\nTPT,S2,Penurunan pengangguran,Persen,turun,perubahan\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,satuan,arah,jenis\n{cards}")
    instansi_kecil.replace("target.csv", '"8,55"', '"-0,13"')
    instansi_kecil.replace("realisasi.csv", '"7,82"', f'"{stated}"')
    rows = "".join(
        f"TPT,{y},pembilang,Penganggur,{part},orang\nTPT,{y},penyebut,Angkatan kerja,10.000,orang\n"
        for y, part in ((2023, 790), (2024, 782))
    )
    instansi_kecil.write("komponen.csv", f"indikator,tahun,komponen,nama,nilai,satuan\n{rows}")
    assert len(notes(instansi_kecil, "RUN-02")) == found


def named(agency, name, jenis="", target='"8,55"'):
    agency.write(
        "target.csv",
        "indikator,tahun,dokumen,jenis,target,nama\nAKIP,2024,pk,,65,Nilai AKIP\n"
        f"TPT,2024,pk,{jenis},{target},{name}\n",
    )


def test_a_change_in_the_name_of_a_level(instansi_kecil):
    named(instansi_kecil, "Penurunan pengangguran")
    assert "suatu tingkat" in one(instansi_kecil, "RUN-03")["penjelasan"]


def test_a_change_that_is_one(instansi_kecil):
    named(instansi_kecil, "Penurunan pengangguran", "perubahan", '"-0,13"')
    assert notes(instansi_kecil, "RUN-03").empty


def test_a_name_that_all_documents_share_may_be_right(instansi_kecil):
    named(instansi_kecil, "Persentase penurunan sisa perkara")
    instansi_kecil.replace("indikator.csv", "Tingkat Pengangguran Terbuka", "Persentase penurunan sisa perkara")
    assert notes(instansi_kecil, "RUN-03").empty


@pytest.mark.parametrize(("cell", "found"), [("4,1%", 0), ("4,10", 0), ("1,4%", 1)])
def test_a_printed_change(instansi_kecil, cell, found):
    instansi_kecil.append("realisasi.csv", 'AKIP,2023,"61,64"\n')
    printed(instansi_kecil, f'perubahan_persen,indikator,AKIP,AKIP,,2024,"{cell}",Bab III')
    assert notes(instansi_kecil, "RUN-04")["kandidat"].tolist() == ["4,10%"] * found


@pytest.mark.parametrize(("year", "found"), [(2023, 0), (2052, 1)])
def test_a_realisasi_of_a_year_to_come(instansi_kecil, year, found):
    instansi_kecil.append("realisasi.csv", f'TPT,{year},"7,90"\n')
    assert len(notes(instansi_kecil, "RUN-05")) == found


def test_a_year_to_come_in_place_of_this_one_is_said_once(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", 'TPT,2024,"7,82"', 'TPT,2042,"7,82"')
    found = notes(instansi_kecil, "RUN-05", "CAP-06")
    assert found["kode"].tolist() == ["CAP-06"]


@pytest.mark.parametrize(("jenis", "said"), [("perubahan", True), ("", False)])
def test_what_rests_on_a_past_value_moves_with_it(instansi_kecil, jenis, said):
    """The promised change is counted from last year: another value of it gives another mean."""
    named(instansi_kecil, "Tingkat pengangguran", jenis, '"-0,13"' if jenis else '"8,55"')
    instansi_kecil.append("realisasi.csv", 'TPT,2023,"7,90"\n')
    claimed(instansi_kecil, 'P1,angka,realisasi,TPT,kota,2023,,"10,68",%,tahun lalu,Bab II')
    expected = "rata-rata menurut PK 80,13% menjadi 99,36% bila 10,68 yang benar"
    assert one(instansi_kecil, "RUN-01")["dampak"] == (expected if said else "")
