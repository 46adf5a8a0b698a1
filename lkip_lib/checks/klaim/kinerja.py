"""What a claim on performance is held against: realisasi, target and capaian of the year it names."""

from __future__ import annotations

from collections.abc import Iterator

from lkip_lib.checks.bukti.dukungan import realisasi_terbukti, terbukti
from lkip_lib.checks.cetak.nama import sebut_dokumen
from lkip_lib.checks.cetak.replikasi import BENAR, capaian_semula, rata_mentah, rata_tercetak
from lkip_lib.checks.cetak.terbatas import terpangkas
from lkip_lib.checks.klaim.buku import Acuan, Isi, ada
from lkip_lib.inputs.agreement import PERUBAHAN, PK
from lkip_lib.ledger import buat_id
from lkip_lib.numerals import setara
from lkip_lib.rumus.perbandingan import AKHIR

_DAERAH = ("kota", "kabupaten")
PK_SEMULA = "PK sebelum diubah"
CAPAIAN = ("capaian_persen", "rata_rata_capaian_persen")


class AcuanKinerja(Isi):
    """Look up what the tables say of an indicator, a sasaran, or the agency's mean."""

    def _realisasi(self, subjek: str, tahun: int, lingkup: str) -> Acuan | None:
        sendiri = self.riwayat.get((subjek, lingkup, tahun))
        pinjam = sendiri is None and lingkup in _DAERAH
        dipakai = "instansi" if pinjam else lingkup
        b = self.riwayat.get((subjek, dipakai, tahun))
        if b is None:
            return None
        kunci = (subjek, tahun, dipakai)
        tercetak = [
            r for r in self.realisasi if (r["indikator"], r["tahun"], r["lingkup"]) == kunci and ada(r["realisasi"])
        ]
        nama = f"realisasi {subjek} {tahun}" + ("" if dipakai == "instansi" else f" ({dipakai})")
        if not ada(b["realisasi"]):
            nilai = tuple(dict.fromkeys(float(r["realisasi"]) for r in tercetak))
            return (
                Acuan(nama, nilai, tuple(r["realisasi_id"] for r in tercetak), False, pinjam=pinjam) if nilai else None
            )
        bernama = subjek if dipakai == "instansi" else f"{subjek}.{dipakai}"
        satu = all(setara(r["realisasi"], int(r["realisasi_desimal"]), b["realisasi"]) for r in tercetak)
        kini = tahun == self.k.tahun and dipakai == "instansi"
        pasti = realisasi_terbukti(self.k, bernama, tahun) or (kini and terbukti(self.k, subjek))
        id = buat_id("riwayat", bernama, "realisasi", tahun=tahun)
        if pinjam or not satu:
            lain = tuple((r["sumber"] or "baris lain", float(r["realisasi"])) for r in tercetak) if not kini else ()
            return Acuan(nama, (float(b["realisasi"]),), self._bukti(id), False, menurut=lain, pinjam=pinjam)

        def menyangkal(klaim: float) -> bool:
            """Two statements, even a rounded one, rule out what agrees with neither."""
            return sum(not setara(r["realisasi"], int(r["realisasi_desimal"]), klaim) for r in tercetak) > 1

        return Acuan(nama, (float(b["realisasi"]),), self._bukti(id), pasti, menyangkal=menyangkal)

    def _target(self, subjek: str, tahun: int) -> Acuan | None:
        milik = [b for b in self.target if (b["indikator"], b["tahun"]) == (subjek, tahun)]
        dipakai = [b for b in milik if b["target_id"] in self.target_dipakai] or milik
        if not dipakai:
            return None
        nilai = tuple(dict.fromkeys(float(b["target"]) for b in dipakai))
        semula = PK if any(b["dokumen"] == PERUBAHAN for b in milik) else ""
        lain = tuple(
            (PK_SEMULA if b["dokumen"] == semula else b["dokumen"], float(b["target"]))
            for b in sorted(milik, key=lambda b: b["dokumen"] != semula)
            if b not in dipakai
        )
        bukti = tuple(b["target_id"] for b in dipakai)
        kini = tahun == self.k.tahun and terbukti(self.k, subjek)
        pasti = len(nilai) == 1 and all(v == nilai[0] for _, v in lain) and (len(dipakai) > 1 or bool(lain) or kini)
        return Acuan(f"target {subjek} {tahun}", nilai, bukti, pasti, lain)

    def _capaian(self, subjek: str, tahun: int) -> Acuan | None:
        if tahun != self.k.tahun:
            b = self.riwayat.get((subjek, "instansi", tahun))
            # At a bound the unbounded value is not known any more.
            if b is None or not ada(b["capaian_persen"]) or terpangkas(self.k, b):
                return None
            id = buat_id("riwayat", subjek, "capaian_persen", tahun=tahun)
            return Acuan(f"capaian {subjek} {tahun}", (float(b["capaian_persen"]),), self._bukti(id), False)
        if subjek == "0":
            return self._capaian_dokumen("ringkasan", "dokumen", "rata_rata_mentah_persen", "rata_rata_persen", "0")
        if subjek in self.indikator:
            return self._capaian_dokumen("per_dokumen", "kode", "capaian_mentah_persen", "capaian_persen", subjek)
        for b in self.baris("sasaran"):
            if b["kode"] == subjek and ada(b["capaian_persen"]):
                nilai = tuple(float(v) for v in (b["capaian_persen"], rata_mentah(self.k, subjek)) if ada(v))
                bukti = self._bukti(f"sasaran.{subjek}.capaian_persen.{tahun}")
                return self._dengan_cetak(Acuan(f"capaian {subjek}", nilai, bukti), "capaian_persen", subjek)
        return None

    def _capaian_dokumen(self, frame: str, kunci: str, mentah: str, batas: str, subjek: str) -> Acuan | None:
        milik = [b for b in self.baris(frame) if kunci == "dokumen" or b["kode"] == subjek]
        utama = [b for b in milik if b["dokumen"] == self.k.dokumen_target]
        urutan = (batas, mentah) if subjek == "0" else (mentah, batas)
        nilai = tuple(float(b[k]) for b in utama for k in urutan if ada(b[k]))
        if not nilai:
            return None
        nilai += tuple(self._rata_tercetak()) if subjek == "0" else ()
        lain = tuple((b["dokumen"], float(b[k])) for b in milik if b not in utama for k in urutan if ada(b[k]))
        if subjek != "0":
            semula = ((PK_SEMULA, v) for v in capaian_semula(self.k, subjek))
            lain = (*semula, *lain, *self._terhadap_akhir(subjek))
        tabel = "ringkasan" if subjek == "0" else "indikator"
        nama = "rata-rata capaian indikator" if subjek == "0" else f"capaian {subjek}"
        ids = [buat_id(tabel, subjek, k, dokumen=self.k.dokumen_target, tahun=self.k.tahun) for k in urutan[:1]]
        acuan = Acuan(nama, nilai, self._bukti(*ids), menurut=lain)
        dua = [self._dengan_cetak(acuan, b, subjek) for b in CAPAIAN]
        return next((a for a in dua if a.pasti), dua[0])

    def _terhadap_akhir(self, subjek: str) -> Iterator[tuple[str, float]]:
        """Yield what this year's realisasi is of the last target of each plan."""
        for b in self.baris("antara/perbandingan"):
            if b["kode"] == subjek and b["jenis"] in AKHIR and ada(b["capaian_persen"]):
                dokumen = sebut_dokumen(b["jenis"].removeprefix("akhir_"))
                yield f"target {b['tahun']} {dokumen}", float(b["capaian_persen"])

    def _rata_tercetak(self) -> list[float]:
        cocok = {b["id"] for b in self.baris("replikasi") if b["verdik"] in BENAR}
        cetak = {
            b["subjek"]: float(b["nilai"])
            for b in reversed(self.baris("ketik/tercetak/hitungan"))
            if b["besaran"] == "capaian_persen" and b["nilai_id"] in cocok and b["subjek"] in self.indikator
        }
        return rata_tercetak(cetak, self.k.frames["indikator"])
