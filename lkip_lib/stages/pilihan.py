"""Hold the choices of the parameters against the inputs: what they name must be there."""

from __future__ import annotations

import pandas as pd

from lkip_lib import strict_yaml
from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.params import BERNAMA, PilihanRealisasi
from lkip_lib.stages.bahan import Bahan


def periksa_pilihan(bahan: Bahan, realisasi: pd.DataFrame, indikator: pd.DataFrame, anggaran: pd.DataFrame) -> None:
    """Refuse parameters that name a policy, indicator, document or statement that does not exist.

    Raises MasukanSalah with every such choice.
    """
    p, berkas = bahan.params, bahan.tempat.params.relative_to(bahan.tempat.akar).as_posix()
    kode = list(indikator["kode"])
    masalah = _kebijakan(bahan)
    disebut = [*p.skala_nilai, *(r.indikator for r in p.pilihan_realisasi)]
    masalah += [
        Masalah(f'Indikator "{k}" tidak ada di tabel indikator.', terdekat(k, kode), berkas)
        for k in disebut
        if k not in kode
    ]
    dokumen = list(dict.fromkeys(anggaran["dokumen"]))
    if p.dokumen_anggaran and dokumen and p.dokumen_anggaran not in dokumen:
        saran = terdekat(p.dokumen_anggaran, dokumen)
        masalah.append(Masalah(f'dokumen_anggaran "{p.dokumen_anggaran}" tidak ada di tabel anggaran.', saran, berkas))
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
    return Masalah(f'{sebut}: "{pilihan.realisasi}" tidak ada di tabel realisasi.', f"Yang tercetak: {ada}.", berkas)


def _kebijakan(bahan: Bahan) -> list[Masalah]:
    """Find policies that are chosen but not known, each where its name stands."""
    t, p = bahan.tempat, bahan.params
    lama = t.params.with_name("skala.yml")
    if lama.exists():
        sebab, saran = "Berkas ini tidak lagi dibaca.", "Pindahkan isinya ke kebijakan.yml, di bawah kunci skala:."
        raise MasukanSalah(Masalah(sebab, saran, lama.relative_to(t.akar).as_posix()))
    dipilih: list[tuple[tuple[str, ...], str]] = [((k,), getattr(p, k)) for k in BERNAMA]
    dipilih += [(("skala_nilai", k), n) for k, n in p.skala_nilai.items()]
    hasil = []
    for jejak, nama in dipilih:
        if cacat := bahan.daftar_kebijakan.periksa(jejak[0], nama):
            tertulis = [f for f in (t.params, t.params_pemda) if f.exists() and jejak[0] in strict_yaml.muat(f, f.name)]
            berkas = (tertulis or [t.params])[0]
            baris = strict_yaml.baris_kunci(berkas, jejak) if tertulis else None
            hasil.append(Masalah(*cacat, berkas.relative_to(t.akar).as_posix(), baris))
    return hasil
