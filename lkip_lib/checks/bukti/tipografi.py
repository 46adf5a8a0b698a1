"""What a typist or scanner could have meant: a digit too many, lost, swapped or changed; a separator moved."""

from __future__ import annotations

import re


def angka_dalam(teks: str) -> str:
    """Return the digits of a printed text.

    >>> angka_dalam("Rp. 120345.600")
    '120345600'
    """
    return re.sub(r"\D", "", teks)


def suntingan_dekat(teks: str) -> dict[float, str]:
    """Map each figure that one slip away could have been to the slip, the likeliest first.

    Only slips that leave no room for chance: the digits regrouped, or one digit too many.

    >>> suntingan_dekat("1230450.000")[123450000.0]
    'satu angka berlebih'
    """
    if "|" in teks:
        return {float(a): "salah satu bacaan salinan" for t in teks.split("|") if (a := angka_dalam(t))}
    angka = angka_dalam(teks)
    if not angka:
        return {}
    hasil = {float(angka): "pemisah ribuan bergeser"}
    for i in range(len(angka)):
        sisa = angka[:i] + angka[i + 1 :]
        if sisa:
            hasil.setdefault(float(sisa), "satu angka berlebih")
    return hasil


def terpotong(nilai: float, utuh: float) -> bool:
    """Tell whether a figure is what is left of another that lost its last groups of three digits.

    >>> terpotong(12_345_678, 12_345_678_900), terpotong(1_000, 1_000_000), terpotong(123, 12_345)
    (True, False, False)
    """
    sisa, semua = f"{nilai:.0f}", f"{utuh:.0f}"
    hilang = len(semua) - len(sisa)
    return hilang > 0 and hilang % 3 == 0 and semua.startswith(sisa) and len(sisa.rstrip("0")) > 3


def selisih_ketik(tercetak: str, nilai: float) -> str:
    """Say which single slip leads from a figure to what was printed; empty when more than one would be needed.

    >>> selisih_ketik("1.234.567.890", 1_334_567_890), selisih_ketik("23.456.000", 123_456_000)
    ('satu angka salah ketik', 'satu angka hilang')
    >>> selisih_ketik("123.45.789", 123_456_789), selisih_ketik("12.345.000", 13_034_900)
    ('satu angka hilang', '')
    """
    ada, semestinya = angka_dalam(tercetak), f"{nilai:.0f}"
    if ada == semestinya:
        return "pemisah ribuan bergeser"
    if len(ada) == len(semestinya):
        beda = [i for i, (a, b) in enumerate(zip(ada, semestinya, strict=True)) if a != b]
        if len(beda) == 1:
            return "satu angka salah ketik"
        tertukar = len(beda) == 2 and beda[1] == beda[0] + 1
        if tertukar and ada[beda[0]] == semestinya[beda[1]] and ada[beda[1]] == semestinya[beda[0]]:
            return "dua angka tertukar"
        return ""
    panjang, pendek = (ada, semestinya) if len(ada) > len(semestinya) else (semestinya, ada)
    kurang = any(panjang[:i] + panjang[i + 1 :] == pendek for i in range(len(panjang)))
    if len(panjang) - len(pendek) != 1 or not kurang:
        return ""
    return "satu angka berlebih" if len(ada) > len(semestinya) else "satu angka hilang"
