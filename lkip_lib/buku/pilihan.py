"""Hold the choices of the parameters against the inputs: what they name must be there."""

from __future__ import annotations

import pandas as pd

from lkip_lib import strict_yaml
from lkip_lib.buku.bahan import Bahan
from lkip_lib.errors import Masalah, MasukanSalah, terdekat, tolak
from lkip_lib.params import BERNAMA, PilihanRealisasi


def periksa_pilihan(bahan: Bahan, realisasi: pd.DataFrame, indikator: pd.DataFrame, anggaran: pd.DataFrame) -> None:
    """Refuse parameters that name a policy, indicator, document or statement that does not exist.

    Raises MasukanSalah with every such choice.
    """
    p = bahan.params
    kode = list(indikator["kode"])
    masalah = _kebijakan(bahan)
    disebut: list[tuple[str, tuple[str | int, ...]]] = [(k, ("skala_nilai", k)) for k in p.skala_nilai]
    disebut += [(r.indikator, ("pilihan_realisasi", i)) for i, r in enumerate(p.pilihan_realisasi)]
    masalah += [
        Masalah(f'Indikator "{k}" tidak ada di tabel indikator.', terdekat(k, kode), *_letak(bahan, jejak))
        for k, jejak in disebut
        if k not in kode
    ]
    dokumen = list(dict.fromkeys(anggaran["dokumen"]))
    if p.dokumen_anggaran and dokumen and p.dokumen_anggaran not in dokumen:
        saran = terdekat(p.dokumen_anggaran, dokumen)
        temuan = f'dokumen_anggaran "{p.dokumen_anggaran}" tidak ada di tabel anggaran.'
        masalah.append(Masalah(temuan, saran, *_letak(bahan, ("dokumen_anggaran",))))
    masalah += [
        Masalah(*cacat, *_letak(bahan, ("pilihan_realisasi", i)))
        for i, pilihan in enumerate(p.pilihan_realisasi)
        if (cacat := _pilihan_realisasi(pilihan, realisasi))
    ]
    tolak(masalah)


def periksa_kebijakan(bahan: Bahan) -> None:
    """Refuse parameters that choose a policy which does not exist, each where it is written. Raises MasukanSalah."""
    tolak(_kebijakan(bahan))


def _pilihan_realisasi(pilihan: PilihanRealisasi, realisasi: pd.DataFrame) -> tuple[str, str] | None:
    """Say what is wrong with a choice between statements, and what was printed; None when it is one of them."""
    tempat = (realisasi["indikator"] == pilihan.indikator) & (realisasi["tahun"] == pilihan.tahun)
    tercetak = list(realisasi.loc[tempat & (realisasi["lingkup"] == pilihan.lingkup), "realisasi_tercetak"])
    if pilihan.realisasi in tercetak:
        return None
    ada = ", ".join(f'"{t}"' for t in tercetak) or "tidak ada"
    sebut = f"pilihan_realisasi {pilihan.indikator} {pilihan.tahun}"
    return f'{sebut}: "{pilihan.realisasi}" tidak ada di tabel realisasi.', f"Yang tercetak: {ada}."


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
            hasil.append(Masalah(*cacat, *_letak(bahan, jejak)))
    return hasil


def _letak(bahan: Bahan, jejak: tuple[str | int, ...]) -> tuple[str, int | None]:
    """Return the file and line where a choice is written, the agency's own before the common one."""
    t = bahan.tempat
    tertulis = [f for f in (t.params, t.params_pemda) if f.exists() and jejak[0] in strict_yaml.muat(f, f.name)]
    berkas = (tertulis or [t.params])[0]
    baris = strict_yaml.baris_kunci(berkas, jejak) if tertulis else None
    return berkas.relative_to(t.akar).as_posix(), baris
