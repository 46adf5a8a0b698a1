"""Tell what a figure in a sentence is, by the words before and behind it: target, realisasi, capaian, money, a rise."""

from __future__ import annotations

import re

TAHUN = re.compile(r"\b(?:tahun|thn|TA)\.?\s*(20\d\d)", re.I)
LEMBAGA = (
    r"(?:Dinas|Badan|Kantor|Balai|Biro|Bagian|Satuan|Sekretariat|Inspektorat|Kecamatan|Kelurahan|Rumah\s+Sakit|RSUD"
    r"|Kementerian|Lembaga|Direktorat|Deputi)"
)
RUPIAH = re.compile(r"rp|rupiah", re.I)
# What a figure is, by the last of these words before it in its sentence.
_ISYARAT = (
    (
        "rata_rata_capaian",
        r"rata[- ]rata\s+(?:persentase\s+|tingkat\s+)?(?:capaian|kinerja|ketercapaian)(?:\s+kinerja)?",
    ),
    ("capaian", r"(?:tingkat\s+)?(?:persentase\s+)?(?:capaian|ketercapaian|pencapaian)(?:\s+kinerja)?(?:nya)?"),
    ("serapan", r"(?:tingkat\s+)?(?:penyerapan|serapan|terserap|daya serap)(?:nya)?"),
    ("sisa", r"(?:ter)?sisa(?:\s+(?:anggaran|pagu))?(?:nya)?|tidak terserap"),
    ("realisasi", r"realisasi(?:nya)?|terealisasi|direalisasikan"),
    (
        "pagu",
        r"pagu|(?:total|jumlah|alokasi|dukungan)\s+anggaran|dianggarkan|dialokasikan"
        r"|(?<!realisasi )(?<!serapan )(?<!sisa )anggaran"
        rf"\s+(?:yang\s+\w+\s+|{LEMBAGA}\s+(?:\w+\s+){{0,8}}?)?sebesar|dari\s+anggaran",
    ),
    ("target", r"target(?:nya)?|ditargetkan"),
)
_BERPERSEN = ("rata_rata_capaian", "capaian", "serapan")
_POLA_ISYARAT = tuple((nama, re.compile(rf"\b(?:{pola})\b", re.I)) for nama, pola in _ISYARAT)
_LEMAH = re.compile(
    r"\b(?:tercapai|tercatat|mencapai|(?:mendapat(?:kan)?|memperoleh|meraih|dengan)\s+(?:nilai|skor))\b", re.I
)
# By how many points it rose or fell: the word of direction stands right before the figure.
_SELISIH = re.compile(
    r"\b(?:me)?(?:ningkat|naik|nurun|turun|tambah|kurang)\w*\s+(?:sebesar\s+|sebanyak\s+)?(-?\d)[\d.,]*\s*"
    r"(?:poin\b|(?:tahun|menit|hari|jam)\s+(?:dari|dibanding\w*)\b)",
    re.I,
)
# "naik dari 6,10% pada tahun 2023 menjadi 4,20% pada tahun 2024": the year stands behind each figure.
_UJUNG = re.compile(
    r"\b(?:(?:naik|turun|meningkat|menurun|bertambah|berkurang|berubah)\s+dari|menjadi)\s+(?:sebesar\s+)?$", re.I
)
_PADA_TAHUN = re.compile(r"\s*(?:[^\W\d]+\s+){0,2}?(?:pada|tahun)\s+(20\d\d)\b", re.I)
_DARI_TARGET = re.compile(r"\s*dari\s+target\b")
_TARGET_PERSEN = re.compile(r"\s*dari\s+target(?:nya)?\s+(?:sebesar\s+)?\d[\d.,]*\s*(?:%|persen)", re.I)
# A name, blanked out, and right behind it the figure: what was reached.
_ADALAH = re.compile(
    r"\s{3,}\)?\s*(?:(?:berdasarkan|menurut)\s[^,;()\d]{3,60}?\s)?(?:pada\s+)?(?:tahun\s+20\d\d\s+)?"
    r"(?:adalah|yaitu|yakni|sebesar|sebanyak|sejumlah)(?:\s+sebesar|\s+sebanyak)?\s*",
    re.I,
)
DARI = re.compile(r"\s+dari\s+(?:target\s+)?-?\d")
_TERHADAP_TARGET = re.compile(
    r"\s+(?:(?:lebih |kurang )?dari|di (?:atas|bawah)|melampaui|melebihi)\s+(?:target\s+)?-?\d", re.I
)
_POIN = re.compile(r"\s*poin\b", re.I)


def tahun_ujung(kalimat: str, kiri: int, kanan: int) -> int:
    """Return the year behind a figure that something rose or fell from or to; 0 for none.

    >>> tahun_ujung("turun dari 6,10% pada tahun 2023 menjadi 4,20%", 11, 16)
    2023
    """
    cocok = _PADA_TAHUN.match(kalimat, kanan) if _UJUNG.search(kalimat[:kiri]) else None
    return int(cocok[1]) if cocok else 0


def peran_kalimat(
    kalimat: str, ruas: str, letak: tuple[int, int], lalu: str, *, uang: bool, tahun: int
) -> tuple[str, bool]:
    """Return what a figure is, by the words before and behind it, and whether its own words say so.

    `ruas` is what stands between the figure before it and this one, `lalu` what that one was.
    """
    kiri, kanan = letak
    tertulis, sendiri = kalimat[kiri:kanan], _isyarat(ruas)
    persen, rupiah = bool(re.search(r"%|persen", tertulis)), bool(RUPIAH.search(tertulis))
    naik = _SELISIH.search(f"{ruas}{kalimat[kiri : kanan + 20]}")
    if naik and naik.start(1) == len(ruas) and {*map(int, TAHUN.findall(kalimat))} <= {tahun, tahun - 1}:
        return "selisih_poin", True
    if (sendiri or lalu) == "target" and _TERHADAP_TARGET.match(kalimat, kanan):
        return "realisasi", bool(sendiri)  # "belum mencapai target: 25 dari 30"
    if (sendiri or lalu) in _BERPERSEN and _POIN.match(kalimat, kanan):
        return "", False  # how far two percentages are apart is neither of them
    if not sendiri and persen and _TARGET_PERSEN.match(kalimat, kanan) and _ADALAH.fullmatch(ruas):
        return "realisasi", False  # of a target that is a percentage too it is what was reached
    if not sendiri and not uang and _ADALAH.fullmatch(ruas) and not (persen and _DARI_TARGET.match(kalimat, kanan)):
        return "realisasi", False
    if not sendiri and persen and (_DARI_TARGET.match(kalimat, kanan) or (lalu == "target" and ruas.endswith("("))):
        return "capaian", False
    if not sendiri and not lalu and not uang and not rupiah and tahun_ujung(kalimat, kiri, kanan):
        return "realisasi", True
    peran = sendiri or ("serapan" if persen and uang else lalu)
    if rupiah:
        peran = {"realisasi": "realisasi_rp", "capaian": "realisasi_rp", "target": "pagu"}.get(peran, peran)
    elif peran in ("pagu", "realisasi_rp", "sisa"):
        peran = "serapan" if persen else ""
    elif uang and peran in ("realisasi", "capaian") and persen:
        peran = "serapan"
    return peran, bool(sendiri)


def _isyarat(ruas: str) -> str:
    """Return the role that the last word for one gives; of two that overlap the longer counts."""
    ada = [(c.end(), -i, nama) for i, (nama, pola) in enumerate(_POLA_ISYARAT) for c in pola.finditer(ruas)]
    return max(ada)[2] if ada else "realisasi" if _LEMAH.search(ruas) else ""
