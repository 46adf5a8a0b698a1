"""Hold what `draf` reads of a report's copied text against the tables that a person typed from it, cell by cell.

`python -m benchmarks.draf.salinan TEKS --instansi ID --tahun TAHUN`: for each table of the report how many cells are
read with the right subject, year and value, how many of these are guessed, and how many are wrong without a mark;
then how many of the contradictions that the typed tables give are found in the draft, and how many notes are right.
"""

from __future__ import annotations

import argparse
import csv
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from lkip_lib import numerals
from lkip_lib.buku.rangkaian import rangkai
from lkip_lib.draf.files.sources import baca_draf
from lkip_lib.draf.findings.checking import periksa
from lkip_lib.draf.findings.consistency import periksa_sendiri
from lkip_lib.draf.findings.culprits import penyebab
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU, Angka
from lkip_lib.draf.reading import Bacaan, baca_naskah
from lkip_lib.draf.run import urutkan
from lkip_lib.draf.sentences.folding import nama_baku
from lkip_lib.draf.tables.budget import Simpul
from lkip_lib.draf.tables.captions import nomor_tabel
from lkip_lib.draf.year.arrange import susun
from lkip_lib.frames import catatan
from lkip_lib.places import Tempat

MIRIP = 0.75
Kunci = tuple[str, ...]


@dataclass
class Hitung:
    """Count the cells of one table."""

    sel: int = 0
    benar: int = 0
    ditebak: int = 0
    salah: list[str] = field(default_factory=list)  # read, and believed
    lepas: list[str] = field(default_factory=list)


def main(argv: list[str] | None = None) -> int:
    """Run from the command line."""
    a = argparse.ArgumentParser(prog="python -m benchmarks.draf.salinan", description=__doc__)
    a.add_argument("teks", type=Path)
    a.add_argument("--instansi", required=True)
    a.add_argument("--tahun", type=int, required=True)
    a.add_argument("--data", type=Path, default=Path("data"))
    a.add_argument("--rinci", action="store_true", help="sebut setiap sel yang tidak tepat")
    p = a.parse_args(argv)
    data = p.data / p.instansi / str(p.tahun)
    bacaan = baca_naskah(baca_draf(p.teks), p.tahun)
    susun(bacaan)
    print("| tabel | sel | benar | bagian | di antaranya ditebak | salah tanpa tanda | tidak terbaca |\n|" + "---|" * 7)
    semua = {**_kinerja(data, bacaan), **_pegawai(data, bacaan), **_anggaran(data, bacaan)}
    for nama, h in sorted(semua.items()):
        bagian = f"{h.benar / h.sel:.3f}".replace(".", ",") if h.sel else "-"
        print(f"| {nama} | {h.sel} | {h.benar} | {bagian} | {h.ditebak} | {len(h.salah)} | {len(h.lepas)} |")
    diketik, dicatat = _pertentangan(p.data.parent, p.instansi, p.tahun, bacaan)
    print("\n| tempat | pertentangan dalam ketikan | ditemukan di draf |\n|---|---|---|")
    for di in sorted({k[0] for k in diketik}):
        milik = {k: len(isi) for k, isi in diketik.items() if k[0] == di}
        print(f"| {di} | {sum(milik.values())} | {sum(n for k, n in milik.items() if k in dicatat)} |")
    luput = [f"{' '.join(k)}: {p}" for k, isi in diketik.items() if k not in dicatat for p in isi]
    palsu = [f"{' '.join(k)}: {p}" for k, isi in dicatat.items() if k not in diketik for p in isi]
    ketikan, draf = (sum(map(len, x.values())) for x in (diketik, dicatat))
    print(f"ditemukan: {ketikan - len(luput)} dari {ketikan}; catatan draf yang benar: {draf - len(palsu)} dari {draf}")
    if p.rinci:
        print(*(f"luput: {t}" for t in luput), *(f"di luar: {t}" for t in palsu), sep="\n")
        for nama, h in sorted(semua.items()):
            print(*(f"{nama}: salah: {s}" for s in h.salah), *(f"{nama}: lepas: {s}" for s in h.lepas), sep="\n")
    return 0


def _baris(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _tabel(bacaan: Bacaan) -> dict[int, str]:
    """Return what the report calls each table of the draft; a part that goes on bears the name of the first."""
    hasil: dict[int, str] = {}
    for t in bacaan.tabel:
        hasil[t.tabel.nomor] = nomor_tabel(t.ket.judul) or (hasil.get(t.sambungan, "") if t.sambungan else "")
    return hasil


def _bernomor(bacaan: Bacaan, ada: Iterable[str]) -> dict[int, str]:
    """Name a budget without a caption by the one number that no caption has, if the typed tables have one."""
    nomor = _tabel(bacaan)
    tiada = [t for t in ada if t and t not in nomor.values()]
    jenis = {t.tabel.nomor: t.jenis for t in bacaan.tabel}
    return {n: t or (tiada[0] if len(tiada) == 1 and jenis[n] == "anggaran" else "") for n, t in nomor.items()}


def _sumber(teks: str) -> str:
    cocok = re.match(r"Tabel \d+\.\d+", teks)
    return cocok[0] if cocok else ""


def _nilai(tercetak: str) -> float | None:
    return numerals.read(tercetak).value if "|" not in tercetak else None


def _sama(tercetak: str, a: Angka) -> bool:
    """Tell whether a figure of the draft is the one that was typed; one that nobody can read is so in both."""
    if a.tercetak.strip() == tercetak.strip() or _nilai(tercetak) is not None:
        benar = _nilai(tercetak)
        return (benar is None and a.ember == RAGU) or (benar is not None and a.nilai == benar and a.ember != RAGU)
    return a.ember == RAGU


def _banding(semua: dict[Kunci, str], ada: dict[Kunci, list[Angka]], tabel: str) -> Hitung:
    """Count the cells of one table that are read as they were typed."""
    h = Hitung()
    for kunci, tercetak in semua.items():
        if not re.search(r"\d", tercetak):
            continue
        h.sel += 1
        calon = ada.get(kunci, [])
        benar = [a for a in calon if _sama(tercetak, a)]
        if benar:
            h.benar += 1
            h.ditebak += benar[0].ember == DITEBAK
        elif any(a.ember == DIBACA for a in calon):
            h.salah.append(f"{kunci}: {tercetak}, dibaca {[a.tercetak for a in calon]}")
        else:
            h.lepas.append(f"{kunci}: {tercetak} {[(a.tercetak, a.ember) for a in calon]}")
    for kunci, calon in ada.items():
        if kunci not in semua and any(a.ember == DIBACA for a in calon):
            h.salah.append(f"{tabel} {kunci}: tidak diketik; dibaca {[(a.tercetak, a.subjek) for a in calon]}")
    return h


def _sebutan(data: Path) -> dict[str, set[str]]:
    """Return every name that an indicator is printed with."""
    hasil: dict[str, set[str]] = {}
    for b in _baris(data / "indikator.csv"):
        hasil.setdefault(b["kode"], set()).add(nama_baku(b["nama"]))
    for berkas, kode in (
        ("target.csv", "indikator"),
        ("tercetak/hitungan.csv", "subjek"),
        ("tercetak/nama.csv", "subjek"),
    ):
        for b in _baris(data / berkas):
            if b.get("jenis_subjek", "indikator") == "indikator" and b.get(kode) and b.get("nama"):
                hasil.setdefault(b[kode], set()).add(nama_baku(b["nama"]))
    return hasil


def _mirip(satu: str, dua: str) -> float:
    return SequenceMatcher(None, satu, dua, autojunk=False).ratio()


def _kinerja(data: Path, bacaan: Bacaan) -> dict[str, Hitung]:
    sebutan = _sebutan(data)
    semua: dict[str, dict[Kunci, str]] = {}
    for b in _baris(data / "target.csv"):
        kunci: Kunci = ("target", b["indikator"], b["tahun"], b["periode"], "instansi")
        semua.setdefault(_sumber(b["sumber"]), {})[kunci] = b["target"]
    for b in _baris(data / "realisasi.csv"):
        kunci = "realisasi", b["indikator"], b["tahun"], b["periode"], b["lingkup"]
        semua.setdefault(_sumber(b["sumber"]), {})[kunci] = b["realisasi"]
    for b in _baris(data / "tercetak" / "hitungan.csv"):
        peran = {"capaian_persen": "capaian", "realisasi": "realisasi"}.get(b["besaran"])
        if peran and b["jenis_subjek"] == "indikator":
            kunci = peran, b["subjek"] or nama_baku(b["nama"]), b["tahun"], "tahunan", "instansi"
            semua.setdefault(_sumber(b["sumber"]), {}).setdefault(kunci, b["nilai"])
    ke: dict[str, str] = {}

    def kode(subjek: str) -> str:
        nama = nama_baku(subjek)
        if nama not in ke:
            nilai = max(((max(_mirip(nama, s) for s in isi), k) for k, isi in sebutan.items()), default=(0.0, ""))
            ke[nama] = nilai[1] if nilai[0] >= MIRIP else nama
        return ke[nama]

    nomor = _tabel(bacaan)
    ada: dict[str, dict[Kunci, list[Angka]]] = {}
    for a in bacaan.angka:
        if a.tabel and a.peran in ("target", "realisasi", "capaian") and a.subjek and a.jenis != "anggaran":
            kunci = a.peran, kode(a.subjek), str(a.tahun), a.periode, a.lingkup
            ada.setdefault(nomor[a.tabel], {}).setdefault(kunci, []).append(a)
    return {
        t: _banding(isi, ada.get(t, {}), t)
        for t, isi in semua.items()
        if t and any(re.search(r"\d", v) for v in isi.values())
    }


def _pegawai(data: Path, bacaan: Bacaan) -> dict[str, Hitung]:
    semua: dict[str, dict[Kunci, str]] = {}
    for b in _baris(data / "sdm.csv"):
        for k in ("asn", "non_asn"):
            semua.setdefault(_sumber(b["sumber"]), {})[k, nama_baku(b["uraian"])] = b[k]
    nomor = _tabel(bacaan)
    ada: dict[str, dict[Kunci, list[Angka]]] = {}
    for x in bacaan.lain:
        if x.jenis == "sdm" and not x.jumlah:
            for k, a in x.angka.items():
                ada.setdefault(nomor[x.tabel], {}).setdefault((k, nama_baku(x.nama)), []).append(a)
    return {t: _banding(isi, ada.get(t, {}), t) for t, isi in semua.items()}


def _anggaran(data: Path, bacaan: Bacaan) -> dict[str, Hitung]:
    """Count the cells of the budget by code: the line of the draft is that of the same name, under the same line."""
    nama: dict[str, dict[str, str]] = {}
    isi: dict[str, dict[Kunci, str]] = {}
    for b in _baris(data / "anggaran.csv"):
        if t := _sumber(b["sumber"]):
            nama.setdefault(t, {})[b["kode"]] = nama_baku(b["nama"])
            for k, peran in (("pagu", "pagu"), ("realisasi", "realisasi_rp")):
                isi.setdefault(t, {})[peran, b["kode"]] = b[k]
    for b in _baris(data / "tercetak" / "hitungan.csv"):
        if (t := _sumber(b["sumber"])) and b["besaran"] == "serapan_persen" and b["jenis_subjek"] == "anggaran":
            isi.setdefault(t, {})["serapan", b["subjek"]] = b["nilai"]
    hasil = {}
    nomor = _bernomor(bacaan, isi)
    ke: dict[str, str] = {}  # what code was typed for each of the draft's
    for t, sel in sorted(isi.items(), key=lambda x: -len(x[1])):
        ada: dict[Kunci, list[Angka]] = {}
        milik = [s for s in bacaan.anggaran.simpul if nomor.get(s.tabel) == t]
        for simpul, kode in _berpasangan(nama.get(t, {}), milik, ke):
            for k, a in simpul.angka.items():
                ada.setdefault((k.partition("~")[0], kode), []).append(a)
        hasil[f"{t} (anggaran)"] = _banding(sel, ada, t)
    return hasil


def _berpasangan(nama: dict[str, str], simpul: list[Simpul], ke: dict[str, str]) -> Iterator[tuple[Simpul, str]]:
    """Yield each line of the draft with the code that was typed for it: alike in name, in order, under the same."""
    sisa = list(nama)
    for s in simpul:
        sendiri = re.sub(r"^(?:sub ?kegiatan|kegiatan|program)\s+", "", nama_baku(s.nama))
        calon = [(_mirip(sendiri, re.sub(r"^program ", "", nama[k])), -n, k) for n, k in enumerate(sisa)
                 if ke.get(s.induk, "") == k.rpartition(".")[0]]  # fmt: skip
        nilai, _, kode = max(calon, default=(0.0, 0, ""))
        if s.tingkat == "instansi" and "0" in sisa:
            nilai, kode = 1.0, "0"
        elif ke.get(s.kode) in sisa:
            nilai, kode = 1.0, ke[s.kode]
        if nilai < MIRIP:
            yield s, f"? {s.nama}"
            continue
        sisa.remove(kode)
        ke[s.kode] = kode
        yield s, kode


def _pertentangan(
    akar: Path, instansi: str, tahun: int, bacaan: Bacaan
) -> tuple[dict[Kunci, list[str]], dict[Kunci, list[str]]]:
    """Return the notes of the typed tables and those of the draft by what they are of.

    That is the table, or a sentence, and the digits of the printed figure.
    """
    with tempfile.TemporaryDirectory(prefix="lkip-") as folder:
        for nama in ("data", "params"):
            shutil.copytree(akar / nama / instansi, Path(folder) / nama / instansi)
        letak = Tempat(Path(folder), instansi, tahun)
        (letak.data_tahun / "koreksi.yml").unlink(missing_ok=True)  # what is printed, not what was mended
        hasil = rangkai(letak, "04_pemeriksaan").frames["pemeriksaan"]
    letak = Tempat(akar, instansi, tahun)
    sumber: dict[str, list[dict[str, str]]] = {}
    diketik: dict[Kunci, list[str]] = {}
    tanpa_angka: set[Kunci] = set()
    for b in catatan(hasil):
        berkas, kolom = str(b["berkas"]), str(b["kolom"])
        if not berkas.endswith(".csv") or b["baris"] is None or b["tingkat"] == "informasi":
            continue
        isi = sumber.setdefault(berkas, _baris(letak.data_tahun / berkas))
        baris = isi[int(float(str(b["baris"]))) - 2]
        di = _sumber(baris.get("sumber", "")) or "kalimat"
        if tercetak := _digit(baris.get(kolom) or ""):
            diketik.setdefault((di, tercetak), []).append(f"{b['kode']} {b['penjelasan']}")
        else:
            tanpa_angka.add((di, str(b["kode"])))
    susunan = susun(bacaan)
    temuan, kabar = periksa(bacaan, susunan)
    print(*kabar, sep="\n")
    temuan = urutkan([*temuan, *periksa_sendiri(bacaan, susunan), *penyebab(bacaan)])
    nomor = _bernomor(bacaan, {_sumber(b["sumber"]) for b in _baris(letak.data_tahun / "anggaran.csv")})
    dicatat: dict[Kunci, list[str]] = {}
    for t in temuan:
        if t.tingkat != "informasi":
            di = nomor.get(t.angka.tabel, "") or "kalimat"  # or a table without a number
            if (di, t.kode) not in tanpa_angka:
                dicatat.setdefault((di, _digit(t.angka.tercetak)), []).append(f"{t.kode} {t.pesan}")
    return diketik, dicatat


def _digit(teks: str) -> str:
    return re.sub(r"\D", "", teks)


if __name__ == "__main__":
    sys.exit(main())
