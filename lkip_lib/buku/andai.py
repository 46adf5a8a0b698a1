"""What if: a year's declared columns computed again under other policies, in order of dependence; no cell is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import Ganti
from lkip_lib.langkah.anggaran import (
    anggaran_dipakai,
    berprogram,
    dokumen_anggaran,
    pasangan_pendukung,
    susun_pohon,
    utuh_pagunya,
)
from lkip_lib.langkah.sesi import Pilihan
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.ledger.deklarasi import Hitung, Salinan
from lkip_lib.ledger.terapan import Anggota, Terapan, ikat
from lkip_lib.params import Params
from lkip_lib.policies import Kebijakan
from lkip_lib.rumus.capaian import anggota_rata

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Andaian:
    """Hold a year as its notebooks left it, to be measured again by other choices."""

    bahan: Bahan

    def ukur(self, params: Params, kebijakan: Kebijakan) -> Frames:
        """Measure the year by other choices: `indikator`, `sasaran`, `ringkasan` (one row), `efisiensi`, `anggaran`."""
        pilihan, dokumen = Pilihan(kebijakan, params), params.dokumen_target
        hasil: Frames = {"per_dokumen": self._hitung("per_dokumen", self._menurut(dokumen), pilihan, {})}
        ini = hasil["per_dokumen"]
        hasil["indikator"] = ini.assign(dokumen_target=dokumen)
        hasil |= self._uang(params)
        sasaran = self.bahan.frames["antara/sasaran"].copy()
        hasil["sasaran"] = self._hitung("sasaran", sasaran, pilihan, hasil)
        hasil["ringkasan"] = self._ringkas(params, pilihan, hasil)
        efisiensi = self.bahan.frames["antara/efisiensi"].copy()
        efisiensi["metode"] = kebijakan.efisiensi.nama
        hasil["efisiensi"] = self._hitung("efisiensi", efisiensi, pilihan, hasil)
        return hasil

    def _menurut(self, dokumen: str) -> pd.DataFrame:
        """Return the indicators beside the targets of one document; one that states none has none to reach."""
        semua = self.bahan.frames["antara/per_dokumen"]
        ini: pd.DataFrame = semua[semua["dokumen"] == dokumen]
        if len(ini) or not len(semua):
            return ini.reset_index(drop=True)
        jenis = dict(zip(self.bahan.ketik("indikator")["kode"], self.bahan.ketik("indikator")["jenis"], strict=True))
        satu = semua[semua["dokumen"] == semua["dokumen"].iloc[0]].reset_index(drop=True)
        kosong = {k: float("nan") for k in ("target", "target_bawah", "target_atas")}
        hasil: pd.DataFrame = satu.assign(
            dokumen=dokumen, dokumen_target=dokumen, **kosong, target_status=ledger.BELUM_DIISI,
            target_dari="", jenis=satu["kode"].map(jenis), dari_perubahan="tidak",
        )  # fmt: skip
        return hasil

    def _uang(self, params: Params) -> Frames:
        """Return the budget tree and the programs behind each sasaran, of the document that these choices name."""
        bahan, anggaran = self.bahan, self.bahan.ketik("anggaran")
        pendukung, pohon = bahan.frames["antara/pendukung"], bahan.frames["antara/anggaran"]
        dokumen = dokumen_anggaran(anggaran, params.dokumen_anggaran)
        if dokumen != dokumen_anggaran(anggaran, bahan.params.dokumen_anggaran):
            pohon = susun_pohon(anggaran_dipakai(anggaran, dokumen), "pagu")
            pohon = susun_pohon(pohon.assign(lengkap_pagunya=utuh_pagunya(pohon)), "realisasi", "lengkap_pagunya")
            pendukung = pasangan_pendukung(bahan.ketik("pendukung"), anggaran, dokumen)
            pendukung = self._hitung("pendukung", pendukung.copy(), Pilihan(), {"anggaran": pohon})
        polos = pendukung.drop(columns=["pagu_rp", "realisasi_rp"], errors="ignore")
        return {"anggaran": pohon, "pendukung": berprogram(polos, pohon)}

    def _ringkas(self, params: Params, pilihan: Pilihan, hasil: Frames) -> pd.DataFrame:
        satu = self.bahan.frames["antara/ringkasan"].head(1).assign(dokumen=params.dokumen_target)
        sasaran = hasil["sasaran"].assign(dokumen=params.dokumen_target, bobot=1.0)
        anggota = anggota_rata(params.rata_rata, indikator=hasil["per_dokumen"], sasaran=sasaran)
        rata = self._hitung("ringkasan", satu, pilihan, {"per_dokumen": anggota})
        cacah = {
            "n_indikator": len(hasil["per_dokumen"]),
            "n_terhitung": hasil["per_dokumen"]["capaian_persen"].count(),
        }
        return rata.assign(**cacah)

    def _hitung(
        self, nama: str, frame: pd.DataFrame, pilihan: Pilihan, lain: Mapping[str, pd.DataFrame]
    ) -> pd.DataFrame:
        """Compute every declared column of a table again; what a cell put in its place is kept."""
        for kolom, asal in TABEL[nama].angka.items():
            if isinstance(asal, Salinan) and asal.tabel in lain and kolom in frame:
                frame[kolom] = _salin(frame, asal, lain[asal.tabel], kolom)
            elif isinstance(asal, Hitung):
                t = self._terapan(nama, kolom, asal, frame, pilihan, lain)
                frame[kolom] = t.pada(frame).hitung().isi
        return frame

    def _terapan(
        self, nama: str, kolom: str, asal: Hitung, frame: pd.DataFrame, pilihan: Any, lain: Mapping[str, pd.DataFrame]
    ) -> Terapan:
        ganti = self.bahan.ganti.get((nama, kolom), Ganti(asal.rumus, asal.kolom, None))
        anggota = None
        if asal.anggota:
            milik = lain[asal.anggota]
            if ganti.anggota is not None:
                milik = milik[milik["kode"].isin(ganti.anggota)]
            per = tuple(p for p in asal.per if p[0] in milik and p[1] in frame)
            anggota = Anggota(milik, asal.anggota, per)
        return ikat(ganti.rumus, frame, pilihan, ganti.kolom, anggota)


def _salin(frame: pd.DataFrame, asal: Salinan, dari: pd.DataFrame, kolom: str) -> pd.Series:
    kunci_sana = TABEL[asal.tabel].kode
    kunci_sini = asal.kunci[: len(kunci_sana)] or kunci_sana
    letak = dict(zip(zip(*(dari[k] for k in kunci_sana), strict=True), dari[asal.kolom or kolom], strict=True))
    isi = [letak.get(k, float("nan")) for k in zip(*(frame[k] for k in kunci_sini), strict=True)]
    return pd.Series(isi, index=frame.index, dtype="object" if any(isinstance(v, str) for v in isi) else "float64")
