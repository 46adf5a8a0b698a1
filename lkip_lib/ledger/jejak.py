"""Tell how the figures of saved tables came about: their ledger rows, the formulas' names, the expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger
from lkip_lib.frames import larik
from lkip_lib.ledger.deklarasi import Dinyatakan, Hitung, Salinan
from lkip_lib.ledger.figur import Figur, Ids, berbatas
from lkip_lib.ledger.nomor import TANPA
from lkip_lib.ledger.turunan import Turunan
from lkip_lib.rumus import nilai as N
from lkip_lib.rumus.anggaran import seperti_dinyatakan
from lkip_lib.rumus.bahasa import Simpul, kolom_dibaca
from lkip_lib.rumus.deklarasi import Rumus
from lkip_lib.rumus.nilai import KEADAAN, Nilai
from lkip_lib.rumus.ungkapan import angka_dalam, terbit

Ungkapan = tuple[Rumus, Simpul, Mapping[float, str]]  # a formula, its tree, and where each number of it is from


def lengkapi(turunan: Turunan, nama: str) -> pd.DataFrame:
    """Return a table with its state, and the name of the formula that each row took."""
    frame, t = turunan.frames[nama], turunan.tabel.get(nama, TANPA)
    hasil = frame.copy(deep=False)
    if t.keadaan and t.keadaan[0] in frame:
        kuat = np.maximum.reduce([turunan.figur(nama, frame, k).keadaan for k in t.keadaan])
        hasil["status_nilai"] = [KEADAAN[k] for k in kuat]
    for kolom, asal in t.angka.items():
        if isinstance(asal, Salinan) and kolom in frame and (kata := _sebutan_asal(turunan, asal, kolom)):
            hasil[kata] = [turunan.catatan.sebutan.get(i, "") for i in turunan.figur(nama, frame, kolom).id]
        if isinstance(asal, Hitung) and asal.sebut and kolom in frame:
            sebutan = nama_rumus(turunan, nama, frame, kolom)
            ada = turunan.figur(nama, frame, kolom).keadaan == 0
            hasil[asal.sebut] = np.where(ada, sebutan, "") if asal.bila_ada else sebutan
            ids = turunan.figur(nama, frame, kolom).id
            turunan.catatan.sebutan.update(zip(ids.tolist(), hasil[asal.sebut].tolist(), strict=True))
    return hasil


def _sebutan_asal(turunan: Turunan, asal: Salinan, kolom: str) -> str:
    return str(getattr(turunan.asal(asal.tabel, asal.kolom or kolom), "sebut", ""))


def nama_rumus(turunan: Turunan, tabel: str, frame: pd.DataFrame, kolom: str) -> Ids:
    f = turunan.figur(tabel, frame, kolom)
    if f.pada is None or not len(frame):
        return np.full(len(frame), "", object)
    hasil = np.full(len(frame), f.pada.terapan.nama, object)
    if f.pada.letak is None:
        for _, utuh, baris in f.pada.bagian:
            pohon = N.pilihan(utuh)
            if next(N.penentu(pohon), None) is not None:
                isi = {k: _ambil(s.nilai, baris) for k, s in (f.sumber or {}).items()}
                for cabang, milik in N.cabang(pohon, isi, len(baris)):
                    if (nama := _nama(cabang)) is not None:
                        hasil[baris[np.asarray(milik)]] = nama
    return hasil


def baris_ledger(turunan: Turunan) -> Iterator[dict[str, Any]]:
    """Make the ledger rows of every figure of the tables."""
    for nama, frame in turunan.frames.items():
        if not len(frame):
            continue
        t = turunan.tabel.get(nama, TANPA)
        tambahan = [k for k in map(str, frame) if k not in t.angka and (id(frame), nama, k) in turunan.terbuat]
        for kolom in (*t.angka, *tambahan):
            if kolom not in frame:
                continue
            f = turunan.figur(nama, frame, kolom)
            if f.pada is not None:
                yield from _baris_hitung(turunan, nama, frame, kolom, f)
            elif f.dari is not None:
                yield from _baris_dinyatakan(turunan, nama, frame, kolom, f)


def _tetap(turunan: Turunan, tabel: str, frame: pd.DataFrame, kolom: str) -> list[dict[str, Any]]:
    t = turunan.tabel.get(tabel, TANPA)
    subjek, dokumen, tahun, periode = turunan.nomor.bagian(tabel, frame)
    if t.lingkup in t.kode:  # whose figure it is stands in a column of its own
        subjek = [str(v) for v in larik(frame, t.kode[0]).tolist()]
    lingkup = larik(frame, t.lingkup).tolist() if t.lingkup in frame else [t.lingkup] * len(frame)
    return [
        {"asal": ledger.HITUNG, "besaran": kolom, "subjek": s, "tahun": int(y) if y else pd.NA, "dokumen": d,
         "periode": p, "lingkup": ling}
        for s, y, d, p, ling in zip(subjek, tahun, dokumen, periode, lingkup, strict=True)
    ]  # fmt: skip


def _satuan(turunan: Turunan, tabel: str, frame: pd.DataFrame, kolom: str, bawaan: str) -> list[str]:
    asal = turunan.asal(tabel, kolom)
    # A formula of a cell in the place of another gives the same figure in the same unit.
    satuan = getattr(asal, "satuan", "") or getattr(getattr(asal, "rumus", None), "satuan", "") or bawaan
    return larik(frame, satuan).tolist() if satuan in frame else [satuan] * len(frame)


def _baris_dinyatakan(
    turunan: Turunan, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur
) -> Iterator[dict[str, Any]]:
    asal = turunan.asal(tabel, kolom)
    assert isinstance(asal, Dinyatakan)
    satuan = _satuan(turunan, tabel, frame, kolom, "")
    label = frame[asal.label].tolist() if asal.label in frame else [""] * len(frame)
    for i, tetap in enumerate(_tetap(turunan, tabel, frame, kolom)):
        if asal.bila_ada and f.keadaan[i]:
            continue
        nilai = f.nilai.isi[i]
        if nilai != nilai and berbatas(frame, kolom, i):
            nilai = turunan.catatan(f.dari[i][0].partition("=")[2])[0]
        yield tetap | {
            "id": f.id[i], "nilai": nilai, "label": label[i], "satuan": satuan[i], "rumus": "dinyatakan",
            "ungkapan": "dinyatakan", "status_nilai": KEADAAN[f.keadaan[i]],
            "dari": " ".join(f.dari[i]),
        }  # fmt: skip


def _baris_hitung(turunan: Turunan, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur) -> Iterator[dict[str, Any]]:
    assert f.pada is not None
    t, nama = f.pada.terapan, nama_rumus(turunan, tabel, frame, kolom)
    kunci = np.full(len(frame), "", object)
    for sifat, _, baris in f.pada.bagian:
        kunci[baris] = t.kunci(sifat)
    satuan, dari = _satuan(turunan, tabel, frame, kolom, t.rumus.satuan), _dari(f)
    kata = f.nilai.isi.dtype == object
    sebutan = getattr(turunan.asal(tabel, kolom), "label", "")
    label = larik(frame, sebutan).tolist() if sebutan in frame else None
    for i, tetap in enumerate(_tetap(turunan, tabel, frame, kolom)):
        if f.id[i]:
            yield tetap | {
                "id": f.id[i], "label" if kata else "nilai": f.nilai.isi[i], "satuan": satuan[i], "rumus": nama[i],
                "ungkapan": kunci[i], "status_nilai": KEADAAN[f.keadaan[i]], "dari": " ".join(dari[i]),
                **({"label": label[i]} if label else {}),
            }  # fmt: skip


def _dari(f: Figur) -> list[list[str]]:
    """Name for each row all that its formula read, with its role; a role alone is a figure that is not there.

    A group says first how many members it has (`anggota:3=`); each role names them all, in the same order.
    """
    assert f.pada is not None
    assert f.sumber is not None
    hasil: list[list[str]] = [[] for _ in range(len(f.id))]
    if f.pada.letak is not None:
        ikut, kelompok = f.pada.letak
        banyak = np.bincount(kelompok.letak, minlength=len(f.id))
        for _, pohon, baris in f.pada.bagian:
            dipakai, nama = set(baris.tolist()), kolom_dibaca(pohon)
            for i in dipakai if nama else ():
                hasil[i].append(f"anggota:{banyak[i]}=")
            for k in nama:
                ids = f.sumber[k].id
                for j, i in zip(ikut.tolist(), kelompok.letak.tolist(), strict=True):
                    if i in dipakai:
                        hasil[i].append(f"{k}={ids[j]}")
        return hasil
    for _, pohon, baris in f.pada.bagian:
        isi = {k: _ambil(f.sumber[k].nilai, baris) for k in f.sumber}
        dibaca = N.dibaca(pohon, isi, len(baris))
        for k in f.pada.terapan.rumus.angka:
            if k in dibaca:
                ids, serta = f.sumber[k].id, f.sumber[k].serta
                for j, i in enumerate(baris.tolist()):
                    if dibaca[k][j]:
                        hasil[i] += [f"{k}={ids[i]}", *(serta[i] if serta is not None else [])]
    return hasil


def bersel(turunan: Turunan) -> bool:
    """Tell whether figures were computed by formulas of cells."""
    return any(f.pada is not None and f.pada.terapan.rumus.dari_sel for f in turunan.terbuat.values())


def ungkapan(turunan: Turunan) -> tuple[dict[str, Ungkapan], dict[tuple[str, str], Ungkapan]]:
    """Return every expression that figures were computed by, by its key; and by name and key what rows go by."""
    hasil, bernama = dict[str, Ungkapan](), dict[tuple[str, str], Ungkapan]()
    for (_, nama, _), f in turunan.terbuat.items():
        if f.pada is not None:
            t = f.pada.terapan
            for sifat, pohon in t.terpakai().items():
                r, kunci = t.rumus, t.kunci(sifat)
                asal = r.asal_angka(t.sifat(sifat), pohon)
                hasil[kunci] = r, pohon, asal
                isi = [(s.isi[0], s.isi[1], {v: asal[v] for v in sorted(angka_dalam(s))})
                       for s in N.penentu(pohon)]  # fmt: skip
                for sebutan, u in [*((u[0].nama, u) for u in isi), (t.nama, hasil[kunci])]:
                    if terbit(bernama.setdefault((sebutan, kunci), u)[1]) != terbit(u[1]):
                        bernama[sebutan, kunci] = hasil[kunci]  # one name for two: the whole is true of both
        elif f.dari is not None and nama in turunan.frames:
            hasil[seperti_dinyatakan.nama] = seperti_dinyatakan, seperti_dinyatakan.pohon(), {}
    return hasil, bernama


def _ambil(v: Nilai, baris: Any) -> Nilai:
    return Nilai(v.isi[baris], None if v.keadaan is None else v.keadaan[baris])


def _nama(s: Simpul) -> str | None:
    while s.op in ("jika", "cadangan"):  # undecided: called by what is left when nothing special holds
        s = s.isi[2 if s.op == "jika" else 0]
    return s.isi[0].nama if s.op == "rumus" else None
