"""Write the tables of a draft as a new year of an agency, from which its next report is made."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from lkip_lib.draf.mapping import NAMA_PETA, harus_diperiksa
from lkip_lib.draf.run import Hasil
from lkip_lib.draf.year.tables import tulis_tabel
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.places import perintah, tempat_baru

_KEPALA = "# Yang terlihat dari drafnya; periksa sebelum dipakai.\n"


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
    kebijakan = _kebijakan(hasil.susunan.kebijakan, letak.kebijakan[1]) if hasil.susunan.kebijakan else ""
    ditulis = tulis_tabel(hasil.susunan, letak.data_tahun)
    (letak.data_tahun / "analisis.yml").write_text(
        f"# Isi sebab dan upaya setiap indikator, lalu: {perintah('check', instansi, letak.tahun)}\n", encoding="utf-8"
    )
    letak.params.parent.mkdir(parents=True, exist_ok=True)
    letak.params.write_text(_KEPALA + yaml.safe_dump(hasil.susunan.params, allow_unicode=True), encoding="utf-8")
    if kebijakan:
        letak.kebijakan[1].write_text(kebijakan, encoding="utf-8")
    return [*ditulis, letak.params, *([letak.kebijakan[1]] if kebijakan else [])]


def _kebijakan(milik_draf: Mapping[str, Mapping[str, Any]], path: Path) -> str:
    """Return the agency's policies with those that the draft itself prints; what is there stays as it is written.

    Raises MasukanSalah where they are not written a line each, so that nothing can be put between.
    """
    teks = path.read_text(encoding="utf-8") if path.is_file() else _KEPALA
    lama = yaml.safe_load(teks) or {}
    for jenis, semua in milik_draf.items():
        baru = {nama: isi for nama, isi in semua.items() if nama not in lama.get(jenis, {})}
        kepala = f"\n{jenis}:\n"
        blok = kepala + textwrap.indent(yaml.safe_dump(baru, allow_unicode=True, sort_keys=False), "  ")
        if jenis not in lama:
            teks = teks.rstrip() + blok
        elif kepala not in f"\n{teks}":
            saran = f"Tulis {jenis}: sebaris sendiri, satu kebijakan setiap baris di bawahnya, lalu jalankan lagi."
            raise MasukanSalah(Masalah(f"Isi {jenis} tidak dapat ditambah.", saran, path.name))
        elif baru:
            teks = f"\n{teks}".replace(kepala, blok, 1).removeprefix("\n")
    return teks
