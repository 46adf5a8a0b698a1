"""Read an export through its mapping: the rows of each table, checked, with what was left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris, sebut_sebagian, terdekat, tolak
from lkip_lib.impor.cuttings import Dibuang, Potongan
from lkip_lib.impor.headings import baku
from lkip_lib.impor.mapping import TABEL, Bagian, Peta
from lkip_lib.impor.names import Rujukan, kode_baru
from lkip_lib.impor.rows import medan_bagian, potong
from lkip_lib.impor.sources import baca_berkas
from lkip_lib.impor.sums import Simpul, periksa_jumlah
from lkip_lib.impor.tree import pohonkan
from lkip_lib.inputs import shape
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.grid import Kisi, teks_angka
from lkip_lib.inputs.tables import Column, Table

_DIISI_KEMUDIAN = "belum diketahui dari berkas ini; isi kolom itu"
_TABEL_KARTU = ("indikator", "sasaran")
_DISEBUT = 5
_SEL = "_sel"  # where each figure of a row stands, while it is read


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
        uang = [nama for nama in angka if tabel[nama.rpartition(".")[2]].satuan == "rupiah"]
        simpul = pohonkan(potongan, bagian.pohon, uang)
        periksa_jumlah(potongan, simpul, uang)
        baris = list(_baris_pohon(simpul))
    else:
        baris = [([b.nomor], dict(b.isi), {}) for b in potongan.baris]
    tetap = {"tahun": str(tahun)} if any(c.name == "tahun" for c in tabel.columns) else {}
    isi = []
    for nomor, satu, asal in baris:
        for milik, kolom in _ulangi(bagian, satu, tabel):
            letak = {nama: potongan.sel(s, asal.get(s, nomor)) for nama, s in kolom.items() if s in angka}
            sel = {nama: di for nama, di in letak.items() if di}
            tempat = {"sumber": _sumber(potongan, nomor, sel), BARIS: min(nomor, default=0), _SEL: sel}
            isi.append({**tetap, **bagian.isi, **milik, **tempat})
    if not isi and not potongan.masalah:
        potongan.salah(f"A{bagian.judul[1] + 1}", "Tidak ada baris yang menjadi isi tabel.", "Periksa peta dan buang.")
    dipakai = [c.name for c in tabel.columns if any(c.name in b for b in isi)]
    frame = pd.DataFrame(isi, columns=[*dipakai, BARIS, _SEL]).fillna("")
    if bagian.tabel == "rekomendasi" and "kode" not in frame:
        frame = frame.assign(kode=[f"R{n}" for n in range(1, len(frame) + 1)])
    if bagian.tabel in _TABEL_KARTU:
        frame = _berkode(frame, potongan)
    _tolak_berulang(potongan)
    _pakai_kode(frame, tabel, rujukan, potongan)
    _periksa_angka(frame, tabel, potongan)
    frame = _sekali(frame, tabel, potongan).drop(columns=_SEL)
    potongan.masalah += _periksa(frame, tabel, potongan)
    tolak(potongan.masalah)
    return Impor(
        bagian.tabel, potongan.lembar, frame, tuple(potongan.dibuang), tuple(potongan.kabar), tuple(potongan.beda)
    )


def _baris_pohon(simpul: Iterable[Simpul]) -> Iterator[tuple[list[int], dict[str, str], dict[str, list[int]]]]:
    for s in simpul:
        tempat = {"kode": s.kode, "induk": s.induk, "tingkat": s.tingkat, "nama": s.nama}
        yield s.nomor, {**s.isi, **s.angka, **tempat}, s.asal


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


def _sumber(potongan: Potongan, nomor: Sequence[int], sel: Mapping[str, str]) -> str:
    """Say where a row stands: its file, sheet and rows, and the cell of each figure."""
    baris = f", baris {sebut_baris(nomor)}" if nomor else ""
    sebut = f" ({', '.join(f'{nama} {letak}' for nama, letak in sel.items())})" if sel else ""
    return f"{potongan.berkas}, lembar {potongan.lembar}{baris}{sebut}"


def _berkode(frame: pd.DataFrame, potongan: Potongan) -> pd.DataFrame:
    """Keep each card once, and give one that its export names only by name a code; a card told in two ways is none."""
    nama = frame["nama"].map(baku)
    isi = frame.drop(columns=["sumber", BARIS, _SEL])
    for n in dict.fromkeys(nama[nama.duplicated() & (nama != "")]):
        milik = isi[nama == n]
        if len(milik.drop_duplicates()) > 1:
            baris = sebut_baris(frame.loc[nama == n, BARIS])
            temuan = f'"{milik["nama"].iloc[0]}" berdiri di baris {baris} dengan isi yang berbeda.'
            potongan.salah(str(frame.loc[nama == n, BARIS].iloc[-1]), temuan, "Sisakan satu, atau bedakan namanya.")
    unik = frame[(nama != "") & ~nama.duplicated()].reset_index(drop=True)
    if "kode" in unik.columns and (unik["kode"] != "").all():
        return unik
    lama = unik["kode"].tolist() if "kode" in unik.columns else [""] * len(unik)
    kode: list[str] = []
    for tertulis, satu in zip(lama, unik["nama"], strict=True):
        kode.append(tertulis or kode_baru(satu, {*kode, *lama}))
    return unik.drop(columns="kode", errors="ignore").assign(kode=kode)


def _sekali(frame: pd.DataFrame, tabel: Table, potongan: Potongan) -> pd.DataFrame:
    """Keep a row that an export prints twice once; one whose figures differ is a problem of both."""
    kunci = [k for k in tabel.kunci if k in frame.columns]
    if not tabel.angka or not kunci or frame.empty:
        return frame
    angka = [c.name for c in tabel.angka if c.name in frame.columns]
    ulang = frame[frame.duplicated(kunci, keep=False)]
    for _, milik in ulang.groupby(kunci, sort=False):
        if len(milik[angka].drop_duplicates()) > 1:
            baris = sebut_baris(milik[BARIS])
            temuan = f"{' '.join(map(str, milik[kunci].iloc[0]))} berdiri di baris {baris} dengan angka yang berbeda."
            potongan.salah(str(milik[BARIS].iloc[-1]), temuan, "Sisakan satu, atau bedakan namanya.")
    return frame[~frame.duplicated([*kunci, *angka])].reset_index(drop=True)


def _tolak_berulang(potongan: Potongan) -> None:
    """Refuse codes that stand twice: one cause, however many rows it hits."""
    if not potongan.berulang:
        return
    baris, temuan = potongan.berulang[0]
    lain = f" Begitu juga {len(potongan.berulang) - 1} kode lain." if len(potongan.berulang) > 1 else ""
    perbaikan = "Bila terbagi menurut sub unit, jumlahkan dengan --jumlahkan; bila tercetak dua kali, buang satu."
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
    daftar = sebut_sebagian([f'"{n}"' for n in nama], _DISEBUT)
    baris = sebut_baris(asing[BARIS])
    if not kode:
        potongan.kabar.append(f"{c.rujukan}.csv masih kosong; belum dikenal: {daftar} (baris {baris}).")
        return
    saran = terdekat(nama[0], [k for k in kode if k]) if len(nama) == 1 else ""
    saran = saran if saran.startswith("Maksud") else ""
    perbaikan = f"{saran} Tambahkan ke {c.rujukan}.csv, atau sebut kodenya di ganti.".strip()
    if c.rujukan == "anggaran":
        potongan.kabar.append(f"Belum ada di {c.rujukan}.csv: {daftar} (baris {baris}).")
        return
    potongan.salah(
        str(asing[BARIS].iloc[0]), f"{c.name} {daftar} tidak ada di {c.rujukan}.csv (baris {baris}).", perbaikan
    )


def _periksa_angka(frame: pd.DataFrame, tabel: Table, potongan: Potongan) -> None:
    """Hold every figure to be readable in its unit; where the card knows that, words without a digit may be a rung.

    A point that may part thousands or decimals is read as all others of its sheet.
    """
    for c in tabel.angka:
        if c.name not in frame.columns:
            continue
        dari_kartu = c.satuan.startswith("@")
        satuan = frame["satuan"] if dari_kartu and "satuan" in frame else [c.satuan.strip("@")] * len(frame)
        ribuan = _bertitik_ribuan(frame[c.name])
        if pecahan := _pecahan(frame[c.name], satuan):
            potongan.kabar.append(
                f"{c.name} bersatuan persen paling besar 1 (misalnya {pecahan}); bila pecahan, tulis kali: 100 di peta."
            )
        for i, (teks, s) in enumerate(zip(frame[c.name], satuan, strict=True)):
            bacaan = numerals.read(str(teks), satuan=s)
            if s == "rupiah" and bacaan.value is not None and bacaan.note:
                frame.loc[frame.index[i], c.name] = teks_angka(bacaan.value)  # one way of writing in a table
            if bacaan.status != numerals.TIDAK_TERBACA or (dari_kartu and not any(h.isdigit() for h in teks)):
                continue
            if ribuan and len(bacaan.candidates) > 1 and bacaan.candidates[0].is_integer():
                baru = teks_angka(bacaan.candidates[0])
                potongan.kabar.append(f'{c.name} "{teks}" dibaca {baru}: di lembar ini titik memisahkan ribuan.')
                frame.loc[frame.index[i], c.name] = baru
                continue
            di = potongan.sel_berisi(c.name, teks) or frame[_SEL].iloc[i].get(c.name) or str(frame[BARIS].iloc[i])
            perbaikan = "Perbaiki selnya, buang barisnya, atau pilih kolom lain di peta."
            potongan.salah(di, f'{c.name} "{teks}": {bacaan.note}', perbaikan)


def _pecahan(isi: Iterable[str], satuan: Iterable[str]) -> str:
    """Return the first percentage where all are at most 1 and some less, which may be fractions; or ""."""
    persen = [t for t, s in zip(isi, satuan, strict=True) if s.strip().lower() in ("persen", "%") and t]
    nilai = [numerals.read(t, satuan="").value for t in persen]
    pecah = [t for t, v in zip(persen, nilai, strict=True) if v is not None and 0 < v < 1]
    return pecah[0] if pecah and all(v is not None and 0 <= v <= 1 for v in nilai) else ""


def _bertitik_ribuan(isi: Iterable[str]) -> bool:
    """Tell whether the figures of a column show by their commas that a point parts thousands."""
    semua = list(isi)
    koma = any(re.search(r"\d,\d{1,2}\D*$", t) for t in semua)
    return koma and not any(re.search(r"\d\.\d{1,2}\D*$", t) for t in semua)


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
        milik = penuh.loc[penuh[nama] == "", "kode"].tolist()
        potongan.kabar.append(f"{nama} {sebut_sebagian(milik, _DISEBUT)} {_DIISI_KEMUDIAN} di {tabel.nama}.csv.")
        frame[nama] = penuh[nama]
    return [m for m in masalah if not (m.kolom in boleh and m.temuan == shape.KOSONG)]


def bisa_kemudian(tabel: Table, c: Column) -> bool:
    """Tell whether a necessary cell may be left to be filled in: what a card says of its indicator."""
    return tabel.nama in _TABEL_KARTU and c.name not in tabel.kunci
