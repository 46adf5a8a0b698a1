"""The built-in policies as the formulas take them, and the formulas of capaian under them."""

from lkip_lib.policies import bawaan

NAN = float("nan")
naik, turun_selisih, turun_rasio = (bawaan().rumus[n].rumus for n in ("persentase", "selisih", "rasio"))
SELISIH = {"rumus_naik": bawaan().rumus["persentase"], "rumus_turun": bawaan().rumus["selisih"]}
DUA_SISI, SEARAH = ({"rentang": bawaan().rentang[n]} for n in ("dua_sisi", "permenpanrb-8-2021"))
RASIO = SELISIH | {"rumus_turun": bawaan().rumus["rasio"]}
TANPA_BULAT = {"pembulatan": bawaan().pembulatan["tanpa"]}
P86, P88 = (bawaan().skala[n] for n in ("permendagri-86-2017", "permenpanrb-88-2021"))


def batas(nama="100"):
    return {"batas": bawaan().batas[nama], **TANPA_BULAT}
