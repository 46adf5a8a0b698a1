"""A quarter's report: what is behind is called so, and everything is said once."""

import re
from collections import Counter

import pytest

from lkip_lib import buka
from lkip_lib.narrative.kalimat.simpulan_triwulan import kalimat_kinerja, kalimat_terjauh, kalimat_uang
from tests.project import computed

CARDS = """\
kode,sasaran,nama,satuan,arah,jenis,tipe_triwulan
WAKTU,S1,Waktu tempuh,Menit,turun,batas,posisi_akhir
TEPAT,S1,Ketepatan waktu,Persen,naik,batas,posisi_akhir
MUAT,S1,Faktor muat,Persen,naik,rentang,posisi_akhir
"""
TARGETS = "indikator,tahun,periode,dokumen,target\n" + "".join(
    f"{k},2024,{p},pk,{t}\n"
    for k, t in (("WAKTU", "kurang dari 49"), ("TEPAT", "≥94"), ("MUAT", "60-80"))
    for p in ("tahunan", "tw1", "tw2")
)
DONE = "indikator,tahun,periode,realisasi\nWAKTU,2024,tw2,54\nTEPAT,2024,tw2,90\nMUAT,2024,tw2,85\n"


def test_what_missed_a_bound_is_behind_and_what_left_a_range_is_outside(instansi_kecil):
    for name, content in (("indikator", CARDS), ("target", TARGETS), ("realisasi", DONE)):
        instansi_kecil.write(f"{name}.csv", content)
    table = buka("dinas-kecil", 2024, 2, di=instansi_kecil.akar).tabel("capaian_triwulan")
    state = [k.judul for k in table.kolom].index("Keadaan")
    assert [b.sel[state] for b in table.baris] == ["tertinggal", "tertinggal", "di luar rentang"]


@pytest.mark.parametrize("triwulan", [1, 2, 4])
def test_nothing_is_said_twice(triwulan):
    report = computed("dinas-contoh", 2025, triwulan)
    long = Counter(t for t in report.narasi["kalimat"] if len(t) > 60)
    assert [t for t, n in long.items() if n > 1] == []


def test_what_is_not_measured_yet_is_counted_first_and_listed_where_it_is_asked_for(instansi_kecil):
    for name, content in (("indikator", CARDS), ("target", TARGETS), ("realisasi", DONE.replace(",90", ","))):
        instansi_kecil.write(f"{name}.csv", content)
    report = buka("dinas-kecil", 2024, 2, di=instansi_kecil.akar)
    said = report.narasi.groupby("bab")["kalimat"].agg(" ".join)
    assert "belum ditulis karena satu indikator belum terukur." in said["ringkasan"]
    assert [k for k, t in said.items() if re.search("Belum terukur.*: Ketepatan waktu", t)] == ["bab3"]


def plain(sentence):
    return re.sub(r"<[^>]+>", "", str(sentence))


def test_a_quarters_verdict_says_who_is_behind_by_which_document_before_its_mean(instansi_kecil):
    for name, content in (("indikator", CARDS), ("target", TARGETS), ("realisasi", DONE)):
        instansi_kecil.write(f"{name}.csv", content)
    content = buka("dinas-kecil", 2024, 2, di=instansi_kecil.akar).isi
    assert plain(kalimat_kinerja(content)).startswith(
        "Sampai akhir Triwulan II tahun 2024, tiga dari tiga indikator terukur tertinggal dari target triwulan menurut "
        "Perjanjian Kinerja: "
    )
    assert plain(kalimat_uang(content)) == ""


def test_a_quarter_with_nothing_behind_says_so(instansi_kecil):
    done = DONE.replace("54", "40").replace(",90", ",95").replace(",85", ",70")
    for name, content in (("indikator", CARDS), ("target", TARGETS), ("realisasi", done)):
        instansi_kecil.write(f"{name}.csv", content)
    content = buka("dinas-kecil", 2024, 2, di=instansi_kecil.akar).isi
    assert "tidak satu pun dari tiga indikator terukur tertinggal" in plain(kalimat_kinerja(content))
    assert kalimat_terjauh(content) == []


def test_the_first_screen_of_a_quarter_concludes_in_the_words_of_its_summary():
    report = computed("dinas-contoh", 2025, 2)
    said = report.narasi["kalimat"].tolist()
    for sentence in (kalimat_kinerja(report.isi), kalimat_uang(report.isi)):
        assert plain(sentence) in said
    assert re.search(r"; rencananya Rp[\d.]+ \([\d,]+%\), jadi penyerapan (kurang|lebih) Rp", plain(sentence))


def test_why_an_indicator_stands_where_it_does_is_told_in_prose():
    said = " ".join(computed("dinas-contoh", 2025, 2).narasi["kalimat"])
    assert "Hasil itu dicapai karena loket pengaduan daring dibuka pada April." in said
    assert "Untuk memperbaikinya, usaha dengan debit air limbah terbesar diawasi lebih dahulu." in said
