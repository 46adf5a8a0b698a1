"""Names of indicators and sasaran as documents write them: what differs, and how much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from lkip_lib.rumus.jenis import KATA_PERUBAHAN, gerak_disebut

_DEPAN = ("di", "ke", "dari", "pada", "terhadap", "dengan", "untuk", "atas", "oleh", "dalam")
_SAMBUNG = frozenset((*_DEPAN, "dan", "atau", "serta", "yang", "para", "indikator"))
_SAMA = {"%": "persen", "persentase": "persen", "prosentase": "persen", "org": "orang", "dok": "dokumen"} | {
    "indeks": "nilai", "skor": "nilai", "poin": "nilai", "lap": "laporan", "keg": "kegiatan", "prsh": "perusahaan",
    "rp": "rupiah", "bln": "bulan", "thn": "tahun",
}  # fmt: skip
_DOKUMEN = {
    "renstra": "Renstra",
    "lkip": "LKIP",
    "lkip_pendukung": "tabel program pendukung LKIP",
    "pk_perubahan": "PK Perubahan",
}
# Two spellings of one word: "sengketa" and "sangketa", but not "kualitas" and "kuantitas".
_SEJENIS = 0.86


@dataclass(frozen=True, slots=True)
class BedaNama:
    """Hold what two names do not share: whether one speaks of a change, and the words that only one has."""

    perubahan: bool
    kiri: tuple[str, ...]
    kanan: tuple[str, ...]

    @property
    def nyata(self) -> bool:
        """Tell whether the names can mean different things, not only be spelled or shortened differently."""
        return self.perubahan or bool(self.kiri and self.kanan)


@cache
def beda_nama(kiri: str, kanan: str) -> BedaNama | None:
    """Compare two names; None when they say the same in the same words.

    >>> beda_nama("Persentase penurunan keluhan", "Persentase penanganan aduan").perubahan
    True
    >>> beda_nama("Nilai AKIP", "Nilai Akuntabiltas Kinerja Instansi Pemerintah").nyata
    False
    >>> beda_nama("Indeks kepuasan pada Dinas", "Indeks Kepuasan terhadap Dinas") is None
    True
    """
    a, b = _kata(kiri), _kata(kanan)
    if sorted(a) == sorted(b):
        return None
    a, b = _panjangkan(a, b), _panjangkan(b, a)
    perubahan = bool((KATA_PERUBAHAN & set(a)) ^ (KATA_PERUBAHAN & set(b)))
    return BedaNama(perubahan, _sisa(a, b), _sisa(b, a))


def kemiripan(kiri: str, kanan: str) -> float:
    """Tell which part of the words of two names they share (0…1).

    >>> kemiripan("Menurunnya pencemaran sungai", "Menurunnya pencemaran sungai kota") > 0.8
    True
    """
    a, b = _kata(kiri), _kata(kanan)
    a, b = _panjangkan(a, b), _panjangkan(b, a)
    banyak = len(set(a)) + len(set(b))
    return 1 - (len(_sisa(a, b)) + len(_sisa(b, a))) / banyak if banyak else 0.0


def termirip(nama: str, pilihan: Iterable[tuple[str, str]], ambang: float) -> str | None:
    """Return the code of the most similar of (code, name), None when none reaches the threshold."""
    skor = [(kemiripan(nama, n), kode) for kode, n in pilihan]
    terbaik = max(skor, default=(0.0, ""))
    return terbaik[1] if terbaik[0] >= ambang else None


def sebut_baris(kode: str) -> str:
    """Name a row of the budget in a sentence: 0 is the whole agency."""
    return "instansi" if kode == "0" else kode


def sebut_dokumen(dokumen: str) -> str:
    """Write the name of a document as a sentence does.

    >>> sebut_dokumen("pk"), sebut_dokumen("renstra")
    ('PK', 'Renstra')
    """
    return _DOKUMEN.get(dokumen, dokumen.upper() if len(dokumen) < 5 else dokumen)


def berubah(nama: str) -> bool:
    """Tell whether a name speaks of a change ("penurunan", "meningkatnya")."""
    return bool(gerak_disebut(nama))


def satuan_baku(satuan: str) -> str:
    """Reduce a unit to one spelling.

    >>> satuan_baku("%") == satuan_baku("Persen"), satuan_baku("Orang/Bulan") == satuan_baku("org/bln")
    (True, True)
    """
    kata = re.findall(r"%|[^\W\d_]+", satuan.casefold())
    return " ".join(_SAMA.get(k, k) for k in kata)


def salah_ketik(satu: str, dua: str) -> bool:
    """Tell whether two units are one word spelled twice ("Niali", "Nilai")."""
    return sorted(satu) == sorted(dua) or _seejaan(satu, dua)


def sepanjang(satu: str, dua: str, bagian: float) -> bool:
    """Tell whether the lengths let two texts share that part of their letters: comparing these is far slower.

    >>> sepanjang("Nilai", "Niali", 0.86), sepanjang("Nilai", "Ni", 0.86)
    (True, False)
    """
    return 2 * min(len(satu), len(dua)) >= bagian * (len(satu) + len(dua))


def _seejaan(satu: str, dua: str) -> bool:
    return sepanjang(satu, dua, _SEJENIS) and SequenceMatcher(None, satu, dua).ratio() >= _SEJENIS


def _kata(nama: str) -> list[str]:
    return [k for k in re.findall(r"[^\W_]+", nama.casefold()) if k not in _SAMBUNG]


def _panjangkan(kata: list[str], lain: list[str]) -> list[str]:
    """Write the abbreviations out that the initials of the other name's words explain (AKIP)."""
    hasil: list[str] = []
    for k in kata:
        deret = (lain[i : i + len(k)] for i in range(len(lain) - len(k) + 1)) if len(k) > 2 and k not in lain else ()
        hasil += next((d for d in deret if "".join(x[0] for x in d) == k), [k])
    return hasil


def _sisa(kata: list[str], lain: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(k for k in kata if not any(_sejenis(k, x) for x in lain)))


@cache
def _sejenis(satu: str, dua: str) -> bool:
    if satu == dua:
        return True
    if {satu, dua} & KATA_PERUBAHAN or satu.isdigit() or dua.isdigit():
        return False
    return _seejaan(satu, dua)
