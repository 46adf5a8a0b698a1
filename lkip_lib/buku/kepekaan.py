"""Sensitivity: what the year would be under other policies, one choice at a time or in combination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pandas as pd

from lkip_lib import strict_yaml
from lkip_lib.buku.andai import Andaian
from lkip_lib.buku.bahan import Bahan
from lkip_lib.errors import Masalah, terdekat, tolak
from lkip_lib.frames import himpun
from lkip_lib.langkah.sanding import dokumen_bertarget, nama_singkat
from lkip_lib.ledger.daftar import anggota_dipilih, diganti
from lkip_lib.narrative.isi import DOKUMEN
from lkip_lib.params import BERNAMA, Params

# What may differ between two reports of the same figures.
KUNCI = ("dokumen_target", *BERNAMA, "pembacaan_celah", "rata_rata", "ambang_tercapai")
SEMUA = ("dokumen_target", "batas", "skala_capaian")
_HASIL = ("rata_rata_mentah_persen", "rata_rata_persen", "predikat")
Pilihan = Mapping[str, Any]


def pilihan_lain(bahan: Bahan) -> dict[str, list[Any]]:
    """List the alternatives of each choice, the one in force left out: documents that state targets, and policies.

    A scale for values is no alternative for capaian, and a scale without gaps is read in one way only. What a cell put
    in the place of every formula that read a choice leaves nothing to choose; nor do members that it chose.
    """
    daftar, p = bahan.daftar_kebijakan, bahan.params
    semua: dict[str, Iterable[Any]] = {"dokumen_target": _bertarget(bahan)}
    semua |= {k: daftar.pilihan(k) for k in BERNAMA}
    semua["skala_capaian"] = [n for n, s in daftar.skala.items() if s.untuk == "capaian"]
    if bahan.kebijakan.skala_capaian.tepi == "bercelah":
        semua["pembacaan_celah"] = _tertulis("pembacaan_celah")
    semua["rata_rata"] = _tertulis("rata_rata")
    if bahan.tempat.triwulan:  # efficiency is judged when the year is over
        del semua["efisiensi"]
    if anggota_dipilih(bahan.ganti):
        del semua["rata_rata"]
    semua = {k: milik for k, milik in semua.items() if not diganti(k, bahan.ganti)}
    return {k: [n for n in milik if n != getattr(p, k)] for k, milik in semua.items()}


def _bertarget(bahan: Bahan) -> list[str]:
    return dokumen_bertarget(bahan.ketik("target"), bahan.tahun, bahan.tempat.triwulan, bahan.params.dokumen_target)


def _tertulis(kunci: str) -> tuple[Any, ...]:
    return get_args(Params.model_fields[kunci].annotation)


def kepekaan(bahan: Bahan) -> pd.DataFrame:
    """Change one choice at a time.

    Returns `pilihan` (the key of params), `nilai` and `judul` of the alternative, the mean, its class, and `berubah`.
    """
    satu_satu = [(k, n) for k, milik in pilihan_lain(bahan).items() for n in milik]
    hasil = _ukur_semua(bahan, [{k: n} for k, n in satu_satu])
    baris = [
        {"pilihan": k, "nilai": n, "judul": _judul(bahan, k, n), **{h: b[h] for h in (*_HASIL, "berubah")}}
        for (k, n), b in zip(satu_satu, hasil, strict=True)
    ]
    return pd.DataFrame(baris, columns=["pilihan", "nilai", "judul", *_HASIL, "berubah"])


def _judul(bahan: Bahan, kunci: str, nilai: str) -> str:
    if kunci == "dokumen_target":
        return DOKUMEN[nilai]
    return bahan.daftar_kebijakan.pilihan(kunci)[nilai].judul if kunci in BERNAMA else nilai.replace("_", " ")


def bandingkan(bahan: Bahan, kebijakan: str | Pilihan | Sequence[Pilihan] | None = None) -> pd.DataFrame:
    """Measure the year under each combination of choices, one row each, beside what changes against the report.

    `kebijakan`: None, each alternative of each choice by itself · a mapping of params, where a list stands for each of
    its members · a list of such mappings · "semua", every document with every bound and every scale. Raises
    MasukanSalah for a key or a choice that does not exist.
    """
    if kebijakan is None:
        lain = pilihan_lain(bahan)
        isi: list[dict[str, Any]] = [{}, *({k: n} for k, milik in lain.items() for n in milik)]
        kepala = [{"pilihan": k, "nilai": n} for i in isi for k, n in (i or {"laporan ini": ""}).items()]
    else:
        isi = list(_gabungan(_semua(bahan) if kebijakan == "semua" else _sah(kebijakan)))
        kunci = list(dict.fromkeys(k for i in isi for k in i))
        kepala = [{k: i.get(k, getattr(bahan.params, k)) for k in kunci} for i in isi]
    hasil = _ukur_semua(bahan, isi)
    return pd.DataFrame([{**k, **h} for k, h in zip(kepala, hasil, strict=True)])


def _semua(bahan: Bahan) -> list[Pilihan]:
    daftar = bahan.daftar_kebijakan
    return [dict(zip(SEMUA, (_bertarget(bahan), list(daftar.batas), list(daftar.skala)), strict=True))]


def _sah(kebijakan: str | Pilihan | Sequence[Pilihan]) -> list[Pilihan]:
    """Return the mappings, refusing what is none and keys that are no choice."""
    semua = [kebijakan] if isinstance(kebijakan, str | Mapping) else list(kebijakan)
    masalah = [
        Masalah(f'"{i}" bukan pilihan kebijakan.', 'Tulis {"batas": "120"}, daftarnya, atau "semua".')
        for i in semua
        if not isinstance(i, Mapping)
    ]
    asing = [k for i in semua if isinstance(i, Mapping) for k in i if k not in KUNCI]
    masalah += [Masalah(f'Pilihan "{k}" tidak dapat dibandingkan.', terdekat(str(k), KUNCI)) for k in asing]
    tolak(masalah)
    return [i for i in semua if isinstance(i, Mapping)]


def _gabungan(semua: Iterable[Pilihan]) -> Iterator[dict[str, Any]]:
    for i in semua:
        milik = [n if isinstance(n, list | tuple) else [n] for n in i.values()]
        yield from (dict(zip(i, nilai, strict=True)) for nilai in product(*milik))


def _ukur_semua(bahan: Bahan, semua: Sequence[Pilihan]) -> Iterator[dict[str, Any]]:
    """Measure the year under each set of choices."""
    andaian = Andaian(bahan)

    def ukur(diubah: Pilihan) -> dict[str, Any]:
        params = strict_yaml.cocokkan(Params, {**bahan.params.model_dump(), **diubah}, Path("bandingkan"), "bandingkan")
        hasil = andaian.ukur(params, replace(bahan, params=params).kebijakan)
        sasaran, efisiensi = hasil["sasaran"], hasil["efisiensi"]
        gabungan = sasaran[sasaran["n_indikator"] > 1]  # one indicator's class is its sasaran's, too
        ringkas = hasil["ringkasan"].iloc[0]
        return {
            **{k: ringkas[k] for k in _HASIL},
            "indikator": dict(zip(hasil["indikator"]["kode"], hasil["indikator"]["predikat"], strict=True)),
            "sasaran": dict(zip(gabungan["kode"], gabungan["predikat"], strict=True)),
            "efisiensi": dict(zip(efisiensi["sasaran"], efisiensi["tingkat_efisiensi"], strict=True)),
        }

    singkat = nama_singkat(bahan.ketik("indikator"))
    dasar = ukur({})
    for diubah in semua:
        hasil = ukur(diubah)
        ubah = _berubah({"rata-rata": dasar["predikat"], **dasar["indikator"]},
                        {"rata-rata": hasil["predikat"], **hasil["indikator"]}, singkat)  # fmt: skip
        for apa in ("sasaran", "efisiensi"):
            ubah += _berubah(dasar[apa], hasil[apa], {}, f"{apa} ")
        yield {
            **{k: hasil[k] for k in _HASIL},
            **{f"efisiensi_{k}": t for k, t in hasil["efisiensi"].items()},
            "berubah": "; ".join(ubah),
        }


def _berubah(
    dahulu: Mapping[str, str], kini: Mapping[str, str], sebut: Mapping[str, str], awalan: str = ""
) -> list[str]:
    """Say which classes change, those that change alike together."""
    beda = ((lama, kini[kode], kode) for kode, lama in dahulu.items() if lama != kini[kode])
    sama = himpun(((a or "tidak terhitung", b or "tidak terhitung"), sebut.get(k, k)) for a, b, k in beda)
    return [f"{awalan}{', '.join(kode)}: {lama} → {baru}" for (lama, baru), kode in sama.items()]
