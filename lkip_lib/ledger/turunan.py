"""Derive the ledger of tables from their declarations, and refuse a column that its formula does not give."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lkip_lib import ledger, numerals
from lkip_lib.errors import Masalah, MasukanSalah
from lkip_lib.ledger.deklarasi import Dinyatakan, Hitung, Salinan, Tabel, Tercatat
from lkip_lib.ledger.figur import Catatan, Figur, Ids
from lkip_lib.ledger.terapan import Anggota, Letak, Terapan, ikat, nilai_kolom
from lkip_lib.rumus import nilai as N
from lkip_lib.rumus.anggaran import seperti_dinyatakan
from lkip_lib.rumus.bahasa import Simpul, kolom_dibaca
from lkip_lib.rumus.deklarasi import Rumus, polos
from lkip_lib.rumus.nilai import KEADAAN, Nilai
from lkip_lib.rumus.ungkapan import angka_dalam, terbit

Ungkapan = tuple[Rumus, Simpul, Mapping[float, str]]  # a formula, its tree, and where each number of it is from


_TANPA = Tabel("", {}, kode=())


class TidakMenurutRumus(MasukanSalah):
    """Refuse a column whose values its formula, or its document, does not give."""


class Turunan:
    """Hold the tables that are saved together, checked, with their ledger to come."""

    def __init__(
        self, tabel: Mapping[str, Tabel], frames: Mapping[str, pd.DataFrame], catatan: Catatan, pilihan: Any,
        tahun: int, terapan: Callable[[pd.DataFrame, str], Terapan | None], tersedia: Mapping[str, pd.DataFrame],
    ) -> None:  # fmt: skip
        self._tersedia = tersedia
        self._tabel, self._frames, self._catatan, self._pilihan, self._tahun = tabel, frames, catatan, pilihan, tahun
        self._terapan = terapan
        self._figur: dict[tuple[int, str, str], Figur] = {}
        self._id: dict[tuple[int, str], tuple[list[str], list[str], list[str], list[str]]] = {}
        self._ids: dict[tuple[int, str, str, tuple[str, ...]], Ids] = {}
        self._letak: dict[tuple[Anggota, int], Letak] = {}
        self._masalah: list[Masalah] = []
        self._pohon: dict[tuple[str, str], NDArray[np.int8]] = {}
        for nama, frame in frames.items():
            self._periksa(nama, frame)
        if self._masalah:
            raise TidakMenurutRumus(self._masalah)

    def __contains__(self, nama: object) -> bool:
        return nama in self._frames

    def _periksa(self, nama: str, frame: pd.DataFrame) -> None:
        """Hold every figure of a table against its declaration.

        Where rows are members of one another the states climb a level each time, until they no longer change.
        """
        dulu = len(self._masalah)
        while True:
            for kolom in (
                *self._tabel.get(nama, _TANPA).angka,
                *(k for k in map(str, frame) if self._terapan(frame, k) is not None),
            ):
                if kolom in frame:
                    self.figur(nama, frame, kolom)
            lama = {k: v for k, v in self._pohon.items() if k[0] == nama}
            kini = {(nama, k): self._figur[id(frame), nama, k].keadaan for _, k in lama}
            if all(np.array_equal(lama[k], kini[k]) for k in lama):
                return
            self._pohon |= kini
            del self._masalah[dulu:]
            self._figur = {k: f for k, f in self._figur.items() if k[:2] != (id(frame), nama)}

    # ---- figures
    def figur(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        """Return the figures of a column, checked against its declaration when first asked for."""
        kunci = (id(frame), tabel, kolom)
        if kunci not in self._figur:
            self._figur[kunci] = f = self._buat(tabel, frame, kolom)
            if frame is self._frames.get(tabel) and f.berjejak and (f.terapan or f.dari is not None):
                self._catatan.catat(f, id(frame))
        return self._figur[kunci]

    def _buat(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        asal = self._tabel.get(tabel, _TANPA).angka.get(kolom)
        if isinstance(asal, Hitung) and frame is not self._frames.get(tabel):
            return self._menurut_id(self.id(tabel, frame, kolom), frame, kolom)  # members: what they are stands already
        match asal:
            case Tercatat():
                return self._tercatat(frame, kolom, asal.id or f"{kolom}_id", tabel)
            case Dinyatakan():
                return self._dinyatakan(tabel, frame, kolom)
            case Salinan():
                return self._salinan(tabel, frame, kolom, asal)
        if (asal is None or isinstance(asal, Hitung)) and self._sudah(tabel, frame, kolom):
            return self._salinan(tabel, frame, kolom, Salinan(tabel))
        terapan = self._terapan(frame, kolom)
        if terapan is None and isinstance(asal, Hitung):
            terapan = self._menurut_deklarasi(asal, frame)
        if terapan is not None:
            return self._dihitung(tabel, frame, kolom, terapan)
        if f"{kolom}_id" in frame:
            return self._tercatat(frame, kolom, f"{kolom}_id", tabel)
        return Figur(np.full(len(frame), "", object), nilai_kolom(frame, kolom, tabel))

    def _sudah(self, tabel: str, frame: pd.DataFrame, kolom: str) -> bool:
        """Tell whether an earlier notebook saved these figures: then they are copied, not computed again."""
        return bool(len(frame)) and self._catatan.milik_lain(self.id(tabel, frame, kolom)[0], id(frame))

    def _menurut_deklarasi(self, asal: Hitung, frame: pd.DataFrame) -> Terapan:
        anggota = Anggota(self._milik(asal.anggota, frame), asal.anggota, asal.per) if asal.anggota else None
        return ikat(asal.rumus, frame, self._pilihan, asal.kolom, anggota)

    def _milik(self, tabel: str, frame: pd.DataFrame) -> pd.DataFrame:
        for nama, ada in ((tabel, self._frames), (f"antara/{tabel}", self._tersedia)):
            if nama in ada:  # with all that it was computed from
                return ada[nama]
        return self._tersedia[tabel]

    def _menurut_id(self, ids: Ids, frame: pd.DataFrame, kolom: str, sumber: Any = None) -> Figur:
        isi = polos(frame[kolom])
        tertulis = frame[f"{kolom}_status"].tolist() if f"{kolom}_status" in frame else [None] * len(frame)
        keadaan = [
            self._catatan(i)[1] if i else _keadaan(v, t) for i, v, t in zip(ids, isi.tolist(), tertulis, strict=True)
        ]
        return Figur(ids, Nilai(isi, np.array(keadaan, np.int8)), dari=sumber)

    def _tercatat(self, frame: pd.DataFrame, kolom: str, id: str, tabel: str) -> Figur:
        ids, dari = _peran(frame[id])
        f = self._menurut_id(ids, frame, kolom)
        self._sama_dengan_dokumen(tabel, frame, kolom, f)
        return Figur(ids, f.nilai, serta=[d[1:] if i else d for i, d in zip(ids, dari, strict=True)])

    def _dinyatakan(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        ids, dari = _peran(frame[f"{kolom}_dari" if f"{kolom}_dari" in frame else f"{kolom}_id"])
        f = self._menurut_id(ids, frame, kolom)
        self._sama_dengan_dokumen(tabel, frame, kolom, f)
        dari = [d if i else ["dinyatakan=", *d] for i, d in zip(ids, dari, strict=True)]
        return Figur(self.id(tabel, frame, kolom), f.nilai, dari=dari)

    def _sama_dengan_dokumen(self, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur) -> None:
        isi = f.nilai.isi
        for i, (id, v) in enumerate(zip(f.id.tolist(), isi.tolist(), strict=True)):
            if not id:
                continue
            ada, keadaan = self._catatan(id)
            if not _sama(v, ada) and not (keadaan and _keadaan(v)) and not _batas(frame, kolom, i):
                self._masalah.append(
                    Masalah(
                        f"{tabel}.{kolom} {self._sebut(tabel, frame, i)}: tabelnya berisi {_cetak(v)}, sedangkan "
                        f"dokumennya menyatakan {_cetak(ada)} ({id}).",
                        "Angka dokumen diubah lewat koreksi.yml, supaya sebab dan buktinya tercatat.",
                    )
                )

    def _salinan(self, tabel: str, frame: pd.DataFrame, kolom: str, asal: Salinan) -> Figur:
        ids = self._id_asal(asal, frame, kolom)
        ids = np.array([i if self._catatan.kenal(i) else "" for i in ids], object)
        f = self._menurut_id(ids, frame, kolom)
        for i, (id, v) in enumerate(zip(ids.tolist(), f.nilai.isi.tolist(), strict=True)):
            if id and not _sama(v, self._catatan(id)[0]):
                self._masalah.append(
                    Masalah(
                        f"{tabel}.{kolom} {self._sebut(tabel, frame, i)}: tabelnya berisi {_cetak(v)}, sedangkan "
                        f"{id} bernilai {_cetak(self._catatan(id)[0])}.",
                        f"Ubah kolom itu di tabel {asal.tabel}, tempat angkanya dihitung.",
                    )
                )
        return f

    def _id_asal(self, asal: Salinan, frame: pd.DataFrame, kolom: str) -> Ids:
        """Name the figures of which a column is a copy; a copy of a copy is one of the first."""
        nama = asal.kolom or kolom
        lagi = self._tabel.get(asal.tabel, _TANPA).angka.get(nama)
        if isinstance(lagi, Salinan) and all(k in frame for k in lagi.kunci if k):
            return self._id_asal(lagi, frame, nama)
        return self.id(asal.tabel, frame, nama, asal.kunci)

    def _dihitung(self, tabel: str, frame: pd.DataFrame, kolom: str, t: Terapan) -> Figur:
        sumber = self._sumber(tabel, frame, kolom, t)
        hasil = t.hitung(frame, {k: f.nilai for k, f in sumber.items()}, self._kelompok(frame, t))
        f = Figur(self.id(tabel, frame, kolom), hasil, t, sumber)
        ada = polos(frame[kolom])
        if hasil.isi.dtype == object and ada.dtype != object:
            ada = np.where(np.isnan(ada), "", ada).astype(object)
        for i in np.flatnonzero(~_sama_larik(ada, hasil.isi))[:5]:
            self._masalah.append(
                Masalah(
                    f"{tabel}.{kolom} {self._sebut(tabel, frame, i)}: tabelnya berisi {_cetak(ada[i])}, sedangkan "
                    f"rumus {t.nama} memberi {_cetak(hasil.isi[i])}.",
                    f"Hitung dengan tambah(frame, {kolom}=rumus), supaya jejaknya menyebut rumus yang dipakai.",
                )
            )
        if not all(s.berjejak for s in sumber.values()):
            f.id = np.full(len(frame), "", object)
        asal = self._tabel.get(tabel, _TANPA).angka.get(kolom)
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
        a, asal = t.anggota, self._tabel.get(tabel, _TANPA).angka.get(kolom)
        milik = next((n for n, f in self._frames.items() if f is a.frame), a.tabel or getattr(asal, "anggota", ""))
        if a.frame is frame:
            return {
                k: self._sendiri(tabel, frame, t.baca(k))
                if self._bersama(tabel, t.baca(k))
                else self.figur(tabel, frame, t.baca(k))
                for k in t.rumus.angka
            }
        return {k: self.figur(milik, a.frame, t.baca(k)) for k in t.rumus.angka}

    def _bersama(self, tabel: str, kolom: str) -> bool:
        return isinstance(self._tabel.get(tabel, _TANPA).angka.get(kolom), Hitung)

    def _sendiri(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Figur:
        """Return figures of the table itself, whose rows are members of one another: a tree, whatever its depth."""
        isi = polos(frame[kolom])
        awal = np.array([_keadaan(v) for v in isi.tolist()], np.int8)
        keadaan = self._pohon.setdefault((tabel, kolom), awal)
        return Figur(self.id(tabel, frame, kolom), Nilai(isi, np.where(awal > 0, keadaan, np.int8(0))))

    # ---- ids
    def id(self, tabel: str, frame: pd.DataFrame, kolom: str, kunci: tuple[str, ...] = ()) -> Ids:
        """Build the id of each row's figure in a column, once."""
        ingat = (id(frame), tabel, kolom, kunci)
        if ingat not in self._ids:
            self._ids[ingat] = self._susun_id(tabel, frame, kolom, kunci)
        return self._ids[ingat]

    def _susun_id(self, tabel: str, frame: pd.DataFrame, kolom: str, kunci: tuple[str, ...]) -> Ids:
        kode, dokumen, tahun, periode = self._bagian_id(tabel, frame, kunci)
        nama = self._tabel.get(tabel, _TANPA).nama
        hasil = [
            ".".join(b for b in (nama, k, kolom, d, t, p) if b).replace(" ", "_")
            for k, d, t, p in zip(kode, dokumen, tahun, periode, strict=True)
        ]
        return np.array(hasil, object)

    def _bagian_id(self, tabel: str, frame: pd.DataFrame, kunci: tuple[str, ...]) -> Any:
        ingat = (id(frame), tabel + "/".join(kunci))
        if ingat not in self._id:
            t, n = self._tabel.get(tabel, _TANPA), len(frame)
            dari = kunci[: len(t.kode)] or t.kode
            lain = kunci[len(t.kode) :]
            kode = [
                ".".join(str(v) for v in b if v not in ("", "instansi"))
                for b in (zip(*(frame[k] for k in dari), strict=True) if dari else [()] * n)
            ]

            def milik(nama: str, bawaan: str) -> list[str]:
                return [_teks(v) for v in frame[nama]] if nama else [bawaan] * n

            dokumen = lain[0] if lain else t.dokumen
            periode = lain[1] if len(lain) > 1 else t.periode
            self._id[ingat] = kode, milik(dokumen, ""), milik(t.tahun, str(self._tahun)), milik(periode, "")
        return self._id[ingat]

    def _sebut(self, tabel: str, frame: pd.DataFrame, i: int) -> str:
        kode, dokumen, *_ = self._bagian_id(tabel, frame, ())
        return " ".join(b for b in (kode[i], dokumen[i]) if b)

    # ---- what the published tables say of their figures
    def lengkapi(self, nama: str) -> pd.DataFrame:
        """Return a table with its state, and the name of the formula that each row took."""
        frame, t = self._frames[nama], self._tabel.get(nama, _TANPA)
        hasil = frame.copy(deep=False)
        if t.keadaan and t.keadaan[0] in frame:
            kuat = np.maximum.reduce([self.figur(nama, frame, k).keadaan for k in t.keadaan])
            hasil["status_nilai"] = [KEADAAN[k] for k in kuat]
        for kolom, asal in t.angka.items():
            if isinstance(asal, Salinan) and kolom in frame and (kata := self._sebutan_asal(asal, kolom)):
                hasil[kata] = [self._catatan.sebutan.get(i, "") for i in self.figur(nama, frame, kolom).id]
            if isinstance(asal, Hitung) and asal.sebut and kolom in frame:
                sebutan = self.nama_rumus(nama, frame, kolom)
                ada = self.figur(nama, frame, kolom).keadaan == 0
                hasil[asal.sebut] = np.where(ada, sebutan, "") if asal.bila_ada else sebutan
                ids = self.figur(nama, frame, kolom).id
                self._catatan.sebutan.update(zip(ids.tolist(), hasil[asal.sebut].tolist(), strict=True))
        return hasil

    def _sebutan_asal(self, asal: Salinan, kolom: str) -> str:
        return str(getattr(self._tabel.get(asal.tabel, _TANPA).angka.get(asal.kolom or kolom), "sebut", ""))

    def nama_rumus(self, tabel: str, frame: pd.DataFrame, kolom: str) -> Ids:
        f = self.figur(tabel, frame, kolom)
        if f.terapan is None:
            return np.full(len(frame), "", object)
        hasil = np.full(len(frame), f.terapan.nama, object)
        if f.terapan.anggota is None:
            for _, utuh, baris in f.terapan.bagian(frame):
                pohon = N.pilihan(utuh)
                if next(N.penentu(pohon), None) is not None:
                    isi = {k: _ambil(s.nilai, baris) for k, s in (f.sumber or {}).items()}
                    for cabang, milik in N.cabang(pohon, isi, len(baris)):
                        if (nama := _nama(cabang)) is not None:
                            hasil[baris[np.asarray(milik)]] = nama
        return hasil

    # ---- rows
    def baris(self) -> Iterator[dict[str, Any]]:
        """Make the ledger rows of every figure of the tables."""
        for nama, frame in self._frames.items():
            t = self._tabel.get(nama, _TANPA)
            tambahan = [k for k in map(str, frame) if k not in t.angka and (id(frame), nama, k) in self._figur]
            for kolom in (*t.angka, *tambahan):
                if kolom not in frame:
                    continue
                f = self.figur(nama, frame, kolom)
                if f.terapan is not None:
                    yield from self._baris_hitung(nama, frame, kolom, f)
                elif f.dari is not None:
                    yield from self._baris_dinyatakan(nama, frame, kolom, f)

    def _tetap(self, tabel: str, frame: pd.DataFrame, kolom: str) -> list[dict[str, Any]]:
        t = self._tabel.get(tabel, _TANPA)
        subjek, dokumen, tahun, periode = self._bagian_id(tabel, frame, ())
        if t.lingkup in t.kode:  # whose figure it is stands in a column of its own
            subjek = [str(v) for v in frame[t.kode[0]]]
        lingkup = frame[t.lingkup].tolist() if t.lingkup in frame else [t.lingkup] * len(frame)
        return [
            {"asal": ledger.HITUNG, "besaran": kolom, "subjek": s, "tahun": int(y) if y else pd.NA, "dokumen": d,
             "periode": p, "lingkup": ling}
            for s, y, d, p, ling in zip(subjek, tahun, dokumen, periode, lingkup, strict=True)
        ]  # fmt: skip

    def _satuan(self, tabel: str, frame: pd.DataFrame, kolom: str, bawaan: str) -> list[str]:
        satuan = getattr(self._tabel.get(tabel, _TANPA).angka.get(kolom), "satuan", "") or bawaan
        return frame[satuan].tolist() if satuan in frame else [satuan] * len(frame)

    def _baris_dinyatakan(self, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur) -> Iterator[dict[str, Any]]:
        asal = self._tabel.get(tabel, _TANPA).angka[kolom]
        assert isinstance(asal, Dinyatakan)
        satuan = self._satuan(tabel, frame, kolom, "")
        label = frame[asal.label].tolist() if asal.label in frame else [""] * len(frame)
        for i, tetap in enumerate(self._tetap(tabel, frame, kolom)):
            if asal.bila_ada and f.keadaan[i]:
                continue
            nilai = f.nilai.isi[i]
            if nilai != nilai and _batas(frame, kolom, i):
                nilai = self._catatan(f.dari[i][0].partition("=")[2])[0]
            yield tetap | {
                "id": f.id[i], "nilai": nilai, "label": label[i], "satuan": satuan[i], "rumus": "dinyatakan",
                "ungkapan": "dinyatakan", "status_nilai": KEADAAN[f.keadaan[i]],
                "dari": " ".join(f.dari[i]),
            }  # fmt: skip

    def _baris_hitung(self, tabel: str, frame: pd.DataFrame, kolom: str, f: Figur) -> Iterator[dict[str, Any]]:
        t = f.terapan
        assert t is not None
        nama = self.nama_rumus(tabel, frame, kolom)
        kunci = np.full(len(frame), "", object)
        for sifat, _, baris in t.bagian(frame):
            kunci[baris] = t.kunci(sifat)
        satuan, dari = self._satuan(tabel, frame, kolom, t.rumus.satuan), self._dari(frame, f)
        kata = f.nilai.isi.dtype == object
        sebutan = getattr(self._tabel.get(tabel, _TANPA).angka.get(kolom), "label", "")
        label = frame[sebutan].tolist() if sebutan in frame else None
        for i, tetap in enumerate(self._tetap(tabel, frame, kolom)):
            if f.id[i]:
                yield tetap | {
                    "id": f.id[i], "label" if kata else "nilai": f.nilai.isi[i], "satuan": satuan[i], "rumus": nama[i],
                    "ungkapan": kunci[i], "status_nilai": KEADAAN[f.keadaan[i]], "dari": " ".join(dari[i]),
                    **({"label": label[i]} if label else {}),
                }  # fmt: skip

    def _dari(self, frame: pd.DataFrame, f: Figur) -> list[list[str]]:
        """Name for each row all that its formula read, with its role; a role alone is a figure that is not there.

        A group says first how many members it has (`anggota:3=`); each role names them all, in the same order.
        """
        t = f.terapan
        assert t is not None
        assert f.sumber is not None
        hasil: list[list[str]] = [[] for _ in range(len(frame))]
        if t.anggota is not None:
            ikut, kelompok = self._kelompok(frame, t) or t.anggota.kelompok(frame)
            banyak = np.bincount(kelompok.letak, minlength=len(frame))
            for _, pohon, baris in t.bagian(frame):
                dipakai, nama = set(baris.tolist()), kolom_dibaca(pohon)
                for i in dipakai if nama else ():
                    hasil[i].append(f"anggota:{banyak[i]}=")
                for k in nama:
                    ids = f.sumber[k].id
                    for j, i in zip(ikut.tolist(), kelompok.letak.tolist(), strict=True):
                        if i in dipakai:
                            hasil[i].append(f"{k}={ids[j]}")
            return hasil
        for _, pohon, baris in t.bagian(frame):
            isi = {k: _ambil(f.sumber[k].nilai, baris) for k in f.sumber}
            dibaca = N.dibaca(pohon, isi, len(baris))
            for k in t.rumus.angka:
                if k in dibaca:
                    ids, serta = f.sumber[k].id, f.sumber[k].serta
                    for j, i in enumerate(baris.tolist()):
                        if dibaca[k][j]:
                            hasil[i] += [f"{k}={ids[i]}", *(serta[i] if serta is not None else [])]
        return hasil

    @property
    def bersel(self) -> bool:
        """Tell whether figures were computed by formulas of cells."""
        return any(f.terapan is not None and f.terapan.rumus.dari_sel for f in self._figur.values())

    def ungkapan(self) -> tuple[dict[str, Ungkapan], dict[tuple[str, str], Ungkapan]]:
        """Return every expression that figures were computed by, by its key; and by name and key what rows go by."""
        hasil, bernama = dict[str, Ungkapan](), dict[tuple[str, str], Ungkapan]()
        for (_, nama, _), f in self._figur.items():
            if f.terapan is not None:
                for sifat, pohon in f.terapan.terpakai().items():
                    r, kunci = f.terapan.rumus, f.terapan.kunci(sifat)
                    asal = r.asal_angka(f.terapan.sifat(sifat), pohon)
                    hasil[kunci] = r, pohon, asal
                    isi = [(s.isi[0], s.isi[1], {v: asal[v] for v in sorted(angka_dalam(s))})
                           for s in N.penentu(pohon)]  # fmt: skip
                    for sebutan, u in [*((u[0].nama, u) for u in isi), (f.terapan.nama, hasil[kunci])]:
                        if terbit(bernama.setdefault((sebutan, kunci), u)[1]) != terbit(u[1]):
                            bernama[sebutan, kunci] = hasil[kunci]  # one name for two: the whole is true of both
            elif f.dari is not None and nama in self._frames:
                hasil[seperti_dinyatakan.nama] = seperti_dinyatakan, seperti_dinyatakan.pohon(), {}
        return hasil, bernama


def _ambil(v: Nilai, baris: Any) -> Nilai:
    return Nilai(v.isi[baris], None if v.keadaan is None else v.keadaan[baris])


def _batas(frame: pd.DataFrame, kolom: str, i: int) -> bool:
    """Tell whether what is stated is read as the bound of a range: it then stands beside, not in the column."""
    return any(frame[k].notna().iat[i] for k in (f"{kolom}_bawah", f"{kolom}_atas") if k in frame)


def _keadaan(v: Any, tertulis: Any = None) -> int:
    """Return the state of what has no row in the ledger: as its table says, else not filled in where it is empty."""
    if v is not None and v == v and v != "":
        return 0
    return KEADAAN.index(tertulis) if tertulis in KEADAAN[1:] else N.BELUM_DIISI


def _peran(dari: pd.Series) -> tuple[Ids, list[list[str]]]:
    """Split what a column says of its origins: the id of the value, and every origin with its role."""
    ids, semua = [], []
    for teks in dari.tolist():
        bagian = teks.split() if isinstance(teks, str) else []
        bernama = bool(bagian) and "=" in bagian[0]
        ids.append("" if bernama or not bagian else bagian[0])
        semua.append(bagian if bernama else [f"{'sama' if n else 'dinyatakan'}={b}" for n, b in enumerate(bagian)])
    return np.array(ids, object), semua


def _teks(v: Any) -> str:
    return "" if v is None or v is pd.NA or v != v else str(int(v)) if isinstance(v, float) else str(v)


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


def _nama(s: Simpul) -> str | None:
    while s.op in ("jika", "cadangan"):  # undecided: called by what is left when nothing special holds
        s = s.isi[2 if s.op == "jika" else 0]
    return s.isi[0].nama if s.op == "rumus" else None
