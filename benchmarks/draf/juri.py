"""Judge what a reader made of one draft: figures read, misread, invented and lost; contradictions found, and where."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.draf.jodoh import Baris, Jodoh, Letak, letak
from benchmarks.draf.samakan import SETARA, angka_dalam, baku, peran_cocok

EMBER = ("dibaca", "ditebak", "ragu", "tidak_ditempatkan")
BERTINGKAT = ("kesalahan", "peringatan")
# Heads come again on each page of a PDF: years, the numbers of columns, and of the table where its title is in them.
_TAHUN = re.compile(r"\(?(?:(?:19|20)\d\d|\d)\)?|\d\.\d{1,2}")


@dataclass
class Putusan:
    """Count what came of one draft; `contoh` tells what is amiss."""

    tata: str = ""
    nama: str = ""
    hitung: Counter[str] = field(default_factory=Counter)
    contoh: list[str] = field(default_factory=list)

    def salah(self, macam: str, keterangan: str) -> None:
        self.hitung[macam] += 1
        self.contoh.append(f"{macam}: {keterangan}")


class Juri(Jodoh):
    """Judge one draft by its truth."""

    def __init__(self, benar: dict[str, Any], angka: list[Baris], catatan: list[Baris], berkas: str) -> None:
        super().__init__(benar, angka, berkas)
        self.p, self.catatan = Putusan(benar["tata"], benar["nama"]), catatan

    def putuskan(self) -> Putusan:
        """Judge all."""
        self.jodohkan()
        for a in self.benar["angka"]:
            self._ukur(a)
        self._karangan()
        for b in self.baris:
            self.p.hitung[f"ember_{b.get('ember', '')}"] += 1
            if b.get("ember") not in EMBER:
                self.p.salah("ember_asing", b.get("ember", ""))
        self.p.hitung["angka_lain"] = sum(id(b) not in self.milik for b in self.baris)
        teks = [x["teks"] for x in self.benar["teks_tabel"]] + self.benar["teks_paragraf"]
        angka = [a["tercetak"] for a in self.benar["angka"]]
        self.p.hitung["angka_lain_semua"] = sum(len(angka_dalam(t)) for t in teks) - sum(
            len(angka_dalam(t)) for t in angka
        )
        self._paragraf()
        self._tanaman()
        if self.benar.get("tanpa_garis"):
            self._sisihkan()
        return self.p

    def _sisihkan(self) -> None:
        """Count what a PDF without rules gave by itself: its tables may be lost, but nothing may be wrong."""
        h = self.p.hitung
        for kunci in [k for k in h if k.startswith(("sel_semua", "sel_benar", "ditanam", "ditemukan", "bertempat"))]:
            h[f"tanpa_garis_{kunci}"] = h.pop(kunci)

    # figures

    def _ukur(self, a: dict[str, Any]) -> None:
        """Judge one figure."""
        di = "sel" if "tabel" in a else "kalimat"
        b = self.jodoh.get(a["id"])
        apa = f"{a.get('tabel', 'kalimat')}/{a.get('baris', '')}/{a.get('kolom', '')} {a['tercetak']!r} " \
              f"{a['jenis']}.{a['peran']} {a['subjek']!r}"  # fmt: skip
        if not a["bebas"]:
            self.p.hitung[f"{di}_semua"] += 1
        if b is None:
            self.p.salah("hilang", apa)
            return
        ember = b.get("ember", "")
        if a["rusak"] or a["bebas"]:
            if ember == "dibaca":
                self.p.salah(f"{di}_salah_tanpa_tanda", f"{apa}: {'rusak' if a['rusak'] else 'tanpa subjek'}")
            elif not a["bebas"]:
                self.p.hitung[f"{di}_benar"] += 1
            return
        beda = self.beda(a, b)
        if ember in ("dibaca", "ditebak") and not beda:
            self.p.hitung[f"{di}_benar"] += 1
            self.p.hitung[f"{di}_benar_{ember}"] += 1
        elif ember == "dibaca":
            self.p.salah(f"{di}_salah_tanpa_tanda", f"{apa}: {', '.join(beda)}")
        elif ember == "ditebak":
            self.p.salah(f"{di}_salah_ditebak", f"{apa}: {', '.join(beda)}")
        else:
            self.p.salah(f"{di}_{ember}", apa)

    def _karangan(self) -> None:
        """Find rows that are no number of the file, or one a second time, or no figure taken for one."""
        sel: dict[Letak, str] = {}
        for t in self.benar["teks_tabel"]:
            sel |= dict.fromkeys(self.tempat(t), baku(t["teks"]))
        semua = "\n".join(baku(x["teks"]) for x in self.benar["teks_tabel"]) + "\n"
        semua += "\n".join(map(baku, self.benar["teks_paragraf"]))
        kali: Counter[tuple[Any, str]] = Counter()
        for b in self.baris:
            tertulis, di = baku(b.get("tercetak", "")), letak(b)
            teks = sel.get(di, "") if self.bertempat and di else semua
            kunci = (di if self.bertempat else None, tertulis)
            kali[kunci] += 1
            apa = f"{b.get('tabel')}/{b.get('baris')}/{b.get('kolom')} {b.get('tercetak')!r}"
            if not tertulis or tertulis not in teks:
                self.p.salah("karangan", apa)
            elif kali[kunci] > teks.count(tertulis) and not (_TAHUN.fullmatch(tertulis) and not self.bertempat):
                self.p.salah("karangan", f"{apa} lebih dari sekali")
            elif id(b) not in self.milik and b.get("ember") == "dibaca" and self._peran_angka(b):
                macam = "sel" if di else "kalimat"
                self.p.salah(f"{macam}_salah_tanpa_tanda", f"{apa}: bukan angka kinerja, dibaca {b.get('peran')}")

    @staticmethod
    def _peran_angka(b: Baris) -> bool:
        return any(peran_cocok(p, b.get("peran", "")) for p in SETARA)

    def _paragraf(self) -> None:
        """Hold the paragraphs' numbers to be one a paragraph: places of notes are judged by them."""
        if not self.bertempat:
            return
        per: dict[str, int] = {}
        for a in self.benar["angka"]:
            b = self.jodoh.get(a["id"])
            if "paragraf" not in a or b is None:
                continue
            nomor = b.get("paragraf", "")
            if not nomor.isdigit() or per.setdefault(nomor, a["urutan"]) != a["urutan"]:
                self.p.salah("paragraf_kacau", f"{nomor!r}: {a['paragraf'][:60]}")

    # contradictions

    def _tanaman(self) -> None:
        benar = self.benar
        tingkat = [c for c in self.catatan if c.get("tingkat") in BERTINGKAT]
        if benar["bersih"]:
            self.p.hitung["bersih"] += 1
            salah = [c for c in tingkat if c["tingkat"] == "kesalahan"]
            self.p.hitung["bersih_bersalah"] += bool(salah)
            for c in salah:
                self.p.salah("kesalahan_palsu", self._sebut(c))
            return
        tepat_semua = {t: [self._pada(c, benar["tanaman"][t]["tepat"]) for c in tingkat]
                       for t in range(len(benar["tanaman"]))}  # fmt: skip
        tertuduh: set[int] = set()
        for t, tanaman in enumerate(benar["tanaman"]):
            lain = {n for u, pada in tepat_semua.items() if u != t for n, ya in enumerate(pada) if ya}
            di_tepat = [n for n, ya in enumerate(tepat_semua[t]) if ya]
            di_inti = [n for n, c in enumerate(tingkat) if self._pada(c, tanaman["inti"])]
            luar = [n for n, c in enumerate(tingkat) if self._pada_pendamping(c, tanaman)]
            tertuduh |= {*di_tepat, *di_inti, *luar}
            ragu = tanaman["jenis"] == "rusak" and all(
                self.jodoh.get(i, {}).get("ember") in ("ragu", "tidak_ditempatkan") for i in tanaman["tepat"]
            )
            apa = f"{tanaman['jenis']} {tanaman['semula']} -> {tanaman['menjadi']}"
            self.p.hitung["ditanam"] += 1
            self.p.hitung[f"ditanam_{tanaman['jenis']}"] += 1
            antar = bool(tanaman["pendamping"])
            self.p.hitung["ditanam_antar"] += antar
            if not (di_tepat or luar or ragu or [n for n in di_inti if n not in lain]):
                self.p.salah("luput", apa)
                continue
            self.p.hitung["ditemukan"] += 1
            self.p.hitung[f"ditemukan_{tanaman['jenis']}"] += 1
            self.p.hitung["ditemukan_antar"] += antar
            if di_tepat or ragu or luar:
                self.p.hitung["bertempat"] += 1
            else:
                self.p.salah("salah_tempat", f"{apa}; yang ada: {self._sebut(tingkat[di_inti[0]])}")
        for n, c in enumerate(tingkat):
            if n not in tertuduh and c["tingkat"] == "kesalahan":
                self.p.salah("kesalahan_di_luar", self._sebut(c))

    def _pada(self, c: Baris, angka: list[int]) -> bool:
        """Tell whether a note stands on one of these figures."""
        if Path(c.get("berkas", "") or self.berkas).name != self.berkas:
            return False
        di = letak(c)
        for i in angka:
            a, b = self.benar["angka"][i], self.jodoh.get(i)
            if "tabel" in a and di is not None:
                if di in self.tempat(a) if self.bertempat else b is not None and di == letak(b):
                    return True
            elif "paragraf" in a and c.get("paragraf") and b is not None and c["paragraf"] == b.get("paragraf"):
                return True
        return False

    def _pada_pendamping(self, c: Baris, tanaman: dict[str, Any]) -> bool:
        if not tanaman["pendamping"] or Path(c.get("berkas", "")).name != tanaman["pendamping"]:
            return False
        pesan = baku(c.get("pesan", ""))
        return baku(tanaman["semula"]) in pesan or baku(tanaman["menjadi"]) in pesan

    @staticmethod
    def _sebut(c: Baris) -> str:
        di = "/".join(c.get(k, "") for k in ("tabel", "baris", "kolom", "paragraf"))
        return f"{c.get('kode')} {di} {c.get('pesan', '')[:140]}"
