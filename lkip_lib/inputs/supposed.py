"""Suppose another realisasi than the one that is stated: a correction that stands in no file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.inputs.corrections import Koreksi, SelTerkoreksi
from lkip_lib.inputs.tables import PERIODE
from lkip_lib.places import Tempat

_TABEL = "realisasi"


def andaikan(
    andaian: Mapping[str, str],
    mentah: Mapping[str, pd.DataFrame],
    tempat: Tempat,
    koreksi: Sequence[SelTerkoreksi],
) -> list[SelTerkoreksi]:
    """Return the corrections of a run with those that put what is supposed in the place of what is stated.

    `andaian` holds texts by the code of an indicator; they take the agency's own realisasi of the year, or of the
    quarter. Raises MasukanSalah for a code without a row.
    """
    if not andaian:
        return list(koreksi)
    frame = mentah[_TABEL]
    milik = frame[
        (frame["tahun"] == str(tempat.tahun))
        & (frame["periode"] == PERIODE[tempat.triwulan])
        & (frame["lingkup"] == "instansi")
    ]
    hasil: dict[tuple[str, int, str], SelTerkoreksi] = {(k.tabel, k.posisi, k.koreksi.kolom): k for k in koreksi}
    for kode, teks in andaian.items():
        baris = milik.index[milik["indikator"] == kode]
        if baris.empty:
            temuan = f'Realisasi {tempat.masa} untuk indikator "{kode}" tidak ada, jadi tidak dapat diandaikan.'
            raise MasukanSalah(Masalah(temuan, terdekat(kode, milik["indikator"]), f"{_TABEL}.csv"))
        for posisi in baris:
            isi = Koreksi(
                berkas=f"{_TABEL}.csv",
                kunci={"indikator": kode},
                kolom=_TABEL,
                expect=str(frame[_TABEL][posisi]),
                become=teks,
                reason="Diandaikan di Jupyter.",
                evidence="lk.ubah; bukan angka dokumen.",
            )
            hasil[_TABEL, int(posisi), _TABEL] = SelTerkoreksi(isi, _TABEL, int(posisi), ("lk.ubah", None, ""))
    return list(hasil.values())
