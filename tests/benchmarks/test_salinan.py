"""The measure of a copied report counts a cell that is read wrong, one that is lost, and one that nobody can read."""

from __future__ import annotations

import csv

from benchmarks.draf import salinan
from lkip_lib.draf.files.pages import baca_teks
from lkip_lib.draf.reading import baca_naskah

TEKS = """Tabel 1.1 Jumlah Pegawai Menurut Jabatan

No\tJabatan\tASN\tNon ASN
1\tSekretaris\t1\t2
2\tStaf\t9\t-

Tabel 3.1 Pengukuran Kinerja Tahun 2024

No\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)
1\tIndeks Layanan Warga\t80\t84\t105,00
2\tLama Antrean\t10\t1.00.0\t-

Tabel 3.2 Realisasi Anggaran Tahun 2024

No\tProgram/Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\tCapaian (%)
A\tProgram Layanan Loket\t9.000.000\t9.000.000\t100
1\tKegiatan Pemeliharaan Mesin\t9.000.000\t9.000.000\t100
"""


def _tulis(data, nama, *baris):
    path = data / f"{nama}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as berkas:
        csv.writer(berkas).writerows(baris)


def test_cells_are_right_wrong_lost_or_unreadable_in_both(tmp_path):
    _tulis(tmp_path, "indikator", ("kode", "nama"), ("ILW", "Indeks Layanan Warga"), ("ANT", "Lama Antrean"))
    _tulis(
        tmp_path, "target", ("indikator", "tahun", "periode", "target", "nama", "sumber"),
        ("ILW", 2024, "tahunan", "80", "Indeks Layanan Warga", "Tabel 3.1, baris 1"),
        ("ANT", 2024, "tahunan", "12", "Lama Antrean", "Tabel 3.1, baris 2"),
    )  # fmt: skip
    _tulis(
        tmp_path, "realisasi", ("indikator", "tahun", "periode", "lingkup", "realisasi", "sumber"),
        ("ANT", 2024, "tahunan", "instansi", "1.00.0", "Tabel 3.1, baris 2"),
    )  # fmt: skip
    _tulis(
        tmp_path, "sdm", ("uraian", "asn", "non_asn", "sumber"),
        ("Sekretaris", "1", "2", "Tabel 1.1, baris 1"), ("Penyuluh", "4", "", "Tabel 1.1, baris 3"),
        ("Staf", "9", "-", "Tabel 1.1, baris 2"),
    )  # fmt: skip
    _tulis(
        tmp_path, "anggaran", ("kode", "nama", "pagu", "realisasi", "sumber"),
        ("A", "Layanan Loket", "9.000.000", "9.000.000", "Tabel 3.2, A"),
        ("A.1", "Pemeliharaan Mesin", "9.000.000", "8.000.000", "Tabel 3.2, A.1"),
    )  # fmt: skip
    bacaan = baca_naskah(baca_teks("d.txt", TEKS), 2024)
    ukur = salinan._kinerja(tmp_path, bacaan)["Tabel 3.1"]
    assert (ukur.sel, ukur.benar, len(ukur.lepas)) == (3, 2, 0)
    assert len(ukur.salah) == 3  # the target, and two cells that nobody typed
    ukur = salinan._pegawai(tmp_path, bacaan)["Tabel 1.1"]
    assert (ukur.sel, ukur.benar, len(ukur.salah), len(ukur.lepas)) == (4, 3, 0, 1)
    ukur = salinan._anggaran(tmp_path, bacaan)["Tabel 3.2 (anggaran)"]
    assert (ukur.sel, ukur.benar) == (4, 3)
