"""Place the rows of a budget in a tree: level and parent by the code, or by where a name stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lkip_lib.frames import himpun
from lkip_lib.impor.cells import berangka
from lkip_lib.impor.codes import DI_ATAS, POHON, SUSUNAN, berkode, jenjang, kode_baku, kode_sendiri, kode_utuh
from lkip_lib.impor.cuttings import Baris, Dibuang, Potongan
from lkip_lib.impor.mapping import Pohon, berisi
from lkip_lib.impor.sums import AKAR, Simpul, jumlahkan_rekening, kenali_jumlah, satukan
from lkip_lib.inputs.no_data import berawal_jumlah

_BAGIAN_SIPD = {3: "program", 5: "kegiatan"}  # of a sub kegiatan's code
_UNIT = re.compile(r"(?i)(?:sub ?)?(?:unit|skpd|opd|perangkat daerah|organisasi|satuan kerja)\b.{0,12}:")
_LUAR = re.compile(r"(?i)(?:jumlah |total )?(?:pendapatan|penerimaan|pembiayaan|surplus|sisa lebih|silpa|defisit)\b")
_BERAWAL = re.compile(r"(?i)(sub ?kegiatan|kegiatan|program)\b(\s*[:\-–]\s*)?")


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
    dikenal: set[str] = field(default_factory=set)
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
            baru = self._kelompok(b, kode)
            baru.append(Simpul([b.nomor], kode, "", tingkat, nama, b.isi, angka, b.isi.get("unit", self.unit)))
            self.simpul += baru
            self.dikenal.update(s.kode for s in baru)
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
        for k in self.pohon.kelompok:
            bagian = kode.split(".")
            panjang = next((n for n, t in (self.pohon.tingkat or _BAGIAN_SIPD).items() if t == k.tingkat), 0)
            milik = kode_baku(b.isi.get(f"{k.tingkat}.kode", "")) or ".".join(bagian[:panjang])
            if milik not in self.dikenal and milik != kode:
                hasil.append(Simpul([b.nomor], milik, "", k.tingkat, b.isi.get(f"{k.tingkat}.nama", ""), {}, {}))
        return hasil

    def selesai(self) -> list[Simpul]:
        """Return the whole tree, its root first; what does not fit is a problem of the sheet."""
        self._sebut_asing()
        self._sebut_ringkasan()
        for s in self.simpul:
            jumlahkan_rekening(self.potongan, s, self.kolom, self.pohon.susunan)
        kenali_jumlah(self.potongan, self.simpul, self.tanpa_kode, self.kolom)
        akar = self.akar or self._akar_unit() or Simpul([], AKAR, "", "instansi", "", {}, {})
        simpul = satukan(self.potongan, self.simpul, self.kolom, dijumlah=self.pohon.berulang == "jumlah")
        return _berinduk(self.potongan, akar, simpul)

    def _sebut_asing(self) -> None:
        """Tell the codes of no level once a shape: a cause that hits a hundred rows is one."""
        bentuk = himpun((len(kode.split(".")), (b, kode)) for b, kode in self.asing)
        for n, milik in bentuk.items():
            temuan = f'Kode "{milik[0][1]}" berbagian {n}; peta tidak menyebut tingkatnya.'
            perbaikan = f"Sebut di pohon.tingkat, misalnya {n}: sub_kegiatan, atau buang barisnya."
            if self.pohon.susunan in SUSUNAN:
                temuan = f'Kode "{milik[0][1]}" bukan kode {self.pohon.susunan.upper()}.'
                perbaikan = "Perbaiki kodenya, atau buang barisnya."
            self.potongan.salah(str(milik[0][0].nomor), temuan, perbaikan, len(milik) - 1)

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
            temuan = f"Rekening {hilang[0][1]} tidak di bawah sub kegiatan."
            self.potongan.salah(str(hilang[0][0].nomor), temuan, "Periksa urutan barisnya.", len(hilang) - 1)

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
    lepas: list[Simpul] = []
    for s in dipakai:
        s.induk = next((kode for kode in _awalan(s.kode) if kode in dikenal), "")
        if not s.induk and s.tingkat in atasnya and _tanpa_awalan(s, terakhir):
            s.induk = terakhir.get(atasnya[s.tingkat], "")
        terakhir[s.tingkat] = s.kode
        if not s.induk and s.tingkat != "program":
            lepas.append(s)
        s.induk = s.induk or AKAR
    if lepas:
        temuan = f"{lepas[0].kode} tidak punya induk di lembar ini."
        perbaikan = "Tambahkan baris program atau kegiatannya."
        potongan.salah(str(lepas[0].nomor[0]), temuan, perbaikan, len(lepas) - 1)


def _tanpa_awalan(s: Simpul, terakhir: Mapping[str, str]) -> bool:
    """Tell whether codes of this level do not continue those above: 5096 stands under 113.01.WA."""
    return s.tingkat == "kegiatan" and "." not in s.kode and "program" in terakhir


def _awalan(kode: str) -> Iterator[str]:
    bagian = kode.split(".")
    yield from (".".join(bagian[:n]) for n in range(len(bagian) - 1, 0, -1))
