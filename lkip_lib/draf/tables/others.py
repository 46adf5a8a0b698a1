"""Read the tables that are neither of indicators nor of the budget's tree: staff, kinds of belanja, outputs, scales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lkip_lib.draf.findings.figures import JUMLAH, NAMA, RUMUS, Angka
from lkip_lib.draf.findings.proofs import cocok_rumus, serapan_cocok
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.draf.tables.kinds import MATRIKS, UKURAN
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.roles import BERNAMA
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.draf.tables.units import terbaca
from lkip_lib.impor.headings import baku
from lkip_lib.inputs.no_data import berawal_jumlah


@dataclass(slots=True)
class BarisLain:
    """Hold one row of such a table: its kind, the table, row and name, and its figures by role."""

    jenis: str
    tabel: int
    baris: int
    nama: str
    kelompok: str
    angka: dict[str, Angka] = field(default_factory=dict)
    teks: dict[str, str] = field(default_factory=dict)
    jumlah: bool = False
    utuh: bool = True  # no number of it stands in a column that is not known

    @property
    def orang(self) -> tuple[Angka | None, list[Angka]]:
        """Return how many people the row counts, and the columns that add up to them."""
        bagian = [a for k, a in self.angka.items() if k.partition("~")[0] in ("asn", "non_asn", "orang")]
        if (semua := self.angka.get("jumlah")) is None and len(bagian) > 1 and "orang" in self.angka:
            # "Jumlah" beside women and men stands for the staff itself.
            semua = self.angka.get("asn") or self.angka.get("non_asn")
        return semua, [a for a in bagian if a is not semua]


def baca_lain(kenal: Dikenali, tahun: int) -> tuple[list[Angka], Lembar, list[BarisLain]]:
    """Read a table of staff, belanja, outputs, efficiency or a scale."""
    lembar = Lembar(kenal)
    baris = list(_baris(kenal, lembar, tahun))
    if kenal.jenis == "sdm":
        _buktikan_jumlah(baris)
    for b in baris:
        _buktikan(b)
    return [a for b in baris for a in b.angka.values()], lembar, baris


def _baris(kenal: Dikenali, lembar: Lembar, tahun: int) -> Iterator[BarisLain]:
    nama_kolom = kenal.peran("indikator") if kenal.jenis == "keluaran" else []
    nama_kolom = nama_kolom or [k for k in kenal.kolom if k.peran in BERNAMA] or kenal.peran("golongan", "predikat")
    kelompok = _kelompok(kenal)
    bagian = atas = ""
    for b in lembar.baris():
        nama = " ".join(
            dict.fromkeys(t for k in nama_kolom[:1] if (t := " ".join(lipat(lembar.nama(b, k.nomor)).split())))
        )
        jumlah = any(berawal_jumlah(lipat(t)) for t in lembar.kisi.baris[b][:3] if t)
        uang = False
        if kenal.jenis == MATRIKS:
            nama, atas, uang = _ukuran(kenal, lembar, b, atas)
        r = BarisLain(
            kenal.jenis,
            kenal.sambungan or kenal.tabel.nomor,
            b + 1 + kenal.geser,
            "Jumlah" if jumlah and not nama else nama,
            kelompok,
            jumlah=jumlah,
        )
        for k in kenal.kolom:
            if uang and k.peran == "target":
                k = k.menjadi("pagu")
            if not k.berangka or not (isi := lembar.angka(b, k)):
                if not k.berangka and (t := lembar.nama(b, k.nomor)):
                    r.teks.setdefault(k.peran, t)
                continue
            a, _ = isi
            a.subjek, a.tahun, a.dokumen = r.nama, k.tahun or tahun, kenal.dokumen
            a.periode, a.lingkup = "tahunan", "instansi"
            if r.nama:
                a.tanda.add(NAMA)
            r.angka.setdefault(k.peran, a)
            if r.angka[k.peran] is not a:
                r.angka[f"{k.peran}~{k.nomor}"] = a
        dikenal = {k.nomor for k in kenal.kolom}
        r.utuh = not any(k not in dikenal and any(h.isdigit() for h in t) for k, t in enumerate(lembar.kisi.baris[b]))
        if not r.angka and nama:
            bagian = nama
        r.teks["bagian"] = bagian
        if r.angka or r.teks:
            yield r


def _ukuran(kenal: Dikenali, lembar: Lembar, b: int, atas: str) -> tuple[str, str, bool]:
    """Name what a line of inputs, outputs and outcomes measures, whose activity it is, and whether it is money."""
    isi = [(k, t) for k in range(len(lembar.kisi.baris[b])) if (t := " ".join(lipat(lembar.sel(b, k)).split()))]
    kata = [k for k, t in isi if baku(t) in UKURAN]
    angka = {k.nomor for k in kenal.kolom if k.berangka}
    kiri = [t for k, t in isi if kata and k < kata[0] and not re.fullmatch(r"[\d.]+", t) and k not in angka]
    atas = kiri[-1] if kiri else atas
    kanan = [t for k, t in isi if kata and k > kata[0] and k not in angka and any(h.isalpha() for h in t)]
    uang = any(baku(t) in ("dana", "rupiah", "rp", "anggaran") for t in kanan[:2]) or any(
        baku(t) == "dana" for _, t in isi
    )
    return atas if uang or not kanan else kanan[0], atas, uang


def _kelompok(kenal: Dikenali) -> str:
    """Say by what a table of staff counts: as its headings say, else as its caption does."""
    judul = " ".join(k.teks for k in kenal.kolom if k.peran in (*BERNAMA, "golongan"))
    pola = ("golongan", "pangkat", "pendidikan", "jabatan", "eselon", "jenis kelamin", "usia")
    semua = (p for teks in (judul.lower(), kenal.ket.judul.lower()) for p in pola if re.search(rf"\b{p}\b", teks))
    kata = next(semua, "")
    return {"pangkat": "golongan", "eselon": "jabatan", "jenis kelamin": "kelamin"}.get(kata, kata)


def _buktikan_jumlah(baris: list[BarisLain]) -> None:
    total = [b for b in baris if b.jumlah]
    isi = [b for b in baris if not b.jumlah]
    for t in total:
        for peran, a in t.angka.items():
            milik = [m for b in isi if (m := b.angka.get(peran))]
            if milik and all(m.nilai is not None for m in milik) and a.nilai == sum(m.nilai or 0 for m in milik):
                for m in (a, *milik):
                    m.tanda.add(JUMLAH)


def _buktikan(b: BarisLain) -> None:
    """Mark the figures of a row that its own percentage proves."""
    for satu, dua, tiga in (("target", "realisasi", "capaian"), ("pagu", "realisasi_rp", "serapan")):
        s, d, t = (b.angka.get(x) for x in (satu, dua, tiga))
        if not (s and d and t) or s.nilai is None or d.nilai is None:
            continue
        baca = terbaca(t.tercetak, "persen")
        if serapan_cocok(s.nilai, d.nilai, baca) if satu == "pagu" else cocok_rumus(s.nilai, d.nilai, baca):
            for a in (s, d, t):
                a.tanda.add(RUMUS)
