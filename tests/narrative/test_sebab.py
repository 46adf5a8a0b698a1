"""A cause stands under the effect that it explains, and money that was added up says so."""

import pytest
from bs4 import BeautifulSoup

from lkip_lib.buku.laporan import Laporan
from lkip_lib.narrative.document import susun
from tests.inputs.excel import tulis

DUA_SEBAB = """\
indikator:
  TPT:
    sebab:
      - Lapangan kerja baru bertambah.
      - isi: Pencari kerja dari luar berdatangan.
        menjelaskan: nasional
"""
REALISASI = """\
indikator,tahun,lingkup,realisasi
AKIP,2024,instansi,"64,17"
TPT,2024,instansi,"7,82"
TPT,2024,nasional,"4,91"
"""


def paragraf(agency):
    html = susun(Laporan(agency.run()).isi, "bab3", bergambar=False).html
    semua = BeautifulSoup(html, "html.parser").select("#bagian-analisis p")
    return [" ".join(p.get_text().split()) for p in semua]


def test_each_cause_stands_under_its_effect(instansi_kecil):
    instansi_kecil.write("realisasi.csv", REALISASI)
    instansi_kecil.write("analisis.yml", DUA_SEBAB)
    semua = paragraf(instansi_kecil)
    assert "Hasil itu dicapai karena lapangan kerja baru bertambah." in semua
    assert any("daripada angka nasional (4,91%). Pencari kerja dari luar berdatangan." in p for p in semua)


def test_the_sheet_says_it_too(instansi_kecil):
    instansi_kecil.write("realisasi.csv", REALISASI)
    rows = [
        ("indikator", "jenis", "teks", "menjelaskan"),
        ("TPT", "sebab", "Lapangan kerja baru bertambah.", ""),
        ("TPT", "sebab", "Pencari kerja dari luar berdatangan.", "nasional"),
    ]
    tulis(instansi_kecil.tempat.data / "lkip.xlsx", rows, lembar="analisis")
    semua = paragraf(instansi_kecil)
    assert any("daripada angka nasional (4,91%). Pencari kerja dari luar berdatangan." in p for p in semua)
    assert "Hasil itu dicapai karena lapangan kerja baru bertambah." in semua


@pytest.mark.parametrize(
    ("sebab", "said"),
    [
        (["Bukti kurang.", "Petugas baru."], "belum tercapai karena bukti kurang dan petugas baru."),
        (
            ["Bukti, data, dan berkas kurang.", "Petugas baru."],
            "karena bukti, data, dan berkas kurang serta petugas baru.",
        ),
        (["AKIP baru dikenal."], "belum tercapai karena AKIP baru dikenal."),
        (["Dinas Kecil baru berdiri."], "belum tercapai karena Dinas Kecil baru berdiri."),
        (["Bukti kurang; laporan menilai cukup."], "Bukti kurang; laporan menilai cukup."),
        (["Bukti kurang karena petugas baru."], "Bukti kurang karena petugas baru."),
        (["Bukti kurang. Petugas baru."], "Bukti kurang. Petugas baru."),
    ],
)
def test_causes_are_one_sentence_unless_they_are_sentences_of_their_own(instansi_kecil, sebab, said):
    isian = "".join(f"      - {s!r}\n" for s in sebab)
    instansi_kecil.write("analisis.yml", f"indikator:\n  AKIP:\n    sebab:\n{isian}    upaya: [Dicari]\n")
    assert any(f"{said} Dicari." in p for p in paragraf(instansi_kecil))


def test_a_cause_of_something_else_is_none_of_a_missed_target(instansi_kecil):
    instansi_kecil.write(
        "analisis.yml",
        "indikator:\n  AKIP:\n    sebab: [{isi: Bukti hilang, menjelaskan: tahun_lalu}]\n    upaya: [Dicari]\n",
    )
    assert any("sebab target belum tercapai (analisis)" in p for p in paragraf(instansi_kecil))


def uang(agency, program):
    rows = ("0,,instansi,,dpa,100.000.000,80.000.000", f"A,0,program,S1,dpa,{program}",
            "A.1,A,kegiatan,,dpa,50.000.000,40.000.000", "B,0,program,S2,dpa,40.000.000,30.000.000")  # fmt: skip
    agency.write("anggaran.csv", "\n".join(("kode,induk,tingkat,sasaran,dokumen,pagu,realisasi", *rows)) + "\n")
    return next(p for p in paragraf(agency) if "dijumlah" in p or "dihasilkan" in p)


def test_a_sum_that_is_short_says_so_in_the_sentence(instansi_kecil):
    assert (
        "Angka program itu dijumlah dari rinciannya dan dapat kurang: pagu Rp10.000.000 dan realisasi Rp10.000.000 "
        "instansi belum terurai dalam program."
    ) in uang(instansi_kecil, ",")


def test_a_stated_amount_is_no_sum(instansi_kecil):
    assert "dijumlah" not in uang(instansi_kecil, "60.000.000,50.000.000")
