"""What changed its shape is told with since when, why and what came before; predecessors keep their own figures."""

import pytest

from lkip_lib.buku.laporan import buka
from lkip_lib.errors import MasukanSalah
from lkip_lib.narrative.asal_usul import asal_usul

CARDS = """\
kode,sasaran,nama,satuan,arah,berlaku_dari,berlaku_sampai
AKIP,S1,Nilai AKIP,Nilai,naik,,
TPT,S2,Tingkat Pengangguran Terbuka,Persen,turun,,
LAMA-A,S1,Indeks layanan A,Indeks,naik,,2023
LAMA-B,S1,Indeks layanan B,Indeks,naik,,2023
"""
HEAD = "jenis,kode,peristiwa,sejak,asal,nama_asal,alasan\n"


def changed(agency, rows):
    agency.write("indikator.csv", CARDS)
    agency.append("realisasi.csv", 'LAMA-A,2022,"70,00"\nLAMA-A,2023,"71,50"\nLAMA-B,2023,"80,25"\n')
    agency.write("pendahulu.csv", HEAD + rows)
    return buka("dinas-kecil", 2024, di=agency.akar)


@pytest.mark.parametrize(
    ("rows", "jenis", "said"),
    [
        (
            "indikator,TPT,berganti_nama,2024,,Angka Pengangguran,Disamakan dengan istilah BPS.\n",
            "indikator",
            "Tingkat Pengangguran Terbuka sebelum 2024 bernama Angka Pengangguran. Disamakan dengan istilah BPS.",
        ),
        (
            "indikator,AKIP,digabung,2024,LAMA-A,,Satu survei\nindikator,AKIP,digabung,2024,LAMA-B,,Satu survei\n",
            "indikator",
            "Nilai AKIP sejak 2024 menggabungkan Indeks layanan A dan Indeks layanan B. Satu survei.",
        ),
        (
            "indikator,AKIP,dipecah,2024,LAMA-A,,Dua urusan\nindikator,TPT,dipecah,2024,LAMA-A,,Dua urusan\n",
            "indikator",
            "Nilai AKIP berasal dari Indeks layanan A yang dipecah pada 2024, bersama Tingkat Pengangguran Terbuka. "
            "Dua urusan.",
        ),
        (
            "indikator,LAMA-B,berakhir,2024,,,Kewenangannya pindah ke provinsi.\n",
            "indikator",
            "Indeks layanan B tidak dipakai lagi sejak 2024. Kewenangannya pindah ke provinsi.",
        ),
        (
            "instansi,0,digabung,2024,,Dinas A,Peraturan Daerah 4/2023\ninstansi,0,digabung,2024,,Dinas B,\n",
            "instansi",
            "Dinas Kecil sejak 2024 menggabungkan Dinas A dan Dinas B. Peraturan Daerah 4/2023.",
        ),
    ],
)
def test_a_change_is_one_sentence_and_its_reason(instansi_kecil, rows, jenis, said):
    rows = rows.replace("Dinas B,\n", "Dinas B,Peraturan Daerah 4/2023\n")
    lk = changed(instansi_kecil, rows)
    assert asal_usul(lk.isi, jenis)[0] == said


def test_what_is_still_to_come_is_not_told(instansi_kecil):
    lk = changed(instansi_kecil, "indikator,TPT,berganti_nama,2025,,Angka,Disamakan dengan BPS.\n")
    assert asal_usul(lk.isi, "indikator") == []


def test_two_predecessors_keep_their_own_figures_and_trails(instansi_kecil):
    lk = changed(
        instansi_kecil,
        "indikator,AKIP,digabung,2024,LAMA-A,,Satu survei.\nindikator,AKIP,digabung,2024,LAMA-B,,Satu survei.\n",
    )
    table = lk.tabel.pendahulu
    assert [str(k.judul) for k in table.kolom] == ["Indikator pendahulu", "2022", "2023"]
    assert [[str(s) for s in b.sel] for b in table.baris] == [
        ["Sekarang: Nilai AKIP"],
        ["Indeks layanan A", "70,00", "71,50"],
        ["Indeks layanan B", "–", "80,25"],
    ]
    assert "realisasi.csv, baris 5" in repr(lk.jejak(table.baris[1].sel[2].id))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("indikator,TPTT,berganti_nama,2024,,Angka,Disamakan.", 'kode: "TPTT" tidak ada di tabel indikator.'),
        ("indikator,TPT,digabung,2024,LAMA,,Disamakan.", 'asal: "LAMA" tidak ada di tabel indikator.'),
        ("indikator,TPT,dipecah,2024,,,Disamakan.", "nama_asal: Pendahulunya belum disebut. Isi asal, atau nama_asal."),
        ("indikator,TPT,dipecah,2024,,Angka,", "alasan: Sel ini kosong."),
    ],
)
def test_a_change_that_names_nothing_is_refused_at_its_cell(instansi_kecil, row, said):
    with pytest.raises(MasukanSalah) as refused:
        changed(instansi_kecil, f"{row}\n")
    assert f"pendahulu.csv, baris 2, kolom {said}" in str(refused.value)
