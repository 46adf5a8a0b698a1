"""Family runtun: figures over time: one past value stated twice, against its components, a change that is a level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from lkip_lib import numerals
from lkip_lib.checks.bukti.ketelitian import jangkauan
from lkip_lib.checks.bukti.precision import setara
from lkip_lib.checks.cetak.nama import beda_nama, berubah, sebut_dokumen
from lkip_lib.checks.cetak.replikasi import BEDA
from lkip_lib.checks.cetak.sel import beda_dokumen, satu_dokumen
from lkip_lib.checks.keluarga.angka import capaian_di_kolom_realisasi
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, Tingkat, periksa
from lkip_lib.frames import catatan, himpun
from lkip_lib.inputs.tables import TAHUNAN
from lkip_lib.langkah.kemungkinan import NILAI_LALU
from lkip_lib.langkah.sebutan import Kunci, Sebutan, kumpulkan_sebutan
from lkip_lib.ledger import ANGKA, buat_id, induk
from lkip_lib.rumus import jenis

_TANYA_REVISI = " Apakah yang satu angka sementara, atau sudah direvisi?"


def sebutan(konteks: Konteks) -> dict[Kunci, list[Sebutan]]:
    """Gather every statement of an annual realisasi, by indicator, year and scope: tables first, then sentences."""
    realisasi, hitungan, pernyataan = (
        konteks.frames[f"ketik/{n}"] for n in ("realisasi", "tercetak/hitungan", "tercetak/pernyataan")
    )
    bukan = capaian_di_kolom_realisasi(konteks)
    return kumpulkan_sebutan(realisasi, hitungan, pernyataan, konteks.ledger, konteks.tahun, bukan)


def _sedokumen(konteks: Konteks, satu: Sebutan, dua: Sebutan) -> bool:
    """Tell whether two statements stand in one document, as one version of the figure."""
    return satu.versi == dua.versi and satu_dokumen(satu.sumber, dua.sumber, konteks.tahun)


@periksa(
    "RUN-01",
    sifat=(Sifat.SAMA_SEMUA, Sifat.SETARA),
    tingkat="kesalahan",
    judul="Satu nilai dinyatakan berbeda di beberapa tempat",
    dasar="Satu dokumen menyebut satu realisasi untuk satu indikator dan tahun, dalam ketelitian angka yang tercetak; "
    "dokumen lain boleh memuat angka yang sudah direvisi",
    saran="Pastikan nilai yang benar, atau tandai yang sementara di kolom sifat; catat pilihannya di params "
    "(pilihan_realisasi) dengan alasannya.",
)
def nilai_berselisih(konteks: Konteks) -> Iterator[Catatan]:
    """Compare every statement of the same realisasi; where params chose one, the rest is information.

    A series is revised: two documents, or a provisional figure beside a final one, only ask which of them counts.
    """
    dipilih = {(p.indikator, p.tahun, p.lingkup): p.realisasi for p in konteks.params.pilihan_realisasi}
    for (kode, tahun, lingkup), semua in sebutan(konteks).items():
        pilihan = dipilih.get((kode, tahun, lingkup))
        acuan = next((s for s in semua if pilihan and s.tercetak == pilihan), semua[0])
        berbeda = [s for s in semua if not s.setuju(acuan)]
        if not berbeda:
            continue
        milik = f" ({lingkup})" if lingkup != "instansi" else ""
        dampak, bobot = _dampak(konteks, kode) if (tahun, lingkup) == (konteks.tahun - 1, "instansi") else ("", 0.0)
        tempat = "; ".join(s.tempat for s in (*berbeda, acuan))
        # A sentence at odds with its tables is noted at the table too: either may be the wrong one.
        pertama = next((s for s in berbeda if not s.kalimat), acuan)
        # Once a value is chosen, a sentence may still say what it was before.
        asli = [s for s in semua if not (pilihan and _mengulang(konteks, s, semua))]
        bertentangan = any(not a.setuju(b) and _sedokumen(konteks, a, b) for a, b in combinations(asli, 2))
        tingkat: Tingkat = "kesalahan" if bertentangan else "peringatan"
        yield Catatan(
            pertama.id,
            f"Realisasi {kode} {tahun}{milik} dinyatakan {tempat}."
            + (f" Params sudah memilih {pilihan}." if pilihan else "" if bertentangan else _TANYA_REVISI)
            + "".join(_menurut_rujukan(konteks, kode, tahun, s) for s in {s.tercetak: s for s in semua}.values()),
            kandidat="" if pilihan else "; ".join({s.nilai: s.tercetak for s in (*berbeda[::-1], acuan)}.values()),
            dampak=dampak,
            bobot=bobot,
            bukti=tuple(s.id for s in semua if s.id != pertama.id),
            tingkat="informasi" if pilihan and not any(s.kalimat and s in asli for s in berbeda) else tingkat,
        )


def _mengulang(konteks: Konteks, s: Sebutan, semua: list[Sebutan]) -> bool:
    """Tell whether a sentence repeats what a table of another document, or of another release, states."""
    return s.kalimat and any(not t.kalimat and t.setuju(s) and not _sedokumen(konteks, s, t) for t in semua)


def _dampak(konteks: Konteks, kode: str) -> tuple[str, float]:
    """Say what the mean under each document would be with another value of last year, and how far it moves."""
    kini = {b["dokumen"]: b["rata_rata_persen"] for b in konteks.baris("ringkasan")}
    nanti = {(b["dokumen"], b["andaian"]): b["rata_rata_persen"] for b in konteks.baris("jangkauan")}
    kalimat, terjauh = [], 0.0
    for b in konteks.baris("kemungkinan"):
        lama, baru = kini.get(b["dokumen"]), nanti.get((b["dokumen"], f"{kode}.{b['kemungkinan']}"))
        if (b["kode"], b["sebab"]) != (kode, NILAI_LALU) or lama is None or baru is None:
            continue
        if abs(baru - lama) > 1e-9:
            terjauh = max(terjauh, abs(baru - lama))
            dua = f"{numerals.persen(lama)} menjadi {numerals.persen(baru)}"
            kalimat.append(f"rata-rata menurut {sebut_dokumen(b['dokumen'])} {dua} bila {b['dinyatakan']} yang benar")
    return "; ".join(kalimat), terjauh


def _menurut_rujukan(konteks: Konteks, kode: str, tahun: int, s: Sebutan) -> str:
    """Say of which year a stated value is in the public sources that a person looked up."""
    satuan = str(konteks.ledger[s.id]["satuan"])
    for r in konteks.rujukan:
        lain = numerals.read(r.nilai, satuan=satuan, rentang=(-1e15, 1e15))
        if r.indikator != kode or lain.value is None:
            continue
        if numerals.sepadan(s.nilai, s.desimal, lain.value, lain.decimals):
            kata = f"sesuai {r.tempat}" if r.tahun == tahun else f"adalah {kode} {r.tahun} menurut {r.tempat}"
            return f" {s.tercetak} {kata}."
    return ""


@periksa(
    "RUN-02",
    sifat=(Sifat.SAMA,),
    tingkat="kesalahan",
    judul="Realisasi berbeda dari komponennya",
    dasar="Rumus indikator diterapkan pada komponen yang dinyatakan",
    saran="Periksa realisasinya dan angka komponennya.",
)
def realisasi_dan_komponen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each stated realisasi with what its own components give, within the printed precision.

    Of a card that measures a change, the components may give the change itself or the level of each year.
    """
    kartu_perubahan = {b["kode"] for b in konteks.baris("ketik/indikator") if jenis.berubah(b["jenis"])}
    setahun = konteks.per("ketik/realisasi", "periode").get(TAHUNAN, [])
    milik = (s for s in setahun if s["lingkup"] == "instansi" and s["realisasi"] == s["realisasi"])
    dinyatakan = himpun(((s["indikator"], s["tahun"]), s) for s in milik)
    bukan = capaian_di_kolom_realisasi(konteks)
    for (kode, tahun), semua in dinyatakan.items():
        id = buat_id("komponen", kode, "realisasi", tahun=tahun)
        if id not in konteks.ledger or konteks.ledger[id]["status_nilai"] != ANGKA:
            continue
        b = konteks.ledger[id]
        lalu = buat_id("komponen", kode, "realisasi", tahun=tahun - 1)
        mungkin = [b["nilai"]]
        if kode in kartu_perubahan and lalu in konteks.ledger:
            mungkin.append(b["nilai"] - konteks.ledger[lalu]["nilai"])
        beda = [
            s
            for s in semua
            if s["realisasi_id"] not in bukan
            and not any(setara(s["realisasi"], s["realisasi_desimal"], m) for m in mungkin)
            and not jangkauan(konteks).memuat(id, s["realisasi"], s["realisasi_desimal"])
        ]
        if beda:
            bagian = (konteks.ledger[i] for peran, i in induk(b["dari"]) if peran != "pengali_kartu")
            komponen = ", ".join(str(x["tercetak"]) or numerals.write(x["nilai"], 3, trim=True) for x in bagian)
            hasil = numerals.write(b["nilai"], beda[0]["realisasi_desimal"])
            yield Catatan(
                str(beda[0]["realisasi_id"]),
                f"Realisasi {kode} {tahun} tercetak {beda[0]['realisasi_tercetak']}, komponennya ({komponen}) "
                f"memberi {hasil}.",
                kandidat=hasil,
                bukti=(id,),
                tingkat="peringatan" if _lain_dokumen(konteks, beda[0], id) else None,
            )


def _lain_dokumen(konteks: Konteks, b: dict[str, object], komponen: str) -> bool:
    """Tell whether a realisasi is taken from another document than its components: either may have been revised."""
    asal = {k["nilai_id"]: k["sumber"] for k in konteks.baris("ketik/komponen")}
    tempat = [asal.get(a["id"], "") for a in konteks.ledger.asal(komponen)]
    return any(beda_dokumen(t, str(b["sumber"]), konteks.tahun) for t in tempat)


@periksa(
    "RUN-03",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.NAMA),
    tingkat="peringatan",
    judul="Nama indikator menyebut perubahan, nilainya tingkat",
    dasar="Penurunan atau peningkatan dihitung terhadap tahun lalu; tingkat tidak",
    saran="Periksa apa yang diperjanjikan: tingkat atau perubahan; sesuaikan namanya, atau jenis di kartunya.",
)
def perubahan_atau_tingkat(konteks: Konteks) -> Iterator[Catatan]:
    """Find indicators that a document names as a change and that are measured as a level.

    A name alone proves nothing ("penurunan sisa perkara" may be right): another document must name it without the
    change, or the change of its components must contradict the value.
    """
    target = konteks.per("ketik/target", "indikator")
    for kartu in konteks.baris("ketik/indikator"):
        baris = [b for b in target.get(kartu["kode"], []) if not jenis.disebut(jenis.berubah, b["jenis"])]
        bernama = [b for b in baris if berubah(b["nama"])]
        if jenis.berubah(kartu["jenis"]) or not (bernama or berubah(kartu["nama"])):
            continue
        if not (nilai := _tingkat(konteks, kartu)):
            continue
        tanpa = [n for n in (kartu["nama"], *(b["nama"] for b in baris)) if n and not berubah(n)]
        gerak = _gerak_komponen(konteks, kartu["kode"])
        lain = next((n for n in tanpa if not bernama or beda_nama(n, bernama[0]["nama"])), "")
        berupa_bagian = buat_id("komponen", kartu["kode"], "realisasi", tahun=konteks.tahun) in konteks.ledger
        if not (lain or (gerak and not berupa_bagian and not setara(nilai[1], nilai[3], gerak[0]))):
            continue
        nama = bernama[0]["nama"] if bernama else kartu["nama"]
        kalimat = f'{kartu["kode"]} dinamai "{nama}", sedangkan realisasinya {nilai[2]}, suatu tingkat'
        kalimat += f'; dokumen lain menamainya "{lain}"' if lain else ""
        kalimat += f"; komponennya berubah {gerak[1]}" if gerak else ""
        id = str(bernama[0]["target_id"]) if bernama else nilai[0]
        bukti = (nilai[0], *(gerak[2] if gerak else ()))
        yield Catatan(id, f"{kalimat}.", bukti=tuple(i for i in bukti if i != id))


def _tingkat(konteks: Konteks, kartu: dict[str, object]) -> tuple[str, float, str, int] | None:
    """Return this year's realisasi (id, value, text, decimals) when it is a level."""
    frame = konteks.frames["ketik/realisasi"]
    milik = frame[(frame["indikator"] == kartu["kode"]) & (frame["lingkup"] == "instansi") & frame["realisasi"].notna()]
    kini = milik[(milik["tahun"] == konteks.tahun) & (milik["periode"] == TAHUNAN)]
    if kini.empty or kini.iloc[0]["realisasi"] < 0:
        return None
    b = kini.iloc[0]
    return str(b["realisasi_id"]), float(b["realisasi"]), str(b["realisasi_tercetak"]), int(b["realisasi_desimal"])


def _gerak_komponen(konteks: Konteks, kode: str) -> tuple[float, str, tuple[str, ...]] | None:
    """Return the change of a component since last year (persen, in words, ids)."""
    k = konteks.frames["ketik/komponen"]
    k = k[(k["indikator"] == kode) & k["nilai"].notna()]
    dua = k[k["tahun"] == konteks.tahun - 1].merge(k[k["tahun"] == konteks.tahun], on=["komponen", "nama"])
    for b in catatan(dua[dua["nilai_x"] != 0])[:1]:
        ubah = (b["nilai_y"] - b["nilai_x"]) / abs(b["nilai_x"]) * 100
        kata = f"{numerals.bertanda(numerals.persen(ubah))} ({b['nilai_tercetak_x']} menjadi {b['nilai_tercetak_y']})"
        return abs(ubah), kata, (b["nilai_id_x"], b["nilai_id_y"])
    return None


@periksa(
    "RUN-05",
    tingkat="kesalahan",
    judul="Realisasi bertahun sesudah tahun laporan",
    dasar="Yang dicapai belum ada sebelum tahunnya tiba",
    saran="Perbaiki tahunnya.",
)
def tahun_belum_tiba(konteks: Konteks) -> Iterator[Catatan]:
    """Find realisasi of a year after the report's own; where this year has none, another note says so there."""
    realisasi = konteks.baris("ketik/realisasi")
    kini = {(b["indikator"], b["lingkup"]) for b in realisasi if b["tahun"] == konteks.tahun}
    for b in realisasi:
        ada = (b["indikator"], b["lingkup"]) in kini or b["lingkup"] != "instansi"
        if b["tahun"] > konteks.tahun and b["realisasi_status"] == ANGKA and ada:
            kalimat = f"Realisasi {b['indikator']} {b['tahun']} ({b['realisasi_tercetak']}) sesudah tahun laporan."
            yield Catatan(str(b["realisasi_id"]), kalimat)


_BANDING = ("perubahan_persen", "terhadap_nasional_persen")


@periksa(
    "RUN-04",
    sifat=(Sifat.RASIO,),
    tingkat="kesalahan",
    judul="Perbandingan tercetak berbeda dari hitung ulang",
    dasar="Perubahan terhadap tahun lalu dan perbandingan dengan nilai nasional, dalam ketelitian angka yang tercetak",
    saran="Hitung ulang perbandingannya.",
)
def perbandingan_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare each printed change and benchmark share with the recomputed one."""
    for b in konteks.baris("replikasi"):
        if b["verdik"] != BEDA or b["besaran"] not in _BANDING:
            continue
        hasil = numerals.persen(b["dihitung"])
        terhadap = "nasional" if b["besaran"].startswith("terhadap") else "tahun_lalu"
        awal = f"perbandingan.{b['subjek']}.{terhadap}.pembanding"
        dasar = [i for i in konteks.ledger.frame["id"] if str(i).startswith(awal)]
        yield Catatan(
            str(b["id"]),
            f"Tercetak {b['tercetak']}, realisasi dan pembandingnya memberi {hasil}.",
            kandidat=hasil,
            bukti=tuple(map(str, dasar[:1])),
        )
