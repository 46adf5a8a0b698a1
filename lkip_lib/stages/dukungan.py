"""Follow the agency's own tables from year to year: each figure against the one of the year before."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import perbandingan
from lkip_lib.frames import catatan
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk


def bandingkan_dukungan(bahan: Bahan) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare each figure of a table with a column `tahun` with last year's. Returns the frame and its ledger.

    A year that a table states in several rows is not compared: they count different things.
    """
    baris = [b for nama, d in bahan.instansi.data_dukung.items() if "tahun" in d.kolom for b in _tabel(bahan, nama)]
    hasil = pd.DataFrame(baris, columns=["kode", "tabel", "kolom", "tahun", "kini", "lalu", "dari"])
    hasil["selisih"] = perbandingan.selisih(hasil["kini"], hasil["lalu"])
    hasil["perubahan_persen"] = perbandingan.perubahan_persen(hasil["kini"], hasil["lalu"])
    bagian = [
        ledger.hitung(hasil, "dukungan", kolom, tahun=hasil["tahun"], rumus=kolom, satuan=satuan, dari=hasil["dari"])
        for kolom, satuan in (("selisih", ""), ("perubahan_persen", "persen"))
    ]
    return bentuk("dukungan", hasil), pd.concat(bagian, ignore_index=True)


def _tabel(bahan: Bahan, nama: str) -> list[dict[str, Any]]:
    frame = bahan.ketik(f"data_dukung/{nama}")
    frame = frame.assign(_tahun=pd.to_numeric(frame["tahun"], errors="coerce")).dropna(subset="_tahun")
    angka = [k for k, v in bahan.instansi.data_dukung[nama].kolom.items() if v.satuan]
    milik = {int(b["_tahun"]): b for b in catatan(frame)}
    if len(milik) < len(frame):
        return []
    return [
        {
            "kode": f"{nama}.{kolom}",
            "tabel": nama,
            "kolom": kolom,
            "tahun": tahun,
            "kini": b[kolom],
            "lalu": milik[tahun - 1][kolom],
            "dari": f"{b[f'{kolom}_id']} {milik[tahun - 1][f'{kolom}_id']}",
        }
        for tahun, b in milik.items()
        for kolom in angka
        if tahun - 1 in milik
    ]
