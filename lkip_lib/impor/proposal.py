"""Propose a mapping for an export nobody has mapped yet; a person reads it, mends it and keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from lkip_lib.errors import Masalah, MasukanSalah, terdekat
from lkip_lib.impor.guess import Tafsir, Temuan, awal_bagian, temukan
from lkip_lib.impor.headings import Judul
from lkip_lib.impor.mapping import Peta
from lkip_lib.impor.proposal_budget import usul_anggaran
from lkip_lib.impor.questions import Tanya, pilih_dokumen
from lkip_lib.inputs.grid import Kisi, baca_kisi
from lkip_lib.inputs.tables import DOKUMEN_TARGET

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
    isi, kabar = (usul_anggaran if jenis == "anggaran" else _kinerja)(temuan, kisi, tabel, dokumen, tanya)
    try:
        return Usul(Peta.model_validate({"bagian": isi}), {"bagian": isi}, tuple(kabar))
    except ValidationError as salah:
        sebab = "; ".join(e["msg"].removeprefix("Value error, ") for e in salah.errors()[:1])
        perbaikan = "Tulis peta sendiri: contohnya di docs/impor.md."
        raise MasukanSalah(Masalah(f"Petanya tidak dapat diusulkan: {sebab}.", perbaikan, berkas.name)) from None


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
            "indikator": {"dari": judul.sebutan(temuan.kolom("indikator")[0].kolom), "turun": True}
        }
        satuan = temuan.kolom("satuan")
        if nama == "target" and satuan:
            kolom["satuan"] = judul.sebutan(satuan[0].kolom)
        bagian: dict[str, Any] = {**awal_bagian(temuan, kisi, nama), "kolom": kolom}
        if nama == "target":
            bagian["isi"] = {"dokumen": pilih_dokumen(dokumen, DOKUMEN_TARGET, "pk", tanya)}
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
    return [{"isi": {"periode": p}, "kolom": {nama: judul.sebutan(t.kolom)}} for p, t in per.items()]


def tulis_usul(usul: Usul, path: Path, berkas: str) -> None:
    """Write a proposal as YAML with a line that says where it came from."""
    kepala = f"# Usul peta untuk {berkas}. Setiap kunci dijelaskan di docs/impor.md.\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        kepala
        + yaml.safe_dump(dict(usul.isi), allow_unicode=True, sort_keys=False, width=110, default_flow_style=None),
        encoding="utf-8",
    )
