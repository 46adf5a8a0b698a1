"""Hold the choices of the parameters against the inputs: what they name must be there."""

from __future__ import annotations

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.params import PilihanRealisasi
from lkip_lib.policies import daftar_skala
from lkip_lib.stages.bahan import Bahan


def periksa_pilihan(bahan: Bahan, realisasi: pd.DataFrame, indikator: pd.DataFrame, anggaran: pd.DataFrame) -> None:
    """Refuse parameters that name a scale, indicator, document or statement that does not exist.

    Raises MasukanSalah with every such choice.
    """
    p, berkas = bahan.params, bahan.tempat.params.relative_to(bahan.tempat.akar).as_posix()
    skala, kode = daftar_skala(bahan.tempat.skala_instansi), list(indikator["kode"])
    masalah = [
        Masalah(f'Skala "{n}" tidak dikenal.', terdekat(n, skala), berkas)
        for n in (p.skala_capaian, *p.skala_nilai.values())
        if n not in skala
    ]
    disebut = [*p.skala_nilai, *(r.indikator for r in p.pilihan_realisasi)]
    masalah += [
        Masalah(f'Indikator "{k}" tidak ada di indikator.csv.', terdekat(k, kode), berkas)
        for k in disebut
        if k not in kode
    ]
    dokumen = list(dict.fromkeys(anggaran["dokumen"]))
    if p.dokumen_anggaran and dokumen and p.dokumen_anggaran not in dokumen:
        saran = terdekat(p.dokumen_anggaran, dokumen)
        masalah.append(Masalah(f'dokumen_anggaran "{p.dokumen_anggaran}" tidak ada di anggaran.csv.', saran, berkas))
    masalah += [m for pilihan in p.pilihan_realisasi if (m := _pilihan_realisasi(pilihan, realisasi, berkas))]
    if masalah:
        raise MasukanSalah(masalah)


def _pilihan_realisasi(pilihan: PilihanRealisasi, realisasi: pd.DataFrame, berkas: str) -> Masalah | None:
    tempat = (realisasi["indikator"] == pilihan.indikator) & (realisasi["tahun"] == pilihan.tahun)
    tercetak = list(realisasi.loc[tempat & (realisasi["lingkup"] == pilihan.lingkup), "realisasi_tercetak"])
    if pilihan.realisasi in tercetak:
        return None
    ada = ", ".join(f'"{t}"' for t in tercetak) or "tidak ada"
    sebut = f"pilihan_realisasi {pilihan.indikator} {pilihan.tahun}"
    return Masalah(f'{sebut}: "{pilihan.realisasi}" tidak ada di realisasi.csv.', f"Yang tercetak: {ada}.", berkas)
