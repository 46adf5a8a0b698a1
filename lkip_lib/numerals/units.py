"""Units as columns and cells name them: what kind of number stands before one, and what a share is multiplied by."""

import re
from difflib import get_close_matches
from functools import lru_cache

Rentang = tuple[float | None, float | None]


_PER = re.compile(r"(?:\bper|/)\s?([0-9][0-9.]*00\b|[0-9]+(?= (?:ribu|juta)\b))(?: (ribu|juta)\b)?")


def words(text: str) -> list[str]:
    """List the words of a unit, in small letters.

    >>> words("Orang/Bulan"), words("%")
    (['orang', 'bulan'], ['%'])
    """
    return re.findall(r"[%‰]|[^\W\d_]+", raised(text.lower()))


@lru_cache(maxsize=4096)
def raised(text: str) -> str:
    """Write square and cubic metres with their exponent, which is no number of its own.

    >>> raised("12 m2")
    '12 m²'
    """
    return re.sub(r"\b(k?m)([23])\b", lambda m: m[1] + "²³"[int(m[2]) - 2], text, flags=re.I)


# As they are spelled in print: milyar, milyard, trilyun, triliyun.
_L_I = ("li", "ly", "liy", "lli", "lly")
POWERS = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys((f"mi{li}ar{d}" for li in _L_I for d in ("", "d")), 9),
    **dict.fromkeys((f"tri{li}{u}n" for li in _L_I for u in "uo"), 12),
}
# Behind an amount of money alone; elsewhere M is metres and T is tons.
POWER_LETTERS = {"M": 9, "T": 12}
_FAMILIES = {
    "uang": "rp rupiah idr",
    # Only what is never printed with decimals: days, tons and children per woman are, so they are not here.
    "cacah": "orang org jiwa kk keluarga rumah pegawai peserta asn pns pppk guru dosen siswa mahasiswa santri pelajar "
    "pasien balita bayi petani nelayan pedagang wisatawan pengunjung pemustaka responden pelamar lowongan pencaker tki "
    "pmi jemaah kader relawan penyuluh pemilih penduduk unit buah dokumen dok laporan lap paket perkara kasus kejadian "
    "temuan aduan pengaduan permohonan izin sertifikat sertipikat akta naskah berkas arsip surat putusan perda perbup "
    "perwali perkada peraturan perusahaan prsh usaha umkm ukm ikm industri koperasi bumdes lembaga instansi opd skpd "
    "sekolah puskesmas posyandu desa kelurahan kecamatan kampung dusun kegiatan keg program rekomendasi rekom inovasi "
    "kelompok lokasi titik ruas bidang persil kavling ekor batang bibit eksemplar judul kapal kendaraan sambungan sr",
    "persen": "% persen persentase prosen prosentase presentase",
    "permil": "‰ permil promil",
    "skor": "nilai indeks skor poin",
}
_NO_UNITS = frozenset(("angka", "jumlah", "satuan"))
_FAMILY_OF = {word: family for family, listed in _FAMILIES.items() for word in words(listed)}
# A number of one of these is none of another.
_CLASHING = frozenset(_FAMILIES) - {"skor"}
# Up to 100 a score decides between two readings; one alone may pass it: an index on a base year stands at 112.
DEFAULT_RENTANG: dict[str, Rentang] = {
    "uang": (0, None),
    "cacah": (0, None),
    "skor": (0, 100),
    "skor_tunggal": (0, 200),
}
# "tahun" and the like are units, but no counts: average years of schooling and days of stay have decimals.
_TIME = words("tahun thn bulan bln minggu hari jam menit detik triwulan tw semester")
UNITS = {*_FAMILY_OF, *_TIME, *words("kali kg ton km ha rasio peringkat rangking ranking level")}
_BULAN = "januari februari maret april mei juni juli agustus september oktober november desember"
# Words that make a number something else than itself: "100 lebih", "2 ribu juta", "31 Desember".
QUALIFIERS = {
    *POWERS,
    *words("lebih kurang ke keatas kebawah atas bawah dari dan atau hampir sekitar belum tidak bukan"),
    *words("puluhan ratusan ribuan jutaan miliaran triliunan"),
    *words(_BULAN),
}


def counts(word: str, satuan: str) -> bool:
    """Tell whether a word in front of a number is its unit; "tahun 2024" is none, whatever the column counts.

    >>> counts("Orang", "jiwa"), counts("nagari", "Nagari"), counts("Tahun", "tahun"), counts("Rp", "rupiah")
    (True, True, False, False)
    """
    return word.lower() in {w for w in words(satuan) if w not in _TIME} or family(word) in ("cacah", "persen")


def unrepeated(text: str, satuan: str) -> str:
    """Return a cell without the words of its column's scaled unit, where it repeats all of them.

    >>> unrepeated("USD 185,6 juta", "Juta USD"), unrepeated("185,6 juta", "Juta USD")
    ('185,6', '185,6 juta')
    """
    listed = words(satuan)
    if len(listed) < 2 or family(satuan) != "berskala" or not set(listed) <= set(words(text)):
        return text
    return re.sub(r"[^\W\d_]+[$.]?", lambda m: "" if m[0].lower().strip("$.") in listed else m[0], text).strip()


@lru_cache(maxsize=4096)
def nearest(word: str, money: bool) -> str:
    """Return the known word that a strange one comes near to: a multiplier, or what names money.

    >>> nearest("trilun", False), nearest("jutta", False), nearest("rupih", True), nearest("lulusan", True)
    ('triliun', 'juta', 'rupiah', '')
    """
    multipliers = ("ribu", "juta", "miliar", "triliun")
    known = multipliers if not money else (*multipliers, *words(_FAMILIES["uang"]))
    return next(iter(get_close_matches(word, known, 1, 0.75 if money else 0.85)), "")


@lru_cache(maxsize=4096)
def family(satuan: str) -> str:
    """Return the kind of number a unit stands for, berskala for "juta rupiah", "" when unknown.

    >>> family("Org/bln"), family("juta rupiah"), family("ton"), family("Angka (%)")
    ('cacah', 'berskala', '', 'persen')
    """
    listed = [word for word in words(satuan) if word not in _NO_UNITS]
    if not POWERS.keys().isdisjoint(listed):
        return "berskala"
    return _FAMILY_OF.get(listed[0], "") if listed else ""


def clash(satuan: str, unit: str) -> bool:
    """Tell whether a number of one unit cannot be one of another: 25% is no amount, and 12 people are no rupiah.

    >>> clash("rupiah", "%"), clash("juta rupiah", "%"), clash("juta rupiah", "Rp"), clash("nilai", "%")
    (True, True, False, False)
    """
    kinds = {"uang" if kind == "berskala" else kind for kind in (family(satuan), family(unit))}
    return len(kinds) > 1 and _CLASHING.issuperset(kinds)


def rate(satuan: str) -> bool:
    """Tell whether a unit is so many of a round number, of which there are fractions.

    >>> rate("per 1.000 penduduk"), rate("orang per bulan")
    (True, False)
    """
    return _PER.search(satuan.lower()) is not None


def selisih(satuan: str) -> str:
    """Return the unit of the difference of two figures: percentages, scores and ratios differ by points.

    7,82% is 0,08 points below 7,90%, not 0,08 per cent.

    >>> selisih("Persen"), selisih("Nilai"), selisih("Orang")
    ('poin', 'poin', 'Orang')
    """
    berpoin = family(satuan) in ("persen", "permil", "skor") or satuan.casefold() == "rasio"
    return "poin" if berpoin else satuan


def pengali(satuan: str) -> float:
    """Return what a share of two counts is multiplied by to stand in a unit.

    >>> pengali("Persen"), pengali("‰"), pengali("per 100.000 kelahiran hidup"), pengali("hari")
    (100.0, 1000.0, 100000.0, 1.0)
    >>> pengali("per 100 balita"), pengali("Kasus/1.000 KH"), pengali("per 100 ribu penduduk")
    (100.0, 1000.0, 100000.0)
    """
    if match := _PER.search(satuan.lower()):
        return float(match[1].replace(".", "")) * 10.0 ** POWERS.get(match[2], 0)
    return {"persen": 100.0, "permil": 1000.0}.get(family(satuan), 1.0)
