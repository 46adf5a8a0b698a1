"""Family angka: printed cells and sentences that name what is not known, and so would go unchecked."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Set

from lkip_lib.checks.klaim.klaim import arah_baku
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.errors import terdekat
from lkip_lib.inputs.tables.printed import DIHITUNG_ULANG, DIPERIKSA, KATA_ARAH
from lkip_lib.inputs.typed import BESARAN_KATA

_MIRIP, _TERDEKAT = 0.85, 0.6
# The tables that hold the codes of a kind of subject.
_TABEL = {
    "indikator": ("ketik/indikator", "kode"),
    "sasaran": ("sasaran", "kode"),
    "anggaran": ("ketik/anggaran", "kode"),
    **dict.fromkeys(("masukan", "keluaran", "hasil"), ("ketik/keluaran", "kode")),
    "belanja": ("belanja", "kode"),
    "sdm": ("ketik/sdm", "kelompok"),
}


@periksa(
    "AKA-09",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Sel tercetak menyebut yang tidak dikenal, sehingga tidak diperiksa",
    dasar="Besaran, kata arah, dan kode yang dikenal; daftarnya di docs/masukan.md",
    saran="Perbaiki ejaannya. Yang memang tidak ada di tabel boleh dibiarkan dan dijelaskan.",
)
def tidak_dikenal(konteks: Konteks) -> Iterator[Catatan]:
    """Find misspelt quantities and words of direction, and codes that no table has."""
    kode = {jenis: {str(b[kolom]) for b in konteks.baris(tabel)} for jenis, (tabel, kolom) in _TABEL.items()}
    for b in konteks.baris("ketik/tercetak/hitungan"):
        if salah := _hitungan(b["besaran"], b["jenis_subjek"], b["subjek"], kode):
            yield Catatan(str(b["nilai_id"]), salah)
        elif b["besaran"] not in DIHITUNG_ULANG:
            dekat = _terdekat(b["besaran"], str(b["nilai_tercetak"]))
            kalimat = f'Besaran "{b["besaran"]}" tidak dikenal, jadi tidak dihitung ulang'
            kalimat += f'; yang terdekat "{dekat}".' if dekat else "; daftarnya di docs/masukan.md."
            yield Catatan(str(b["nilai_id"]), kalimat, tingkat="informasi")
        elif _tanpa_baris(b["besaran"], b["jenis_subjek"], b["subjek"], kode):
            kalimat = f'Subjek "{b["subjek"]}" tidak ada di tabel {b["jenis_subjek"]}.'
            yield Catatan(str(b["nilai_id"]), kalimat, tingkat="informasi")
    bersubjek = kode["indikator"] | kode["sasaran"] | kode["anggaran"]
    for b in konteks.baris("ketik/tercetak/pernyataan"):
        salah = _salah_eja("Besaran", b["besaran"], DIPERIKSA[b["jenis"]])
        if not salah and b["jenis"] == "arah" and not arah_baku(b["nilai_tercetak"]):
            saran = terdekat(b["nilai_tercetak"], (k.replace("_", " ") for k in KATA_ARAH))
            salah = f'Kata arah "{b["nilai_tercetak"]}" tidak dikenal. {saran}'
        if not salah and b["besaran"] in DIPERIKSA[b["jenis"]]:
            salah = _salah_eja("Subjek", b["subjek"], bersubjek)
        if salah:
            yield Catatan(str(b["nilai_id"]), salah)


def _terdekat(besaran: str, tercetak: str) -> str:
    """Name the known quantity nearest to an unknown one: of those with a word in common, and no word for a number."""
    calon = [k for k in DIHITUNG_ULANG if k not in BESARAN_KATA or not re.search(r"\d", tercetak)]

    def sama(lain: str) -> tuple[int, float]:
        kata = {*besaran.split("_")} & {*lain.split("_")} - {"persen", "rp"}
        return len(kata), difflib.SequenceMatcher(None, besaran, lain).ratio()

    dekat = max(calon, key=sama)
    return dekat if sama(dekat) >= (0, _TERDEKAT) else ""


def _hitungan(besaran: str, jenis: str, subjek: str, kode: Mapping[str, Set[str]]) -> str:
    """Say which word of a printed cell is misspelt, "" for none."""
    if salah := _salah_eja("Besaran", besaran, DIHITUNG_ULANG):
        return salah
    if salah := _salah_eja("Jenis subjek", jenis, {k for semua in DIHITUNG_ULANG.values() for k in semua}):
        return salah
    return _salah_eja("Subjek", subjek, kode[jenis]) if _tanpa_baris(besaran, jenis, subjek, kode) else ""


def _tanpa_baris(besaran: str, jenis: str, subjek: str, kode: Mapping[str, Set[str]]) -> bool:
    """Tell whether a printed cell would be recomputed if its table had the subject."""
    milik = kode.get(jenis, set())
    return bool(subjek and milik) and subjek not in milik and jenis in DIHITUNG_ULANG.get(besaran, ())


def _salah_eja(apa: str, kata: str, dikenal: Iterable[str]) -> str:
    """Say what a word was probably meant to be; "" for a known one, and for one that is like none."""
    semua = list(dikenal)
    dekat = [] if kata in semua else difflib.get_close_matches(kata, semua, n=1, cutoff=_MIRIP)
    return f'{apa} "{kata}" tidak dikenal. Maksud Anda "{dekat[0]}"?' if dekat else ""
