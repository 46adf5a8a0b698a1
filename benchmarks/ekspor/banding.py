"""Judge the tables that an import wrote, or the refusal it printed, against the truth of its file.

It knows docs/masukan.md and the truth, and nothing of the importer.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Isi = dict[str, Any]
_UANG = (("pagu", "pagu_rp"), ("realisasi", "realisasi_rp"))
_KARTU = ("satuan", "arah", "formulasi", "sumber_data", "penanggung_jawab", "alasan")


def banding(benar: Isi, folder: Path) -> list[str]:
    """Say how the tables of a year's folder differ from a truth; nothing when they are right."""
    tabel, anggaran = benar["tabel"], Anggaran(baca(folder, "anggaran"))
    beda: list[str] = []
    if "anggaran" in tabel:
        beda += _anggaran(benar, anggaran)
    if "kas" in tabel:
        beda += _kas(tabel["kas"], baca(folder, "kas"), anggaran)
    indikator = baca(folder, "indikator")
    beda += [b for satu in tabel.get("indikator", []) for b in _kartu(satu, indikator)]
    nama = {b["kode"]: kunci(b["nama"]) for b in indikator}
    for satu in ("target", "realisasi"):
        if satu in tabel:
            beda += _nilai(satu, tabel[satu], baca(folder, satu), nama)
    beda += _analisis(tabel.get("analisis", []), folder)
    return beda + [b for x in benar.get("tidak_boleh", []) for b in _terlarang(x, baca(folder, x["tabel"]))]


def banding_pesan(benar: Isi, pesan: str) -> list[str]:
    """Say which of the places and words that a refusal must name a message does not name."""
    rapi = kunci(pesan)
    return [
        f"pesan tidak menyebut salah satu dari {satu[:4]}"
        for satu in benar["sebut"]
        if not any(kunci(kata) in rapi for kata in satu)
    ]


def rapikan(teks: object) -> str:
    """Make one space of any run of spaces."""
    return re.sub(r"\s+", " ", str(teks or "").replace("\u00a0", " ")).strip()


def kunci(teks: object) -> str:
    return rapikan(teks).lower()


def angka(teks: object) -> float | None:
    """Read a figure as the input tables state it: None when it is not filled in, NaN when it is none.

    >>> angka("Rp 1.234.567,50"), angka("64,17%"), angka("64.17"), angka("-"), angka("834.267.8O9")
    (1234567.5, 64.17, 64.17, None, nan)
    """
    t = rapikan(teks)
    for bukan in ("Rp.", "Rp", "%", ",-"):
        t = t.replace(bukan, "")
    t = t.strip()
    if t in ("", "-", "--", "n/a") or t.startswith("belum "):
        return None
    minus = t.startswith(("-", "("))
    t = t.strip("-() ")
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", t) or ("," in t and "." not in t):
        t = t.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", t):
        t = t.replace(",", "")
    try:
        return -float(t) if minus else float(t)
    except ValueError:
        return math.nan


def cocok(benar: object, didapat: float | str | None, longgar: float = 0.005) -> bool:
    """Tell whether a cell says the figure, or one of the figures, that it may."""
    if isinstance(didapat, str):
        didapat = angka(didapat)
    for satu in benar if isinstance(benar, list) else [benar]:
        if satu is None or didapat is None:
            if satu is didapat:
                return True
        elif abs(didapat - satu) <= longgar:
            return True
    return False


def baca(folder: Path, tabel: str) -> list[dict[str, str]]:
    """Read a table; one that is not there has no rows."""
    path = folder / f"{tabel}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as berkas:
        return list(csv.DictReader(berkas))


class Anggaran:
    """The budget that was written, to be asked for the rows that state a row of the truth."""

    def __init__(self, baris: list[dict[str, str]]) -> None:
        self.baris = baris
        self._menurut_kode = {b["kode"]: b for b in baris}
        self._menurut_nama: dict[str, list[int]] = {}
        self._nomor: dict[str, list[int]] = {}
        self._anak: dict[tuple[str, str], list[dict[str, str]]] = {}
        for i, b in enumerate(baris):
            self._nomor.setdefault(rapikan(b["kode"]), []).append(i)
            self._menurut_nama.setdefault(kunci(b["nama"]), []).append(i)
            self._anak.setdefault((self._induk(b), b["dokumen"]), []).append(b)

    def cari(self, benar: Isi, dokumen: str | None = None) -> list[int]:
        """Find them by code, or where the file has none by name and the name above."""
        kode = benar.get("kode_setara") or ([benar["kode"]] if benar["kode"] else None)
        if kode:
            calon = [i for k in dict.fromkeys(kode) for i in self._nomor.get(k, [])]
        else:
            calon = [i for n in sorted(_nama(benar)) for i in self._menurut_nama.get(n, [])]
            if jalur := benar.get("jalur"):
                calon = [i for i in calon if kunci(jalur[-1]) in self._nama_induk(self.baris[i])]
        return [
            i
            for i in sorted(calon)
            if self.baris[i]["tingkat"] == benar["tingkat"] and (dokumen is None or self.baris[i]["dokumen"] == dokumen)
        ]

    def rupiah(self, baris: dict[str, str], kolom: str) -> float | None:
        """Read a figure; what is left open above others is their sum, as the reports count it."""
        nilai = angka(baris.get(kolom))
        if nilai is not None:
            return nilai
        anak = [self.rupiah(b, kolom) for b in self._anak.get((baris["kode"], baris["dokumen"]), [])]
        ada = [n for n in anak if n is not None]
        return sum(ada) if ada else None

    def _nama_induk(self, baris: dict[str, str]) -> str:
        kode = self._induk(baris)
        return kunci(self._menurut_kode[kode]["nama"]) if kode else ""

    def _induk(self, baris: dict[str, str]) -> str:
        kode = baris.get("induk") or baris["kode"].rpartition(".")[0]
        while kode and kode not in self._menurut_kode:
            kode = kode.rpartition(".")[0]
        return kode


def _nama(benar: Isi) -> set[str]:
    return {kunci(n) for n in (benar["nama"], *benar.get("nama_lain", []))}


def _anggaran(benar: Isi, didapat: Anggaran) -> Iterator[str]:
    dipakai: set[int] = set()
    for satu in benar["tabel"]["anggaran"]:
        dokumen = satu.get("dokumen")
        sebutan = f"anggaran {satu['kode'] or satu['nama']} ({', '.join(filter(None, (satu['tingkat'], dokumen)))})"
        ada = didapat.cari(satu, dokumen)
        dipakai.update(ada)
        if not ada:
            yield f"{sebutan}: tidak ada"
        for baris in (didapat.baris[i] for i in ada):
            if satu["nama"] is not None and kunci(baris["nama"]) not in _nama(satu):
                yield f"{sebutan}: nama {baris['nama']!r}, bukan {satu['nama']!r}"
            yield from _uang(sebutan, satu, {k: didapat.rupiah(baris, k) for k, _ in _UANG})
        if ada and satu.get("realisasi_wajib_di_salah_satu") and _terisi(satu["realisasi_rp"]):
            semua = (didapat.baris[i] for i in didapat.cari(satu))
            if all(didapat.rupiah(b, "realisasi") is None for b in semua):
                yield f"{sebutan}: realisasi tidak ada di dokumen mana pun"
    for satu in (x for v in benar.get("tambahan", {}).values() for x in v if "tingkat" in x):
        for i in didapat.cari(satu):  # output groups may be written as sub activities
            dipakai.add(i)
            pagu = didapat.rupiah(didapat.baris[i], "pagu")
            yield from _uang(f"anggaran {satu['kode']}", satu, {"pagu": pagu}, _UANG[:1])
    for i, baris in enumerate(didapat.baris):
        if baris["tingkat"] != "instansi":
            if i not in dipakai:
                yield f"anggaran {baris['kode']} {baris['nama']!r}: berlebih"
        elif baris["dokumen"] != "dpa":
            total = {k: v if isinstance(v, list) else [v, None] for k, v in benar["total"].items()}
            yield from _uang("anggaran 0", total, baris)


def _uang(sebutan: str, benar: Isi, baris: Isi, kolom: tuple[tuple[str, str], ...] = _UANG) -> Iterator[str]:
    for nama, di_kebenaran in kolom:
        if not cocok(benar[di_kebenaran], baris.get(nama)):
            yield f"{sebutan}: {nama} {baris.get(nama)!r}, bukan {benar[di_kebenaran]}"


def _terisi(rp: object) -> bool:
    return rp is not None and rp != [None] and not (isinstance(rp, list) and 0 in rp)


def _kas(benar: list[Isi], didapat: list[dict[str, str]], anggaran: Anggaran) -> Iterator[str]:
    """Hold whatever was written; and one level at least must be there whole."""
    menurut = {(b["kode"], b["periode"]): b for b in reversed(didapat)}
    lengkap, dikenal = False, {"0"}
    for tingkat in dict.fromkeys(b["tingkat"] for b in benar):
        ada = wajib = 0
        for satu in (b for b in benar if b["tingkat"] == tingkat):
            rupiah = [k for k in ("rencana", "realisasi") if f"{k}_rp" in satu]
            wajib += not all(isinstance(satu[f"{k}_rp"], list) or satu[f"{k}_rp"] is None for k in rupiah)
            kode = [satu["kode"]] if satu["kode"] else [anggaran.baris[i]["kode"] for i in anggaran.cari(satu)]
            dikenal.update(kode)
            baris = next((menurut[k, satu["periode"]] for k in kode if (k, satu["periode"]) in menurut), None)
            if baris is None:
                continue
            ada += 1
            sebutan = f"kas {satu['kode'] or satu['nama']} {satu['periode']}"
            yield from _uang(sebutan, satu, baris, tuple((k, f"{k}_rp") for k in rupiah))
        lengkap |= 0 < ada >= wajib
    if not lengkap:
        yield "kas: tidak satu tingkat pun lengkap"
    yield from (f"kas {k} {periode}: berlebih" for k, periode in menurut if k not in dikenal)


def _kartu(benar: Isi, didapat: list[dict[str, str]]) -> Iterator[str]:
    sebutan = f"indikator {benar['nama']!r}"
    baris = next((b for b in didapat if kunci(b["nama"]) == kunci(benar["nama"])), None)
    if baris is None:
        yield f"{sebutan}: tidak ada"
        return
    for kolom in _KARTU:
        if benar.get(kolom) and kunci(baris.get(kolom)) != kunci(benar[kolom]):
            yield f"{sebutan}: {kolom} {baris.get(kolom)!r}, bukan {benar[kolom]!r}"
    if not benar.get("satuan") and rapikan(baris.get("satuan")):
        yield f"{sebutan}: satuan {baris['satuan']!r} tidak ada di berkas"
    if benar["kode"] and rapikan(baris["kode"]) != benar["kode"]:
        yield f"{sebutan}: kode {baris['kode']!r}, bukan {benar['kode']!r}"


def _nilai(tabel: str, benar: list[Isi], didapat: list[dict[str, str]], nama: dict[str, str]) -> Iterator[str]:
    """Compare targets or results, which the truth knows by the name of their indicator."""
    harap = {(kunci(b["indikator"]), str(b["tahun"]), b["periode"]): b for b in benar}
    terlihat = set()
    for baris in didapat:
        di = (nama.get(baris["indikator"], ""), baris["tahun"], baris.get("periode") or "tahunan")
        terlihat.add(di)
        satu = harap.get(di)
        if satu is None:
            if angka(baris[tabel]) is not None:
                yield f"{tabel} {di}: berlebih ({baris[tabel]!r})"
            continue
        if not cocok(satu[tabel], baris[tabel]):
            yield f"{tabel} {di}: {baris[tabel]!r}, bukan {satu[tabel]}"
        if satu.get("bukti") and satu["bukti"] not in rapikan(baris.get("bukti")):
            yield f"{tabel} {di}: bukti {baris.get('bukti')!r}, bukan {satu['bukti']!r}"
    yield from (f"{tabel} {di}: tidak ada" for di in harap if di not in terlihat)


def _analisis(benar: list[Isi], folder: Path) -> Iterator[str]:
    if not benar:
        return
    teks = kunci(" ".join(path.read_text(encoding="utf-8") for path in folder.glob("analisis*.y*ml")))
    for satu in benar:
        for kolom in ("hambatan", "upaya", "tindak_lanjut"):
            if satu.get(kolom) and kunci(satu[kolom]) not in teks:
                yield f"analisis {satu['indikator']!r}: {kolom} {satu[kolom]!r} tidak ada"


def _terlarang(larangan: Isi, didapat: list[dict[str, str]]) -> Iterator[str]:
    """Name the first row that states what the file does not: a quarter as a year, income as spending."""
    for baris in didapat:
        kode = larangan.get("kode") and baris["kode"] == larangan["kode"]
        kolom = larangan.get("kolom") and rapikan(baris.get(larangan["kolom"])) not in ("", "-")
        masa = larangan.get("periode") == (baris.get("periode") or "tahunan") and rapikan(baris.get("realisasi"))
        if kode or kolom or masa:
            yield f"tidak boleh ada: {larangan} ({list(baris.values())[:3]})"
            return
