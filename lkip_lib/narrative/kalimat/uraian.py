"""The prose on one indicator and on one sasaran: which sentences stand together, and what is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from lkip_lib.inputs.documents import TARGET, AnalisisIndikator
from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.banding import kalimat_depan, kalimat_lampau, kalimat_luar, pembanding
from lkip_lib.narrative.kalimat.hasil import kalimat_hasil, kalimat_mutu
from lkip_lib.narrative.kalimat.hemat import kalimat_hasil_program, kalimat_program, kalimat_sasaran
from lkip_lib.narrative.kalimat.menurut import kalimat_lain
from lkip_lib.narrative.words import awali, banyak, daftar, kalimat, terisi

_LUAR = ("kabupaten", "kota", "provinsi", "nasional")
_UMUM = 3  # indicators that lack the same, from which it is said once
_TERPANJANG = 320  # letters of causes that one sentence can carry
# "Menambah petugas", "memperbaiki jalan": what was done, without who did it.
_KERJA = re.compile(r"(?!menteri)me(?:m|n|ng|ny|l|r|w|y)[a-z]{4,}\b", re.I)
Kurang = tuple[str, str]  # what is missing, and where to enter it


@dataclass(frozen=True, slots=True)
class Uraian:
    """Hold the paragraphs before and after the figures, and what is missing."""

    awal: tuple[Markup, ...]
    akhir: tuple[Markup, ...]
    kurang: tuple[Kurang, ...]


def uraikan(isi: Isi, b: Catatan) -> Uraian:
    """Write what there is to say of one indicator: the result first, then why, then what comes next."""
    kode = b["kode"]
    a = isi.analisis.indikator.get(kode, AnalisisIndikator())
    hasil = (kalimat_hasil(isi, b), kalimat_lain(isi, kode), kalimat_mutu(isi, kode))
    lampau = (kalimat_lampau(isi, kode), *_polos(a.sebab_dari("tahun_lalu")))
    luar = (kalimat_luar(isi, kode), *_polos(a.sebab_dari(*_LUAR)))
    depan = (kalimat_depan(isi, kode), *_polos(a.sebab_dari("akhir_renstra", "akhir_rpd")))
    return Uraian(
        _paragraf((*hasil, *lampau)),
        _paragraf(alasan(isi, b), (*luar, *depan)),
        tuple(k for k in _kurang(isi, b, a) if k not in {(apa, di) for apa, di, _ in kurang_umum(isi)}),
    )


def _paragraf(*bagian: Iterable[str]) -> tuple[Markup, ...]:
    semua = (Markup(" ").join(k for k in kalimat if k) for kalimat in bagian)
    return tuple(p for p in semua if p)


def _polos(isian: Iterable[str]) -> list[str]:
    return [kalimat(s) for s in isian]


def alasan(isi: Isi, b: Catatan) -> list[str]:
    """Say why the target was reached or missed, what hindered, and what is done about it."""
    a, meleset = isi.analisis.indikator.get(b["kode"], AnalisisIndikator()), b["tercapai"] == "tidak"
    hasil = (
        f"target {'triwulan' if isi.triwulan else isi.acuan} belum tercapai karena"
        if meleset
        else "hasil itu dicapai karena"
    )
    hasil = f"Menurut dokumen instansi, {hasil}" if isi.ditelaah else hasil[:1].upper() + hasil[1:]
    lanjut = "Untuk memperbaikinya," if meleset else "Selanjutnya,"
    return [
        *_bersambung(isi, hasil, a.sebab_dari(TARGET)),
        *_bersambung(isi, "Hambatannya:", a.hambatan),
        *(_bersambung(isi, "Upaya yang dilakukan:", a.upaya) if all(map(_tanpa_pokok, a.upaya)) else _polos(a.upaya)),
        *_bersambung(isi, lanjut, a.tindak_lanjut),
    ]


def _tanpa_pokok(teks: str) -> bool:
    """Tell whether a text begins with what is done, and so is no sentence of its own."""
    return bool(_KERJA.match(teks.strip()))


def _bersambung(isi: Isi, awal: str, isian: Sequence[str]) -> list[str]:
    """Join what the analyst wrote into one sentence; what is long, or sentences of their own, stays as written."""
    if (
        not isian
        or any(t in s.strip() for s in isian for t in (";", ". ", " karena "))
        or sum(map(len, isian)) > _TERPANJANG
    ):
        return _polos(isian)
    berkoma = any("," in s or " dan " in s for s in isian)
    isinya = [_sambung(isi, s) for s in isian]
    return [Markup("{} {}.").format(awal, daftar(isinya, ";", "serta") if berkoma else daftar(isinya))]


def _sambung(isi: Isi, teks: str) -> str:
    """Begin with a small letter, unless with a word of the agency's own name."""
    nama = f"{isi.instansi.nama} {isi.instansi.nama_singkat} {isi.instansi.pemerintah}".split()
    return teks.strip().rstrip(".") if teks.split()[0] in nama else awali(teks)


def _kurang(isi: Isi, b: Catatan, a: AnalisisIndikator) -> Iterable[Kurang]:
    """Yield what a reader would look for and the data do not have."""
    yield from _pembanding_kurang(isi, b)
    if b["tercapai"] == "tidak":
        if not a.bersebab:
            yield "sebab target belum tercapai", "analisis"
        if not a.berupaya:
            yield "upaya atau tindak lanjutnya", "analisis"


def _pembanding_kurang(isi: Isi, b: Catatan) -> Iterable[Kurang]:
    kode = b["kode"]
    sendiri = [r for r in isi.baris("riwayat") if (r["kode"], r["lingkup"]) == (kode, "instansi")]
    if not any(r["tahun"] == isi.tahun and r["status_nilai"] == ANGKA for r in sendiri):
        yield f"realisasi tahun {isi.tahun}", "tabel realisasi"
    if not any(r["tahun"] < isi.tahun for r in sendiri) and not kalimat_lampau(isi, kode):
        yield "realisasi tahun-tahun lalu", "tabel realisasi"
    target = (t for t in isi.baris("ketik/target") if (t["indikator"], t["dokumen"]) == (kode, "renstra"))
    if not any(t["target_status"] == ANGKA and t["tahun"] >= isi.tahun for t in target):
        yield "target akhir Renstra", "tabel target, dokumen renstra"
    luar = (r for r in isi.baris("ketik/realisasi") if (r["indikator"], r["tahun"]) == (kode, isi.tahun))
    dinyatakan = any(r["lingkup"] != "instansi" and r["realisasi_status"] == ANGKA for r in luar)
    if not dinyatakan and not pembanding(isi, kode, *_LUAR):
        yield "angka nasional atau daerah lain", "tabel realisasi, lingkup nasional, provinsi, kabupaten, atau kota"


@lru_cache(maxsize=4)
def kurang_umum(isi: Isi) -> list[tuple[str, str, str]]:
    """Return what so many indicators lack that it is said of all of them at once, with how many these are."""
    semua = isi.baris("indikator")
    cacah = Counter(k for b in semua for k in _pembanding_kurang(isi, b))
    return [
        (*k, f"{banyak(n, len(semua))} dari {banyak(len(semua), n)} indikator" if n < len(semua) else "semua indikator")
        for k, n in cacah.items()
        if n >= _UMUM
    ]


def uraikan_sasaran(isi: Isi, s: Catatan) -> Uraian:
    """Write what stands behind one sasaran: its programs, what came of them, and the money."""
    e = next((e for e in isi.baris("efisiensi") if e["sasaran"] == s["kode"]), None)
    dinilai = e is not None and terisi(e["serapan_persen"])
    program = (kalimat_program(isi, s["kode"]), kalimat_hasil_program(isi, s["kode"]))
    kurang = [] if dinilai else [("pagu dan realisasi program pendukung", "tabel anggaran")]
    kurang += [] if s["nama"] != s["kode"] else [("nama sasaran", "tabel sasaran")]
    kurang += [] if isi.program_pendukung.get(s["kode"]) else [("program pendukung", "tabel pendukung")]
    uang = (kalimat_sasaran(isi, e),) if e is not None and dinilai else ()
    return Uraian((), _paragraf(map(escape, program), uang), tuple(kurang))
