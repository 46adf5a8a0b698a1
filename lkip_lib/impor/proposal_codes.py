"""Find the codes and names of a budget's lines: in one column or several, whole or in parts, or in names alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from lkip_lib.impor.codes import BAGIAN, POHON, jenjang, kenali_susunan, kode_baku, kode_dan_nama, kode_sendiri, skpd
from lkip_lib.impor.guess import Tafsir, Temuan
from lkip_lib.impor.headings import baku
from lkip_lib.impor.leftovers import judul_ulang, penutup
from lkip_lib.impor.tree import tingkat_nama
from lkip_lib.inputs.grid import Kisi, huruf_kolom
from lkip_lib.inputs.no_data import berawal_jumlah, nomor_kolom

_TINGKAT = re.compile(r"(?:bidang )?urusan(?: pemerintahan)?|bidang|program|kegiatan|sub ?kegiatan|k?ro|output")
_BUKTI_REKENING = r"5\.\d\.\d\d"
# The segments of a budget line of the central government, in their order.
_SEGMEN = (
    ("program", r"(?:\d{3}\.\d\d\.)?(?:\d\d|[A-Z]{2})"), ("kegiatan", r"\d{4}"), ("kro", r"[A-Z]{3}"), ("ro", r"\d{3}"),
)  # fmt: skip


@dataclass
class KodeAnggaran:
    """Find out how the lines of one sheet are named and coded; `berulang` says that a code in parts is added up."""

    temuan: Temuan
    kisi: Kisi
    berulang: bool
    kabar: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        awal = self.temuan.judul.akhir + 1
        semua = self.kisi.baris[awal : penutup(self.kisi, awal)]
        self.data = [b for b in semua if not (nomor_kolom(b) or judul_ulang(b, self.temuan.judul))]
        self.datar = False
        self.temuan = self._kode_tersirat()
        self.kolom, self.kelompok = self._kode_dan_nama()
        self.kode = self._isi_kode(self.kolom.get("kode"))
        self.datar_sakti = bool(self.kelompok) and "nama" not in self.kolom
        self.berurutan = not self.kode and self._berurutan()

    def _berurutan(self) -> bool:
        """Tell whether names alone say the levels: three columns of them, words before them, or numbers and letters.

        A column of numbers as 1, 1.1, 1.1.1 is one of codes.
        """
        if self.kelompok:
            return True
        if not self.kolom:
            return False
        nomor = [t.kolom for t in self.temuan.kolom("nomor") if any(b[t.kolom] for b in self.data)]
        if nomor and any(re.fullmatch(r"\d+(?:\.\d+)+\.?", b[nomor[0]]) for b in self.data):
            self.kolom["kode"] = self.temuan.judul.sebutan(nomor[0])
            self.kode = self._isi_kode(self.kolom["kode"])
            return False
        di, sebut = self.temuan.kolom("nama")[0].kolom, self.temuan.judul.sebutan
        bentuk: dict[str, str] = {}
        tanda = nomor[0] if nomor and len({b[nomor[0]][:1].isdigit() for b in self.data if b[nomor[0]]}) > 1 else None
        tingkat = {tingkat_nama(b[tanda] if tanda is not None else "", b[di], bentuk)[0] for b in self.data if b[di]}
        if tanda is not None:
            self.kolom["kode"] = sebut(tanda)
        return {"program", "kegiatan"} <= tingkat

    def _kode_tersirat(self) -> Temuan:
        """Take for codes the columns headed by a level alone, or by nothing beside codes, where codes stand in them."""
        dikenal = {t.kolom: t for t in self.temuan.tafsir}
        for k, teks in enumerate(self.temuan.judul.teks):
            lama = dikenal.get(k)
            setingkat = teks and _TINGKAT.fullmatch(baku(teks[-1])) and (lama is None or lama.medan == "nama")
            sejudul = len(teks) > 1 and re.match(r"(?:kode|no)\b", baku(teks[0]))
            lanjutan = not teks and k and (kiri := dikenal.get(k - 1)) and kiri.medan == "kode"
            if (setingkat or lanjutan or sejudul) and self._berisi_kode(k):
                dikenal[k] = Tafsir(k, "kode", lama.ragam if lama else "")
        return replace(self.temuan, tafsir=tuple(dikenal[k] for k in sorted(dikenal)))

    def _berisi_kode(self, kolom: int) -> bool:
        isi = [kode_baku(b[kolom]) for b in self.data if b[kolom]]
        return bool(isi) and sum(bool(BAGIAN.fullmatch(t)) for t in isi) > len(isi) * 0.4

    def _kode_dan_nama(self) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """Tell a code in one column, one over several, and levels that stand beside their details."""
        if datar := self._datar_sakti():
            return datar
        if berdua := self._kode_di_depan_nama():
            return berdua
        sebut = self.temuan.judul.sebutan
        kode = [t for t in self.temuan.kolom("kode") if self._berisi_kode(t.kolom)]
        nama = self.temuan.kolom("nama")
        per_nama = {t.ragam: t for t in nama if t.ragam in POHON}
        per_kode = {t.ragam: t for t in kode if t.ragam in POHON}
        if len(per_nama) > 1 and "sub_kegiatan" in per_nama:
            kelompok = [
                {"tingkat": r, "nama": {"dari": sebut(per_nama[r].kolom), "turun": "ya"}}
                | ({"kode": {"dari": sebut(per_kode[r].kolom), "turun": "ya"}} if r in per_kode else {})
                for r in ("program", "kegiatan")
                if r in per_nama
            ]
            daun = per_kode.get("sub_kegiatan") or (kode[-1] if kode else None)
            kolom = {"nama": sebut(per_nama["sub_kegiatan"].kolom)}
            return ({"kode": sebut(daun.kolom), **kolom} if daun else kolom), kelompok
        if "sub_kegiatan" in per_kode and any(t.ragam == "rekening" for t in kode):
            kode = [t for t in kode if t.ragam != "rekening"]
            utuh = [b[per_kode["sub_kegiatan"].kolom].count(".") > 2 for b in self.data]
            self.datar = sum(utuh) > len(self.data) / 2
            kode = [per_kode["sub_kegiatan"]] if self.datar else self.temuan.kolom("kode")
        if not nama:
            return {}, []
        kolom = {"nama": self._nama(nama)}
        if len(kode) == 1:
            return {"kode": sebut(kode[0].kolom), **kolom}, []
        return ({"kode": self._kode_terbagi(kode), **kolom} if kode else kolom), []

    def _kode_di_depan_nama(self) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
        """Find the columns that hold a code and its name in one cell; None where codes have a column of their own."""
        sebut = self.temuan.judul.sebutan
        milik = {t.kolom: [b[t.kolom] for b in self.data if b[t.kolom]] for t in self.temuan.kolom("nama")}
        depan = {k for k, isi in milik.items() if isi and sum(bool(kode_dan_nama(s)[0]) for s in isi) > len(isi) * 0.6}
        nama = [t for t in self.temuan.kolom("nama") if t.kolom in depan and t.ragam != "unit"]
        berkode = [t for t in self.temuan.kolom("kode") if t.ragam != "rekening" and self._berisi_kode(t.kolom)]
        if not nama or berkode:
            return None

        def dua(dari: Any, **lain: str) -> dict[str, Any]:
            return {m: {"dari": dari, "potong": m, **lain} for m in ("kode", "nama")}

        per = {t.ragam: sebut(t.kolom) for t in nama if t.ragam in POHON}
        bersama = sum(sum(bool(b[t.kolom]) for t in nama) > 1 for b in self.data)
        if "sub_kegiatan" in per and bersama > len(self.data) / 2:
            kelompok = [{"tingkat": r, **dua(per[r], turun="ya")} for r in ("program", "kegiatan") if r in per]
            return dua(per["sub_kegiatan"]), kelompok
        semua = [sebut(t.kolom) for t in nama]
        return dua(semua, terakhir="ya") if len(semua) > 1 else dua(semua[0]), []

    def _datar_sakti(self) -> tuple[dict[str, Any], list[dict[str, Any]]] | None:
        """Find the columns of a list by segment (program, kegiatan, KRO, RO, akun), each row an account; else None."""
        sebut, pola = self.temuan.judul.sebutan, dict(_SEGMEN)
        kolom: dict[str, int] = {}
        for nama, isi in pola.items():
            mulai = max(kolom.values(), default=-1) + 1
            for k in range(mulai, len(self.temuan.judul.teks)):
                milik = [b[k] for b in self.data if b[k]]
                cocok = sum(bool(re.fullmatch(isi, kode_baku(t))) for t in milik)
                if len(milik) > len(self.data) / 2 and cocok >= 0.7 * len(milik):
                    kolom[nama] = k
                    break
        if {"program", "kegiatan"} <= kolom.keys() and "kro" not in kolom:
            # An output may be written with its kegiatan: 2146.EBA.956.
            for k in range(kolom["kegiatan"] + 1, len(self.temuan.judul.teks)):
                milik = [kode_baku(b[k]) for b in self.data if b[k]]
                if milik and all(re.fullmatch(r"\d{4}\.[A-Z]{3}\.\d{3}", t) for t in milik):
                    kolom = {n: kolom[n] for n in ("program", "kegiatan")} | {"utuh": k}
                    break
        if not ({"program", "kegiatan", "kro"} <= kolom.keys() or "utuh" in kolom):
            return None
        bernama = {t.ragam: t for t in self.temuan.kolom("nama") if not self._berisi_kode(t.kolom)}
        kelompok = [
            {"tingkat": r, "kode": {"dari": huruf_kolom(kolom[r])}}
            | ({"nama": {"dari": sebut(bernama[r].kolom)}} if r in bernama else {})
            for r in ("program", "kegiatan")
        ]
        segmen = ("utuh",) if "utuh" in kolom else ("kegiatan", "kro", "ro")
        dari = [huruf_kolom(kolom[n]) for n in segmen if n in kolom]
        return {"kode": {"dari": dari}}, kelompok

    def _nama(self, nama: Sequence[Tafsir]) -> Any:
        """Name the one column of names, or several of which a row fills one: each level's own, or indented."""
        sebut = self.temuan.judul.sebutan
        terisi = [t for t in nama if any(b[t.kolom] for b in self.data) and t.ragam not in ("unit",)]
        if len(terisi) < 2:
            return sebut((terisi or nama)[0].kolom)
        bersama = sum(sum(bool(b[t.kolom]) for t in terisi) > 1 for b in self.data)
        if bersama > len(self.data) / 10:
            return sebut(terisi[0].kolom)
        return {"dari": [sebut(t.kolom) for t in terisi], "terakhir": "ya"}

    def _kode_terbagi(self, kode: Sequence[Tafsir]) -> dict[str, Any]:
        """Tell whole codes in several columns, of which the last says what a row is, from parts of one code."""
        dari = [self._letak(t) for t in kode]
        isi = [[kode_baku(b[t.kolom]) for t in kode] for b in self.data]
        berkode = [satu for satu in isi if any(satu) and all(BAGIAN.fullmatch(t) for t in satu if t)]
        utuh = [t.count(".") > 1 for satu in berkode for t in satu[1:] if t]
        sendiri = [t for satu in berkode for t in satu if t]
        if (utuh and sum(utuh) > len(utuh) / 2) or (len(sendiri) == len(berkode) and kenali_susunan(sendiri)):
            return {"dari": dari, "terakhir": "ya"}
        menjorok = any(not satu[0] for satu in berkode)
        return {"dari": dari} | ({"turun": "ya"} if menjorok else {})

    def _letak(self, t: Tafsir) -> str:
        sebutan = self.temuan.judul.sebutan(t.kolom) if self.temuan.judul.teks[t.kolom] else ""
        return sebutan or huruf_kolom(t.kolom)

    def _isi_kode(self, kolom: Any) -> list[str]:
        """Return the codes that a proposed column gives, filled down as it says."""
        if kolom is None:
            return []
        lengkap = kolom if isinstance(kolom, dict) else {"dari": kolom}
        dari, terakhir = lengkap["dari"], lengkap.get("terakhir")
        dari = [dari] if isinstance(dari, str) else dari
        nomor = [self.temuan.judul.kolom(d)[0] for d in dari]
        atas, hasil = [""] * len(nomor), []
        for b in self.data:
            isi = [kode_baku(kode_dan_nama(b[k])[0] if lengkap.get("potong") else b[k]) for k in nomor]
            if not any(isi) or not all(BAGIAN.fullmatch(t) for t in isi if t):
                continue
            if terakhir:
                hasil.append(next(t for t in reversed(isi) if t))
                continue
            awal = next(i for i, t in enumerate(isi) if t)
            atas = [*(atas[:awal] if isinstance(kolom, dict) and kolom.get("turun") else isi[:awal]), *isi[awal:]]
            hasil.append(".".join(filter(None, atas)))
        return hasil

    def pohon(self) -> dict[str, Any]:
        hasil: dict[str, Any] = {}
        susunan = "sakti" if self.datar_sakti else kenali_susunan(self.kode)
        if self.berurutan:
            hasil["susunan"], rekening = "urutan", []
        elif susunan:
            hasil["susunan"] = susunan
            rekening = [k for k in self.kode if jenjang(kode_sendiri(k, susunan), susunan) == "rekening"]
        else:
            hasil, rekening = self._pohon_bagian()
        if rekening:
            self.kabar.append(f"{len(rekening)} baris rekening belanja terhitung dalam sub kegiatannya.")
        jumlah = [next(t for t in b if berawal_jumlah(t)) for b in self.data if any(map(berawal_jumlah, b))]
        if len(jumlah) == 1 and not re.match(r"(?i)sub\b", jumlah[0]):
            hasil["instansi"] = jumlah[0].strip(" :.")
        if self.kelompok:
            hasil["kelompok"] = self.kelompok
        datar = self.kelompok and (self.datar_sakti or any(t.ragam == "rekening" for t in self.temuan.tafsir))
        if datar or self.datar or self._berunit() or self.berulang:
            hasil["berulang"] = "jumlah"
        return hasil

    def semua_skpd(self) -> list[str]:
        """List the codes of the agencies that columns of their own name; those of sub units are theirs."""
        kode = list(dict.fromkeys(s for b in self.data for t in b if (s := skpd(kode_baku(kode_dan_nama(t)[0] or t)))))
        judul = {t.kolom: baku(self.temuan.judul.nama(t.kolom)) for t in self.temuan.tafsir if t.ragam == "unit"}
        di = [k for k, teks in judul.items() if re.search(r"\b(?:skpd|opd|perangkat daerah)\b", teks)
              and not re.search(r"\b(?:sub|unit|kode)\b", teks)]  # fmt: skip
        return kode or list(dict.fromkeys(b[k] for k in di[:1] for b in self.data if b[k]))

    def _berunit(self) -> bool:
        """Tell whether a column says of each row whose it is, and names several."""
        unit = [t.kolom for t in self.temuan.tafsir if t.ragam == "unit"]
        return any(len({b[k] for b in self.data if b[k]}) > 1 for k in unit)

    def _pohon_bagian(self) -> tuple[dict[str, Any], list[str]]:
        """Tell levels by the number of a code's parts: the last three are program, kegiatan, sub kegiatan."""
        ada = any(re.match(_BUKTI_REKENING, k) for k in self.kode)
        awal = ["5"] if ada and not any(re.match(r"5\.\d\d(?:\.|$)", k) for k in self.kode) else [
            f"5.{n}" for n in range(1, 5)
        ] if ada else []  # fmt: skip
        rekening = [k for k in self.kode if any(k == a or k.startswith(f"{a}.") for a in awal)]
        bagian = sorted({len(k.split(".")) for k in self.kode if k not in rekening})
        # One long code for all that stands above an account is no program.
        tingkat = dict(zip(bagian[-3:], POHON, strict=False)) if len(bagian) > 1 or bagian[:1] < [6] else {}
        return {"tingkat": tingkat or {3: "program"}} | ({"rekening": awal} if rekening else {}), rekening
