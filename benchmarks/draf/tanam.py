"""Plant contradictions: each changes one printed figure or word, and knows where a reader should point."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

from benchmarks.draf.bahan import TAHUN, Bahan
from benchmarks.draf.model import Angka, Naskah, Paragraf, Tanaman
from benchmarks.pemeriksaan import rumus
from benchmarks.pemeriksaan.kinerja import Indikator
from benchmarks.pemeriksaan.model import bulat

_UANG = ("pagu", "realisasi_rp", "serapan", "sisa")
_KELUARAN = ("keluaran", "rkt")
_BERSIH = 0.3  # of the drafts
PENDAMPING = ("pk_target", "pk_pagu", "lalu_realisasi")


class Penanam:
    """Plant in one draft; no two plants touch the same subject."""

    def __init__(self, naskah: Naskah, b: Bahan, acak: random.Random) -> None:
        self.n, self.b, self.acak = naskah, b, acak
        self.angka = [a for a in naskah.angka() if not a.bebas]
        self.letak = {a for t in naskah.tabel() for _, _, s in t.letak() if (a := s.angka)}
        self.terpakai: set[str] = set()
        self.indikator = {k.kode: k for k in b.indikator}

    def _semua(self, *peran: str, kode: str = "", jenis: str = "", tahun: int = TAHUN) -> list[Angka]:
        """List what can be changed."""
        hasil = [
            a for a in self.angka
            if a.peran in peran and isinstance(a.nilai, Fraction) and a.kode not in self.terpakai
            and a.tahun == tahun and (not jenis or a.jenis in jenis.split()) and (not kode or a.kode == kode)
        ]  # fmt: skip
        self.acak.shuffle(hasil)
        return hasil

    def _sama(self, a: Angka, *peran: str) -> list[Angka]:
        """List the occurrences of a subject's figures, the outputs of a line apart from its money."""
        uang = a.peran in _UANG
        boleh = peran or (a.peran,)
        hasil = [x for x in self.angka if x.kode == a.kode and x.peran in boleh]
        return hasil if uang else [x for x in hasil if (x.jenis in _KELUARAN) == (a.jenis in _KELUARAN)]

    def _catat(
        self, jenis: str, a: Angka, baru: Fraction, inti: list[Angka], tepat: list[Angka] | None = None
    ) -> Tanaman:
        lama = a.tercetak
        a.ubah(baru)
        self.terpakai.add(a.kode)
        return Tanaman(jenis, tepat or [a], list({id(x): x for x in [a, *inti]}.values()), lama, a.tercetak)

    def _geser(self, a: Angka) -> Fraction:
        """Move a value by some percents that no rounding explains."""
        assert isinstance(a.nilai, Fraction)
        persen = Fraction(self.acak.choice((-1, 1)) * self.acak.randint(6, 25), 100)
        baru = bulat(a.nilai * (1 + persen), a.desimal)
        return baru if abs(baru - a.nilai) >= 1 else a.nilai + self.acak.choice((2, 3, 5))

    def capaian(self) -> Tanaman | None:
        """A capaian that follows from no formula."""
        for a in self._semua("capaian", jenis="pengukuran ikhtisar"):
            k = self.indikator[a.kode]
            assert isinstance(a.nilai, Fraction)
            baru = a.nilai + self.acak.choice((-1, 1)) * Fraction(self.acak.randint(600, 3000), 100)
            if baru > 0 and all(abs(baru - x) > 1 for x in _mungkin(k)):
                return self._catat("capaian", a, baru, self._sama(a, "capaian", "target", "realisasi"))
        return None

    def realisasi(self) -> Tanaman | None:
        """A realisasi that another table of the report prints otherwise."""
        return self._antar("realisasi", "perbandingan nasional renstra")

    def target(self) -> Tanaman | None:
        """A target that another table of the report prints otherwise."""
        return self._antar("target", "pk triwulan perbandingan")

    def _antar(self, peran: str, jenis: str) -> Tanaman | None:
        for a in self._semua(peran, jenis=jenis):
            sama = [x for x in self._sama(a) if x.tahun == TAHUN]
            tabel = [x for x in sama if x in self.letak]
            if len({x.jenis for x in tabel}) > 1:
                luas = self._sama(a, peran, "capaian", "target", "realisasi", *(f"target_tw{n}" for n in range(1, 5)))
                return self._catat(peran, a, self._geser(a), luas, [a] if len(tabel) > 2 else tabel)
        return None

    def serapan(self) -> Tanaman | None:
        """A percentage that pagu and realisasi do not give."""
        for a in self._semua("serapan", jenis="anggaran belanja ikhtisar"):
            return self._catat("serapan", a, self._geser(a), self._sama(a, *_UANG))
        return None

    def rincian(self) -> Tanaman | None:
        """An amount in the tree that neither its percentage nor the sum allows."""
        simpul = {s.kode: s for s in self.b.akar.semua()}
        for a in self._semua("pagu", "realisasi_rp", jenis="anggaran"):
            s = simpul[a.kode]
            if s.induk is None or not a.nilai or not any(x.peran == "serapan" for x in self._sama(a, *_UANG)):
                continue
            assert isinstance(a.nilai, Fraction)
            dekat = {s.kode, *(x.kode for x in s.anak), *(x.kode for x in s.induk.anak), s.induk.kode, "0"}
            inti = [x for x in self.angka if x.kode in dekat and x.peran in _UANG]
            baru = Fraction(int(a.nilai * Fraction(self.acak.choice((70, 80, 115, 130)), 100)))
            self.terpakai |= dekat
            return self._catat("rincian", a, baru, inti)
        return None

    def tukar(self) -> Tanaman | None:
        """Two amounts of the tree that changed places."""
        for a in self._semua("realisasi_rp", jenis="anggaran"):
            for c in self._semua("realisasi_rp", jenis="anggaran"):
                induk = {x.rpartition(".")[0] for x in (a.kode, c.kode)}
                if a.kode < c.kode and len(induk) == 1 and "" not in induk and not _serupa(a, c):
                    inti = [x for x in self.angka if x.kode in (a.kode, c.kode, *induk) and x.peran in _UANG]
                    lama = a.tercetak, c.tercetak
                    dua = a.nilai, c.nilai
                    a.ubah(dua[1])
                    c.ubah(dua[0])
                    self.terpakai |= {a.kode, c.kode, *induk}
                    return Tanaman("tukar", [a, c], inti, " dan ".join(lama), f"{a.tercetak} dan {c.tercetak}")
        return None

    def total(self) -> Tanaman | None:
        """A total that its parts do not give."""
        for a in self._semua("pagu", "realisasi_rp", kode="0", jenis="anggaran belanja pk"):
            assert isinstance(a.nilai, Fraction)
            anak = {x.kode for x in self.b.akar.anak} | {"0"}
            if a.jenis == "belanja":
                anak |= {"pegawai", "barang_jasa", "modal"}
            inti = [x for x in self.angka if x.kode in anak and x.peran in _UANG]
            self.terpakai |= anak
            return self._catat("total", a, Fraction(int(a.nilai * Fraction(self.acak.choice((88, 107)), 100))), inti)
        return None

    def belanja(self) -> Tanaman | None:
        """An amount by type that its percentage does not allow."""
        for a in self._semua("pagu", "realisasi_rp", jenis="belanja"):
            if a.kode != "0" and isinstance(a.nilai, Fraction):
                inti = [x for x in self.angka if x.jenis == "belanja" or (x.kode in ("0", a.kode) and x.peran in _UANG)]
                self.terpakai |= {"0", "pegawai", "barang_jasa", "modal"}
                return self._catat("belanja", a, Fraction(int(a.nilai * Fraction(9, 8))), inti)
        return None

    def sdm(self) -> Tanaman | None:
        """A head count that the sums do not allow."""
        for a in self._semua("asn", "non_asn", "jumlah", jenis="sdm"):
            if isinstance(a.nilai, Fraction) and "." in a.kode:
                inti = [x for x in self.angka if x.jenis == "sdm" or x.peran == "asn"]
                return self._catat("sdm", a, a.nilai + self.acak.choice((1, 2, 3, 10)), inti)
        return None

    def keluaran(self) -> Tanaman | None:
        """A percentage of an output that does not follow."""
        for a in self._semua("capaian", jenis="keluaran"):
            return self._catat("keluaran", a, self._geser(a), self._sama(a, "target", "realisasi", "capaian"))
        return None

    def kalimat(self) -> Tanaman | None:
        """A sentence that says another figure than the table."""
        for a in self._semua("realisasi", "target", "capaian", "pagu", "realisasi_rp", "serapan", jenis="kalimat"):
            if any(x in self.letak and x.tahun == a.tahun for x in self._sama(a)):
                keluarga = _UANG if a.peran in _UANG else ("realisasi", "target", "capaian")
                return self._catat("kalimat", a, self._geser(a), self._sama(a, *keluarga))
        return None

    def arah(self) -> Tanaman | None:
        """A word of direction that the figures beside it contradict."""
        for p in self._paragraf():
            for i, isi in enumerate(p.isi):
                a = p.angka[0] if p.angka else None
                if not isinstance(isi, str) or a is None or a.kode in self.terpakai:
                    continue
                for dari, ke in (("meningkat", "menurun"), ("menurun", "meningkat")):
                    if f", {dari} dibanding" in isi:
                        p.isi[i] = isi.replace(dari, ke)
                        self.terpakai.add(a.kode)
                        return Tanaman("arah", p.angka, self._sama(a, "realisasi"), dari, ke)
        return None

    def cacah(self) -> Tanaman | None:
        """A count that its own words contradict."""
        for a in self._semua("cacah_indikator", "cacah_program", "asn", jenis="kalimat"):
            assert isinstance(a.nilai, Fraction)
            inti = [x for x in self.angka if x.peran == a.peran and x.kode == a.kode]
            return self._catat("cacah", a, a.nilai + self.acak.choice((1, 2)), inti)
        return None

    def rata(self) -> Tanaman | None:
        """A mean that the capaian do not give."""
        for a in self._semua("rata_rata", jenis="pengukuran efisiensi"):
            inti = [x for x in self.angka if x.peran in ("capaian", "rata_rata")]
            return self._catat("rata", a, self._geser(a), inti)
        return None

    def rusak(self) -> Tanaman | None:
        """A figure that is damaged in print."""
        for a in self._semua("pagu", "realisasi_rp", jenis="anggaran"):
            if a.tercetak.count(".") >= 2 and a.kode != "0" and "," not in a.tercetak:
                lama = a.tercetak
                a.tercetak = lama + "0" if self.acak.random() < 0.5 else lama.replace(".", "", 1).replace(".", ".0", 1)
                a.rusak = True
                self.terpakai.add(a.kode)
                return Tanaman("rusak", [a], self._sama(a, *_UANG), lama, a.tercetak)
        return None

    def pk_target(self) -> Tanaman | None:
        """A target that the signed PK has otherwise."""
        for a in self._semua("target", jenis="pk pengukuran ikhtisar"):
            return self._di_luar("pk_target", a, "pk.xlsx", [x for x in self._sama(a) if x.tahun == TAHUN])
        return None

    def pk_pagu(self) -> Tanaman | None:
        """A program's budget that the signed PK has otherwise."""
        program = {s.kode for s in self.b.akar.anak}
        for a in self._semua("pagu", jenis="pk anggaran"):
            if a.kode in program:
                return self._di_luar("pk_pagu", a, "pk.xlsx", self._sama(a))
        return None

    def lalu_realisasi(self) -> Tanaman | None:
        """A realisasi of the year before that last year's report has otherwise."""
        for a in self._semua("realisasi", tahun=TAHUN - 1):
            if a in self.letak:
                sama = [x for x in self._sama(a) if x.tahun == TAHUN - 1]
                return self._di_luar("lalu_realisasi", a, f"lkip-{TAHUN - 1}.docx", sama)
        return None

    def _di_luar(self, jenis: str, a: Angka, berkas: str, sama: list[Angka]) -> Tanaman:
        baru = self._geser(a)
        self.n.pendamping.setdefault(berkas, {})[a.kode] = baru
        self.terpakai.add(a.kode)
        return Tanaman(jenis, sama, sama, a.tercetak, a.tulis(baru), berkas)

    def _paragraf(self) -> list[Paragraf]:
        hasil = self.n.paragraf()
        self.acak.shuffle(hasil)
        return hasil


def _serupa(a: Angka, b: Angka) -> bool:
    assert isinstance(a.nilai, Fraction)
    assert isinstance(b.nilai, Fraction)
    return abs(a.nilai - b.nilai) * 10 < max(a.nilai, b.nilai)


def _mungkin(k: Indikator) -> list[Fraction]:
    """List what any known formula would give."""
    t, r = k.target[TAHUN], k.realisasi[TAHUN]
    semua = [rumus.mentah(j, t, r, c) for j in (k.jenis, "naik", "turun") if not isinstance(t, tuple) or j == k.jenis
             for c in ("selisih", "rasio")]  # fmt: skip
    return [x for x in semua if x is not None] + [Fraction(100), Fraction(0)]


JENIS: dict[str, Callable[[Penanam], Tanaman | None]] = {
    nama: getattr(Penanam, nama)
    for nama in ("capaian", "realisasi", "target", "serapan", "rincian", "tukar", "total", "belanja", "sdm", "keluaran",
                 "kalimat", "arah", "cacah", "rata", "rusak", *PENDAMPING)
}  # fmt: skip


def tanam(naskah: Naskah, b: Bahan, berpendamping: bool) -> None:
    """Plant one to four contradictions, or none at all; those with other files only where such files are made."""
    acak = random.Random(f"tanam {naskah.nama}")
    if acak.random() < _BERSIH:
        return
    p = Penanam(naskah, b, acak)
    jenis = [j for j in JENIS if j not in PENDAMPING]
    pilih = acak.sample(jenis, acak.randint(1, 3))
    if berpendamping:
        pilih.append(acak.choice(PENDAMPING))
    naskah.tanaman += [x for j in pilih if (x := JENIS[j](p))]
