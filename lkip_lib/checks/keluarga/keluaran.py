"""Outputs and outcomes: their printed percentages, their plan, their money, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lkip_lib import numerals
from lkip_lib.checks.registry import Catatan, Konteks, Sifat, periksa
from lkip_lib.frames import catatan, himpun
from lkip_lib.ledger import ANGKA

Baris = dict[str, Any]


def capaian_keluaran(konteks: Konteks, r: Baris, b: Baris) -> Catatan:
    """Say what a printed capaian of an output or outcome equals, when not realisasi / target."""
    hasil = numerals.persen(r["dihitung"])
    frame = konteks.frames["ketik/keluaran"]
    milik = catatan(frame[frame["kode"] == r["subjek"]])
    kalimat = f"Tercetak {r['tercetak']}, target dan realisasinya memberi {hasil}"
    if not milik:
        return Catatan(str(r["id"]), f"{kalimat}.", kandidat=hasil)
    m = milik[0]
    bukti = [m["target_id"], m["realisasi_id"]]
    if b["nilai"] in (m["target"], m["realisasi"]):
        nama = "target dan realisasinya" if m["target"] == m["realisasi"] else "realisasinya"
        milik_siapa = nama if b["nilai"] == m["realisasi"] else "targetnya"
        kalimat += f"; yang tercetak sama dengan {milik_siapa}, bukan persentase"
    pasangan = frame[(frame["anggaran"] == m["anggaran"]) & (frame["kode"] != m["kode"]) & (m["anggaran"] != "")]
    for p in catatan(pasangan[pasangan["realisasi"] == b["nilai"]])[:1]:
        kalimat += f"; yang tercetak sama dengan realisasi {p['jenis']} di baris pasangannya "
        kalimat += f"({p['realisasi_tercetak']})"
        bukti.append(p["realisasi_id"])
    sejenis = frame[(frame["jenis"] == m["jenis"]) & frame["target"].notna()]
    if m["jenis"] == "keluaran" and len(sejenis) > 2 and (sejenis["target"] == sejenis["realisasi"]).all():
        kalimat += (
            f"; target dan realisasi sama di semua {len(sejenis)} baris keluaran, jadi realisasinya mungkin disalin "
            "dari target"
        )
    # The output's own target and realisasi may be the wrong ones.
    return Catatan(str(r["id"]), f"{kalimat}.", kandidat=hasil, bukti=tuple(bukti))


# An outcome is far below its output when the output is done and the outcome misses this part of its target.
_KELUARAN_SELESAI, _HASIL_JAUH = 100.0, 60.0


@periksa(
    "CAP-05",
    tingkat="peringatan",
    judul="Keluaran tercapai, tetapi hasilnya jauh di bawah target",
    dasar="Hasil mengikuti keluaran sub kegiatan yang sama",
    saran="Jelaskan mengapa keluaran tidak memberi hasil, atau perbaiki angka hasilnya.",
)
def hasil_jauh_di_bawah_keluaran(konteks: Konteks) -> Iterator[Catatan]:
    """Find outcomes below 60 % of their target whose outputs of the same budget code are all done."""
    frame = konteks.frames["ketik/keluaran"]
    terbaca = frame[(frame["anggaran"] != "") & (frame["target"] > 0) & frame["realisasi"].notna()]
    for kode, milik in terbaca.groupby("anggaran", sort=False):
        persen = milik["realisasi"] / milik["target"] * 100
        keluaran = milik[milik["jenis"] == "keluaran"]
        if keluaran.empty or (persen[keluaran.index] < _KELUARAN_SELESAI).any():
            continue
        for posisi, h in zip(milik.index, catatan(milik), strict=True):
            if h["jenis"] == "hasil" and persen[posisi] < _HASIL_JAUH:
                k = catatan(keluaran)[0]
                yield Catatan(
                    str(h["realisasi_id"]),
                    f"Hasil {kode} tercapai {numerals.persen(persen[posisi])} ({h['realisasi_tercetak']} dari "
                    f"{h['target_tercetak']}), padahal keluarannya {k['realisasi_tercetak']} dari "
                    f"{k['target_tercetak']}.",
                    bukti=(k["target_id"], k["realisasi_id"]),
                )


@periksa(
    "TAR-12",
    sifat=(Sifat.SEKOLOM,),
    tingkat="peringatan",
    judul="Target keluaran berbeda antara RKT dan tabel pengukuran",
    dasar="Keluaran sub kegiatan yang sama ditargetkan sama, kecuali targetnya diubah",
    saran="Sebutkan perubahan targetnya, atau samakan dengan RKT.",
)
def target_keluaran(konteks: Konteks) -> Iterator[Catatan]:
    """Compare the target of a line's only output in the annual plan with that of its only measured one."""
    diukur = _tunggal(konteks.baris("ketik/keluaran"), "anggaran")
    for kode, rencana in _tunggal(konteks.baris("ketik/rkt"), "kode").items():
        ukuran = diukur.get(kode)
        if ukuran and ukuran["target"] != rencana["target"]:
            yield Catatan(
                str(ukuran["target_id"]),
                f"Target keluaran {kode} menurut RKT {rencana['target_tercetak']}, menurut tabel pengukuran "
                f"{ukuran['target_tercetak']}. Apakah targetnya diubah?",
                bukti=(rencana["target_id"],),
            )


def _tunggal(semua: list[Baris], kunci: str) -> dict[str, Baris]:
    """Return the outputs with a target by code, of the codes that have only one."""
    keluaran = (b for b in semua if b["jenis"] == "keluaran" and b["target_status"] == ANGKA)
    return {k: m[0] for k, m in himpun((b[kunci], b) for b in keluaran if b[kunci]).items() if len(m) == 1}


@periksa(
    "CAP-10",
    tingkat="informasi",
    judul="Keluaran tercapai, padahal anggarannya nol",
    dasar="Keluaran sub kegiatan dan anggaran sub kegiatan yang sama",
    saran="Sebutkan dengan dana mana keluaran itu dicapai.",
)
def keluaran_tanpa_dana(konteks: Konteks) -> Iterator[Catatan]:
    """Find outputs that were reached under a budget line without pagu and without realisasi."""
    nol = {
        b["kode"]: b
        for b in konteks.baris("ketik/anggaran")
        if b["dokumen"] == konteks.dokumen_anggaran and b["pagu_rp"] == 0 and b["realisasi_rp"] == 0
    }
    for b in konteks.baris("ketik/keluaran"):
        if b["jenis"] == "keluaran" and b["anggaran"] in nol and b["realisasi"] > 0:
            dana = nol[b["anggaran"]]
            yield Catatan(
                str(b["realisasi_id"]),
                f"Keluaran {b['anggaran']} tercapai {b['realisasi_tercetak']}, sedangkan pagu dan realisasi "
                f"{b['anggaran']} nol. Dengan dana mana?",
                bukti=(dana["pagu_rp_id"], dana["realisasi_rp_id"]),
            )
