"""The sheets of performance: indicators and sasaran, measured live."""

from __future__ import annotations

from lkip_lib.formulas.katalog import Rumus, nama_capaian
from lkip_lib.formulas.predikat import rata_rata
from lkip_lib.policies import Skala
from lkip_lib.publish import workbook_formulas as f
from lkip_lib.publish.workbook_layout import KOLOM_SASARAN, Baris, Susunan
from lkip_lib.publish.workbook_sheet import Lembar, Sel, hitung, kata, masukan


def batasi(s: Susunan, mentah: str) -> str:
    """Return the formula that bounds a capaian."""
    badan = f.isi(s.bahan.katalog["batas_capaian"], bawah="Batas_Bawah", atas="Batas_Atas", capaian_mentah=mentah)
    return f.bila_ada([mentah], badan)


def kelas(s: Susunan, nilai: str) -> str:
    """Return the formula of a class on the scale of capaian."""
    return kelas_skala(s, nilai, "Skala", s.bahan.kebijakan.skala_capaian)


def kelas_skala(s: Susunan, nilai: str, awalan: str, skala: Skala) -> str:
    """Return the formula of a class on a scale whose cells are named by `awalan`."""
    cara = skala.pembacaan(s.params.pembacaan_celah)
    return f.predikat(nilai, f"{awalan}_Mulai", f"{awalan}_Kelas", cara, skala.desimal)


def indikator(s: Susunan) -> Lembar:
    """Measure every indicator, and the agency by their mean."""
    baris = [_indikator(s, i, b) for i, b in enumerate(s.baris("indikator"))]
    return Lembar(
        "Indikator",
        f"Capaian indikator kinerja {s.isi.masa}",
        s.kolom_indikator,
        baris,
        _rata(s) if baris else (),
        "Sel kuning boleh diubah; sel abu-abu menghitung. Batas, ambang, dan skala ada di lembar Kebijakan.",
        beku=3,
    )


def _indikator(s: Susunan, i: int, b: Baris) -> list[Sel]:
    kode, tahun, letak = b["kode"], s.bahan.tahun, s.letak["Indikator"]
    rinci, bentuk = s.target.get((kode, tahun), {}), s.bentuk(kode)
    t, r, mentah, batas = (letak[k, i] for k in ("target", "realisasi", "capaian_mentah_persen", "capaian_persen"))
    dasar = _rumus_dasar(s, b)
    ujung = {k.removeprefix("target_"): letak[k, i] for k in ("target_bawah", "target_atas") if k in letak}
    nol = s.kartu[kode]["nol_tercapai"] == "ya"
    rumus = f.capaian(s.bahan.katalog, dasar, target=t, realisasi=r, nol=nol, **ujung)
    sel: dict[str, Sel] = {k: Sel(b[k]) for k in ("kode", "sasaran", "nama", "satuan", "arah")}
    sel["bobot"] = masukan(b["bobot"])
    sel["target"] = masukan(b["target"], bentuk)
    sel |= {k: masukan(rinci.get(k), bentuk) if s.berentang(kode, tahun) else Sel()
            for k in ("target_bawah", "target_atas")}  # fmt: skip
    sel["realisasi"] = _realisasi(s, b)
    sel["capaian_mentah_persen"] = hitung(rumus, b["capaian_mentah_persen"]) if rumus else Sel()
    sel["capaian_persen"] = hitung(batasi(s, mentah), b["capaian_persen"])
    sel["predikat"] = hitung(kelas(s, batas), b["predikat"])
    tercapai = f'IF(ROUND({mentah},9)>=Ambang_Tercapai,"ya","tidak")'
    luput = f'IF(AND(COUNT({t},{r})=2,{t}=0,{r}{">" if b["arah"] == "turun" else "<"}0),"tidak","")'
    sel["tercapai"] = hitung(f"IF(ISNUMBER({mentah}),{tercapai},{luput})", b["tercapai"])
    hilang = kata(b["status_nilai"] if b["status_nilai"] != "angka" else "tidak_dapat_dihitung")
    sel["status_nilai"] = hitung(f'IF(ISNUMBER({batas}),"angka","{hilang}")', kata(b["status_nilai"]))
    kalimat = [s.bahan.katalog[n].kalimat for n in (dasar, "nol_tercapai" if nol else "") if n]
    sel["rumus"] = Sel("; ".join(kalimat))
    return [sel[k.kunci] for k in s.kolom_indikator]


def _rumus_dasar(s: Susunan, b: Baris) -> str:
    """Name the formula that holds once a realisasi is no longer zero against a target of zero."""
    if b["rumus"] != "nol_tercapai":
        return str(b["rumus"])
    if s.jenis(b["kode"], s.bahan.tahun) == "perubahan":
        return "capaian_perubahan"
    return menurut_arah(s, b["arah"])


def menurut_arah(s: Susunan, arah: str) -> str:
    """Name the formula of a level by its direction."""
    k = s.bahan.kebijakan
    return nama_capaian(k.rumus_turun if arah == "turun" else k.rumus_naik)


def _realisasi(s: Susunan, b: Baris) -> Sel:
    """Take the realisasi in; where the document targets a change, compute it from the levels of two years."""
    kode, tahun, bentuk = b["kode"], s.bahan.tahun, s.bentuk(b["kode"])
    if s.dari_perubahan(kode, tahun):
        dua = [s.tempat("Riwayat", kode=kode, tahun=t, lingkup="instansi") for t in (tahun, tahun - 1)]
        sel = [s.letak["Riwayat"].luar("realisasi", i) for i in dua if i is not None]
        if len(sel) == 2:
            rumus = f.bulat("selisih", "{kini}-{pembanding}", kini=sel[0], pembanding=sel[1])
            return hitung(f.bila_ada(sel, rumus), b["realisasi"], bentuk)
    return masukan(b["realisasi"], bentuk)


def _rata(s: Susunan) -> list[Sel]:
    r, letak = s.isi.ringkas, s.letak["Indikator"]
    lewat_sasaran = s.params.rata_rata == "sasaran"

    def rata(nama: str) -> str:
        if lewat_sasaran:
            nilai, bobot = f"Sasaran_{nama}", f"--ISNUMBER(Sasaran_{nama})"
        else:
            nilai, bobot = f"Indikator_{nama}", "Indikator_Bobot"
        return f.rata_rata(_rumus_rata(s, nama), nilai, bobot, banyak=f"ROWS({nilai})", terhitung=f"COUNT({nilai})")

    isi = {
        "nama": Sel("Rata-rata capaian" + (" sasaran" if lewat_sasaran else "")),
        "capaian_mentah_persen": hitung(rata("Mentah"), r["rata_rata_mentah_persen"]),
        "capaian_persen": hitung(rata("Capaian"), r["rata_rata_persen"]),
        "predikat": hitung(kelas(s, letak["capaian_persen", letak.banyak]), r["predikat"]),
    }
    return [isi.get(k.kunci, Sel()) for k in s.kolom_indikator]


def _rumus_rata(s: Susunan, nama: str) -> Rumus:
    """Return how a column is averaged: `Capaian` as it is classed, `Mentah` without rounding."""
    return s.bahan.katalog["rata_rata_capaian" if nama == "Capaian" else "rata_rata"]


def sasaran(s: Susunan) -> Lembar:
    """Measure every sasaran by the mean of its indicators, and its budget by its programs."""
    baris = [_sasaran(s, i, b) for i, b in enumerate(s.baris("sasaran"))]
    catatan = "Capaian dirata-rata dari lembar Indikator; pagu dan realisasi dijumlah dari lembar Pendukung."
    return Lembar("Sasaran", f"Capaian sasaran {s.isi.masa}", KOLOM_SASARAN, baris, (), catatan, beku=2)


def _sasaran(s: Susunan, i: int, b: Baris) -> list[Sel]:
    letak = s.letak["Sasaran"]
    kode, banyak, terhitung = (letak[k, i] for k in ("kode", "n_indikator", "n_terhitung"))
    milik = [d for d in s.baris("indikator") if d["sasaran"] == b["kode"]]
    mentah = rata_rata([d["capaian_mentah_persen"] for d in milik], [d["bobot"] for d in milik])
    sama = f"(Indikator_Sasaran={kode})"

    def rata(nama: str) -> str:
        bobot = f"Indikator_Bobot*{sama}"
        return f.rata_rata(_rumus_rata(s, nama), f"Indikator_{nama}", bobot, banyak=banyak, terhitung=terhitung)

    def uang(nama: str) -> str:
        ada, punya = f"(Pendukung_Sasaran={kode})", f"SUMPRODUCT(--(Pendukung_Sasaran={kode}))"
        syarat = f"OR({punya}=0,SUMPRODUCT({ada}*ISNUMBER({nama}))<{punya})"
        return f'IF({syarat},"",SUMPRODUCT({nama},Pendukung_Bobot*{ada}))'

    pagu, realisasi = letak["pagu_rp", i], letak["realisasi_rp", i]
    program = [p for p in s.pendukung if p["sasaran"] == b["kode"]]
    return [
        Sel(b["kode"]),
        Sel(b["nama"]),
        hitung(rata("Mentah"), mentah),
        hitung(rata("Capaian"), b["capaian_persen"]),
        hitung(kelas(s, letak["capaian_persen", i]), b["predikat"]),
        hitung(f"SUMPRODUCT(--{sama})", b["n_indikator"]),
        hitung(f"SUMPRODUCT({sama}*ISNUMBER(Indikator_Capaian))", b["n_terhitung"]),
        hitung(uang("Pendukung_Pagu"), s.berbobot(program, "pagu_rp")),
        hitung(uang("Pendukung_Realisasi"), s.berbobot(program, "realisasi_rp")),
        hitung(f.bila_dapat([pagu, realisasi], f.isi("serapan", pagu=pagu, realisasi=realisasi)), b["serapan_persen"]),
    ]
