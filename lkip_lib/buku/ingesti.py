"""The first notebook's work: read the inputs, give every stated figure its ledger row, list what was hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from lkip_lib import ledger, numerals
from lkip_lib.buku.bahan import Bahan
from lkip_lib.buku.hasil import Hasil
from lkip_lib.buku.pilihan import periksa_pilihan
from lkip_lib.frames import catatan, himpun, larik
from lkip_lib.inputs import reading
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.origin import sebagai_frame
from lkip_lib.inputs.tables import RENCANA, TAHUNAN, Table
from lkip_lib.inputs.typed import Satuan, Sel, ketik, rentang_kartu
from lkip_lib.ledger.keluaran import bentuk

Baris = dict[str, Any]
_DIMENSI = ("dokumen", "tahun", "periode")


def jalankan(bahan: Bahan) -> Hasil:
    """Read the inputs of the run.

    Returns the typed tables (`ketik/<tabel>`, each figure with its ledger id under `<nama>_id`), `bacaan` (cells that
    needed a decision or could not be read), `koreksi`, `asal_kolom` (where the columns stand in a workbook) and
    `buku_kerja` (what to know of it). Raises MasukanSalah for anything that cannot be used.
    """
    masukan = reading.baca(bahan.tempat, bahan.andaian)
    periksa_pilihan(bahan, *(masukan.tabel[n] for n in ("realisasi", "indikator", "anggaran")))
    isi = {nama: [_teks(b) for b in catatan(f)] for nama, f in masukan.mentah.items()}
    ids = ledger.unik([_id(masukan.deklarasi[s.tabel], s, isi[s.tabel][s.posisi]) for s in masukan.sel])
    baris = [
        _baris(masukan.deklarasi[s.tabel], s, isi[s.tabel][s.posisi], i) | _letak(masukan, s)
        for s, i in zip(masukan.sel, ids, strict=True)
    ]
    bagian = [b for s, induk in zip(masukan.sel, baris, strict=True) for b in _bagian(s, induk)]
    koreksi = [_baris_koreksi(s, b) for s, b in zip(masukan.sel, baris, strict=True) if s.koreksi]
    frames = {f"ketik/{nama}": f for nama, f in masukan.tabel.items()}
    _pasang_id(frames, masukan, ids)
    for nama, deklarasi in masukan.deklarasi.items():
        if nama not in masukan.tabel:
            frames[f"ketik/{nama}"] = _kosong(deklarasi).copy()
    frames["bacaan"] = bentuk("bacaan", pd.DataFrame(_bacaan(masukan, ids)))
    frames["koreksi"] = bentuk("koreksi", pd.DataFrame(_koreksi(masukan, ids)))
    frames["asal_kolom"] = bentuk("asal_kolom", sebagai_frame(masukan.asal))
    kabar = pd.DataFrame(masukan.kabar, columns=["tempat", "keterangan"], dtype=object)
    frames["buku_kerja"] = bentuk("buku_kerja", kabar)
    akar = [
        *_ujung(masukan, frames, baris),
        *_bobot(masukan, frames),
        *_kartu(masukan, frames),
        *_tahun(masukan, frames),
    ]
    return Hasil(frames, ledger.tabel([*baris, *bagian, *koreksi, *akar]))


def _ujung(masukan: reading.Masukan, frames: dict[str, pd.DataFrame], baris: list[dict[str, Any]]) -> Iterator[Baris]:
    """Give the ends of every stated range a row of their own, beside the one that holds it as printed."""
    di_sel = {(s.tabel, s.kolom.nama_ketik, s.posisi): (s, b) for s, b in zip(masukan.sel, baris, strict=True)}
    for nama, table in masukan.deklarasi.items():
        frame = frames[f"ketik/{nama}"]
        for c in (c for c in table.angka if f"{c.nama_ketik}_bawah" in frame):
            for ujung in ("bawah", "atas"):
                kolom = f"{c.nama_ketik}_{ujung}"
                ids = [""] * len(frame)
                for i in np.flatnonzero(frame[kolom].notna()).tolist():
                    sel, b = di_sel[nama, c.nama_ketik, int(i)]
                    dasar = _baris_koreksi(sel, b) if sel.koreksi else b
                    ids[i] = str(dasar["id"]).replace(f".{c.name}.", f".{c.name}_{ujung}.", 1)
                    dari = b["id"] if sel.koreksi else ""
                    yield dasar | {"id": ids[i], "besaran": kolom, "nilai": frame[kolom].iat[i], "dari": dari}
                frame[f"{kolom}_id"] = pd.Series(ids, index=frame.index, dtype=object)


def _bobot(masukan: reading.Masukan, frames: dict[str, pd.DataFrame]) -> Iterator[Baris]:
    """Give every weight a row; one that was left blank is not filled in, whatever it counts."""
    for nama in ("indikator", "pendukung"):
        frame = frames[f"ketik/{nama}"]
        kosong = np.array([(nama, int(b)) in masukan.tanpa_bobot for b in frame[BARIS]], dtype=bool)
        frame["bobot_tertulis"] = frame["bobot"].where(~kosong).astype("float64")
        kode = frame["kode"] if nama == "indikator" else frame["sasaran"] + "." + frame["program"]
        yield from _akar(masukan, frame, nama, "bobot_tertulis", "bobot", kode, "")


def _kartu(masukan: reading.Masukan, frames: dict[str, pd.DataFrame]) -> Iterator[Baris]:
    """Give what a card says in numbers a row: the ends of its range, and what its unit multiplies a share by."""
    frame = frames["ketik/indikator"]
    rentang = [rentang_kartu(r) or (None, None) for r in frame["rentang"]]
    for i, ujung in enumerate(("bawah", "atas")):
        frame[f"rentang_{ujung}"] = pd.Series([r[i] for r in rentang], index=frame.index, dtype="float64")
        yield from _akar(masukan, frame, "indikator", f"rentang_{ujung}", "rentang", frame["kode"], "", isi_saja=True)
    frame["pengali"] = [numerals.pengali(s) for s in frame["satuan"]]
    dihitung = frame["kode"].isin(frames["ketik/komponen"]["indikator"])
    frame["pengali"] = frame["pengali"].where(dihitung).astype("float64")
    yield from _akar(masukan, frame, "indikator", "pengali", "satuan", frame["kode"], "", isi_saja=True)


def _tahun(masukan: reading.Masukan, frames: dict[str, pd.DataFrame]) -> Iterator[Baris]:
    """Give the years between which what is left to reach is divided a row: those of last targets, and of this year."""
    for nama in ("target", "realisasi"):
        frame = frames[f"ketik/{nama}"]
        frame["tahun_angka"] = frame["tahun"].astype("float64")
        akhir = frame["dokumen"].isin(RENCANA) if nama == "target" else (frame["lingkup"] == "instansi")
        setahun = akhir & (frame["periode"] == TAHUNAN)
        frame["tahun_angka"] = frame["tahun_angka"].where(setahun)
        kode = frame["indikator"]
        akhiran = (frame["dokumen"] + "." if nama == "target" else "") + frame["tahun"].astype(str)
        yield from _akar(masukan, frame, nama, "tahun_angka", "tahun", kode, akhiran, isi_saja=True)


def _akar(
    masukan: reading.Masukan, frame: pd.DataFrame, tabel: str, kolom: str, sel: str, kode: pd.Series, akhiran: Any,
    *, isi_saja: bool = False,
) -> Iterator[Baris]:  # fmt: skip
    """Make rows of numbers that stand in cells which are no figures of their own; `{kolom}_id` names them."""
    isi = larik(frame, kolom).tolist()
    besaran = {"bobot_tertulis": "bobot", "tahun_angka": "tahun"}.get(kolom, kolom)
    belakang = akhiran if isinstance(akhiran, pd.Series) else [""] * len(frame)
    ids = [
        ".".join(b for b in (tabel, re.sub(r"[^\w.]+", "_", str(k)), besaran, t) if b)
        if v == v or not isi_saja else ""
        for k, t, v in zip(kode, belakang, isi, strict=True)
    ]  # fmt: skip
    pakai = ledger.unik([i for i in ids if i])
    antre = iter(pakai)
    ids = [next(antre) if i else "" for i in ids]
    frame[f"{kolom}_id"] = pd.Series(ids, index=frame.index, dtype=object)
    if tabel not in masukan.asal:
        return
    teks = masukan.mentah[tabel][sel].tolist()
    for id, k, nomor, v, t in zip(ids, kode, frame[BARIS].tolist(), isi, teks, strict=True):
        if id:
            berkas, baris, tempat = masukan.asal[tabel].letak_angka(nomor, sel)
            kosong = v != v
            yield {
                "id": id, "asal": ledger.MASUKAN, "besaran": besaran, "subjek": str(k), "nilai": v,
                "tercetak": "" if kosong else t, "berkas": berkas, "baris": baris, "kolom": tempat,
                "status_nilai": ledger.BELUM_DIISI if kosong else ledger.ANGKA,
            }  # fmt: skip


def _teks(baris: Mapping[Any, Any]) -> dict[str, str]:
    return {str(k): str(v) for k, v in baris.items()}


def _id(table: Table, sel: Sel, baris: Mapping[str, str]) -> str:
    tambahan = [baris[k] for k in table.kunci if k not in (table.subjek, *_DIMENSI) and baris[k] != "instansi"]
    kode = ".".join(re.sub(r"[^\w.]+", "_", t)[:40] for t in [baris[table.subjek] or "-", *tambahan] if t)
    dimensi = {d: baris.get(d, "") for d in _DIMENSI}
    return ledger.buat_id(table.nama.removeprefix("tercetak/"), kode, sel.kolom.name, **dimensi)


def _baris(table: Table, sel: Sel, baris: Mapping[str, str], id: str) -> dict[str, Any]:
    tahun = baris.get("tahun", "")
    return {
        "id": id,
        "asal": ledger.TERCETAK if table.nama.startswith("tercetak/") else ledger.MASUKAN,
        # A component is called by its part in the formula, which the trail puts numbers into.
        "besaran": baris.get("besaran") or baris.get("komponen") or sel.kolom.nama_ketik,
        "subjek": baris.get("subjek", baris[table.subjek]),
        "tahun": int(tahun) if re.fullmatch(r"\d{4}", tahun) else pd.NA,
        "periode": baris.get("periode", ""),
        "lingkup": baris.get("lingkup", ""),
        "dokumen": baris.get("dokumen", ""),
        "nilai": sel.bacaan.value,
        "label": sel.bacaan.text if sel.kata else "",
        "satuan": sel.satuan,
        "tercetak": sel.bacaan.text,
        "status_nilai": sel.bacaan.status,
    }


def _letak(masukan: reading.Masukan, sel: Sel) -> dict[str, Any]:
    letak = masukan.asal[sel.tabel].letak_angka(sel.baris, sel.kolom.name)
    return dict(zip(("berkas", "baris", "kolom"), letak, strict=True))


def _bagian(sel: Sel, induk: dict[str, Any]) -> list[dict[str, Any]]:
    """Make rows of the two counts printed beside a share, and let the share rest on them."""
    hasil = [
        {**induk, "id": f"{induk['id']}.{nama}", "besaran": nama, "nilai": nilai, "satuan": "", "dari": ""}
        for nama, nilai in zip(("pembilang", "penyebut"), sel.bacaan.parts, strict=False)
    ]
    induk["dari"] = " ".join(b["id"] for b in hasil)
    return hasil


def _baris_koreksi(sel: Sel, baris: Mapping[str, Any]) -> dict[str, Any]:
    assert sel.koreksi is not None
    berlaku, (berkas_koreksi, baris_koreksi, alamat) = sel.berlaku, sel.koreksi.letak
    return {
        **baris,
        "id": f"koreksi.{baris['id']}",
        "asal": ledger.KOREKSI,
        "nilai": berlaku.value,
        "label": berlaku.text if sel.kata else "",
        "tercetak": berlaku.text,
        "status_nilai": berlaku.status,
        "berkas": berkas_koreksi,
        "baris": baris_koreksi,
        "kolom": alamat or sel.kolom.name,  # the column's name also where the corrected cell stands in a workbook
        "rumus": "koreksi",
        "dari": baris["id"],
    }


def _pasang_id(frames: dict[str, pd.DataFrame], masukan: reading.Masukan, ids: list[str]) -> None:
    sel = zip(masukan.sel, ids, strict=True)
    milik = himpun(((s.tabel, s.kolom.nama_ketik), f"koreksi.{i}" if s.koreksi else i) for s, i in sel)
    for nama, table in masukan.deklarasi.items():
        for c in table.angka if nama in masukan.tabel else ():
            daftar = milik.get((nama, c.nama_ketik), [])
            frames[f"ketik/{nama}"][f"{c.nama_ketik}_id"] = pd.Series(daftar, dtype=object)


@lru_cache(maxsize=256)
def _kosong(table: Table) -> pd.DataFrame:
    """Make the typed table that an absent file stands for: the columns and types of a filled one, no rows."""
    mentah = pd.DataFrame(columns=[c.name for c in table.columns], dtype=object).assign(_baris=pd.Series(dtype="int64"))
    frame, _ = ketik(mentah, table, Satuan({}), [])
    return frame.assign(**{f"{c.nama_ketik}_id": pd.Series(dtype=object) for c in table.angka})


def _bacaan(masukan: reading.Masukan, ids: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "id": i,
            **_letak(masukan, s),
            "tercetak": s.bacaan.text,
            "nilai": s.bacaan.value,
            "satuan": s.satuan,
            "status_nilai": s.bacaan.status,
            "catatan": s.bacaan.note,
        }
        for s, i in zip(masukan.sel, ids, strict=True)
        if s.bacaan.note
    ]


def _koreksi(masukan: reading.Masukan, ids: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "id": f"koreksi.{i}",
            **_letak(masukan, s),
            **{k: getattr(s.koreksi.koreksi, k) for k in ("expect", "become", "reason", "evidence", "by")},
            "date": s.koreksi.koreksi.date.isoformat() if s.koreksi.koreksi.date else "",
            "berkas_koreksi": s.koreksi.letak[0],
            "baris_koreksi": s.koreksi.letak[1],
        }
        for s, i in zip(masukan.sel, ids, strict=True)
        if s.koreksi
    ]
