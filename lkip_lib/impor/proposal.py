"""Propose a mapping for an export nobody has mapped yet; a person reads it, mends it and keeps it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.impor.guess import KODE, Tafsir, Temuan, temukan
from lkip_lib.impor.headings import Judul
from lkip_lib.impor.mapping import Peta
from lkip_lib.impor.tree import kode_baku
from lkip_lib.inputs.grid import Kisi, baca_kisi, huruf_kolom
from lkip_lib.inputs.tables import DOKUMEN_ANGGARAN, DOKUMEN_TARGET

# Asks which of several to take: question, choices, what was found, the flag that says it instead.
Tanya = Callable[[str, list[str], str, str], str]
_REKENING = re.compile(r"5\.\d\.\d\d")
_TOTAL = r"^(grand )?(total|jumlah)( (total|keseluruhan|seluruhnya))?$"
_BAGIAN_SIPD = {1: "urusan", 2: "bidang", 3: "program", 5: "kegiatan", 6: "sub_kegiatan"}
_TABEL = ("anggaran", "target", "realisasi")


@dataclass(frozen=True, slots=True)
class Usul:
    """Hold a proposed mapping, and what was found that a person must hold true."""

    peta: Peta
    isi: Mapping[str, Any]
    kabar: tuple[str, ...]


def usulkan(berkas: Path, *, lembar: str, tabel: str, dokumen: str, tanya: Tanya) -> Usul:
    """Propose a mapping of one sheet: its budget, or targets and realisasi.

    What is named is taken; else the sheet and table whose headings say most. Raises MasukanSalah when no headings
    are recognised or a name is unknown.
    """
    if tabel and tabel not in _TABEL:
        raise MasukanSalah(Masalah(f'Peta untuk tabel "{tabel}" tidak dapat diusulkan.', terdekat(tabel, _TABEL)))
    semua = baca_kisi(berkas)
    if lembar and lembar not in semua:
        raise MasukanSalah(Masalah(f'Lembar "{lembar}" tidak ada.', terdekat(lembar, semua), berkas.name))
    bidang = ("anggaran",) if tabel == "anggaran" else ("kinerja",) if tabel else ("anggaran", "kinerja")
    calon = [
        (t, k, b)
        for nama, k in semua.items()
        if (nama == lembar if lembar else not k.tersembunyi)
        for b in bidang
        if (t := temukan(k, b)) and t.kolom({"anggaran": "nama", "kinerja": "indikator"}[b])
    ]
    if not calon:
        perbaikan = "Tulis peta sendiri: contohnya di docs/impor.md."
        raise MasukanSalah(Masalah("Tidak ada baris judul yang dikenali.", perbaikan, berkas.name))
    terbaik = {k.nama: (t, k, b) for t, k, b in sorted(calon, key=lambda c: len(c[0].tafsir))}
    nama = [*terbaik][-1]
    if len(terbaik) > 1 and not lembar:
        nama = tanya("Lembar yang diambil:", [*terbaik], nama, "--lembar")
    temuan, kisi, jenis = terbaik[nama]
    isi, kabar = (_anggaran if jenis == "anggaran" else _kinerja)(temuan, kisi, tabel, dokumen, tanya)
    return Usul(Peta.model_validate({"bagian": isi}), {"bagian": isi}, tuple(kabar))


def _awal(temuan: Temuan, kisi: Kisi, tabel: str) -> dict[str, Any]:
    return {"tabel": tabel, "lembar": kisi.nama, "judul": [temuan.judul.awal + 1, temuan.judul.akhir + 1]}


def _sebut(judul: Judul, kolom: int) -> str:
    """Name a column as shortly as it can be found again: its last heading, the whole one, or its letters."""
    teks = judul.teks[kolom]
    for nama in (teks[-1], judul.nama(kolom)) if teks else ():
        if judul.kolom(nama) == [kolom]:
            return nama
    return huruf_kolom(kolom)


def _pilih_dokumen(dokumen: str, sah: tuple[str, ...], bawaan: str, tanya: Tanya) -> str:
    if dokumen and dokumen not in sah:
        raise MasukanSalah(Masalah(f'Dokumen "{dokumen}" tidak dikenal.', terdekat(dokumen, sah)))
    return dokumen or tanya("Dokumen yang menyatakan angkanya:", list(sah), bawaan, "--dokumen")


def _anggaran(
    temuan: Temuan, kisi: Kisi, tabel: str, dokumen: str, tanya: Tanya
) -> tuple[list[dict[str, Any]], list[str]]:
    kabar: list[str] = []
    judul = temuan.judul
    data = kisi.baris[judul.akhir + 1 :]
    kolom, kelompok = _kode_dan_nama(temuan, data)
    angka = {m: temuan.kolom(m) for m in ("pagu", "realisasi", "realisasi_fisik")}
    for medan, calon in angka.items():
        if calon and len({t.ragam for t in calon}) < len(calon):
            dipakai = max(calon, key=lambda t: _padat(data, t.kolom))
            kabar.append(f"Beberapa kolom seperti {medan}; dipakai {_sebut(judul, dipakai.kolom)}.")
            angka[medan] = [dipakai]
    isi: dict[str, Any] = {**_awal(temuan, kisi, "anggaran"), "kolom": kolom}
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
        isi["isi"] = {"dokumen": _pilih_dokumen(dokumen, DOKUMEN_ANGGARAN, "".join(ragam) or "dpa", tanya)}
    if sumber := temuan.kolom("sumber_dana"):
        kolom["sumber_dana"] = _sebut(judul, sumber[0].kolom)
    isi["pohon"] = _pohon(temuan, data, kolom, kelompok, kabar)
    return [isi], kabar


def _padat(data: tuple[tuple[str, ...], ...], kolom: int) -> int:
    return sum(bool(re.search(r"\d", b[kolom])) for b in data)


def _kolom_angka(judul: Judul, kolom: int, kabar: list[str]) -> Any:
    """Name an amount's column, with its multiplier where the heading says thousands or millions."""
    kata = judul.nama(kolom).lower()
    kali = 1000 if re.search(r"\brib", kata) else 1_000_000 if re.search(r"\bjuta", kata) else 1
    if kali == 1:
        return _sebut(judul, kolom)
    kabar.append(f'Judul "{judul.nama(kolom)}" dalam kelipatan; angkanya dikalikan {kali}.')
    return {"dari": _sebut(judul, kolom), "kali": kali}


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
                "nama": {"dari": _sebut(judul, per_tingkat[r].kolom), "turun": True},
                **(
                    {"kode": {"dari": _sebut(judul, kode_tingkat[r].kolom), "turun": True}} if r in kode_tingkat else {}
                ),
            }
            for r in ("program", "kegiatan")
            if r in per_tingkat
        ]
        daun = kode_tingkat.get("sub_kegiatan") or (kode[-1] if kode else nama[-1])
        return {
            "kode": _sebut(judul, daun.kolom),
            "nama": _sebut(judul, per_tingkat["sub_kegiatan"].kolom),
        }, kelompok
    kolom: dict[str, Any] = {"nama": _sebut(judul, nama[0].kolom)}
    if len(kode) == 1:
        kolom = {"kode": _sebut(judul, kode[0].kolom), **kolom}
    elif kode:
        pertama = [b[kode[0].kolom] for b in data if any(b[t.kolom] for t in kode)]
        jarang = sum(map(bool, pertama)) < len(pertama) / 2
        kolom = {
            "kode": {"dari": [_sebut(judul, t.kolom) for t in kode], **({"turun": True} if jarang else {})},
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
    belanja = [k for k in kode if _REKENING.match(k)]
    bagian = sorted({len(k.split(".")) for k in kode if k not in belanja and KODE.fullmatch(k)})
    if set(bagian) <= set(_BAGIAN_SIPD) and bagian[-1:] >= [5]:
        tingkat = _BAGIAN_SIPD
    else:
        tingkat = dict(zip(bagian[-3:], ("program", "kegiatan", "sub_kegiatan"), strict=False))
    if not tingkat:
        kabar.append("Kode anggaran tidak dikenali; isi pohon.tingkat di peta.")
    hasil: dict[str, Any] = {"tingkat": dict(tingkat) or {3: "program"}}
    if belanja:
        hasil["rekening"] = r"^5\."
        kabar.append(f"{len(belanja)} baris rekening belanja terhitung dalam sub kegiatannya.")
    jumlah = [b for b in data if any(re.search(_TOTAL, t.strip(" :."), re.I) for t in b if t)]
    if len(jumlah) == 1:
        hasil["instansi"] = _TOTAL
    if kelompok:
        hasil["kelompok"] = kelompok
    return hasil


def _isi_kode(temuan: Temuan, data: tuple[tuple[str, ...], ...], kolom: Any) -> list[str]:
    """Return the codes that a proposed column gives, filled down as it says."""
    if kolom is None:
        return []
    dari = kolom["dari"] if isinstance(kolom, dict) else [kolom]
    nomor = [temuan.judul.kolom(d)[0] for d in dari]
    atas, hasil = [""] * len(nomor), []
    for b in data:
        isi = [b[k] for k in nomor]
        if any(isi):
            awal = next(i for i, t in enumerate(isi) if t)
            atas = [*(atas[:awal] if isinstance(kolom, dict) else isi[:awal]), *isi[awal:]]
            hasil.append(kode_baku(".".join(filter(None, atas))))
    return hasil


def _kinerja(
    temuan: Temuan, kisi: Kisi, tabel: str, dokumen: str, tanya: Tanya
) -> tuple[list[dict[str, Any]], list[str]]:
    judul = temuan.judul
    hasil = []
    kabar = ["Nama indikator dicocokkan dengan indikator.csv; yang lain sebutkan kodenya di ganti."]
    for nama in ("target", "realisasi"):
        if not temuan.kolom(nama) or tabel not in ("", nama):
            continue
        kolom: dict[str, Any] = {
            "indikator": {"dari": _sebut(judul, temuan.kolom("indikator")[0].kolom), "turun": True}
        }
        satuan = temuan.kolom("satuan")
        if nama == "target" and satuan:
            kolom["satuan"] = _sebut(judul, satuan[0].kolom)
        bagian: dict[str, Any] = {**_awal(temuan, kisi, nama), "kolom": kolom}
        if nama == "target":
            bagian["isi"] = {"dokumen": _pilih_dokumen(dokumen, DOKUMEN_TARGET, "pk", tanya)}
        bagian["ulang"] = _periode(judul, temuan.kolom(nama), nama)
        hasil.append(bagian)
    if not hasil:
        raise MasukanSalah(Masalah("Kolom target atau realisasi tidak dikenali.", "Tulis peta sendiri: docs/impor.md."))
    return hasil, kabar


def _periode(judul: Judul, kolom: list[Tafsir], nama: str) -> list[dict[str, Any]]:
    """Read each quarter's column under its quarter, and one that names none for the whole year."""
    per: dict[str, Tafsir] = {}
    for t in kolom:
        per.setdefault(t.ragam if t.ragam.startswith("tw") else "tahunan", t)
    return [{"isi": {"periode": p}, "kolom": {nama: _sebut(judul, t.kolom)}} for p, t in per.items()]


def tulis_usul(usul: Usul, path: Path, berkas: str) -> None:
    """Write a proposal as YAML with a line that says where it came from."""
    kepala = f"# Usul peta untuk {berkas}. Setiap kunci dijelaskan di docs/impor.md.\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        kepala
        + yaml.safe_dump(dict(usul.isi), allow_unicode=True, sort_keys=False, width=110, default_flow_style=None),
        encoding="utf-8",
    )
