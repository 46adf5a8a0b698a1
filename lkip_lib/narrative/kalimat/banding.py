"""How one indicator stands beside the years behind, other areas and the targets to come, a sentence each."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from lkip_lib.ledger import ANGKA
from lkip_lib.narrative.isi import Catatan, Isi
from lkip_lib.narrative.kalimat.lampau import kalimat_nilai_lain, kalimat_target_lalu
from lkip_lib.narrative.words import berasio, berbeda, berukuran, daftar, terisi
from lkip_lib.numerals import units
from lkip_lib.rumus.jenis import berentang, berubah, dua_sisi, lebih_baik, menurun
from lkip_lib.rumus.perbandingan import AKHIR, AKHIR_RENSTRA, AKHIR_RPD, TAHUN_LALU, TAHUN_SEBELUMNYA, TARGET_BERIKUT

_LUAR = ("kabupaten", "kota", "provinsi", "nasional")
_BERNAMA = ("nilai", "indeks", "persentase", "jumlah", "rasio", "skor", "predikat", "opini", "peringkat")


def itu(isi: Isi, kode: str) -> str:
    """Name an indicator that was named before: by the first word of its name where that says what it is."""
    awal = isi.nama_indikator[kode].split()[0]
    return f"{awal if awal.casefold() in _BERNAMA else 'Angka'} itu"


def pembanding(isi: Isi, kode: str, *jenis: str) -> list[Catatan]:
    """Return what an indicator can be compared with, of some kinds; what is disputed is left out."""
    milik = (b for b in isi.baris("antara/perbandingan") if b["kode"] == kode and b["jenis"] in jenis)
    return [b for b in milik if b["makna"] not in ("", "berselisih")]


def _angka(isi: Isi, b: Catatan, kolom: str, **gaya: Any) -> Any:
    return angka_banding(isi, b, kolom, desimal=isi.desimal[b["kode"]], **gaya)


def angka_banding(isi: Isi, b: Catatan, kolom: str, **gaya: Any) -> Any:
    """Show a figure of a comparison; what one compares with opens the trail of the document's own figure."""
    asal = str(b["pembanding_dari"]).split()[:1] if kolom == "pembanding" and b["berselisih"] != "ya" else []
    if asal and asal[0] in isi.ledger:
        return isi.penyaji.angka(asal[0], **gaya)
    return isi.penyaji.sel("perbandingan", f"{b['kode']}.{b['jenis']}", kolom, tahun=b["tahun"], **gaya)


def _nilai(isi: Isi, b: Catatan) -> Markup:
    return berukuran(_angka(isi, b, "pembanding"), isi.satuan[b["kode"]])


def _beda(isi: Isi, b: Catatan, kolom: str = "selisih", **gaya: Any) -> Markup:
    jenjang = kolom == "selisih" and b["kode"] in isi.ordinal
    return berbeda(_angka(isi, b, kolom, mutlak=True, **gaya), isi.satuan[b["kode"]], jenjang=jenjang)


def _tanpa_selisih(isi: Isi, b: Catatan) -> bool:
    """Tell whether "higher" and "lower" say nothing of two values: those of a ratio and of ranks."""
    return berasio(_angka(isi, b, "pembanding")) or _berperingkat(isi, b["kode"])


def _berperingkat(isi: Isi, kode: str) -> bool:
    return isi.satuan[kode].casefold() == "peringkat" and kode not in isi.ordinal


# ---- the years behind
def kalimat_lampau(isi: Isi, kode: str) -> Markup:
    """Say how an indicator moved since last year, and where it stands among the years behind."""
    ragu = [b for b in isi.baris("perbandingan") if (b["kode"], b["jenis"]) == (kode, TAHUN_LALU)]
    if any(b["makna"] == "berselisih" for b in ragu):
        return Markup("Realisasi tahun {} tercetak berbeda di dua tempat, sehingga belum dapat dibandingkan.").format(
            isi.tahun - 1
        )
    milik = pembanding(isi, kode, TAHUN_LALU)
    if not milik:
        return Markup("")
    kedudukan = _kedudukan(isi, kode)
    kalimat = Markup("{} {}{}.").format(itu(isi, kode), _gerak(isi, milik[0]), kedudukan or _arti(isi, milik[0]))
    return Markup(" ").join(k for k in (kalimat, kalimat_nilai_lain(isi, kode), kalimat_target_lalu(isi, kode)) if k)


def _gerak(isi: Isi, lalu: Catatan) -> Markup:
    kode, tahun = lalu["kode"], lalu["tahun"]
    if lalu["makna"] == "tetap" and not (terisi(lalu["selisih"]) and lalu["selisih"]):
        return Markup("sama dengan tahun {}").format(tahun)
    if _tanpa_selisih(isi, lalu):
        beda = Markup("") if berasio(_angka(isi, lalu, "pembanding")) else _beda(isi, lalu) + " "
        return Markup("{} {}dari {} pada {}").format(lalu["makna"], beda, _nilai(isi, lalu), tahun)
    kata = "naik" if lalu["selisih"] > 0 else "turun"
    gerak = Markup("{} {} dari {} pada {}").format(kata, _beda(isi, lalu), _nilai(isi, lalu), tahun)
    # "From one to none" says more than its hundred percent.
    berpersen = units.selisih(isi.satuan[kode]) != "poin" and terisi(lalu["perubahan_persen"]) and lalu["realisasi"]
    if berpersen and not berubah(isi.jenis[kode]):
        gerak += Markup(" ({})").format(
            isi.penyaji.sel("perbandingan", f"{kode}.{TAHUN_LALU}", "perubahan_persen", tahun=tahun, tanda=True)
        )
    return gerak


def _arti(isi: Isi, lalu: Catatan) -> str:
    """Say what a rise or a fall means where the word alone does not."""
    if not (terisi(lalu["selisih"]) and lalu["selisih"]) or _tanpa_selisih(isi, lalu):
        return ""
    if lalu["makna"] == "tetap":
        return "; kedudukannya terhadap rentang target tidak berubah"
    if menurun(lalu["arah"]) or dua_sisi(lalu["arah"]) or berentang(isi.jenis[lalu["kode"]]):
        return f", yang berarti {'perbaikan' if lalu['makna'] == 'membaik' else 'penurunan kinerja'}"
    return ""


def _kedudukan(isi: Isi, kode: str) -> Markup:
    """Say where this year stands among all years known: the best, the weakest, or how far from the best."""
    lampau = pembanding(isi, kode, TAHUN_LALU, TAHUN_SEBELUMNYA)
    berjarak = kode in isi.ordinal or berentang(isi.jenis[kode]) or any(dua_sisi(b["arah"]) for b in lampau)
    if len(lampau) < 2 or berjarak or _tanpa_selisih(isi, lampau[0]):
        return Markup("")
    arah, kini = lampau[0]["arah"], lampau[0]["realisasi"]
    awal = min(b["tahun"] for b in lampau)
    if all(lebih_baik(kini, b["pembanding"], arah) for b in lampau):
        return Markup(", yang terbaik sejak {}").format(awal)
    if all(lebih_baik(b["pembanding"], kini, arah) for b in lampau):
        return Markup(", yang terlemah sejak {}").format(awal)
    terbaik = (min if menurun(arah) else max)(lampau, key=lambda b: b["pembanding"])
    if terbaik["jenis"] == TAHUN_LALU or not terbaik["selisih"]:
        return Markup("")
    return Markup(" dan masih lebih {} {} daripada tahun {} ({}), yang terbaik sejak {}").format(
        "rendah" if terbaik["selisih"] < 0 else "tinggi",
        _beda(isi, terbaik),
        terbaik["tahun"],
        _nilai(isi, terbaik),
        awal,
    )


# ---- other areas
def kalimat_luar(isi: Isi, kode: str) -> Markup:
    """Say how an indicator stands beside other areas of the same year."""
    milik = pembanding(isi, kode, *_LUAR)
    if not milik:
        return Markup("")
    arah = [_arah_luar(isi, b) for b in milik]
    semua = []
    for n, b in enumerate(milik):
        lanjut = n > 0 and bool(arah[n]) and arah[n] == arah[n - 1]
        akhir = n + 1 == len(milik) or arah[n + 1] != arah[n]
        semua.append(_luar(isi, b, lanjut=lanjut, akhir=akhir))
    return Markup("{} {}.").format(itu(isi, kode), daftar(semua))


def _arah_luar(isi: Isi, b: Catatan) -> str:
    """Say on which side of another area's figure an indicator stands; "" where it is no matter of sides."""
    if b["makna"] == "sama" or _tanpa_selisih(isi, b):
        return ""
    kata = "tinggi" if b["selisih"] > 0 else "rendah"
    return f"{'masih ' * (b['makna'] == 'lebih buruk')}lebih {kata} "


def _luar(isi: Isi, b: Catatan, *, lanjut: bool, akhir: bool) -> Markup:
    """Say how an indicator stands to one area; on the same side as the one before (`lanjut`) without its word again."""
    nama, nilai = f"angka {b['jenis']}", _nilai(isi, b)
    if b["makna"] == "sama":
        beda = terisi(b["selisih"]) and b["selisih"]
        return Markup("setara dengan {} ({})").format(nama, nilai) if beda else Markup(f"sama dengan {nama}")
    if _tanpa_selisih(isi, b):
        kata = "lebih baik daripada" if b["makna"] == "lebih baik" else "belum sebaik"
        return Markup("{} {} ({})").format(kata, nama, nilai)
    kata = "" if lanjut else _arah_luar(isi, b)
    kalimat = Markup("{}{} daripada {} ({})").format(kata, _beda(isi, b), nama, nilai)
    baik = akhir and b["makna"] != "lebih buruk" and menurun(b["arah"])
    return kalimat + ", jadi lebih baik" if baik else kalimat


# ---- the targets to come
def kalimat_depan(isi: Isi, kode: str) -> Markup:
    """Say what the plan asks for next: the Renstra's target of next year first, else that of a plan's last year."""
    milik = pembanding(isi, kode, TARGET_BERIKUT, AKHIR_RENSTRA) or pembanding(isi, kode, AKHIR_RPD)
    belum = [b for b in milik if b["makna"] == "belum tercapai"]
    sudah = [b for b in milik if b not in belum]
    kalimat = []
    if sudah:
        lebih = any(terisi(b["selisih"]) and b["selisih"] for b in sudah) and kode not in isi.ordinal
        senilai: dict[str, list[Catatan]] = {}
        for b in sudah:
            senilai.setdefault(str(_nilai(isi, b)), []).append(b)
        tahun = daftar([
            Markup("{} ({})").format(daftar([b["tahun"] for b in sama]), _nilai(isi, sama[0]))
            for sama in senilai.values()
        ])  # fmt: skip
        kalimat.append(
            Markup("Target {} {} sudah tercapai{}.").format(
                _rencana(sudah[0]), tahun, ", sehingga perlu ditinjau" if lebih else ""
            )
        )
    if belum:
        kalimat.append(_kurang(isi, belum[0]))
    return Markup(" ").join(kalimat) or _tahun_terakhir(isi, kode)


def _rencana(b: Catatan) -> str:
    return "RPD" if b["jenis"] == AKHIR_RPD else "Renstra"


def _kurang(isi: Isi, b: Catatan) -> Markup:
    kode, akhir = b["kode"], b["jenis"] in AKHIR
    awal = Markup("Target {}{} {} adalah {}").format("akhir " * akhir, _rencana(b), b["tahun"], _nilai(isi, b))
    if not terisi(b["sisa_per_tahun"]) or kode in isi.ordinal or berasio(_angka(isi, b, "pembanding")):
        return awal + ", belum tercapai."
    kata = "membaik" if _berperingkat(isi, kode) else "naik" if b["sisa_per_tahun"] > 0 else "turun"
    setahun = b["tahun"] == isi.tahun + 1
    sisa = _beda(isi, b, "sisa_per_tahun", ringkas=isi.desimal[kode] == 0)
    kalimat = awal + Markup(": {} harus {} {}{} {}").format(
        itu(isi, kode).lower(), kata, "" if setahun else "rata-rata ", sisa,
        "dalam setahun" if setahun else "setiap tahun",
    )  # fmt: skip
    return kalimat + _dibanding_gerak(isi, b) + "."


def _dibanding_gerak(isi: Isi, b: Catatan) -> str:
    """Say whether what is asked for is more than what this year brought in the same direction."""
    lalu = pembanding(isi, b["kode"], TAHUN_LALU)
    if not lalu or not terisi(lalu[0]["selisih"]) or lalu[0]["selisih"] * b["sisa_per_tahun"] <= 0:
        return ""
    kata = "kenaikan" if lalu[0]["selisih"] > 0 else "penurunan"
    lebih = abs(round(b["sisa_per_tahun"], 9)) > abs(round(lalu[0]["selisih"], 9))
    return f", lebih besar daripada {kata} tahun {isi.tahun}" if lebih else ""


def _tahun_terakhir(isi: Isi, kode: str) -> Markup:
    """Say that this year is the last one that the Renstra states a target of; empty where it is not."""
    semua = (b for b in isi.baris("ketik/target") if (b["indikator"], b["dokumen"]) == (kode, "renstra"))
    renstra = [b for b in semua if b["target_status"] == ANGKA]
    if not renstra or max(b["tahun"] for b in renstra) != isi.tahun:
        return Markup("")
    return Markup("Tahun {} adalah tahun terakhir yang ditargetkan Renstra.").format(isi.tahun)
