"""What a notebook made: its tables by name, its part of the ledger and the formulas that it used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any

import pandas as pd

from lkip_lib import ledger
from lkip_lib.ledger import Ledger
from lkip_lib.ledger.jejak import Ungkapan, baris_ledger, bersel, ungkapan
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.ledger.turunan import Turunan
from lkip_lib.rumus.bahasa import Simpul
from lkip_lib.rumus.deklarasi import Rumus
from lkip_lib.rumus.nilai import hanya_memilih, penentu, pilihan
from lkip_lib.rumus.sifat import KATEGORI
from lkip_lib.rumus.tulis import kalimat
from lkip_lib.rumus.ungkapan import kode_dalam, terbit

KOLOM_RUMUS = tuple(KELUARAN["rumus"])
_DALAM = "dalam"


@dataclass(frozen=True)
class Ganti:
    """Hold what a cell put in the place of a declared formula: another one, or only some members (their codes)."""

    rumus: Rumus
    kolom: Mapping[str, str]
    anggota: frozenset[str] | None


@dataclass
class Hasil:
    """Hold what one notebook made. Ledger and formulas are written when they are first asked for.

    `terdahulu` are the results of earlier notebooks: a key of theirs is not given to another formula.
    """

    frames: Mapping[str, pd.DataFrame]
    baris: pd.DataFrame | None = None
    turunan: tuple[Turunan, ...] = ()
    ganti: Mapping[tuple[str, str], Ganti] = field(default_factory=dict)
    terdahulu: tuple[Hasil, ...] = ()

    @cached_property
    def ledger(self) -> pd.DataFrame:
        if self.baris is not None:
            return self.baris
        baris = (b for t in self.turunan for b in baris_ledger(t))
        if nama := self._nama:
            baris = (b | {"ungkapan": nama.get(b["ungkapan"], b["ungkapan"])} for b in baris)
        return ledger.tabel(baris)

    @cached_property
    def buku(self) -> Ledger:
        """Return its part of the ledger to look figures up in, made once for all notebooks behind it."""
        return Ledger(self.ledger)

    @cached_property
    def rumus(self) -> pd.DataFrame:
        """Return the formulas that the figures were computed by: as an expression, in words, with their source.

        `angka` tells of each number that stands in the expression where it is from: `0 = batas 100; 100 = rumus`.
        `dalam` is empty for the key of an expression; for a name that figures go by, the expression it is found in.
        """
        berkunci, bernama = self._ungkapan
        nama = self._nama
        baris = [(nama.get(k, k), *_baris(u), "") for k, u in berkunci.items()]
        baris += [(n, *_baris(u), nama.get(k, k)) for (n, k), u in bernama.items()]
        return pd.DataFrame(baris, columns=[*KOLOM_RUMUS, _DALAM], dtype=object)

    @cached_property
    def _ungkapan(self) -> tuple[dict[str, Ungkapan], dict[tuple[str, str], Ungkapan]]:
        berkunci, bernama = dict[str, Ungkapan](), dict[tuple[str, str], Ungkapan]()
        for t in self.turunan:
            satu, dua = ungkapan(t)
            berkunci |= satu
            bernama |= dua
        return berkunci, bernama

    @cached_property
    def bersel(self) -> bool:
        """Tell whether figures were computed by formulas of cells."""
        return any(bersel(t) for t in self.turunan)

    @cached_property
    def _nama(self) -> dict[str, str]:
        """Map each key to what readers see: a cell's formula by its name, numbered where two really differ."""
        if not any(h.bersel for h in (*self.terdahulu, self)):
            return {}
        ada = {b[0]: b[1:-1] for h in self.terdahulu for b in h.rumus.itertuples(index=False) if not b[-1]}
        hasil = {}
        for kunci, u in self._ungkapan[0].items():
            isi = _baris(u)
            dasar, kurung, sifat = kunci.partition("[")
            semua = (f"{dasar.partition('*')[0]}{f'-{n}' if n > 1 else ''}{kurung}{sifat}" for n in count(1))
            hasil[kunci] = next(k for k in semua if ada.setdefault(k, isi) == isi)
        return hasil

    def ditambah(self, baru: Hasil) -> Hasil:
        """Join what was saved before with what is saved now."""
        return Hasil(
            {**self.frames, **baru.frames}, turunan=(*self.turunan, *baru.turunan), ganti={**self.ganti, **baru.ganti}
        )

    def __getstate__(self) -> dict[str, Any]:
        """Carry over what was made, not how: the formulas of a notebook's cells live in its process."""
        return {
            "frames": dict(self.frames),
            "baris": self.ledger,
            "turunan": (),
            "ganti": self.ganti,
            "terdahulu": (),
            "rumus": self.rumus,
            "bersel": self.bersel,
        }


def _baris(u: Ungkapan) -> tuple[str, ...]:
    r, pohon, asal = u
    isi, sumber = pilihan(pohon), r.sumber
    if isi.op == "rumus" or (r.dari_sel and hanya_memilih(isi)):  # told in the words of what it leaves it to
        kata = _pilihan(isi)
        sumber = "; ".join(dict.fromkeys(s.isi[0].sumber for s in penentu(isi)))
    else:
        kata = kalimat(pohon, r.kalimat_arti, sebut)
    if r.dari_sel and not set(r.sifat) & set(KATEGORI) and r.arti and r.sebutan.casefold() != kata.casefold():
        kata = f"{kata}; {r.sebutan}"  # what its author says of the whole is true of its only form
    angka = "; ".join(f"{v:.15g} = {dari}" for v, dari in asal.items())
    return terbit(pohon), kata, r.kalimat_arti, r.satuan, sumber, angka


def _pilihan(s: Simpul) -> str:
    """Say what a formula that only chooses comes down to, and when."""
    match s.op:
        case "jika":
            syarat = kalimat(s.isi[0], "", sebut)
            return f"bila {syarat}: {_pilihan(s.isi[1])}; selain itu {_pilihan(s.isi[2])}"
        case "cadangan":
            return f"{_pilihan(s.isi[0])}; bila tidak ada, {_pilihan(s.isi[1])}"
    return kalimat(s.isi[1], s.isi[0].kalimat_arti, sebut)


def sebut(kolom: str) -> str:
    """Name a figure in plain words.

    >>> sebut("capaian_persen"), sebut("pagu_rp")
    ('capaian', 'pagu')
    """
    return kolom.removesuffix("_persen").removesuffix("_rp").removesuffix("_orang").replace("_", " ")


def satukan_rumus(bagian: Iterable[Hasil]) -> pd.DataFrame:
    """Join the formulas of several notebooks, each once: by the keys of their expressions, and by names.

    A name that stands for more than one expression is told for each in which it does.
    """
    semua = [b for h in bagian for b in h.rumus.itertuples(index=False, name=None)]
    hasil = {b[0]: b[:-1] for b in reversed(semua) if not b[-1]}
    makna: dict[str, set[tuple[str, ...]]] = {}
    for b in semua:
        makna.setdefault(b[0], set()).add(_makna(b))
    for b in semua:
        nama, dalam = b[0], b[-1]
        if len(makna[nama]) == 1:
            hasil.setdefault(nama, b[:-1])
        elif dalam not in ("", nama) and (nama in hasil or _makna(b) != _makna(hasil[dalam])):
            hasil[kode_dalam(nama, dalam)] = (kode_dalam(nama, dalam), *b[1:-1])
    return pd.DataFrame([hasil[k] for k in sorted(hasil)], columns=[*KOLOM_RUMUS], dtype=object)


def _makna(b: tuple[str, ...]) -> tuple[str, ...]:
    """Return what tells two formulas apart: their expression, their words and their source."""
    return b[1], b[2], b[5]
