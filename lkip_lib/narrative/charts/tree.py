"""Trees as nested lists: the organisation of the agency, and tujuan down to the programs that support them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lkip_lib.display import Bagan
from lkip_lib.inputs.documents import Unit
from lkip_lib.narrative.charts.results import bagan
from lkip_lib.narrative.isi import Isi
from lkip_lib.narrative.kalimat import temuan


@dataclass(frozen=True, slots=True)
class Simpul:
    """Hold one line of a tree: what it says, what kind of thing it is, and what hangs beneath it."""

    teks: str
    jenis: str = ""
    anak: tuple[Simpul, ...] = ()

    def __html__(self) -> Markup:
        jenis = Markup(" <small>{}</small>").format(self.jenis) if self.jenis else ""
        anak = Markup("<ul>{}</ul>").format(Markup("").join(map(Markup, self.anak))) if self.anak else ""
        return Markup("<li>{}{}{}</li>").format(self.teks, jenis, anak)


def _pohon(judul: str, alt: str, simpul: Sequence[Simpul]) -> Bagan:
    return Bagan(judul, alt, isi=Markup('<ul class="pohon">{}</ul>').format(Markup("").join(map(Markup, simpul))))


@bagan
def organisasi(isi: Isi) -> Bagan | None:
    """Show the organisation: the head, the units under it, and what is under those."""
    puncak = isi.instansi.organisasi
    if puncak is None:
        return None
    return _pohon(f"Susunan organisasi {isi.instansi.nama}", f"Bagan organisasi: {_sebut(puncak)}.", [_unit(puncak)])


def _unit(unit: Unit) -> Simpul:
    return Simpul(unit.nama, anak=tuple(map(_unit, unit.anak)))


def _sebut(unit: Unit) -> str:
    return unit.nama + (f" membawahi {', '.join(map(_dalam, unit.anak))}" if unit.anak else "")


def _dalam(unit: Unit) -> str:
    return unit.nama + (f" ({', '.join(map(_dalam, unit.anak))})" if unit.anak else "")


@dataclass(frozen=True)
class Cabang:
    """Hold one sasaran with its tujuan, its indicators and the programs that support it, each with code and name."""

    tujuan: str
    sasaran: str
    indikator: tuple[str, ...]
    program: tuple[str, ...]


@bagan
def pohon_kinerja(isi: Isi) -> Bagan | None:
    """Show tujuan, the sasaran of each, and what measures and supports them."""
    cabang = _cabang(isi)
    if not cabang:
        return None
    simpul: list[Simpul] = []
    for tujuan in dict.fromkeys(c.tujuan for c in cabang):
        milik = [s for c in cabang if c.tujuan == tujuan for s in _simpul(c)]
        simpul += [Simpul(tujuan, "tujuan", tuple(milik))] if tujuan else milik
    banyak = (
        sum(bool(c.sasaran) for c in cabang),
        sum(len(c.indikator) for c in cabang),
        len({p for c in cabang for p in c.program}),
    )
    return _pohon(temuan.pohon(*banyak), f"Pohon kinerja: {'. '.join(map(_ucap, cabang))}.", simpul)


def _simpul(c: Cabang) -> list[Simpul]:
    anak = [*(Simpul(k, "indikator") for k in c.indikator), *(Simpul(k, "program") for k in c.program)]
    return [Simpul(c.sasaran, "sasaran", tuple(anak))] if c.sasaran else anak


def _cabang(isi: Isi) -> list[Cabang]:
    """Gather the branches; what names no known parent stands in a branch of its own."""
    tujuan = {b["kode"]: _nama(b["kode"], b["nama"]) for b in isi.baris("ketik/tujuan")}
    # Without a table of sasaran, their codes on the indicators' cards name them.
    kartu = isi.baris("ketik/sasaran") or isi.baris("sasaran")
    program = {b["kode"]: b["nama"] for b in isi.baris("ketik/anggaran") if b["tingkat"] == "program"}
    indikator = isi.baris("indikator")
    hasil = []
    for s in kartu:
        milik = tuple(_nama(b["kode"], b["nama"]) for b in indikator if b["sasaran"] == s["kode"])
        programnya = tuple(
            _nama(b["program"], program.get(b["program"], ""))
            for b in isi.baris("pendukung")
            if b["sasaran"] == s["kode"]
        )
        nama = "" if s["nama"] == s["kode"] else s["nama"]
        hasil.append(Cabang(tujuan.get(s.get("tujuan", ""), ""), _nama(s["kode"], nama), milik, programnya))
    lepas = tuple(_nama(b["kode"], b["nama"]) for b in indikator if b["sasaran"] not in {s["kode"] for s in kartu})
    return hasil + ([Cabang("", "", lepas, ())] if lepas else [])


def _nama(kode: str, nama: str) -> str:
    return f"{kode} {nama}".strip()


def _ucap(c: Cabang) -> str:
    """Say one branch in words."""
    bagian = [("tujuan", [c.tujuan]), ("sasaran", [c.sasaran]), ("indikator", c.indikator), ("program", c.program)]
    return ", ".join(f"{jenis} {'; '.join(isi)}" for jenis, isi in bagian if any(isi))
