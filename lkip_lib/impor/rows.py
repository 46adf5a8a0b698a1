"""Cut the rows of a sheet out by a mapping: what each column says, filled down where asked, and what is left out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from babel.dates import format_date

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah, sebut_baris, terdekat
from lkip_lib.impor.codes import kode_dan_nama
from lkip_lib.impor.headings import Judul, baku, cari_kolom, temukan_judul
from lkip_lib.impor.mapping import TABEL, Bagian, Kolom, berisi
from lkip_lib.inputs.cell_kinds import keberatan
from lkip_lib.inputs.grid import Kisi, address, teks_angka
from lkip_lib.inputs.no_data import jumlah, nomor_kolom
from lkip_lib.inputs.sheet_marks import Letak

_TAHUN = "tahun laporan"
_DISEBUT = 6
_SESUDAH = "sesudah tabel: catatan dan tanda tangan"
_TABEL_LAIN = "tabel program dan anggarannya, di bawah tabel indikator"
_RINCIAN_RUMUS = re.compile(r"\W*(?:{0})\b|.*\((?:{0})\)\W*$".format("pembilang|penyebut|numerator|denominator"), re.I)
_TITIK = re.compile(r"^((?:Rp\.?)?[^\d,.]*\d+)\.(\d\d)(?=\D*$)")
_PENUTUP = re.compile(
    r"^\s*(?:\*+\)?|(?:catatan|keterangan|sumber)\b\s*:|dicetak\b|mengetahui|nip\b|nip\.|pl[th]\.?\s|kepala\s|sekretaris\s"
    r"|direktur\s|camat\s)|,\s*(?:tanggal\s*)?\d{1,2}\s+[a-z]+\s+20\d\d\s*$|^\s*dokumen ini\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Baris:
    """Hold one row as the mapping sees it: its number in Excel, and text and own text (unfilled) of each column."""

    nomor: int
    isi: Mapping[str, str]
    sendiri: Mapping[str, str]
    teks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dibuang:
    """Name a row that is left out, and why."""

    nomor: int
    alasan: str


@dataclass(slots=True)
class Potongan:
    """Gather what was cut from a sheet: its rows, the rows left out, what to tell, and the problems.

    `berulang` are codes that stand twice, `beda` totals that their rows do not make: a person may say that they are so.
    """

    berkas: str
    lembar: str
    kolom: dict[str, tuple[int, ...]] = field(default_factory=dict)
    baris: list[Baris] = field(default_factory=list)
    dibuang: list[Dibuang] = field(default_factory=list)
    kabar: list[str] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    berulang: list[tuple[int, str]] = field(default_factory=list)
    beda: list[str] = field(default_factory=list)

    def salah(self, tempat: str, temuan: str, perbaikan: str, sejenis: int = 0) -> None:
        """Note a problem at a cell or row of the sheet, and how many others have the same cause."""
        temuan += f" Begitu juga {sejenis} baris lain." if sejenis else ""
        self.masalah.append(Masalah(temuan, perbaikan, f"{self.berkas}, {self.lembar}!{tempat}"))

    def sel_berisi(self, nama: str, teks: str) -> str:
        """Name the first cell of a column, in any of its repetitions, that has this text; or ""."""
        ada = ((n, b.nomor) for b in self.baris for n, t in b.isi.items() if t == teks and n.split(".")[-1] == nama)
        n, nomor = next(ada, ("", 0))
        return self.sel(n, [nomor])

    def sel(self, nama: str, baris: Iterable[int]) -> str:
        """Name the cells of a column in some rows, `F14`, `K2:M3` or `F8, F49`; "" for a column that is not there."""
        kolom, semua = self.kolom.get(nama, ()), sorted({b for b in baris if b})
        if not kolom or not semua:
            return ""
        utuh = semua[-1] - semua[0] == len(semua) - 1
        deret = _deret(semua) if utuh else [(b, b) for b in semua[:_DISEBUT]]
        sel = [(address(a - 1, kiri), address(z - 1, kanan)) for a, z in deret for kiri, kanan in _deret(kolom)]
        lebih = f", dan {len(semua) - _DISEBUT} lain" if not utuh and len(semua) > _DISEBUT else ""
        return ", ".join(a if a == z else f"{a}:{z}" for a, z in sel) + lebih


def _deret(nomor: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of numbers that follow one another.

    >>> _deret([5, 7, 8])
    [(5, 5), (7, 8)]
    """
    hasil: list[tuple[int, int]] = []
    for n in sorted(set(nomor)):
        if hasil and hasil[-1][1] == n - 1:
            hasil[-1] = (hasil[-1][0], n)
        else:
            hasil.append((n, n))
    return hasil


@dataclass(frozen=True, slots=True)
class _Medan:
    """Join what a mapping says of one column with where it stands."""

    kolom: Kolom
    nomor: tuple[int, ...]
    kind: str
    satuan: str = ""
    kurang: tuple[int, ...] = ()
    bertitik: bool = False


def medan_bagian(bagian: Bagian) -> dict[str, tuple[Kolom, str]]:
    """Return every column of a part with the kind of its content; those of a repetition or group have a prefix."""
    jenis = {"nama": "teks"} | {c.name: c.kind for c in TABEL[bagian.tabel].columns}
    hasil = {nama: (k, jenis[nama]) for nama, k in bagian.kolom.items()}
    for i, ulang in enumerate(bagian.ulang):
        hasil |= {f"ulang{i}.{nama}": (k, jenis[nama]) for nama, k in ulang.kolom.items()}
    for kelompok in bagian.pohon.kelompok if bagian.pohon else ():
        if kelompok.nama:
            hasil[f"{kelompok.tingkat}.nama"] = (kelompok.nama, "teks")
        if kelompok.kode:
            hasil[f"{kelompok.tingkat}.kode"] = (kelompok.kode, "kode")
    return hasil


def pilih_lembar(semua: Mapping[str, Kisi], nama: str, berkas: str) -> Kisi:
    """Return the sheet a mapping names, else the first that is not hidden. Raises MasukanSalah when there is none."""
    if nama and nama not in semua:
        raise MasukanSalah(Masalah(f'Lembar "{nama}" tidak ada.', terdekat(nama, semua), berkas))
    terlihat = [k for k in semua.values() if not k.tersembunyi and k.baris]
    if not nama and not terlihat:
        raise MasukanSalah(Masalah("Tidak ada lembar yang berisi.", "Periksa berkasnya.", berkas))
    return semua[nama] if nama else terlihat[0]


def potong(semua: Mapping[str, Kisi], bagian: Bagian, berkas: str, tahun: int) -> Potongan:
    """Cut the rows of one part of a mapping out of a file. Raises MasukanSalah for a missing sheet or heading."""
    kisi = pilih_lembar(semua, bagian.lembar, berkas)
    hasil = Potongan(berkas, kisi.nama)
    sumber = medan_bagian(bagian)
    disebut = {nama: kolom.dari for nama, (kolom, _) in sumber.items()}
    disebut |= {f"{nama} kurang": kolom.kurangi for nama, (kolom, _) in sumber.items() if kolom.kurangi}
    if bagian.tahun:
        disebut[_TAHUN] = (bagian.tahun,)
    judul = temukan_judul(
        kisi, bagian.judul[0] - 1, bagian.judul[1] - 1, [s for daftar in disebut.values() for s in daftar]
    )
    nomor = cari_kolom(judul, disebut, f"{berkas}, lembar {kisi.nama}")
    if judul.awal != bagian.judul[0] - 1:
        di = f"{judul.awal + 1}–{judul.akhir + 1}"
        hasil.kabar.append(f"Judul kolom ditemukan di baris {di}; peta menyebut {bagian.judul[0]}–{bagian.judul[1]}.")
    hasil.kolom = nomor
    bertitik = berdesimal_titik(kisi, {k for n in sumber if sumber[n][1] == "angka" for k in nomor[n]})
    satuan = {c.name: c.satuan for c in TABEL[bagian.tabel].columns}
    medan = {
        nama: _Medan(
            kolom, nomor[nama], kind, satuan.get(nama.rpartition(".")[2], ""), nomor.get(f"{nama} kurang", ()), bertitik
        )
        for nama, (kolom, kind) in sumber.items()
    }
    _kabar_tersembunyi(kisi, judul, nomor, hasil)
    _potong_baris(kisi, judul, medan, bagian, hasil, tahun)
    return hasil


def _potong_baris(
    kisi: Kisi, judul: Judul, medan: Mapping[str, _Medan], bagian: Bagian, hasil: Potongan, tahun: int
) -> None:
    induk = _induk_gabungan(kisi)
    atas: dict[str, list[str]] = {}
    akhir = penutup(kisi, judul.akhir + 1)
    batas = akhir if bagian.pohon else tabel_anggaran(kisi, judul.akhir + 1, akhir)
    for b in range(judul.akhir + 1, min(bagian.sampai or batas, batas)):
        teks = kisi.baris[b]
        bagian_sel = {nama: _isi_sel(kisi, b, m, induk) for nama, m in medan.items()}
        sendiri = {nama: _gabungkan(isi, medan[nama]) for nama, isi in bagian_sel.items()}
        if not any(sendiri.values()):
            continue
        if alasan := _alasan_buang(sendiri, teks, judul, medan, bagian):
            hasil.dibuang.append(Dibuang(b + 1, alasan))
            continue
        if bagian.tahun and (lain := kisi.baris[b][hasil.kolom[_TAHUN][0]]) != str(tahun):
            hasil.dibuang.append(Dibuang(b + 1, f"tahun {lain}" if lain else "tanpa tahun"))
            continue
        isi = {}
        for nama, m in medan.items():
            nilai = _turunkan(atas, nama, bagian_sel[nama]) if m.kolom.turun else bagian_sel[nama]
            if m.kolom.jumlah or m.kurang:
                nilai += [kisi.baris[b][k] for k in m.kurang]
                gabungan = _dijumlahkan(nilai, b, m, hasil, berkode=bool(sendiri.get("kode")))
            else:
                gabungan = _gabungkan(nilai, m)
            isi[nama] = _dikalikan(m.kolom.ganti.get(gabungan, gabungan), b, m, hasil)
        _periksa_sel(kisi, b, medan, induk, hasil)
        hasil.baris.append(Baris(b + 1, isi, sendiri, tuple(filter(None, teks))))
    if not bagian.sampai:
        hasil.dibuang += [Dibuang(b + 1, _TABEL_LAIN) for b in range(batas, akhir) if any(kisi.baris[b])]
        hasil.dibuang += [Dibuang(b + 1, _SESUDAH) for b in range(akhir, len(kisi.baris)) if any(kisi.baris[b])]


def _gabungkan(isi: Sequence[str], medan: _Medan) -> str:
    """Join the texts of a column's cells as its mapping says."""
    kolom = medan.kolom
    if kolom.potong:
        isi = [kode_dan_nama(t)[kolom.potong == "nama"] for t in isi]
    if kolom.terakhir:
        return next((t for t in reversed(isi) if t), "")
    if kolom.sebutan:
        lain = "; ".join(f"{s}: {_tanggal(t)}" for s, t in zip(kolom.sebutan, isi[1:], strict=False) if t)
        return " ".join(filter(None, (isi[0], f"({lain})" if lain and isi[0] else "")))
    return kolom.gabung.join(filter(None, isi))


def _tanggal(teks: str) -> str:
    """Write a date of Excel as an office does; any other text stays."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", teks):
        return teks
    return str(format_date(dt.date.fromisoformat(teks), "d MMMM y", locale="id_ID"))


def berangka(teks: str) -> bool:
    """Tell whether a cell means to hold an amount; a date or the name of who signs does not.

    >>> berangka("Rp 1.2O0"), berangka("Kota Contoh, 16 Januari 2026"), berangka("-")
    (True, False, False)
    """
    return any(h.isdigit() for h in teks) and not re.search(r"[^\W\d]{3}", teks)


def _dijumlahkan(isi: Sequence[str], b: int, medan: _Medan, hasil: Potongan, *, berkode: bool) -> str:
    """Add up the amounts of several cells, less those to be taken off; blank ones are none, and all blank is blank.

    Below a table the same columns hold who signs it: words in a row without a code are no amounts.
    """
    jumlah, ada = 0.0, False
    for k, teks in zip((*medan.nomor, *medan.kurang), isi, strict=True):
        bacaan = numerals.read(teks, satuan=medan.satuan)
        if bacaan.value is not None and k in medan.nomor:
            jumlah, ada = jumlah + bacaan.value, True
        elif bacaan.value is not None:
            jumlah -= bacaan.value
        elif bacaan.status == numerals.TIDAK_TERBACA and (berkode or berangka(teks)):
            hasil.salah(address(b, k), f'"{teks}": {bacaan.note}', "Perbaiki selnya.")
    return teks_angka(round(jumlah, 2)) if ada else ""


def _dikalikan(teks: str, b: int, medan: _Medan, hasil: Potongan) -> str:
    """Multiply a figure as its column says; what is no single number is a problem."""
    if medan.kind != "angka" or medan.kolom.kali == 1:
        return teks
    bacaan = numerals.read(teks, satuan="" if medan.satuan.startswith("@") else medan.satuan)
    if bacaan.value is not None:
        return teks_angka(bacaan.value * medan.kolom.kali)
    if bacaan.status in (numerals.BELUM_DIISI, numerals.TIDAK_BERLAKU):
        return teks
    temuan = f'"{teks}" tidak dapat dikalikan {medan.kolom.kali}. {bacaan.note}'.strip()
    hasil.salah(address(b, medan.nomor[0]), temuan, "Perbaiki selnya, atau buang barisnya.")
    return ""


def _induk_gabungan(kisi: Kisi) -> dict[Letak, Letak]:
    """Return for each covered cell of a range merged downwards the cell that holds its value."""
    return {(b, k): (b1, k) for (b1, k), (b2, _) in kisi.gabungan for b in range(b1 + 1, b2 + 1)}


def _isi_sel(kisi: Kisi, b: int, medan: _Medan, induk: Mapping[Letak, Letak]) -> list[str]:
    """Return the texts of a column's cells; a merged one speaks for each row it covers, unless it is an amount."""
    isi = []
    for k in medan.nomor:
        rb, rk = induk.get((b, k), (b, k)) if medan.kind != "angka" else (b, k)
        teks = kisi.baris[rb][rk]
        isi.append(berkoma(teks) if medan.bertitik and medan.satuan == "rupiah" else teks)
    return isi


def berkoma(teks: str) -> str:
    """Write the point before the sen of an amount without thousands parted as a comma.

    >>> berkoma("Rp 863.00"), berkoma("7938394091.75"), berkoma("1,863.00")
    ('Rp 863,00', '7938394091,75', '1,863.00')
    """
    return _TITIK.sub(r"\1,\2", teks)


def berdesimal_titik(kisi: Kisi, kolom: Iterable[int]) -> bool:
    """Tell whether the amounts of a sheet have a point before their sen: then 863.00 is 863, and no cut 863.000."""
    teks = [b[k] for b in kisi.baris for k in kolom]
    bertitik = any(re.search(r"(?:\d,\d{3}|\b\d{4,})\.\d\d\b", t) for t in teks)
    return bertitik and not any(re.search(r"\d\.\d{3}(?:,\d|\b)", t) for t in teks)


def _periksa_sel(
    kisi: Kisi,
    b: int,
    medan: Mapping[str, _Medan],
    induk: Mapping[Letak, Letak],
    hasil: Potongan,
) -> None:
    for m in medan.values():
        for k in m.nomor:
            if salah := keberatan(kisi.jenis[b][k], kisi.baris[b][k], m.kind, m.satuan):
                hasil.salah(address(b, k), *salah)
            if m.kind == "angka" and (b, k) in induk and kisi.baris[induk[b, k][0]][k]:
                hasil.salah(
                    address(b, k),
                    f"Angka di {address(*induk[b, k])} digabung untuk beberapa baris.",
                    "Pisahkan selnya dan isi angka setiap baris.",
                )


def _turunkan(atas: dict[str, list[str]], nama: str, isi: list[str]) -> list[str]:
    """Fill blank cells from the row above; of several, only those left of the first one that the row itself says."""
    lama = atas.get(nama, [""] * len(isi))
    terisi = [i for i, teks in enumerate(isi) if teks]
    awal = terisi[0] if terisi else len(isi)
    atas[nama] = [*lama[:awal], *isi[awal:]]
    return atas[nama]


def _alasan_buang(
    isi: Mapping[str, str], teks: Sequence[str], judul: Judul, medan: Mapping[str, _Medan], bagian: Bagian
) -> str:
    """Say why a row is left out: a heading printed again, the numbers of the columns, a total, a pattern; or ""."""
    for buang in bagian.buang:
        if berisi(isi.get(buang.kolom, ""), buang.isi):
            return f'berisi "{buang.isi}"'
    if judul_ulang(teks, judul):
        return "judul kolom yang tercetak ulang"
    if nomor_kolom(teks):
        return "nomor kolom"
    if any(_RINCIAN_RUMUS.match(isi.get(n, "")) for n in ("indikator", "nama") if not bagian.pohon):
        return "pembilang atau penyebut"
    if not bagian.pohon and _berjumlah(isi, teks, medan, bagian):
        return "baris jumlah"
    return ""


def penutup(kisi: Kisi, awal: int) -> int:
    """Return the row at which a table gives way to who signs it and where it was printed, else the sheet's end."""
    akhir = len(kisi.baris)
    for b in range(len(kisi.baris) - 1, awal - 1, -1):
        terisi = [t for t in kisi.baris[b] if t]
        if len(terisi) > 2:
            break
        if any(_PENUTUP.search(t) for t in terisi):
            akhir = b
    return akhir


def tabel_anggaran(kisi: Kisi, awal: int, akhir: int) -> int:
    """Return the row at which a table of indicators gives way to one of programmes and their amounts, else `akhir`."""
    for b in range(awal, akhir):
        isi = [baku(t) for t in kisi.baris[b] if t]
        program = any(
            re.fullmatch(r"(?:nama |kode )?(?:program|kegiatan|sub kegiatan)(?: (?:program|dan|sub|kegiatan))*", t)
            for t in isi
        )
        uang = any(re.fullmatch(r"(?:jumlah |pagu )?(?:anggaran|pagu|dana)(?: rp| rupiah| 20\d\d)*", t) for t in isi)
        if program and uang and not any(re.match(r"(?:sasaran|indikator)\b", t) for t in isi):
            return b
    return akhir


def judul_ulang(teks: Sequence[str], judul: Judul) -> bool:
    """Tell whether all that a row says are headings of its columns, as on the next page of a print."""
    terisi = [(t, judul.teks[k] if k < len(judul.teks) else ()) for k, t in enumerate(teks) if t]
    return len(terisi) > 1 and all(baku(t) in map(baku, milik) for t, milik in terisi)


def _berjumlah(isi: Mapping[str, str], teks: Sequence[str], medan: Mapping[str, _Medan], bagian: Bagian) -> bool:
    """Tell a total by its keys; where one is blank, by any cell but the unit's: things are counted in "Jumlah" too."""
    kunci = [isi[k] for k in TABEL[bagian.tabel].kunci if k in isi]
    if kunci and all(kunci):
        return any(jumlah(t) for t in kunci)
    satuan = medan["satuan"].nomor if "satuan" in medan else ()
    return any(jumlah(t) for k, t in enumerate(teks) if k not in satuan)


def _kabar_tersembunyi(kisi: Kisi, judul: Judul, nomor: Mapping[str, tuple[int, ...]], hasil: Potongan) -> None:
    if baris := sorted(b + 1 for b in kisi.baris_tersembunyi if b > judul.akhir):
        hasil.kabar.append(f"{len(baris)} baris tersembunyi ikut dibaca: {sebut_baris(baris)}.")
    if kolom := [nama for nama, semua in nomor.items() if kisi.kolom_tersembunyi.intersection(semua)]:
        hasil.kabar.append(f"Kolom tersembunyi ikut dibaca: {', '.join(kolom)}.")
