"""Sensitivity: the figures of Bekasi under every document, bound and scale, and what is said to change."""

import pytest

from lkip_lib.buku.kepekaan import bandingkan, kepekaan, pilihan_lain
from lkip_lib.buku.laporan import Laporan
from lkip_lib.errors import MasukanSalah

# By hand: AKIP 64.17/65 = 98.723, IKM 80/80, TPT (2 × 8.55 − 7.82)/8.55 = 108.538, PHI 100: mean 99.681 bounded at 100,
# 101.815 beyond. The PK's own targets 80, 89 and −0.13 give 80.2125, 89.888, 61.538 and 100: mean 82.910.
RATA = {"lkip": (101.82, 99.68), "renstra": (101.82, 99.68), "pk": (82.91, 82.91)}
KELAS = {
    ("permendagri-86-2017", False): "Sangat Tinggi",
    ("permendagri-86-2017", True): "Tinggi",
    ("permenpanrb-88-2021", False): "AA",
    ("permenpanrb-88-2021", True): "A",
}


def test_bekasi_under_every_document_bound_and_scale_in_one_table(bekasi):
    semua = Laporan(bekasi).bandingkan("semua")
    assert len(semua) == 3 * 6 * 2
    for b in semua.to_dict("records"):
        tanpa_batas, dibatasi = RATA[b["dokumen_target"]]
        assert round(b["rata_rata_mentah_persen"], 2) == tanpa_batas
        assert round(b["rata_rata_persen"], 2) == (dibatasi if b["batas"] == "100" else tanpa_batas)
        assert b["predikat"] == KELAS[b["skala_capaian"], b["dokumen_target"] == "pk"]
        belum = "Target belum tercapai"
        assert b["efisiensi_S1"] == belum
        assert b["efisiensi_S2"] == (belum if b["dokumen_target"] == "pk" else "Efisien")
    sama = semua.query("dokumen_target == 'lkip' and batas == '100' and skala_capaian == 'permendagri-86-2017'")
    assert sama["berubah"].tolist() == [""]


def test_each_choice_by_itself(bekasi):
    satu_satu = bandingkan(bekasi)
    assert satu_satu.loc[0, ["pilihan", "nilai", "berubah"]].tolist() == ["laporan ini", "", ""]
    assert set(satu_satu["pilihan"][1:]) == {k for k, n in pilihan_lain(bekasi).items() if n}
    berubah = satu_satu[satu_satu["berubah"] != ""].set_index(["pilihan", "nilai"])["berubah"].to_dict()
    s1 = "efisiensi S1: Target belum tercapai → Efisien"
    assert berubah == {
        ("dokumen_target", "pk"): "rata-rata, Nilai AKIP, Indeks Kepuasan Masyarakat: Sangat Tinggi → Tinggi; "
        "TPT: Sangat Tinggi → Rendah; sasaran S1: Sangat Tinggi → Tinggi; "
        "efisiensi S2: Efisien → Target belum tercapai",
        **{("efisiensi", aturan): s1 for aturan in ("selisih", "rasio", "pmk", "pmk_nilai")},
    }


def test_what_changes_is_called_by_the_short_names_of_the_cards(instansi_kecil):
    kartu = "AKIP,S1,Nilai AKIP,Mutu SAKIP,Nilai,naik\nTPT,S2,Tingkat Pengangguran Terbuka,,Persen,turun\n"
    instansi_kecil.write("indikator.csv", f"kode,sasaran,nama,nama_singkat,satuan,arah\n{kartu}")
    (said,) = bandingkan(instansi_kecil.run(), {"skala_capaian": "permenpanrb-88-2021"})["berubah"]
    assert "Mutu SAKIP" in said
    assert ", TPT:" in said


def test_several_choices_together_and_lists_of_them(bekasi):
    dua = bandingkan(bekasi, {"batas": ["tanpa", "120"], "rumus_turun": "rasio"})
    assert dua[["batas", "rumus_turun"]].values.tolist() == [["tanpa", "rasio"], ["120", "rasio"]]
    # T / R for TPT: 8.55 / 7.82 = 109.335; (98.723 + 100 + 109.335 + 100) / 4
    assert dua["rata_rata_persen"].round(2).tolist() == [102.01, 102.01]
    daftar = bandingkan(bekasi, [{}, {"dokumen_target": "pk", "ambang_tercapai": 60}])
    assert daftar["rata_rata_persen"].round(2).tolist() == [99.68, 82.91]
    assert daftar["efisiensi_S2"].tolist() == ["Efisien", "Efisien"]


def test_it_gives_what_a_report_under_that_choice_gives(instansi_kecil):
    lain = {"batas": "tanpa", "rumus_turun": "rasio", "pembulatan": "bulat", "efisiensi": "pmk"}
    (hasil,) = bandingkan(instansi_kecil.run(), lain).to_dict("records")
    instansi_kecil.params("".join(f"{k}: {n}\n" for k, n in lain.items()))
    frames = instansi_kecil.run().frames
    (ringkas,) = frames["ringkasan"].to_dict("records")
    assert {k: hasil[k] for k in ("rata_rata_persen", "rata_rata_mentah_persen", "predikat")} == {
        k: ringkas[k] for k in ("rata_rata_persen", "rata_rata_mentah_persen", "predikat")
    }
    assert [hasil["efisiensi_S1"], hasil["efisiensi_S2"]] == frames["efisiensi"]["tingkat_efisiensi"].tolist()


def test_policies_of_the_agency_are_alternatives_too(instansi_kecil):
    instansi_kecil.kebijakan("batas:\n  rendah: {judul: Sampai 50, sumber: Keputusan Kepala Dinas, atas: 50}\n")
    bahan = instansi_kecil.run()
    assert "rendah" in pilihan_lain(bahan)["batas"]
    b = kepekaan(bahan).query("nilai == 'rendah'").iloc[0]
    assert (b["judul"], b["rata_rata_persen"], b["predikat"]) == ("Sampai 50", 50, "Sangat Rendah")
    assert b["berubah"].startswith("rata-rata, AKIP, TPT: Sangat Tinggi → Sangat Rendah")


@pytest.mark.parametrize(
    ("kebijakan", "temuan", "perbaikan"),
    [
        ({"bats": "120"}, '"bats"', '"batas"'),
        ({"batas": "130"}, 'Batas "130"', "120, 150, 200"),
        ({"rata_rata": "program"}, '"program"', "indikator, sasaran"),
        ("semuanya", '"semuanya"', '"semua"'),
        ([["batas"]], "['batas']", '"semua"'),
        ({"tanggal_laporan": "2025-01-01"}, '"tanggal_laporan"', ""),
    ],
)
def test_what_cannot_be_compared_is_refused(bekasi, kebijakan, temuan, perbaikan):
    with pytest.raises(MasukanSalah) as salah:
        bandingkan(bekasi, kebijakan)
    (masalah,) = salah.value.masalah
    assert temuan in masalah.temuan
    assert perbaikan in masalah.perbaikan


def test_the_table_shows_only_what_changes_a_class(bekasi):
    tabel = Laporan(bekasi).tabel("kepekaan")
    assert [b.sel[0] for b in tabel.baris] == [
        "Dokumen target: Perjanjian Kinerja",
        "Aturan efisiensi: Selisih capaian dan serapan",
        "Aturan efisiensi: Rasio capaian terhadap serapan",
        "Aturan efisiensi: Efisiensi PMK 22/2021",
        "Aturan efisiensi: Nilai efisiensi PMK 22/2021",
    ]
    assert [b.sel[1] for b in tabel.baris] == ["82,91%", *["99,68%"] * 4]
    assert "Tidak mengubah kelas apa pun: rumus indikator turun, aturan rentang, batas capaian" in tabel.catatan


def test_where_nothing_changes_one_sentence_says_so(instansi_kecil):
    instansi_kecil.replace("realisasi.csv", '"64,17"', "65")
    tabel = Laporan(instansi_kecil.run()).tabel("kepekaan")
    assert not tabel.baris
    assert tabel.catatan.startswith("Tidak ada kelas")
