"""Add up the lines of a budget: account lines, one code in parts, totals; and hold each line against its details."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lkip_lib import numerals
from lkip_lib.errors import sebut_baris
from lkip_lib.frames import himpun
from lkip_lib.impor.cells import berangka
from lkip_lib.impor.codes import DI_ATAS, JENJANG, kode_baku
from lkip_lib.impor.cuttings import Baris, Dibuang, Potongan
from lkip_lib.inputs.grid import teks_angka

AKAR = "0"
_DIJUMLAH = "kode sama, terhitung dalam baris pertamanya"
_SEBAB_REKENING = "rekening, terhitung dalam sub kegiatannya"


@dataclass(slots=True)
class Simpul:
    """Hold one line of the budget: its rows, place in the tree, and amounts as text.

    `unit` is whose line it is, `asal` the rows of an amount that is not its own.
    """

    nomor: list[int]
    kode: str
    induk: str
    tingkat: str
    nama: str
    isi: Mapping[str, str]
    angka: dict[str, str]
    unit: str = ""
    asal: dict[str, list[int]] = field(default_factory=dict)
    rekening: list[Baris] = field(default_factory=list)


@lru_cache(maxsize=100_000)
def nilai_rp(teks: str) -> float | None:
    """Return the amount of a text, None where it is none."""
    return numerals.read(teks, satuan="rupiah").value


def _jumlah(baris: Iterable[Mapping[str, str]], kolom: Sequence[str]) -> list[float | None]:
    """Sum amounts, column by column; None where one is missing or there are none."""
    hasil: list[float | None] = []
    semua = list(baris)
    for k in kolom:
        nilai = [nilai_rp(b.get(k, "")) for b in semua]
        isi = [n for n in nilai if n is not None]
        hasil.append(round(sum(isi), 2) if isi and len(isi) == len(nilai) else None)
    return hasil


def _terjumlah(baris: Sequence[Mapping[str, str]], kolom: Sequence[str]) -> list[float]:
    """Sum amounts as a total row does: a blank cell adds nothing."""
    return [round(sum(nilai_rp(b.get(k, "")) or 0 for b in baris), 2) for k in kolom]


def kenali_jumlah(
    potongan: Potongan, simpul: list[Simpul], tanpa_kode: list[tuple[Baris, int]], kolom: Sequence[str]
) -> None:
    """Leave out each row without a code that is the sum of others; one that is not is a problem."""
    batas = [0, *(letak for _, letak in tanpa_kode), len(simpul)]
    for i, (b, letak) in enumerate(tanpa_kode):
        if not any(berangka(b.isi.get(k, "")) for k in kolom):
            potongan.dibuang.append(Dibuang(b.nomor, "tanpa kode dan angka"))
            continue
        calon = [simpul[batas[i] : letak], simpul[letak : batas[i + 2]], simpul[:letak], simpul]
        if rincian := _dijumlah(b, calon, kolom):
            potongan.dibuang.append(Dibuang(b.nomor, f"jumlah {rincian}"))
        else:
            perbaikan = (
                f"Isi kodenya, sebut isinya di buang, atau tulis sampai: {b.nomor - 1} bila tabelnya sudah habis."
            )
            sebut = next((t for t in b.teks if not berangka(t)), "")
            di = next(
                (s for k in kolom if berangka(b.isi.get(k, "")) and (s := potongan.sel(k, [b.nomor]))), str(b.nomor)
            )
            temuan = f'Baris "{sebut}" berisi angka tanpa kode, dan bukan jumlah baris lain.'
            potongan.salah(di, temuan, perbaikan)


def _dijumlah(b: Baris, calon: Sequence[Sequence[Simpul]], kolom: Sequence[str]) -> str:
    """Name the rows that a row is the sum of: those of one level near it, before it, or all; or ""."""
    if any(numerals.read(b.isi.get(k, ""), satuan="rupiah").status == numerals.TIDAK_TERBACA for k in kolom):
        return ""
    dicari = _terjumlah([b.isi], kolom)
    for isi in calon:
        for tingkat in JENJANG:
            milik = [s for s in isi if s.tingkat == tingkat]
            if milik and _terjumlah([s.angka for s in milik], kolom) == dicari:
                return f"{tingkat.replace('_', ' ')} baris {milik[0].nomor[0]}–{milik[-1].nomor[0]}"
        rekening = [r for s in isi for r in s.rekening]
        if rekening and _terjumlah([r.isi for r in _daun(rekening)], kolom) == dicari:
            return f"rekening baris {rekening[0].nomor}–{rekening[-1].nomor}"
    return ""


def _daun(rekening: Sequence[Baris], susunan: str = "") -> list[Baris]:
    """Keep the account lines that add up to their sub kegiatan: those that no other one details.

    In SAKTI the code of a detail does not continue its parent's; there the lines like the first one are the highest.
    """
    kode = [kode_baku(r.isi["kode"]) for r in rekening]
    if susunan == "sakti":
        return [r for r, k in zip(rekening, kode, strict=True) if _bentuk(k) == _bentuk(kode[0])]
    atas = {".".join(k.split(".")[:n]) for k in kode for n in range(1, len(k.split(".")))}
    return [r for r, k in zip(rekening, kode, strict=True) if k not in atas]


def _bentuk(kode: str) -> str:
    return "".join("9" if h.isdigit() else "A" if h.isalpha() else h for h in kode)


def jumlahkan_rekening(potongan: Potongan, s: Simpul, kolom: Sequence[str], susunan: str) -> None:
    """Give a sub kegiatan without amounts the sum of its account lines; compare where it has its own."""
    if not s.rekening:
        return
    nomor = [r.nomor for r in s.rekening]
    rincian = _daun(s.rekening, susunan)
    for r in rincian:
        for k in kolom:
            if (bacaan := numerals.read(r.isi.get(k, ""), satuan="rupiah")).status == numerals.TIDAK_TERBACA:
                temuan = f'{k.rpartition(".")[2]} "{r.isi[k]}": {bacaan.note}'
                potongan.salah(potongan.sel(k, [r.nomor]) or str(r.nomor), temuan, "Perbaiki selnya.")
    jumlah = _jumlah([r.isi for r in rincian], kolom)
    for k, nilai in zip(kolom, jumlah, strict=True):
        sendiri = nilai_rp(s.angka.get(k, ""))
        kosong = numerals.read(s.angka.get(k, ""), satuan="rupiah").status == numerals.BELUM_DIISI
        if kosong and nilai is not None:
            s.angka[k], s.asal[k] = teks_angka(nilai), [r.nomor for r in rincian]
            baris = sebut_baris(s.asal[k])
            potongan.kabar.append(
                f"{k.rpartition('.')[2]} {s.kode} kosong; dipakai jumlah rekeningnya (baris {baris})."
            )
        elif sendiri is not None and nilai is not None and sendiri != nilai:
            potongan.beda.append(_beda(potongan, s, k, sendiri, f"rekeningnya (baris {sebut_baris(nomor)})", nilai))
    potongan.dibuang += [Dibuang(n, _SEBAB_REKENING) for n in nomor]


def satukan(potongan: Potongan, simpul: list[Simpul], kolom: Sequence[str], *, dijumlah: bool) -> list[Simpul]:
    """Add up the rows of one code, as exports by sub unit repeat it; unless told to, a repeated code is a problem.

    Rows of different sub units are parts of one amount; others may be one line printed twice.
    """
    ragam = himpun((s.kode, s) for s in simpul if s.tingkat not in DI_ATAS)
    for kode, milik in ragam.items():
        unit = [s.unit for s in milik]
        if len(milik) > 1 and not (dijumlah or (all(unit) and len(set(unit)) == len(unit))):
            _tolak_berulang(potongan, kode, milik)
        for s in milik[1:]:
            _tambahkan(potongan, milik[0], s, kolom)
        if len({s.nama for s in milik}) > 1:
            milik[0].nama, lain = _nama_bersama([s.nama for s in milik])
            potongan.kabar.append(f'Kode {kode} ditulis "{milik[0].nama}", juga disebut {lain}; angkanya dijumlahkan.')
    return [s for s in simpul if s.tingkat in DI_ATAS or ragam[s.kode][0] is s]


def _tolak_berulang(potongan: Potongan, kode: str, milik: Sequence[Simpul]) -> None:
    nama = dict.fromkeys(s.nama for s in milik)
    sebut = ", bernama " + ", ".join(f'"{n}"' for n in nama) if len(nama) > 1 else ""
    baris = sebut_baris([s.nomor[0] for s in milik])
    potongan.berulang.append((milik[1].nomor[0], f"Kode {kode} berulang di baris {baris}{sebut}."))


def _tambahkan(potongan: Potongan, awal: Simpul, s: Simpul, kolom: Sequence[str]) -> None:
    for k in kolom:
        dua = [t for t in (awal.angka.get(k, ""), s.angka.get(k, "")) if t]
        nilai = [nilai_rp(t) for t in dua]
        if len(dua) == 2 and None not in nilai:
            awal.angka[k] = teks_angka(round(sum(n for n in nilai if n is not None), 2))
        elif dua:  # what cannot be read is told by its text
            rusak = [t for t in dua if numerals.read(t, satuan="rupiah").status == numerals.TIDAK_TERBACA]
            awal.angka[k] = next((t for t in (*rusak, *dua) if t in rusak or nilai_rp(t) is not None), dua[0])
    for k in kolom:
        if k in awal.asal or k in s.asal:
            awal.asal[k] = [*awal.asal.get(k, awal.nomor), *s.asal.get(k, s.nomor)]
    awal.nomor += s.nomor
    potongan.dibuang.append(Dibuang(s.nomor[0], _DIJUMLAH))


def _nama_bersama(nama: Sequence[str]) -> tuple[str, str]:
    """Return the name that the others only add something to, else the first, and the others as they are written."""
    semua = list(dict.fromkeys(nama))
    pokok = next((n for n in sorted(semua, key=len) if n and all(m.startswith(n) for m in semua if m)), semua[0])
    return pokok, ", ".join(f'"{n}"' for n in semua if n != pokok)


def periksa_jumlah(potongan: Potongan, simpul: Sequence[Simpul], kolom: Sequence[str]) -> None:
    """Hold each line against the sum of those below it: a difference means that rows were lost or misread.

    A line that states nothing counts as the sum of its own.
    """
    rincian = himpun((s.induk, s) for s in simpul)

    def jumlah(s: Simpul, k: str) -> float | None:
        semua = [isi(m, k) for m in rincian.get(s.kode, ())]
        return None if not semua or None in semua else round(sum(n for n in semua if n is not None), 2)

    def isi(s: Simpul, k: str) -> float | None:
        sendiri = nilai_rp(s.angka.get(k, ""))
        return jumlah(s, k) if sendiri is None else sendiri

    for s in simpul:
        for k in kolom if s.nomor else ():
            tertulis, bawah = nilai_rp(s.angka.get(k, "")), jumlah(s, k)
            if tertulis is not None and bawah is not None and round(tertulis - bawah, 2):
                sebut = f"{rincian[s.kode][0].tingkat.replace('_', ' ')}nya"
                potongan.beda.append(_beda(potongan, s, k, tertulis, sebut, bawah))


def _beda(potongan: Potongan, s: Simpul, kolom: str, tertulis: float, rincian: str, jumlah: float) -> str:
    di = potongan.sel(kolom, s.asal.get(kolom, s.nomor)) or f"baris {s.nomor[0]}"
    sebut = "jumlah" if s.kode == AKAR else s.kode
    return (
        f"{potongan.lembar}!{di}: {kolom.rpartition('.')[2]} {sebut} {numerals.rupiah(tertulis)}, "
        f"{rincian} berjumlah {numerals.rupiah(jumlah)}."
    )
