"""A budget of a regional agency: programs, activities, accounts and sub units, with every sum known."""

from __future__ import annotations

from benchmarks.ekspor.katalog import BIDANG, DAUN_GAJI, DAUN_MODAL, DAUN_OPERASI, PENUNJANG, REKENING
from benchmarks.ekspor.kebenaran import benar, salah_satu_tempat, tanya_umum, tolak
from benchmarks.ekspor.uang import Uang

GRUP = {"5.1": "Operasi", "5.2": "Modal", "5.3": "Tidak Terduga", "5.4": "Transfer"}


class Daerah:
    """Hold leaves: sub unit, program, activity, sub activity, account, budget, result."""

    def __init__(self, rng, c, n_su=1, lain_grup=False):
        self.bidang = rng.choice(list(BIDANG))
        self.nama_bidang, self.unit, upt, prog = BIDANG[self.bidang]
        self.kode_unit = f"{self.bidang}.0.00.0.00.01.0000"
        self.su = [(self.kode_unit, self.unit)]
        for i in range(1, n_su):
            self.su.append((f"{self.bidang}.0.00.0.00.01.{i:04d}", f"{upt} {chr(64 + i) if i < 27 else i}"))
        self.nama: dict[str, str] = {}
        self.daun: list[tuple] = []
        pohon = []
        penuh = c.get("_penuh")
        pilih = [("01", *PENUNJANG)] + [p for p in prog if penuh or rng.random() < 0.75]
        for kp, np, keg in pilih:
            kodep = f"{self.bidang}.{kp}"
            self.nama[kodep] = np
            ks = [k for k in keg if penuh or rng.random() < (0.45 if kp == "01" else 0.9)] or keg[:1]
            for kk, nk, sub in ks:
                kodek = f"{kodep}.{kk}"
                self.nama[kodek] = nk
                for kz, nz in [s for s in sub if penuh or rng.random() < 0.75] or sub[:1]:
                    kodes = f"{kodek}.{kz}"
                    self.nama[kodes] = nz
                    pohon.append((kodep, kodek, kodes, "Gaji" in nz))
        for i, (ksu, _) in enumerate(self.su):
            punya = pohon if i == 0 else ([x for x in pohon if rng.random() < 0.55] or pohon[:1])
            for n, (p, k, s, gaji) in enumerate(punya):
                daun = list(DAUN_GAJI) if gaji else sorted(rng.sample(DAUN_OPERASI, rng.randrange(1, 4)))
                if not gaji and rng.random() < 0.35:
                    daun.append(rng.choice(DAUN_MODAL))
                if lain_grup and i == 0 and n == len(punya) - 1:
                    daun += ["5.3.01.01.01.0001", "5.4.02.05.02.0001"]
                mati = rng.random() < 0.08
                for d in daun:
                    pagu = rng.randrange(3, 700) * 1_000_000 + rng.randrange(0, 1000) * 1000
                    if rng.random() < 0.5 and not gaji:
                        pagu //= 10
                        pagu -= pagu % 1000
                    real = 0 if mati else self._real(rng, c, pagu)
                    self.daun.append((ksu, p, k, s, d, pagu, real))

    @staticmethod
    def _real(rng, c, pagu):
        x = pagu * rng.uniform(0.7, 1.0)
        if c["ribuan"]:
            return int(x) // 1000 * 1000
        if c["sen"]:
            return int(x) + rng.choice([0, 0.25, 0.5, 0.75])
        return int(x)

    def jumlah(self, tapis=lambda d: True) -> dict:
        """Sum budget and result of the leaves that pass, by group of accounts."""
        out = {g: [0, 0] for g in GRUP}
        for d in self.daun:
            if tapis(d):
                g = d[4][:3]
                out[g][0] += d[5]
                out[g][1] += d[6]
        return out

    def baris(self, su=None, rek=(6,), bagi_rek=True):
        """Yield rows from program to account: level, code, name, sums, and an account's sub activity."""
        daun = [d for d in self.daun if su is None or d[0] == su]
        for t_p in dict.fromkeys(d[1] for d in daun):
            yield "program", t_p, self.nama[t_p], self._j(daun, 1, t_p), None
            for t_k in dict.fromkeys(d[2] for d in daun if d[1] == t_p):
                yield "kegiatan", t_k, self.nama[t_k], self._j(daun, 2, t_k), None
                for t_s in dict.fromkeys(d[3] for d in daun if d[2] == t_k):
                    yield "sub_kegiatan", t_s, self.nama[t_s], self._j(daun, 3, t_s), t_s
                    punya = [d for d in daun if d[3] == t_s]
                    kode = sorted({".".join(d[4].split(".")[:n]) for d in punya for n in rek})
                    for r in kode:
                        j = {g: [0, 0] for g in GRUP}
                        for d in punya:
                            if d[4] == r or d[4].startswith(r + "."):
                                j[d[4][:3]][0] += d[5]
                                j[d[4][:3]][1] += d[6]
                        yield "rekening", r, REKENING[r], j, t_s

    @staticmethod
    def _j(daun, i, kode):
        j = {g: [0, 0] for g in GRUP}
        for d in daun:
            if d[i] == kode:
                j[d[4][:3]][0] += d[5]
                j[d[4][:3]][1] += d[6]
        return j

    def kebenaran(self, u: Uang, ada_real=True, suffix=None) -> dict:
        out = []
        for t, kode, nama, j, _ in self.baris(rek=()):
            p, r = (sum(x[i] for x in j.values()) for i in (0, 1))
            b = {
                "kode": kode,
                "tingkat": t,
                "nama": nama,
                "pagu_rp": u.benar(p),
                "realisasi_rp": u.benar(r) if ada_real else None,
            }
            if suffix:
                b["nama_lain"] = [nama + s for s in suffix]
            out.append(b)
        return {"anggaran": out}

    def total(self, i):
        return sum(d[5 + i] for d in self.daun)

    def belanja(self) -> list:
        """Sum by accounts of three levels."""
        b: dict = {}
        for d in self.daun:
            k = ".".join(d[4].split(".")[:3])
            b.setdefault(k, [0, 0])
            b[k][0] += d[5]
            b[k][1] += d[6]
        return [{"kode": k, "uraian": REKENING[k], "pagu_rp": v[0], "realisasi_rp": v[1]} for k, v in sorted(b.items())]


def ringkas(d: Daerah) -> list:
    out = []
    for t, _kode, nama, j, _ in d.baris(rek=()):
        if t == "program":
            out.append((nama, sum(x[0] for x in j.values()), sum(x[1] for x in j.values())))
    return out


def suntik(rng, rows, rusak):
    """Mark, or double, one row for that damage, and return it."""
    if rusak in ("rusak", "total_grup"):
        x = rng.choice([r for r in rows if r["t"] == "sub_kegiatan" and r["j"]["5.1"][0] > 1_000_000])
        x["salah"] = rusak
        return x
    if rusak == "total_kegiatan":
        x = rng.choice([r for r in rows if r["t"] == "kegiatan"])
        x["j"] = {g: list(v) for g, v in x["j"].items()}
        x["j"]["5.1"][0] += rng.choice([1_000_000, 90_000, 25_000_000])
        x["salah"] = rusak
        return x
    if rusak == "ganda":
        i = rng.choice([i for i, r in enumerate(rows) if r["t"] == "sub_kegiatan"])
        k = i + 1
        while k < len(rows) and rows[k]["t"] == "rekening":
            k += 1
        y = dict(rows[i])
        y["j"] = {g: list(v) for g, v in y["j"].items()}
        y["j"]["5.1"][0] += 7_500_000
        rows[i]["salah"] = y["salah"] = rusak
        rows.insert(k, y)
        return y
    return None


def akhir_daerah(c, d, u, rusak, L, kena, ada_real, suffix, kata, tahun_judul, n_su, wajib_jumlah=False):
    if rusak == "tahun":
        return tolak(c, "judul menyebut tahun lain dari yang diminta", [[str(tahun_judul)], [str(c["tahun"])]])
    if rusak == "rusak":
        return tolak(c, "angka rusak pada baris yang dipakai", [salah_satu_tempat(L, "rusak")], nilai_rusak=c["_rusak"])
    if rusak in ("total_kegiatan", "total_grup"):
        return tolak(
            c, "jumlah berselisih dengan rinciannya", [salah_satu_tempat(L, "total", kena["kode"])], boleh_catatan=True
        )
    if rusak == "total_jumlah":
        return tolak(
            c, "baris jumlah berselisih dengan rinciannya", [salah_satu_tempat(L, "total", kata)], boleh_catatan=True
        )
    if rusak == "ganda":
        return tolak(
            c,
            "kode yang sama dua kali dengan nama sama dan angka berbeda",
            [salah_satu_tempat(L, "ganda", kena["kode"])],
        )
    tanya, jawaban, sifat = [], {}, "boleh"
    if n_su > 1:
        tanya.append("kode yang sama ada di beberapa sub unit: dijumlahkan?")
        jawaban["jumlahkan"] = True
        if wajib_jumlah:
            sifat = "wajib"
    tanya_umum(c, tanya, jawaban)
    sfx = sorted({s for s in suffix if s})
    return benar(
        c,
        d.kebenaran(u, ada_real, sfx),
        tanya,
        sifat,
        jawaban=jawaban,
        total={"pagu_rp": u.benar(d.total(0)), "realisasi_rp": u.benar(d.total(1)) if ada_real else None},
        tambahan={"belanja": d.belanja()} if ada_real else {},
        lembar=L.nama,
    )
