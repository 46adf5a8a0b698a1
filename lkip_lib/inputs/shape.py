"""Hold a raw table against its declaration: columns, choices, years, keys and references."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib.errors import Masalah, sebut_baris, terdekat, tolak
from lkip_lib.frames import catatan, larik, susun
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.headings import pilihan_untuk
from lkip_lib.inputs.tables import Column, Table

KOSONG = "Sel ini kosong."


def lengkapi(frame: pd.DataFrame, table: Table, berkas: str) -> pd.DataFrame:
    """Return the table with every declared column, in order; defaults and choices as declared filled in.

    Raises MasukanSalah for an unknown column or a missing necessary one.
    """
    dikenal = [c.name for c in table.columns]
    masalah = [
        Masalah(f'Kolom "{k}" tidak dikenal.', terdekat(str(k), dikenal), berkas, 1)
        for k in frame.columns
        if k not in (*dikenal, BARIS)
    ]
    masalah += [
        Masalah(f'Kolom "{c.name}" tidak ada.', f"Tambahkan kolom itu: {c.keterangan.lower()}.", berkas, 1)
        for c in table.columns
        if c.wajib and c.name not in frame.columns
    ]
    tolak(masalah)
    isi: dict[str, Sequence[Any]] = {BARIS: frame[BARIS].tolist()}
    for c in table.columns:
        sel = frame[c.name].tolist() if c.name in frame else [""] * len(frame)
        baku = {teks: pilihan_untuk(c, teks) or c.bawaan for teks in set(sel)} if c.pilihan or c.bawaan else {}
        isi[c.name] = [baku[teks] for teks in sel] if baku else sel
    dtype = dict.fromkeys(dikenal, "object") | {BARIS: "int64"}
    return susun({k: isi[k] for k in dtype}, dtype)


def periksa(frame: pd.DataFrame, table: Table, berkas: str, rujukan: Mapping[str, set[str]]) -> list[Masalah]:
    """List what is wrong in the cells of one table; `rujukan` gives the known codes of each referred table."""
    masalah = [m for c in table.columns for m in _periksa_kolom(frame, c, berkas, rujukan)]
    if not table.berulang:
        kunci = list(table.kunci)
        for _, baris in frame[frame.duplicated(kunci, keep="first")].iterrows():
            sebut = ", ".join(f"{k} = {baris[k]}" for k in kunci)
            masalah.append(Masalah(f"Baris dobel: {sebut}.", "Sisakan satu, atau ubah kuncinya.", berkas, baris[BARIS]))
    if "kode" in frame:
        masalah += _kode_serupa(frame, berkas)
    return masalah


def _kode_serupa(frame: pd.DataFrame, berkas: str) -> Iterator[Masalah]:
    """List codes that another one equals but for a space: in the ids of figures, which have none, they are the same."""
    dikenal: dict[str, str] = {}
    for kode, baris in zip(frame["kode"], frame[BARIS], strict=True):
        lain = dikenal.setdefault(kode.replace(" ", "_"), kode)
        if kode != lain:
            yield Masalah(f'Kode "{kode}" terlalu mirip dengan "{lain}".', "Ubah salah satunya.", berkas, baris, "kode")


def periksa_komponen(komponen: pd.DataFrame, berkas: str) -> list[Masalah]:
    """List parts that stand twice without a name: two things to add up, or one thing stated twice."""
    tanpa_nama = komponen[(komponen["nama"] == "") & (komponen["komponen"] != "unsur")]
    ulang = tanpa_nama[tanpa_nama.duplicated(["indikator", "tahun", "komponen"])]
    saran = "Beri nama: yang berlainan nama dijumlah, yang senama dianggap satu."
    return [
        Masalah(f"{b['komponen'].capitalize()} {b['indikator']} {b['tahun']} berulang tanpa nama.", saran, berkas,
                int(b[BARIS]), "nama")
        for b in catatan(ulang)
    ]  # fmt: skip


def _periksa_kolom(frame: pd.DataFrame, column: Column, berkas: str, rujukan: Mapping[str, set[str]]) -> list[Masalah]:
    isi = larik(frame, column.name)
    teks = isi.tolist()
    masalah = []

    def selain(sah: Callable[[str], bool]) -> np.ndarray:
        """Tell which cells are filled in with what is not right."""
        return np.array([t != "" and not sah(t) for t in teks], dtype=bool)

    def catat(salah: np.ndarray, temuan: str, perbaikan: str) -> None:
        if not salah.any():  # nearly always, and cheaper than looking up no rows; below too
            return
        for nilai, baris in zip(isi[salah], frame.loc[salah, BARIS], strict=True):
            masalah.append(Masalah(temuan.format(nilai=nilai), perbaikan, berkas, int(baris), column.name))

    def catat_asing(salah: np.ndarray, temuan: str) -> None:
        """Tell an unknown word once, with every row that has it: its remedy may be a long list."""
        if not salah.any():
            return
        dikenal = column.pilihan or sorted(rujukan[column.rujukan])
        for nilai, milik in frame.loc[salah, BARIS].groupby(isi[salah], sort=False):
            pertama, *lain = map(int, milik)
            juga = f" Juga di baris {sebut_baris(lain)}." if lain else ""
            sebab = f'"{nilai}" {temuan}{juga}'
            masalah.append(Masalah(sebab, terdekat(str(nilai), dikenal), berkas, pertama, column.name))

    if column.wajib:
        pilih = f"; pilihannya {', '.join(column.pilihan)}" if column.pilihan else ""
        catat(np.array([t == "" for t in teks], dtype=bool), KOSONG, f"Isi: {column.keterangan.lower()}{pilih}.")
    if column.pilihan:
        catat_asing(selain(column.pilihan.__contains__), "bukan pilihan.")
    if column.kind == "tahun":
        catat(selain(_tahun), '"{nilai}" bukan tahun.', "Tulis empat angka, misalnya 2024.")
    if column.kind == "bulat":
        saran = "Tulis bilangan nol atau lebih, misalnya 1."
        catat(selain(_bulat), '"{nilai}" bukan bilangan.', saran)
    if column.rujukan in rujukan:
        catat_asing(selain(rujukan[column.rujukan].__contains__), f"tidak ada di tabel {column.rujukan}.")
    return masalah


def periksa_pendahulu(frame: pd.DataFrame, berkas: str, rujukan: Mapping[str, set[str]]) -> Iterator[Masalah]:
    """Find the codes that are in no table of their kind, and what says that something came from nowhere."""
    for b in catatan(frame):
        baris, sah = int(b[BARIS]), rujukan.get(b["jenis"], set())
        for kolom in ("kode", "asal") if sah else ():
            if b[kolom] and b[kolom] not in sah:
                temuan = f'"{b[kolom]}" tidak ada di tabel {b["jenis"]}.'
                yield Masalah(temuan, terdekat(b[kolom], sah), berkas, baris, kolom)
        if b["peristiwa"] in ("berganti_nama", "dipecah", "digabung") and not (b["asal"] or b["nama_asal"]):
            yield Masalah("Pendahulunya belum disebut.", "Isi asal, atau nama_asal.", berkas, baris, "nama_asal")


def bersihkan(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the table without what is no year, count or choice, so that the rest of the row can still be read."""
    sah, ganti = {"tahun": _tahun, "bulat": _bulat}, {}
    for c in table.columns:
        boleh = c.pilihan.__contains__ if c.pilihan else sah.get(c.kind)
        isi = larik(frame, c.name).tolist() if boleh else []
        if boleh and not all(map(boleh, isi)):
            bersih = [t if boleh(t) else c.bawaan if c.pilihan else "" for t in isi]
            ganti[c.name] = pd.Series(bersih, index=frame.index, dtype=object)
    return frame.assign(**ganti)


def _tahun(teks: str) -> bool:
    return bool(re.fullmatch(r"(19|20)\d\d", teks))


def _bulat(teks: str) -> bool:
    return bool(re.fullmatch(r"\d+([.,]\d+)?", teks))
