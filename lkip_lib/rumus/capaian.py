"""Capaian of an indicator: realisasi against target, by kind of target and direction; one dispatch, exhaustive."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from lkip_lib.errors import tidak_dikenal
from lkip_lib.rumus.bahasa import TIDAK_ADA, TIDAK_BERLAKU, banyak, bersih, bulat, jumlah, terisi
from lkip_lib.rumus.deklarasi import rumus
from lkip_lib.rumus.jenis import (
    JENIS,
    berentang,
    berjenjang,
    berkisar,
    bertingkat,
    berubah,
    dua_sisi,
    menurun,
)

INSTANSI = "Ketentuan pengukuran instansi"


@rumus("persen")
def capaian_mentah(
    target, realisasi, target_bawah, target_atas, *, jenis, arah, nol_tercapai, rumus_naik, rumus_turun, rentang
):
    """Capaian sebelum dibatasi, menurut jenis dan arah target.

    Raises MasukanSalah for a jenis or an arah that no case knows. Source: params (rumus_naik, rumus_turun, rentang).

    >>> from lkip_lib.policies import bawaan
    >>> turun = dict(rumus_naik=bawaan().rumus["persentase"], rumus_turun=bawaan().rumus["selisih"])
    >>> turun["rentang"] = bawaan().rentang["dua_sisi"]
    >>> nan, kartu = float("nan"), dict(jenis="tingkat", arah="turun", nol_tercapai="tidak")
    >>> round(capaian_mentah(8.55, 7.82, nan, nan, **kartu, **turun), 2)
    108.54
    """
    turunkan = menurun(arah)
    if berentang(jenis) and rentang.melampaui and not dua_sisi(arah):
        dua = {"rumus_naik": rumus_naik, "rumus_turun": rumus_turun}
        hasil = capaian_rentang_searah(realisasi, target_bawah, target_atas, arah=arah, **dua)
    elif berkisar(jenis):
        hasil = capaian_rentang(realisasi, target_bawah, target_atas, rumus_naik=rumus_naik, rumus_turun=rumus_turun)
    elif berubah(jenis):
        # A change against the direction is not wanted but held: the less of it the better.
        melawan = target > 0 if turunkan else target < 0
        hasil = np.where(melawan, capaian_perubahan_ditahan(target, realisasi), capaian_perubahan(target, realisasi))
    elif berjenjang(jenis):
        hasil = capaian_ordinal(target, realisasi)
    elif bertingkat(jenis) and dua_sisi(arah):
        hasil = capaian_rentang(realisasi, target, target, rumus_naik=rumus_naik, rumus_turun=rumus_turun)
    elif bertingkat(jenis):
        hasil = (rumus_turun if turunkan else rumus_naik).rumus(target, realisasi)
    else:
        raise tidak_dikenal("Jenis target", jenis, JENIS)
    if nol_tercapai == "ya":
        nihil = (target == 0) & (realisasi == 0)
        hasil = np.where(nihil, nol_tercapai_seratus(target, realisasi), hasil)
    return hasil


@rumus("persen")
def capaian_perubahan(target, realisasi):
    """Perubahan yang terjadi ÷ perubahan yang ditargetkan × 100.

    Either sign; a target of zero gives none. Source: LKIP practice; a change never goes through `selisih`.

    >>> round(capaian_perubahan(-0.13, 7.82 - 7.90), 2)
    61.54
    """
    return realisasi / target * 100


@rumus("persen")
def capaian_perubahan_ditahan(target, realisasi):
    """Perubahan yang melawan arah dan hendak ditahan: makin kecil makin baik.

    A rise of at most 0,5 points allowed to an indicator that should fall, held at 0,3, is 140. Source: LKIP practice.

    >>> round(capaian_perubahan_ditahan(0.5, 0.3), 2), capaian_perubahan_ditahan(-2, -3)
    (140.0, 50.0)
    """
    return (2 * target - realisasi) / target * 100


@rumus("persen")
def capaian_ordinal(target, realisasi):
    """Tingkat realisasi ÷ tingkat target × 100, tingkat terendah bernilai 1.

    WDP (3) against a targeted WTP (4) is 75. Source: LKIP practice; the ladder stands on the indicator's card.

    >>> capaian_ordinal(4, 3)
    75.0
    """
    return np.where(target > 0, realisasi / target * 100, realisasi * TIDAK_ADA)


@rumus("persen")
def capaian_rentang(realisasi, target_bawah, target_atas, *, rumus_naik, rumus_turun):
    """Di dalam rentang 100; di luar, dibandingkan dengan batas terdekat.

    An open end has no bound (`≥95` is 95 and nothing above). Source: LKIP practice.

    >>> from lkip_lib.policies import bawaan
    >>> dua = dict(rumus_naik=bawaan().rumus["persentase"], rumus_turun=bawaan().rumus["selisih"])
    >>> capaian_rentang([85, 60, 99], 80, 90, **dua).tolist(), capaian_rentang(96, 95, float("nan"), **dua)
    ([100.0, 75.0, 90.0], 100.0)
    """
    return _dalam_rentang(realisasi, target_bawah, target_atas, rumus_naik, rumus_turun)


@rumus("persen", sumber="PermenPANRB 8/2021 (diadopsi)")
def capaian_rentang_searah(realisasi, target_bawah, target_atas, *, arah, rumus_naik, rumus_turun):
    """Di dalam rentang 100; di luar, terhadap batas terdekat menurut arahnya: sisi yang lebih baik di atas 100.

    A target of 7 to 8 months met in 6,5 is 107. Source: PermenPANRB 8/2021, for persons, since replaced; adopted.

    >>> from lkip_lib.policies import bawaan
    >>> turun = dict(arah="turun", rumus_naik=bawaan().rumus["persentase"], rumus_turun=bawaan().rumus["selisih"])
    >>> capaian_rentang_searah([6.5, 7.5, 9], 7, 8, **turun).round(2).tolist()
    [107.14, 100.0, 87.5]
    """
    rumus_arah = rumus_turun if menurun(arah) else rumus_naik
    return _dalam_rentang(realisasi, target_bawah, target_atas, rumus_arah, rumus_arah)


def _dalam_rentang(realisasi: Any, bawah: Any, atas: Any, di_bawah: Any, di_atas: Any) -> Any:
    """Give 100 within a range, and beyond an end what the formula of that side gives against it."""
    kurang = ~np.isnan(bawah) & (realisasi < bawah)
    lebih = ~np.isnan(atas) & (realisasi > atas)
    di_luar = np.where(lebih, di_atas.rumus(atas, realisasi), 100)
    hasil = np.where(kurang, di_bawah.rumus(bawah, realisasi), di_luar)
    return np.where(np.isnan(bawah) & np.isnan(atas), bawah + atas, hasil)


def mengukur_perubahan(nama: str) -> bool:
    """Tell whether the formula of this name measures a change.

    >>> mengukur_perubahan("capaian_perubahan_ditahan"), mengukur_perubahan("capaian_naik")
    (True, False)
    """
    return nama in (capaian_perubahan.nama, capaian_perubahan_ditahan.nama)


def mengukur_kisaran(nama: str) -> bool:
    """Tell whether the formula of this name gives 100 for all that lies within a range or bound.

    >>> mengukur_kisaran("capaian_rentang"), mengukur_kisaran("capaian_naik")
    (True, False)
    """
    return nama in (capaian_rentang.nama, capaian_rentang_searah.nama)


def mengukur_jenjang(nama: str) -> bool:
    """Tell whether the formula of this name compares rungs of a ladder.

    >>> mengukur_jenjang("capaian_ordinal"), mengukur_jenjang("capaian_naik")
    (True, False)
    """
    return nama == capaian_ordinal.nama


@rumus("persen", nama="nol_tercapai")
def nol_tercapai_seratus(target, realisasi):
    """Target nol dan realisasi nol dihitung 100.

    Source: LKIP practice for lower-is-better indicators ("nihil kasus").

    >>> nol_tercapai_seratus(0, 0)
    100.0
    """
    return np.where((target == 0) & (realisasi == 0), 100, TIDAK_ADA)


@rumus("persen", sumber=INSTANSI)
def batas_capaian(capaian_mentah_persen, *, batas, pembulatan):
    """Capaian yang melewati batas ditulis sebesar batasnya.

    Source: params (batas, pembulatan).

    >>> from lkip_lib.policies import bawaan
    >>> pilihan = dict(batas=bawaan().batas["100"], pembulatan=bawaan().pembulatan["tanpa"])
    >>> batas_capaian([108.54, -412, float("nan")], **pilihan).tolist()
    [100.0, 0.0, nan]
    """
    dibatasi = np.clip(capaian_mentah_persen, batas.bawah, batas.atas)
    return bulat(dibatasi, pembulatan.desimal, pembulatan.cara)


@rumus(sumber="params (ambang_tercapai)")
def tercapai(capaian_mentah_persen, target, realisasi, *, arah, ambang_tercapai):
    """Ya bila capaian sebelum dibatasi sekurangnya sebesar ambangnya, atau tidak.

    Where there is no percentage, what should fall still tells: against a target of zero a case too many has missed it,
    and so has less than nothing where it should rise; no case at all has reached any other target.

    >>> tercapai([98.72, 0.3 / 0.3 * 100], [65, 0.3], [64.17, 0.3], arah="naik", ambang_tercapai=100).tolist()
    ['tidak', 'ya']
    >>> nan = float("nan")
    >>> tercapai([nan, nan], [0, 5], [2, 0], arah="turun", ambang_tercapai=100).tolist()
    ['tidak', 'ya']
    """
    if menurun(arah):
        nihil = np.where((target > 0) & (realisasi == 0), "ya", TIDAK_ADA)
        tanpa_persen = np.where((target == 0) & (realisasi > 0), "tidak", nihil)
    else:
        tanpa_persen = np.where((target == 0) & (realisasi < 0), "tidak", TIDAK_ADA)
    menurut_persen = np.where(capaian_mentah_persen >= ambang_tercapai, "ya", "tidak")
    return np.where(np.isnan(capaian_mentah_persen), tanpa_persen, menurut_persen)


@rumus(nama="dinyatakan")
def realisasi_diukur(realisasi_kini, realisasi_lalu, *, dari_perubahan):
    """Realisasi yang dinyatakan; terhadap target perubahan, selisihnya dari tahun lalu.

    >>> realisasi_diukur(7.82, 7.90, dari_perubahan="ya"), realisasi_diukur(7.82, 7.90, dari_perubahan="tidak")
    (-0.08, 7.82)
    """
    if dari_perubahan == "ya":
        return selisih_tahun(realisasi_kini, realisasi_lalu)
    return realisasi_kini


@rumus(nama="selisih")
def selisih_tahun(realisasi_kini, realisasi_lalu):
    """Realisasi tahun ini − realisasi tahun lalu.

    >>> selisih_tahun(7.82, 7.90)
    -0.08
    """
    return bersih(realisasi_kini - realisasi_lalu)


@rumus("persen")
def rata_rata_capaian(capaian_persen, bobot, *, pembulatan):
    """Jumlah (capaian × bobot) ÷ jumlah bobot; satu anggota kosong membuatnya kosong.

    Source: LKIP practice; params (pembulatan).

    >>> from lkip_lib.policies import bawaan
    >>> round(rata_rata_capaian([98.723077, 100, 100, 100], 1, pembulatan=bawaan().pembulatan["tanpa"]), 2)
    99.68
    """
    return bulat(jumlah(capaian_persen * bobot) / jumlah(bobot), pembulatan.desimal, pembulatan.cara)


@rumus("persen", nama="rata_rata")
def rata_rata_mentah(capaian_mentah_persen, bobot):
    """Jumlah (capaian sebelum dibatasi × bobot) ÷ jumlah bobot; satu anggota kosong membuatnya kosong.

    >>> round(rata_rata_mentah([98.723077, 100, 108.538012, 100], 1), 2)
    101.82
    """
    return jumlah(capaian_mentah_persen * bobot) / jumlah(bobot)


def di_skala(nilai: Any, skala: Any, celah: str) -> Any:
    """Choose the class of a scale that holds a value; the open ends belong to the highest and the lowest class."""
    cara, menurun_ = skala.pembacaan(celah), skala.menurun
    v = bulat(nilai, skala.desimal) if cara == "bulatkan" else nilai
    hasil: Any = menurun_[-1].nama
    for k, di_bawahnya in reversed(list(itertools.pairwise(menurun_))):
        match cara:
            case "ambang_atas":
                masuk = v > di_bawahnya.atas
            case "kiri_terbuka" | "ambang_bawah" | "bulatkan":
                tepat = skala.tepi == "bercelah" or skala.milik_atas(di_bawahnya, k)
                masuk = v >= k.bawah if tepat else v > k.bawah
            case _:
                raise tidak_dikenal("Pembacaan celah skala", cara, ("ambang_bawah", "ambang_atas", "bulatkan"))
        hasil = np.where(masuk, k.nama, hasil)
    return hasil


def kelas(nilai: Any, skala: Any, celah: str) -> Any:
    """Name the class of values on a scale, its gaps read as params say (`celah`); "" where there is no value.

    >>> from lkip_lib.policies import bawaan
    >>> kelas([90.5, 90], bawaan().skala["permendagri-86-2017"], "ambang_atas").tolist()
    ['Sangat Tinggi', 'Tinggi']
    """
    return predikat(nilai, skala_capaian=skala, pembacaan_celah=celah)


@rumus(sumber="Skala yang dipakai")
def predikat(capaian_persen, *, skala_capaian, pembacaan_celah):
    """Kelas skala yang memuat nilainya.

    Source: the scale in use; Permendagri 86/2017 leaves gaps, which params read (pembacaan_celah).

    >>> from lkip_lib.policies import bawaan
    >>> skala = bawaan().skala["permendagri-86-2017"]
    >>> predikat([91, 90.5, 90, 101], skala_capaian=skala, pembacaan_celah="ambang_bawah").tolist()
    ['Sangat Tinggi', 'Tinggi', 'Tinggi', 'Sangat Tinggi']
    """
    return di_skala(capaian_persen, skala_capaian, pembacaan_celah)


@rumus("indikator")
def banyak_indikator(capaian_persen):
    """Banyak indikator.

    >>> banyak_indikator([98.72, float("nan")])
    2.0
    """
    return banyak(capaian_persen)


@rumus("indikator")
def banyak_terhitung(capaian_persen):
    """Banyak indikator yang capaiannya terhitung.

    >>> banyak_terhitung([98.72, float("nan")])
    1.0
    """
    return terisi(capaian_persen)


@rumus("persen", nama="capaian_naik")
def capaian_keluaran(target, realisasi):
    """Realisasi ÷ target × 100.

    >>> capaian_keluaran([4, 0], [3, 1]).tolist()
    [75.0, nan]
    """
    return np.where(target > 0, realisasi / target * 100, realisasi * TIDAK_ADA)


@rumus(nama="predikat", sumber="Skala yang dipakai")
def predikat_nilai(realisasi, *, skala, skala_nilai, pembacaan_celah):
    """Kelas skala nilai indikator itu, bila punya.

    >>> from lkip_lib.policies import bawaan
    >>> milik = {"AKIP": bawaan().skala["permenpanrb-88-2021"]}
    >>> predikat_nilai(64.17, skala="permenpanrb-88-2021", skala_nilai=milik, pembacaan_celah="ambang_bawah")
    'B'
    """
    milik = {s.nama: s for s in skala_nilai.values()}
    return di_skala(realisasi, milik[skala], pembacaan_celah) if skala in milik else TIDAK_BERLAKU


def anggota_rata(rata_rata: str, *, indikator: Any, sasaran: Any) -> Any:
    """Return the rows over which the agency's mean is taken, by the policy `rata_rata`. Raises MasukanSalah for others.

    >>> anggota_rata("sasaran", indikator=1, sasaran=2)
    2
    """
    match rata_rata:
        case "indikator":
            return indikator
        case "sasaran":
            return sasaran
    raise tidak_dikenal("Cara merata-ratakan", rata_rata, ("indikator", "sasaran"))
