"""Family narasi: years named in sentences and captions (never those inside a legal citation)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lkip_lib.checks.klaim.klaim import TAHUN_SENDIRI, Klaim, klaim, menyebut_tahun_lain, tahun_dalam
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.inputs.tables import TAHUNAN

_TERLAMA = 1945
_SEBELUMNYA = re.compile(r"sebelumnya|tahun (yang )?lalu|tahun lewat", re.I)
# How a sentence speaks of a plan that has ended: it names that plan's own period.
_BERAKHIR = re.compile(
    r"\b(?:ber|peng)akhir|sebelumnya|terdahulu|dahulu|\b(?:me|ke)?lanjut|\blama\b|periode (?:yang )?lalu|semula"
    r"|mengganti",
    re.I,
)
Periode = tuple[int, int]


def _baris_tahun(konteks: Konteks, *besaran: str) -> list[tuple[Klaim, list[int]]]:
    semua = [(k, tahun_dalam(k.teks)) for k in klaim(konteks) if k.jenis == "tahun"]
    return [(k, t) for k, t in semua if t and (not besaran or k.besaran in besaran)]


def _mustahil(konteks: Konteks, tahun: list[int]) -> bool:
    return any(not _TERLAMA <= t <= konteks.tahun + 50 for t in tahun)


@periksa(
    "NAR-19",
    sifat=(Sifat.TAHUN,),
    tingkat="kesalahan",
    judul="Tahun laporan salah atau tertinggal dari laporan lama",
    dasar="Judul dan kalimat tentang laporan ini menyebut tahun laporan ini",
    saran="Ganti tahunnya; periksa pula apakah isinya sudah isi tahun ini.",
)
def tahun_laporan(konteks: Konteks) -> Iterator[Catatan]:
    """Find captions and sentences about this report that name another year."""
    for k, tahun in _baris_tahun(konteks, *TAHUN_SENDIRI):
        # "2023 dibandingkan dengan 2024" speaks of both years.
        if tahun[-1] == konteks.tahun or k.banding == konteks.tahun or menyebut_tahun_lain(k.kutipan, k.teks):
            continue
        sebab = "tahun tertinggal" if tahun[-1] < konteks.tahun else "tahun laporan"
        # The year may be stale, or the table under it: which one is not proved by the year.
        yield Catatan(
            k.id,
            f'Tertulis {k.teks}, laporan ini tahun {konteks.tahun} ({sebab}): "{k.kutipan}".',
            kandidat=str(konteks.tahun),
        )


def _periode(tahun: list[int]) -> Periode | None:
    return (tahun[0], tahun[-1]) if len(tahun) > 1 else None


def _periode_renstra(konteks: Konteks) -> tuple[Periode | None, set[int], bool]:
    """Return the period that holds, the years with Renstra targets, and whether those years prove the period."""
    target = konteks.frames["ketik/target"]
    milik = target[(target["dokumen"] == "renstra") & (target["periode"] == TAHUNAN)]
    bertarget = {int(t) for t in milik["tahun"].dropna()}
    sebut = Counter(p for _, t in _baris_tahun(konteks, "tahun_renstra") if (p := _periode(t)))
    rentang = (min(bertarget), max(bertarget)) if len(bertarget) > 1 else None
    if rentang in sebut:
        return rentang, bertarget, True
    terbanyak = sebut.most_common(2)
    jelas = terbanyak and terbanyak[0][1] > 1 and (len(terbanyak) == 1 or terbanyak[0][1] > terbanyak[1][1])
    return (terbanyak[0][0] if jelas else None), bertarget, False


@periksa(
    "NAR-20",
    sifat=(Sifat.TAHUN,),
    tingkat="kesalahan",
    judul="Periode Renstra salah",
    dasar="Tahun target Renstra, dan periode yang paling banyak disebut laporan",
    saran="Tulis periode Renstra yang berlaku.",
)
def periode_renstra(konteks: Konteks) -> Iterator[Catatan]:
    """Find Renstra periods that cannot be, that leave out its target years, or that differ from the one in use."""
    berlaku, bertarget, terbukti = _periode_renstra(konteks)
    for k, tahun in _baris_tahun(konteks, "tahun_renstra"):
        awal, akhir = tahun[0], tahun[-1]
        benar = f"{berlaku[0]}-{berlaku[1]}" if berlaku else ""
        periode = _periode(tahun)
        if berlaku and periode and awal <= akhir < berlaku[0] and _tentang_yang_lalu(k, periode):
            continue
        if _mustahil(konteks, tahun) or awal > akhir:
            sebab = "tahunnya mustahil"
        elif periode and berlaku and periode != berlaku:
            sebab = f"periode Renstra {benar}"
        elif berlaku and periode is None and not berlaku[0] <= awal <= berlaku[1]:
            sebab = f"di luar periode Renstra {benar}"
        elif periode and bertarget and not (awal <= min(bertarget) and max(bertarget) <= akhir):
            sebab = f"target Renstra tercantum untuk {min(bertarget)}-{max(bertarget)}"
        else:
            continue
        pasti = terbukti and periode is not None
        yield Catatan(
            k.id,
            f'Tertulis {k.teks}; {sebab}: "{k.kutipan}".',
            seharusnya=benar if pasti else "",
            kandidat="" if pasti else benar,
        )


def _tentang_yang_lalu(k: Klaim, periode: Periode) -> bool:
    """Tell whether a sentence speaks of the plan before: in so many words, or of a year within it."""
    return bool(_BERAKHIR.search(k.kutipan)) or (k.tahun is not None and periode[0] <= k.tahun <= periode[1])


@periksa(
    "NAR-21",
    tingkat="kesalahan",
    judul="Tahun tren berbeda dari tahun deretnya",
    dasar="Deret realisasi indikator itu menurut laporan",
    saran="Sebut tahun pertama dan terakhir deretnya.",
)
def tahun_tren(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the years of a trend with the first and last year of the indicator's series."""
    riwayat = konteks.frames["riwayat"]
    for k, tahun in _baris_tahun(konteks, "tahun_tren"):
        deret = sorted(
            int(t) for t in riwayat.loc[(riwayat["kode"] == k.subjek) & (riwayat["lingkup"] == k.lingkup), "tahun"]
        )
        if len(deret) > 1 and (tahun[-1] != deret[-1] or tahun[0] < deret[0]):
            yield Catatan(
                k.id,
                f"Tertulis tren {k.teks}, deret {k.subjek} {deret[0]}-{deret[-1]}.",
                kandidat=f"{deret[0]}-{deret[-1]}",
                bukti=tuple(
                    i for t in (deret[0], deret[-1]) if (i := f"riwayat.{k.subjek}.realisasi.{t}") in konteks.ledger
                ),
            )


@periksa(
    "NAR-22",
    sifat=(Sifat.TAHUN,),
    tingkat="kesalahan",
    judul="Yang disebut tahun sebelumnya bukan tahun sebelumnya",
    dasar="Tahun sebelumnya adalah tahun laporan dikurangi satu",
    saran="Ganti tahunnya, dan periksa apakah angkanya angka tahun itu.",
)
def tahun_sebelumnya(konteks: Konteks) -> Iterator[Catatan]:
    """Find years called the year before that are not."""
    for k, tahun in _baris_tahun(konteks, "tahun_pembanding"):
        if len(tahun) == 1 and _SEBELUMNYA.search(k.kutipan) and tahun[0] != konteks.tahun - 1:
            yield Catatan(
                k.id,
                f'Tertulis {k.teks} sebagai tahun sebelumnya; tahun sebelumnya {konteks.tahun - 1}: "{k.kutipan}".',
                kandidat=str(konteks.tahun - 1),
            )


@periksa(
    "NAR-23",
    sifat=(Sifat.TAHUN,),
    tingkat="kesalahan",
    judul="Tahun rencana tidak sesudah tahun laporan",
    dasar="Laporan menjadi bahan rencana tahun-tahun berikutnya",
    saran="Ganti dengan tahun yang direncanakan.",
)
def tahun_rencana(konteks: Konteks) -> Iterator[Catatan]:
    """Find plans for a year that the report itself already closes."""
    for k, tahun in _baris_tahun(konteks, "tahun_rencana"):
        if tahun[-1] <= konteks.tahun:
            yield Catatan(
                k.id,
                f'Tertulis rencana {k.teks}, padahal laporan ini tahun {konteks.tahun}: "{k.kutipan}".',
                kandidat=str(konteks.tahun + 1),
            )


@periksa(
    "NAR-24",
    sifat=(Sifat.TAHUN,),
    tingkat="kesalahan",
    judul="Tahun mustahil",
    dasar="Tahun yang disebut laporan terletak di dekat tahun laporan",
    saran="Perbaiki salah ketiknya.",
)
def tahun_mustahil(konteks: Konteks) -> Iterator[Catatan]:
    """Find years that no report can speak of, where no other check of years already does."""
    diperiksa = (*TAHUN_SENDIRI, "tahun_renstra", "tahun_rencana")
    for k, tahun in _baris_tahun(konteks):
        if k.besaran not in diperiksa and _mustahil(konteks, tahun):
            yield Catatan(k.id, f'Tertulis {k.teks}: "{k.kutipan}".')
