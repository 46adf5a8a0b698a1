"""Family target: unit, name and formula of one indicator or sasaran as the documents write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lkip_lib.checks.cetak.nama import beda_nama, salah_ketik, satuan_baku, sebut_dokumen
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, Tingkat, periksa

Baris = dict[str, Any]
_TARGET, _HITUNGAN = {"berkas": "target.csv"}, {"berkas": "tercetak/hitungan.csv"}


def _sel(konteks: Konteks, b: Baris, kolom: str) -> dict[str, Any]:
    """Point at the name or unit in the row of a figure."""
    return {**konteks.ledger[b["target_id"]], **_TARGET, "baris": b["_baris"], "kolom": kolom, "tercetak": b[kolom]}


def _dahulu(konteks: Konteks, jenis: str) -> set[tuple[str, str]]:
    """Return the names that the agency says its things had before: who still writes one is explained."""
    return {(b["kode"], b["nama_asal"]) for b in konteks.baris("ketik/pendahulu") if b["jenis"] == jenis}


def _per_kartu(konteks: Konteks) -> Iterator[tuple[Baris, list[Baris]]]:
    target = konteks.per("ketik/target", "indikator")
    for kartu in konteks.baris("ketik/indikator"):
        yield kartu, target.get(kartu["kode"], [])


@periksa(
    "TAR-03",
    sifat=(Sifat.MEMPERHADAPKAN,),
    tingkat="peringatan",
    judul="Satuan indikator berbeda antara dokumen",
    dasar="Satu indikator punya satu satuan di semua dokumen",
    saran="Samakan satuannya dengan kartu indikator, atau jelaskan sejak kapan satuannya berganti.",
)
def satuan_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the unit that each document prints with the card's; a slip of the pen is information."""
    for kartu, baris in _per_kartu(konteks):
        acuan, dilihat = satuan_baku(kartu["satuan"]), set()
        for b in baris:
            satuan = satuan_baku(b["satuan"])
            if not satuan or satuan == acuan or (b["dokumen"], satuan) in dilihat:
                continue
            dilihat.add((b["dokumen"], satuan))
            ketik = salah_ketik(satuan, acuan)
            sebab = "tampaknya salah ketik" if ketik else "satuan lain"
            yield Catatan(
                f"{b['target_id']}.satuan",
                f'Satuan {kartu["kode"]} menurut {sebut_dokumen(b["dokumen"])} "{b["satuan"]}", menurut kartu '
                f'"{kartu["satuan"]}": {sebab}.',
                tingkat="informasi" if ketik else None,
                sel=_sel(konteks, b, "satuan"),
            )


@periksa(
    "TAR-04",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.NAMA, Sifat.NAMA_TERTUKAR),
    tingkat="peringatan",
    judul="Nama indikator berbeda antara dokumen",
    dasar="Satu indikator punya satu nama di semua dokumen",
    saran="Pakai nama yang sama; bila yang diukur memang lain, buat indikator tersendiri.",
)
def nama_antardokumen(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the names that documents print with the card's.

    A word of change, or other words on both sides, is a warning; spelling and shortening are information.
    """
    dahulu = _dahulu(konteks, "indikator")
    for kartu, baris in _per_kartu(konteks):
        varian: dict[Tingkat, list[tuple[Baris, str]]] = {"peringatan": [], "informasi": []}
        dilihat = set()
        for b in baris:
            beda = beda_nama(b["nama"], kartu["nama"]) if b["nama"] else None
            if beda and (b["dokumen"], b["nama"]) not in dilihat and (kartu["kode"], b["nama"]) not in dahulu:
                dilihat.add((b["dokumen"], b["nama"]))
                varian["peringatan" if beda.nyata else "informasi"].append(
                    (b, f'{sebut_dokumen(b["dokumen"])} "{b["nama"]}"')
                )
        for tingkat, milik in varian.items():
            if milik:
                pertama = milik[0][0]
                yield Catatan(
                    f"{pertama['target_id']}.nama.{tingkat}",
                    f'Menurut kartu "{kartu["nama"]}"; {"; ".join(t for _, t in milik)}.',
                    tingkat=tingkat,
                    sel=_sel(konteks, pertama, "nama"),
                )


@periksa(
    "TAR-10",
    sifat=(Sifat.MEMPERHADAPKAN, Sifat.NAMA, Sifat.MENGUTIP_NAMA),
    tingkat="peringatan",
    judul="Nama tercetak berbeda dari rencana",
    dasar="LKIP melaporkan tujuan, sasaran, indikator dan program seperti tertulis dalam rencananya",
    saran="Pakai nama yang direncanakan, atau jelaskan sejak kapan namanya berganti.",
)
def nama_tercetak(konteks: Konteks) -> Iterator[Catatan]:
    """Compare what the tables of a report call things with their planned names; spelling is left alone."""
    rencana = {s["kode"]: s["nama"] for s in konteks.baris("ketik/sasaran")}
    dilihat = _dahulu(konteks, "sasaran")
    for b in konteks.baris("ketik/tercetak/hitungan"):
        if b["jenis_subjek"] != "sasaran" or b["subjek"] not in rencana or (b["subjek"], b["nama"]) in dilihat:
            continue
        dilihat.add((b["subjek"], b["nama"]))
        beda = beda_nama(b["nama"], rencana[b["subjek"]]) if b["nama"] else None
        if beda and beda.nyata:
            yield Catatan(
                f"{b['nilai_id']}.nama",
                f'Sasaran {b["subjek"]} tercetak "{b["nama"]}", dalam rencana "{rencana[b["subjek"]]}".',
                sel={**konteks.ledger[b["nilai_id"]], **_HITUNGAN, "kolom": "nama", "tercetak": b["nama"]},
            )
    for jenis, milik in ((j, m) for j, m in _direncanakan(konteks).items() if m):  # without a plan nothing is named
        sudah = dilihat if jenis == "sasaran" else _dinamai_lain(konteks) if jenis == "indikator" else set()
        yield from _nama_tabel(konteks, jenis, milik, sudah)


def _direncanakan(konteks: Konteks) -> dict[str, dict[str, list[str]]]:
    """Return the planned names of each kind by code; a program may be called by several documents."""
    hasil = {
        "tujuan": {b["kode"]: [b["nama"]] for b in konteks.baris("ketik/tujuan")},
        "indikator_tujuan": {b["kode"]: [b["indikator"]] for b in konteks.baris("ketik/tujuan") if b["indikator"]},
        "sasaran": {b["kode"]: [b["nama"]] for b in konteks.baris("ketik/sasaran")},
        "indikator": {b["kode"]: [b["nama"]] for b in konteks.baris("ketik/indikator")},
        "program": dict[str, list[str]](),
    }
    for b in konteks.baris("ketik/anggaran"):
        if b["nama"]:
            hasil["program"].setdefault(b["kode"], []).append(b["nama"])
    return hasil


def _dinamai_lain(konteks: Konteks) -> set[tuple[str, str]]:
    """Return the names of indicators that are told where their target is, or as of no plan."""
    target = {(b["indikator"], b["nama"]) for b in konteks.baris("ketik/target")} | _dahulu(konteks, "indikator")
    return target | {(b["subjek"], b["nama"]) for b in konteks.baris("ketik/tercetak/hitungan") if not b["subjek"]}


def _nama_tabel(
    konteks: Konteks, jenis: str, rencana: dict[str, list[str]], dilihat: set[tuple[str, str]]
) -> Iterator[Catatan]:
    """List once of each thing what the tables of the report call it, and the things that no plan has."""
    lain: dict[tuple[str, str], dict[str, list[Baris]]] = {}
    for b in konteks.baris("ketik/tercetak/nama"):
        kode, nama = b["subjek"], b["nama"]
        if b["jenis"] != jenis or (kode and kode not in rencana) or (kode, nama) in dilihat:
            continue
        beda = [beda_nama(nama, n) for n in rencana.get(kode, ())]
        if not kode or all(d and d.nyata for d in beda):
            lain.setdefault((kode, kode or nama), {}).setdefault(nama, []).append(b)
    sebutan = jenis.replace("_", " ")
    for (kode, kunci), milik in lain.items():
        sebut = ", ".join(f'"{n}" ({"; ".join(b["sumber"] for b in baris)})' for n, baris in milik.items())
        pertama = next(iter(milik.values()))[0]
        sel = {"berkas": "tercetak/nama.csv", "baris": pertama["_baris"], "kolom": "nama"}
        yield Catatan(
            f"nama.{jenis}.{kunci}",
            f'{sebutan.capitalize()} {kode} tercetak {sebut}; dalam rencana "{rencana[kode][0]}".'
            if kode
            else f"Tercetak sebagai {sebutan} {sebut}, tetapi tidak ada dalam rencana.",
            sel=sel | {"tercetak": pertama["nama"], "subjek": kode},
        )


# One sentence that computes: a division. One that speaks of the target only explains the capaian.
_MEMBAGI = re.compile(r"\bdibagi\b|÷|\s/\s|\bper jumlah\b", re.I)
_BUKAN_RUMUS = re.compile(r"\b(?:target|capaian)\b", re.I)
_DIGABUNG = re.compile(r"\b(?:(?:di)?rata|dijumlah\w*|ditambah|bobot|dibobot)", re.I)


@periksa(
    "TAR-13",
    tingkat="peringatan",
    judul="Satu kartu indikator memuat dua rumus",
    dasar="Satu indikator dihitung dengan satu rumus",
    saran="Sisakan rumus yang dipakai; yang lain milik indikator lain.",
)
def dua_rumus(konteks: Konteks) -> Iterator[Catatan]:
    """Find cards whose formula divides twice, by different words, without saying how the two are put together."""
    for kartu in konteks.baris("ketik/indikator"):
        teks = str(kartu["formulasi"])
        bagian = [t.strip() for t in re.split(r";|\n", teks)]
        rumus = {t.casefold(): t for t in bagian if _MEMBAGI.search(t) and not _BUKAN_RUMUS.search(t)}
        if len(rumus) > 1 and not _DIGABUNG.search(teks):
            tempat = {"berkas": "indikator.csv", "baris": kartu["_baris"], "kolom": "formulasi"}
            isi = " dan ".join(f'"{t}"' for t in rumus.values())
            yield Catatan(
                f"kartu.{kartu['kode']}.formulasi",
                f"Kartu {kartu['kode']} memuat {len(rumus)} rumus: {isi}.",
                sel=tempat | {"tercetak": teks, "subjek": kartu["kode"]},
            )
