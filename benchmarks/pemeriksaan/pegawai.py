"""The head counts of a synthetic agency: three tables that agree."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations, pairwise

from benchmarks.pemeriksaan.cetak import angka
from benchmarks.pemeriksaan.model import LANGGAR, UTUH, Baris, Instansi, Sel, banding_sel, sama

PANGKAT = {
    "IV/c": "Pembina Utama Muda", "IV/b": "Pembina Tingkat I", "IV/a": "Pembina", "III/d": "Penata Tingkat I",
    "III/c": "Penata", "III/b": "Penata Muda Tingkat I", "III/a": "Penata Muda", "II/d": "Pengatur Tingkat I",
    "II/c": "Pengatur", "II/b": "Pengatur Muda Tingkat I", "II/a": "Pengatur Muda",
}  # fmt: skip
_KELOMPOK = {
    "jabatan": ("Kepala Dinas", "Sekretaris", "Kepala Bidang", "Kepala Subbagian", "Pejabat Fungsional", "Pelaksana"),
    "pendidikan": ("SMA/SMK", "D3", "S1", "S2", "S3"),
}


def buat_pegawai(i: Instansi, acak: random.Random) -> None:
    """Print the groups; a group of ranks may leave the non-ASN out altogether."""
    asn, non = acak.randint(12, 160), acak.choice((0, acak.randint(1, 40)))
    ada = acak.sample(("jabatan", "golongan", "pendidikan"), acak.randint(1, 3))
    jumlah: dict[str, dict[str, list[Sel]]] = {"asn": {}, "non_asn": {}}
    for n, kelompok in enumerate(sorted(ada), 1):
        tanpa_non = kelompok == "golongan" or acak.random() < 0.2
        golongan = sorted(acak.sample(list(PANGKAT), acak.randint(3, 8)), reverse=True)
        uraian = _KELOMPOK.get(kelompok) or [_tulis_pangkat(PANGKAT[g], acak) for g in golongan]
        bagi = {"asn": _bagi(asn, len(uraian), acak), "non_asn": _bagi(non, len(uraian), acak)}
        kosong = acak.choice(("", "-"))
        for k, nama in enumerate(uraian):
            b = i.tambah("sdm", kelompok=kelompok, nomor=k + 1, uraian=nama,
                         golongan=golongan[k] if kelompok == "golongan" else "", asn="", non_asn="",
                         sumber=f"LKIP {i.tahun}, Tabel 1.{n}, baris {k + 1}")  # fmt: skip
            _isi(b, "asn", bagi["asn"][k])
            jumlah["asn"].setdefault(kelompok, []).append(Sel(b, "asn"))
            if tanpa_non:
                b.teks["non_asn"] = kosong
            else:
                _isi(b, "non_asn", bagi["non_asn"][k])
                jumlah["non_asn"].setdefault(kelompok, []).append(Sel(b, "non_asn"))
        _kendala_baris(i, kelompok)
    for kolom, per in jumlah.items():
        for kelompok, milik in per.items():
            if acak.random() < 0.8:
                h = i.tambah("tercetak/hitungan", besaran=f"jumlah_{kolom}", jenis_subjek="sdm", subjek=kelompok,
                             nama="Jumlah", dokumen="lkip", tahun=i.tahun, nilai="",
                             sumber=f"LKIP {i.tahun}, Tabel 1, {kelompok}, Jumlah")  # fmt: skip
                _isi(h, "nilai", int(_total(milik) or 0))
                i.wajib(f"jumlah pegawai {kelompok} {kolom}", "sdm angka", [Sel(h, "nilai"), *milik],
                        lambda h=h, m=milik: banding_sel(Sel(h, "nilai"), _total(m)))  # fmt: skip
                i.catatan.setdefault("jumlah_sdm", []).append(Sel(h, "nilai"))
    for kolom, per in jumlah.items():
        cetak = {s.baris.teks["subjek"]: s for s in i.catatan.get("jumlah_sdm", [])
                 if s.baris.teks["besaran"] == f"jumlah_{kolom}"}  # fmt: skip
        for a, b in combinations(per, 2):
            dua = [*per[a], *per[b], *(cetak[x] for x in (a, b) if x in cetak)]
            i.wajib(f"pegawai antartabel {kolom} {a} {b}", "sdm angka", dua,
                    lambda a=per[a], b=per[b]: LANGGAR if _total(a) != _total(b) and None not in (_total(a), _total(b))
                    else UTUH)  # fmt: skip
            if a in cetak and b in cetak:
                i.wajib(f"jumlah pegawai antartabel {kolom} {a} {b}", "sdm angka", dua,
                        lambda a=cetak[a], b=cetak[b]: sama([a, b]))  # fmt: skip


def _total(sel: list[Sel]) -> Fraction | None:
    return None if any(s.nilai is None for s in sel) else sum((s.nilai for s in sel), Fraction(0))


def _bagi(jumlah: int, n: int, acak: random.Random) -> list[int]:
    ujung = [0, *sorted(acak.randint(0, jumlah) for _ in range(n - 1)), jumlah]
    return [b - a for a, b in pairwise(ujung)]


def _isi(b: Baris, kolom: str, n: int) -> None:
    b.isi(kolom, angka(Fraction(n), 0), Fraction(n))


def _tulis_pangkat(nama: str, acak: random.Random) -> str:
    return nama.replace("Tingkat I", acak.choice(("Tingkat I", "Tk. I", "TK I"))) if acak.random() < 0.3 else nama


def _kendala_baris(i: Instansi, kelompok: str) -> None:
    milik = [b for b in i.tabel["sdm"] if b.teks["kelompok"] == kelompok]
    sel = [Sel(b, k) for b in milik for k in ("nomor", "asn", "non_asn")]
    i.wajib(f"nomor {kelompok}", "sdm", sel,
            lambda: UTUH if len({b.teks["nomor"] for b in milik}) == len(milik) else LANGGAR)  # fmt: skip
    for b in milik if kelompok == "golongan" else ():
        i.wajib(f"pangkat {b.teks['golongan']}", "sdm", [Sel(b, k) for k in ("uraian", "golongan", "asn", "non_asn")],
                lambda b=b: UTUH if PANGKAT.get(b.teks["golongan"]) == b.teks["uraian"].replace("Tk. I", "Tingkat I")
                .replace("TK I", "Tingkat I") else LANGGAR)  # fmt: skip
