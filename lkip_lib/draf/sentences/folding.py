"""Fold what looks alike into one writing: letters of other scripts, words cut by a narrow column, spread letters."""

from __future__ import annotations

import re

from lkip_lib.impor.headings import baku
from lkip_lib.inputs.files import rapi

# Letters of the Greek and Cyrillic scripts that a scan or a copy puts in the place of Latin ones.
_SERUPA = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΙοαενρτυχАВЕКМНОРСТХУЅІЈаеорсухіѕјⅠⅡⅢⅣⅤ",
    "ABEZHIKMNOPTYXIoaevptuxABEKMHOPCTXYSIJaeopcyxisj" + "IIIII",
)
_ROMAWI = {"Ⅰ": "I", "Ⅱ": "II", "Ⅲ": "III", "Ⅳ": "IV", "Ⅴ": "V"}
# Words of headings that are found again where a narrow column or a copy cut them.
_KATA = (
    "target realisasi capaian pencapaian ketercapaian indikator sasaran strategis satuan kinerja utama "
    "anggaran program kegiatan keterangan predikat kategori triwulan persentase penyerapan serapan tahun "
    "nasional provinsi uraian jumlah tujuan pagu rupiah belanja formulasi formula penanggung jawab sumber "
    "data alasan efisiensi tingkat sisa kode rekening nomor golongan pangkat jabatan pendidikan nilai "
    "kriteria tahunan perbandingan renstra akhir keuangan fisik sub dan "
)
_REKAT = re.compile("|".join(sorted(_KATA.split(), key=len, reverse=True)))


def lipat(teks: str) -> str:
    """Return a text in Latin letters, its hyphens at line ends taken out.

    >>> lipat("REALI-\\nSASI"), lipat("ΤΑRGΕΤ"), lipat("Tabel\\u00a03.1")
    ('REALISASI', 'TARGET', 'Tabel 3.1')
    """
    teks = rapi(teks)
    for lama, baru in _ROMAWI.items():
        teks = teks.replace(lama, baru)
    return re.sub(r"(?<=[^\W\d])-\s*\n\s*(?=[^\W\d])", "", teks.translate(_SERUPA))


def rekat(teks: str) -> str:
    """Return a heading with its cut words whole: its letters without spaces, parted at the words that headings have.

    >>> rekat("indi kator kinerja uta ma"), rekat("tar get")
    ('indikator kinerja utama', 'target')
    """
    rapat = baku(teks).replace(" ", "")
    return " ".join(_REKAT.sub(lambda c: f" {c[0]} ", rapat).split())


def nama_baku(teks: str) -> str:
    """Return a name as it is compared: folded, without the number before it and a sign after it.

    >>> nama_baku("1. Nilai AKIP :"), nama_baku("IKU 2: Indeks Kepuasan")
    ('nilai akip', 'indeks kepuasan')
    >>> nama_baku("IKSK.1.1 Indeks Kepuasan\u00b9")
    'indeks kepuasan'
    """
    teks = re.sub(r"[\u00b9\u00b2\u00b3\u2070-\u2079*]+\s*$", "", teks)  # the mark of a note under the table
    teks = re.sub(r"^\s*(?:ik[upkst]|iks[kps]|s[sk])[\s.\-]*\d+(?:\.\d+)*\s*[:.\-–]?\s*", "", lipat(teks), flags=re.I)
    teks = re.sub(r"^\s*(?:(?:iku|iks|ikp|ss|sasaran|indikator)\s*)?\(?(?:\d{1,2}|[a-z])[.):]\s*", "", teks, flags=re.I)
    return baku(teks)
