"""Judge one agency: which cause each note belongs to, which notes stand under one job, which proofs are true.

**Whose a note is.** A note, kesalahan or peringatan, belongs to a cause when the report with that cause alone gets a
note of the same code on the same cell. Where none does, it belongs to the causes that changed its cell, or else to
those whose changed cells contradict its cell. A note of several causes (the mean of two wrong rows) and a note of none
are counted apart and enter no pair.

**Which job a note is in.** The note that its `akar` leads to at last, or itself.

A pair of notes of one agency is put together rightly when both belong to one cause. Precision is the share of such
pairs among those under one job, recall the share of those under one job among the pairs of one cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.akar.pelaku import Sebab
from benchmarks.akar.pembangkit import Kasus
from benchmarks.pemeriksaan import ukur
from benchmarks.pemeriksaan.jalan import Temuan, bahan_periksa, bersihkan, temuan
from benchmarks.pemeriksaan.model import Sel
from lkip_lib.checks.bukti.usul import usul_koreksi
from lkip_lib.checks.registry import DITARIK
from lkip_lib.inputs.origin import dari_frame

BERAT = ("kesalahan", "peringatan")
Kunci = tuple[str, str, int, str, str]
Sendiri = dict[Sebab, set[Kunci]]  # what each cause brings forth alone


class Catatan(NamedTuple):
    """Hold one note above informasi, its cell, the job it is in and the causes it belongs to."""

    temuan: Temuan
    sel: Sel | None
    pekerjaan: str
    pemilik: tuple[Sebab, ...]


@dataclass
class Hasil:
    """Gather what agencies gave. Everything in it can be added up."""

    hitung: Counter[str] = field(default_factory=Counter)
    # Kinds of misses, each with how often and one example.
    pisah: Counter[str] = field(default_factory=Counter)
    gabung: Counter[str] = field(default_factory=Counter)
    contoh: dict[str, dict[str, Any]] = field(default_factory=dict)
    rincian: list[dict[str, Any]] = field(default_factory=list)

    def tambah(self, lain: Hasil) -> None:
        """Add another result."""
        self.hitung += lain.hitung
        self.pisah += lain.pisah
        self.gabung += lain.gabung
        self.contoh = lain.contoh | self.contoh
        self.rincian += lain.rincian


def adili(kasus: Kasus, akar: Path, *, simpan: bool = False) -> Hasil:
    """Run an agency as meant, with each cause alone and with all of them, and judge the last."""
    instansi, hasil = kasus.instansi, Hasil()
    kasus.hanya()
    bersih = _berat(temuan(bahan_periksa(instansi, akar)))
    hasil.hitung.update({"instansi": 1, "sebab": len(kasus.sebab), "bersih catatan": len(bersih)})
    for t in bersih:
        hasil.contoh.setdefault(f"bersih {t.kode}", _sebut_temuan(t))
    sendiri: Sendiri = {}
    for s in kasus.sebab:
        kasus.hanya(s)
        sendiri[s] = {_kunci(t) for t in _berat(temuan(bahan_periksa(instansi, akar)))} - {_kunci(t) for t in bersih}
    if kasus.sebab:
        kasus.hanya(*kasus.sebab)
        bahan = bahan_periksa(instansi, akar)
        semua = temuan(bahan)
        catatan = sandingkan(kasus, semua, sendiri)
        _sebab(kasus, catatan, sendiri, hasil)
        _pemilik(catatan, sendiri, hasil)
        _pasangan(catatan, hasil)
        tabel = {n.removeprefix("ketik/"): f for n, f in bahan.frames.items() if n.startswith("ketik/")}
        teks = usul_koreksi(bahan.frames["pemeriksaan"], tabel, dari_frame(bahan.frames["asal_kolom"]))
        _bukti(kasus, semua, teks, hasil)
        hasil.rincian.append({"instansi": instansi.kode, "sebab": [_sebut(s, kasus) for s in kasus.sebab],
                              "catatan": [_sebut_catatan(c, kasus) for c in catatan]})  # fmt: skip
    if not simpan:
        bersihkan(instansi, akar)
    return hasil


def sandingkan(kasus: Kasus, semua: list[Temuan], sendiri: Sendiri) -> list[Catatan]:
    """Give each note above informasi its cell, its job and its causes."""
    letak, akar = kasus.instansi.letak(), {t.id: t.akar for t in semua}
    hasil = []
    for t in _berat(semua):
        baris = letak.get((t.berkas, t.baris))
        sel = Sel(baris, t.kolom) if baris else None
        milik = [s for s in kasus.sebab if _kunci(t) in sendiri[s]]
        milik = milik or [s for s in kasus.sebab if sel in s.sel] or [s for s in kasus.sebab if sel in s.terkait]
        hasil.append(Catatan(t, sel, _pekerjaan(t.id, akar), tuple(milik)))
    return hasil


def _kunci(t: Temuan) -> Kunci:
    return t.kode, t.berkas, t.baris, t.kolom, t.subjek


def _berat(semua: Iterable[Temuan]) -> list[Temuan]:
    return [t for t in semua if t.tingkat in BERAT]


def _pekerjaan(id_catatan: str, akar: dict[str, str]) -> str:
    lewat = [id_catatan]
    while (atas := akar.get(lewat[-1], "")) and atas not in lewat:
        lewat.append(atas)
    return lewat[-1]


def _sebab(kasus: Kasus, catatan: list[Catatan], sendiri: Sendiri, hasil: Hasil) -> None:
    hasil.hitung["pekerjaan"] += len({c.pekerjaan for c in catatan})
    for s in kasus.sebab:
        hasil.hitung[f"jenis {s.jenis} ditanam"] += 1
        hasil.hitung[f"jenis {s.jenis} bercatatan"] += bool(sendiri[s])
        hasil.hitung["sebab bercatatan"] += any(s in c.pemilik for c in catatan)
        milik = [c.pekerjaan for c in catatan if c.pemilik == (s,)]
        hasil.hitung["sebab berpasangan"] += len(milik) > 1
        hasil.hitung["sebab utuh"] += len(milik) > 1 and len(set(milik)) == 1
        if not sendiri[s]:
            hasil.contoh.setdefault(f"diam {s.jenis}", _sebut(s, kasus))


def _pemilik(catatan: list[Catatan], sendiri: Sendiri, hasil: Hasil) -> None:
    for c in catatan:
        n = len(c.pemilik)
        hasil.hitung[f"catatan {'satu' if n == 1 else 'banyak' if n else 'tanpa'}"] += 1
        hasil.hitung["catatan menurut selnya"] += n == 1 and _kunci(c.temuan) not in sendiri[c.pemilik[0]]
        if n == 1:
            hasil.hitung["catatan sel tercatat"] += c.sel in c.pemilik[0].sel | c.pemilik[0].terkait
        else:
            nama = "+".join(sorted(s.jenis for s in c.pemilik))
            hasil.contoh.setdefault(f"{'banyak' if n else 'tanpa'} {c.temuan.kode} {nama}", _sebut_temuan(c.temuan))


def _pasangan(catatan: list[Catatan], hasil: Hasil) -> None:
    milik = [c for c in catatan if len(c.pemilik) == 1]
    for a, b in combinations(milik, 2):
        sebab, satu = (a.pemilik[0], b.pemilik[0]), a.pekerjaan == b.pekerjaan
        sama = sebab[0] is sebab[1]
        if sama:
            hasil.hitung[f"pasangan {'benar' if satu else 'pisah'}"] += 1
            hasil.hitung[f"jenis {sebab[0].jenis} {'benar' if satu else 'pisah'}"] += 1
        elif satu:
            hasil.hitung["pasangan gabung"] += 1
        if sama == satu:
            continue
        kode = "–".join(sorted((a.temuan.kode, b.temuan.kode)))
        nama = f"{'+'.join(sorted({s.jenis for s in sebab}))}: {kode}"
        (hasil.pisah if sama else hasil.gabung)[nama] += 1
        hasil.contoh.setdefault(nama, {"dua": [_sebut_temuan(c.temuan) for c in (a, b)]})


def _bukti(kasus: Kasus, semua: list[Temuan], teks: str, hasil: Hasil) -> None:
    """Hold what is called proved, in the notes and in the proposed corrections, against what was meant."""
    letak = kasus.instansi.letak()
    asli = {u.sel: u for s in kasus.sebab for u in s.ubahan}
    lembar = ukur.Kasus(kasus.instansi, (), {})
    terbukti: set[Sel] = set()

    def nilai(nama: str, sel: Sel | None, isi: str, contoh: dict[str, Any]) -> None:
        tepat = ukur.usul_tepat(isi, sel, asli, lembar)
        hasil.hitung[f"{nama} {'benar' if tepat else 'salah'}"] += 1
        if tepat and sel is not None:
            terbukti.add(sel)
        else:
            benar = asli[sel].teks_benar if sel in asli else "seperti tercetak"
            hasil.hitung[f"salah {contoh.get('kode', 'usul')}"] += 1
            ditanam = [s.jenis for s in kasus.sebab]
            hasil.contoh.setdefault(f"{nama} salah {kasus.instansi.kode} {contoh['sel']}",
                                    {**contoh, "benar": benar, "ditanam": ditanam})  # fmt: skip

    for t in semua:
        if t.seharusnya:
            baris = letak.get((t.berkas, t.baris))
            nilai("seharusnya", Sel(baris, t.kolom) if baris else None, t.seharusnya, _sebut_temuan(t))
    for u in (yaml.safe_load(teks) or {}).get("koreksi", []):
        tabel = u["berkas"].removesuffix(".csv")
        baris = [b for b in kasus.instansi.tabel[tabel]
                 if all(b.teks.get(k, "") == str(v) for k, v in u["kunci"].items())]  # fmt: skip
        sel = next((s for b in baris if (s := Sel(b, u["kolom"])).teks == u["expect"]), None)
        nilai("usul", sel, u["become"] or DITARIK, {"sel": f"{tabel} {u['kunci']} {u['kolom']}", **u})
    for s in kasus.sebab:
        hasil.hitung[f"jenis {s.jenis} terbukti"] += bool(terbukti & s.sel)


def _sebut(s: Sebab, kasus: Kasus) -> dict[str, Any]:
    return {"jenis": s.jenis, "sel": [f"{_tempat(u.sel, kasus)}: {u.teks_benar} → {isi[0]}"
                                      for u, isi in zip(s.ubahan, s.cetak, strict=True)],
            "terkait": sorted(_tempat(x, kasus) for x in s.terkait)}  # fmt: skip


def _tempat(sel: Sel, kasus: Kasus) -> str:
    nomor = next(n for n, b in enumerate(kasus.instansi.tabel[sel.baris.tabel], 2) if b is sel.baris)
    return f"{sel.baris.tabel}.csv:{nomor} {sel.kolom}"


def _sebut_temuan(t: Temuan) -> dict[str, Any]:
    return {
        "kode": t.kode,
        "sel": f"{t.berkas}:{t.baris} {t.kolom}",
        "subjek": t.subjek,
        "tercetak": t.tercetak,
        "seharusnya": t.seharusnya,
        "akar": t.akar,
        "penjelasan": t.penjelasan[:220],
    }


def _sebut_catatan(c: Catatan, kasus: Kasus) -> dict[str, Any]:
    nomor = [kasus.sebab.index(s) + 1 for s in c.pemilik]
    return {"id": c.temuan.id, "pekerjaan": c.pekerjaan, "sebab": nomor, **_sebut_temuan(c.temuan)}
