"""Mend the rows of a table in copied text: names cut over lines or columns, rows printed twice, rows heaped up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from lkip_lib import numerals
from lkip_lib.draf.findings.proofs import serapan_cocok
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.inputs.sheet_marks import Letak

Baris = list[str]
_ANGKA = re.compile(r"(?i)\W*(?:rp\W*)?\d[\d.,\s]*\W*%?\W*")
_TANDA = re.compile(r"(?i)^\W*(?:(?:[a-z]|[ivx]+|\d{1,2})[.)]?\s+)?(?:program|(?:sub\s*)?kegiatan)\s*:?\W*$")
_BUTIR = re.compile(r"^\W*(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})[.)]\s*\S")
_AWAL = re.compile(r"(?i)\W*(?:sasaran|tujuan|program|(?:sub\s*)?kegiatan|jumlah|total)\b")
_SERUPA = ("0235689", "17", "47")  # digits that a bad copy takes for each other
_KATA = re.compile(r"(?i)(?:sub\s*)?(?:program|kegiatan|input|output|outcome)\b")
_RP = re.compile(r"[Rr]p\b")
_PUTUS = re.compile(r"(?i)(?:\b(?:dan|di|atau|yang|untuk|berdasarkan|pada|kepada|dengan)|[,/(-])$")
_SEANGKA = 40  # letters of a cell that holds but a figure, or a mark
_SEDIKIT = 100_000  # rupiah; the percentages of small numbers prove nothing
_PENDEK = 12  # letters of a number of rows, or a mark
_KOSONG = ("-", "–", "_", "•", "√", "'")
_TUMPUK = 2  # rows that hold the one above them, more than which are a heap
_UTUH = re.compile(r"(?i)(?:rp\W*)?-?(?:0|[1-9]\d{0,2}(?:[., ]\d{3})*|[1-9]\d*)(?:[.,]\d{1,2})?\s*%?")


@dataclass(slots=True)
class Bersih:
    """Hold the mended rows. `kembar` are rows that only repeat what others say, `tebakan` cells of two readings."""

    baris: list[Baris]
    kembar: set[int] = field(default_factory=set)
    tebakan: dict[Letak, str] = field(default_factory=dict)

    def tambah_kembar(self, isi: Baris) -> None:
        """Keep behind the last row what is not taken."""
        if any(isi):
            self.kembar.add(len(self.baris))
            self.baris.append(isi)


def rapikan(baris: Sequence[Sequence[str]], atas: Sequence[Baris], ada: Counter[str]) -> Bersih:
    """Mend the rows of a table; `atas` are those of the table before it, `ada` how often the text has each number.

    Every row stays where it is, so that its number is the line that a reader counts to: what goes over to the row
    that it belongs to leaves a blank behind.
    """
    hasil = Bersih([_sel(b) for b in baris])
    _bertumpuk(hasil)
    _berpotongan(hasil.baris, atas)
    angka = _berangka(hasil.baris)
    _salah_tanda(hasil, angka)
    if len(angka) > 1:
        _kembar(hasil, angka, ada)
    if angka:
        _bersambung(hasil, angka)
    return hasil


def _sel(baris: Sequence[str]) -> Baris:
    """Return the cells of a row without what marks letters; the ,- behind an amount may be cut off it."""
    isi = [re.sub(r"</?\w+\s*/?>", "", t).strip() for t in baris]
    for k, (kiri, kanan) in enumerate(pairwise(isi)):
        if re.search(r"\d,$", kiri) and kanan == "-":
            isi[k : k + 2] = [f"{kiri}-", ""]
    return isi


def _berangka(baris: Sequence[Baris]) -> list[int]:
    """Return the columns that hold figures: most of their cells below the headings are numbers."""
    hasil = []
    for k in range(1, max(map(len, baris))):
        isi = [t for b in baris[1:] if (t := b[k]) and t not in _KOSONG]
        if sum(len(t) < _SEANGKA and bool(_ANGKA.fullmatch(t)) for t in isi) * 2 > len(isi) > 1:
            hasil.append(k)
    return hasil


def _bertumpuk(h: Bersih) -> None:
    """Part rows that each hold all of the row above them and something more: what is new is what a row says.

    What they repeat is kept behind the last row.
    """
    semula = [list(b) for b in h.baris]
    n = 0
    while n < len(semula):
        akhir, puncak = n, semula[n][0]
        tumbuh = 0
        while len(puncak) >= _PENDEK and akhir + 1 < len(semula) and (ini := semula[akhir + 1][0]):
            if not (ini.startswith(puncak) or (tumbuh and puncak.startswith(ini))):
                break
            tumbuh, puncak, akhir = tumbuh + (len(ini) > len(puncak)), max(puncak, ini, key=len), akhir + 1
        if tumbuh > _TUMPUK:
            _pisahkan(h, semula, n, akhir)
        n = akhir + 1


def _pisahkan(h: Bersih, semula: list[Baris], awal: int, akhir: int) -> None:
    """Leave in each row of a heap what no row above it has."""
    puncak, lama = semula[awal][0], {t for s in semula[awal][1:] for t in s.split()}
    for n in range(awal + 1, akhir + 1):
        ini = semula[n]
        kata = [[(t, t in lama) for t in s.split()] for s in ini[1:]]
        baru, ulang = ([" ".join(t for t, lagi in isi if lagi == mana) for isi in kata] for mana in (False, True))
        h.baris[n] = [ini[0][len(puncak) :].strip(), *baru]
        h.tambah_kembar([ini[0][: len(puncak)], *ulang])
        puncak = max(puncak, ini[0], key=len)
        lama |= {t for s in ini[1:] for t in s.split()}


def _berpotongan(baris: list[Baris], atas: Sequence[Baris]) -> None:
    """Join names that the edge between the first two columns cuts, inside words too; a number before them stays."""
    isi = [b for b in baris if b[0] and b[1]]
    potong = [b for b in isi if b[0][-1].isalpha() and b[1][0].islower()]
    bernomor = bool(atas) and len(atas[0]) == len(baris[0]) and all(len(b[0]) < _PENDEK for b in atas)
    if not potong:
        return
    for n, b in enumerate(baris):
        if not bernomor:
            b[:2] = ["", satu] if b[0] and _KATA.match(satu := _rapat(b[0], b[1])) else b[:2]
            continue
        nomor = re.match(r"([A-Z]|\d{1,2}|[IVX]{1,4})(?:\s+|$)", b[0])
        awal = b[0][nomor.end() :] if nomor else b[0]
        if n and _tanda(awal) and b[1]:  # beside a mark stands what is left of the name above it
            baris[n - 1][1], b[1] = _rapat(baris[n - 1][1], b[1]), ""
        b[:2] = [nomor[1] if nomor else "", _rapat(awal, b[1])]


def _rapat(kiri: str, kanan: str) -> str:
    """Join two halves of a name: without a blank where the edge cuts a word."""
    putus = kiri[-1:].isalpha() and kanan[:1].islower() and (len(kanan.split(" ")[0]) <= 4 or len(kiri) <= 3)
    return f"{kiri}{'' if putus else ' '}{kanan}".strip()


def _kembar(h: Bersih, angka: list[int], ada: Counter[str]) -> None:
    """Put rows together that are one, printed twice with other digits: what arithmetic proves counts, else neither."""
    for n, m in pairwise(i for i in range(len(h.baris)) if i not in h.kembar and any(h.baris[i])):
        satu, dua = h.baris[n], h.baris[m]
        if not _serupa_baris(satu, dua, angka):
            continue
        baca = [list(dict.fromkeys(t for t in (satu[k], dua[k]) if t)) for k in angka]
        terbukti = [c for c in product(*baca[-3:]) if _terbukti(c)]
        sendiri = [_terbukti([b[k] for k in angka]) for b in (satu, dua)]
        if all(sendiri) or not (_berlanjut(satu, dua, angka) or (terbukti and not dua[0])):
            continue
        lepas, sebaris = [""] * len(dua), Counter(_digit(t) for b in (satu, dua) for t in b)
        for i, k in enumerate(angka):
            tepat = {c[i - len(angka)] for c in terbukti if i >= len(angka) - 3}
            utuh = [t for t in baca[i] if _UTUH.fullmatch(t)]
            lain = [t for t in utuh if ada[_digit(t)] > sebaris[_digit(t)]]
            pilih = [t for t in baca[i] if t in (tepat or lain or utuh)]
            if len(baca[i]) > 1 and not tepat and len(pilih) == 1:
                h.tebakan[n, k] = f"Tercetak dua kali: {' dan '.join(baca[i])}."
            tinggal = pilih if len(pilih) == 1 else baca[i]
            sisa = [t for t in (satu[k], dua[k]) if t]
            for t in tinggal:
                sisa.remove(t)
            satu[k], dua[k], lepas[k] = " | ".join(tinggal), "", " ".join(sisa)
        if _tanda(satu[1]) and not _tanda(dua[1]):  # the mark, and the name that it speaks of
            ulang = dua[1].startswith(satu[1])
            lepas[0], lepas[1] = dua[0], satu[1] if ulang else ""
            satu[1], dua[:2] = dua[1] if ulang else f"{satu[1]} {dua[1]}", ["", ""]
        h.tambah_kembar(lepas)


def _salah_tanda(h: Bersih, angka: list[int]) -> None:
    """Leave out amounts whose Rp was copied as something else, where the row beside has them right."""
    for k in angka:
        isi = [n for n, b in enumerate(h.baris) if _digit(b[k])]
        benar = [n for n in isi if _RP.match(h.baris[n][k])]
        if len(benar) * 2 <= len(isi):
            continue
        for n in isi:
            teks = h.baris[n][k]
            dekat = [m for m in (n - 1, n + 1, n + 2) if m in benar]
            if not teks[0].isalpha() or n in benar or not any(_seangka(teks, h.baris[m][k]) for m in dekat):
                continue
            # Below the row that it repeats, what stands around it is a bad copy too.
            bawah = n - 1 in dekat
            salinan = [i == k or (bawah and (i > k or (i == 0 and len(t) <= 2))) for i, t in enumerate(h.baris[n])]
            h.tambah_kembar([t if s else "" for t, s in zip(h.baris[n], salinan, strict=True)])
            h.baris[n] = ["" if s else t for t, s in zip(h.baris[n], salinan, strict=True)]


def _seangka(rusak: str, benar: str) -> bool:
    """Tell whether an amount of a bad copy may be one of those of a cell."""
    return any(_serupa(_digit(rusak), _digit(t)) for t in re.findall(r"\d[\d.,]*", benar))


def _serupa_baris(satu: Baris, dua: Baris, angka: list[int]) -> bool:
    """Tell whether two rows may be one: all their figures alike, and more than one of them not the same."""
    pasang = [(satu[k], dua[k]) for k in angka if satu[k] and dua[k]]
    return sum(_digit(a) != _digit(b) for a, b in pasang) > 1 and all(_serupa(*p) for p in pasang)


def _digit(teks: str) -> str:
    return re.sub(r"\D", "", teks)


def _serupa(satu: str, dua: str) -> bool:
    a, b = (re.sub(r"[\W_]", "", t).upper() for t in (satu, dua))
    if len(a) != len(b):
        return False
    return all(x == y or not (x.isdigit() and y.isdigit()) or any(x in s and y in s for s in _SERUPA)
               for x, y in zip(a, b, strict=True))  # fmt: skip


def _terbukti(isi: Sequence[str]) -> bool:
    """Tell whether the last figure of a row is the percentage that two before it make."""
    if len(isi) < 3 or not all(isi):
        return False
    baca = [numerals.read(t, satuan=s) for t, s in zip(isi[-3:], ("rupiah", "rupiah", "persen"), strict=True)]
    if any(r.value is None for r in baca):
        return False
    pagu = baca[0].value or 0
    return pagu > _SEDIKIT and serapan_cocok(pagu, baca[1].value or 0, baca[2])


def _tanda(teks: str) -> bool:
    return len(teks) < _SEANGKA and bool(_TANDA.match(lipat(teks)))


def _berlanjut(satu: Baris, dua: Baris, angka: list[int]) -> bool:
    """Tell whether of two rows one has but a mark of its level, or the second only goes on with the first."""
    atas, bawah = (next((lipat(t) for k, t in enumerate(b) if k and t and k not in angka), "") for b in (satu, dua))
    if _tanda(atas) or _tanda(bawah):
        return True
    return bool(bawah) and not dua[0] and (bawah[0].islower() or (bool(atas) and bawah.startswith(atas)))


def _bersambung(h: Bersih, angka: list[int]) -> None:
    """Join a name that goes on in the rows below it, or whose figures stand in its last row."""
    isi = [n for n in range(len(h.baris)) if n not in h.kembar and any(h.baris[n])]
    bernomor = all(len(h.baris[n][0]) < _PENDEK for n in isi)
    nomor = {n for n in isi if bernomor and h.baris[n][0] not in ("", *_KOSONG)}  # rows that begin something
    if not any(b not in nomor and _lanjut(h.baris[a], h.baris[b], angka, pasti=True) for a, b in pairwise(isi)):
        return
    awal = isi[0]
    for n, m in zip(isi[1:], [*isi[2:], -1], strict=True):
        atas, ini = h.baris[awal], h.baris[n]
        milik_bawah = m > 0 and any(h.baris[m][k] for k in angka) and _lanjut(ini, h.baris[m], angka, pasti=True)
        if n not in nomor and not milik_bawah and _lanjut(atas, ini, angka, pasti=not bernomor):
            for k, t in enumerate(ini):
                if t and t not in _KOSONG:
                    atas[k] = f"{atas[k]} {t}".strip()
                    ini[k] = ""
        else:
            awal = n


def _lanjut(atas: Baris, ini: Baris, angka: list[int], *, pasti: bool) -> bool:
    """Tell whether a row goes on with the one above it; with `pasti` only where its own words say so."""
    kata = [(k, t) for k, t in enumerate(ini) if t and k not in angka and t not in _KOSONG]
    if any(atas[k] and not any(h.isdigit() for h in atas[k]) and atas[k] not in _KOSONG for k in angka):
        return False  # headings
    if not kata or len(kata[0][1]) < 2 or any(_tanda(t) or _BUTIR.match(t) or _AWAL.match(t) for _, t in kata):
        return False
    if not all(atas[k] for k, _ in kata) or _tanda(atas[kata[0][0]]):
        return not any(ini[k] for k in angka) and not _bernama(atas) and len(kata) == 1 and kata[0][0] == 1
    sebut = any(t[0].islower() or _PUTUS.search(atas[k]) for k, t in kata)
    if any(ini[k] for k in angka):
        return sebut and not any(atas[k] for k in angka)
    return sebut or not pasti


def _bernama(b: Baris) -> bool:
    return any(h.isalpha() for t in b[:2] for h in t)
