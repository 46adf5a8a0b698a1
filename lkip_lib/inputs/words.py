"""The agency's and the analyst's words: from `instansi.yml` and `analisis.yml`, or from the sheets of these names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from lkip_lib.errors import Masalah, MasukanSalah, terdekat, tolak
from lkip_lib.inputs import documents, workbook
from lkip_lib.inputs.documents import Analisis, AnalisisIndikator, Instansi, Unit
from lkip_lib.inputs.files import BARIS
from lkip_lib.inputs.listing import cari_buku
from lkip_lib.inputs.sheet import Lembar, baca_lembar
from lkip_lib.inputs.tables import PERIODENYA, TAHUNAN, Column, Table

_SEBAB = "sebab"
_PENUTUP = ("permasalahan", "rekomendasi")
_KUTIPAN = "kutipan"
_KEPALA = "kepala_"
_DAFTAR = ("kata_pengantar", "latar_belakang", "maksud", "dasar_hukum", "tugas", "fungsi", "isu_strategis")
_ORGANISASI = "organisasi"
_Unit = tuple[str, str]  # its name and the name of the one above it

ANALISIS = Table(
    "analisis",
    "Analisis",
    "Kata-kata analis: sebab, hambatan, upaya dan tindak lanjut setiap indikator, bahan penutup, dan kutipan",
    ("indikator", "jenis"),
    (
        Column(
            "indikator",
            "kode",
            "Kode indikator; kosong untuk permasalahan dan rekomendasi, boleh kosong untuk kutipan",
            rujukan="indikator",
            sinonim=("kode indikator",),
        ),
        Column(
            "jenis",
            "pilihan",
            "Jenis kalimatnya",
            wajib=True,
            pilihan=(*AnalisisIndikator.model_fields, *_PENUTUP, _KUTIPAN),
        ),
        Column(
            "teks", "teks", "Satu kalimat atau alinea; kosong berarti belum ada", sinonim=("uraian", "isi", "analisis")
        ),
        Column(
            "menjelaskan",
            "pilihan",
            "Untuk sebab: yang dijelaskannya; kosong berarti tercapai tidaknya target",
            pilihan=documents.DIJELASKAN,
        ),
        PERIODENYA,
        Column("tempat", "teks", "Untuk kutipan: tempatnya di dokumen instansi"),
    ),
    perlu=True,
    berulang=True,
    subjek="indikator",
)
INSTANSI = Table(
    "instansi",
    "Instansi",
    "Nama, kepala, kata pengantar, latar belakang, dasar hukum, tugas, fungsi, isu strategis dan organisasi instansi",
    ("bagian",),
    (
        Column(
            "bagian",
            "pilihan",
            "Bagian keterangan; beberapa baris boleh berbagian sama",
            wajib=True,
            pilihan=(
                "nama",
                "nama_singkat",
                "pemerintah",
                "kelompok",
                "rekaan",
                *(f"{_KEPALA}{k}" for k in documents.Kepala.model_fields),
                *_DAFTAR,
                _ORGANISASI,
            ),
        ),
        Column("isi", "teks", "Isinya", sinonim=("keterangan", "uraian")),
        Column("atasan", "teks", "Untuk organisasi: nama unit di atasnya; kosong bila paling atas", sinonim=("induk",)),
    ),
    berulang=True,
    subjek="bagian",
)


def instansi(folder: Path, cadangan: str) -> Instansi:
    """Read what describes the agency; without a name the folder's own name, made readable, stands in.

    Raises MasukanSalah for a file or sheet that cannot be read, and for what both of them state.
    """
    berkas = documents.instansi(folder)
    lembar = lembar_kata(folder, INSTANSI)
    if lembar is not None:
        milik = _susun_instansi(lembar)
        tertulis = {k for k in berkas.model_fields_set if getattr(berkas, k)}
        if dobel := sorted(tertulis & milik.keys()):
            temuan = f"{', '.join(dobel)} ditulis di lembar instansi dan di instansi.yml."
            raise MasukanSalah(Masalah(temuan, "Sisakan satu.", "instansi.yml"))
        berkas = berkas.model_copy(update=milik)
    return berkas if berkas.nama else berkas.model_copy(update={"nama": cadangan.replace("-", " ").title()})


def analisis(folder: Path, periode: str = TAHUNAN) -> Analisis:
    """Read the analyst's words of a year, or of one of its quarters. Raises MasukanSalah as `instansi` does."""
    nama = "analisis.yml" if periode == TAHUNAN else f"analisis-{periode}.yml"
    berkas = documents.analisis(folder, nama)
    lembar = lembar_kata(folder, ANALISIS)
    if lembar is None or lembar.frame is None:
        return berkas
    milik = _susun_analisis(lembar, periode)
    if berkas != Analisis() and milik != Analisis():
        temuan = f"Analisis ditulis di lembar analisis dan di {nama}."
        raise MasukanSalah(Masalah(temuan, "Sisakan satu.", nama))
    return berkas if milik == Analisis() else milik


def _susun_analisis(lembar: Lembar, periode: str) -> Analisis:
    """Return the words that a sheet has for a period. Raises MasukanSalah where it does not say of which indicator."""
    assert lembar.frame is not None
    kata: dict[str, dict[str, list[Any]]] = {}
    penutup: dict[str, list[Any]] = {}
    masalah = []
    for (kode, jenis, teks, apa, waktu, tempat), baris in zip(
        _isi(lembar.frame, ANALISIS), lembar.frame[BARIS], strict=True
    ):
        dikenal = jenis in ANALISIS["jenis"].pilihan  # what is not known is told as in every table
        if not teks or not dikenal or (waktu or TAHUNAN) != periode:
            continue
        if jenis in _PENUTUP:
            penutup.setdefault(jenis, []).append(teks)
        elif jenis == _KUTIPAN and tempat:
            penutup.setdefault(jenis, []).append({"tercetak": teks, "tempat": tempat, "indikator": kode})
        elif jenis == _KUTIPAN:
            letak = lembar.asal.letak(baris, "tempat")
            masalah.append(Masalah("Kutipan ini tidak menyebut tempatnya.", "Isi misalnya BAB IV 4.2.", *letak))
        elif kode:
            berkata = jenis == _SEBAB and apa in documents.DIJELASKAN
            isi = {"isi": teks, "menjelaskan": apa} if berkata else teks
            kata.setdefault(kode, {}).setdefault(jenis, []).append(isi)
        else:
            letak = lembar.asal.letak(baris, "indikator")
            masalah.append(Masalah(f"{jenis} ini tidak menyebut indikatornya.", "Isi kode indikatornya.", *letak))
    tolak(masalah)
    return Analisis.model_validate({"indikator": kata, **penutup})


def lembar_kata(folder: Path, table: Table) -> Lembar | None:
    """Read the sheet of the workbook, if there is one. Raises MasukanSalah with what is wrong on it."""
    path = cari_buku(folder)
    if path is None:
        return None
    semua = workbook.kisi(path)
    pasangan, _, _ = workbook.pasangkan(semua, {table.nama: table}, path.name)
    if table.nama not in pasangan:
        return None
    hasil = baca_lembar(semua[pasangan[table.nama]], table, path.name)
    tolak(hasil.masalah)
    return hasil


def _isi(frame: pd.DataFrame, table: Table) -> Iterable[tuple[str, ...]]:
    return frame.reindex(columns=[c.name for c in table.columns], fill_value="").itertuples(index=False, name=None)


def _susun_instansi(lembar: Lembar) -> dict[str, object]:
    """Return the fields of `Instansi` that a sheet states."""
    assert lembar.frame is not None
    hasil: dict[str, Any] = {}
    kepala: dict[str, str] = {}
    unit: dict[_Unit, int] = {}
    masalah = []
    for (bagian, isi, atasan), baris in zip(_isi(lembar.frame, INSTANSI), lembar.frame[BARIS], strict=True):
        if not isi or bagian not in INSTANSI["bagian"].pilihan:
            continue
        tujuan, kunci = (kepala, bagian.removeprefix(_KEPALA)) if bagian.startswith(_KEPALA) else (hasil, bagian)
        if bagian in _DAFTAR:
            hasil[bagian] = (*hasil.get(bagian, ()), isi)
        elif bagian == _ORGANISASI and (isi, atasan) not in unit:
            unit[isi, atasan] = baris
        elif bagian != _ORGANISASI and kunci not in tujuan:
            tujuan[kunci] = isi
        else:
            letak = lembar.asal.letak(baris, "isi")
            masalah.append(Masalah(f"{bagian} {isi} ditulis dua kali.", "Sisakan satu.", *letak))
    for u, (temuan, perbaikan) in _salah_organisasi(list(unit)):
        masalah.append(Masalah(temuan, perbaikan, *lembar.asal.letak(unit[u], "atasan")))
    tolak(masalah)
    if kepala:
        hasil["kepala"] = documents.Kepala(**kepala)
    if unit:
        hasil[_ORGANISASI] = _pohon(next(nama for nama, atasan in unit if not atasan), list(unit))
    return hasil


def _salah_organisasi(unit: Sequence[_Unit]) -> Iterator[tuple[_Unit, tuple[str, str]]]:
    """Yield each unit that has no place in the tree, with what is wrong and how to mend it."""
    nama = [n for n, _ in unit]
    puncak = [n for n, atasan in unit if not atasan]
    for n, atasan in unit:
        if atasan and atasan not in nama:
            yield (n, atasan), (f'Unit "{atasan}" tidak ada.', terdekat(atasan, nama))
        elif nama.count(atasan) > 1:
            yield (n, atasan), (f'Unit "{atasan}" ada {nama.count(atasan)}.', "Bedakan namanya, agar bawahannya jelas.")
        elif not atasan and n != puncak[0]:
            yield (n, atasan), (f"{puncak[0]} dan {n} sama-sama tanpa atasan.", "Isi atasannya.")
        elif _melingkar(n, dict(unit)):
            yield (n, atasan), (f"{n} menjadi bawahan bagi dirinya sendiri.", "Perbaiki atasannya.")


def _melingkar(nama: str, atasan: Mapping[str, str]) -> bool:
    dilalui: set[str] = set()
    kini = atasan.get(nama, "")
    while kini and kini not in dilalui:
        if kini == nama:
            return True
        dilalui.add(kini)
        kini = atasan.get(kini, "")
    return False


def _pohon(nama: str, unit: Sequence[_Unit]) -> Unit:
    return Unit(nama=nama, anak=tuple(_pohon(n, unit) for n, atasan in unit if atasan == nama))
