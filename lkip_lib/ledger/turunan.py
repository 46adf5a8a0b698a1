"""Hold every figure that is saved against its declaration, and refuse a column that its formula does not give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lkip_lib import numerals
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.frames import larik
from lkip_lib.ledger.deklarasi import Angka, Dinyatakan, Hitung, Salinan, Tabel, Tercatat
from lkip_lib.ledger.figur import Catatan, Figur, Ids, berbatas
from lkip_lib.ledger.nomor import TANPA, Nomor
from lkip_lib.ledger.terapan import Anggota, Letak, Terapan, ikat, nilai_kolom
from lkip_lib.rumus import nilai as N
from lkip_lib.rumus.deklarasi import polos
from lkip_lib.rumus.nilai import KEADAAN, Nilai


class TidakMenurutRumus(MasukanSalah):
    """Refuse a column whose values its formula, or its document, does not give."""


class Turunan:
    """Hold the tables that are saved together, checked, with their ledger to come."""

    def __init__(
        self, tabel: Mapping[str, Tabel], frames: Mapping[str, pd.DataFrame], catatan: Catatan, pilihan: Any,
        tahun: int, terapan: Callable[[pd.DataFrame], Mapping[str, Terapan]], tersedia: Mapping[str, pd.DataFrame],
    ) -> None:  # fmt: skip
        self._tersedia = tersedia
        self.tabel, self.frames, self.catatan, self._pilihan = tabel, frames, catatan, pilihan
        self.nomor = Nomor(tabel, tahun)
        self._terapan = terapan
        self.terbuat: dict[tuple[int, str, str], Figur] = {}
        self._letak: dict[tuple[Anggota, int], Letak] = {}
        self._masalah: list[Masalah] = []
        self._pohon: dict[tuple[str, str], NDArray[np.int8]] = {}
        for nama, frame in frames.items():
            self._periksa(nama, frame)
        if self._masalah:
            raise TidakMenurutRumus(self._masalah)

    def __contains__(self, nama: object) -> bool:
        return nama in self.frames

    def asal(self, tabel: str, kolom: str) -> Angka | None:
        """Return what a column is declared to be."""
        return self.tabel.get(tabel, TANPA).angka.get(kolom)

    def _periksa(self, nama: str, frame: pd.DataFrame) -> None:
        """Hold every figure of a table against its declaration.

        Where rows are members of one another the states climb a level each time, until they no longer change.
        """
        dulu = len(self._masalah)
        while True:
            for kolom in (
                *self.tabel.get(nama, TANPA).angka,
                *self._terapan(frame),
            ):
                if kolom in frame:
                    self.figur(nama, frame, kolom)
            lama = {k: v for k, v in self._pohon.items() if k[0] == nama}
            kini = {(nama, k): self.terbuat[id(frame), nama, k].keadaan for _, k in lama}
            if all(np.array_equal(lama[k], kini[k]) for k in lama):
                return
            self._pohon |= kini
            del self._masalah[dulu:]
            self.terbuat = {k: f for k, f in self.terbuat.items() if k[:2] != (id(frame), nama)}

    # ---- figures
    def figur(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        """Return the figures of a column, checked against its declaration when first asked for."""
        kunci = (id(frame), tabel, kolom)
        if kunci not in self.terbuat:
            self.terbuat[kunci] = f = self._buat(tabel, frame, kolom)
            if frame is self.frames.get(tabel) and f.berjejak and (f.pada or f.dari is not None):
                self.catatan.catat(f, id(frame))
        return self.terbuat[kunci]

    def _buat(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        asal = self.asal(tabel, kolom)
        if isinstance(asal, Hitung) and frame is not self.frames.get(tabel):
            # Members: what they are stands already.
            return self._menurut_id(self.nomor.id(tabel, frame, kolom), frame, kolom)
        match asal:
            case Tercatat():
                return self._tercatat(frame, kolom, asal.id or f"{kolom}_id", tabel)
            case Dinyatakan():
                return self._dinyatakan(tabel, frame, kolom)
            case Salinan():
                return self._salinan(tabel, frame, kolom, asal)
        if (asal is None or isinstance(asal, Hitung)) and self._sudah(tabel, frame, kolom):
            return self._salinan(tabel, frame, kolom, Salinan(tabel))
        terapan = self._terapan(frame).get(kolom)
        if terapan is None and isinstance(asal, Hitung):
            terapan = self._menurut_deklarasi(asal, frame)
        if terapan is not None:
            return self._dihitung(tabel, frame, kolom, terapan)
        if f"{kolom}_id" in frame:
            return self._tercatat(frame, kolom, f"{kolom}_id", tabel)
        return Figur(np.full(len(frame), "", object), nilai_kolom(frame, kolom, tabel))

    def _sudah(self, tabel: str, frame: pd.DataFrame, kolom: str) -> bool:
        """Tell whether an earlier notebook saved these figures: then they are copied, not computed again."""
        return bool(len(frame)) and self.catatan.milik_lain(self.nomor.id(tabel, frame, kolom)[0], id(frame))

    def _menurut_deklarasi(self, asal: Hitung, frame: pd.DataFrame) -> Terapan:
        anggota = Anggota(self._milik(asal.anggota, frame), asal.anggota, asal.per) if asal.anggota else None
        return ikat(asal.rumus, frame, self._pilihan, asal.kolom, anggota)

    def _milik(self, tabel: str, frame: pd.DataFrame) -> pd.DataFrame:
        for nama, ada in ((tabel, self.frames), (f"antara/{tabel}", self._tersedia)):
            if nama in ada:  # with all that it was computed from
                return ada[nama]
        return self._tersedia[tabel]

    def _menurut_id(self, ids: Ids, frame: pd.DataFrame, kolom: str) -> Figur:
        if not len(ids):
            return Figur(ids, Nilai(np.empty(0), np.empty(0, np.int8)))
        isi = polos(larik(frame, kolom))
        tertulis = larik(frame, f"{kolom}_status").tolist() if f"{kolom}_status" in frame else [None] * len(frame)
        keadaan = [
            self.catatan(i)[1] if i else _keadaan(v, t) for i, v, t in zip(ids, isi.tolist(), tertulis, strict=True)
        ]
        return Figur(ids, Nilai(isi, np.array(keadaan, np.int8)))

    def _tercatat(self, frame: pd.DataFrame, kolom: str, id: str, tabel: str) -> Figur:
        ids, dari = _peran(larik(frame, id))
        f = self._menurut_id(ids, frame, kolom)
        self._sama_dengan_dokumen(tabel, frame, kolom, f)
        return Figur(ids, f.nilai, serta=[d[1:] if i else d for i, d in zip(ids, dari, strict=True)])

    def _dinyatakan(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        ids, dari = _peran(larik(frame, f"{kolom}_dari" if f"{kolom}_dari" in frame else f"{kolom}_id"))
        f = self._menurut_id(ids, frame, kolom)
        self._sama_dengan_dokumen(tabel, frame, kolom, f)
        dari = [d if i else ["dinyatakan=", *d] for i, d in zip(ids, dari, strict=True)]
        return Figur(self.nomor.id(tabel, frame, kolom), f.nilai, dari=dari)

    def _sama_dengan_dokumen(self, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur) -> None:
        isi = f.nilai.isi
        for i, (id, v) in enumerate(zip(f.id.tolist(), isi.tolist(), strict=True)):
            if not id:
                continue
            ada, keadaan = self.catatan(id)
            if not _sama(v, ada) and not (keadaan and _keadaan(v)) and not berbatas(frame, kolom, i):
                self._masalah.append(
                    Masalah(
                        f"{tabel}.{kolom} {self.nomor.sebut(tabel, frame, i)}: tabelnya berisi {_cetak(v)}, sedangkan "
                        f"dokumennya menyatakan {_cetak(ada)} ({id}).",
                        "Angka dokumen diubah lewat koreksi di jawaban.yml, supaya sebab dan buktinya tercatat.",
                    )
                )

    def _salinan(self, tabel: str, frame: pd.DataFrame, kolom: str, asal: Salinan) -> Figur:
        ids = self._id_asal(asal, frame, kolom)
        ids = np.array([i if self.catatan.kenal(i) else "" for i in ids], object)
        f = self._menurut_id(ids, frame, kolom)
        for i, (id, v) in enumerate(zip(ids.tolist(), f.nilai.isi.tolist(), strict=True)):
            if id and not _sama(v, self.catatan(id)[0]):
                self._masalah.append(
                    Masalah(
                        f"{tabel}.{kolom} {self.nomor.sebut(tabel, frame, i)}: tabelnya berisi {_cetak(v)}, sedangkan "
                        f"{id} bernilai {_cetak(self.catatan(id)[0])}.",
                        f"Ubah kolom itu di tabel {asal.tabel}, tempat angkanya dihitung.",
                    )
                )
        return f

    def _id_asal(self, asal: Salinan, frame: pd.DataFrame, kolom: str) -> Ids:
        """Name the figures of which a column is a copy; a copy of a copy is one of the first."""
        nama = asal.kolom or kolom
        lagi = self.asal(asal.tabel, nama)
        if isinstance(lagi, Salinan) and all(k in frame for k in lagi.kunci if k):
            return self._id_asal(lagi, frame, nama)
        return self.nomor.id(asal.tabel, frame, nama, asal.kunci)

    def _dihitung(self, tabel: str, frame: pd.DataFrame, kolom: str, t: Terapan) -> Figur:
        if not len(frame):  # only which formula it is
            p = t.pada(frame)
            return Figur(self.nomor.id(tabel, frame, kolom), p.hitung(), p, {})
        sumber = self._sumber(tabel, frame, kolom, t)
        pada = t.pada(frame, self._kelompok(frame, t))
        hasil = pada.hitung({k: f.nilai for k, f in sumber.items()})
        f = Figur(self.nomor.id(tabel, frame, kolom), hasil, pada, sumber)
        ada = polos(larik(frame, kolom))
        if hasil.isi.dtype == object and ada.dtype != object:
            ada = np.where(np.isnan(ada), "", ada).astype(object)
        for i in np.flatnonzero(~_sama_larik(ada, hasil.isi))[:5]:
            self._masalah.append(
                Masalah(
                    f"{tabel}.{kolom} {self.nomor.sebut(tabel, frame, i)}: tabelnya berisi {_cetak(ada[i])}, sedangkan "
                    f"rumus {t.nama} memberi {_cetak(hasil.isi[i])}.",
                    f"Hitung dengan tambah(frame, {kolom}=rumus), supaya jejaknya menyebut rumus yang dipakai.",
                )
            )
        if not all(s.berjejak for s in sumber.values()):
            f.id = np.full(len(frame), "", object)
        asal = self.asal(tabel, kolom)
        if isinstance(asal, Hitung) and asal.bila_ada:
            f.id = np.where(f.keadaan == 0, f.id, "")
        return f

    def _kelompok(self, frame: pd.DataFrame, t: Terapan) -> Letak | None:
        """Return the members of each row, found once for all figures over the same ones."""
        if t.anggota is None:
            return None
        kunci = (t.anggota, id(frame))
        if kunci not in self._letak:
            self._letak[kunci] = t.anggota.kelompok(frame)
        return self._letak[kunci]

    def _sumber(self, tabel: str, frame: pd.DataFrame, kolom: str, t: Terapan) -> dict[str, Figur]:
        if t.anggota is None:
            if hilang := [t.baca(k) for k in t.rumus.angka if t.baca(k) not in frame]:
                temuan = f"{tabel}.{kolom}: kolom {hilang[0]}, yang dibaca rumusnya, tidak ikut disimpan."
                saran = "Simpan juga kolom itu; kolom yang diperlihatkan dipilih saat menampilkannya."
                raise TidakMenurutRumus(Masalah(temuan, saran))
            return {k: self.figur(tabel, frame, t.baca(k)) for k in t.rumus.angka}
        a, asal = t.anggota, self.asal(tabel, kolom)
        milik = a.milik(self.frames, getattr(asal, "anggota", ""))
        if a.frame is frame:
            return {
                k: self._sendiri(tabel, frame, t.baca(k))
                if isinstance(self.asal(tabel, t.baca(k)), Hitung)
                else self.figur(tabel, frame, t.baca(k))
                for k in t.rumus.angka
            }
        return {k: self.figur(milik, a.frame, t.baca(k)) for k in t.rumus.angka}

    def _sendiri(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        """Return figures of the table itself, whose rows are members of one another: a tree, whatever its depth."""
        isi = polos(larik(frame, kolom))
        awal = np.array([_keadaan(v) for v in isi.tolist()], np.int8)
        keadaan = self._pohon.setdefault((tabel, kolom), awal)
        return Figur(self.nomor.id(tabel, frame, kolom), Nilai(isi, np.where(awal > 0, keadaan, np.int8(0))))


def _keadaan(v: Any, tertulis: Any = None) -> int:
    """Return the state of what has no row in the ledger: as its table says, else not filled in where it is empty."""
    if v is not None and v == v and v != "":
        return 0
    return KEADAAN.index(tertulis) if tertulis in KEADAAN[1:] else N.BELUM_DIISI


def _peran(dari: Any) -> tuple[Ids, list[list[str]]]:
    """Split what a column says of its origins: the id of the value, and every origin with its role."""
    ids, semua = [], []
    for teks in dari.tolist():
        bagian = teks.split() if isinstance(teks, str) else []
        bernama = bool(bagian) and "=" in bagian[0]
        ids.append("" if bernama or not bagian else bagian[0])
        semua.append(bagian if bernama else [f"{'sama' if n else 'dinyatakan'}={b}" for n, b in enumerate(bagian)])
    return np.array(ids, object), semua


def _sama(a: Any, b: Any) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return (a if isinstance(a, str) else "") == (b if isinstance(b, str) else "")
    return bool(a == b or abs(a - b) <= N.TOLERANSI * (1 + abs(b)) < np.inf or (a != a and b != b))


def _sama_larik(a: Any, b: Any) -> NDArray[np.bool_]:
    if a.dtype == object or b.dtype == object:
        return np.asarray(a.astype(object) == b.astype(object), bool)
    return N.sama(a, b)


def _cetak(v: Any) -> str:
    if isinstance(v, str):
        return f'"{v}"' if v else "kosong"
    return "kosong" if v != v else numerals.write(v, 6, trim=True)
