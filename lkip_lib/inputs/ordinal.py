"""The ladder of each ordinal indicator: named or spelled out on its card, or the one that its words belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lkip_lib.errors import Masalah, terdekat
from lkip_lib.inputs.corrections import SelTerkoreksi
from lkip_lib.inputs.files import BARIS
from lkip_lib.numerals import ANGKA, BELUM_DIISI, TIDAK_BERLAKU, TIDAK_TERBACA, Reading, read
from lkip_lib.policies.jenjang import Jenjang, daftar_jenjang, jenjang, kenali
from lkip_lib.rumus.jenis import berjenjang, setiap
from lkip_lib.rumus.triwulan import AKUMULATIF


def jenjang_kartu(
    mentah: Mapping[str, pd.DataFrame], koreksi: Sequence[SelTerkoreksi]
) -> tuple[dict[str, Jenjang | None], list[Masalah]]:
    """Return the ladder of every ordinal indicator, None where it is not known, and what is wrong with the cards."""
    hasil: dict[str, Jenjang | None] = {}
    masalah = []
    kartu = mentah["indikator"]
    ordinal = kartu[setiap(berjenjang, kartu["jenis"])]
    for kode, teks, baris in zip(ordinal["kode"], ordinal["jenjang"], ordinal[BARIS], strict=True):
        try:
            hasil[kode] = jenjang(teks) if teks else kenali(_dinyatakan(mentah, kode, koreksi))
        except ValueError as salah:
            hasil[kode] = None
            saran = (
                "Tulis dari yang terbaik, misalnya: Unggul > Baik > Cukup."
                if ">" in teks
                else terdekat(teks, daftar_jenjang())
            )
            masalah.append(Masalah(str(salah), saran, "indikator.csv", int(baris), "jenjang"))
    for baris in ordinal.loc[ordinal["tipe_triwulan"] == AKUMULATIF, BARIS]:
        sebab = "Tingkat pada jenjang tidak dapat dijumlahkan dari triwulan ke triwulan."
        perbaikan = "Pilih posisi_akhir atau pengulangan."
        masalah.append(Masalah(sebab, perbaikan, "indikator.csv", int(baris), "tipe_triwulan"))
    return hasil, masalah


def _dinyatakan(mentah: Mapping[str, pd.DataFrame], kode: str, koreksi: Sequence[SelTerkoreksi]) -> list[str]:
    """Return the words of an indicator, a corrected one as corrected."""
    ada = [n for n in ("target", "realisasi") if n in mentah]
    ganti = {(k.tabel, k.posisi): k.koreksi.become for k in koreksi if k.koreksi.kolom == k.tabel}
    semua = [
        ganti.get((n, posisi), str(teks))
        for n in ada
        for posisi, (milik, teks) in enumerate(zip(mentah[n]["indikator"], mentah[n][n], strict=True))
        if milik == kode
    ]
    return [t for t in semua if read(t).status not in (BELUM_DIISI, TIDAK_BERLAKU)]


def baca_tingkat(teks: str, milik: Jenjang | None) -> Reading:
    """Read a rung as its value on the ladder; a word whose ladder is not known stays a word without a value."""
    nilai = milik.nilai(teks) if milik else None
    keadaan = read(teks).status
    if nilai is None and keadaan in (BELUM_DIISI, TIDAK_BERLAKU):  # a rung of its own may be called "Belum"
        return Reading(teks, None, keadaan)
    if milik and nilai is None:
        catatan = f'Tidak terbaca: "{teks}" tidak ada dalam jenjang {milik.judul}: {milik.sebutan}.'
        return Reading(teks, None, TIDAK_TERBACA, note=catatan)
    return Reading(teks, nilai, ANGKA)
