"""Propose how an export of a budget becomes `anggaran.csv`: codes, levels, amounts, documents, account lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lkip_lib.impor.guess import KODE, Tafsir, Temuan, awal_bagian
from lkip_lib.impor.headings import Judul, baku
from lkip_lib.impor.questions import Tanya, pilih_dokumen
from lkip_lib.impor.tree import kode_baku
from lkip_lib.inputs.grid import Kisi, huruf_kolom
from lkip_lib.inputs.tables import DOKUMEN_ANGGARAN

_TOTAL = r"^(grand )?(total|jumlah)( (total|keseluruhan|seluruhnya))?$"
_TINGKAT = re.compile(r"(?:bidang )?urusan(?: pemerintahan)?|bidang|program|kegiatan|sub ?kegiatan")
_BAGIAN_SIPD = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}


def usul_anggaran(
    temuan: Temuan, kisi: Kisi, tabel: str, dokumen: str, tanya: Tanya
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the part of a mapping that reads a budget, and what a person must hold true."""
    kabar: list[str] = []
    judul = temuan.judul
    data = kisi.baris[judul.akhir + 1 :]
    temuan = _kode_per_tingkat(temuan, data)
    kolom, kelompok = _kode_dan_nama(temuan, data)
    angka = {m: temuan.kolom(m) for m in ("pagu", "realisasi", "realisasi_fisik")}
    for medan, calon in angka.items():
        if calon and len({t.ragam for t in calon}) < len(calon):
            dipakai = max(calon, key=lambda t: _padat(data, t.kolom))
            kabar.append(f"Beberapa kolom seperti {medan}; dipakai {judul.sebutan(dipakai.kolom)}.")
            angka[medan] = [dipakai]
    isi: dict[str, Any] = {**awal_bagian(temuan, kisi, "anggaran"), "kolom": kolom}
    ragam = [t.ragam or "dpa" for t in angka["pagu"]]
    if len(ragam) > 1:
        # A column that names no document, as realisasi mostly does, belongs to the one in force: the last.
        isi["ulang"] = [{"isi": {"dokumen": r}, "kolom": {}} for r in ragam]
        for medan, calon in angka.items():
            for t in calon:
                ke = ragam.index(t.ragam) if t.ragam in ragam else -1
                isi["ulang"][ke]["kolom"][medan] = _kolom_angka(judul, t.kolom, kabar)
    else:
        kolom |= {m: _kolom_angka(judul, calon[0].kolom, kabar) for m, calon in angka.items() if calon}
        isi["isi"] = {"dokumen": pilih_dokumen(dokumen, DOKUMEN_ANGGARAN, "".join(ragam) or "dpa", tanya)}
    if sumber := temuan.kolom("sumber_dana"):
        kolom["sumber_dana"] = judul.sebutan(sumber[0].kolom)
    isi["pohon"] = _pohon(temuan, data, kolom, kelompok, kabar)
    return [isi], kabar


def _kode_per_tingkat(temuan: Temuan, data: tuple[tuple[str, ...], ...]) -> Temuan:
    """Take the columns headed by a level alone ("Program", "Sub Kegiatan") for codes where codes stand in them."""
    dikenal = {t.kolom: t for t in temuan.tafsir}
    for k, teks in enumerate(temuan.judul.teks):
        lama = dikenal.get(k)
        if teks and _TINGKAT.fullmatch(baku(teks[-1])) and (lama is None or lama.medan == "nama"):
            isi = [kode_baku(b[k]) for b in data if b[k]]
            if sum(bool(KODE.fullmatch(t)) for t in isi) > len(isi) * 2 / 3:
                dikenal[k] = Tafsir(k, "kode", lama.ragam if lama else "")
    return replace(temuan, tafsir=tuple(dikenal[k] for k in sorted(dikenal)))


def _padat(data: tuple[tuple[str, ...], ...], kolom: int) -> int:
    return sum(bool(re.search(r"\d", b[kolom])) for b in data)


def _kolom_angka(judul: Judul, kolom: int, kabar: list[str]) -> Any:
    """Name an amount's column, with its multiplier where the heading says thousands or millions."""
    kata = judul.nama(kolom).lower()
    kali = 1000 if re.search(r"\brib", kata) else 1_000_000 if re.search(r"\bjuta", kata) else 1
    if kali == 1:
        return judul.sebutan(kolom)
    kabar.append(f'Judul "{judul.nama(kolom)}" dalam kelipatan; angkanya dikalikan {kali}.')
    return {"dari": judul.sebutan(kolom), "kali": kali}


def _kode_dan_nama(temuan: Temuan, data: tuple[tuple[str, ...], ...]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Tell a code in one column, one split over several, and levels that stand beside their details."""
    judul = temuan.judul
    kode, nama = temuan.kolom("kode"), temuan.kolom("nama")
    per_tingkat = {t.ragam: t for t in nama if t.ragam}
    kode_tingkat = {t.ragam: t for t in kode if t.ragam}
    if len(per_tingkat) > 1 and "sub_kegiatan" in per_tingkat:
        kelompok = [
            {
                "tingkat": r,
                "nama": {"dari": judul.sebutan(per_tingkat[r].kolom), "turun": True},
                **(
                    {"kode": {"dari": judul.sebutan(kode_tingkat[r].kolom), "turun": True}} if r in kode_tingkat else {}
                ),
            }
            for r in ("program", "kegiatan")
            if r in per_tingkat
        ]
        daun = kode_tingkat.get("sub_kegiatan") or (kode[-1] if kode else nama[-1])
        return {
            "kode": judul.sebutan(daun.kolom),
            "nama": judul.sebutan(per_tingkat["sub_kegiatan"].kolom),
        }, kelompok
    kolom: dict[str, Any] = {"nama": judul.sebutan(nama[0].kolom)}
    if len(kode) == 1:
        kolom = {"kode": judul.sebutan(kode[0].kolom), **kolom}
    elif kode:
        isi = [[b[t.kolom] for t in kode] for b in data]
        menjorok = any(not satu[0] for satu in isi if _berkode(satu))
        kolom = {
            "kode": {"dari": [judul.sebutan(t.kolom) for t in kode], **({"turun": True} if menjorok else {})},
            **kolom,
        }
    elif sebelah := _kolom_kode(judul, data):
        kolom = {"kode": huruf_kolom(sebelah[0]), **kolom}
    return kolom, []


def _kolom_kode(judul: Judul, data: tuple[tuple[str, ...], ...]) -> list[int]:
    """Find the column most of whose cells are codes of several parts, when no heading names it."""
    hitung = {
        k: sum("." in b[k] and bool(KODE.fullmatch(b[k])) and not re.fullmatch(r"[\d.]*\.\d{3}", b[k]) for b in data)
        for k in range(len(judul.teks))
    }
    return sorted((k for k in hitung if hitung[k] > len(data) / 3), key=lambda k: -hitung[k])[:1]


def _pohon(
    temuan: Temuan,
    data: tuple[tuple[str, ...], ...],
    kolom: Mapping[str, Any],
    kelompok: list[dict[str, Any]],
    kabar: list[str],
) -> dict[str, Any]:
    kode = _isi_kode(temuan, data, kolom.get("kode"))
    pola = _pola_rekening(kode)
    belanja = [k for k in kode if pola and re.search(pola, k)]
    bagian = sorted({len(k.split(".")) for k in kode if k not in belanja and KODE.fullmatch(k)})
    if set(bagian) <= set(_BAGIAN_SIPD) and bagian[-1:] >= [5]:
        tingkat = _BAGIAN_SIPD
    else:
        tingkat = dict(zip(bagian[-3:], ("program", "kegiatan", "sub_kegiatan"), strict=False))
    if not tingkat:
        kabar.append("Kode anggaran tidak dikenali; isi pohon.tingkat di peta.")
    hasil: dict[str, Any] = {"tingkat": dict(tingkat) or {3: "program"}}
    if belanja:
        hasil["rekening"] = pola
        kabar.append(f"{len(belanja)} baris rekening belanja terhitung dalam sub kegiatannya.")
    jumlah = [b for b in data if any(re.search(_TOTAL, t.strip(" :."), re.I) for t in b if t)]
    if len(jumlah) == 1:
        hasil["instansi"] = _TOTAL
    if kelompok:
        hasil["kelompok"] = kelompok
    return hasil


def _pola_rekening(kode: Sequence[str]) -> str:
    """Return the pattern of account codes where there are any; 5.01 is no account, but an urusan."""
    if not any(re.match(r"5\.\d\.\d\d", k) for k in kode):
        return ""
    return r"^5\.\d(\.\d\d|$)" if any(re.match(r"5\.\d\d", k) for k in kode) else r"^5(\.\d(\.\d\d|$)|$)"


def _berkode(isi: Sequence[str]) -> bool:
    """Tell whether the cells of a row are parts of a code, and not a heading printed again."""
    return any(isi) and all(KODE.fullmatch(kode_baku(t)) for t in isi if t)


def _isi_kode(temuan: Temuan, data: tuple[tuple[str, ...], ...], kolom: Any) -> list[str]:
    """Return the codes that a proposed column gives, filled down as it says."""
    if kolom is None:
        return []
    dari = kolom["dari"] if isinstance(kolom, dict) else [kolom]
    nomor = [temuan.judul.kolom(d)[0] for d in dari]
    atas, hasil = [""] * len(nomor), []
    for b in data:
        isi = [b[k] for k in nomor]
        if _berkode(isi):
            awal = next(i for i, t in enumerate(isi) if t)
            atas = [*(atas[:awal] if isinstance(kolom, dict) else isi[:awal]), *isi[awal:]]
            hasil.append(kode_baku(".".join(filter(None, atas))))
    return hasil
