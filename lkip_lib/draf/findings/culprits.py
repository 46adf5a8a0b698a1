"""Find the one figure of a draft by which several sums, percentages and repeats would all agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import Angka
from lkip_lib.draf.findings.notes import KESALAHAN, Temuan, id_temuan
from lkip_lib.draf.findings.proofs import serapan_cocok
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.tables.budget_rows import sebut
from lkip_lib.draf.tables.others import BarisLain
from lkip_lib.draf.tables.units import terbaca

_UANG = ("pagu", "realisasi_rp")
_CUKUP = 2


@dataclass(frozen=True, eq=False)
class Ikatan:
    """Hold what must agree: a total with its parts, a percentage with its two amounts, or one thing said twice."""

    jenis: str
    anggota: tuple[Angka, ...]

    def cocok(self, ganti: Angka | None = None, nilai: float = 0.0) -> bool:
        """Tell whether it holds, with another value for one of its figures."""
        n = [nilai if a is ganti else (a.nilai or 0.0) for a in self.anggota]
        if self.jenis == "jumlah":
            return abs(n[0] - sum(n[1:])) < 0.5
        if self.jenis == "persen":
            return serapan_cocok(n[0], n[1], terbaca(self.anggota[2].tercetak, "persen"))
        return abs(n[0] - n[1]) < 0.5

    def seharusnya(self, a: Angka) -> float | None:
        """Return the value of one figure by which it would hold, None where none follows exactly."""
        n = [x.nilai or 0.0 for x in self.anggota]
        if self.jenis == "jumlah":
            return sum(n[1:]) if a is self.anggota[0] else (a.nilai or 0.0) + n[0] - sum(n[1:])
        if self.jenis == "sama":
            return n[1] if a is self.anggota[0] else n[0]
        return None


def penyebab(bacaan: Bacaan) -> Iterator[Temuan]:
    """Yield a note at each figure that alone makes two or more things disagree, and nothing that agrees."""
    ikatan = [i for i in _ikatan(bacaan) if all(a.nilai is not None for a in i.anggota)]
    milik: dict[int, list[Ikatan]] = defaultdict(list)
    for i in ikatan:
        for a in i.anggota:
            milik[id(a)].append(i)
    rusak = [i for i in ikatan if not i.cocok()]
    sudah: set[int] = set()
    for i in rusak:
        for a in i.anggota:
            if id(a) in sudah or (nilai := i.seharusnya(a)) is None or nilai < 0:
                continue
            semua = milik[id(a)]
            mendukung = [x for x in semua if not x.cocok() and x.cocok(a, nilai)]
            if len(mendukung) < _CUKUP or any(x.cocok() and not x.cocok(a, nilai) for x in semua):
                continue
            sudah.add(id(a))
            tulis = numerals.rupiah(nilai) if a.peran in _UANG else numerals.write(nilai, 0)
            pesan = (
                f"{a.subjek}: tercetak {a.tercetak}; bila {tulis}, {len(mendukung)} pertentangan di sekitarnya "
                f"({', '.join(dict.fromkeys(map(_sebut, mendukung)))}) selesai."
            )
            yield Temuan(
                id_temuan("DRF-06", a.peran, a.subjek, a.tercetak, nilai), "DRF-06", KESALAHAN, a, pesan,
                saran="Cocokkan angkanya dengan sumbernya.", kriteria="Jumlah, persentase, dan ulangannya sepakat",
            )  # fmt: skip


def _sebut(i: Ikatan) -> str:
    return {"jumlah": "jumlah", "persen": "persentase", "sama": "tabel lain"}[i.jenis]


def _ikatan(bacaan: Bacaan) -> Iterator[Ikatan]:
    yield from _anggaran(bacaan)
    per_tabel: dict[int, list[BarisLain]] = defaultdict(list)
    for b in bacaan.lain:
        per_tabel[b.tabel].append(b)
    for baris in per_tabel.values():
        if baris[0].jenis not in ("sdm", "belanja"):
            continue
        isi, total = [b for b in baris if not b.jumlah], [b for b in baris if b.jumlah]
        for t in total:
            for peran, a in t.angka.items():
                bagian = [m for b in isi if (m := b.angka.get(peran))]
                if bagian and peran.partition("~")[0] in ("asn", "non_asn", "orang", "jumlah", *_UANG):
                    yield Ikatan("jumlah", (a, *bagian))
        for b in baris:
            semua, orang = b.orang
            if b.utuh and semua and orang:
                yield Ikatan("jumlah", (semua, *orang))
            yield from _persen(b.angka)


def _persen(angka: dict[str, Angka]) -> Iterator[Ikatan]:
    p, r, s = (angka.get(k) for k in (*_UANG, "serapan"))
    if p and r and s:
        yield Ikatan("persen", (p, r, s))
    if p and r and (sisa := angka.get("sisa")):
        yield Ikatan("jumlah", (p, r, sisa))


def _anggaran(bacaan: Bacaan) -> Iterator[Ikatan]:
    anak: dict[tuple[int, str], list[dict[str, Angka]]] = defaultdict(list)
    ulang: dict[tuple[str, str], list[Angka]] = defaultdict(list)
    for n in bacaan.anggaran.simpul:
        anak[n.tabel, n.induk].append(n.angka)
        yield from _persen(n.angka)
        for k in _UANG:
            if a := n.angka.get(k):
                ulang[k, f"{n.tingkat} {sebut(n.nama)}" if n.induk else "0"].append(a)
    for a in bacaan.angka:
        if a.jenis == "rencana_keluaran" and a.peran == "pagu":
            ulang["pagu", f"sub_kegiatan {sebut(a.subjek)}"].append(a)
    for n in bacaan.anggaran.simpul:
        for k in _UANG:
            bagian = [m for x in anak[n.tabel, n.kode] if (m := x.get(k))] if n.kode else []
            if (a := n.angka.get(k)) and bagian and len(bagian) == len(anak[n.tabel, n.kode]):
                yield Ikatan("jumlah", (a, *bagian))
    for semua in ulang.values():
        yield from _pasangan(semua)


def _pasangan(semua: Sequence[Angka]) -> Iterator[Ikatan]:
    for a in semua[1:]:
        if a.tabel != semua[0].tabel:
            yield Ikatan("sama", (semua[0], a))
