"""Read the tables of the budget: each line in its place, of one code in every table, its figures proved by sums."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkip_lib.draf.findings.figures import DITEBAK, JUMLAH, KODE, NAMA, RUMUS, TIDAK, Angka
from lkip_lib.draf.findings.proofs import serapan_cocok
from lkip_lib.draf.tables.budget_rows import Garis, baca_garis, sebut
from lkip_lib.draf.tables.budget_tree import Cabang, pohon
from lkip_lib.draf.tables.names import Kamus, serupa
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.rows import Lembar
from lkip_lib.impor.codes import POHON, kode_baku
from lkip_lib.impor.sums import AKAR

_UANG = ("pagu", "realisasi_rp")
_SAMA = 0.9  # of the words of two names
_TERPOTONG = 12  # letters of a name that the edge of a column has cut
_PANJANG = 2  # dots of a code that is the same in every document


@dataclass(slots=True)
class Simpul:
    """Hold one line of a budget as the tables of a year have it."""

    kode: str
    induk: str
    tingkat: str
    nama: str
    dokumen: str
    tabel: int
    baris: int
    angka: dict[str, Angka]
    sumber_dana: str = ""
    yakin: bool = False


@dataclass(slots=True)
class Anggaran:
    """Gather the budget of a draft from all its tables."""

    tahun: int
    simpul: list[Simpul] = field(default_factory=list)
    kamus: dict[str, Kamus] = field(default_factory=dict)
    sebagian: set[int] = field(default_factory=set)  # tables of which not every line has a place

    def baca(self, *bagian: Dikenali) -> tuple[list[list[Angka]], list[Lembar]]:
        """Read one table of the budget, whose parts may be tables of their own; figures and sheet of each part."""
        lembar = [Lembar(kenal) for kenal in bagian]
        semua = [g for satu in lembar for g in baca_garis(satu, self.tahun)]
        if semua:
            self._tempatkan(semua)
        return [self._angka(satu, [g for g in semua if g.lembar is satu]) for satu in lembar], lembar

    def _tempatkan(self, semua: list[Garis]) -> None:
        """Give each line its code and its place in the tree, and mark the figures that are proved."""
        cabang, total = pohon(semua)
        _buktikan_baris(semua)
        _buktikan_jumlah(cabang, total)
        kode: dict[int, str] = {}
        terpakai: set[str] = set()
        dikenal = {} if all(c.yakin for c in cabang) else self._dikenal(cabang)
        if dikenal:
            self._menurut_nama(cabang, dikenal)
        for c in () if dikenal else cabang:
            if c.tingkat > 2:
                for a in c.garis.angka.values():
                    a.subjek, a.kode = c.garis.nama, c.garis.kode
                continue
            atas = kode[id(c.induk)] if c.induk else AKAR
            kode[id(c)] = self._kode(c, atas, terpakai)
            terpakai.add(kode[id(c)])
            if (c.garis.kode or c.yakin) and c.garis.nama:
                for a in c.garis.angka.values():
                    a.tanda.add(KODE)
            self._simpan(c.garis, kode[id(c)], atas, POHON[c.tingkat], yakin=c.yakin)
        for g in total:
            self._simpan(g, AKAR, "", "instansi")

    def _dikenal(self, cabang: list[Cabang]) -> dict[int, Simpul]:
        """Return the lines whose place a table tells by their name that says itself how its lines stand.

        None where most of them are new.
        """
        hasil: dict[int, Simpul] = {}
        dipakai: set[str] = set()
        for c in cabang:
            calon = {s.kode: s for s in reversed(self.simpul) if s.yakin and s.nama and s.kode not in dipakai}
            nilai = sorted(((_mirip(c.garis, s), k) for k, s in calon.items()), reverse=True)[:2]
            if nilai and nilai[0][0] >= _SAMA and (len(nilai) < 2 or nilai[1][0] < nilai[0][0]):
                hasil[id(c)] = calon[nilai[0][1]]
                dipakai.add(nilai[0][1])
        return hasil if len(hasil) * 2 > sum(bool(c.garis.angka) for c in cabang) else {}

    def _menurut_nama(self, cabang: list[Cabang], dikenal: dict[int, Simpul]) -> None:
        """Put lines where another table has them; what is new has no place, and no sum of this table is whole."""
        semua = {s.kode: s for s in self.simpul}
        terpakai = {s.kode for s in dikenal.values()}
        for n, c in enumerate(cabang):
            lama = dikenal.get(id(c))
            if lama is None and c.garis.penanda == 0:
                lama = next((s for d in cabang[n:] if (s := dikenal.get(id(d)))), None)
                while lama and lama.induk in semua and lama.induk != AKAR:
                    lama = semua[lama.induk]
                lama = None if lama and lama.kode in terpakai else lama
            if lama:
                terpakai.add(lama.kode)
                sama = sebut(c.garis.nama) == sebut(lama.nama)
                for a in c.garis.angka.values():
                    a.tanda |= {NAMA} if sama else set()
                    if not sama and a.ember == TIDAK:
                        a.ember, a.sebab = DITEBAK, "Namanya hanya mirip dengan baris anggaran di tabel lain."
                self._simpan(c.garis, lama.kode, lama.induk, lama.tingkat)
            elif c.garis.angka:
                self.sebagian.add(c.garis.lembar.kenal.sambungan or c.garis.lembar.kenal.tabel.nomor)
                for a in c.garis.angka.values():
                    a.subjek = c.garis.nama

    def _kode(self, c: Cabang, atas: str, terpakai: set[str]) -> str:
        """Return the code of a line: the printed one, else that of the same name under the same line above."""
        kamus = self.kamus.setdefault(atas, Kamus())
        nama = sebut(c.garis.nama)
        ada = {n.kode for n in kamus.isi}
        cetak = kode_baku(c.garis.kode)
        if cetak.count(".") >= _PANJANG:
            kamus.catat(nama, cetak)
            return cetak
        semua = {n.kode for k in self.kamus.values() for n in k.isi}
        # A code that another line bears already says only where it stands in its own table.
        baru = cetak if cetak not in semua else ""
        for n in range(len(ada) + 1, len(ada) + len(semua) + 2):
            calon = chr(64 + n) if atas == AKAR and n <= 26 else (f"P{n}" if atas == AKAR else f"{atas}.{n}")
            baru = baru or (calon if calon not in semua else "")
        return kamus.kode(nama, terpakai, baru) if nama else baru

    def _simpan(self, g: Garis, kode: str, induk: str, tingkat: str, *, yakin: bool = False) -> None:
        kenal = g.lembar.kenal
        dana = next((g.lembar.sel(g.b, k.nomor) for k in kenal.peran("sumber_dana")), "")
        tabel = kenal.sambungan or kenal.tabel.nomor
        self.simpul.append(
            Simpul(kode, induk, tingkat, g.nama, kenal.dokumen, tabel, g.b + 1 + kenal.geser, g.angka, dana, yakin)
        )
        for a in g.angka.values():
            a.subjek, a.kode = g.nama, kode

    def _angka(self, lembar: Lembar, semua: list[Garis]) -> list[Angka]:
        hasil = [a for g in semua for a in g.angka.values()]
        for a in hasil:
            a.tahun = a.tahun or self.tahun
            a.dokumen = a.dokumen or lembar.kenal.dokumen
        return hasil


def _mirip(g: Garis, s: Simpul) -> float:
    """Return how far a line is another table's, by its name: the same amount makes up for half of it."""
    satu, dua = sebut(g.nama), sebut(s.nama)
    nilai = 1.0 if len(satu) >= _TERPOTONG and dua.startswith(satu) else serupa(satu, dua)
    pagu = s.angka.get("pagu")
    sama = bool(pagu and pagu.nilai and pagu.nilai == g.nilai("pagu"))
    return nilai + _SAMA / 2 if sama and nilai >= _SAMA / 2 else nilai


def _buktikan_baris(semua: list[Garis]) -> None:
    """Mark the figures of a line that its own percentage or what is left of it proves."""
    for g in semua:
        pagu, realisasi = g.nilai("pagu"), g.nilai("realisasi_rp")
        if pagu is None or realisasi is None:
            continue
        if (s := g.baca.get("serapan")) and serapan_cocok(pagu, realisasi, s):
            for k in (*_UANG, "serapan"):
                g.angka[k].tanda.add(RUMUS)
        if (sisa := g.nilai("sisa")) is not None and abs(abs(pagu - realisasi) - abs(sisa)) < 1:
            for k in (*_UANG, "sisa"):
                g.angka[k].tanda.add(RUMUS)


def _buktikan_jumlah(cabang: list[Cabang], total: list[Garis]) -> None:
    """Mark the figures that a sum around them proves."""
    kelompok: list[tuple[Garis, list[Garis]]] = [(c.garis, [a.garis for a in c.anak]) for c in cabang if c.anak]
    puncak = [c.garis for c in cabang if c.induk is None]
    kelompok += [(t, puncak) for t in total]
    for atas, bawah in kelompok:
        for k in _UANG:
            nilai = [g.nilai(k) for g in bawah]
            sendiri = atas.nilai(k)
            if sendiri is None or not nilai or None in nilai:
                continue
            if abs(sum(n or 0 for n in nilai) - sendiri) < 1:
                for g in (atas, *bawah):
                    g.angka[k].tanda.add(JUMLAH)
