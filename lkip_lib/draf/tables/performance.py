"""Read the tables of indicators: which row is of which indicator and sasaran, and what each of its cells states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lkip_lib import numerals
from lkip_lib.draf.findings.figures import DITEBAK, NAMA, RAGU, RUMUS, TIDAK, Angka
from lkip_lib.draf.findings.proofs import cocok_rumus
from lkip_lib.draf.sentences.folding import lipat, nama_baku
from lkip_lib.draf.tables.names import Kamus
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.roles import Kolom
from lkip_lib.draf.tables.row_names import SASARAN, berisi, nama_baris, triwulan_baris
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.inputs.no_data import jumlah

_BARIS = re.compile(r"(?i)(?:[:,\-–]\s*)?\b(target|realisasi|capaian)\s*(?:\(?%\)?)?\s*$")
_RATA = re.compile(r"(?i)^\W*(?:nilai\s+)?rata[\s-]*rata\b.*")
_UANG = ("pagu", "realisasi_rp", "serapan", "sisa")
_KARTU = ("satuan", "formulasi", "alasan", "sumber_data", "penanggung_jawab", "arah")


@dataclass(slots=True)
class Kartu:
    """Hold what the draft says of one indicator beside its figures."""

    kode: str
    nama: str
    sasaran: str = ""
    isi: dict[str, str] = field(default_factory=dict)
    rumus: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Kinerja:
    """Gather what all tables of a draft say of its indicators."""

    tahun: int
    indikator: Kamus = field(default_factory=Kamus)
    sasaran: Kamus = field(default_factory=lambda: Kamus("S"))
    kartu: dict[str, Kartu] = field(default_factory=dict)
    satuan: dict[str, str] = field(default_factory=dict)
    desimal: str = ""
    kata: list[Angka] = field(default_factory=list)  # the class words that stand beside figures
    utuh: frozenset[str] = frozenset()  # names that some table writes in one piece

    def baca(self, kenal: Dikenali) -> tuple[list[Angka], Lembar]:
        """Read one table of indicators."""
        lembar = Lembar(kenal, self.desimal)
        return list(self._baris(kenal, lembar)), lembar

    def _baris(self, kenal: Dikenali, lembar: Lembar) -> Iterator[Angka]:
        kol_ind = kenal.indikator
        kol_sas = next(iter((*kenal.peran("sasaran"), *kenal.peran("tujuan"))), None)
        if kol_ind and kol_sas and self._berhitung(lembar, kol_ind):
            kol_ind = None  # "Indikator" over numbers: how many there are
        angka = [k for k in kenal.kolom if k.berangka]
        utama = kol_ind or kol_sas
        if utama is None:
            yield from self._menurut_tahun(kenal, lembar, angka)
            return
        nama_di, lanjut, terpotong = nama_baris(lembar, utama, angka, self.utuh)
        sasaran_di = nama_baris(lembar, kol_sas, angka, self.utuh)[0] if kol_sas else {}
        satuan = next(iter(kenal.peran("satuan")), None)
        sasaran, nama, terpakai, atas = "", "", set[str](), ""
        for b in lembar.baris():
            if b in lanjut:
                continue
            berangka = berisi(lembar, b, angka)
            teks = [t for t in lembar.kisi.baris[b] if t]
            if not berangka and len(set(teks)) == 1 and (kol_ind is None or self._judul(lembar, b, teks[0])):
                if not re.match(r"(?i)^\W*tujuan", teks[0]):
                    sasaran = _tanpa_kata(teks[0])
                continue
            sasaran = sasaran_di.get(b) or sasaran
            if rata := next((t for t in map(lipat, teks[:2]) if _RATA.match(t) or jumlah(t)), ""):
                yield from self._rata(kenal, lembar, b, angka, rata)
                self._kelas(kenal, lembar, b)
                continue
            sendiri, macam = nama_di.get(b, ""), ""
            if sendiri and (c := _BARIS.search(sendiri)) and (len(sendiri) > len(c[0]) or nama):
                macam, awal = c[1].lower(), sendiri[: c.start()].strip(" :,-–")
                sendiri = awal or nama
            nama = sendiri or nama
            if not nama or not berangka:
                continue
            subjek = "indikator" if utama is kol_ind else "sasaran"
            kode = self._kode(nama, subjek, terpakai, ulang=nama_baku(nama) == nama_baku(atas))
            atas = nama
            terpakai.add(kode)
            unit = lembar.nama(b, satuan.nomor) if satuan else ""
            if subjek == "indikator" and (kartu := self.kartu.get(kode)):
                self._catat(kenal, lembar, b, kartu, sasaran)
                unit = unit or self.satuan.get(nama_baku(nama), "") or kartu.isi.get("satuan", "")
            unit = re.split(r"[;,]", unit)[0].strip()
            semua = list(self._angka(kenal, lembar, b, angka, nama, kode, subjek, unit, macam))
            self._kelas(kenal, lembar, b)
            if b in terpotong:
                _ragukan(semua)
            if subjek == "indikator" and sasaran:
                self._milik_sasaran([a for a in semua if a.peran in _UANG], sasaran)
            yield from semua

    def _kelas(self, kenal: Dikenali, lembar: Lembar, b: int) -> None:
        """Keep the class word of a row with its place."""
        for k in kenal.peran("predikat")[:1]:
            if (kata := " ".join(lembar.sel(b, k.nomor).split())) and not any(h.isdigit() for h in kata):
                letak = kenal.tabel.nomor, b + 1 + kenal.geser, k.nomor + 1
                self.kata.append(Angka(*letak, 0, kata, jenis=kenal.jenis, peran="predikat"))

    def _judul(self, lembar: Lembar, b: int, teks: str) -> bool:
        """Tell whether a row without figures is the name of what the rows below are of."""
        awal = self._awal(lembar, b)
        bernomor = any(k.nomor == awal for k in lembar.kenal.peran("nomor"))
        return bool(SASARAN.match(teks)) or lembar.melebar(b, awal) or (bernomor and len(teks.split()) > 1)

    def _milik_sasaran(self, uang: list[Angka], sasaran: str) -> None:
        """Take the money beside indicators for that of their sasaran."""
        for a in uang:
            a.subjek, a.kode = " ".join(sasaran.split()), self.sasaran.kode(_tanpa_kata(sasaran))

    def _menurut_tahun(self, kenal: Dikenali, lembar: Lembar, angka: list[Kolom]) -> Iterator[Angka]:
        """Yield the figures of a table that has a line a year and is of one indicator, which its caption names."""
        judul = nama_baku(kenal.ket.judul)
        cocok = [(len(s), n) for n in self.indikator.isi for s in n.sebutan if f" {s} " in f" {judul} "]
        if not cocok:
            return
        n = max(cocok, key=lambda x: x[0])[1]
        unit = self.satuan.get(nama_baku(n.nama), "")
        for b in lembar.baris():
            tahun = next((int(c[0]) for t in lembar.kisi.baris[b] if (c := re.fullmatch(r"20\d\d", t.strip()))), 0)
            if not tahun:
                continue
            semua = list(self._angka(kenal, lembar, b, angka, n.nama, n.kode, "indikator", unit, ""))
            for a in semua:
                a.tahun = tahun
            yield from semua

    def _awal(self, lembar: Lembar, b: int) -> int:
        return next((k for k, t in enumerate(lembar.kisi.baris[b]) if t), 0)

    def _berhitung(self, lembar: Lembar, kolom: Kolom) -> bool:
        isi = [lembar.sel(b, kolom.nomor) for b in lembar.baris()]
        return any(isi) and all(re.fullmatch(r"\d{0,2}(?: indikator)?", t) for t in isi)

    def _kode(self, nama: str, subjek: str, terpakai: set[str], *, ulang: bool) -> str:
        if subjek == "sasaran":
            return self.sasaran.kode(_tanpa_kata(nama))
        kode = self.indikator.kode(nama, () if ulang else terpakai)
        if kode and kode not in self.kartu:
            self.kartu[kode] = Kartu(kode, " ".join(nama.split()))
        return kode

    def _catat(self, kenal: Dikenali, lembar: Lembar, b: int, kartu: Kartu, sasaran: str) -> None:
        if sasaran and not kartu.sasaran:
            kartu.sasaran = self.sasaran.kode(_tanpa_kata(sasaran))
        for k in kenal.peran(*_KARTU):
            if (teks := lembar.nama(b, k.nomor)) and k.peran not in kartu.isi:
                kartu.isi[k.peran] = teks.split(";")[0].strip() if k.peran == "satuan" else teks

    def _angka(
        self, kenal: Dikenali, lembar: Lembar, b: int, kolom: list[Kolom], nama: str, kode: str, subjek: str,
        satuan: str, macam: str,
    ) -> Iterator[Angka]:  # fmt: skip
        """Yield the figures of one row, those that the arithmetic of the row proves marked as such."""
        tw = triwulan_baris(lembar, b, kenal.peran("triwulan"))
        dibaca: list[tuple[Kolom, Angka, numerals.Reading]] = []
        for k in kolom:
            if macam and k.peran in ("target", "realisasi", "capaian"):
                k = k.menjadi(macam)
            if k.peran == "capaian" and k.tahun > self.tahun:
                k = k.menjadi("kemajuan")  # of the target of a year to come
            if k.peran not in ("target", "realisasi", "awal", "nilai_pembanding"):
                satuan_sel = ""
            elif k.satuan == "persen":
                satuan_sel = k.satuan
            else:
                satuan_sel = satuan
            if not (isi := lembar.angka(b, k, satuan_sel, nama)):
                continue
            a, baca = isi
            a.subjek, a.kode = " ".join(nama.split()), kode
            a.tahun = k.tahun or self.tahun
            a.periode = k.periode or (f"tw{tw[0]}" if tw and not self._setahun(k) else "tahunan")
            a.lingkup = k.lingkup or "instansi"
            a.dokumen = k.dokumen or kenal.dokumen
            if kenal.jenis == "pembanding":
                self._banding(kenal, lembar, b, a)
            kamus = self.indikator if subjek == "indikator" else self.sasaran
            if kamus.pasti(nama):
                a.tanda.add(NAMA)
            dibaca.append((k, a, baca))
        for k, c, baca in dibaca:
            if c.peran in ("capaian", "capaian_mentah") and not k.lingkup:
                self._buktikan(c, baca, [(a, x) for _, a, x in dibaca], kode if subjek == "indikator" else "")
        yield from (a for _, a, _ in dibaca)

    def _setahun(self, k: Kolom) -> bool:
        return bool(re.search(r"(?i)tahunan|setahun|tahun\s*20\d\d", k.teks))

    def _banding(self, kenal: Dikenali, lembar: Lembar, b: int, a: Angka) -> None:
        """Say of what year and whose the figure is that a row compares with."""
        teks = " ".join(lembar.nama(b, k.nomor) for k in kenal.peran("pembanding")).lower()
        tahun = re.search(r"20\d\d", teks)
        if a.peran != "nilai_pembanding":
            return
        a.tahun = int(tahun[0]) if tahun else self.tahun
        if "nasional" in teks or "provinsi" in teks:
            a.peran, a.lingkup = "realisasi", "nasional" if "nasional" in teks else "provinsi"
        elif re.search(r"renstra|rpjmd|akhir|target", teks):
            a.peran, a.dokumen = "target", "renstra"
        elif re.search(r"sebelum|lalu|tahun", teks):
            a.peran = "realisasi"

    def _buktikan(
        self, c: Angka, baca: numerals.Reading, semua: list[tuple[Angka, numerals.Reading]], kode: str
    ) -> None:
        target = [a for a, _ in semua if a.peran == "target" and a.periode == c.periode]
        realisasi = [
            a for a, _ in semua if a.peran == "realisasi" and a.periode == c.periode and a.lingkup == "instansi"
        ]
        for t in [a for a in target if a.tahun == c.tahun] or target:
            for r in [a for a in realisasi if a.tahun == c.tahun] or realisasi:
                if t.nilai is None or r.nilai is None or RAGU in (t.ember, r.ember, c.ember):
                    continue
                if cocok := cocok_rumus(t.nilai, r.nilai, baca):
                    for a in (t, r, c):
                        a.tanda.add(RUMUS)
                    if kode:
                        self.kartu[kode].rumus += cocok if len(cocok) == 1 else [",".join(cocok)]

    def _rata(self, kenal: Dikenali, lembar: Lembar, b: int, kolom: list[Kolom], sebut: str) -> Iterator[Angka]:
        """Yield the means of a table."""
        for k in kolom:
            if isi := lembar.angka(b, k):
                a, _ = isi
                a.subjek, a.tahun = sebut, k.tahun or self.tahun
                a.dokumen, a.lingkup, a.periode = k.dokumen or kenal.dokumen, "instansi", "tahunan"
                if a.peran == "capaian":
                    a.peran = "rata_rata_capaian"
                else:
                    a.peran = f"rata_rata_{a.peran}"
                yield a


def _tanpa_kata(sasaran: str) -> str:
    """Return the name of a sasaran without the word and number before it."""
    return SASARAN.sub("", lipat(sasaran)).strip() or sasaran


def _ragukan(semua: list[Angka]) -> None:
    """Take figures whose name may go on in the next row for guessed."""
    for a in semua:
        if a.ember == TIDAK:
            a.ember, a.sebab = DITEBAK, "Nama barisnya barangkali berlanjut di baris bawahnya."
