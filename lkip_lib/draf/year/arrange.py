"""Make of what was read of a draft the tables of a year, in memory."""

from __future__ import annotations

from lkip_lib.draf.findings.figures import RAGU, Angka
from lkip_lib.draf.reading import Bacaan
from lkip_lib.draf.sentences.claims import nyatakan
from lkip_lib.draf.tables.captions import nomor_tabel
from lkip_lib.draf.tables.others import BarisLain
from lkip_lib.draf.tables.recognise import Dikenali
from lkip_lib.draf.tables.scale import nyatakan_kelas
from lkip_lib.draf.tables.shown import arah_indikator, jenis_target, params_draf, satuan_indikator
from lkip_lib.draf.tables.units import tanpa_satuan
from lkip_lib.draf.year.tables import PERCAYA, Baris, Susunan
from lkip_lib.impor.names import kode_baru
from lkip_lib.impor.sums import AKAR
from lkip_lib.inputs.tables import DOKUMEN_ANGGARAN, DOKUMEN_TARGET
from lkip_lib.rumus.jenis import ARAH

_PENDUKUNG = "lkip_pendukung"
_JENIS_BELANJA = (
    ("pegawai", "pegawai"),
    ("barang_jasa", "barang"),
    ("modal", "modal"),
    ("hibah", "hibah"),
    ("bansos", "bantuan sosial"),
)


def susun(bacaan: Bacaan) -> Susunan:
    """Make the tables of a year of a draft."""
    s = Susunan()
    sumber = {t.tabel.nomor: _sumber(t) for t in bacaan.tabel}
    _kartu(bacaan, s)
    _kinerja(bacaan, s, sumber)
    _anggaran(bacaan, s, sumber)
    kelompok: dict[str, int] = {}
    for b in bacaan.lain:
        # Staff counted twice by the same thing is the same staff: the first table speaks.
        if b.jenis != "sdm" or kelompok.setdefault(b.kelompok, b.tabel) == b.tabel:
            _lain(b, s, sumber, bacaan)
    s.params = params_draf(bacaan, s.baris)
    nyatakan_kelas(bacaan, s, sumber)
    nyatakan(bacaan, s)
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
        satuan = satuan or satuan_indikator(kartu.nama, milik)
        if kode not in arah:
            s.arah_ditebak.add(kode)
        s.tambah("indikator", {
            "kode": kode, "sasaran": kartu.sasaran or "S1", "nama": tanpa_satuan(kartu.nama), "satuan": satuan,
            "arah": arah.get(kode, ARAH[0]), "jenis": jenis_target(milik), "asal": "penyusun",
            "nol_tercapai": "ya" if any(a.nilai == 0 for a in milik) else "",
        })  # fmt: skip


def _kinerja(bacaan: Bacaan, s: Susunan, sumber: dict[int, str]) -> None:
    kode = {b["kode"] for b in s.baris.get("indikator", ())}
    satuan = {b["kode"]: b["satuan"] for b in s.baris.get("indikator", ())}
    bentuk = {b["kode"]: b["jenis"] for b in s.baris.get("indikator", ())}
    urut = {"pengukuran": 0, "triwulan": 1, "pk": 1}
    jenis = {t.tabel.nomor: t.jenis for t in bacaan.tabel}
    milik = [
        a
        for a in bacaan.angka
        if a.tabel and a.kode and a.ember in (*PERCAYA, RAGU) and a.jenis not in ("anggaran", "belanja")
    ]
    milik.sort(key=lambda a: (urut.get(jenis.get(a.tabel, ""), 2), a.tabel, a.baris, a.kolom))
    ada: dict[tuple[object, ...], Angka] = {}
    rencana: dict[str, list[int]] = {}
    for a in milik:
        if a.peran == "target" and a.dokumen == "renstra":
            rencana.setdefault(a.kode, []).append(a.tahun)
    for a in milik:
        di = f"{sumber.get(a.tabel, '')}, baris {a.baris}"
        tahun, dokumen = str(a.tahun), a.dokumen if a.dokumen in DOKUMEN_TARGET else "lkip"
        kunci = (a.peran, a.kode, a.tahun, a.periode, a.lingkup, dokumen if a.peran == "target" else "")
        if a.kode in kode and a.peran == "target":
            s.tambah("target", {"indikator": a.kode, "tahun": tahun, "periode": a.periode, "dokumen": dokumen,
                                "jenis": ini if (ini := jenis_target([a])) != bentuk[a.kode] else "",
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
            isi = _hitungan("capaian_persen", jenis_subjek, a, di, dokumen)
            if a.peran == "kemajuan":  # towards the end of the plan: of the year of its target
                isi |= {"dokumen": "renstra", "tahun": str(max((*rencana.get(a.kode, ()), a.tahun)))}
            s.tambah("tercetak/hitungan", isi, nilai=a)
        elif a.peran == "capaian_mentah" and a.kode in kode:
            s.tambah("tercetak/hitungan", _hitungan("capaian_mentah_persen", "indikator", a, di, dokumen), nilai=a)
        ada.setdefault(kunci, a)
    for a in bacaan.angka:
        if a.peran == "rata_rata_capaian" and a.tabel and a.ember in PERCAYA:
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
                 "sumber_dana": n.sumber_dana, "sumber": di,
                 "lengkap": "tidak" if n.tabel in bacaan.anggaran.sebagian else ""}  # fmt: skip
        dipakai.append((dokumen, baris, n.angka))
    semua = {b["kode"]: b for _, b, _ in reversed(dipakai)}
    for dokumen, baris, _ in [*dipakai]:
        # A line that a document leaves out still stands over those that it has.
        while (atas := semua.get(baris["induk"])) and (atas["kode"], dokumen) not in ada:
            baris = atas | {"dokumen": dokumen, "sumber_dana": "", "sumber": ""}
            ada[baris["kode"], dokumen] = {}
            dipakai.append((dokumen, baris, {}))
    for dokumen in {d for d, _, _ in dipakai}:
        if (AKAR, dokumen) not in ada:
            s.tambah("anggaran", {"kode": AKAR, "tingkat": "instansi", "nama": "Instansi", "dokumen": dokumen})
    for dokumen, baris, angka in dipakai:
        kode, di = baris["kode"], baris["sumber"]
        boleh = {k: a for k, a in angka.items() if a.ember in (*PERCAYA, RAGU)}
        s.tambah("anggaran", baris, pagu=boleh.get("pagu"), realisasi=boleh.get("realisasi_rp"))
        for k, besaran in (("serapan", "serapan_persen"), ("sisa", "sisa_rp")):
            if a := boleh.get(k):
                jenis = "instansi" if kode == AKAR else "anggaran"
                s.tambah("tercetak/hitungan", _hitungan(besaran, jenis, a, di, dokumen) | {"subjek": kode}, nilai=a)


def _lain(b: BarisLain, s: Susunan, sumber: dict[int, str], bacaan: Bacaan) -> None:
    di = f"{sumber.get(b.tabel, '')}, baris {b.baris}"
    boleh = {k: a for k, a in b.angka.items() if a.ember in (*PERCAYA, RAGU)}
    if b.jenis == "sdm" and b.kelompok:
        if b.jumlah:
            for k in ("asn", "non_asn"):
                if a := boleh.get(k):
                    s.tambah("tercetak/hitungan", {
                        "besaran": f"jumlah_{k}", "jenis_subjek": "sdm", "subjek": b.kelompok, "nama": b.nama,
                        "dokumen": "lkip", "tahun": str(a.tahun), "sumber": di}, nilai=a)  # fmt: skip
        elif b.nama and boleh and not {"jumlah", "orang"} <= boleh.keys():  # PNS and PPPK are both ASN
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
    elif b.jenis == "efisiensi" and b.nama and bacaan.kinerja.sasaran.isi and (a := boleh.get("capaian")):
        a.kode = bacaan.kinerja.sasaran.kode(b.nama)
        if a.kode in {x["kode"] for x in s.baris.get("sasaran", ())}:
            s.tambah("tercetak/hitungan", _hitungan("capaian_persen", "sasaran", a, di, "lkip"), nilai=a)
