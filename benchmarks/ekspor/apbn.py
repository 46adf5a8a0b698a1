"""A budget of a central work unit: program to account, with every sum known."""

from __future__ import annotations

from benchmarks.ekspor.katalog import AKUN, AKUN_GAJI, APBN, KOMPONEN


def pohon_apbn(rng, c):
    """Draw names and leaves: program, activity, KRO, RO, component, account, volume, price, sum, result."""
    nama, daun = {}, []
    pilih = [p for p in APBN if rng.random() < 0.75] or [APBN[1]]
    for kp, np, keg in pilih:
        nama[(kp,)] = np
        for kk, nk, kro in keg:
            nama[(kp, kk)] = nk
            for ko, no, ro in kro:
                nama[(kp, kk, ko)] = no
                for kr, nr in [x for x in ro if rng.random() < 0.8] or ro[:1]:
                    nama[(kp, kk, ko, kr)] = nr
                    ks = KOMPONEN[:2] if kr == "994" else rng.sample(KOMPONEN[2:], rng.randrange(1, 3))
                    for km, nm in sorted(ks):
                        nama[(kp, kk, ko, kr, km)] = nm
                        for ka, na in sorted(rng.sample(AKUN_GAJI if km == "001" else AKUN, 2)):
                            nama[(ka,)] = na
                            v = rng.randrange(1, 40)
                            h = rng.randrange(2, 900) * 50_000
                            r = int(v * h * rng.uniform(0.75, 1.0))
                            if c["ribuan"]:
                                r = r // 1000 * 1000
                            if rng.random() < 0.06:
                                r = 0
                            daun.append((kp, kk, ko, kr, km, ka, v, h, v * h, r))
    return nama, daun


def jml(daun, kunci, i):
    return sum(d[i] for d in daun if d[: len(kunci)] == kunci)


def benar_apbn(nama, daun, u, ada_real, dengan_nama=True):
    """State the truth: programs and activities must be there; KRO or RO may become sub activities."""
    out, tambah = [], {"anggaran_kro": [], "anggaran_ro": []}
    for n, t in ((1, "program"), (2, "kegiatan"), (3, "sub_kegiatan"), (4, "sub_kegiatan")):
        for k in dict.fromkeys(d[:n] for d in daun):
            p = k[0]
            setara = {
                1: [p, p.split(".")[-1], p.split(".")[0] + "." + p.split(".")[-1]],
                2: [k[-1], f"{p}.{k[-1]}", f"{p.split('.')[-1]}.{k[-1]}"],
                3: [".".join(k), ".".join(k[1:]), k[-1]],
                4: [".".join(k), ".".join(k[1:]), ".".join(k[2:])],
            }[n]
            b = {
                "kode": setara[0],
                "kode_setara": setara,
                "tingkat": t,
                "nama": nama[k] if dengan_nama else None,
                "pagu_rp": u.benar(jml(daun, k, 8)),
                "realisasi_rp": u.benar(jml(daun, k, 9)) if ada_real else None,
            }
            {1: out, 2: out, 3: tambah["anggaran_kro"], 4: tambah["anggaran_ro"]}[n].append(b)
    return out, tambah
