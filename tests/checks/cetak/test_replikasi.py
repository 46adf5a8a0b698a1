"""Every printed derived cell has a verdict; every one that differs has a note; what agrees has none."""

import pytest

from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG
from tests.checks.notes import checked, contoh, notes, printed, seen

KELUARGA = ("angka", "target", "capaian", "predikat", "efisiensi", "runtun")


@pytest.fixture(scope="module")
def bekasi_diperiksa(bekasi):
    return checked(bekasi)


def test_every_printed_cell_has_a_verdict(bekasi_diperiksa):
    r = bekasi_diperiksa.frames["replikasi"]
    assert set(r["verdik"]) == {"cocok", "beda", "tidak_dapat_dihitung"}
    assert len(r) == len(bekasi_diperiksa.ketik("tercetak/hitungan")) == r["verdik"].value_counts().sum()
    assert r["id"].is_unique


def test_every_cell_that_differs_has_exactly_one_note(bekasi_diperiksa):
    r, semua = bekasi_diperiksa.frames["replikasi"], bekasi_diperiksa.frames["pemeriksaan"]
    milik = semua[(semua["tingkat"] != "informasi") & (semua["kolom"] == "nilai")]
    banyak = milik.groupby(["berkas", "baris"]).size()
    beda = r[r["verdik"] == "beda"]
    assert len(beda) > 20
    assert [banyak.get((b.berkas, b.baris), 0) for b in beda.itertuples()] == [1] * len(beda)


def test_no_note_on_a_figure_that_agrees(bekasi_diperiksa):
    r, semua = bekasi_diperiksa.frames["replikasi"], bekasi_diperiksa.frames["pemeriksaan"]
    milik = semua[(semua["tingkat"] == "kesalahan") & semua["keluarga"].isin(("capaian", "runtun", "efisiensi"))]
    cocok = set(zip(r[r["verdik"] == "cocok"]["berkas"], r[r["verdik"] == "cocok"]["baris"], strict=True))
    assert not cocok & set(zip(milik["berkas"], milik["baris"], strict=True))
    assert {"94.10", "96.00", "95.31", "98.22", "4,1%", "98%"} <= set(r[r["verdik"] == "cocok"]["tercetak"])


@pytest.mark.parametrize("tahun", [2024, 2025])
def test_a_consistent_report_has_no_error_and_no_warning(tahun):
    semua = seen("dinas-contoh", tahun).frames["pemeriksaan"]
    semua = semua[semua["keluarga"].isin(KELUARGA) & (semua["tingkat"] != "informasi")]
    assert semua[["kode", "penjelasan"]].values.tolist() == []


VERDICTS = [
    ('capaian_persen,indikator,AKIP,AKIP,lkip,2024,"98,72",T', "cocok"),
    ("kepuasan_persen,indikator,AKIP,AKIP,,2024,98,T", "tidak_dapat_dihitung"),
    ('serapan_persen,instansi,0,Dinas,,2024,"80,00",T', "cocok"),
    ('capaian_persen,indikator,AKIP,AKIP,,2022,"98,72",T', "tidak_dapat_dihitung"),
    ("realisasi,indikator,TPT,TPT,,2024,7,T", "cocok"),
    ("realisasi,indikator,TPT,TPT,,2024,8,T", "cocok"),
    ("realisasi,indikator,TPT,TPT,,2024,9,T", "beda"),
    ("tingkat_efisiensi,sasaran,S1,S1,,2024,Belum tercapai,T", "cocok"),
    ('serapan_persen,anggaran,A,A,lkip,2024,"83,33",T', "cocok"),
    ("sisa_rp,anggaran,A,A,lkip,2024,10.000.000,T", "cocok"),
    ("sisa_rp,instansi,0,Dinas,,2024,Rp21.000.000,T", "beda"),
    ('ukuran_efisiensi,sasaran,S1,S1,,2024,"15,39",T', "cocok"),
    ('serapan_persen,anggaran,A,A,lkip,2024,"87,53",T', "beda"),
]


def test_verdicts(instansi_kecil):
    printed(instansi_kecil, *(row for row, _ in VERDICTS))
    found = checked(instansi_kecil.run()).frames["replikasi"]["verdik"]
    assert list(zip((row for row, _ in VERDICTS), found, strict=True)) == VERDICTS


def test_the_capaian_of_an_earlier_year(instansi_kecil):
    instansi_kecil.append("realisasi.csv", "AKIP,2023,60\n")
    instansi_kecil.append("target.csv", "AKIP,2023,pk,64\n")
    printed(instansi_kecil, 'capaian_persen,indikator,AKIP,AKIP,,2023,"93,75",T')
    assert notes(instansi_kecil, "CAP-01").empty
    printed(instansi_kecil, 'capaian_persen,indikator,AKIP,AKIP,,2023,"97,35",T')
    assert notes(instansi_kecil, "CAP-01")["kandidat"].tolist() == ["93,75%"]


# One cell of every kind that is recomputed, wrong: dinas-contoh 2025 prints none of its own.
SALAH = [
    *(("capaian_persen", k, s) for k, s in (("indikator", "SAMPAH"), ("sasaran", "S1"), ("instansi", "0"))),
    *(("capaian_persen", k, f"S1.{k}.1") for k in ("masukan", "keluaran", "hasil")),
    *(("rata_rata_capaian_persen", k, s) for k, s in (("sasaran", "S1"), ("instansi", "0"))),
    *(("predikat", k, s) for k, s in (("indikator", "SAMPAH"), ("sasaran", "S1"), ("instansi", "0"))),
    *(("serapan_persen", k, s) for k, s in (("sasaran", "S1"), ("anggaran", "A"), ("instansi", "0"))),
    *((b, "belanja", "pegawai") for b in ("serapan_persen", "bagian_persen")),
    *((b, "indikator", "SAMPAH") for b in ("realisasi", "perubahan_persen", "terhadap_nasional_persen")),
    *((b, "sdm", "jabatan") for b in ("jumlah_asn", "jumlah_non_asn")),
    *((b, "sasaran", "S1") for b in ("tingkat_efisiensi", "ukuran_efisiensi", "pagu_rp", "realisasi_rp")),
    *(("sisa_rp", k, s) for k, s in (("anggaran", "A"), ("instansi", "0"))),
    *(("capaian_mentah_persen", k, s) for k, s in (("indikator", "SAMPAH"), ("sasaran", "S1"))),
    *(("n_indikator", k, s) for k, s in (("sasaran", "S1"), ("instansi", "0"))),
    ("selisih", "indikator", "SAMPAH"),
]


@pytest.fixture(scope="module")
def all_wrong(tmp_path_factory):
    agency = contoh(tmp_path_factory.mktemp("salah"))
    words = {"predikat": "Sangat Rendah", "tingkat_efisiensi": "Boros Sekali"}
    words |= dict.fromkeys(("jumlah_asn", "jumlah_non_asn", "n_indikator", "sisa_rp", "pagu_rp", "realisasi_rp"), "999")
    printed(agency, *(f"{b},{k},{s},X,,2025,{words.get(b, '12,34')!r},T".replace("'", '"') for b, k, s in SALAH))
    return checked(agency.run())


def test_every_kind_of_recomputed_cell_is_planted():
    assert {(b, k) for b, k, _ in SALAH} == {(b, k) for b, kinds in DIHITUNG_ULANG.items() for k in kinds}


@pytest.mark.parametrize("planted", SALAH, ids=" ".join)
def test_a_wrong_cell_of_every_kind_has_a_note(all_wrong, planted):
    r, semua = all_wrong.frames["replikasi"], all_wrong.frames["pemeriksaan"]
    (cell,) = r[(r[["besaran", "jenis_subjek", "subjek"]] == list(planted)).all(axis=1)].to_dict("records")
    found = semua[(semua["berkas"] == cell["berkas"]) & (semua["baris"] == cell["baris"])]
    assert cell["verdik"] == "beda"
    assert len(found[found["tingkat"] == "kesalahan"]) >= 1


def _rounded(agency, printed_capaian, printed_serapan):
    agency.write("indikator.csv", "kode,sasaran,nama,satuan,arah\nA,S1,Laju,Persen,turun\nB,S1,Lulus,orang,naik\n")
    agency.write("target.csv", 'indikator,tahun,dokumen,target\nA,2024,pk,"0,62"\nB,2024,pk,40\n')
    agency.write("realisasi.csv", 'indikator,tahun,realisasi\nA,2024,"0,03"\nB,2024,31\n')
    pagu = 'kode,tingkat,dokumen,pagu,realisasi\n0,instansi,dpa,"Rp3,14 triliun","Rp2,07 triliun"\n'
    agency.write("anggaran.csv", pagu)
    rows = [f'capaian_persen,indikator,{k},{k},,2024,"{v}",T' for k, v in printed_capaian.items()]
    printed(agency, *rows, f'serapan_persen,instansi,0,Dinas,,2024,"{printed_serapan}",T')
    return checked(agency.run()).frames


def test_what_follows_from_inputs_before_they_were_rounded_is_never_called_wrong(instansi_kecil):
    frames = _rounded(instansi_kecil, {"A": "195,81", "B": "77,50"}, "66,04")
    assert frames["replikasi"]["verdik"].tolist() == ["cocok_bila_utuh", "cocok", "cocok_bila_utuh"]
    semua = frames["pemeriksaan"]
    assert set(semua[semua["tabel"] == "tercetak/hitungan"]["tingkat"]) == {"informasi"}
    assert (semua["seharusnya"] == "").all()


def test_beyond_what_rounding_allows_and_for_what_is_counted_it_is_still_wrong(instansi_kecil):
    frames = _rounded(instansi_kecil, {"A": "189,20", "B": "78,00"}, "67,10")
    assert frames["replikasi"]["verdik"].tolist() == ["beda", "beda", "beda"]
    assert (frames["pemeriksaan"]["tingkat"] == "kesalahan").sum() == 3


@pytest.mark.parametrize(
    ("mean", "verdict"),
    [("82,05", "cocok"), ("82,1", "cocok"), ("82,60", "beda"), ("82,07", "cocok_bila_utuh")],
)
def test_a_mean_is_held_against_its_members_as_printed_where_nothing_else_is_stated(instansi_kecil, mean, verdict):
    instansi_kecil.write("target.csv", "indikator,tahun,dokumen,target\n")
    instansi_kecil.write("realisasi.csv", "indikator,tahun,realisasi\n")
    members = [f'capaian_persen,indikator,{k},X,,2024,"{v}",Tabel 3.1' for k, v in (("AKIP", "75,9"), ("TPT", "88,2"))]
    printed(instansi_kecil, *members, f'rata_rata_capaian_persen,instansi,0,Rata,,2024,"{mean}",Tabel 3.1')
    frames = checked(instansi_kecil.run()).frames
    assert frames["replikasi"]["verdik"].tolist()[-1] == verdict
    assert ("CAP-02" in set(frames["pemeriksaan"]["kode"])) is (verdict == "beda")


def test_a_capaian_against_the_end_of_the_renstra_or_against_the_nation_is_recomputed(instansi_kecil):
    instansi_kecil.append("target.csv", 'AKIP,2026,renstra,70\nTPT,2026,renstra,"7,5"\n')
    own = 'AKIP,2024,instansi,"64,17"\nTPT,2024,instansi,"7,82"\nTPT,2024,nasional,"4,91"\n'
    instansi_kecil.write("realisasi.csv", f"indikator,tahun,lingkup,realisasi\n{own}")
    printed(
        instansi_kecil,
        'capaian_persen,indikator,AKIP,,renstra,2026,"91,67%",Tabel 3.4',
        'capaian_persen,indikator,AKIP,,renstra,2026,"95,67%",Tabel 3.4',
        'capaian_persen,indikator,AKIP,,renstra,2024,"91,67%",Tabel 3.4',  # of the year it was printed in
        'capaian_persen,indikator,AKIP,,renstra,2024,"94,67%",Tabel 3.4',
        'capaian_persen,indikator,TPT,,nasional,2024,"40,73%",Tabel 3.4',
        'capaian_persen,indikator,TPT,,nasional,2024,"62,79%",Tabel 3.4',
    )
    semua = notes(instansi_kecil, "CAP-01")
    assert sorted(semua["tercetak"]) == ["62,79%", "94,67%", "95,67%"]
    assert set(semua["seharusnya"]) == {""}
