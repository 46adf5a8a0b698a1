"""What figures are called and where the agency's own document states them, for the panel of a figure's origin."""

from __future__ import annotations

from lkip_lib.checks.cetak.letak import letak_dokumen
from lkip_lib.display.sebutan import Sebutan
from lkip_lib.inputs.origin import dari_frame, nama_kolom, tabel_di
from lkip_lib.narrative.isi import Isi


def sebutan(isi: Isi) -> Sebutan:
    """Gather the names of what the report's figures are about."""
    nama = {
        "indikator": {b["kode"]: b["nama"] for b in isi.baris("ketik/indikator")},
        "sasaran": {b["kode"]: b["nama"] for b in isi.baris("ketik/sasaran")} if isi.ada("ketik/sasaran") else {},
        "anggaran": {b["kode"]: b["nama"] for b in isi.baris("anggaran")} if isi.ada("anggaran") else {},
    }
    tabel = {n: t.judul for n, t in isi.deklarasi.items()}
    return Sebutan(isi.instansi.nama, nama, isi.dokumen, tabel, _tempat(isi))


def _tempat(isi: Isi) -> dict[str, str]:
    """Return where each stated figure stands, by its id; only where its row names a source."""
    asal, hasil, sumber = dari_frame(isi.frames["asal_kolom"]), {}, dict[str, dict[object, str]]()
    for b in isi.ledger.frame.query("berkas != ''").to_dict("records"):
        if str(b["berkas"]).endswith((".yml", ".yaml")):
            continue
        tabel = tabel_di(asal, b["berkas"], b["kolom"])
        if tabel not in sumber:
            milik = isi.baris(f"ketik/{tabel}") if f"ketik/{tabel}" in isi.frames else []
            sumber[tabel] = {r["_baris"]: str(r["sumber"]) for r in milik if r.get("sumber")}
        if tertulis := sumber[tabel].get(b["baris"]):
            hasil[str(b["id"])] = letak_dokumen(tertulis, nama_kolom(asal, tabel, b["kolom"]), tabel, str(b["subjek"]))
    return hasil
