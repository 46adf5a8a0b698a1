"""Turn budget rows into a tree: level and parent by the code, account lines under their sub kegiatan, totals known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lkip_lib import numerals
from lkip_lib.errors import sebut_baris
from lkip_lib.impor.mapping import JENJANG, Pohon
from lkip_lib.impor.rows import Baris, Dibuang, Potongan
from lkip_lib.inputs.grid import teks_angka
from lkip_lib.inputs.no_data import berawal_jumlah

AKAR = "0"
# Levels above a program, left out.
_DI_ATAS = ("urusan", "bidang")


@dataclass(slots=True)
class Simpul:
    """Hold one line of the budget: its row (0 where it has none of its own), place in the tree and amounts as text."""

    nomor: int
    kode: str
    induk: str
    tingkat: str
    nama: str
    isi: Mapping[str, str]
    angka: dict[str, str]
    rekening: list[Baris] = field(default_factory=list)


def kode_baku(teks: str) -> str:
    """Return a code without spaces and without a dot at its end.

    >>> kode_baku("2.07. 02.2.01.")
    '2.07.02.2.01'
    """
    return re.sub(r"\s+", "", teks).strip(".")


def pohonkan(potongan: Potongan, pohon: Pohon, kolom_angka: Sequence[str]) -> list[Simpul]:
    """Place every row in the tree; rows left out and problems are noted in `potongan`.

    `kolom_angka` names the amount columns. A row without a code must be the sum of others, else it is a problem.
    """
    simpul: list[Simpul] = []
    tanpa_kode: list[tuple[Baris, int]] = []
    akar: Simpul | None = None
    for b in potongan.baris:
        kode = kode_baku(b.isi.get("kode", "")) if b.sendiri.get("kode") else ""
        nama = b.isi.get("nama", "")
        angka = {k: b.isi[k] for k in kolom_angka if k in b.isi}
        total = not kode and any(berawal_jumlah(t) for t in b.teks)
        if pohon.instansi and any(re.search(pohon.instansi, t, re.I) for t in (nama, *(b.teks if total else ()))):
            if akar:
                potongan.salah(str(b.nomor), f"Baris {akar.nomor} sudah menjadi baris instansi.", "Persempit polanya.")
            akar = Simpul(b.nomor, AKAR, "", "instansi", "" if berawal_jumlah(nama) else nama, b.isi, angka)
        elif total or not kode:
            tanpa_kode.append((b, len(simpul)))
        elif pohon.rekening and re.search(pohon.rekening, kode):
            # "5" above the accounts reads as urusan 5 where the agency has that one, and does not part them.
            atas = next((s for s in reversed(simpul) if s.tingkat not in _DI_ATAS), None)
            if atas and atas.tingkat == "sub_kegiatan":
                atas.rekening.append(b)
            else:
                potongan.salah(
                    str(b.nomor), f"Rekening {kode} tidak di bawah sub kegiatan.", "Periksa urutan barisnya."
                )
        elif tingkat := pohon.tingkat.get(len(kode.split("."))):
            simpul += _kelompok(b, kode, pohon, simpul)
            simpul.append(Simpul(b.nomor, kode, "", tingkat, nama, b.isi, angka))
        else:
            bagian = len(kode.split("."))
            perbaikan = f"Sebut di pohon.tingkat, misalnya {bagian}: sub_kegiatan, atau buang barisnya."
            potongan.salah(
                str(b.nomor), f'Kode "{kode}" berbagian {bagian}; peta tidak menyebut tingkatnya.', perbaikan
            )
    _kenali_jumlah(potongan, simpul, tanpa_kode, kolom_angka)
    _jumlahkan_rekening(potongan, simpul, kolom_angka)
    simpul = _satukan(potongan, simpul, kolom_angka, dijumlah=pohon.dobel == "jumlah")
    return _berinduk(potongan, akar or Simpul(0, AKAR, "", "instansi", "", {}, {}), simpul)


def _kelompok(b: Baris, kode: str, pohon: Pohon, simpul: Sequence[Simpul]) -> list[Simpul]:
    """Return the higher levels that stand only beside this row and were not met before."""
    hasil = []
    dikenal = {s.kode for s in simpul} if pohon.kelompok else set()
    for k in pohon.kelompok:
        panjang = next(n for n, t in pohon.tingkat.items() if t == k.tingkat)
        milik = kode_baku(b.isi.get(f"{k.tingkat}.kode", "")) or ".".join(kode.split(".")[:panjang])
        if milik not in dikenal and milik != kode:
            hasil.append(Simpul(b.nomor, milik, "", k.tingkat, b.isi[f"{k.tingkat}.nama"], {}, {}))
    return hasil


@lru_cache(maxsize=100_000)
def _nilai(teks: str) -> float | None:
    return numerals.read(teks, satuan="rupiah").value


def _jumlah(baris: Iterable[Mapping[str, str]], kolom: Sequence[str]) -> list[float | None]:
    """Sum amounts, column by column; None where one is missing or there are none."""
    hasil: list[float | None] = []
    semua = list(baris)
    for k in kolom:
        nilai = [_nilai(b.get(k, "")) for b in semua]
        isi = [n for n in nilai if n is not None]
        hasil.append(round(sum(isi), 2) if isi and len(isi) == len(nilai) else None)
    return hasil


def _kenali_jumlah(
    potongan: Potongan, simpul: list[Simpul], tanpa_kode: list[tuple[Baris, int]], kolom: Sequence[str]
) -> None:
    """Leave out each row without a code that is the sum of others; one that is not is a problem."""
    batas = [0, *(letak for _, letak in tanpa_kode), len(simpul)]
    for i, (b, letak) in enumerate(tanpa_kode):
        if not any(re.search(r"\d", b.isi.get(k, "")) for k in kolom):
            potongan.dibuang.append(Dibuang(b.nomor, "tanpa kode dan angka"))
            continue
        calon = [simpul[batas[i] : letak], simpul[letak : batas[i + 2]], simpul[:letak], simpul]
        if rincian := _dijumlah(b, calon, kolom):
            potongan.dibuang.append(Dibuang(b.nomor, f"jumlah {rincian}"))
        else:
            temuan = "Baris ini berisi angka tanpa kode, dan bukan jumlah baris lain."
            perbaikan = (
                f"Isi kodenya, sebut polanya di buang, atau tulis sampai: {b.nomor - 1} bila tabelnya sudah habis."
            )
            potongan.salah(str(b.nomor), temuan, perbaikan)


def _dijumlah(b: Baris, calon: Sequence[Sequence[Simpul]], kolom: Sequence[str]) -> str:
    """Name the rows that a row is the sum of: those of one level near it, before it, or all; or ""."""
    if any(numerals.read(b.isi.get(k, ""), satuan="rupiah").status == numerals.TIDAK_TERBACA for k in kolom):
        return ""
    dicari = _jumlah([b.isi], kolom)
    for isi in calon:
        for tingkat in JENJANG:
            milik = [s for s in isi if s.tingkat == tingkat]
            if milik and _jumlah([s.angka for s in milik], kolom) == dicari:
                return f"{tingkat.replace('_', ' ')} baris {milik[0].nomor}–{milik[-1].nomor}"
        rekening = [r for s in isi for r in s.rekening]
        if rekening and _jumlah([r.isi for r in _daun(rekening)], kolom) == dicari:
            return f"rekening baris {rekening[0].nomor}–{rekening[-1].nomor}"
    return ""


def _daun(rekening: Sequence[Baris]) -> list[Baris]:
    """Keep the account lines that no other one details."""
    kode = [kode_baku(r.isi["kode"]) for r in rekening]
    return [r for r, k in zip(rekening, kode, strict=True) if not any(lain.startswith(f"{k}.") for lain in kode)]


def _jumlahkan_rekening(potongan: Potongan, simpul: list[Simpul], kolom: Sequence[str]) -> None:
    """Give a sub kegiatan without amounts the sum of its account lines; compare where it has its own."""
    for s in simpul:
        if not s.rekening:
            continue
        nomor = [r.nomor for r in s.rekening]
        jumlah = _jumlah([r.isi for r in _daun(s.rekening)], kolom)
        for k, nilai in zip(kolom, jumlah, strict=True):
            sendiri = _nilai(s.angka.get(k, ""))
            if sendiri is None and nilai is not None:
                s.angka[k] = teks_angka(nilai)
            elif sendiri is not None and nilai is not None and sendiri != nilai:
                potongan.kabar.append(
                    f"{k.rpartition('.')[2]} {s.kode} (baris {s.nomor}) {numerals.rupiah(sendiri)}, rekeningnya (baris "
                    f"{sebut_baris(nomor)}) berjumlah {numerals.rupiah(nilai)}; dipakai angka sub kegiatan."
                )
        potongan.dibuang += [Dibuang(n, "rekening, terhitung dalam sub kegiatannya") for n in nomor]


def _satukan(potongan: Potongan, simpul: list[Simpul], kolom: Sequence[str], *, dijumlah: bool) -> list[Simpul]:
    """Add up the rows of one code, as exports by sub unit repeat it; unless told to, a repeated code is a problem."""
    dikenal: dict[str, Simpul] = {}
    hasil: list[Simpul] = []
    for s in simpul:
        awal = s if s.tingkat in _DI_ATAS else dikenal.setdefault(s.kode, s)
        if awal is s:
            hasil.append(s)
            continue
        if not dijumlah or awal.nama != s.nama:
            temuan = f"Kode {s.kode} sudah ada di baris {awal.nomor}"
            if awal.nama != s.nama:
                potongan.salah(str(s.nomor), f'{temuan}, bernama "{awal.nama}".', "Perbaiki kodenya, atau buang satu.")
            else:
                perbaikan = "Buang satu; bila terbagi menurut sub unit, tulis dobel: jumlah di pohon."
                potongan.salah(str(s.nomor), f"{temuan}.", perbaikan)
            continue
        for k in kolom:
            dua = [t for t in (awal.angka.get(k, ""), s.angka.get(k, "")) if t]
            nilai = [_nilai(t) for t in dua]
            if len(dua) == 2 and None not in nilai:
                awal.angka[k] = teks_angka(sum(n for n in nilai if n is not None))
            elif dua:
                awal.angka[k] = dua[-1] if nilai[-1] is None else dua[0]  # what cannot be read is told by its text
        potongan.dibuang.append(Dibuang(s.nomor, f"kode sama, terhitung dalam baris {awal.nomor}"))
    return hasil


def _berinduk(potongan: Potongan, akar: Simpul, simpul: list[Simpul]) -> list[Simpul]:
    """Give each node the nearest shorter code there is, and leave out the levels above a program."""
    dipakai = [s for s in simpul if s.tingkat not in _DI_ATAS]
    for s in simpul:
        if s.tingkat in _DI_ATAS:
            if any(program.kode.startswith(f"{s.kode}.") for program in dipakai):
                potongan.dibuang.append(Dibuang(s.nomor, f"{s.tingkat}, di atas program"))
            else:
                temuan = f'Kode "{s.kode}" menurut peta {s.tingkat}, tetapi tidak menaungi program mana pun.'
                potongan.salah(str(s.nomor), temuan, "Periksa kolom kode dan turun, atau pola rekening.")
    dikenal = {s.kode: s for s in dipakai}
    for s in dipakai:
        bagian = s.kode.split(".")
        atas = (".".join(bagian[:n]) for n in range(len(bagian) - 1, 0, -1))
        s.induk = next((kode for kode in atas if kode in dikenal), AKAR)
        if s.induk == AKAR and s.tingkat != "program":
            potongan.salah(
                str(s.nomor), f"{s.kode} tidak punya induk di lembar ini.", "Tambahkan baris program atau kegiatannya."
            )
    return [akar, *dipakai] if dipakai else []
