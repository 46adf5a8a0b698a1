"""Tell which rows of a sheet are no rows of its table: headings again, totals, who signs, another table below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lkip_lib.impor.cells import Medan
from lkip_lib.impor.headings import Judul, baku
from lkip_lib.impor.mapping import TABEL, Bagian, berisi
from lkip_lib.inputs.grid import Kisi
from lkip_lib.inputs.no_data import jumlah, nomor_kolom

_RINCIAN_RUMUS = re.compile(r"\W*(?:{0})\b|.*\((?:{0})\)\W*$".format("pembilang|penyebut|numerator|denominator"), re.I)
_PENUTUP = re.compile(
    r"^\s*(?:\*+\)?|(?:catatan|keterangan|sumber)\b\s*:|dicetak\b|mengetahui|nip\b|nip\.|pl[th]\.?\s|kepala\s|sekretaris\s"
    r"|direktur\s|camat\s)|,\s*(?:tanggal\s*)?\d{1,2}\s+[a-z]+\s+20\d\d\s*$|^\s*dokumen ini\b",
    re.I,
)


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


def alasan_buang(
    isi: Mapping[str, str], teks: Sequence[str], judul: Judul, medan: Mapping[str, Medan], bagian: Bagian
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


def _berjumlah(isi: Mapping[str, str], teks: Sequence[str], medan: Mapping[str, Medan], bagian: Bagian) -> bool:
    """Tell a total by its keys; where one is blank, by any cell but the unit's: things are counted in "Jumlah" too."""
    kunci = [isi[k] for k in TABEL[bagian.tabel].kunci if k in isi]
    if kunci and all(kunci):
        return any(jumlah(t) for t in kunci)
    satuan = medan["satuan"].nomor if "satuan" in medan else ()
    return any(jumlah(t) for k, t in enumerate(teks) if k not in satuan)
