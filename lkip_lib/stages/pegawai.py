"""Count the staff of each group of the personnel tables."""

from __future__ import annotations

import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas.anggaran import jumlah
from lkip_lib.stages.bahan import Bahan
from lkip_lib.ledger.keluaran import bentuk

_KOLOM = ("asn_orang", "non_asn_orang")


def hitung_pegawai(bahan: Bahan) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sum ASN and non-ASN of each group, over the rows that state a number. Returns the frame and its ledger."""
    sdm = bahan.ketik("sdm")
    hasil = pd.DataFrame({"kode": sdm["kelompok"].drop_duplicates().reset_index(drop=True)})
    bagian = []
    for kolom in _KOLOM:
        terisi = sdm[sdm[kolom].notna()]
        hasil[kolom] = hasil["kode"].map(jumlah(terisi[kolom], terisi["kelompok"])).astype("float64")
        dari = hasil["kode"].map(lambda k, t=terisi, c=kolom: " ".join(t.loc[t["kelompok"] == k, f"{c}_id"]))
        bagian.append(
            ledger.hitung(hasil, "pegawai", kolom, tahun=bahan.tahun, rumus="jumlah", satuan="orang", dari=dari)
        )
    return bentuk("pegawai", hasil), pd.concat(bagian, ignore_index=True)
