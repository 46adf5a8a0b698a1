"""What an import must give: a table, or a refusal that names the places."""

from __future__ import annotations

from benchmarks.ekspor.lembar import Lembar


def tempat(L: Lembar, tag: str) -> list[list[str]]:
    """List each place by the address of its cell and the number of its row."""
    out = []
    for a in L.tag.get(tag, []):
        b = "".join(ch for ch in a if ch.isdigit())
        out.append([a, f"baris {b}"])
    return out


def salah_satu_tempat(L: Lembar, tag: str, *lain: str) -> list[str]:
    return [x for t in tempat(L, tag) for x in t] + [str(x) for x in lain]


def perintah(c, triwulan=None, tahun=None) -> dict:
    return {"tahun": tahun or c["tahun"], "instansi_baru": True, "triwulan": triwulan}


def benar(c, tabel, tanya=(), sifat="boleh", triwulan=None, jawaban=None, **lain) -> dict:
    k = {"perintah": perintah(c, triwulan), "hasil": "benar", "tabel": tabel}
    if tanya:
        k |= {"tanya": list(tanya), "tanya_sifat": sifat, "jawaban": jawaban or {}}
    return k | lain


def tolak(c, alasan, sebut, triwulan=None, tahun=None, **lain) -> dict:
    return {"perintah": perintah(c, triwulan, tahun), "hasil": "tolak", "alasan": alasan, "sebut": sebut} | lain


def tanya_umum(c, tanya, jawaban):
    if c["ribuan"]:
        tanya.append("angka dalam ribuan rupiah")
        jawaban["satuan"] = "ribuan"


def kosong_tolak(c, triwulan=None):
    return tolak(
        c,
        "hanya judul kolom, tidak ada baris isi",
        [["kosong", "tidak ada baris", "tidak ada isi", "judul"]],
        triwulan=triwulan,
    )


def tahun_tolak(c, lain):
    return tolak(c, "judul menyebut tahun lain dari yang diminta", [[str(lain)], [str(c["tahun"])]])
