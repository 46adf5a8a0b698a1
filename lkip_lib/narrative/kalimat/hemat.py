"""What may be said of programs and efficiency: the analysis always, the label only where nothing contradicts it."""

from __future__ import annotations

from markupsafe import Markup

from lkip_lib import numerals
from lkip_lib.inputs.agreement import PK
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.words import awali, banyak, daftar, terisi

DITAHAN = "ditahan"
_BELUM = "belum dapat disebut"


def acuan(isi: Isi) -> Markup:
    """Name the documents by whose targets efficiency is judged: the one in use, and the Perjanjian Kinerja."""
    dinilai = {b["dokumen"] for b in isi.baris("antara/efisiensi_andaian")}
    dokumen = dict.fromkeys((isi.params.dokumen_target, *(d for d in (PK,) if d in dinilai)))
    return daftar([isi.dokumen[d] for d in dokumen])


def ditahan(b: Catatan) -> bool:
    """Tell whether the label of a sasaran is withheld: another document or reading gives another one."""
    return bool(b["tingkat_efisiensi"]) and not b["sebutan"]


def sebutan(isi: Isi, b: Catatan) -> object:
    """Show the label of a sasaran, or that it is withheld."""
    return DITAHAN if ditahan(b) else isi.penyaji.sel("efisiensi", b["sasaran"], "tingkat_efisiensi")


def kalimat_program(isi: Isi, sasaran: str) -> Markup:
    """Name the programs that support a sasaran, several with what each absorbed."""
    milik = isi.program_pendukung.get(sasaran, [])
    if not milik:
        return Markup("")
    if len(milik) == 1:
        return Markup("Sasaran ini didukung Program {}{}.").format(_nama(milik[0]), _bagian(milik[0]))
    return Markup("Sasaran ini didukung {} program: {}.").format(
        banyak(len(milik)), daftar([_program(isi, p) for p in milik], ";", "serta")
    )


def _nama(p: Catatan) -> str:
    return str(p["nama"]).removeprefix("Program ") or str(p["kode"])


def _bagian(p: Catatan) -> str:
    """Say how much of a program counts, where that is not all of it."""
    return f" (dihitung {numerals.persen(p['bobot'] * 100, 0)})" if p["bobot"] != 1 else ""


def _program(isi: Isi, p: Catatan) -> Markup:
    awal = Markup("{}{}").format(_nama(p), _bagian(p))
    if not terisi(p["pagu_rp"]):
        return awal
    pagu = isi.anggaran(p["kode"], "pagu_rp", singkat=True)
    if not p["pagu_rp"]:
        return awal + Markup(", tanpa anggaran" if p["pagu_rp"] == 0 else "")
    if not terisi(p["serapan_persen"]):
        return awal + Markup(", pagu {}").format(pagu)
    return awal + Markup(", terserap {} dari {}").format(isi.anggaran(p["kode"], "serapan_persen"), pagu)


def kalimat_hasil_program(isi: Isi, sasaran: str) -> Markup:
    """Say whether the outcomes of the supporting programs were reached, and which were not."""
    milik = [k for k in isi.baris("keluaran") if k["sasaran"] == sasaran and k["jenis"] == "hasil"]
    kurang = [k for k in milik if k["capaian_persen"] < 100]
    if not milik:
        return Markup("")
    if not kurang:
        siapa = "Satu-satunya" if len(milik) == 1 else "Semua" if len(milik) > 10 else f"Ke{banyak(len(milik))}"
        return Markup(f"{siapa} ukuran hasil mencapai target.")
    sebut = [
        Markup("{} ({})").format(k["uraian"], isi.penyaji.sel("keluaran", k["kode"], "capaian_persen", ringkas=True))
        for k in kurang
    ]
    if len(milik) == 1:
        return Markup("Satu-satunya ukuran hasil belum mencapai target: {}.").format(sebut[0])
    dua = banyak(len(kurang), len(milik)).capitalize(), banyak(len(milik), len(kurang))
    return Markup("{} dari {} ukuran hasil belum mencapai target: {}.").format(*dua, daftar(sebut, ";", "serta"))


def kalimat_sasaran(isi: Isi, b: Catatan) -> Markup:
    """Say of one sasaran what was reached, what was spent, what is left, and the label that may be given."""
    kode = b["sasaran"]
    serapan = isi.sasaran(kode, "serapan_persen")
    if terisi(b["capaian_persen"]):
        awal = Markup("Capaian {} menurut target {} dihasilkan dengan menyerap {} anggaran program pendukung").format(
            isi.sasaran(kode, "capaian_persen"), isi.acuan, serapan
        )
    else:
        awal = Markup("Program pendukung menyerap {} anggaran, sedangkan capaian sasaran belum lengkap").format(serapan)
    return awal + _sisa(isi, kode) + "." + jumlah_rincian(isi, kode) + " " + _label(isi, b)


def _sisa(isi: Isi, kode: str) -> Markup:
    milik = next((s for s in isi.baris("antara/sasaran") if s["kode"] == kode), None)
    if milik is None or not terisi(milik["sisa_rp"]) or milik["sisa_rp"] <= 0:
        return Markup("")
    dua = (isi.sasaran(kode, k, singkat=True) for k in ("sisa_rp", "pagu_rp"))
    return Markup("; {} dari {} tidak terserap").format(*dua)


def jumlah_rincian(isi: Isi, sasaran: str) -> Markup:
    """Say of money that was added up from parts that it was, and how much of the agency's stands in no program."""
    semua = isi.program_pendukung.get(sasaran, [])
    milik = [f"Program {_nama(p)}" for p in semua if p["asal"] == "jumlah_rincian"]
    if not milik:
        return Markup("")
    kalimat = Markup(" Angka {} dijumlah dari rinciannya").format(daftar(milik) if len(semua) > 1 else "program itu")
    akar = isi.akar
    kurang = [
        Markup("{} {}").format(nama, isi.anggaran(akar["kode"], kolom))
        for nama, kolom in (("pagu", "residu_pagu_rp"), ("realisasi", "residu_realisasi_rp"))
        if akar is not None and terisi(akar[kolom]) and akar[kolom] > 0
    ]
    if not kurang:
        return kalimat + "."
    return kalimat + Markup(" dan dapat kurang: {} instansi belum terurai dalam program.").format(daftar(kurang))


def _label(isi: Isi, b: Catatan) -> Markup:
    tingkat, aturan = b["tingkat_efisiensi"], isi.aturan_efisiensi
    if not tingkat:
        return Markup("Efisiensinya belum dapat disebut.")
    if ditahan(b):
        return Markup("Efisiensinya belum dapat disebut: {}.").format(_alasan(isi, b["sasaran"]))
    label = isi.penyaji.sel("efisiensi", b["sasaran"], "tingkat_efisiensi")
    if tingkat == aturan.belum_tercapai:
        n = next(int(e["belum_tercapai"]) for e in isi.baris("antara/efisiensi") if e["sasaran"] == b["sasaran"])
        semua = sum(x["sasaran"] == b["sasaran"] for x in isi.baris("indikator"))
        berapa = f"{banyak(n, semua)} dari {banyak(semua, n)} " if semua > 1 else ""
        return Markup("Sasaran ini tidak disebut efisien karena {}{} belum tercapai{}.").format(
            berapa, f"target {isi.acuan}", _juga_pk(isi, b["sasaran"], n, semua)
        )
    return Markup("Sasaran ini tergolong {} menurut {}.").format(label, acuan(isi))


def _juga_pk(isi: Isi, sasaran: str, n: int, semua: int) -> str:
    """Go on about how many targets the agreement counts as missed, where that is another number."""
    milik = (b for b in isi.baris("antara/efisiensi_andaian") if (b["sasaran"], b["dokumen"]) == (sasaran, PK))
    pk = sorted({int(b["belum_tercapai"]) for b in milik if terisi(b["belum_tercapai"])})
    if isi.params.dokumen_target == PK or not pk or pk == [n]:
        return ""
    return f"; menurut {isi.dokumen[PK]} {' sampai '.join(banyak(k, semua) for k in dict.fromkeys((pk[0], pk[-1])))}"


def _alasan(isi: Isi, sasaran: str) -> Markup:
    """Say to which labels each document leads, over all readings of what is not settled."""
    per: dict[str, dict[str, None]] = {}
    for b in isi.baris("antara/efisiensi_andaian"):
        if b["sasaran"] == sasaran:
            per.setdefault(b["dokumen"], {})[b["tingkat_efisiensi"] or "belum terhitung"] = None
    sama: dict[tuple[str, ...], list[str]] = {}
    for d in sorted(per, key=lambda d: d != isi.params.dokumen_target):
        sama.setdefault(tuple(per[d]), []).append(isi.dokumen[d])
    return Markup("; ").join(
        Markup("menurut {} {}{}").format(
            daftar(dokumen),
            "bergantung pada bacaannya, yaitu " * (len(label) > 1),
            daftar([awali(x) for x in label], penghubung="atau"),
        )
        for label, dokumen in sama.items()
    )


def kalimat_efisiensi(isi: Isi) -> list[Markup]:
    """Say for the summary where resources were used best, by which documents, and where no label is given."""
    semua, terbaik = isi.baris("efisiensi"), isi.aturan_efisiensi.terbaik
    hasil = []
    if efisien := [isi.nama_sasaran[b["sasaran"]] for b in semua if b["sebutan"] == terbaik]:
        awal = (
            "Sumber daya dipakai efisien"
            if terbaik.casefold() == "efisien"
            else f"Tingkat efisiensi tertinggi, {terbaik}, dicapai"
        )
        hasil.append(Markup("{} menurut {} pada sasaran {}.").format(awal, acuan(isi), daftar(efisien)))
    if lain := [isi.nama_sasaran[b["sasaran"]] for b in semua if ditahan(b)]:
        hasil.append(
            Markup(
                "Efisiensi sasaran {} belum dapat disebut: hasilnya berbeda menurut {} atau menurut bacaannya."
            ).format(daftar(lain), acuan(isi))
        )
    return hasil


def kalimat_tingkat(isi: Isi) -> Markup:
    """Count for the conclusion the sasaran by what may be said of them, those without a label last."""
    per: dict[str, int] = {}
    for b in isi.baris("efisiensi"):
        if b["tingkat_efisiensi"]:
            kata = DITAHAN if ditahan(b) else str(b["sebutan"])
            per[kata] = per.get(kata, 0) + 1
    if not per:
        return Markup("")
    urut = sorted(per, key=lambda k: (k == DITAHAN, k))
    belum = isi.aturan_efisiensi.belum_tercapai
    sebut = {DITAHAN: f"efisiensinya {_BELUM}", belum: "tidak disebut efisien karena targetnya belum tercapai"}
    return Markup("Menurut {}, {}.").format(
        acuan(isi), daftar([f"{banyak(per[k])} sasaran {sebut.get(k, awali(k))}" for k in urut])
    )
