"""Read a whole draft: recognise its tables, place its numbers, and leave none out of account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lkip_lib.draf.files.document import Naskah, Paragraf, Tabel
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU, SAMA, TIDAK, Angka
from lkip_lib.draf.sentences.cues import TAHUN
from lkip_lib.draf.sentences.digits import banyak_angka, potong_angka
from lkip_lib.draf.sentences.reading import BELANJA_BAKU, Arah, baca_kalimat, daftar_subjek
from lkip_lib.draf.tables.budget import Anggaran
from lkip_lib.draf.tables.captions import bergambar, di_bawah, keterangan
from lkip_lib.draf.tables.kinds import KINERJA, LAIN, TANDA_TANGAN, berpohon
from lkip_lib.draf.tables.names import Kamus
from lkip_lib.draf.tables.others import BarisLain, baca_lain
from lkip_lib.draf.tables.performance import Kinerja
from lkip_lib.draf.tables.recognise import Dikenali, kenali_semua
from lkip_lib.draf.tables.row_names import nama_utuh
from lkip_lib.draf.tables.rows import Lembar, satuan_nama
from lkip_lib.draf.tables.units import tanda_desimal

# The tables whose names the others are held against, first.
_URUT = (
    "pengukuran",
    "pk",
    "triwulan",
    "iku",
    "renstra",
    "perbandingan",
    "nasional",
    "capaian",
    "target",
    "rkt",
    "pembanding",
)


@dataclass(slots=True)
class Bacaan:
    """Hold what was read of a draft."""

    naskah: Naskah
    tahun: int
    tabel: list[Dikenali]
    angka: list[Angka]
    kinerja: Kinerja
    anggaran: Anggaran
    lain: list[BarisLain] = field(default_factory=list)
    arah: list[Arah] = field(default_factory=list)

    def liputan(self) -> str:
        """Say how much of the draft was read.

        The first line of every result: tables recognised, numbers placed, and what was left and why.
        """
        dikenal = len({t.tabel.nomor for t in self.tabel if t.jenis not in (LAIN, TANDA_TANGAN)})
        hitung: Counter[str] = Counter()
        for a in self.angka:
            hitung[a.ember] += banyak_angka(a.tercetak)
        semua = sum(hitung.values())
        ditempatkan = hitung[DIBACA] + hitung[DITEBAK]
        belum = [f"{hitung[e]} {nama}" for e, nama in ((RAGU, "ragu"), (TIDAK, "tidak ditempatkan")) if hitung[e]]
        semuanya = f"{hitung[RAGU] + hitung[TIDAK]} belum: " if len(belum) > 1 else ""
        tertinggal = f"; {semuanya}{', '.join(belum)}" if belum else ""
        ditebak = f" ({hitung[DITEBAK]} di antaranya ditebak)" if hitung[DITEBAK] else ""
        tabel = len({t.tabel.nomor for t in self.tabel})
        gambar = bergambar(self.naskah.blok)
        if gambar:
            sebut = "; ".join(gambar[:5]) + ("; …" if len(gambar) > 5 else "")
            tertinggal += f"; {len(gambar)} tabel berupa gambar tidak dibaca ({sebut})"
        return f"{tabel} tabel, {dikenal} dikenali; {ditempatkan} dari {semua} angka ditempatkan{ditebak}{tertinggal}."


@dataclass(frozen=True, slots=True)
class Diketahui:
    """Hold what a person said of an office's drafts: kinds of tables by their captions, and names by their codes."""

    tabel: Mapping[str, str] = field(default_factory=dict)
    indikator: Kamus = field(default_factory=Kamus)
    sasaran: Kamus = field(default_factory=lambda: Kamus("S"))


def baca_naskah(naskah: Naskah, tahun: int = 0, diketahui: Diketahui | None = None) -> Bacaan:
    """Read a draft. Without `tahun` it is the year that its titles name most."""
    tahun, diketahui = tahun or tahun_laporan(naskah), diketahui or Diketahui()
    tabel = list(_tabel(naskah, diketahui.tabel))
    desimal = tanda_desimal(naskah)
    kinerja = Kinerja(tahun, diketahui.indikator, diketahui.sasaran, satuan=satuan_nama(tabel), desimal=desimal)
    kinerja.utuh = nama_utuh(tabel)
    anggaran = Anggaran(tahun)
    bacaan = Bacaan(naskah, tahun, tabel, [], kinerja, anggaran)
    lembar: dict[int, Lembar] = {}
    angka: dict[int, list[Angka]] = {}
    urut = {j: i for i, j in enumerate(_URUT)}
    for n in sorted(range(len(tabel)), key=lambda n: (urut.get(tabel[n].jenis, 99), *_besar(tabel, n))):
        kenal = tabel[n]
        if kenal.jenis in KINERJA or kenal.jenis == "pembanding":
            angka[n], lembar[n] = kinerja.baca(kenal)
        elif kenal.jenis == "anggaran":
            if n in angka:
                continue  # read with the table that it goes on with
            bagian = [n, *_sambungan(tabel, n)]
            for i, isi, satu in zip(bagian, *anggaran.baca(*(tabel[i] for i in bagian)), strict=True):
                angka[i], lembar[i] = isi, satu
        elif kenal.jenis in (LAIN, TANDA_TANGAN):
            angka[n], lembar[n] = [], Lembar(kenal)
        else:
            angka[n], lembar[n], baris = baca_lain(kenal, tahun)
            bacaan.lain += baris
    _saling(angka)
    for n in range(len(tabel)):
        for a in angka[n]:
            a.putuskan(hati_hati=naskah.bentuk == "pdf")
        bacaan.angka += sorted((*angka[n], *lembar[n].sisa()), key=lambda a: (a.baris, a.kolom, a.awal))
    _kalimat(bacaan, desimal)
    return bacaan


def _sambungan(tabel: list[Dikenali], n: int) -> list[int]:
    """Return the tables that go on with one."""
    awal = tabel[n].tabel.nomor
    return [i for i in range(n + 1, len(tabel)) if tabel[i].sambungan == awal and tabel[i].jenis == tabel[n].jenis]


def _besar(tabel: list[Dikenali], n: int) -> tuple[bool, bool, int]:
    """Order tables of one kind: those that begin one before those that go on with it, the longest first.

    Of budgets those come first whose lines say themselves how they stand.
    """
    semua, kenal = [n, *_sambungan(tabel, n)], tabel[n]
    pohon = kenal.kepala is not None and berpohon(kenal.tabel, kenal.kepala, kenal.kolom)
    return bool(kenal.sambungan), not pohon, -sum(len(tabel[i].tabel.kisi.baris) for i in semua)


def _tabel(naskah: Naskah, peta: Mapping[str, str]) -> Iterator[Dikenali]:
    sebelum: Dikenali | None = None
    bawah = di_bawah(naskah.blok)
    for i, b in enumerate(naskah.blok):
        if isinstance(b, Tabel):
            dekat = next((x for x in reversed(naskah.blok[:i]) if isinstance(x, Tabel) or x.teks), None)
            ket = keterangan(naskah.blok, i, bawah=bawah)
            for kenal in kenali_semua(b, ket, sebelum, bersebelahan=isinstance(dekat, Tabel), peta=peta):
                sebelum = kenal
                yield kenal


def tahun_laporan(naskah: Naskah) -> int:
    """Return the year that titles, captions and headings name most often, else the text; 0 for none."""
    hitung: Counter[int] = Counter()
    di_teks: Counter[int] = Counter()
    for b in naskah.blok:
        if isinstance(b, Paragraf):
            di_teks.update(map(int, TAHUN.findall(b.teks)))
        if (
            isinstance(b, Paragraf)
            and len(b.teks) < 200
            and (b.judul or b.teks.isupper() or re.match(r"(?i)\W*tabel", b.teks))
        ):
            hitung.update(int(t) for t in re.findall(r"(?<!\d)(20[0-4]\d)(?![\d\-–])", b.teks))
    hitung = hitung or di_teks  # a short draft has no captions
    return hitung.most_common(1)[0][0] if hitung else 0


def _saling(angka: dict[int, list[Angka]]) -> None:
    """Mark the figures that two tables state alike of the same thing."""
    ada: dict[tuple[object, ...], list[Angka]] = {}
    for a in (a for semua in angka.values() for a in semua if a.kode and a.nilai is not None):
        ada.setdefault((a.peran, a.kode, a.tahun, a.periode, a.lingkup, a.nilai), []).append(a)
    for milik in ada.values():
        if len({a.tabel for a in milik}) > 1:
            for a in milik:
                a.tanda.add(SAMA)


def _kalimat(bacaan: Bacaan, desimal: str) -> None:
    """Read the sentences by the names that the tables gave; a figure that a table states too is believed."""
    belanja = [(b.angka[k].kode or b.nama, b.nama) for b in bacaan.lain if b.jenis == "belanja" and not b.jumlah
               for k in list(b.angka)[:1]]  # fmt: skip
    nama = {n.lower() for _, n in belanja}
    belanja += [(kode, n) for kode, n in BELANJA_BAKU if n.lower() not in nama]
    subjek = daftar_subjek(bacaan.kinerja, bacaan.anggaran, belanja)
    skala = {t.tabel.nomor: t.per_rupiah for t in bacaan.tabel}
    tabel = {(a.peran, a.kode, a.tahun, a.nilai * (skala[a.tabel] if a.satuan == "rupiah" else 1))
             for a in bacaan.angka if a.tabel and a.nilai is not None and a.kode}  # fmt: skip
    for b in bacaan.naskah.paragraf:
        if b.bagian == "lepas":  # a row of a table that could not be read
            bacaan.angka += [
                Angka(0, 0, 0, b.nomor, _bertanda(b.teks, p.awal) + p.teks, awal=p.awal, jenis=LAIN)
                for p in potong_angka(b.teks)
            ]
            continue
        angka, arah = baca_kalimat(b, subjek, bacaan.tahun, desimal)
        for a in angka:
            if a.ember == DITEBAK and (a.peran, a.kode, a.tahun, a.nilai) in tabel:
                a.ember = DIBACA
        terbukti = {(a.kode, a.peran) for a in angka if a.ember == DIBACA and a.peran in ("pagu", "realisasi_rp")}
        for a in angka:
            if a.ember == DITEBAK and a.peran == "serapan" and {(a.kode, "pagu"), (a.kode, "realisasi_rp")} <= terbukti:
                a.ember = DIBACA  # the two amounts that it is of stand proved beside it
        bacaan.angka += angka
        bacaan.arah += arah


def _bertanda(teks: str, awal: int) -> str:
    """Return the sign that stands before a number."""
    return "-" if re.search(r"(?:^|\s)-$", teks[:awal]) else ""
