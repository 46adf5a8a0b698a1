"""Find in what a reader wrote the row of each figure of a draft."""

from __future__ import annotations

import csv
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.draf.samakan import angka_dalam, baku, nama_baku, nilai, peran_cocok, setulis

Baris = dict[str, str]
Letak = tuple[int, int, int]


def baca_csv(path: Path) -> list[Baris]:
    """Read a table of the reader; one that is missing is empty."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as f:
        return [{k: v or "" for k, v in b.items() if k} for b in csv.DictReader(f)]


def letak(b: Baris) -> Letak | None:
    try:
        return int(b.get("tabel", "")), int(b.get("baris", "")), int(b.get("kolom", ""))
    except ValueError:
        return None


class Jodoh:
    """Match one draft's rows with its figures."""

    def __init__(self, benar: dict[str, Any], angka: list[Baris], berkas: str) -> None:
        self.benar = benar
        self.baris = [b for b in angka if Path(b.get("berkas", "") or berkas).name == berkas]
        self.berkas = berkas
        self.bertempat = benar["bentuk"] in ("docx", "html")  # tables stand where the truth says
        self.jodoh: dict[int, Baris] = {}  # the row of each figure
        self.milik: set[int] = set()  # rows that are the row of a figure

    def jodohkan(self) -> None:
        """Find the row of each figure: by its place where that is agreed, else by text and meaning."""
        sisa = []
        self._jodohkan_kalimat()
        for a in self.benar["angka"]:
            if a["id"] in self.jodoh:
                continue
            pilihan = [b for b in self._calon(a) if id(b) not in self.milik]
            tepat = [b for b in pilihan if not self.beda(a, b)]
            if tepat or (pilihan and self.bertempat and "tabel" in a):
                self._pasang(a, (tepat or pilihan)[0])
            else:
                sisa.append(a)
        for a in sisa:
            # Of several, one that is not told to be something else than a figure: a number of a law, of a person.
            if pilihan := [b for b in self._calon(a) if id(b) not in self.milik]:
                self._pasang(a, min(pilihan, key=lambda b: b.get("ember") == "dibaca"))

    def _jodohkan_kalimat(self) -> None:
        """Find the paragraph of the reader that holds all figures of one of ours, whatever their order in the file."""
        terbaca: dict[str, list[Baris]] = {}
        for b in self.baris:
            if not b.get("tabel"):
                terbaca.setdefault(b.get("paragraf", ""), []).append(b)
        kita: dict[int, list[dict[str, Any]]] = {}
        for a in self.benar["angka"]:
            if "paragraf" in a:
                kita.setdefault(a["urutan"], []).append(a)
        for milik in kita.values():
            isi = Counter(map(baku, angka_dalam(milik[0]["paragraf"])))
            # Of paragraphs with the same numbers, as a caption "Tabel 3. 2" may have, the one that means the same.
            for nomor in sorted(terbaca, key=lambda n: (_jarak(isi, terbaca[n]), self._asing(milik, terbaca[n]))):
                if pasangan := self._pasangan(milik, terbaca[nomor]):
                    for a, b in pasangan:
                        self._pasang(a, b)
                    del terbaca[nomor]
                    break

    def _pasangan(self, milik: list[dict[str, Any]], baris: list[Baris]) -> list[tuple[dict[str, Any], Baris]]:
        """Pair all figures of a paragraph with rows of another, or none."""
        hasil: list[tuple[dict[str, Any], Baris]] = []
        for a in milik:
            terpakai = {id(b) for _, b in hasil}
            cocok = [b for b in baris if id(b) not in terpakai and setulis(baku(a["tercetak"]), baku(b["tercetak"]))]
            if not cocok:
                return []
            hasil.append((a, next((b for b in cocok if not self.beda(a, b)), cocok[0])))
        return hasil

    def _asing(self, milik: list[dict[str, Any]], baris: list[Baris]) -> int:
        """Count the figures of a paragraph that no row of another means."""
        return sum(all(self.beda(a, b) for b in baris) for a in milik)

    def _pasang(self, a: dict[str, Any], b: Baris) -> None:
        self.jodoh[a["id"]] = b
        self.milik.add(id(b))
        if self.rentang(a) and self.bertempat and "tabel" in a:  # its ends may be two rows
            self.milik |= {id(x) for x in self.baris if letak(x) in self.tempat(a)}

    @staticmethod
    def rentang(a: dict[str, Any]) -> bool:
        return not (a["nilai"] or a["rusak"])

    def _calon(self, a: dict[str, Any]) -> list[Baris]:
        tertulis = baku(a["tercetak"])
        if self.bertempat and "tabel" in a:
            tempat = self.tempat(a)
            semua = [b for b in self.baris if letak(b) in tempat]
        else:
            semua = [b for b in self.baris if bool(b.get("tabel")) == ("tabel" in a)]
            if not self.bertempat:  # what is a table in a PDF may be read as lines
                semua += [b for b in self.baris if bool(b.get("tabel")) != ("tabel" in a)]
        ujung = re.findall(r"[\d.,]*\d", tertulis) if self.rentang(a) else []
        return [b for b in semua if any(setulis(x, baku(b.get("tercetak", ""))) for x in (tertulis, *ujung))]

    @staticmethod
    def tempat(a: dict[str, Any]) -> set[Letak]:
        return {(a["tabel"], a["baris"] + i, a["kolom"] + j) for i in range(a["tinggi"]) for j in range(a["lebar"])}

    def beda(self, a: dict[str, Any], b: Baris) -> list[str]:
        """Say what of a row is not as it should be."""
        beda = []
        # In an RKT the money of a line is the target of its input "Dana".
        boleh = [a["peran"], "target"] if a["jenis"] == "rkt" else [a["peran"]]
        if not any(peran_cocok(p, b.get("peran", ""), b.get("jenis", "")) for p in boleh):
            beda.append(f"peran {b.get('peran')!r}")
        if not self._subjek_cocok(a, b):
            beda.append(f"subjek {b.get('subjek')!r}")
        seharusnya, terbaca = nilai(a["nilai"]), nilai(b.get("nilai", ""))
        if seharusnya is not None and (terbaca is None or abs(terbaca - seharusnya) > Fraction(1, 10**5)):
            beda.append(f"nilai {b.get('nilai')!r}")
        tahun = b.get("tahun", "").strip() or str(self.benar["tahun"])
        if tahun != str(a["tahun"]):
            beda.append(f"tahun {tahun!r}")
        return beda

    @staticmethod
    def _subjek_cocok(a: dict[str, Any], b: Baris) -> bool:
        boleh = {nama_baku(n) for n in a["nama"]}
        if b.get("kode", "").strip() and nama_baku(b["kode"]) in boleh:
            return True
        terbaca = nama_baku(b.get("subjek", ""))
        if not terbaca:
            return (a["kode"] == "0" and a["peran"] != "rata_rata") or (a["jenis"], a["peran"]) == ("kalimat", "asn")
        tanpa = re.sub(r"^(program|kegiatan|subkegiatan)(?=program|.)", "", terbaca)
        rata = a["peran"] == "rata_rata" and a["kode"] == "0" and "rata" in terbaca
        return rata or terbaca in boleh or tanpa in boleh


def _jarak(isi: Counter[str], baris: list[Baris]) -> int:
    """Count the numbers that stand in only one of two paragraphs."""
    lain = Counter(baku(x) for b in baris for x in angka_dalam(b.get("tercetak", "")))
    return sum(((isi - lain) + (lain - isi)).values())
