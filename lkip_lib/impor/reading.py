"""Read an export through its mapping: the rows of each table, checked, with what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris, terdekat
from lkip_lib.impor.headings import baku
from lkip_lib.impor.mapping import TABEL, Bagian, Peta
from lkip_lib.impor.names import Rujukan, kode_baru
from lkip_lib.impor.rows import Dibuang, Potongan, medan_bagian, potong
from lkip_lib.impor.sources import baca_berkas
from lkip_lib.impor.tree import Simpul, periksa_jumlah, pohonkan
from lkip_lib.inputs import shape
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.tables import Column, Table

_DIISI_KEMUDIAN = "belum diketahui dari berkas ini; isi kolom itu sebelum menyusun laporan"
_TABEL_KARTU = ("indikator", "sasaran")
_DISEBUT = 5


@dataclass(frozen=True)
class Impor:
    """Hold what one part of a mapping gave: the rows of its table as text, and what happened on the way.

    `beda` are totals that the rows do not make.
    """

    tabel: str
    lembar: str
    frame: pd.DataFrame
    dibuang: tuple[Dibuang, ...]
    kabar: tuple[str, ...]
    beda: tuple[str, ...] = ()


def impor(path: Path, peta: Peta, tahun: int, rujukan: Rujukan | None = None) -> list[Impor]:
    """Read every part of a mapping from an export.

    A table with a year takes `tahun` where the export names none; each row says its file, sheet and cells as `sumber`.
    Raises MasukanSalah with every unreadable cell, unknown code and doubled key, each with its place.
    """
    return susun(baca_berkas(path), peta, path.name, tahun, rujukan or {})


def susun(semua: Mapping[str, Kisi], peta: Peta, berkas: str, tahun: int, rujukan: Rujukan) -> list[Impor]:
    """Read every part of a mapping from sheets already read; else as `impor`. New cards are known to later parts."""
    hasil, masalah = [], []
    dikenal = {tabel: dict(nama) for tabel, nama in rujukan.items()}
    for bagian in peta.bagian:
        try:
            satu = _susun_bagian(semua, bagian, berkas, tahun, dikenal)
        except MasukanSalah as salah:
            masalah += salah.masalah
            continue
        hasil.append(satu)
        if bagian.tabel in _TABEL_KARTU:
            nama = {baku(n): k for k, n in zip(satu.frame["kode"], satu.frame["nama"], strict=True)}
            dikenal[bagian.tabel] = {**dikenal.get(bagian.tabel, {}), **nama, **{k: k for k in satu.frame["kode"]}}
    if masalah:
        raise MasukanSalah(dict.fromkeys(masalah))
    return hasil


def _susun_bagian(semua: Mapping[str, Kisi], bagian: Bagian, berkas: str, tahun: int, rujukan: Rujukan) -> Impor:
    potongan = potong(semua, bagian, berkas, tahun)
    tabel = TABEL[bagian.tabel]
    angka = [nama for nama, (_, kind) in medan_bagian(bagian).items() if kind == "angka"]
    if bagian.pohon:
        simpul = pohonkan(potongan, bagian.pohon, angka)
        periksa_jumlah(potongan, simpul, angka)
        baris = list(_baris_pohon(simpul))
    else:
        baris = [([b.nomor], dict(b.isi)) for b in potongan.baris]
    tetap = {"tahun": str(tahun)} if any(c.name == "tahun" for c in tabel.columns) else {}
    isi = [
        {"sumber": _sumber(potongan, nomor, kolom, angka), **tetap, **bagian.isi, **milik, BARIS: min(nomor, default=0)}
        for nomor, satu in baris
        for milik, kolom in _ulangi(bagian, satu, tabel)
    ]
    if not isi and not potongan.masalah:
        potongan.salah(f"A{bagian.judul[1] + 1}", "Tidak ada baris yang menjadi isi tabel.", "Periksa peta dan buang.")
    kolom = [c.name for c in tabel.columns if any(c.name in b for b in isi)]
    frame = pd.DataFrame(isi, columns=[*kolom, BARIS]).fillna("")
    if bagian.tabel in _TABEL_KARTU:
        frame = _berkode(frame)
    _tolak_berulang(potongan)
    _pakai_kode(frame, tabel, rujukan, potongan)
    _periksa_angka(frame, tabel, potongan)
    potongan.masalah += _periksa(frame, tabel, potongan)
    if potongan.masalah:
        raise MasukanSalah(potongan.masalah)
    return Impor(
        bagian.tabel, potongan.lembar, frame, tuple(potongan.dibuang), tuple(potongan.kabar), tuple(potongan.beda)
    )


def _baris_pohon(simpul: Iterable[Simpul]) -> Iterator[tuple[list[int], dict[str, str]]]:
    for s in simpul:
        tempat = {"kode": s.kode, "induk": s.induk, "tingkat": s.tingkat, "nama": s.nama}
        yield s.nomor, {**s.isi, **s.angka, **tempat}


def _ulangi(bagian: Bagian, isi: Mapping[str, str], tabel: Table) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Yield a row once, or once for each repetition that says something of it, each with its cells' own names.

    The tree of a budget stays whole in each.
    """
    dikenal = {c.name for c in tabel.columns}
    umum = {nama: teks for nama, teks in isi.items() if nama in dikenal}
    if not bagian.ulang:
        yield umum, {nama: nama for nama in bagian.kolom}
    for i, ulang in enumerate(bagian.ulang):
        sebutan = {nama: f"ulang{i}.{nama}" for nama in ulang.kolom}
        milik = {nama: isi.get(s, "") for nama, s in sebutan.items()}
        if bagian.tabel == "anggaran" or any(milik.values()):
            yield {**umum, **ulang.isi, **milik}, sebutan


def _sumber(potongan: Potongan, nomor: Sequence[int], kolom: Mapping[str, str], angka: Sequence[str]) -> str:
    """Say where a row stands: its file and sheet, and the cell of each figure, else its row."""
    berkas = f"{potongan.berkas}, lembar {potongan.lembar}"
    sel = {nama: potongan.sel(s, nomor) for nama, s in kolom.items() if s in angka}
    sebut = [f"{nama} {letak}" for nama, letak in sel.items() if letak]
    baris = f", baris {sebut_baris(sorted(set(nomor)))}" if nomor else ""
    return f"{berkas}{baris}" + (f" ({', '.join(sebut)})" if sebut else "")


def _berkode(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep each card once, and give one that its export names only by name a code."""
    unik = frame[~frame["nama"].map(baku).duplicated()] if "nama" in frame else frame
    unik = unik.reset_index(drop=True)
    if "kode" in unik.columns and (unik["kode"] != "").all():
        return unik
    lama = unik["kode"].tolist() if "kode" in unik.columns else [""] * len(unik)
    kode: list[str] = []
    for tertulis, nama in zip(lama, unik["nama"], strict=True):
        kode.append(tertulis or kode_baru(nama, {*kode, *lama}))
    return unik.drop(columns="kode", errors="ignore").assign(kode=kode)


def _tolak_berulang(potongan: Potongan) -> None:
    """Refuse codes that stand twice: one cause, however many rows it hits."""
    if not potongan.berulang:
        return
    baris, temuan = potongan.berulang[0]
    lain = f" Begitu juga {len(potongan.berulang) - 1} kode lain." if len(potongan.berulang) > 1 else ""
    perbaikan = "Bila terbagi menurut sub unit atau sumber dana, jumlahkan dengan --jumlahkan; bila tercetak dua kali, buang satu."
    potongan.salah(str(baris), f"{temuan}{lain}", perbaikan)


def _pakai_kode(frame: pd.DataFrame, tabel: Table, rujukan: Rujukan, potongan: Potongan) -> None:
    """Write the code where an export names what the table has a code for; one cause is told once."""
    for c in tabel.columns:
        if c.name not in frame.columns or c.rujukan not in rujukan:
            continue
        kode = rujukan[c.rujukan]
        baru = frame[c.name].map(lambda teks, kode=kode: kode.get(teks) or kode.get(baku(teks), ""))
        pakai = (baru != "") & (baru != frame[c.name])
        if pakai.any():
            potongan.kabar.append(f"{pakai.sum()} nama di kolom {c.name} dikenali sebagai kode di {c.rujukan}.csv.")
        frame.loc[pakai, c.name] = baru[pakai]
        asing = frame.loc[(baru == "") & (frame[c.name] != ""), [c.name, BARIS]]
        if len(asing):
            _sebut_asing(asing, c, kode, potongan)


def _sebut_asing(asing: pd.DataFrame, c: Column, kode: Mapping[str, str], potongan: Potongan) -> None:
    """Name codes that no card has: a problem, but no more than a word where there are no cards yet."""
    nama = list(dict.fromkeys(asing[c.name]))
    daftar = ", ".join(f'"{n}"' for n in nama[:_DISEBUT]) + (f", dan {len(nama) - _DISEBUT} lain" * (len(nama) > _DISEBUT))
    baris = sebut_baris(sorted(set(asing[BARIS])))
    if not kode:
        potongan.kabar.append(f"{c.rujukan}.csv masih kosong; belum dikenal: {daftar} (baris {baris}).")
        return
    saran = terdekat(nama[0], [k for k in kode if k]) if len(nama) == 1 else ""
    saran = saran if saran.startswith("Maksud") else ""
    perbaikan = f"{saran} Tambahkan ke {c.rujukan}.csv, atau sebut kodenya di ganti.".strip()
    if c.rujukan == "anggaran":
        potongan.kabar.append(f"Belum ada di {c.rujukan}.csv: {daftar} (baris {baris}).")
        return
    potongan.salah(str(asing[BARIS].iloc[0]), f"{c.name} {daftar} tidak ada di {c.rujukan}.csv (baris {baris}).", perbaikan)


def _periksa_angka(frame: pd.DataFrame, tabel: Table, potongan: Potongan) -> None:
    """Hold every figure of a fixed unit to be readable."""
    for c in tabel.angka:
        if c.name not in frame.columns or c.satuan.startswith("@"):
            continue
        for teks, nomor in zip(frame[c.name], frame[BARIS], strict=True):
            bacaan = numerals.read(str(teks), satuan=c.satuan)
            if bacaan.status == numerals.TIDAK_TERBACA:
                tempat = next((s for n in potongan.kolom if n.endswith(c.name) and (s := potongan.sel(n, [nomor]))), "")
                perbaikan = "Perbaiki selnya, buang barisnya, atau pilih kolom lain di peta."
                potongan.salah(tempat or str(nomor), f'{c.name} "{teks}": {bacaan.note}', perbaikan)


def _periksa(frame: pd.DataFrame, tabel: Table, potongan: Potongan) -> list[Masalah]:
    """List what is wrong in the cells; a necessary one that the export does not know is left to be filled in."""
    kurang = [c for c in tabel.columns if c.wajib and not (c.name in frame and (frame[c.name] != "").all())]
    penuh = frame.assign(**{c.name: "" for c in kurang if c.name not in frame})
    berkas = f"{potongan.berkas}, lembar {potongan.lembar}"
    try:
        masalah = shape.periksa(shape.lengkapi(penuh, tabel, berkas), tabel, berkas, {})
    except MasukanSalah as salah:
        return salah.masalah
    boleh = [c.name for c in kurang if bisa_kemudian(tabel, c)]
    for nama in boleh:
        baris = penuh.loc[penuh[nama] == "", BARIS]
        potongan.kabar.append(f"{nama} {len(baris)} baris {_DIISI_KEMUDIAN} (baris {sebut_baris(sorted(set(baris)))}).")
    return [m for m in masalah if not (m.kolom in boleh and m.temuan == shape.KOSONG)]


def bisa_kemudian(tabel: Table, c: Column) -> bool:
    """Tell whether a necessary cell may be left to be filled in: what a card says of its indicator."""
    return tabel.nama in _TABEL_KARTU and c.name not in tabel.kunci
