"""The two verbs that compute: add columns by formulas, and sum rows up by group."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.frames import larik
from lkip_lib.langkah.sesi import kini, tabel_dari
from lkip_lib.ledger.terapan import Anggota, Terapan, ikat
from lkip_lib.rumus.deklarasi import Atas, Rumus


def tambah(frame: pd.DataFrame, **kolom: Rumus | Atas) -> pd.DataFrame:
    """Add columns by formulas, in the order given: `tambah(ukur, capaian_persen=batas_capaian, predikat=predikat)`.

    A name of the formula is a column of the frame; where it is called otherwise, say so:
    `selisih.atas(kini="realisasi")`. Policies are those of the year. Raises MasukanSalah for what is no
    declared formula, and for a missing column.
    """
    hasil, sesi = frame.copy(deep=False), kini()
    baru: dict[str, Terapan] = {}
    for nama, r in kolom.items():
        t = ikat(_rumus(nama, r), hasil, sesi.pilihan)
        hasil[nama] = t.pada(hasil).hitung().isi
        baru[nama] = t
    return sesi.catat(hasil, baru)


def kelompokkan(frame: pd.DataFrame, **kolom: str | Rumus | Atas | Mapping[str, Iterable[str]]) -> pd.DataFrame:
    """Sum rows up, a row a group in order of appearance: `kelompokkan(ukur, kode="sasaran", capaian_persen=rata_rata)`.

    A text names the column that groups, and the new name of it; a formula gives a figure of the group's members.
    A group without members does not exist, but for the codes that `lengkap` names; one missing member leaves the
    figure missing.
    """
    lengkap = {k: list(v) for semua in kolom.values() if isinstance(semua, Mapping) for k, v in semua.items()}
    kunci = {baru: lama for baru, lama in kolom.items() if isinstance(lama, str)}
    if hilang := [k for k in kunci.values() if k not in frame]:
        raise MasukanSalah(Masalah(f"Kolom {hilang[0]} tidak ada.", f"Kolom yang ada: {', '.join(map(str, frame))}."))
    pertama: dict[tuple[Any, ...], int] = {}
    for i, k in enumerate(zip(*(larik(frame, lama).tolist() for lama in kunci.values()), strict=True)):
        pertama.setdefault(k, i)
    hasil = pd.DataFrame({baru: larik(frame, lama).take([*pertama.values()]) for baru, lama in kunci.items()})
    for kode, semua in lengkap.items():
        if not semua:
            continue
        penuh = hasil.drop(columns=kode).drop_duplicates().merge(pd.DataFrame({kode: semua}), how="cross")
        hasil = pd.concat([hasil, penuh[list(hasil)]]).drop_duplicates(ignore_index=True)
    per = tuple((lama, baru) for baru, lama in kunci.items())
    pemanggil = sys._getframe(1)
    berkas = pemanggil.f_code.co_filename.rpartition("/")[2]
    tempat = (berkas, pemanggil.f_lineno) if " sel " in berkas else ("", None)
    rumus = {nama: (r, frame) for nama, r in kolom.items() if not isinstance(r, str | Mapping)}
    return hitung_anggota(hasil, rumus, per, tempat)


def hitung_anggota(
    hasil: pd.DataFrame,
    rumus: Mapping[str, tuple[Rumus | Atas, pd.DataFrame]],
    per: tuple[tuple[str, str], ...],
    tempat: tuple[str, int | None] = ("", None),
) -> pd.DataFrame:
    """Add columns to the rows of groups, each by a formula over members: `per` pairs their columns with the groups'.

    `tempat` is the cell and line that grouped, where a refusal shall name it.
    """
    sesi = kini()
    anggota = {id(f): Anggota(f, tabel_dari(f), per, tempat) for _, f in rumus.values()}
    letak = {i: a.kelompok(hasil) for i, a in anggota.items()}
    baru = {n: ikat(_rumus(n, r), hasil, sesi.pilihan, anggota=anggota[id(f)]) for n, (r, f) in rumus.items()}
    for nama, t in baru.items():
        hasil[nama] = t.pada(hasil, letak[id(rumus[nama][1])]).hitung().isi
    return sesi.catat(hasil, baru)


def ke_atas(frame: pd.DataFrame, nilai: str, anak: str, utuh: str = "lengkap") -> pd.DataFrame:
    """Sum a column of a tree (kode, induk, `utuh`) from its leaves up: `anak` gets each node's sum of its children.

    A node that states nothing takes the sum; one child unknown, or a node whose children are not all there, has none.
    """
    hasil = frame.copy(deep=False)
    posisi = {k: i for i, k in enumerate(frame["kode"]) if k}
    atasan = np.array([posisi.get(i, -1) for i in frame["induk"]], dtype=int)
    isi, ada = frame[nilai].to_numpy("float64", na_value=np.nan).copy(), (frame[utuh] == "ya").to_numpy()
    jumlah, tingkat = np.full(len(frame), np.nan), _tingkat(atasan)
    for dalam in range(tingkat.max(initial=0), 0, -1):
        baris = tingkat == dalam
        beranak = np.unique(atasan[baris])
        jumlah[beranak] = np.where(ada[beranak], 0.0, np.nan)
        np.add.at(jumlah, atasan[baris], isi[baris])  # a child unknown leaves no sum
        isi = np.where(np.isnan(isi), jumlah, isi)
    hasil[anak], hasil[nilai] = jumlah, isi
    return hasil


def _tingkat(atasan: np.ndarray) -> np.ndarray:
    """Count the steps from each node up to its root; a chain that never ends gives -1."""
    hasil, kini_ = np.zeros(len(atasan), dtype=int), atasan
    for _ in range(len(atasan)):
        jalan = kini_ >= 0
        if not jalan.any():
            break
        hasil += jalan
        kini_ = np.where(jalan, atasan[kini_], -1)
    return np.where(kini_ < 0, hasil, -1)


def _rumus(nama: str, r: Any) -> Rumus | Atas:
    if isinstance(r, Rumus | Atas):
        return r
    raise MasukanSalah(
        Masalah(
            f"{nama} bukan rumus yang dinyatakan.",
            "Tulis fungsinya dengan @rumus di atasnya (from lkip_lib.rumus.deklarasi import rumus). Hanya kolom baru, "
            'yang tidak dihitung laporan, boleh pandas biasa: frame["kolom"] = … (tanpa jejak).',
        )
    )
