"""Write the smallest agencies that have all that a roll-up looks at: two indicators and two programs each."""

from __future__ import annotations

import random
from pathlib import Path

_URUSAN = ("Kesehatan", "Pendidikan", "Sosial", "Perhubungan", "Perdagangan", "Pariwisata", "Pertanian", "Perikanan",
           "Kebudayaan", "Kearsipan")  # fmt: skip
_JENIS = ("Dinas {}", "Badan {} Daerah", "Dinas {} dan Pangan", "Kecamatan {}")
SEKOTA = len(_URUSAN) * len(_JENIS)
_DITOLAK, _BELUM, _SELISIH, _SENDIRI = 0.02, 0.05, 0.2, 0.1


def tulis_kecil(banyak: int, tahun: int, ke: Path, benih: int = 7) -> None:
    """Write `banyak` small agencies of one year, forty a city; the same arguments give the same files.

    Some are refused, lack a realisasi, state a budget that their programs do not add up to, or have a policy of their
    own.
    """
    for nomor in range(banyak):
        acak = random.Random(f"{benih} {nomor}")
        kota, ke_berapa = divmod(nomor, SEKOTA)
        jenis, urusan = divmod(ke_berapa, len(_URUSAN))
        kode = f"rekaan-{kota:03d}-{ke_berapa:02d}"
        nama = f"{_JENIS[jenis].format(_URUSAN[urusan])} Kota Rekaan {kota:03d}"
        folder = ke / "data" / kode / str(tahun)
        folder.mkdir(parents=True, exist_ok=True)
        for berkas, isi in _isi(acak, tahun, nama, f"Pemerintah Kota Rekaan {kota:03d}").items():
            (folder / berkas).write_text(isi, encoding="utf-8")
        params = ke / "params" / kode
        if acak.random() < _SENDIRI:
            params.mkdir(parents=True, exist_ok=True)
            (params / f"{tahun}.yml").write_text("batas: 120\n", encoding="utf-8")
    (ke / "params").mkdir(exist_ok=True)


def _isi(acak: random.Random, tahun: int, nama: str, pemerintah: str) -> dict[str, str]:
    ikm, terlambat = acak.uniform(75, 90), acak.uniform(4, 15)
    nyata = ikm * acak.uniform(0.85, 1.08), terlambat * acak.uniform(0.7, 1.3)
    pagu = [acak.randrange(10**8, 10**10, 1000) for _ in "AB"]
    belanja = [int(p * acak.uniform(0.6, 1)) for p in pagu]
    beda = acak.randrange(1, 10**6) if acak.random() < _SELISIH else 0
    kedua = "" if acak.random() < _BELUM else _desimal(nyata[1])
    kepala = "indikator,tahun" if acak.random() < _DITOLAK else "indikator,tahun,dokumen,target"
    return {
        "instansi.yml": f"nama: {nama}\npemerintah: {pemerintah}\n",
        "indikator.csv": "kode,sasaran,nama,satuan,arah\nIKM,S1,Indeks Kepuasan Masyarakat,Nilai,naik\n"
        "ADUAN,S2,Persentase pengaduan yang terlambat dijawab,Persen,turun\n",
        "target.csv": f"{kepala}\nIKM,{tahun},pk,{_desimal(ikm)}\nADUAN,{tahun},pk,{_desimal(terlambat)}\n",
        "realisasi.csv": f"indikator,tahun,realisasi\nIKM,{tahun},{_desimal(nyata[0])}\nADUAN,{tahun},{kedua}\n",
        "anggaran.csv": "kode,induk,tingkat,sasaran,dokumen,pagu,realisasi\n"
        f"0,,instansi,,dpa,{sum(pagu)},{sum(belanja) + beda}\n"
        f"A,0,program,S1,dpa,{pagu[0]},{belanja[0]}\nB,0,program,S2,dpa,{pagu[1]},{belanja[1]}\n",
        "analisis.yml": "",
    }


def _desimal(nilai: float) -> str:
    return f'"{nilai:.2f}"'.replace(".", ",")
