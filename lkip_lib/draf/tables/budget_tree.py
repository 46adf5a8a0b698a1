"""Place the lines of a budget in a tree by the sign that their own sums confirm best: codes, names, numbers, looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lkip_lib.draf.tables.budget_rows import Garis
from lkip_lib.impor.codes import POHON, jenjang, kenali_susunan, kode_baku, kode_sendiri

_UANG = ("pagu", "realisasi_rp")
_TERPANJANG = 300  # lines under one programme that are parted by their sums
Tingkat = list[int]  # of each line: 0 program, 1 kegiatan, 2 sub kegiatan; -1 above or none of them


@dataclass(slots=True)
class Cabang:
    """Hold one line in its place: its level, the line above it, and those below."""

    garis: Garis
    tingkat: int
    induk: Cabang | None = None
    anak: list[Cabang] = field(default_factory=list)
    yakin: bool = False


def pohon(semua: Sequence[Garis]) -> tuple[list[Cabang], list[Garis]]:
    """Return the lines in a tree, in order, and the lines of totals."""
    isi = [g for g in semua if not g.jumlah and not _akar(g, semua)]
    total = [g for g in semua if g.jumlah or _akar(g, semua)]
    calon = [(nama, t) for nama, cara in _CARA if (t := cara(isi)) is not None]
    if not calon:
        calon = [("satu", [0] * len(isi))]
    nilai = [(_nilai(isi, t), -i) for i, (_, t) in enumerate(calon)]
    terbaik = -max(nilai)[1]
    cabang = _susun(isi, calon[terbaik][1])
    sama = [t for _, t in calon if t == calon[terbaik][1]]
    for c in cabang:
        c.yakin = calon[terbaik][0] in ("kode", "penanda", "kolom") or len(sama) > 1
    return cabang, total


def _akar(g: Garis, semua: Sequence[Garis]) -> bool:
    """Tell whether a line is the whole agency's: the first one, whose amount is that of all others of one level."""
    if g is not semua[0] or g.kode or g.nomor or g.otomatis or g.penanda >= 0 or len(semua) < 3:
        return False
    if not all(s.kode or s.nomor or s.otomatis or s.penanda >= 0 or s.jumlah for s in semua[1:]):
        return False
    return bool(g.angka) and all((n := s.nilai("pagu")) is None or n <= (g.nilai("pagu") or 0) for s in semua)


def _kode(isi: Sequence[Garis]) -> Tingkat | None:
    berkode = [g for g in isi if g.kode]
    if len(berkode) * 2 <= len(isi):
        return None
    susunan = kenali_susunan([g.kode for g in berkode])
    if susunan:
        nama = [jenjang(kode_sendiri(kode_baku(g.kode), susunan), susunan) for g in isi]
        return [POHON.index(n) if n in POHON else (3 if n == "rekening" else -1) for n in nama]
    banyak = sorted({len(g.kode.split(".")) for g in berkode})
    return [banyak.index(len(g.kode.split("."))) if g.kode else -2 for g in isi] if len(banyak) <= 4 else None


def _kolom(isi: Sequence[Garis]) -> Tingkat | None:
    ada = sorted({g.kolom for g in isi if g.kolom >= 0})
    return [ada.index(g.kolom) if g.kolom in ada else -2 for g in isi] if len(ada) > 1 else None


def _penanda(isi: Sequence[Garis]) -> Tingkat | None:
    return (
        [g.penanda if g.penanda >= 0 else -2 for g in isi] if sum(g.penanda >= 0 for g in isi) * 2 > len(isi) else None
    )


def _bentuk(nomor: str) -> str:
    if re.fullmatch(r"[IVX]{1,5}", nomor) and nomor not in ("C", "D", "V", "X"):
        return "romawi"
    if "." in nomor:
        return f"titik{nomor.count('.')}"
    return "angka" if nomor.isdigit() else "besar" if nomor.isupper() else "kecil" if nomor else ""


def _bernomor(isi: Sequence[Garis]) -> Tingkat | None:
    bentuk = [_bentuk(g.nomor) for g in isi]
    if any(b == "romawi" for b in bentuk):
        besar = {g.nomor for g, b in zip(isi, bentuk, strict=True) if b == "besar"}
        if besar and besar <= {"V", "X", "C", "D"}:
            bentuk = ["romawi" if b == "besar" else b for b in bentuk]
    urut = list(dict.fromkeys(b for b in bentuk if b))
    return [urut.index(b) if b else -2 for b in bentuk] if 1 < len(urut) <= 4 else None


def _berotomatis(isi: Sequence[Garis]) -> Tingkat | None:
    """Take the levels from the numbers that Word writes by itself, beside those that are typed."""
    tanda = [g.otomatis or _bentuk(g.nomor) for g in isi]
    urut = list(dict.fromkeys(t for t in tanda if t))
    if not any(g.otomatis for g in isi) or not 1 < len(urut) <= 4:
        return None
    return [urut.index(t) if t else -2 for t in tanda]


def _bernomor_kosong(isi: Sequence[Garis]) -> Tingkat | None:
    """Take the lines with a number for the higher ones, those without for what is below."""
    ada = [bool(g.nomor) for g in isi]
    return [0 if a else 1 for a in ada] if any(ada) and not all(ada) and ada[0] else None


def _berinden(isi: Sequence[Garis]) -> Tingkat | None:
    jarak = sorted({g.inden for g in isi})
    return [jarak.index(g.inden) for g in isi] if 1 < len(jarak) <= 4 else None


def _bertebal(isi: Sequence[Garis]) -> Tingkat | None:
    rupa = [(not g.nama.isupper(), not g.tebal) for g in isi]
    urut = sorted(set(rupa))
    return [urut.index(r) for r in rupa] if len(urut) > 1 else None


def _berjumlah(isi: Sequence[Garis]) -> Tingkat | None:
    """Find the levels from the amounts alone: a line whose next ones add up to it stands over them."""
    nilai = [g.nilai("pagu") or g.nilai("realisasi_rp") for g in isi]
    if any(n is None for n in nilai) or len(nilai) < 3:
        return None
    hasil = [0] * len(nilai)

    def turunkan(a: int, z: int, dalam: int) -> None:
        i = a
        while i < z:
            hasil[i] = dalam
            jumlah, j = 0.0, i + 1
            akhir = 0
            while j < z and jumlah < (nilai[i] or 0) - 0.5:
                jumlah += nilai[j] or 0
                j += 1
                if abs(jumlah - (nilai[i] or 0)) < 0.5:
                    akhir = j
            if akhir and dalam < 2:
                turunkan(i + 1, akhir, dalam + 1)
                i = akhir
            else:
                i += 1

    turunkan(0, len(nilai), 0)
    return hasil if max(hasil) else None


def _program_berjumlah(isi: Sequence[Garis]) -> Tingkat | None:
    """Take marked programmes for the highest lines, and part what stands under each by its sums."""
    atas = [i for i, g in enumerate(isi) if g.penanda == 0]
    nilai = [g.nilai("pagu") or g.nilai("realisasi_rp") or 0.0 for g in isi]
    if not atas or atas[0] != 0 or len(atas) == len(isi):
        return None
    hasil = [0] * len(isi)
    for a, z in zip(atas, [*atas[1:], len(isi)], strict=True):
        kepala = _kegiatan(nilai, a + 1, z, nilai[a])
        for i in range(a + 1, z):
            hasil[i] = 2 if kepala is not None and i not in kepala else 1
    return hasil


def _kegiatan(nilai: Sequence[float], a: int, z: int, jumlah: float) -> set[int] | None:
    """Return which lines are kegiatan, so that they make the programme and each is made by those below it."""
    if a >= z:
        return set() if abs(jumlah) < 0.5 else None
    if z - a > _TERPANJANG or not nilai[a]:
        return None
    bawah = 0.0
    for j in range(a + 1, z):
        bawah += nilai[j]
        if abs(bawah - nilai[a]) < 0.5 and (sisa := _kegiatan(nilai, j + 1, z, jumlah - nilai[a])) is not None:
            return {a, *sisa}
        if bawah > nilai[a] + 0.5:
            break
    return None


_CARA: tuple[tuple[str, Callable[[Sequence[Garis]], Tingkat | None]], ...] = (
    ("kode", _kode),
    ("penanda", _penanda),
    ("kolom", _kolom),
    ("nomor", _bernomor),
    ("otomatis", _berotomatis),
    ("inden", _berinden),
    ("nomor_kosong", _bernomor_kosong),
    ("tebal", _bertebal),
    ("program_jumlah", _program_berjumlah),
    ("jumlah", _berjumlah),
)


def _susun(isi: Sequence[Garis], tingkat: Tingkat) -> list[Cabang]:
    hasil: list[Cabang] = []
    jalur: list[Cabang] = []
    for g, t in zip(isi, tingkat, strict=True):
        if t == -1:
            continue
        if t == -2:  # no sign of its own: beside the line above it, or under it when that is a head
            t = jalur[-1].tingkat + (0 if len(jalur) > 1 else 1) if jalur else 0
        while jalur and jalur[-1].tingkat >= t:
            jalur.pop()
        c = Cabang(g, t, jalur[-1] if jalur else None)
        if c.induk:
            c.induk.anak.append(c)
        hasil.append(c)
        jalur.append(c)
    return hasil


def _nilai(isi: Sequence[Garis], tingkat: Tingkat) -> int:
    """Count the sums that a tree makes, less half of those that it does not."""
    cocok = beda = 0
    for c in _susun(isi, tingkat):
        for k in _UANG:
            sendiri, anak = c.garis.nilai(k), [a.garis.nilai(k) for a in c.anak]
            if sendiri is None or not anak or None in anak:
                continue
            if abs(sum(n or 0 for n in anak) - sendiri) < 1:
                cocok += 1
            else:
                beda += 1
    return 2 * cocok - beda
