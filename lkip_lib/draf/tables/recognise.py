"""Recognise what a table of a draft is: its headings, kind and columns, its parts, and what it goes on with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lkip_lib.draf.files.document import Tabel
from lkip_lib.draf.tables.captions import Keterangan, nomor_tabel, tanpa_nomor
from lkip_lib.draf.tables.columns import menurut_isi, menurut_jenis
from lkip_lib.draf.tables.heads import Kepala, kepala
from lkip_lib.draf.tables.kinds import LAIN, TANDA_TANGAN, dokumen_tabel, jenis_tabel
from lkip_lib.draf.tables.roles import BERNAMA, Kolom, kolom_judul

_TERBESAR_RP = 10**14
_JUMLAH = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?:[.,]\d{3}){1,6})(?:[.,]\d{2})?(?:,-)?", re.I)
_SKALA = re.compile(r"\b(?:dalam\s+|rp\.?\s*)(ribu|juta)(?:an)?\b|\b(ribu|juta)(?:an)?\s+(?:rp\b|rupiah)", re.I)
_TTD = re.compile(r"(?i)\bnip\b|pihak (?:pertama|kedua)|mengetahui|materai")


@dataclass(frozen=True, slots=True)
class Dikenali:
    """Hold what a table was recognised as: its kind, headings and columns, caption, and the signs for it."""

    tabel: Tabel
    jenis: str
    ket: Keterangan
    kepala: Kepala | None = None
    kolom: tuple[Kolom, ...] = ()
    dokumen: str = ""
    tegas: bool = False  # its caption or the part it stands in says the same
    geser: int = 0  # rows of the table above the part that this is
    sambungan: int = 0  # the table that this one goes on with

    @property
    def per_rupiah(self) -> int:
        """Return how many rupiah one of its amounts is: a thousand or a million, as its caption or headings say.

        One where the amounts are written out all the same: so much no agency has.
        """
        cocok = _SKALA.search(f"{self.ket.judul} {' '.join(k.teks for k in self.kolom)}")
        skala = {None: 1, "ribu": 1_000, "juta": 1_000_000}[cocok and (cocok[1] or cocok[2]).lower()]
        jumlah = (c[1] for b in self.tabel.kisi.baris for s in b if (c := _JUMLAH.fullmatch(s.strip())))
        return 1 if any(int(re.sub(r"\D", "", j)) * skala > _TERBESAR_RP for j in jumlah) else skala

    def peran(self, *nama: str) -> list[Kolom]:
        return [k for k in self.kolom if k.peran in nama]

    @property
    def indikator(self) -> Kolom | None:
        """Return the column of the indicators that the figures are of: the nearest before them."""
        semua = self.peran("indikator")
        angka = next((k.nomor for k in self.kolom if k.berangka), 0)
        return next((k for k in reversed(semua) if k.nomor < angka), semua[0] if semua else None)

    @property
    def nama(self) -> list[Kolom]:
        """Return the columns of names, from the left."""
        return self.peran(*BERNAMA)


def kenali_semua(
    tabel: Tabel, ket: Keterangan, sebelumnya: Dikenali | None, *, bersebelahan: bool = False,
    peta: Mapping[str, str] | None = None,
) -> list[Dikenali]:  # fmt: skip
    """Say what a table is, in parts where headings of another kind stand again inside it.

    `peta` is what a person said of tables, by their captions.
    """
    utama = kenali(tabel, ket, sebelumnya, bersebelahan=bersebelahan, peta=peta)
    if utama.kepala is None or not (b := _kepala_kedua(utama)):
        return [utama]
    atas = kenali(_potong(tabel, 0, b), ket, sebelumnya, peta=peta)
    bawah = kenali(_potong(tabel, b, len(tabel.kisi.baris)), ket, None)
    return [atas, replace(bawah, geser=b)] if bawah.jenis != LAIN else [utama]


def _kepala_kedua(kenal: Dikenali) -> int:
    """Return the row at which the headings of a table of money stand below other rows; 0 for none."""
    kisi, mulai = kenal.tabel.kisi, kenal.kepala.mulai if kenal.kepala else 0
    for b in range(mulai + 1, len(kisi.baris) - 1):
        isi = [t for t in kisi.baris[b] if t]
        if len(isi) < 2 or any(h.isdigit() for t in isi for h in re.sub(r"20\d\d", "", t)):
            continue
        peran = {k.peran for n, t in enumerate(isi) if len(t) < 60 and (k := kolom_judul(n, (t,)))}
        if "pagu" in peran and peran & {"program", "kegiatan", "sub_kegiatan", "uraian"}:
            return b
    return 0


def _potong(tabel: Tabel, awal: int, akhir: int) -> Tabel:
    """Return some rows of a table as a table."""
    kisi = tabel.kisi
    gabungan = tuple(
        ((b1 - awal, k1), (b2 - awal, k2)) for (b1, k1), (b2, k2) in kisi.gabungan if awal <= b1 and b2 < akhir
    )
    bagian = replace(kisi, baris=kisi.baris[awal:akhir], jenis=kisi.jenis[awal:akhir], gabungan=gabungan)
    return replace(
        tabel, kisi=bagian, judul_ulang=0 if awal else tabel.judul_ulang,
        inden={(b - awal, k): n for (b, k), n in tabel.inden.items()},
        tebal=frozenset((b - awal, k) for b, k in tabel.tebal),
        otomatis={(b - awal, k): n for (b, k), n in tabel.otomatis.items()},
    )  # fmt: skip


def kenali(
    tabel: Tabel, ket: Keterangan, sebelumnya: Dikenali | None, *, bersebelahan: bool = False,
    peta: Mapping[str, str] | None = None,
) -> Dikenali:  # fmt: skip
    """Say what a table is; one without headings, as wide as the one before and without a caption, goes on with it."""
    k = kepala(tabel)
    if k is None:
        lebar = len(tabel.kisi.baris[0]) if tabel.kisi.baris else 0
        lanjut = (
            sebelumnya
            and sebelumnya.kepala
            and (bersebelahan or not ket.judul)
            and len(sebelumnya.tabel.kisi.baris[0]) == lebar
        )
        if lanjut and sebelumnya and sebelumnya.kepala and sebelumnya.jenis != LAIN:
            awal = Kepala(sebelumnya.kepala.judul, sebelumnya.kepala.kolom, 0)
            return Dikenali(
                tabel, sebelumnya.jenis, sebelumnya.ket, awal, sebelumnya.kolom, sebelumnya.dokumen,
                sambungan=sebelumnya.sambungan or sebelumnya.tabel.nomor,
            )  # fmt: skip
        ttd = any(_TTD.search(t) for b in tabel.kisi.baris for t in b)
        return Dikenali(tabel, TANDA_TANGAN if ttd else LAIN, ket)
    sama = sebelumnya and sebelumnya.kepala and sebelumnya.kepala.judul.teks == k.judul.teks
    if sebelumnya and sama and (bersebelahan or not ket.judul) and sebelumnya.jenis != LAIN:
        # The same headings again, without a caption: the table goes on after a break of the page.
        return replace(
            sebelumnya, tabel=tabel, kepala=k, geser=0, sambungan=sebelumnya.sambungan or sebelumnya.tabel.nomor
        )
    if k.dalam:
        bernomor = nomor_tabel(k.dalam) and not nomor_tabel(ket.judul)
        ket = Keterangan(k.dalam if bernomor else ket.judul or k.dalam, ket.bagian)
    diisi = menurut_isi(tabel, k, ket)
    jenis, tegas = jenis_tabel(tabel, k, diisi, ket)
    if disebut := (peta or {}).get(tanpa_nomor(ket.judul)):
        jenis, tegas = disebut, True
    kolom = tuple(menurut_jenis(jenis, diisi, ket))
    return Dikenali(tabel, jenis, ket, k, kolom, dokumen_tabel(ket, jenis), tegas)
