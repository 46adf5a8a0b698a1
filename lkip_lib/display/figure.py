"""A figure as it is shown: its text by unit and state, and the button that opens its trail."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from lkip_lib import ledger as buku
from lkip_lib import numerals
from lkip_lib.ledger import Ledger

_RASIO = re.compile(r"\s*1\s*:")
_SERUPA = frozenset(("dinyatakan", "proyeksi_lurus", "proyeksi_tren"))
KEADAAN = {
    buku.BELUM_DIISI: "belum diisi",
    buku.TIDAK_TERBACA: "tidak terbaca",
    buku.TIDAK_DAPAT_DIHITUNG: "tak terhitung",
    buku.TIDAK_BERLAKU: "–",
}


_TERPENDEK = 2  # letters: such a figure is narrower than what can be pressed, which must not push words apart
TOMBOL = r'<button type="button" class="angka" popovertarget="([^"]+)"'


def id_jejak(id: str) -> str:
    """Return the HTML id of a figure's trail."""
    return f"jejak-{id}"


@dataclass(frozen=True, slots=True)
class Angka:
    """Hold a figure ready to show; as HTML it is a button that opens its trail."""

    id: str
    teks: str
    ada: bool = True

    def __str__(self) -> str:
        return self.teks

    def __html__(self) -> Markup:
        if not self.ada:
            return Markup('<span class="kosong">{}</span>').format(self.teks)
        pendek = Markup(' data-n="{}"').format(len(self.teks)) if len(self.teks) <= _TERPENDEK else ""
        return Markup('<button type="button" class="angka" popovertarget="{}"{}>{}</button>').format(
            id_jejak(self.id), pendek, self.teks
        )


def tulis(
    baris: Mapping[str, Any], desimal: int = 2, *, ringkas: bool = False, polos: bool = False, singkat: bool = False
) -> str:
    """Write a ledger row's figure by its unit; a missing one is its state in words.

    `ringkas` drops zeros at the end of the decimals, `polos` the sign of the currency (for a column that names it),
    and `singkat` writes an amount in juta or miliar, as prose does.

    >>> tulis({"label": "", "nilai": 83.4749, "satuan": "persen", "status_nilai": "angka"})
    '83,47%'
    >>> tulis({"label": "", "nilai": -0.13, "satuan": "poin persen", "status_nilai": "angka"})
    '−0,13 poin'
    >>> tulis({"label": "", "nilai": float("nan"), "satuan": "Persen", "status_nilai": "angka", "tercetak": "≥95"})
    '≥95%'
    >>> tulis({"label": "", "nilai": 17.9, "satuan": "Rasio", "status_nilai": "angka", "tercetak": "1:17,9"})
    '1 : 17,9'
    >>> tulis({"label": "", "nilai": float("nan"), "satuan": "rupiah", "status_nilai": "tidak_terbaca"})
    'tidak terbaca'
    """
    if baris["label"]:
        return str(baris["label"])
    nilai, satuan = baris["nilai"], str(baris["satuan"]).casefold()
    persen = satuan in ("persen", "%")
    if nilai is None or nilai != nilai:
        # A range has no single number: its printed text is what there is to show.
        if baris["status_nilai"] != buku.ANGKA:
            return KEADAAN[str(baris["status_nilai"])]
        tercetak = str(baris.get("tercetak", ""))
        return f"{tercetak}%" if persen and tercetak[-1:].isdigit() else tercetak
    if satuan == "rupiah":
        tulisan = numerals.singkat_rupiah if singkat else numerals.rupiah
        return numerals.bertanda(numerals.write(nilai, 0) if polos else tulisan(nilai))
    rasio = bool(_RASIO.match(str(baris.get("tercetak", "")))) and not persen
    teks = numerals.bertanda(numerals.write(nilai, desimal, trim=ringkas or rasio))
    if persen:
        return f"{teks}%"
    if satuan == "poin persen":
        return f"{teks} poin"
    return f"1 : {teks}" if rasio else teks


def sebut_tercetak(teks: str, *, koreksi: bool = False) -> str:
    """Say what is printed, letter for letter: of two readings of a copy both, of a correction what it puts there.

    >>> sebut_tercetak("87.4 | 67.4"), sebut_tercetak("1.250.000", koreksi=True), sebut_tercetak("", koreksi=True)
    ('tercetak “87.4” atau “67.4”', 'dikoreksi menjadi 1.250.000', 'ditarik tanpa pengganti')
    """
    if koreksi:
        return f"dikoreksi menjadi {teks}" if teks else "ditarik tanpa pengganti"
    return f"tercetak {' atau '.join(f'“{t}”' for t in teks.split(' | '))}" if teks else ""


def bertercetak(ledger: Ledger, baris: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give a figure that is used as stated the text that its document printed: a range has no other.

    What a straight line leads to is written as the figures it starts from: a ratio stays one.
    """
    asal = baris
    while not asal["tercetak"] and asal["rumus"] in _SERUPA and (dari := buku.id_induk(asal["dari"])):
        asal = ledger[dari[0]]
    return baris if asal is baris else {**baris, "tercetak": asal["tercetak"]}


@dataclass(frozen=True)
class Penyaji:
    """Present figures of one ledger by id, for one year and target document."""

    ledger: Ledger
    tahun: int
    dokumen: str

    def angka(self, id: str, *, desimal: int = 2, tanda: bool = False, mutlak: bool = False, **gaya: bool) -> Angka:
        """Show a figure; `tanda` writes a plus before what is above zero, `mutlak` no sign where a word says it."""
        baris = bertercetak(self.ledger, self.ledger[id])
        teks = tulis(baris, desimal, **gaya)
        teks = teks.removeprefix(numerals.MINUS) if mutlak else teks
        plus = "+" if tanda and baris["nilai"] > 0 and teks.strip("0,%") else ""
        return Angka(id, f"{plus}{teks}", ada=baris["status_nilai"] == buku.ANGKA)

    def sel(
        self,
        tabel: str,
        kode: str,
        kolom: str,
        *,
        dokumen: str = "",
        tahun: int | None = None,
        periode: str = "",
        **gaya: Any,
    ) -> Any:
        """Show a figure named by table, code and column; without a ledger row, a dash."""
        id = buku.buat_id(tabel, kode, kolom, dokumen=dokumen, tahun=tahun or self.tahun, periode=periode)
        return self.angka(id, **gaya) if id in self.ledger else "–"
