"""Make of what was read the tables of a year, in memory, with the cell of the draft that each of theirs comes from."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from lkip_lib.draf.captions import nomor_tabel
from lkip_lib.draf.figures import DIBACA, DITEBAK, RAGU, Angka
from lkip_lib.draf.kinds import Dikenali, terbaca
from lkip_lib.draf.others import BarisLain
from lkip_lib.draf.proofs import arah_dari, rumus_capaian
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.units import tanpa_satuan
from lkip_lib.impor.names import kode_baru
from lkip_lib.impor.sums import AKAR
from lkip_lib.inputs.grid import teks_angka
from lkip_lib.inputs.tables import DOKUMEN_ANGGARAN, DOKUMEN_TARGET, TABLES
from lkip_lib.inputs.tables.printed import KATA_ARAH
from lkip_lib.rumus.jenis import ARAH

Baris = dict[str, str]
_PERCAYA = (DIBACA, DITEBAK)
_PUNCAK = (100.0, 110.0, 120.0, 150.0, 200.0)
_PENDUKUNG = "lkip_pendukung"
_JENIS_BELANJA = (
    ("pegawai", "pegawai"),
    ("barang_jasa", "barang"),
    ("modal", "modal"),
    ("hibah", "hibah"),
    ("bansos", "bantuan sosial"),
)


@dataclass(slots=True)
class Susunan:
    """Hold the tables of a year as a draft states them; `letak` names the figure of the draft behind each cell."""

    baris: dict[str, list[Baris]] = field(default_factory=dict)
    letak: dict[tuple[str, int, str], Angka] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)
    arah_ditebak: set[str] = field(default_factory=set)
    ganda: list[tuple[Angka, Angka]] = field(default_factory=list)

    def tambah(self, tabel: str, baris: Baris, **angka: Angka | None) -> None:
        """Add a row; its cells of figures come from the draft."""
        semua = self.baris.setdefault(tabel, [])
        nomor = len(semua) + 2  # the line of the CSV file
        for kolom, a in angka.items():
            if a is not None:
                baris[kolom] = teks(a, baris.get("satuan", ""))
                self.letak[tabel, nomor, kolom] = a
        semua.append({k: " ".join(v.split()) for k, v in baris.items()})


def teks(a: Angka, satuan: str = "") -> str:
    """Return the text of a figure as the tables hold it: as printed, unless only the draft tells how to read it."""
    baca = terbaca(a.tercetak, a.satuan or satuan)
    if a.nilai is not None and baca.value != a.nilai:
        return teks_angka(a.nilai)
    return a.tercetak


def susun(bacaan: Bacaan) -> Susunan:
    """Make the tables of a year of a draft."""
    s = Susunan()
    sumber = {t.tabel.nomor: _sumber(t) for t in bacaan.tabel}
    _kartu(bacaan, s)
    _kinerja(bacaan, s, sumber)
    _anggaran(bacaan, s, sumber)
    for b in bacaan.lain:
        _lain(b, s, sumber, bacaan)
    _pernyataan(bacaan, s)
    s.params = _params(bacaan, s)
    return s


def _sumber(t: Dikenali) -> str:
    return nomor_tabel(t.ket.judul) or f"tabel ke-{t.tabel.nomor}"


def _kartu(bacaan: Bacaan, s: Susunan) -> None:
    k = bacaan.kinerja
    arah = arah_indikator(bacaan)
    for n in k.sasaran.isi:
        s.tambah("sasaran", {"kode": n.kode, "nama": n.nama})
    if not k.sasaran.isi and k.kartu:
        s.tambah("sasaran", {"kode": "S1", "nama": "Sasaran"})
    berangka = {a.kode for a in bacaan.angka if a.peran in ("target", "realisasi", "capaian")}
    for kode, kartu in k.kartu.items():
        if kode not in berangka:
            continue
        milik = [a for a in bacaan.angka if a.kode == kode and a.peran == "target"]
        satuan = kartu.isi.get("satuan") or next((a.satuan for a in milik if a.satuan), "")
        satuan = satuan or _satuan(kartu.nama, milik)
        if kode not in arah:
            s.arah_ditebak.add(kode)
        s.tambah("indikator", {
            "kode": kode, "sasaran": kartu.sasaran or "S1", "nama": tanpa_satuan(kartu.nama), "satuan": satuan,
            "arah": arah.get(kode, ARAH[0]), "jenis": _jenis_target(milik), "asal": "penyusun",
            "nol_tercapai": "ya" if any(a.nilai == 0 for a in milik) else "",
        })  # fmt: skip


def _satuan(nama: str, target: list[Angka]) -> str:
    """Return a unit for an indicator that no table gives one, as its figures and its name let it have."""
    if any("%" in a.tercetak for a in target):
        return "Persen"
    if re.match(r"(?i)\W*(?:jumlah|banyaknya)\b", nama):
        return "Buah"
    return "Nilai" if all((a.nilai or 0) <= 100 for a in target) else "Angka"


def _jenis_target(milik: list[Angka]) -> str:
    baca = [terbaca(a.tercetak, a.satuan) for a in milik]
    if any(b.low is not None and b.high is not None for b in baca):
        return "rentang"
    if any(b.low is not None or b.high is not None for b in baca):
        return "batas"
    return "tingkat"


def arah_indikator(bacaan: Bacaan) -> dict[str, str]:
    """Return the direction of each indicator that its printed capaian or the course of its targets shows."""
    hasil = {}
    for kode, kartu in bacaan.kinerja.kartu.items():
        suara = Counter(a for r in kartu.rumus if (a := arah_dari(r.split(","))))
        tertulis = kartu.isi.get("arah", "").lower()
        if re.search(r"positif|naik|max|maks|tinggi", tertulis):
            hasil[kode] = ARAH[0]
        elif re.search(r"negatif|turun|min|rendah", tertulis):
            hasil[kode] = ARAH[1]
        elif suara:
            hasil[kode] = suara.most_common(1)[0][0]
        elif jalan := _jalan_target(bacaan, kode):
            hasil[kode] = jalan
    return hasil


def _jalan_target(bacaan: Bacaan, kode: str) -> str:
    """Return the direction in which the targets of a plan go, year by year; "" where they do not all go one way."""
    nilai = {a.tahun: a.nilai for a in bacaan.angka if a.kode == kode and a.peran == "target" and a.nilai is not None
             and a.periode in ("", "tahunan") and a.jenis == "renstra"}  # fmt: skip
    urut = [nilai[t] for t in sorted(nilai)]
    langkah = [(b or 0) - (a or 0) for a, b in itertools.pairwise(urut)]
    if len(langkah) < 2 or not any(langkah) or (min(langkah) < 0 < max(langkah)):
        return ""
    return ARAH[int(min(langkah) < 0)]


def _kinerja(bacaan: Bacaan, s: Susunan, sumber: dict[int, str]) -> None:
    kode = {b["kode"] for b in s.baris.get("indikator", ())}
    satuan = {b["kode"]: b["satuan"] for b in s.baris.get("indikator", ())}
    urut = {"pengukuran": 0, "triwulan": 1, "pk": 1}
    jenis = {t.tabel.nomor: t.jenis for t in bacaan.tabel}
    milik = [
        a
        for a in bacaan.angka
        if a.tabel and a.kode and a.ember in (*_PERCAYA, RAGU) and a.jenis not in ("anggaran", "belanja")
    ]
    milik.sort(key=lambda a: (urut.get(jenis.get(a.tabel, ""), 2), a.tabel, a.baris, a.kolom))
    ada: dict[tuple[object, ...], Angka] = {}
    for a in milik:
        di = f"{sumber.get(a.tabel, '')}, baris {a.baris}"
        tahun, dokumen = str(a.tahun), a.dokumen if a.dokumen in DOKUMEN_TARGET else "lkip"
        kunci = (a.peran, a.kode, a.tahun, a.periode, a.lingkup, dokumen if a.peran == "target" else "")
        if a.kode in kode and a.peran == "target":
            s.tambah("target", {"indikator": a.kode, "tahun": tahun, "periode": a.periode, "dokumen": dokumen,
                                "nama": tanpa_satuan(a.subjek), "satuan": satuan[a.kode], "sumber": di},
                     target=a)  # fmt: skip
        elif a.kode in kode and a.peran in ("realisasi", "awal"):
            if kunci in ada and a.tahun == bacaan.tahun and a.lingkup == "instansi" and a.periode == "tahunan":
                s.tambah("tercetak/hitungan", _hitungan("realisasi", "indikator", a, di, dokumen), nilai=a)
            else:
                s.tambah("realisasi", {"indikator": a.kode, "tahun": tahun, "periode": a.periode, "lingkup": a.lingkup,
                                       "sumber": di}, realisasi=a)  # fmt: skip
        elif a.peran in ("capaian", "kemajuan") and a.periode == "tahunan":
            jenis_subjek = "indikator" if a.kode in kode else "sasaran"
            doc = "renstra" if a.peran == "kemajuan" else dokumen
            s.tambah("tercetak/hitungan", _hitungan("capaian_persen", jenis_subjek, a, di, doc), nilai=a)
        elif a.peran == "capaian_mentah" and a.kode in kode:
            s.tambah("tercetak/hitungan", _hitungan("capaian_mentah_persen", "indikator", a, di, dokumen), nilai=a)
        ada.setdefault(kunci, a)
    for a in bacaan.angka:
        if a.peran == "rata_rata_capaian" and a.tabel and a.ember in _PERCAYA:
            a.kode = a.kode or AKAR
            di = f"{sumber.get(a.tabel, '')}, baris {a.baris}"
            dokumen = a.dokumen if a.dokumen in DOKUMEN_TARGET else "lkip"
            s.tambah("tercetak/hitungan", _hitungan("rata_rata_capaian_persen", "instansi", a, di, dokumen), nilai=a)


def _hitungan(besaran: str, jenis: str, a: Angka, di: str, dokumen: str) -> Baris:
    return {"besaran": besaran, "jenis_subjek": jenis, "subjek": a.kode, "nama": tanpa_satuan(a.subjek),
            "dokumen": dokumen, "tahun": str(a.tahun), "sumber": di}  # fmt: skip


def _anggaran(bacaan: Bacaan, s: Susunan, sumber: dict[int, str]) -> None:
    berealisasi = {n.tabel for n in bacaan.anggaran.simpul if "realisasi_rp" in n.angka}
    urut = sorted(bacaan.anggaran.simpul, key=lambda n: n.tabel not in berealisasi)
    ada: dict[tuple[str, str], dict[str, Angka]] = {}
    pemilik: dict[str, int] = {}
    dipakai: list[tuple[str, Baris, dict[str, Angka]]] = []
    for n in urut:
        dokumen = n.dokumen if n.dokumen in DOKUMEN_ANGGARAN else "lkip"
        if pemilik.setdefault(dokumen, n.tabel) != n.tabel and (n.kode, dokumen) in ada and dokumen == "lkip":
            dokumen = _PENDUKUNG
        if (n.kode, dokumen) in ada:
            lama = ada[n.kode, dokumen]
            s.ganda += [(lama[k], a) for k, a in n.angka.items() if k in lama and k in ("pagu", "realisasi_rp")]
            continue
        ada[n.kode, dokumen] = n.angka
        di = f"{sumber.get(n.tabel, '')}, {n.nama or 'Jumlah'}"
        baris = {"kode": n.kode, "induk": n.induk, "tingkat": n.tingkat, "nama": n.nama or "Jumlah", "dokumen": dokumen,
                 "sumber_dana": n.sumber_dana, "sumber": di}  # fmt: skip
        dipakai.append((dokumen, baris, n.angka))
    for dokumen in {d for d, _, _ in dipakai}:
        if (AKAR, dokumen) not in ada:
            s.tambah("anggaran", {"kode": AKAR, "tingkat": "instansi", "nama": "Instansi", "dokumen": dokumen})
    for dokumen, baris, angka in dipakai:
        kode, di = baris["kode"], baris["sumber"]
        boleh = {k: a for k, a in angka.items() if a.ember in (*_PERCAYA, RAGU)}
        s.tambah("anggaran", baris, pagu=boleh.get("pagu"), realisasi=boleh.get("realisasi_rp"))
        for k, besaran in (("serapan", "serapan_persen"), ("sisa", "sisa_rp")):
            if a := boleh.get(k):
                jenis = "instansi" if kode == AKAR else "anggaran"
                s.tambah("tercetak/hitungan", _hitungan(besaran, jenis, a, di, dokumen) | {"subjek": kode}, nilai=a)


def _lain(b: BarisLain, s: Susunan, sumber: dict[int, str], bacaan: Bacaan) -> None:
    di = f"{sumber.get(b.tabel, '')}, baris {b.baris}"
    boleh = {k: a for k, a in b.angka.items() if a.ember in (*_PERCAYA, RAGU)}
    if b.jenis == "sdm" and b.kelompok:
        if b.jumlah:
            for k in ("asn", "non_asn"):
                if a := boleh.get(k):
                    s.tambah("tercetak/hitungan", {
                        "besaran": f"jumlah_{k}", "jenis_subjek": "sdm", "subjek": b.kelompok, "nama": b.nama,
                        "dokumen": "lkip", "tahun": str(a.tahun), "sumber": di}, nilai=a)  # fmt: skip
        elif b.nama and boleh:
            s.tambah("sdm", {"kelompok": b.kelompok, "uraian": b.nama, "golongan": b.teks.get("golongan", ""),
                             "sumber": di}, asn=boleh.get("asn"), non_asn=boleh.get("non_asn"))  # fmt: skip
    elif b.jenis == "belanja" and b.nama and not b.jumlah and boleh.keys() & {"pagu", "realisasi_rp"}:
        kode = next((k for k, kata in _JENIS_BELANJA if kata in b.nama.lower()), "") or kode_baru(b.nama, ())
        if kode in {x["kode"] for x in s.baris.get("belanja", ())}:
            return
        for a in boleh.values():
            a.kode = kode
        s.tambah("belanja", {"kode": kode, "uraian": b.nama, "sumber": di}, pagu=boleh.get("pagu"),
                 realisasi=boleh.get("realisasi_rp"))  # fmt: skip
        if a := boleh.get("serapan"):
            s.tambah("tercetak/hitungan", _hitungan("serapan_persen", "belanja", a, di, "lkip"), nilai=a)
    elif b.jenis == "keluaran" and b.nama and {"target", "realisasi"} <= boleh.keys() and s.baris.get("sasaran"):
        kode = f"K{len(s.baris.get('keluaran', ())) + 1}"
        s.tambah("keluaran", {"kode": kode, "sasaran": s.baris["sasaran"][0]["kode"], "jenis": "keluaran",
                              "uraian": b.nama, "satuan": b.teks.get("satuan", ""), "sumber": di},
                 target=boleh["target"], realisasi=boleh["realisasi"])  # fmt: skip
        if a := boleh.get("capaian"):
            a.kode = kode
            s.tambah("tercetak/hitungan", _hitungan("capaian_persen", "keluaran", a, di, "lkip"), nilai=a)
    elif b.jenis == "efisiensi" and b.nama and (a := boleh.get("capaian")):
        a.kode = bacaan.kinerja.sasaran.kode(b.nama)
        if a.kode in {x["kode"] for x in s.baris.get("sasaran", ())}:
            s.tambah("tercetak/hitungan", _hitungan("capaian_persen", "sasaran", a, di, "lkip"), nilai=a)


_BESARAN = {
    "realisasi": "realisasi", "target": "target", "capaian": "capaian_persen", "pagu": "pagu_rp",
    "realisasi_rp": "realisasi_rp", "serapan": "serapan_persen", "rata_rata_capaian": "rata_rata_capaian_persen",
    "asn": "jumlah_asn", "non_asn": "jumlah_non_asn",
}  # fmt: skip
_KATA_ARAH = {kata: arah for arah, semua in KATA_ARAH.items() for kata in (arah, *semua)}


def _pernyataan(bacaan: Bacaan, s: Susunan) -> None:
    """State what the sentences state of what the tables have."""
    teks = {b.nomor: b.teks for b in bacaan.naskah.paragraf}
    belanja = {b["kode"] for b in s.baris.get("belanja", ())}
    dikenal = {b["kode"] for t in ("indikator", "anggaran") for b in s.baris.get(t, ())} | belanja | {AKAR}
    for a in bacaan.angka:
        if not a.paragraf or a.ember not in _PERCAYA or not a.kode or a.kode not in dikenal or a.nilai is None:
            continue
        besaran = _BESARAN.get(a.peran, a.peran if a.peran.startswith("jumlah_") else "")
        if a.kode in belanja and a.peran == "realisasi_rp":
            besaran = "belanja_rp"
        if besaran:
            jenis = "jumlah" if besaran.startswith("jumlah_") else "angka"
            s.tambah("tercetak/pernyataan", _klaim(s, jenis, besaran, a, _kutipan(teks[a.paragraf], a)), nilai=a)
    for arah in bacaan.arah:
        if arah.kini.kode in dikenal and arah.kata in _KATA_ARAH:
            a = arah.kini
            baris = _klaim(s, "arah", "realisasi", a, _kutipan(teks[a.paragraf], a))
            baris |= {"nilai": _KATA_ARAH[arah.kata], "tahun_banding": str(arah.lalu.tahun)}
            s.tambah("tercetak/pernyataan", baris)
            s.letak["tercetak/pernyataan", len(s.baris["tercetak/pernyataan"]) + 1, "nilai"] = a


def _klaim(s: Susunan, jenis: str, besaran: str, a: Angka, kutipan: str) -> Baris:
    return {"kode": f"P{len(s.baris.get('tercetak/pernyataan', ())) + 1:03}", "jenis": jenis, "besaran": besaran,
            "subjek": a.kode, "lingkup": a.lingkup or "instansi", "tahun": str(a.tahun), "kutipan": kutipan,
            "sumber": f"paragraf {a.paragraf}"}  # fmt: skip


def _kutipan(teks: str, a: Angka) -> str:
    awal, akhir = max(0, a.awal - 70), a.awal + len(a.tercetak) + 20
    return " ".join(teks[awal:akhir].split())


def _params(bacaan: Bacaan, s: Susunan) -> dict[str, str]:
    """Choose the policies that the draft itself shows: its document of targets, its formula and its bound."""
    hasil = {}
    tahun = str(bacaan.tahun)
    dokumen = {b["dokumen"] for b in s.baris.get("target", ()) if b["tahun"] == tahun}
    if dokumen:
        hasil["dokumen_target"] = next((d for d in ("lkip", "pk", "renstra", "rkt") if d in dokumen), "pk")
    if any(b["dokumen"] == "lkip" for b in s.baris.get("anggaran", ())):
        hasil["dokumen_anggaran"] = "lkip"
    rumus = Counter(
        r
        for k in bacaan.kinerja.kartu.values()
        for semua in k.rumus
        for r in semua.split(",")
        if "persentase" not in semua
    )
    if rumus:
        hasil["rumus_turun"] = rumus.most_common(1)[0][0]
    if batas := _batas(bacaan):
        hasil["batas"] = batas
    return hasil


def _batas(bacaan: Bacaan) -> str:
    """Return the bound that most printed capaian above it keep; "tanpa" where most go beyond."""
    baris: dict[tuple[int, int, int], dict[str, float]] = {}
    for a in bacaan.angka:
        if a.jenis in ("pengukuran", "perbandingan") and a.nilai is not None:
            baris.setdefault((a.tabel, a.baris, a.tahun), {})[a.peran] = a.nilai
    terbatas: Counter[float] = Counter()
    lewat: list[float] = []
    for b in baris.values():
        if b.keys() >= {"target", "realisasi", "capaian"}:
            mentah = rumus_capaian(b["target"], b["realisasi"]).values()
            c = b["capaian"]
            if any(abs(c - n) < 0.6 for n in mentah):
                lewat += [c] if c > 100.5 else []
            elif c in _PUNCAK and any(n > c for n in mentah):
                terbatas[c] += 1
    nilai = {b: n - sum(c > b + 0.5 for c in lewat) for b, n in terbatas.items()}
    terbaik = max(nilai, key=lambda b: nilai[b], default=0.0)
    if nilai and nilai[terbaik] > 0:
        return f"{terbaik:.0f}"
    return "tanpa" if lewat else ""


def tulis_tabel(susunan: Susunan, folder: Path, tanpa: Collection[str] = ()) -> list[Path]:
    """Write the tables as CSV files; those that a year needs are there, if only as their headings."""
    ditulis = []
    for nama in sorted({*susunan.baris, *(n for n, t in TABLES.items() if t.perlu)} - set(tanpa)):
        kolom = [c.name for c in TABLES[nama].columns]
        path = folder / f"{nama}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as berkas:
            penulis = csv.writer(berkas, lineterminator="\n")
            penulis.writerow(kolom)
            penulis.writerows([b.get(k, "") for k in kolom] for b in susunan.baris.get(nama, ()))
        ditulis.append(path)
    return ditulis
