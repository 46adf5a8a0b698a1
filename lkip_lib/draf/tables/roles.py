"""Say what a column of a draft's table holds, by the words over it: role, year, quarter, document, and whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkip_lib.draf.sentences.folding import lipat, rekat
from lkip_lib.impor.headings import baku
from lkip_lib.impor.period import triwulan_disebut

BATAS, SKALA = "batas", "skala"  # the bounds of a class, and the table that prints them
# Tried in order, on the last row of a heading, then on all of it. What stands first is the more special.
_PERAN = (
    ("nomor", r"^(?:no|nomor|n o)(?: urut)?$|^#$"),
    ("pembanding", r"^(?:pembanding|dibandingkan)"),
    ("nilai_pembanding", r"nilai pembanding"),
    ("kode", r"\bkode\b|\bno rek\b|nomor rekening|kode rekening"),
    ("efisiensi", r"\befisiensi\b"),
    ("predikat", r"\b(?:predikat|kategori|kriteria|peringkat|klasifikasi|interpre\w*|kualifikasi)\b"),
    (BATAS, r"\binterval\b|\brentang (?:nilai|capaian|realisasi|persentase|skor)\b"),
    ("arah", r"\b(?:polarisasi|polaritas|sifat indikator)\b"),
    ("formulasi", r"\b(?:formula|formulasi|rumus|cara (?:meng|per|pe)\w*|definisi operasional|metode)\b"),
    ("alasan", r"\balasan\b"),
    ("sumber_dana", r"\bsumber (?:dana|pendanaan|anggaran)\b"),
    ("sumber_data", r"\bsumber\b"),
    ("penanggung_jawab", r"\b(?:penanggung ?jawab|pj|pic|pengampu|pelaksana|bidang|unit kerja)\b(?! urusan)"),
    ("upaya", r"\b(?:upaya|solusi|tindak lanjut|rencana aksi|rekomendasi|alternatif)\b"),
    ("sebab", r"\b(?:penyebab|faktor|hambatan|kendala|permasalahan|analisis|analisa)\b"),
    ("keterangan", r"^(?:keterangan|ket|catatan)\b"),
    ("sisa", r"\bsisa\b|\blebih kurang\b"),
    ("fisik", r"\bfisik\b"),
    ("selisih", r"\b(?:selisih|deviasi|gap|naik turun|kenaikan|penurunan|perubahan capaian|pertumbuhan)\b"),
    ("bagian", r"^(?:bagian|porsi|komposisi|proporsi)\b"),
    ("serapan", r"\b(?:serapan|penyerapan|daya serap)\b|% realisasi|realisasi %|persen(?:tase)? realisasi"),
    ("kemajuan", r"\btingkat kemajuan\b|capaian (?:terhadap )?(?:target )?(?:akhir|renstra|rpjmd)"),
    ("capaian", r"^(?:tingkat )?(?:per)?(?:capaian|ketercapaian) terhadap target(?: %)?$"),
    ("capaian_mentah", r"\bcapaian\b.*\b(?:sebelum|mentah|tanpa batas)\b"),
    ("capaian", r"\b(?:capaian|ketercapaian|pencapaian)\b(?!.*\b(?:target|realisasi)\b)"),
    ("realisasi", r"\brealisasi\b|^real$"),
    ("target", r"\btarget\b|^tgt$|\brencana\b(?! (?:strategis|kerja|aksi))"),
    ("pagu", r"\b(?:pagu|anggaran|alokasi|dpa|dppa|apbd|dana|biaya)\b(?! (?:operasional|pelaksana))"),
    ("nasional", r"\b(?:nasional|provinsi|propinsi|standar|benchmark|jawa \w+)\b"),
    ("awal", r"\bkondisi awal\b|\bbaseline\b|\bdata awal\b"),
    ("indikator", r"\bindikator\b|\biku\b|\biks[kps]?\b|\bik[pkt]\b|ukuran kinerja|^kinerja$"),
    ("sub_kegiatan", r"^(?:nama )?sub ?kegiatan$"),
    ("kegiatan", r"^(?:nama )?kegiatan$"),
    ("program", r"^(?:nama )?program(?: utama)?$"),
    ("uraian", r"\b(?:program|kegiatan|uraian|nomenklatur|nama|komponen|jenis belanja|belanja)\b"),
    ("sasaran", r"\bsasaran\b|^ss$|^kinerja utama$"),
    ("tujuan", r"\btujuan\b|\bmisi\b"),
    ("satuan", r"\bsatuan\b|^sat$"),
    ("triwulan", r"^(?:triwulan|periode|tw)$"),
    ("asn", r"^(?:jumlah )?(?:asn|pns)$"),
    ("non_asn", r"^(?:jumlah )?non ?(?:asn|pns)(?: blud)?$|^(?:jumlah )?(?:thl|tkk|honorer)$"),
    ("orang", r"^(?:jumlah )?(?:pppk|p3k|cpns|laki laki|perempuan|pria|wanita)$"),
    ("golongan", r"\b(?:golongan|gol)\b"),
    ("kelompok", r"\b(?:jabatan|pangkat|pendidikan|eselon|jenis (?:kelamin|tenaga)|usia|unsur)\b"),
    ("jumlah", r"^(?:jumlah|total|jml|banyaknya)\b"),
    ("nilai", r"^(?:nilai|skor|bobot|angka|rentang)\b"),
)  # fmt: skip
_POLA = tuple((nama, re.compile(pola)) for nama, pola in _PERAN)
_DOKUMEN = (
    (re.compile(r"pk perubahan|perjanjian kinerja perubahan|perubahan pk"), "pk_perubahan"),
    (re.compile(r"\brenstra\b|rencana strategis|\brpjmd\b|\bakhir\b|jangka menengah|\brpd\b"), "renstra"),
    (re.compile(r"\brkt\b|rencana kinerja tahunan|\brenja\b"), "rkt"),
    (re.compile(r"\bpk\b|perjanjian kinerja"), "pk"),
    (re.compile(r"\biku\b"), "iku"),
)
_BERDOKUMEN = (
    r"(?:renstra|rpjmd|rkt|renja|pk|perjanjian kinerja|pk perubahan|iku|lkip|lkjip)(?: (?:20\d\d|dipakai|perubahan))*"
)
_UANG = re.compile(r"\b(?:anggaran|keuangan|pagu|rp|rupiah|dana|biaya|belanja)\b")
_BERKINERJA = re.compile(r"\bkinerja\b|\bfisik\b|\bindikator\b")
_LINGKUP = (("nasional", r"\bnasional\b|\bstandar\b|\bindonesia\b"), ("provinsi", r"\bprovinsi\b|\bpropinsi\b"))
_ANGKA = frozenset(
    (
        *("target", "realisasi", "capaian", "capaian_mentah", "pagu", "realisasi_rp", "serapan", "sisa", "selisih"),
        *(
            "fisik",
            "kemajuan",
            "awal",
            "jumlah",
            "asn",
            "non_asn",
            "orang",
            "nilai",
            "nilai_pembanding",
            "bagian",
            "efisiensi",
        ),
    )
)
BERNAMA = ("indikator", "sasaran", "tujuan", "program", "kegiatan", "sub_kegiatan", "uraian", "kelompok")


@dataclass(frozen=True, slots=True)
class Kolom:
    """Hold what one column is: its role, the year, quarter and document that its heading names, whose, and its unit."""

    nomor: int
    peran: str
    teks: str
    tahun: int = 0
    periode: str = ""
    dokumen: str = ""
    lingkup: str = ""
    satuan: str = ""
    uang: bool = False
    tegas: bool = True  # the word stands in the heading itself, not one that was pieced together

    @property
    def berangka(self) -> bool:
        return self.peran in _ANGKA

    def menjadi(self, peran: str) -> Kolom:
        return replace(self, peran=peran)


def kolom_judul(nomor: int, teks: Sequence[str]) -> Kolom | None:
    """Say what a column is by its headings from the top; None where nothing of it is known."""
    bagian = [lipat(t) for t in teks if t]
    if not bagian:
        return None
    utuh = baku(" ".join(bagian))
    peran = _peran(bagian)
    tegas = any(pola.search(_ejaan(t)) for t in (*bagian, " ".join(bagian)) for nama, pola in _POLA if nama == peran)
    if not tegas:
        utuh = rekat(" ".join(bagian))
    tahun = [int(t) for t in re.findall(r"(?<!\d)(20\d\d)(?!\d)", utuh)]
    dua_ejaan = f"{utuh} {rekat(' '.join(bagian))}"
    lingkup = next((n for n, pola in _LINGKUP if re.search(pola, dua_ejaan)), "")
    uang = bool(_UANG.search(utuh)) and not _BERKINERJA.search(utuh)
    satuan = "persen" if "%" in bagian[-1] or re.search(r"\bpersen\b", baku(bagian[-1])) else ""
    if not satuan and re.search(r"\brp\b|rupiah", utuh):
        satuan = "rupiah"
    if not peran:
        peran = _tanpa_kata(bagian, uang, tahun)
    if not peran:
        return None
    if lingkup and peran in ("realisasi", "nasional", "capaian"):
        peran = "realisasi" if peran == "nasional" else peran
    elif peran == "nasional":
        peran, lingkup = "realisasi", "nasional"
    if uang and peran in ("target", "realisasi", "capaian"):
        peran = {"target": "pagu", "realisasi": "realisasi_rp", "capaian": "serapan"}[peran]
    if satuan == "persen" and peran in ("realisasi_rp", "pagu") and uang:
        peran = "serapan"
    tw = triwulan_disebut(re.sub(r"\btw(\d)\b", r"tw \1", " ".join(bagian).lower()))
    dokumen = next((d for pola, d in _DOKUMEN if re.search(pola, utuh)), "")
    if peran in ("sasaran", "indikator", "tujuan"):
        dokumen = ""
    return Kolom(
        nomor, peran, " ".join(" ".join(bagian).split()), tahun[-1] if tahun else 0, f"tw{tw[-1]}" if tw else "",
        dokumen, lingkup, satuan, uang, tegas,
    )  # fmt: skip


def _peran(bagian: Sequence[str]) -> str:
    """Return the role of the lowest heading that has one, of the whole where only together they say it.

    Of a heading as it is written and as its cut words give it, the more special one counts.
    """
    for teks in (*reversed(bagian), " ".join(bagian)):
        if teks == bagian[-1] and len(bagian) > 1 and _tanda(teks):
            # A sign alone says what a column is of: under what is reached, or under what is spent.
            atas = _peran(bagian[:-1])
            return atas if atas in ("capaian", "serapan", "selisih", "bagian", "efisiensi", "fisik") else "persen"
        calon = [
            i
            for ejaan in dict.fromkeys((_ejaan(teks), _ejaan(rekat(teks))))
            if ejaan and (i := next((n for n, (_, pola) in enumerate(_POLA) if pola.search(ejaan)), -1)) >= 0
        ]
        if calon:
            return _POLA[min(calon)][0]
    return ""


def _tanda(teks: str) -> bool:
    return any(re.fullmatch(r"%|(?:persen|persentase|prosentase)(?: %)?", e) for e in (baku(teks), rekat(teks)))


def _ejaan(teks: str) -> str:
    """Return a heading without the year, quarter and unit that it may have beside its word."""
    kecil = baku(teks)
    tanpa = re.sub(r"\b(?:20\d\d|tahun|thn|rp|rupiah|orang|tw|triwulan|i{1,3}|iv|[1-4])\b", " ", kecil)
    return (
        " ".join(tanpa.split())
        if re.sub(r"[\W\d]", "", tanpa) or "%" in tanpa
        else ("triwulan" if kecil in ("triwulan", "tw") else "")
    )


def _tanpa_kata(bagian: Sequence[str], uang: bool, tahun: Sequence[int]) -> str:
    """Name a column that only a sign or a year stands over."""
    ujung = baku(bagian[-1])
    if _tanda(bagian[-1]):
        return "persen"
    if ujung in ("tahun", "thn"):
        return "tahun_baris"
    if ujung in ("rp", "rupiah"):
        return "rupiah"
    if tahun and re.fullmatch(r"(?:tahun |thn )?20\d\d", ujung):
        return "tahun"
    if re.search(r"\b(?:tw|triwulan)\b", " ".join(map(baku, bagian))):
        return "triwulan_angka"
    return "dokumen" if re.fullmatch(_BERDOKUMEN, ujung) else ""
