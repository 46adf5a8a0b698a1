"""The first sheet of the workbook to be filled in: how to fill it, and what each sheet is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lkip_lib.inputs.sheet import CONTOH
from lkip_lib.inputs.tables import Table
from lkip_lib.inputs.workbook import PETUNJUK, nama_lembar
from lkip_lib.places import perintah

_LANGKAH = (
    "Isi lima lembar bertanda hijau: {perlu}. Lembar bertanda abu-abu boleh dikosongkan; laporan bertambah bila diisi.",
    "Judul kolom berlatar biru tua wajib diisi, yang biru muda boleh kosong. Arti setiap kolom ada di atas judulnya.",
    f"Baris miring yang kodenya berawalan {CONTOH} hanya contoh. Timpa atau hapus; yang tertinggal tidak dibaca.",
    "Kode menghubungkan lembar: kode indikator di lembar target harus sama dengan di lembar indikator. Pilih dari "
    "daftar yang muncul di selnya.",
    "Tulis angka seperti tercetak di dokumennya: 64,17 atau 12.345.678.900 atau ≥95 atau 80 - 90%. Sel kosong berarti "
    "belum diisi, tidak pernah nol.",
    "Kolom dan baris boleh ditambah, diurutkan, disembunyikan. Kolom yang tidak dikenal dan baris jumlah tidak dibaca, "
    "dan disebut.",
    "Simpan dengan nama yang sama (lkip.xlsx), lalu periksa: {check}. Setiap masalah "
    "disebut dengan selnya, misalnya anggaran!F17.",
    "Bila sudah bersih, susun laporannya: {report}.",
)


class Petunjuk:
    """Write the cover into an XlsxWriter workbook."""

    def __init__(self, buku: Any, tabel: Mapping[str, Table]) -> None:
        self.buku, self.tabel = buku, tabel
        bungkus = {"text_wrap": True, "valign": "top"}
        self.judul = buku.add_format({"bold": True, "font_size": 16, "font_color": "#1F4E79"})
        self.anak_judul = buku.add_format({"bold": True, "font_size": 12, "font_color": "#1F4E79"})
        self.teks = buku.add_format(bungkus)
        self.nomor = buku.add_format({**bungkus, "align": "center", "font_color": "#1F4E79", "bold": True})
        self.kepala = buku.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1})
        self.sel = buku.add_format({**bungkus, "border": 1, "border_color": "#C9CED3"})
        self.tautan = buku.add_format(
            {**bungkus, "border": 1, "border_color": "#C9CED3", "font_color": "#0B5394", "underline": 1}
        )

    def tulis(self, instansi: str, tahun: int) -> None:
        """Write the steps, then a table of the sheets with a link to each."""
        w = self.buku.add_worksheet(PETUNJUK)
        w.hide_gridlines(2)
        w.set_tab_color("#1F4E79")
        w.set_column(0, 0, 4)
        w.set_column(1, 1, 24)
        w.set_column(2, 2, 18)
        w.set_column(3, 3, 76)
        w.write_string(0, 0, f"Buku kerja LKIP {instansi} tahun {tahun}", self.judul)
        w.write_string(2, 0, "Cara mengisi", self.anak_judul)
        perlu = ", ".join(nama_lembar(n) for n, t in self.tabel.items() if t.perlu)
        ketikan = {nama: perintah(nama, instansi, tahun) for nama in ("check", "report")}
        baris = 3
        for urut, langkah in enumerate(_LANGKAH, 1):
            isi = langkah.format(perlu=perlu, **ketikan)
            w.write_number(baris, 0, urut, self.nomor)
            w.merge_range(baris, 1, baris, 3, isi, self.teks)
            w.set_row(baris, 15.5 * (1 + len(isi) // 118) + 3)
            baris += 1
        w.write_string(baris + 1, 0, "Lembar", self.anak_judul)
        baris += 2
        for k, kepala in enumerate(("Lembar", "Diisi", "Guna"), 1):
            w.write_string(baris, k, kepala, self.kepala)
        for nama, t in self.tabel.items():
            baris += 1
            lembar = nama_lembar(nama)
            w.write_url(baris, 1, f"internal:'{lembar}'!A1", self.tautan, lembar)
            w.write_string(baris, 2, "perlu" if t.perlu else "boleh kosong", self.sel)
            w.write_string(baris, 3, f"{t.guna}.", self.sel)
            w.set_row(baris, 15.5 * (1 + len(t.guna) // 78) + 2)
        w.set_paper(9)
        w.set_landscape()
        w.fit_to_pages(1, 1)
