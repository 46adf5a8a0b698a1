"""Measure rows of target and realisasi: capaian, state and class, by the policies in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.formulas import capaian as rumus
from lkip_lib.formulas.angka import larik
from lkip_lib.formulas.katalog import Rumus, nama_capaian
from lkip_lib.formulas.predikat import kelas_skala
from lkip_lib.numerals import units
from lkip_lib.policies import Kebijakan
from lkip_lib.stages.bahan import Bahan


def kartu_berlaku(indikator: pd.DataFrame, tahun: int) -> pd.DataFrame:
    """Return the cards in force in a year."""
    mulai = indikator["berlaku_dari"].fillna(0) <= tahun
    return indikator[mulai & (indikator["berlaku_sampai"].fillna(9999) >= tahun)].reset_index(drop=True)


@dataclass(frozen=True, eq=False, slots=True)
class Keadaan:
    """Hold what is measured: a document's targets, one row an indicator and year, and the realisasi, in one year."""

    dokumen: str
    tahun: int
    target: pd.DataFrame
    realisasi: pd.DataFrame


def sandingkan(kartu: pd.DataFrame, keadaan: Sequence[Keadaan]) -> pd.DataFrame:
    """Put each indicator's target beside its realisasi: a row an indicator, in each state in turn.

    Where the document states a change and the card a level, the realisasi is the change since the year before.
    """
    kunci = [[(k, n.tahun) for k in kartu["kode"]] for n in keadaan]
    dokumennya = _cari([k.target for k in keadaan], ["indikator", "tahun"], kunci)
    dokumennya = dokumennya.drop(columns=["indikator", "tahun", "dokumen", "nama", "satuan", "sumber"])
    dokumennya = dokumennya.rename(columns={k: f"{k}_dokumen" for k in dokumennya if k in kartu})

    def dicapai(mundur: int, kolom: list[str]) -> pd.DataFrame:
        milik = [[(k, tahun - mundur, "instansi") for k, tahun in per] for per in kunci]
        return _cari([k.realisasi for k in keadaan], ["indikator", "tahun", "lingkup"], milik)[kolom]

    kolom = ["realisasi", "realisasi_status", "dari"]
    kini = dicapai(0, [*kolom, "realisasi_tercetak"]).rename(columns={"dari": "realisasi_dari"})
    lalu = dicapai(1, kolom).rename(columns={"dari": "realisasi_dari"}).add_suffix("_lalu")
    kartunya = pd.concat([kartu] * len(keadaan), ignore_index=True)
    hasil = pd.concat([kartunya, dokumennya.rename(columns={"dari": "target_dari"}), kini, lalu], axis=1)
    angka = ["target", "target_bawah", "target_atas", "realisasi", "realisasi_lalu"]
    hasil = hasil.astype(dict.fromkeys(angka, "float64"))  # looking up in no rows leaves objects
    hasil["dokumen"] = hasil["dokumen_target"] = np.repeat([k.dokumen for k in keadaan], len(kartu)).astype(object)
    hasil["tahun"] = np.repeat([k.tahun for k in keadaan], len(kartu))
    hasil["jenis"] = hasil["jenis_dokumen"].fillna("").replace("", np.nan).fillna(hasil["jenis"])
    for k in ("target", "realisasi"):
        hasil[f"{k}_label"] = sebut_tingkat(hasil, k)
    _pakai_perubahan(hasil, kartunya)
    return hasil


def _cari(
    frames: Sequence[pd.DataFrame], kolom: Sequence[str], kunci: Sequence[Sequence[tuple[Any, ...]]]
) -> pd.DataFrame:
    """Return the row of each key in its frame, in the order asked; without one, a row of nothing.

    Each frame has one row a key, so looking them up does what merging would, in a fraction of the time.
    """
    letak: dict[int, dict[tuple[Any, ...], int]] = {}
    tumpukan, akhir = [], 0
    for frame in frames:
        if id(frame) not in letak:
            letak[id(frame)] = {k: akhir + i for i, k in enumerate(zip(*(frame[c] for c in kolom), strict=True))}
            tumpukan.append(frame)
            akhir += len(frame)
    dicari = [letak[id(f)].get(k, akhir) for f, milik in zip(frames, kunci, strict=True) for k in milik]
    return pd.concat(tumpukan, ignore_index=True).reindex(dicari).reset_index(drop=True)


def ukur(kartu: pd.DataFrame, keadaan: Sequence[Keadaan], bahan: Bahan) -> list[pd.DataFrame]:
    """Measure every indicator in each state, all at once: the states are many and the indicators few."""
    semua, n = hitung(sandingkan(kartu, keadaan), bahan), len(kartu)
    return [semua[i * n : (i + 1) * n].set_axis(kartu.index) for i in range(len(keadaan))]


def sebut_tingkat(frame: pd.DataFrame, kolom: str) -> pd.Series:
    """Return the printed rung of ordinal figures, "" for numbers: on a ladder the word is what is shown."""
    berjenjang = (frame["jenis"] == "ordinal") & (frame[f"{kolom}_status"] == ledger.ANGKA)
    return frame[f"{kolom}_tercetak"].astype(object).where(berjenjang, "")


def satuan_nilai(frame: pd.DataFrame) -> pd.Series:
    """Return the unit of each measured figure."""
    pasangan = zip(frame["satuan"], frame["jenis"], strict=True)
    return pd.Series([satuan_ukuran(s, j) for s, j in pasangan], frame.index, dtype=object)


def satuan_ukuran(satuan: str, jenis: str) -> str:
    """Return the unit of a figure: a percentage that is measured as a change counts points.

    >>> satuan_ukuran("Persen", "perubahan"), satuan_ukuran("Persen", "level")
    ('poin persen', 'Persen')
    """
    return "poin persen" if jenis == "perubahan" and units.family(satuan) == "persen" else satuan


def _pakai_perubahan(hasil: pd.DataFrame, kartu: pd.DataFrame) -> None:
    """Replace a level by its change since last year, where the document's target is a change."""
    berubah = (hasil["jenis"] == "perubahan") & (kartu["jenis"] != "perubahan").to_numpy()
    lalu = hasil["realisasi_lalu"]
    hasil["realisasi_dari"] = hasil["realisasi_dari"].fillna("")
    hasil["dari_perubahan"] = berubah
    gabungan = hasil["realisasi_dari"] + " " + hasil["realisasi_dari_lalu"].fillna("")
    hasil["realisasi_dari"] = hasil["realisasi_dari"].where(~berubah, gabungan.str.strip())
    hasil["realisasi_status"] = hasil["realisasi_status"].where(
        ~(berubah & lalu.isna() & hasil["realisasi"].notna()), ledger.BELUM_DIISI
    )
    hasil["realisasi"] = hasil["realisasi"].where(~berubah, np.round(hasil["realisasi"] - lalu, 9))


def hitung(sanding: pd.DataFrame, bahan: Bahan) -> pd.DataFrame:
    """Measure targets and realisasi that stand side by side, by the policies in force."""
    hasil, k = sanding.copy(), bahan.kebijakan
    nilai, nama = mentah(hasil, bahan.katalog, k)
    hasil["capaian_mentah_persen"], hasil["rumus"] = nilai, nama
    hasil["capaian_persen"] = bahan.katalog["batas_capaian"].fungsi(nilai, bawah=k.batas.bawah, atas=k.batas.atas)
    hasil["tercapai"] = rumus.tercapai(
        nilai, hasil["target"], hasil["realisasi"], hasil["arah"] == "turun", bahan.params.ambang_tercapai
    )
    hasil["status_nilai"] = status(hasil)
    hasil["predikat"] = kelas_skala(hasil["capaian_persen"], k.skala_capaian, bahan.params.pembacaan_celah)
    hasil["skala"] = sebut_skala(bahan)
    return hasil


def mentah(hasil: pd.DataFrame, katalog: Mapping[str, Rumus], kebijakan: Kebijakan) -> tuple[np.ndarray, np.ndarray]:
    """Compute unbounded capaian (persen) by jenis and arah, and name the formula of each row."""
    t, r = larik(hasil["target"]), larik(hasil["realisasi"])
    naik, turun = nama_capaian(kebijakan.rumus_naik), nama_capaian(kebijakan.rumus_turun)
    # A change against the direction is not wanted but held: the less of it the better.
    ditahan = np.where((hasil["arah"] == "turun").to_numpy(), t > 0, t < 0)
    syarat = [
        hasil["jenis"].isin(("rentang", "batas")).to_numpy(),
        (hasil["jenis"] == "perubahan").to_numpy() & ditahan,
        (hasil["jenis"] == "perubahan").to_numpy(),
        (hasil["jenis"] == "ordinal").to_numpy(),
        (hasil["arah"] == "turun").to_numpy(),
    ]
    bawah, atas = hasil["target_bawah"], hasil["target_atas"]
    nilai = np.select(
        syarat,
        [
            katalog["capaian_rentang"].fungsi(bawah, atas, r),
            rumus.perubahan_ditahan(t, r),
            rumus.perubahan(t, r),
            rumus.ordinal(t, r),
            katalog[turun].fungsi(t, r),
        ],
        katalog[naik].fungsi(t, r),
    )
    pilihan = ["rentang", "perubahan_ditahan", "perubahan", "ordinal"]
    nama = np.select(syarat, [*(f"capaian_{p}" for p in pilihan), turun], naik).astype(object)
    nihil = (hasil["nol_tercapai"] == "ya").to_numpy() & (t == 0) & (r == 0)
    return rumus.nol_tercapai(nilai, t, r, nihil), np.where(nihil, "nol_tercapai", nama)


def status(hasil: pd.DataFrame) -> pd.Series:
    """Say why a capaian is not a number: a damaged figure first, then a missing one, else not computable."""
    dua = hasil[["target_status", "realisasi_status"]].fillna(ledger.BELUM_DIISI)
    status = pd.Series(ledger.TIDAK_DAPAT_DIHITUNG, index=hasil.index).where(
        hasil["capaian_persen"].isna(), ledger.ANGKA
    )
    for keadaan in (ledger.BELUM_DIISI, ledger.TIDAK_BERLAKU, ledger.TIDAK_TERBACA):
        status = status.where(~(dua == keadaan).any(axis=1), keadaan)
    return status


def sebut_skala(bahan: Bahan) -> str:
    """Name the scale in use and how its gaps, or its edges, are read."""
    skala = bahan.kebijakan.skala_capaian
    return f"{skala.nama} ({bahan.params.pembacaan_celah if skala.tepi == 'bercelah' else skala.tepi})"
