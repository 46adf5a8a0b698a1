"""Write the tables of a draft as a new year of an agency, from which its next report is made."""

from __future__ import annotations

from pathlib import Path

import yaml

from lkip_lib.draf.mapping import NAMA_PETA, harus_diperiksa
from lkip_lib.draf.run import Hasil
from lkip_lib.draf.tables import tulis_tabel
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import perintah, tempat_baru


def tulis_data(hasil: Hasil, instansi: str, keluar: Path) -> list[Path]:
    """Write a year that is not there yet, by a map that a person has looked at.

    Raises MasukanSalah for a year that is there, without an agency's name, and for a map that bears no name.
    """
    if not instansi:
        raise MasukanSalah(Masalah("Instansinya belum disebut.", "Contoh: --tulis --instansi dinas-pendidikan-x"))
    if not hasil.terbaca:
        raise MasukanSalah(Masalah("Tidak ada angka yang terbaca, jadi tidak ada yang ditulis.", "Periksa berkasnya."))
    harus_diperiksa(hasil.peta, hasil.baru, keluar / NAMA_PETA)
    letak = tempat_baru(instansi, hasil.bacaan.tahun)
    ditulis = tulis_tabel(hasil.susunan, letak.data_tahun)
    (letak.data_tahun / "analisis.yml").write_text(
        f"# Isi sebab dan upaya setiap indikator, lalu: {perintah('check', instansi, letak.tahun)}\n", encoding="utf-8"
    )
    letak.params.parent.mkdir(parents=True, exist_ok=True)
    kepala = "# Pilihan yang terlihat dari drafnya; periksa sebelum dipakai.\n"
    letak.params.write_text(kepala + yaml.safe_dump(hasil.susunan.params, allow_unicode=True), encoding="utf-8")
    return [*ditulis, letak.params]
