"""The sheets that are tables of figures: what stands on each, and how its columns are called and look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pandas as pd

from lkip_lib.buku.hasil import sebut
from lkip_lib.buku.laporan import Laporan
from lkip_lib.frames import catatan
from lkip_lib.ledger import ANGKA, TIDAK_DAPAT_DIHITUNG
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.ledger.deklarasi import Hitung
from lkip_lib.ledger.keluaran import KELUARAN
from lkip_lib.policies.aturan import UKURAN
from lkip_lib.publish.workbook.figures import Papan
from lkip_lib.publish.workbook.places import Bagian
from lkip_lib.publish.workbook.sheet import (
    HITUNG,
    PERSEN,
    Aturan,
    Kolom,
    Lembar,
    Saklar,
    Sel,
    desimal,
    kata,
    kosong,
    tetap,
)

NAMA_SINGKAT = "nama_singkat"  # a column that stands only where a card fills it
_INDIKATOR, _SASARAN, _ANGGARAN = "indikator", "sasaran", "anggaran"
_LEMBAR_ANGGARAN = "Anggaran"


@dataclass(frozen=True, slots=True)
class Susunan:
    """Say what a sheet shows: the columns of which tables, whose names, and which row of another table closes it."""

    nama: str
    judul: str
    tabel: tuple[str, ...]
    kolom: str  # keys in order; after a colon a head of its own, its blanks as _
    catatan: str = ""
    beku: int = 2
    bernama: tuple[str, str] = ("", "")  # the table that holds the names, and the column with their code
    bawah: tuple[str, str, Mapping[str, str]] = ("", "", {})  # a table, what its row is called, its figures by column
    cetak: str = ""  # the last column that goes on paper; all of them without one


# With this choice a parent of the budget is the sum of its parts, also where a document states it otherwise.
_RINCIAN = Saklar("pakai_jumlah_rincian", "Pakai jumlah rincian (ya atau tidak):", ("tidak", "ya"))
_DIJUMLAH = {"pagu_rp": "pagu_anak_rp", "realisasi_rp": "realisasi_anak_rp"}
_ATURAN = {
    "Indikator": (Aturan("tercapai", "=", '"tidak"'),),
    "Anggaran": (
        Aturan("serapan_persen", ">", "100%"),
        Aturan("residu_pagu_rp", "<>", "0"),
        Aturan("residu_realisasi_rp", "<>", "0"),
    ),
    "Belanja": (Aturan("serapan_persen", ">", "100%"),),
    "Triwulan": (Aturan("tercapai", "=", '"tidak"'),),
}
_SAMA = {"pagu_rp": "pagu_rp", "realisasi_rp": "realisasi_rp", "serapan_persen": "serapan_persen"}
_RATA = {"capaian_mentah_persen": "rata_rata_mentah_persen", "capaian_persen": "rata_rata_persen"} | {
    "predikat": "predikat"
}
SUSUNAN = (
    Susunan("Indikator", "Capaian indikator kinerja {masa}", ("per_dokumen",),
            "kode sasaran nama:Indikator nama_singkat satuan arah bobot target realisasi capaian_mentah_persen "
            "capaian_persen predikat tercapai status_nilai rumus",
            "Sel kuning boleh diubah; sel abu-abu menghitung. Batas, ambang, dan skala dijelaskan di lembar Kebijakan.",
            3, bawah=("ringkasan", "Rata-rata capaian", _RATA)),
    Susunan("Sasaran", "Capaian sasaran {masa}", ("sasaran", "per_sasaran"),
            "kode nama:Sasaran capaian_mentah_persen capaian_persen predikat n_indikator n_terhitung "
            "pagu_rp:Pagu_pendukung realisasi_rp:Realisasi_pendukung serapan_persen sisa_rp:Sisa_pendukung",
            "Capaian dirata-rata dari lembar Indikator; pagu dan realisasi dijumlah dari lembar Pendukung."),
    Susunan("Pendukung", "Program pendukung setiap sasaran", ("pendukung",),
            "sasaran program nama:Nama_program bobot pagu_rp realisasi_rp", bernama=(_ANGGARAN, "program")),
    Susunan("Anggaran", "Pagu dan realisasi anggaran {masa}", ("anggaran",),
            "kode induk tingkat nama pagu_rp realisasi_rp serapan_persen sisa_rp pagu_anak_rp residu_pagu_rp "
            "realisasi_anak_rp residu_realisasi_rp asal",
            "Selisih = angka yang dinyatakan dikurangi jumlah rinciannya. Kolom sesudah Sisa tidak dicetak.", 4,
            (_ANGGARAN, "kode"), cetak="sisa_rp"),
    Susunan("Belanja", "Belanja menurut jenis {masa}", ("belanja",),
            "uraian:Jenis_belanja pagu_rp realisasi_rp serapan_persen bagian_persen", beku=1,
            bawah=("belanja_jumlah", "Jumlah", _SAMA)),
    Susunan("Efisiensi", "Efisiensi sumber daya {masa}", ("efisiensi",),
            "sasaran:Kode nama:Sasaran capaian_persen serapan_persen belum_tercapai ukuran_efisiensi "
            "tingkat_efisiensi sebutan:Yang_dapat_disebut metode",
            "Aturan {aturan.nama}: {aturan.sebutan}.", bernama=(_SASARAN, "sasaran")),
    Susunan("Triwulan", "Perkembangan indikator setiap triwulan", ("triwulan",),
            "kode nama:Indikator triwulan tipe_triwulan target realisasi capaian_mentah_persen capaian_persen predikat "
            "tercapai selisih target_tahun capaian_tahun_persen proyeksi capaian_proyeksi_persen",
            "Proyeksi adalah hitungan lurus sampai akhir tahun, bukan realisasi.", bernama=(_INDIKATOR, "kode")),
    Susunan("Kas", "Rencana dan realisasi kas setiap triwulan", ("arus", "kas"),
            "kode nama triwulan pagu_rp rencana_rp realisasi_rp rencana_sampai_rp realisasi_sampai_rp rencana_persen "
            "serapan_persen serapan_rencana_persen deviasi_poin deviasi_rp realisasi_fisik_persen proyeksi_rp "
            "proyeksi_persen", "Proyeksi adalah hitungan lurus sampai akhir tahun, bukan realisasi.",
            bernama=(_ANGGARAN, "kode")),
    Susunan("Riwayat", "Riwayat indikator dan pembandingnya", ("riwayat",),
            "kode nama:Indikator tahun lingkup target realisasi capaian_mentah_persen capaian_persen predikat_nilai "
            "berselisih:Nilai_lain",
            "Angka tahun laporan diambil dari lembar Indikator.", bernama=(_INDIKATOR, "kode")),
    Susunan("Perbandingan", "Perbandingan realisasi", ("perbandingan",),
            "kode nama:Indikator jenis:Pembanding tahun realisasi pembanding:Nilai_pembanding selisih perubahan_persen "
            "makna capaian_persen:Kemajuan sisa_per_tahun",
            "Realisasi dan nilai pembanding diambil dari lembar Indikator dan Riwayat; target akhir Renstra diisi di "
            "sini.",
            bernama=(_INDIKATOR, "kode")),
)  # fmt: skip
_ADA = "ada"  # what is said of a figure that is there
# Sheets that only some agencies fill.
_BILA_ADA = ("Triwulan", "Kas")
_FRAME = {"per_dokumen": "indikator", "arus": "kas"}
_JUDUL = {"status_nilai": "Angkanya", "n_indikator": "Banyak indikator", "n_terhitung": "Terhitung", "pagu_anak_rp":
          "Jumlah pagu rincian", "realisasi_anak_rp": "Jumlah realisasi rincian", "residu_pagu_rp": "Selisih pagu",
          "residu_realisasi_rp": "Selisih realisasi", "bagian_persen": "Bagian", "target_bawah": "Batas bawah target",
          "target_atas": "Batas atas target", "belum_tercapai": "Indikator belum tercapai"}  # fmt: skip
_LEBAR = {"kode": 13, "nama": 40, "uraian": 40, "rumus": 44, "predikat": 15, "status_nilai": 14, "makna": 15,
          "tingkat_efisiensi": 22, "sebutan": 22, "berselisih": 16, "satuan": 11, "sasaran": 10, "arah": 8,
          "tercapai": 10}  # fmt: skip
_ARTI = {"nama": "Nama {}", NAMA_SINGKAT: "Nama pendek menurut kartu indikator; bila kosong, kodenya",
         "rumus": "Rumus yang dipakai baris itu", "target_bawah": "Ujung bawah target rentang",
         "target_atas": "Ujung atas target rentang", "realisasi_kini": "Realisasi tahun laporan seperti dinyatakan",
         "realisasi_lalu": "Realisasi tahun sebelumnya seperti dinyatakan"}  # fmt: skip
_BERKODE = ("tingkat", "asal", "jenis", "tipe_triwulan", "status_nilai")  # columns of codes, shown as words
_CACAH = ("tahun", "triwulan", "tahun_tersisa", "n_indikator", "n_terhitung", "belum_tercapai")
_SATUAN = {"_persen": ("persen", PERSEN, 11), "_rp": ("rupiah", "rupiah", 16), "_poin": ("poin", "#,##0.00", 11)}
_UKURAN = ("satuan indikator", "#,##0.00", 11)


def bernama_singkat(laporan: Laporan) -> bool:
    """Tell whether a card gives its indicator a short name."""
    return bool((laporan.bahan.ketik("indikator")[NAMA_SINGKAT] != "").any())


class Tabel:
    """Make the sheets of a report that are tables of figures."""

    def __init__(self, laporan: Laporan) -> None:
        self._laporan, self._bahan = laporan, laporan.bahan
        tanpa = () if bernama_singkat(laporan) else (NAMA_SINGKAT,)
        milik = {s.nama: s for s in SUSUNAN if s.nama not in _BILA_ADA or len(self._frame(s.tabel[0]))}
        bagian = [b for s in milik.values() for b in self._bagian(s)]
        kolom = {
            n: [
                self._kolom(s, *k.partition(":")[::2]) for k in (*s.kolom.split(), *self._tambahan(s)) if k not in tanpa
            ]
            for n, s in milik.items()
        }
        self.susunan = milik
        self.papan = Papan(self._bahan, kolom, bagian, lambda n, f: self._kolom(milik[n], f))
        self._milik: dict[str, list[Bagian]] = {n: [b for b in bagian if b.lembar == n] for n in milik}

    def _frame(self, tabel: str) -> pd.DataFrame:
        nama = f"antara/{_FRAME.get(tabel, tabel)}"
        return self._bahan.frames[nama] if nama in self._bahan.frames else pd.DataFrame()

    def _bagian(self, s: Susunan) -> list[Bagian]:
        frame, (tabel, _, kolom) = self._frame(s.tabel[0]), s.bawah
        if s.nama == "Sasaran":
            frame = frame.assign(dokumen_lain="")
        hasil = [Bagian(s.nama, s.tabel, frame, tambahan=tuple(self._tambahan(s)))]
        jumlah = self._frame(tabel) if tabel and len(frame) else frame.head(0)
        if "dokumen" in jumlah:
            jumlah = jumlah[jumlah["dokumen"] == self._bahan.params.dokumen_target]
        return [*hasil, Bagian(s.nama, (tabel,), jumlah, len(frame), kolom)] if len(jumlah) else hasil

    def _tambahan(self, s: Susunan) -> list[str]:
        """Name the figures that cells of the notebooks added to a table."""
        nama = _FRAME.get(s.tabel[0], s.tabel[0])
        frame = self._bahan.frames.get(nama, pd.DataFrame())
        return [str(k) for k in frame if k not in KELUARAN[nama]]

    def _kolom(self, s: Susunan, kunci: str, judul: str = "") -> Kolom:
        """Declare a column: what it means stands in the declarations, its unit in its name."""
        dihitung = next((a for t in s.tabel if isinstance(a := TABEL[t].angka.get(kunci), Hitung)), None)
        milik = [KELUARAN[t] for t in (*s.tabel, *(_FRAME.get(t, t) for t in s.tabel)) if t in KELUARAN]
        berangka = any(kunci in TABEL[t].angka for t in s.tabel) or kunci in self._tambahan(s)
        tulisan, arti = next((m[kunci] for m in milik if kunci in m), ("angka" if berangka else "teks", ""))
        arti = arti or (dihitung.rumus.kalimat_arti if dihitung else "") or _ARTI.get(kunci, "").format(s.bernama[0])
        judul = judul.replace("_", " ") or _JUDUL.get(kunci) or sebut(kunci).removesuffix(" poin").capitalize()
        satuan, bentuk, lebar = next((v for k, v in _SATUAN.items() if kunci.endswith(k)), ("", "teks", 14))
        if kunci == "ukuran_efisiensi":
            nama, satuan = UKURAN[self._bahan.kebijakan.efisiensi.ukuran]
            judul, bentuk = nama[0].upper() + nama[1:], "#,##0.00"
        elif kunci.startswith("bobot"):
            bentuk, lebar = "General", 9
        elif kunci in _CACAH:
            bentuk, lebar = "bulat", 10
        elif not satuan and tulisan != "teks":
            satuan, bentuk, lebar = _UKURAN
        return Kolom(kunci, judul, satuan, bentuk, _LEBAR.get(kunci, lebar), kata(arti) or judul)

    # ---- sheets
    def lembar(self, nama: str) -> Lembar:
        """Make a sheet."""
        s, milik = self.susunan[nama], self._milik[nama]
        isi = {"masa": self._laporan.isi.masa, "aturan": self._bahan.kebijakan.efisiensi}
        baris = [self._baris(s, milik[0], i, b) for i, b in enumerate(catatan(milik[0].frame))]
        kolom, judul, keterangan = self.papan.kolom[nama], s.judul.format(**isi), s.catatan.format(**isi)
        jumlah = [self._sel_jumlah(s, milik[1], k) for k in kolom] if len(milik) > 1 else ()
        saklar = _RINCIAN if nama == _LEMBAR_ANGGARAN and len(baris) > 1 else None
        return Lembar(
            nama,
            judul,
            kolom,
            baris,
            jumlah,
            keterangan,
            s.beku,
            saklar=saklar,
            aturan=_ATURAN.get(nama, ()),
            cetak=s.cetak,
        )

    def _baris(self, s: Susunan, b: Bagian, i: int, isi: dict[str, Any]) -> list[Sel]:
        milik = self._laporan.isi.desimal
        ukuran = desimal(milik[isi["kode"]]) if isi.get("kode") in milik and s.nama != "Anggaran" else ""
        return [self._sel(s, b, k, i, isi, ukuran if k.satuan == _UKURAN[0] else "") for k in self.papan.kolom[s.nama]]

    def _sel(self, s: Susunan, b: Bagian, k: Kolom, i: int, isi: dict[str, Any], bentuk: str) -> Sel:
        if b.figur(k.kunci):
            sel = self.papan.sel(b, k.kunci, i, bentuk)
            return self._bersaklar(sel, b, k.kunci, i) if s.nama == _LEMBAR_ANGGARAN else sel
        match k.kunci:
            case "nama" if s.bernama[0]:
                return Sel(self._nama[s.bernama].get(isi[s.bernama[1]], isi[s.bernama[1]]))
            case "nama_singkat":
                return Sel(self._laporan.isi.nama_singkat[isi["kode"]])
            case "status_nilai":
                return self._keadaan(b, i, str(isi[k.kunci]))
            case "rumus":
                return Sel(self.papan.sebutan(b, "capaian_mentah_persen", i))
        nilai = isi.get(k.kunci)
        if isinstance(nilai, str):
            return Sel(kata(nilai) if k.kunci in _BERKODE else nilai)
        return tetap(nilai) if not kosong(nilai) else Sel()

    def _bersaklar(self, sel: Sel, b: Bagian, kunci: str, i: int) -> Sel:
        """Let the reader's choice put the sum of its parts in the place of what is stated of a parent."""
        anak = _DIJUMLAH.get(kunci, "")
        if not anak or not sel.rumus or kosong(self.papan.nilai(b, anak, i)):
            return sel
        jumlah = self.papan.letak[b.lembar][anak, b.awal + i]
        rumus = f'=IF(AND({_RINCIAN.nama}="ya",{jumlah}<>""),{jumlah},{sel.rumus.removeprefix("=")})'
        return replace(sel, rumus=rumus)

    def _keadaan(self, b: Bagian, i: int, keadaan: str) -> Sel:
        """Say whether the figures that a row is about are there."""
        letak = self.papan.letak[b.lembar]
        sel = [letak[k, b.awal + i] for t in b.tabel for k in TABEL[t].keadaan]
        lain = kata(keadaan if keadaan != ANGKA else TIDAK_DAPAT_DIHITUNG)
        ada = _ADA if keadaan == ANGKA else kata(keadaan)
        return Sel(ada, HITUNG, f'=IF(COUNT({",".join(sel)})<{len(sel)},"{lain}","{_ADA}")')

    def _sel_jumlah(self, s: Susunan, b: Bagian, k: Kolom) -> Sel:
        if b.figur(k.kunci):
            return self.papan.sel(b, k.kunci, 0)
        pertama = next(k for k in self.papan.kolom[s.nama] if k.kunci in ("nama", "uraian"))
        return Sel(s.bawah[1]) if k is pertama else Sel()

    @cached_property
    def _nama(self) -> Mapping[tuple[str, str], Mapping[str, str]]:
        """Return the names of codes, of whatever table."""
        isi = self._laporan.isi
        anggaran = self._bahan.frames.get("anggaran", pd.DataFrame(columns=["kode", "nama", "tingkat"]))
        program = {
            k: n or (isi.instansi.nama if t == "instansi" else "")
            for k, n, t in zip(anggaran["kode"], anggaran["nama"], anggaran["tingkat"], strict=True)
        }
        milik = {_INDIKATOR: isi.nama_indikator, _SASARAN: isi.nama_sasaran, _ANGGARAN: program}
        return {s.bernama: milik[s.bernama[0]] for s in SUSUNAN if s.bernama[0]}
