"""Say when two writings are the same: names, roles, numbers, values."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

# Other words for a role than the truth's; a role that is in none of these lists is itself.
SETARA = {
    "target": "target target_pk target_tahunan target_renstra target_rkt rencana",
    "realisasi": "realisasi realisasi_kinerja hasil capaian_realisasi",
    "capaian": "capaian capaian_persen persen_capaian capaian_kinerja",
    "rata_rata": "rata_rata rata_rata_capaian rata_capaian rerata capaian capaian_persen capaian_rata",
    "realisasi_nasional": "realisasi_nasional nasional realisasi pembanding",
    "pagu": "pagu pagu_rp anggaran target_rp",
    "realisasi_rp": "realisasi_rp realisasi_anggaran belanja_rp realisasi",
    "serapan": "serapan serapan_persen persen_serapan penyerapan persen",
    "sisa": "sisa sisa_rp sisa_anggaran",
    "efisiensi": "efisiensi tingkat_efisiensi selisih",
    "asn": "asn jumlah_asn",
    "non_asn": "non_asn jumlah_non_asn",
    "jumlah": "jumlah jumlah_pegawai total",
    "cacah_indikator": "cacah_indikator jumlah_indikator banyak_indikator hitungan cacah",
    "cacah_program": "cacah_program jumlah_program banyak_program hitungan cacah",
}
_SAMAR = str.maketrans("асеорхі", "aceopxi")
_PISAH = re.compile(r"[\W_]+")


def baku(teks: str) -> str:
    """Fold a text: what looks the same is the same, and spaces do not count."""
    teks = unicodedata.normalize("NFKC", teks).casefold().translate(_SAMAR)
    return "".join(k for k in teks if not k.isspace() and unicodedata.category(k) != "Cf")


def nama_baku(teks: str) -> str:
    """Fold a name to its letters and digits."""
    return _PISAH.sub("", baku(teks))


def peran_cocok(benar: str, baca: str, jenis: str = "") -> bool:
    """Tell whether a role is the one meant; a year behind it does not count, a quarter does."""
    baca = re.sub(r"[\s-]+", "_", baca.strip().casefold())
    baca = re.sub(r"_?(19|20)\d\d$", "", baca)
    if cocok := re.fullmatch(r"target_tw(\d)", benar):
        romawi = ("i", "ii", "iii", "iv")[int(cocok[1]) - 1]
        semua = {f"{a}tw{b}{c}" for a in ("target_", "") for b in ("", "_") for c in (cocok[1], romawi)}
        semua |= {f"target_triwulan_{c}" for c in (cocok[1], romawi)}
        return baca in semua or (baca in ("target", "target_triwulan") and "triwulan" in jenis.casefold())
    return baca in SETARA.get(benar, benar).split()


def nilai(teks: str) -> Fraction | None:
    """Read a value as the machine tables write it."""
    try:
        return Fraction(teks.strip())
    except (ValueError, ZeroDivisionError):
        return None


def angka_dalam(teks: str) -> list[str]:
    """List the numbers of a text; a code is one, and each part of a date."""
    return list(re.findall(r"\d(?:[\d.,]*\d)?", teks))


def setulis(a: str, b: str) -> bool:
    """Tell whether one text is the other, or the other with its unit or sign."""
    if a == b:
        return True
    inti_a, inti_b = _inti(a), _inti(b)
    return bool(inti_a) and inti_a == inti_b


def _inti(teks: str) -> str:
    """Take the digits with what stands between them."""
    cocok = re.search(r"-?\d(?:[\d.,]*\d)?(?:-\d(?:[\d.,]*\d)?)?", teks)
    return re.sub(r",00$", "", cocok[0]) if cocok else ""
