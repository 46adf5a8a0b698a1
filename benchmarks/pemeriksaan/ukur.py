"""Measure the checks: `python -m benchmarks.pemeriksaan.ukur --kasus 10000 --benih 1 --proses 2`.

A planted error is *found* when a note (kesalahan or peringatan) stands on its cell, or on a cell that a violated
constraint relates directly to it, and the note's family is one that the constraint may be reported under. A figure
that is wrong contradicts several others, and any of them is a right place to say so; which families are right is
therefore a property of the constraint, not of the error. A note is *false* when its cell lies in no violated
constraint: neither planted nor a consequence of what was planted.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.pemeriksaan.jalan import Temuan, bersihkan, periksa
from benchmarks.pemeriksaan.kesalahan import JENIS, Kesalahan, Penanam, Ubahan, terhitung
from benchmarks.pemeriksaan.model import KOLOM_ANGKA, LANGGAR, Baris, Instansi, Kendala, Sel, banding
from benchmarks.pemeriksaan.pembangkit import bangun
from lkip_lib.checks.registry import DITARIK

FAMILI = ("angka", "target", "capaian", "predikat", "anggaran", "efisiensi", "runtun", "triwulan", "narasi", "sdm")
BERAT = ("kesalahan", "peringatan")
PALING_BANYAK = 20


@dataclass
class Hasil:
    """Gather what one or many cases gave. Everything in it can be added up."""

    kasus: int = 0
    detik: float = 0.0
    hitung: Counter[str] = field(default_factory=Counter)
    luput: list[dict[str, Any]] = field(default_factory=list)
    palsu: list[dict[str, Any]] = field(default_factory=list)
    usul_salah: list[dict[str, Any]] = field(default_factory=list)
    galat: list[dict[str, Any]] = field(default_factory=list)

    def tambah(self, lain: Hasil) -> None:
        """Add another result; of the lists no more is kept than is ever shown."""
        self.kasus += lain.kasus
        self.detik += lain.detik
        self.hitung += lain.hitung
        for nama in ("luput", "palsu", "usul_salah", "galat"):
            milik = getattr(self, nama)
            milik.extend(getattr(lain, nama)[: max(0, 400 - len(milik))])


@dataclass(frozen=True)
class Kasus:
    """Hold one agency with what was planted in it and what it violates."""

    instansi: Instansi
    kesalahan: tuple[Kesalahan, ...]
    dilanggar: dict[Kendala, int]

    @property
    def terhitung(self) -> list[Kesalahan]:
        nyata = [k for k, hasil in self.dilanggar.items() if hasil == LANGGAR]
        return [k for k in self.kesalahan if terhitung(k, nyata)]


def buat_kasus(benih: int, banyak: int | None = None) -> Kasus:
    """Make an agency and plant one to five errors of different kinds, or none when `banyak` is 0."""
    acak = random.Random(benih * 7919 + 1)
    ingin = acak.randint(1, 5) if banyak is None else banyak
    urutan = acak.sample(list(JENIS), len(JENIS))
    instansi = bangun(benih, mudah=banyak != 0 and "target_lebih_mudah" in urutan[:ingin])
    penanam, ditanam = Penanam(instansi, acak), []
    if instansi.catatan.get("mudah"):  # it is in the agency already, so it must be owned up to
        urutan.remove("target_lebih_mudah")
        urutan.insert(0, "target_lebih_mudah")
    for jenis in urutan:
        if len(ditanam) >= ingin:
            break
        if kesalahan := penanam.tanam(jenis):
            ditanam.append(kesalahan)
    return Kasus(instansi, tuple(ditanam), instansi.dilanggar())


def jalankan(benih: int, akar: Path, *, simpan: bool = False, banyak: int | None = None) -> Hasil:
    """Measure one case."""
    kasus = buat_kasus(benih, banyak)
    mulai = time.process_time()  # another process's load is no slowness of the checks
    temuan, galat = periksa(kasus.instansi, akar)
    hasil = Hasil(1, time.process_time() - mulai)
    if galat:
        hasil.galat.append({"benih": benih, "galat": galat, "ditanam": [_sebut(k, kasus) for k in kasus.kesalahan]})
    else:
        nilai(kasus, temuan, hasil, benih)
    if not simpan:
        bersihkan(kasus.instansi, akar)
    return hasil


def nilai(kasus: Kasus, temuan: list[Temuan], hasil: Hasil, benih: int) -> None:
    """Match notes with planted errors."""
    letak = kasus.instansi.letak()
    berat = [(t, _sel_temuan(t, letak)) for t in temuan if t.tingkat in BERAT]
    nyata = [k for k, h in kasus.dilanggar.items() if h == LANGGAR]
    for kesalahan in kasus.terhitung:
        sekitar = [(k.inti | set(kesalahan.sel), k.keluarga) for k in nyata if set(kesalahan.sel) & k.inti]
        sekitar.append((frozenset(kesalahan.sel), frozenset({kesalahan.keluarga, "angka"})))
        ada = any(t.keluarga in keluarga and _kena(s, inti) for t, s in berat for inti, keluarga in sekitar)
        hasil.hitung[f"ditanam {kesalahan.keluarga}"] += 1
        hasil.hitung[f"jenis {kesalahan.jenis}"] += 1
        if ada:
            hasil.hitung[f"ditemukan {kesalahan.keluarga}"] += 1
            hasil.hitung[f"jenis ditemukan {kesalahan.jenis}"] += 1
        else:
            hasil.luput.append({"benih": benih, **_sebut(kesalahan, kasus), "terlanggar": [
                k.nama for k in nyata if set(kesalahan.sel) & k.inti][:4], "catatan": [
                f"{t.kode} {t.berkas}:{t.baris}" for t, _ in berat][:6]})  # fmt: skip
    asli = {u.sel: u for k in kasus.kesalahan for u in k.ubahan}
    usul: dict[Sel, set[str]] = {}
    for t, s in berat:
        benar = any(t.keluarga in k.keluarga and _kena(s, k.luas) for k in kasus.dilanggar)
        benar = benar or any(_kena(s, frozenset(k.sel)) for k in kasus.kesalahan)
        hasil.hitung[f"{'benar' if benar else 'palsu'} {t.keluarga}"] += 1
        hasil.hitung[f"kode {'benar' if benar else 'palsu'} {t.kode}"] += 1
        if not benar:
            hasil.palsu.append({"benih": benih, **_sebut_temuan(t), "ditanam": [
                _sebut(k, kasus) for k in kasus.kesalahan][:5]})  # fmt: skip
        if t.seharusnya:
            tepat = usul_tepat(t.seharusnya, s, asli, kasus)
            usul.setdefault(s, set()).add("benar" if tepat else "salah")
            hasil.hitung[f"usul {'benar' if tepat else 'salah'} {t.keluarga}"] += 1
            if not tepat:
                hasil.usul_salah.append({"benih": benih, **_sebut_temuan(t), "benar": _tampil(s, asli), "ditanam": [
                    _sebut(k, kasus) for k in kasus.kesalahan][:5]})  # fmt: skip
    for kesalahan in kasus.terhitung:
        isi = {hasil_usul for s in kesalahan.sel for hasil_usul in usul.get(s, ())}
        nasib = "salah" if "salah" in isi else "benar" if isi else "ditahan"
        hasil.hitung[f"perbaikan {nasib} {kesalahan.keluarga}"] += 1


def _sel_temuan(t: Temuan, letak: dict[tuple[str, int], Baris]) -> Sel | None:
    baris = letak.get((t.berkas, t.baris))
    return Sel(baris, t.kolom) if baris else None


def _kena(s: Sel | None, milik: Collection[Sel]) -> bool:
    """Tell whether a note stands on one of the cells; a text cell is its whole row, as a note can only name figures."""
    if s is None:
        return False
    if s in milik:
        return True
    return any(m.baris is s.baris and m.kolom not in KOLOM_ANGKA.get(m.baris.tabel, ()) for m in milik)


def usul_tepat(seharusnya: str, sel: Sel | None, asli: dict[Sel, Ubahan], kasus: Kasus) -> bool:
    """Tell whether a proposed text says the true value of its cell, in its own precision.

    A planted derived cell may be mended to any value that its true sources give: a mean bounded or not, for one. A
    figure is rightly withdrawn where it was planted.
    """
    if sel is None:
        return False
    if seharusnya == DITARIK:
        return sel in asli
    return _sama_benar(seharusnya, sel, asli) or (
        sel in asli and sel.baris.tabel.startswith("tercetak/") and _diterima(seharusnya, sel, asli, kasus)
    )


def _diterima(seharusnya: str, sel: Sel, asli: dict[Sel, Ubahan], kasus: Kasus) -> bool:
    kini = [(u.sel, u.sel.teks, u.sel.nilai, u.sel.desimal) for u in asli.values() if u.sel.kolom in u.sel.baris.nilai]
    for u in asli.values():
        if u.sel.kolom in u.sel.baris.nilai:
            u.sel.baris.isi(u.sel.kolom, u.teks_benar, u.benar, u.desimal_benar)
    dibaca = _baca(seharusnya) if isinstance(sel.nilai, Fraction) else (seharusnya, 0)
    if dibaca:
        sel.baris.isi(sel.kolom, seharusnya, *dibaca)
    hasil = dibaca is not None and all(k.ukur() != LANGGAR for k in kasus.instansi.kendala if sel in k.inti)
    for s, teks, nilai_kini, d in kini:
        s.baris.isi(s.kolom, teks, nilai_kini, d)
    return hasil


def _sama_benar(seharusnya: str, sel: Sel, asli: dict[Sel, Ubahan]) -> bool:
    asal = asli.get(sel)
    benar, teks = (asal.benar, asal.teks_benar) if asal else (sel.nilai, sel.teks)
    desimal = asal.desimal_benar if asal else sel.desimal
    if isinstance(benar, Fraction):
        dibaca = _baca(seharusnya)
        if dibaca is None:
            return False
        x, d = dibaca
        # The printed truth has its precision, the proposal its own: the coarser of the two decides.
        return banding(*((x, d, benar) if d <= desimal else (benar, desimal, x))) != LANGGAR
    kata = seharusnya.casefold().replace("_", " ")
    return kata in (str(benar).casefold().replace("_", " "), teks.casefold())


def _baca(teks: str) -> tuple[Fraction, int] | None:
    inti = re.sub(r"^(-?)Rp\.?\s?", r"\1", teks.strip()).removesuffix("%").removesuffix(",-").strip()
    inti = re.sub(r"\s[^\d]*$", "", inti)
    if not re.fullmatch(r"-?\d{1,3}(\.\d{3})*(,\d+)?|-?\d+([.,]\d+)?", inti):
        return None
    polos = inti.replace(".", "").replace(",", ".") if "," in inti or re.search(r"\.\d{3}", inti) else inti
    return Fraction(polos), len(polos.partition(".")[2])


def _tampil(sel: Sel | None, asli: dict[Sel, Ubahan]) -> str:
    return "" if sel is None else asli[sel].teks_benar if sel in asli else f"{sel.teks} (tidak diubah)"


def _sebut(kesalahan: Kesalahan, kasus: Kasus) -> dict[str, Any]:
    tempat = {id(b): f"{f}:{n}" for (f, n), b in kasus.instansi.letak().items()}
    return {
        "jenis": kesalahan.jenis,
        "keluarga": kesalahan.keluarga,
        "sel": [f"{tempat.get(id(u.sel.baris), 'hilang')} {u.sel.kolom}: {u.teks_benar} → {u.sel.teks}"
                for u in kesalahan.ubahan][:4],
    }  # fmt: skip


def _sebut_temuan(t: Temuan) -> dict[str, Any]:
    return {
        "kode": t.kode,
        "keluarga": t.keluarga,
        "sel": f"{t.berkas}:{t.baris} {t.kolom}",
        "tercetak": t.tercetak,
        "seharusnya": t.seharusnya,
        "penjelasan": t.penjelasan[:200],
    }


def _bagian(tugas: tuple[list[int], Path, bool, int | None]) -> Hasil:
    benih, akar, simpan, banyak = tugas
    hasil = Hasil()
    for b in benih:
        hasil.tambah(jalankan(b, akar, simpan=simpan, banyak=banyak))
    return hasil


def ukur(
    benih: Iterable[int], akar: Path, *, proses: int = 1, simpan: bool = False, banyak: int | None = None
) -> Hasil:
    """Measure many cases."""
    semua = list(benih)
    tugas = [(semua[k : k + 5], akar, simpan, banyak) for k in range(0, len(semua), 5)]
    hasil = Hasil()
    if proses == 1:
        for t in tugas:
            hasil.tambah(_bagian(t))
        return hasil
    with multiprocessing.get_context("forkserver").Pool(proses) as kolam:
        for n, bagian in enumerate(kolam.imap(_bagian, tugas), 1):
            hasil.tambah(bagian)
            if n % 40 == 0:
                print(f"{hasil.kasus} kasus", file=sys.stderr, flush=True)
    return hasil


def ringkas(hasil: Hasil) -> dict[str, Any]:
    """Compute recall, precision and repairs, by family and overall."""
    h = hasil.hitung
    baris = {}
    for f in (*FAMILI, "semua"):

        def n(nama: str, f: str = f) -> int:
            return sum(h[f"{nama} {x}"] for x in FAMILI) if f == "semua" else h[f"{nama} {f}"]

        ditanam, benar, palsu = n("ditanam"), n("benar"), n("palsu")
        baris[f] = {
            "ditanam": ditanam,
            "ditemukan": n("ditemukan"),
            "recall": n("ditemukan") / ditanam if ditanam else None,
            "catatan": benar + palsu,
            "palsu": palsu,
            "presisi": benar / (benar + palsu) if benar + palsu else None,
            "perbaikan_benar": n("perbaikan benar"),
            "perbaikan_salah": n("perbaikan salah"),
            "perbaikan_ditahan": n("perbaikan ditahan"),
            "usul_salah": n("usul salah"),
        }
    jenis = {j: [h[f"jenis ditemukan {j}"], h[f"jenis {j}"]] for j in JENIS}
    kode = sorted({k.split()[-1] for k in h if k.startswith("kode ")})
    per_kode = {k: [h[f"kode benar {k}"], h[f"kode palsu {k}"]] for k in kode}
    return {"kasus": hasil.kasus, "galat": len(hasil.galat), "keluarga": baris, "jenis": jenis, "kode": per_kode,
            "detik_per_kasus": hasil.detik / max(1, hasil.kasus)}  # fmt: skip


def tulis_tabel(r: dict[str, Any]) -> str:
    """Write the summary as Markdown."""

    def p(x: float | None) -> str:
        return "–" if x is None else f"{x:.4f}"

    isi = ["| keluarga | ditanam | ditemukan | recall | catatan | palsu | presisi | perbaikan benar | salah | ditahan "
           "| usul salah |", "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    for f, b in r["keluarga"].items():
        isi.append(f"| {f} | {b['ditanam']} | {b['ditemukan']} | {p(b['recall'])} | {b['catatan']} | {b['palsu']} | "
                   f"{p(b['presisi'])} | {b['perbaikan_benar']} | {b['perbaikan_salah']} | {b['perbaikan_ditahan']} | "
                   f"{b['usul_salah']} |")  # fmt: skip
    isi += ["", "| jenis kesalahan | keluarga | ditemukan | ditanam | recall |", "|---|---|---:|---:|---:|"]
    isi += [f"| {j} | {JENIS[j][0]} | {a} | {n} | {p(a / n if n else None)} |" for j, (a, n) in r["jenis"].items()]
    isi += ["", "| kode | benar | palsu |", "|---|---:|---:|"]
    isi += [f"| {k} | {a} | {b} |" for k, (a, b) in r["kode"].items()]
    return "\n".join(isi)


def main(argv: list[str] | None = None) -> int:
    """Run the benchmark from the command line."""
    a = argparse.ArgumentParser(description="Ukur pemeriksaan dengan kesalahan yang ditanam.")
    a.add_argument("--kasus", type=int, default=10000)
    a.add_argument("--benih", type=int, default=1)
    a.add_argument("--proses", type=int, default=2)
    a.add_argument("--bersih", type=int, default=300, help="banyak instansi tanpa kesalahan yang diperiksa lebih dulu")
    a.add_argument("--simpan", type=Path, help="simpan berkas setiap kasus di folder ini")
    a.add_argument("--json", type=Path, help="tulis hasil lengkap ke berkas ini")
    p = a.parse_args(argv)
    ram = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=ram if ram.is_dir() else None) as sementara:
        akar, simpan = p.simpan or Path(sementara), p.simpan is not None
        bersih = ukur(range(p.benih, p.benih + p.bersih), akar, proses=p.proses, simpan=simpan, banyak=0)
        palsu = sum(n for k, n in bersih.hitung.items() if k.startswith("palsu "))
        print(f"Tanpa kesalahan: {bersih.kasus} instansi, {palsu} catatan palsu, {len(bersih.galat)} galat.\n")
        _daftar("Catatan palsu pada instansi tanpa kesalahan", bersih.palsu + bersih.galat)
        mulai = time.perf_counter()
        hasil = ukur(range(p.benih, p.benih + p.kasus), akar, proses=p.proses, simpan=simpan)
    r = ringkas(hasil)
    print(f"{hasil.kasus} kasus, {time.perf_counter() - mulai:.0f} detik, {r['detik_per_kasus']:.2f} detik pemeriksaan "
          f"per kasus, {len(hasil.galat)} galat.\n\n{tulis_tabel(r)}\n")  # fmt: skip
    _daftar("Luput", hasil.luput)
    _daftar("Catatan palsu", hasil.palsu)
    _daftar("Usul perbaikan yang salah", hasil.usul_salah)
    _daftar("Galat", hasil.galat)
    if p.json:
        rinci = {k: getattr(hasil, k) for k in ("luput", "palsu", "usul_salah", "galat")}
        isi = {**r, "rinci": rinci, "bersih": {"palsu": bersih.palsu, "galat": bersih.galat}}
        p.json.write_text(json.dumps(isi, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


def _daftar(judul: str, isi: list[dict[str, Any]]) -> None:
    if isi:
        print(f"### {judul} ({min(len(isi), PALING_BANYAK)} pertama)\n")
        for b in isi[:PALING_BANYAK]:
            print("- " + json.dumps(b, ensure_ascii=False))
        print()


if __name__ == "__main__":
    sys.exit(main())
