"""Save what a notebook made: every figure held against its declaration, its ledger derived, its table in its form."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lkip_lib.buku.hasil import Ganti, Hasil
from lkip_lib.errors import Masalah, MasukanSalah, tolak
from lkip_lib.frames import larik
from lkip_lib.langkah.sesi import Sesi
from lkip_lib.ledger.daftar import TABEL
from lkip_lib.ledger.deklarasi import Hitung, Salinan, Tabel
from lkip_lib.ledger.figur import Catatan
from lkip_lib.ledger.jejak import lengkapi
from lkip_lib.ledger.keluaran import KELUARAN, bentuk
from lkip_lib.ledger.terapan import Anggota
from lkip_lib.ledger.turunan import Turunan


def susun(
    frames: Mapping[str, pd.DataFrame], catatan: Catatan, sesi: Sesi, tahun: int, tersedia: Mapping[str, pd.DataFrame]
) -> Hasil:
    """Make the result of a notebook of the frames that it saves.

    Raises TidakMenurutRumus for a column that neither its formula nor its document gives.
    """
    tabel = {n: TABEL.get(n) or _tabel_sendiri(n, f, sesi) for n, f in frames.items()}
    turunan = Turunan(
        {**TABEL, **tabel}, {n: f for n, f in frames.items() if tabel[n].angka or _berumus(f, sesi)},
        catatan, sesi.pilihan, tahun, sesi.semua, tersedia,
    )  # fmt: skip
    catatan.tutup()
    keluar: dict[str, pd.DataFrame] = {}
    for nama, frame in frames.items():
        lengkap = lengkapi(turunan, nama) if nama in turunan else frame.copy(deep=False)
        if nama in KELUARAN:
            keluar[nama] = bentuk(nama, lengkap, _tambahan(nama, frame, sesi))
        elif nama not in TABEL:
            keluar[nama] = lengkap[[k for k in lengkap if not _bantu(str(k))]].reset_index(drop=True)
        if nama in TABEL:
            keluar[f"antara/{nama}"] = lengkap  # with what only helps: other policies are tried on it
            lengkap.attrs = {}  # how it was made stands in the ledger now
    return Hasil(keluar, turunan=(turunan,), ganti=_diganti(frames, sesi, tersedia))


def periksa_lengkap(frames: Mapping[str, pd.DataFrame], kartu: pd.DataFrame, sesi: Sesi) -> None:
    """Refuse tables from which a promised indicator, or a sasaran, was left out: a mean would shrink in silence.

    `kartu` are the cards in force. Raises MasukanSalah naming what is missing, once for all tables that miss it.
    """
    hilang: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    sisa: dict[str, Anggota] = {}
    for nama in ("per_dokumen", "indikator", "per_sasaran", "sasaran"):
        if (frame := frames.get(nama)) is None:
            continue
        apa, kolom = ("Sasaran", "sasaran") if "sasaran" in nama else ("Indikator", "kode")
        for sebut, bagian in _bagian(nama, frame):
            if tanpa := tuple(k for k in dict.fromkeys(kartu[kolom]) if k not in set(bagian["kode"])):
                hilang.setdefault((apa, tanpa), []).append(sebut)
                if (t := sesi.semua(frame).get("capaian_persen")) is not None and t.anggota is not None:
                    sisa[apa] = t.anggota
    masalah = []
    for (apa, tanpa), tabel in hilang.items():
        sebut = f"{apa} {', '.join(tanpa)}"
        a = sisa.get(apa)
        lama = next((lama for lama, baru in a.per if baru == "kode"), "") if a else ""
        if a and lama and not set(tanpa) & set(a.frame[lama]):
            temuan = f"{sebut} tidak punya anggota lagi di kelompokkan(…), padahal kartunya berlaku tahun ini."
            saran = (
                f"Pertahankan barisnya, misalnya dengan | (frame['{lama}'] == '{tanpa[0]}'). Capaian yang memang tidak "
                "dihitung dikosongkan rumusnya (TIDAK_ADA), sehingga rata-ratanya disebut belum lengkap."
            )
            masalah.append(Masalah(temuan, saran, *a.tempat))
        else:
            temuan = f"{sebut} tidak ada dalam {' dan '.join(tabel)}, padahal kartunya berlaku tahun ini."
            saran = "Simpan semuanya; anggota suatu rata-rata dipilih di dalam kelompokkan(…)."
            masalah.append(Masalah(temuan, saran))
    tolak(masalah)


def _bagian(nama: str, frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    if nama.startswith("per_"):
        return [(f"{nama} ({d})", f) for d, f in frame.groupby("dokumen", sort=False)]
    return [(nama, frame)]


def periksa_bertambah(nama: str, lama: pd.DataFrame, baru: pd.DataFrame) -> None:
    """Refuse a table of an earlier notebook that is saved again, unless it only gained columns and filled empty cells.

    Raises MasukanSalah naming the first column that would change.
    """
    for kolom in lama.columns.tolist():
        ada = np.asarray(larik(lama, kolom))
        sama = kolom in baru and len(baru) == len(lama) and (ada == np.asarray(larik(baru, kolom)))[pd.notna(ada)]
        if not np.all(sama):
            temuan = f"Tabel {nama} sudah disimpan notebook sebelumnya, dan kolom {kolom} tidak sama lagi."
            raise MasukanSalah(Masalah(temuan, "Simpan dengan nama lain, atau ubah di notebook yang membuatnya."))


def _diganti(
    frames: Mapping[str, pd.DataFrame], sesi: Sesi, tersedia: Mapping[str, pd.DataFrame]
) -> dict[tuple[str, str], Ganti]:
    """List the figures that a cell computes by another formula than the declared one, or over some members only."""
    hasil = {}
    for nama, frame in frames.items():
        terapan = sesi.semua(frame)
        for kolom, asal in TABEL[nama].angka.items() if nama in TABEL else ():
            t = terapan.get(kolom)
            if t is None or not isinstance(asal, Hitung):
                continue
            sebagian = _sebagian(t.anggota, {**tersedia, **frames}, asal.anggota) if t.anggota else None
            if t.rumus is not asal.rumus or sebagian is not None:
                hasil[nama, kolom] = Ganti(t.rumus, dict(t.kolom), sebagian)
    return hasil


def _sebagian(a: Anggota, tersimpan: Mapping[str, pd.DataFrame], bawaan: str) -> frozenset[str] | None:
    """Return the codes over which a cell computed, where they are only some of their table's."""
    semua = tersimpan.get(a.milik(tersimpan, bawaan))
    if semua is None or "kode" not in a.frame:
        return None
    milik = frozenset(larik(a.frame, "kode"))
    return milik if milik < frozenset(larik(semua, "kode")) else None


def _berumus(frame: pd.DataFrame, sesi: Sesi) -> bool:
    return bool(sesi.semua(frame))


def _tambahan(nama: str, frame: pd.DataFrame, sesi: Sesi) -> list[str]:
    """List the columns that a cell added by formulas to a table that has a form of its own."""
    milik = {*KELUARAN[nama], *TABEL[nama].angka} if nama in TABEL else set(KELUARAN[nama])
    return [k for k in sesi.semua(frame) if k not in milik]


def _tabel_sendiri(nama: str, frame: pd.DataFrame, sesi: Sesi) -> Tabel:
    """Declare a table that only this notebook knows: its figures are those it took over or computed by formulas."""
    if not _berumus(frame, sesi):
        return Tabel(nama, {})
    asal = str(frame.attrs.get("tabel", ""))
    kode = next((k for k in ("kode", *TABEL.get(asal, Tabel("", {})).kode) if k in frame), "")
    if not kode:
        raise MasukanSalah(Masalah(f"Tabel {nama} belum punya kolom kode.", "Beri setiap barisnya kode yang tetap."))
    dari = TABEL[asal].angka if asal in TABEL else {}
    terapan = sesi.semua(frame)
    angka = {str(k): Salinan(asal, TABEL[asal].kode) for k in frame if k in dari and k not in terapan}
    return Tabel(nama, angka, kode=(kode,))


def _bantu(kolom: str) -> bool:
    """Tell whether a column only helps: where a figure comes from, and in what state it is."""
    return kolom.endswith(("_id", "_dari", "_status"))
