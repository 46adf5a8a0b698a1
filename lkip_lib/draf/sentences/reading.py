"""Read what sentences state of the things that the tables name: amounts, percentages, counts, years and directions."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkip_lib import numerals
from lkip_lib.draf.files.document import Paragraf
from lkip_lib.draf.findings.figures import DIBACA, DITEBAK, RAGU, TIDAK, Angka
from lkip_lib.draf.sentences.cues import DARI, LEMBAGA, RUPIAH, TAHUN, peran_kalimat, tahun_ujung
from lkip_lib.draf.sentences.digits import Potong, potong_angka
from lkip_lib.draf.sentences.folding import lipat
from lkip_lib.draf.tables.budget import Anggaran
from lkip_lib.draf.tables.budget_rows import sebut
from lkip_lib.draf.tables.performance import Kinerja
from lkip_lib.draf.tables.units import pilih_bacaan, terbaca
from lkip_lib.impor.sums import AKAR

KALIMAT = re.compile(r"(?<!^\d\.)(?<!^\d\d\.)(?<=[.;!?])\s+(?=[A-Z(•\-])|\n+")
_AKHIR = re.compile(
    r"(?:,-|,00-)?\s?(?:%|persen\b|(?:ribu|juta|miliar|milyar|triliun|triliyun)\b(?:\s+rupiah)?)?", re.I
)
_AWAL = re.compile(r"(?:Rp\.?\s?|-)$", re.I)
# What is counted, by the word behind the number.
_CACAH = re.compile(
    r"^\s*(?:\([^()]{2,40}\)\s*)?(?:buah\s+)?(indikator|program|sub\s?kegiatan|kegiatan|sasaran|tujuan"
    r"|(?:orang\s+)?(?:ASN|PNS|asn|pns)\b|orang\s+[Nn]on[- ]?(?:ASN|asn))"
)
# A count is the agency's only where the sentence says what the agency has of it.
_MEMILIKI = re.compile(
    r"\b(?:diukur|didukung|terdiri|dilaksanakan|memiliki|mempunyai|menetapkan|ditetapkan|melaksanakan|memuat|berjumlah"
    r"|dijabarkan)\b[^.;]{0,60}$",
    re.I,
)
# How many indicators are of a class, by its word in capitals.
_BERKELAS = re.compile(
    r"\s*(?:\([^()]{2,40}\)\s*)?indikator\s+(?:(?:kinerja|utama|yang|masuk|dalam|dengan)\s+){0,3}"
    r"(?:ber)?(?:kategori|predikat|kriteria)\s+[\"“]?([A-Z]\w+(?:\s+[A-Z]\w+)?)"
)
# Of those counted only some are meant.
_SEBAGIAN = re.compile(
    r"\s*(?:yang\s+)?(?:(?:ber|dengan\s+)(?:kategori|predikat|kriteria)|(?:dapat|telah|sudah|belum|tidak|tercapai|mencapai"
    r"|memenuhi|melampaui|masuk)\b)",
    re.I,
)
_BUKAN_CACAH = re.compile(r"\b(?:sasaran|tujuan|program|indikator)\s*$", re.I)
_ARAH = re.compile(r"\b(meningkat|naik|menurun|turun|bertambah|berkurang|stagnan|stabil|tetap)\b", re.I)
# What may be a year or an amount: a number like 2050 right behind one of these words.
_ATAU_TAHUN = re.compile(r"\b(?:mencapai|menjadi|adalah|yaitu|hanya|terealisasi|realisasi|target)\s*$", re.I)
_LINGKUP = re.compile(r"\b(nasional|provinsi)\b", re.I)
_INSTANSI = re.compile(
    rf"\b(?:(?:realisasi|total|jumlah|pagu|seluruh)\s+(?:anggaran|belanja)|anggaran\s+{LEMBAGA}"
    rf"|{LEMBAGA}\b[^.;]{{0,60}}\b(?:anggaran|pagu))\b",
    re.I,
)
_SINGKATAN = re.compile(r"\(([A-Z][A-Za-z]{1,6}[A-Z])\)")
# A sentence that says how something is calculated: its numbers are of the formula, or are worked out there.
_RUMUS = re.compile(r"[x×*]\s*100\b")
_TETAPAN = ("1", "2", "100")
# Per how many it is counted: a part of the unit.
_PER = re.compile(r"\bper\s*$", re.I)
# What a sentence speaks of is then a part of the agency, or something said before it.
_BAGIAN = re.compile(
    r"\b(?:sasaran|program|(?:sub\s?)?kegiatan|bidang|pendukung\w*|mendukung|tersebut|triwulan)\b", re.I
)
# Of a part of the year, as the words beside a figure say.
_TRIWULAN = re.compile(r"\b(?:triwulan|tw|semester)\b[^,.;]{0,8}", re.I)
# An entry of a list of tables: what stands at its end is a page.
_DAFTAR = re.compile(r"^\W*(?:tabel|gambar|grafik|bagan|lampiran|bab)\b.*[\s.…](\d{1,3})\s*$", re.I | re.S)
_UANG = ("pagu", "realisasi_rp", "sisa")
# Kinds of belanja that every budget has by these names, also where their table could not be read.
BELANJA_BAKU = (
    ("pegawai", "Belanja Pegawai"), ("barang_jasa", "Belanja Barang dan Jasa"), ("modal", "Belanja Modal"),
)  # fmt: skip
_TERPENDEK = 8  # letters of a name that is looked for


@dataclass(frozen=True, slots=True)
class Subjek:
    """Hold one thing that sentences may be about, and how it is found in them."""

    macam: str  # indikator, anggaran or belanja
    kode: str
    nama: str
    pola: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Arah:
    """Hold a direction that a sentence claims of two figures, this year's and the one before it."""

    kata: str
    kini: Angka
    lalu: Angka


def daftar_subjek(kinerja: Kinerja, anggaran: Anggaran, belanja: Sequence[tuple[str, str]]) -> list[Subjek]:
    """List what the tables of a draft name, the longest name first."""
    hasil = [Subjek("indikator", n.kode, n.nama, _pola(s)) for n in kinerja.indikator.isi for s in n.sebutan
             if n.kode in kinerja.kartu and len(s) >= _TERPENDEK]  # fmt: skip
    pendek = Counter(c for n in kinerja.indikator.isi for c in {*_SINGKATAN.findall(n.nama)})
    hasil += [Subjek("indikator", n.kode, n.nama, re.compile(rf"(?<!\w){c}(?!\w)")) for n in kinerja.indikator.isi
              for c in _SINGKATAN.findall(n.nama) if n.kode in kinerja.kartu and pendek[c] == 1]  # fmt: skip
    for s in anggaran.simpul:
        if s.kode != AKAR and len(nama := sebut(s.nama)) >= _TERPENDEK:
            hasil.append(Subjek("anggaran", s.kode, s.nama, _pola(nama)))
    hasil += [Subjek("belanja", kode, nama, _pola(nama)) for kode, nama in belanja if len(nama) >= _TERPENDEK]
    unik = {(s.macam, s.kode, s.pola.pattern): s for s in hasil}
    return sorted(unik.values(), key=lambda s: -len(s.pola.pattern))


def _pola(nama: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(map(re.escape, re.findall(r"\w+|%", nama))) + r"(?!\w)", re.I)


def baca_kalimat(b: Paragraf, subjek: Sequence[Subjek], tahun: int, desimal: str) -> tuple[list[Angka], list[Arah]]:
    """Read the figures of one paragraph; every number of it is in what is returned."""
    angka: list[Angka] = []
    arah: list[Arah] = []
    letak = 0
    for kalimat in KALIMAT.split(b.teks):
        awal = b.teks.index(kalimat, letak)
        letak = awal + len(kalimat)
        milik = list(_baca(kalimat, subjek, tahun, desimal))
        for a in milik:
            a.paragraf, a.awal = b.nomor, a.awal + awal
        angka += milik
        arah += _arah(kalimat, [a for a in milik if a.peran == "realisasi" and a.kode])
    return angka, arah


def _baca(kalimat: str, subjek: Sequence[Subjek], tahun: int, desimal: str) -> Iterator[Angka]:
    teks = lipat(kalimat) if len(lipat(kalimat)) == len(kalimat) else kalimat
    disebut = yang_disebut(teks, subjek)
    potong = potong_angka(kalimat)
    kata, akhir, peran_lalu, subjek_lalu = 0, 0, "", None
    uang = False
    sudah: dict[tuple[object, ...], float | None] = {}
    tanpa_nama = _tanpa_nama(teks, disebut)
    halaman = c.start(1) if (c := _DAFTAR.match(kalimat)) else -1
    sendiri = not disebut and not _BAGIAN.search(teks) and {*map(int, TAHUN.findall(teks))} <= {tahun}
    berumus = bool(_RUMUS.search(kalimat))
    seluruhnya = bool(_INSTANSI.search(teks)) and not _BAGIAN.search(teks)
    for n, p in enumerate(potong):
        if p.awal < akhir:
            continue
        di_nama = any(a <= p.awal < z for a, z, _ in disebut)
        kiri, kanan = _rentang(kalimat, potong, n)
        cacah = _CACAH.match(kalimat[kanan:])
        berbilang = cacah and not p.jenis and not _BUKAN_CACAH.search(kalimat[:kiri])
        if berbilang and sendiri and (kelas := _BERKELAS.match(kalimat, kanan)):
            akhir = kanan
            yield replace(_cacahan(kalimat[kiri:kanan], "indikator_berpredikat", kiri, tahun), subjek=kelas[1])
            continue
        if (
            cacah
            and berbilang
            and not _SEBAGIAN.match(kalimat, kanan + cacah.end())
            and _MEMILIKI.search(kalimat[:kiri])
            and not disebut
        ):
            akhir = kanan
            yield _cacahan(kalimat[kiri:kanan], cacah[1], kiri, tahun)
            continue
        if p.jenis == "tahun" and not di_nama and _ATAU_TAHUN.search(kalimat[: p.awal]):
            yield Angka(0, 0, 0, 0, p.teks, ember=RAGU, sebab="Tahun atau banyaknya.", awal=p.awal, jenis="kalimat")
            akhir = p.akhir
            continue
        tetap = "satuan" if _PER.search(kalimat[:kiri]) else "rumus" if berumus and p.teks in _TETAPAN else ""
        if p.jenis or di_nama or p.awal == halaman or tetap:
            peran = p.jenis or ("nama" if di_nama else tetap or "rujukan")
            yield Angka(0, 0, 0, 0, p.teks, ember=DIBACA, peran=peran, awal=p.awal, jenis="kalimat")
            akhir = p.akhir
            continue
        akhir = kanan
        ruas = tanpa_nama[kata:kiri]
        tertulis = kalimat[kiri:kanan].strip()
        kata = kanan
        uang = uang or bool(RUPIAH.search(tertulis))
        peran, tegas = peran_kalimat(kalimat, ruas, (kiri, kanan), peran_lalu, uang=uang, tahun=tahun)
        sebelum = [s for a, z, s in disebut if z <= kiri]
        milik = sebelum[-1] if sebelum else subjek_lalu or (disebut[0][2] if len(disebut) == 1 else None)
        tahun_ruas = TAHUN.findall(ruas) or TAHUN.findall(teks[:kiri])
        tahun_milik = tahun_ujung(teks, kiri, kanan) or (int(tahun_ruas[-1]) if tahun_ruas else tahun)
        a = _angka(tertulis, kiri, peran, milik, tahun_milik, desimal)
        if milik is None and a.peran in ("pagu", "realisasi_rp", "serapan", "sisa") and seluruhnya:
            a.kode, a.subjek = AKAR, "Instansi"
        elif milik is None and a.peran == "rata_rata_capaian":
            a.kode, a.subjek = AKAR, "Rata-rata capaian"
        if tw := _TRIWULAN.search(f"{ruas} {teks[kanan : kanan + 40]}"):
            a.periode = tw[0].lower()
        if peran == "selisih_poin":
            a.tahun = tahun  # up to this year, also where only the year before is named
        a.lingkup = c[1].lower() if (c := _LINGKUP.search(ruas)) else "instansi"
        _putuskan(a, tegas=tegas, milik=milik)
        hal = (a.peran, a.kode, a.tahun, a.periode, a.lingkup)
        if berumus or (a.kode and sudah.setdefault(hal, a.nilai) != a.nilai):
            _lepas(a)  # one sentence does not state one thing twice
            peran = ""  # nor does what goes on from it
        if a.peran == "target" and a.lingkup != "instansi":
            _lepas(a)  # targets are the agency's own
        if peran not in ("serapan", "selisih_poin"):
            peran_lalu = "target" if peran == "realisasi" and DARI.match(kalimat, kanan) else peran
        subjek_lalu = milik
        yield a


def _rentang(kalimat: str, potong: Sequence[Potong], n: int) -> tuple[int, int]:
    """Return where a figure begins and ends with its sign, its unit, and the second end of a range."""
    p = potong[n]
    kiri = c.start() if (c := _AWAL.search(kalimat, 0, p.awal)) else p.awal
    if kiri < p.awal and kalimat[kiri] == "-" and kiri and kalimat[kiri - 1].isalnum():
        kiri = p.awal
    kanan = p.akhir
    if n + 1 < len(potong) and not p.jenis and re.fullmatch(r"\s?%?\s?[-–]\s?", kalimat[p.akhir : potong[n + 1].awal]):
        kanan = potong[n + 1].akhir
    cocok = _AKHIR.match(kalimat, kanan)
    return kiri, cocok.end() if cocok and cocok[0].strip() else kanan


def yang_disebut(teks: str, subjek: Sequence[Subjek]) -> list[tuple[int, int, Subjek]]:
    """Return the things that a sentence names, in order, none inside another."""
    hasil: list[tuple[int, int, Subjek]] = []
    for s in subjek:
        for c in s.pola.finditer(teks):
            if not any(a < c.end() and c.start() < z for a, z, _ in hasil):
                hasil.append((c.start(), c.end(), s))
    return sorted(hasil, key=lambda x: x[0])


def _tanpa_nama(teks: str, disebut: Sequence[tuple[int, int, Subjek]]) -> str:
    """Blank out the names in a sentence, each letter by a blank: their words tell nothing of the figures."""
    for a, z, _ in disebut:
        teks = teks[:a] + " " * (z - a) + teks[z:]
    return teks


def _cacahan(tertulis: str, kata: str, awal: int, tahun: int) -> Angka:
    kecil = re.sub(r"\s+", "_", kata.lower())
    if "non" in kecil:
        peran, subjek = "non_asn", "Jumlah"
    elif kecil.endswith(("asn", "pns")):
        peran, subjek = "asn", "Jumlah"
    else:
        peran, subjek = f"jumlah_{kecil.replace('subkegiatan', 'sub_kegiatan')}", "Instansi"
    baca = numerals.read(tertulis, satuan="orang" if subjek == "Jumlah" else "program")
    return Angka(0, 0, 0, 0, tertulis, baca.value, DIBACA if baca.value is not None else RAGU, "kalimat", peran, subjek,
                 AKAR, tahun, awal=awal)  # fmt: skip


def _angka(tertulis: str, awal: int, peran: str, milik: Subjek | None, tahun: int, desimal: str) -> Angka:
    satuan = "rupiah" if peran in _UANG else "persen" if peran in ("capaian", "serapan", "rata_rata_capaian") else ""
    baca, tanda = pilih_bacaan(terbaca(tertulis, satuan), tertulis, milik.nama if milik else "", desimal)
    a = Angka(
        0, 0, 0, 0, tertulis, baca.value, jenis="kalimat", tahun=tahun, awal=awal, satuan=satuan, periode="tahunan"
    )
    if baca.status == numerals.TIDAK_TERBACA:
        a.ember, a.sebab = RAGU, baca.note
    elif tanda == 1:
        a.ember = DITEBAK
    a.peran = peran
    if milik:
        a.kode, a.subjek = milik.kode, milik.nama
    return a


def _putuskan(a: Angka, *, tegas: bool, milik: Subjek | None) -> None:
    """Believe a figure whose subject and role its sentence names; leave one whose subject is not clear."""
    uang = a.peran in (*_UANG, "serapan")
    cocok = milik is None or (milik.macam != "indikator") == uang or a.peran == "rata_rata_capaian"
    if not a.peran or not a.kode or not cocok:
        _lepas(a)
    elif a.ember == TIDAK:
        # Of the whole agency a sentence seldom says so: it is believed where a table has the same figure.
        yakin = tegas or a.peran == "serapan"
        a.ember = DIBACA if yakin and (milik or a.peran == "rata_rata_capaian") else DITEBAK


def _lepas(a: Angka) -> None:
    """Leave a figure whose subject is not clear."""
    a.peran = a.subjek = a.kode = ""
    a.ember, a.nilai = TIDAK, None


def _arah(kalimat: str, realisasi: list[Angka]) -> Iterator[Arah]:
    kata = _ARAH.search(kalimat)
    if not kata or re.search(r"(?i)^(?:meningkat|menurun)(?:nya|kan)", kalimat[kata.start() :]):
        return
    for satu, dua in itertools.pairwise(realisasi):
        if satu.kode == dua.kode and satu.tahun != dua.tahun:
            kini, lalu = (satu, dua) if satu.tahun > dua.tahun else (dua, satu)
            yield Arah(kata[1].lower(), kini, lalu)
            return
