"""What every policy shares: a title, a sentence, a source, how sure it is, and problems that name their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pydantic import Field

from lkip_lib.strict_yaml import Ketat

# How sure an entry is of its source, said in words in the docs.
KEYAKINAN = {
    "tercetak": "tercetak dalam laporan yang dipelajari",
    "dokumen": "dibaca dari dokumen penetapnya",
    "sekunder": "diceritakan sumber lain; dokumen aslinya belum dibaca",
    "lazim": "kebiasaan penyusunan, tanpa peraturan yang disebut",
}


class Cacat(NamedTuple):
    """Tell one thing that is wrong in an entry: the keys that lead to it, what it is, and how to mend it."""

    jejak: tuple[str | int, ...]
    temuan: str
    perbaikan: str


class Entri(Ketat):
    """Hold what is said of a policy; `nama` is its key in the file."""

    nama: str = Field("", exclude=True)
    judul: str
    kalimat: str = Field("", description="Bila kosong, kalimatnya disusun dari isinya")
    sumber: str
    keyakinan: Literal["tercetak", "dokumen", "sekunder", "lazim"] = "dokumen"

    @property
    def sebutan(self) -> str:
        """Say the policy in one sentence, without a capital and a full stop."""
        return self.kalimat or self.susun_kalimat()

    def susun_kalimat(self) -> str:
        """Make the sentence from the entry itself, which it then cannot contradict."""
        return self.judul

    def periksa(self) -> Iterator[Cacat]:
        """Find what is wrong beyond the form of single keys."""
        yield from ()


def angka(nilai: float) -> str:
    """Write a bound as it stands in a sentence.

    >>> angka(90.0), angka(88.31), angka(-5)
    ('90', '88,31', '−5')
    """
    return f"{nilai:.15g}".replace(".", ",").replace("-", "−")
