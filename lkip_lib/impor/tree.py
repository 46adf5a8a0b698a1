"""Turn budget rows into a tree: level and parent by the code, account lines under their sub kegiatan, totals known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lkip_lib import numerals
from lkip_lib.errors import sebut_baris
from lkip_lib.impor.codes import DI_ATAS, JENJANG, POHON, SUSUNAN, berkode, jenjang, kode_baku, kode_sendiri, kode_utuh
from lkip_lib.impor.mapping import Pohon, berisi
from lkip_lib.impor.rows import Baris, Dibuang, Potongan, berangka
from lkip_lib.inputs.grid import teks_angka
from lkip_lib.inputs.no_data import berawal_jumlah

AKAR = "0"
_BAGIAN_SIPD = {3: "program", 5: "kegiatan"}  # of a sub kegiatan's code
_UNIT = re.compile(r"(?i)(?:sub ?)?(?:unit|skpd|opd|perangkat daerah|organisasi|satuan kerja)\b.{0,12}:")
_LUAR = re.compile(r"(?i)(?:jumlah |total )?(?:pendapatan|penerimaan|pembiayaan|surplus|sisa lebih|silpa|defisit)\b")
_BERAWAL = re.compile(r"(?i)(sub ?kegiatan|kegiatan|program)\b(\s*[:\-–]\s*)?")
_DIJUMLAH = "kode sama, terhitung dalam baris {}"
_SEBAB_REKENING = "rekening, terhitung dalam sub kegiatannya"


@dataclass(slots=True)
class Simpul:
    """Hold one line of the budget: its rows, place in the tree, and amounts as text; `unit` is whose line it is."""

    nomor: list[int]
    kode: str
    induk: str
    tingkat: str
    nama: str
    isi: Mapping[str, str]
    angka: dict[str, str]
    unit: str = ""
    rekening: list[Baris] = field(default_factory=list)


def pohonkan(potongan: Potongan, pohon: Pohon, kolom_angka: Sequence[str]) -> list[Simpul]:
    """Place every row in the tree; rows left out and problems are noted in `potongan`.

    `kolom_angka` names the amount columns. A row without a code must be the sum of others, else it is a problem.
    """
    susun = _Susunan(potongan, pohon, kolom_angka)
    for b in potongan.baris:
        susun.tempatkan(b)
    return susun.selesai()


@dataclass(slots=True)
class _Susunan:
    """Gather the lines of a sheet, row by row."""

    potongan: Potongan
    pohon: Pohon
    kolom: Sequence[str]
    simpul: list[Simpul] = field(default_factory=list)
    tanpa_kode: list[tuple[Baris, int]] = field(default_factory=list)
    akar: Simpul | None = None
    unit: str = ""
    kegiatan: str = ""
    di_luar: bool = False
    kini: dict[str, str] = field(default_factory=dict)
    urut: list[int] = field(default_factory=lambda: [0] * len(POHON))
    bentuk: dict[str, str] = field(default_factory=dict)
    asing: list[tuple[Baris, str]] = field(default_factory=list)
    ringkasan: list[tuple[Baris, str]] = field(default_factory=list)

    def tempatkan(self, b: Baris) -> None:
        """Take one row for what its code says it is, else for what its place among the names says."""
        if self.pohon.susunan == "urutan" and not any(berawal_jumlah(t) for t in b.teks):
            self._berurutan(b)
            return
        kode = self._kode(b)
        nama = b.isi.get("nama", "")
        angka = {k: b.isi[k] for k in self.kolom if k in b.isi}
        total = not kode and any(berawal_jumlah(t) for t in b.teks)
        if self.pohon.instansi and any(berisi(t, self.pohon.instansi) for t in (nama, *(b.teks if total else ()))):
            if self.akar:
                temuan = f"Baris {self.akar.nomor[0]} sudah menjadi baris instansi."
                self.potongan.salah(str(b.nomor), temuan, "Sebut isinya lebih lengkap di peta.")
            self.akar = Simpul([b.nomor], AKAR, "", "instansi", "" if berawal_jumlah(nama) else nama, b.isi, angka)
            return
        tingkat = self._tingkat(kode)
        if not kode and _UNIT.match(nama):
            self.unit = nama
            self.simpul.append(Simpul([b.nomor], nama, "", "unit", nama, b.isi, angka, nama))
            return
        self.di_luar = not kode and (self.di_luar or bool(_LUAR.match(nama))) and not nama.lower().startswith("belanja")
        if self.di_luar:
            self.potongan.dibuang.append(Dibuang(b.nomor, "pendapatan atau pembiayaan"))
        elif total or not kode:
            self._tanpa_kode(b, angka, total=total)
        elif tingkat == "rekening":
            self._rekening(b, kode)
        elif tingkat == "unit":
            self.unit = f"{kode} {nama}"
            self.simpul.append(Simpul([b.nomor], kode, "", tingkat, nama, b.isi, angka, self.unit))
        elif tingkat:
            self.kegiatan = kode if tingkat == "kegiatan" else self.kegiatan
            self.simpul += self._kelompok(b, kode)
            self.simpul.append(Simpul([b.nomor], kode, "", tingkat, nama, b.isi, angka, b.isi.get("unit", self.unit)))
        else:
            self.asing.append((b, kode))

    def _berurutan(self, b: Baris) -> None:
        """Take a row without a code: each level has a column of names, a word before its name, or a sign before it."""
        nama = {t: b.sendiri.get(f"{t}.nama", "") for t in ("program", "kegiatan")}
        nama["sub_kegiatan"] = b.isi.get("nama", "")
        if not self.pohon.kelompok:
            tingkat, sebutan = tingkat_nama(b.isi.get("kode", ""), b.isi.get("nama", ""), self.bentuk)
            nama = {t: sebutan if t == tingkat else "" for t in POHON}
        terisi = [t for t in POHON if nama[t] and nama[t] != self.kini.get(t)]
        if not terisi:
            self.tanpa_kode.append((b, len(self.simpul)))
            return
        angka = {k: b.isi[k] for k in self.kolom if k in b.isi}
        for t in terisi:
            letak = POHON.index(t)
            self.urut[letak:] = [self.urut[letak] + 1, *[0] * (len(POHON) - letak - 1)]
            self.kini = {k: v for k, v in self.kini.items() if POHON.index(k) < letak} | {t: nama[t]}
            kode = ".".join(map(str, self.urut[: letak + 1]))
            milik = (b.isi, angka) if t == terisi[-1] else ({}, {})
            self.simpul.append(Simpul([b.nomor], kode, "", t, nama[t], *milik))

    def _kode(self, b: Baris) -> str:
        """Return the code of a row; words in its place (a total, a footnote) are none."""
        tertulis = b.sendiri.get("kode", "")
        kode = kode_baku(b.isi.get("kode", "")) if tertulis else ""
        sendiri = kode_sendiri(kode, self.pohon.susunan) if kode and berkode(kode) else ""
        return kode_utuh(sendiri, self.kegiatan) if self.pohon.susunan == "sakti" else sendiri

    def _tingkat(self, kode: str) -> str:
        if not kode:
            return ""
        if self.pohon.susunan in SUSUNAN:
            tingkat = jenjang(kode, self.pohon.susunan)
            # A lone digit is an urusan, but below a sub kegiatan it heads the accounts.
            return "rekening" if tingkat == "urusan" and kode in "456" and self._di_sub() else tingkat
        if any(kode == awal or kode.startswith(f"{awal}.") for awal in self.pohon.rekening):
            return "rekening"
        return self.pohon.tingkat.get(len(kode.split(".")), "")

    def _di_sub(self) -> bool:
        return bool(self.simpul) and self.simpul[-1].tingkat == "sub_kegiatan"

    def _tanpa_kode(self, b: Baris, angka: Mapping[str, str], *, total: bool) -> None:
        ada = any(map(berangka, angka.values()))
        if not total and ada and self._di_sub() and self.simpul[-1].rekening:
            self.potongan.dibuang.append(Dibuang(b.nomor, "rincian di bawah rekening"))
        else:
            self.tanpa_kode.append((b, len(self.simpul)))

    def _rekening(self, b: Baris, kode: str) -> None:
        atas = next((s for s in reversed(self.simpul) if s.tingkat not in (*DI_ATAS, "kro")), None)
        # A report of SAKTI may go from the kegiatan to its accounts.
        if atas and (atas.tingkat == "sub_kegiatan" or self.pohon.susunan == "sakti"):
            atas.rekening.append(b)
        else:
            self.ringkasan.append((b, kode))

    def _kelompok(self, b: Baris, kode: str) -> list[Simpul]:
        """Return the higher levels that stand only beside this row and were not met before."""
        hasil = []
        dikenal = {s.kode for s in self.simpul} if self.pohon.kelompok else set()
        for k in self.pohon.kelompok:
            bagian = kode.split(".")
            panjang = next((n for n, t in (self.pohon.tingkat or _BAGIAN_SIPD).items() if t == k.tingkat), 0)
            milik = kode_baku(b.isi.get(f"{k.tingkat}.kode", "")) or ".".join(bagian[:panjang])
            if milik not in dikenal and milik != kode:
                hasil.append(Simpul([b.nomor], milik, "", k.tingkat, b.isi.get(f"{k.tingkat}.nama", ""), {}, {}))
        return hasil

    def selesai(self) -> list[Simpul]:
        """Return the whole tree, its root first; what does not fit is a problem of the sheet."""
        self._sebut_asing()
        self._sebut_ringkasan()
        for s in self.simpul:
            _jumlahkan_rekening(self.potongan, s, self.kolom, self.pohon.susunan)
        _kenali_jumlah(self.potongan, self.simpul, self.tanpa_kode, self.kolom)
        akar = self.akar or self._akar_unit() or Simpul([], AKAR, "", "instansi", "", {}, {})
        simpul = _satukan(self.potongan, self.simpul, self.kolom, dijumlah=self.pohon.berulang == "jumlah")
        return _berinduk(self.potongan, akar, simpul)

    def _sebut_asing(self) -> None:
        """Tell the codes of no level once a shape: a cause that hits a hundred rows is one."""
        bentuk: dict[int, list[tuple[Baris, str]]] = {}
        for b, kode in self.asing:
            bentuk.setdefault(len(kode.split(".")), []).append((b, kode))
        for n, milik in bentuk.items():
            juga = f" Begitu juga {len(milik) - 1} baris lain." if len(milik) > 1 else ""
            temuan = f'Kode "{milik[0][1]}" berbagian {n}; peta tidak menyebut tingkatnya.{juga}'
            perbaikan = f"Sebut di pohon.tingkat, misalnya {n}: sub_kegiatan, atau buang barisnya."
            if self.pohon.susunan in SUSUNAN:
                temuan = f'Kode "{milik[0][1]}" bukan kode {self.pohon.susunan.upper()}.{juga}'
                perbaikan = "Perbaiki kodenya, atau buang barisnya."
            self.potongan.salah(str(milik[0][0].nomor), temuan, perbaikan)

    def _sebut_ringkasan(self) -> None:
        """Leave out accounts outside the tree: revenue, or belanja summed up above it; any other is lost."""
        hilang = [(b, k) for b, k in self.ringkasan if not k.startswith(("4", "6")) and not self.simpul]
        lain = [(b, k) for b, k in self.ringkasan if (b, k) not in hilang]
        for b, kode in lain:
            di_bawah = any(s.tingkat in POHON and s.nomor[0] < b.nomor for s in self.simpul)
            if kode.startswith(("4", "6")) or not di_bawah:
                alasan = "ringkasan rekening di atas program" if kode.startswith("5") else "pendapatan atau pembiayaan"
                self.potongan.dibuang.append(Dibuang(b.nomor, alasan))
            else:
                hilang.append((b, kode))
        if hilang:
            juga = f" Begitu juga {len(hilang) - 1} baris lain." if len(hilang) > 1 else ""
            temuan = f"Rekening {hilang[0][1]} tidak di bawah sub kegiatan.{juga}"
            self.potongan.salah(str(hilang[0][0].nomor), temuan, "Periksa urutan barisnya.")

    def _akar_unit(self) -> Simpul | None:
        """Take the one unit of a sheet for the agency, where no row says its total."""
        unit = [s for s in self.simpul if s.tingkat == "unit"]
        if len(unit) != 1 or not any(unit[0].angka.values()):
            return None
        return Simpul(unit[0].nomor, AKAR, "", "instansi", unit[0].nama, unit[0].isi, dict(unit[0].angka))


def tingkat_nama(nomor: str, nama: str, bentuk: dict[str, str]) -> tuple[str, str]:
    """Return the level of a name and the name itself, by the word that it begins with, else by the sign before it.

    `bentuk` gathers the level of each shape of sign, in the order they are met: the first is a program's.

    >>> tingkat_nama("", "Sub Kegiatan: Bursa Kerja", {}), tingkat_nama("1", "PROGRAM PELATIHAN", {})
    (('sub_kegiatan', 'Bursa Kerja'), ('program', 'PROGRAM PELATIHAN'))
    >>> bentuk = {}
    >>> [tingkat_nama(n, "X", bentuk)[0] for n in ("II", "1", "a", "III", "2")]
    ['program', 'kegiatan', 'sub_kegiatan', 'program', 'kegiatan']
    """
    tanda = re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", re.sub(r"[a-z]+", "a", nomor)))
    if cocok := _BERAWAL.match(nama):
        tingkat = re.sub(r"\s+", "", cocok[1].lower()).replace("subkegiatan", "sub_kegiatan")
        if tanda:
            bentuk.setdefault(tanda, tingkat)
        return tingkat, nama[cocok.end() :] if cocok[2] else nama
    if not tanda or not nama:
        return "", ""
    if tanda not in bentuk:
        bentuk[tanda] = next((t for t in POHON if t not in bentuk.values()), "")
    return bentuk[tanda], nama if bentuk[tanda] else ""


@lru_cache(maxsize=100_000)
def nilai_rp(teks: str) -> float | None:
    """Return the amount of a text, None where it is none."""
    return numerals.read(teks, satuan="rupiah").value


def _jumlah(baris: Iterable[Mapping[str, str]], kolom: Sequence[str]) -> list[float | None]:
    """Sum amounts, column by column; None where one is missing or there are none."""
    hasil: list[float | None] = []
    semua = list(baris)
    for k in kolom:
        nilai = [nilai_rp(b.get(k, "")) for b in semua]
        isi = [n for n in nilai if n is not None]
        hasil.append(round(sum(isi), 2) if isi and len(isi) == len(nilai) else None)
    return hasil


def _terjumlah(baris: Sequence[Mapping[str, str]], kolom: Sequence[str]) -> list[float]:
    """Sum amounts as a total row does: a blank cell adds nothing."""
    return [round(sum(nilai_rp(b.get(k, "")) or 0 for b in baris), 2) for k in kolom]


def _kenali_jumlah(
    potongan: Potongan, simpul: list[Simpul], tanpa_kode: list[tuple[Baris, int]], kolom: Sequence[str]
) -> None:
    """Leave out each row without a code that is the sum of others; one that is not is a problem."""
    batas = [0, *(letak for _, letak in tanpa_kode), len(simpul)]
    for i, (b, letak) in enumerate(tanpa_kode):
        if not any(berangka(b.isi.get(k, "")) for k in kolom):
            potongan.dibuang.append(Dibuang(b.nomor, "tanpa kode dan angka"))
            continue
        calon = [simpul[batas[i] : letak], simpul[letak : batas[i + 2]], simpul[:letak], simpul]
        if rincian := _dijumlah(b, calon, kolom):
            potongan.dibuang.append(Dibuang(b.nomor, f"jumlah {rincian}"))
        else:
            perbaikan = (
                f"Isi kodenya, sebut isinya di buang, atau tulis sampai: {b.nomor - 1} bila tabelnya sudah habis."
            )
            sebut = next((t for t in b.teks if not berangka(t)), "")
            di = next(
                (s for k in kolom if berangka(b.isi.get(k, "")) and (s := potongan.sel(k, [b.nomor]))), str(b.nomor)
            )
            temuan = f'Baris "{sebut}" berisi angka tanpa kode, dan bukan jumlah baris lain.'
            potongan.salah(di, temuan, perbaikan)


def _dijumlah(b: Baris, calon: Sequence[Sequence[Simpul]], kolom: Sequence[str]) -> str:
    """Name the rows that a row is the sum of: those of one level near it, before it, or all; or ""."""
    if any(numerals.read(b.isi.get(k, ""), satuan="rupiah").status == numerals.TIDAK_TERBACA for k in kolom):
        return ""
    dicari = _terjumlah([b.isi], kolom)
    for isi in calon:
        for tingkat in JENJANG:
            milik = [s for s in isi if s.tingkat == tingkat]
            if milik and _terjumlah([s.angka for s in milik], kolom) == dicari:
                return f"{tingkat.replace('_', ' ')} baris {milik[0].nomor[0]}–{milik[-1].nomor[0]}"
        rekening = [r for s in isi for r in s.rekening]
        if rekening and _terjumlah([r.isi for r in _daun(rekening)], kolom) == dicari:
            return f"rekening baris {rekening[0].nomor}–{rekening[-1].nomor}"
    return ""


def _daun(rekening: Sequence[Baris], susunan: str = "") -> list[Baris]:
    """Keep the account lines that add up to their sub kegiatan: those that no other one details.

    In SAKTI the code of a detail does not continue its parent's; there the lines like the first one are the highest.
    """
    kode = [kode_baku(r.isi["kode"]) for r in rekening]
    if susunan == "sakti":
        return [r for r, k in zip(rekening, kode, strict=True) if _bentuk(k) == _bentuk(kode[0])]
    atas = {".".join(k.split(".")[:n]) for k in kode for n in range(1, len(k.split(".")))}
    return [r for r, k in zip(rekening, kode, strict=True) if k not in atas]


def _bentuk(kode: str) -> str:
    return "".join("9" if h.isdigit() else "A" if h.isalpha() else h for h in kode)


def _jumlahkan_rekening(potongan: Potongan, s: Simpul, kolom: Sequence[str], susunan: str) -> None:
    """Give a sub kegiatan without amounts the sum of its account lines; compare where it has its own."""
    if not s.rekening:
        return
    nomor = [r.nomor for r in s.rekening]
    jumlah = _jumlah([r.isi for r in _daun(s.rekening, susunan)], kolom)
    for k, nilai in zip(kolom, jumlah, strict=True):
        sendiri = nilai_rp(s.angka.get(k, ""))
        kosong = numerals.read(s.angka.get(k, ""), satuan="rupiah").status == numerals.BELUM_DIISI
        if kosong and nilai is not None:
            s.angka[k] = teks_angka(nilai)
        elif sendiri is not None and nilai is not None and sendiri != nilai:
            potongan.beda.append(_beda(potongan, s, k, sendiri, f"rekeningnya (baris {sebut_baris(nomor)})", nilai))
    potongan.dibuang += [Dibuang(n, _SEBAB_REKENING) for n in nomor]


def _satukan(potongan: Potongan, simpul: list[Simpul], kolom: Sequence[str], *, dijumlah: bool) -> list[Simpul]:
    """Add up the rows of one code, as exports by sub unit repeat it; unless told to, a repeated code is a problem.

    Rows of different sub units are parts of one amount; others may be one line printed twice.
    """
    ragam: dict[str, list[Simpul]] = {}
    for s in simpul:
        if s.tingkat not in DI_ATAS:
            ragam.setdefault(s.kode, []).append(s)
    for kode, milik in ragam.items():
        unit = [s.unit for s in milik]
        if len(milik) > 1 and not (dijumlah or (all(unit) and len(set(unit)) == len(unit))):
            _tolak_berulang(potongan, kode, milik)
        for s in milik[1:]:
            _tambahkan(potongan, milik[0], s, kolom)
        if len({s.nama for s in milik}) > 1:
            milik[0].nama, lain = _nama_bersama([s.nama for s in milik])
            potongan.kabar.append(f'Kode {kode} ditulis "{milik[0].nama}", juga disebut {lain}; angkanya dijumlahkan.')
    return [s for s in simpul if s.tingkat in DI_ATAS or ragam[s.kode][0] is s]


def _tolak_berulang(potongan: Potongan, kode: str, milik: Sequence[Simpul]) -> None:
    nama = dict.fromkeys(s.nama for s in milik)
    sebut = ", bernama " + ", ".join(f'"{n}"' for n in nama) if len(nama) > 1 else ""
    baris = sebut_baris([s.nomor[0] for s in milik])
    potongan.berulang.append((milik[1].nomor[0], f"Kode {kode} berulang di baris {baris}{sebut}."))


def _tambahkan(potongan: Potongan, awal: Simpul, s: Simpul, kolom: Sequence[str]) -> None:
    for k in kolom:
        dua = [t for t in (awal.angka.get(k, ""), s.angka.get(k, "")) if t]
        nilai = [nilai_rp(t) for t in dua]
        if len(dua) == 2 and None not in nilai:
            awal.angka[k] = teks_angka(round(sum(n for n in nilai if n is not None), 2))
        elif dua:  # what cannot be read is told by its text
            rusak = [t for t in dua if numerals.read(t, satuan="rupiah").status == numerals.TIDAK_TERBACA]
            awal.angka[k] = next((t for t in (*rusak, *dua) if t in rusak or nilai_rp(t) is not None), dua[0])
    awal.nomor += s.nomor
    potongan.dibuang.append(Dibuang(s.nomor[0], _DIJUMLAH.format(awal.nomor[0])))


def _nama_bersama(nama: Sequence[str]) -> tuple[str, str]:
    """Return the name that the others only add something to, else the first, and the others as they are written."""
    semua = list(dict.fromkeys(nama))
    pokok = next((n for n in sorted(semua, key=len) if n and all(m.startswith(n) for m in semua if m)), semua[0])
    return pokok, ", ".join(f'"{n}"' for n in semua if n != pokok)


def _berinduk(potongan: Potongan, akar: Simpul, simpul: list[Simpul]) -> list[Simpul]:
    """Give each node the line above it, and leave out the levels above a program and the groups of RO."""
    dipakai = [s for s in simpul if s.tingkat not in (*DI_ATAS, "kro")]
    kro = {s.kode for s in simpul if s.tingkat == "kro"}
    bawah = {".".join(s.kode.split(".")[:n]) for s in dipakai for n in range(1, len(s.kode.split(".")))}
    if kro and not kro & bawah:  # a sheet that ends at the groups has them for details
        dipakai = [s for s in simpul if s.tingkat not in DI_ATAS]
        for s in dipakai:
            s.tingkat = "sub_kegiatan" if s.tingkat == "kro" else s.tingkat
    for s in simpul:
        if s.tingkat in (*DI_ATAS, "kro") and not any(s is d for d in dipakai):
            if s.kode in ("4", "5", "6") and s.kode not in bawah:
                potongan.dibuang += [Dibuang(n, "kepala rekening di atas program") for n in s.nomor]
            elif s.tingkat in ("unit", "kro") or s.kode in bawah:
                alasan = "KRO, di atas RO" if s.tingkat == "kro" else f"{s.tingkat}, di atas program"
                potongan.dibuang += [Dibuang(n, alasan) for n in s.nomor]
            else:
                temuan = f'Kode "{s.kode}" menurut peta {s.tingkat}, tetapi tidak menaungi program mana pun.'
                potongan.salah(str(s.nomor[0]), temuan, "Periksa kolom kode dan turun, atau kode rekeningnya.")
    _cari_induk(potongan, dipakai)
    return [akar, *dipakai] if dipakai else []


def _cari_induk(potongan: Potongan, dipakai: Sequence[Simpul]) -> None:
    """Find each node's parent: the nearest shorter code there is, else the program or kegiatan that it stands under."""
    dikenal = {s.kode for s in dipakai}
    terakhir: dict[str, str] = {}
    atasnya = {"kegiatan": "program", "sub_kegiatan": "kegiatan"}
    for s in dipakai:
        s.induk = next((kode for kode in _awalan(s.kode) if kode in dikenal), "")
        if not s.induk and s.tingkat in atasnya and _tanpa_awalan(s, terakhir):
            s.induk = terakhir.get(atasnya[s.tingkat], "")
        terakhir[s.tingkat] = s.kode
        if not s.induk and s.tingkat != "program":
            temuan = f"{s.kode} tidak punya induk di lembar ini."
            potongan.salah(str(s.nomor[0]), temuan, "Tambahkan baris program atau kegiatannya.")
        s.induk = s.induk or AKAR


def _tanpa_awalan(s: Simpul, terakhir: Mapping[str, str]) -> bool:
    """Tell whether codes of this level do not continue those above: 5096 stands under 113.01.WA."""
    return s.tingkat == "kegiatan" and "." not in s.kode and "program" in terakhir


def _awalan(kode: str) -> Iterator[str]:
    bagian = kode.split(".")
    yield from (".".join(bagian[:n]) for n in range(len(bagian) - 1, 0, -1))


def periksa_jumlah(potongan: Potongan, simpul: Sequence[Simpul], kolom: Sequence[str]) -> None:
    """Hold each line against the sum of those below it: a difference means that rows were lost or misread.

    A line that states nothing counts as the sum of its own.
    """
    rincian: dict[str, list[Simpul]] = {}
    for s in simpul:
        rincian.setdefault(s.induk, []).append(s)

    def jumlah(s: Simpul, k: str) -> float | None:
        semua = [isi(m, k) for m in rincian.get(s.kode, ())]
        return None if not semua or None in semua else round(sum(n for n in semua if n is not None), 2)

    def isi(s: Simpul, k: str) -> float | None:
        sendiri = nilai_rp(s.angka.get(k, ""))
        return jumlah(s, k) if sendiri is None else sendiri

    for s in simpul:
        for k in kolom if s.nomor else ():
            tertulis, bawah = nilai_rp(s.angka.get(k, "")), jumlah(s, k)
            if tertulis is not None and bawah is not None and round(tertulis - bawah, 2):
                sebut = f"{rincian[s.kode][0].tingkat.replace('_', ' ')}nya"
                potongan.beda.append(_beda(potongan, s, k, tertulis, sebut, bawah))


def _beda(potongan: Potongan, s: Simpul, kolom: str, tertulis: float, rincian: str, jumlah: float) -> str:
    di = potongan.sel(kolom, s.nomor[:1]) or f"baris {s.nomor[0]}"
    sebut = "jumlah" if s.kode == AKAR else s.kode
    return (
        f"{potongan.lembar}!{di}: {kolom.rpartition('.')[2]} {sebut} {numerals.rupiah(tertulis)}, "
        f"{rincian} berjumlah {numerals.rupiah(jumlah)}."
    )
