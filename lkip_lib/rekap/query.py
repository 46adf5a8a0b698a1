"""Hold the agencies beside each other by SQL over their parts; sums come from components, never from ratios."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lkip_lib.params import Params
from lkip_lib.policies import Skala
from lkip_lib.rekap.agency import PEMISAH
from lkip_lib.rekap.columns import INSTANSI, KEADAAN, KELOMPOK, SQL, TERHITUNG
from lkip_lib.rekap.parquet import petik, sambungan

Baris = dict[str, Any]
# The years that are read: the part's row of every agency, empty where there is no last year.
_BACA = "CREATE VIEW {nama} AS SELECT * FROM read_parquet([{berkas}], hive_partitioning = false)"
_TANPA_LALU = "CREATE VIEW lalu AS SELECT * FROM kini LIMIT 0"
# A report stands only for the data it was made from; an open error stands before a review.
_KEADAAN = """CASE
    WHEN keadaan <> 'terbaca' THEN keadaan
    WHEN edisi = 'terbit' AND usang = 'tidak' THEN 'terbit'
    WHEN kesalahan > 0 THEN 'kesalahan_terbuka'
    WHEN edisi = 'reviu' AND usang = 'tidak' THEN 'direviu'
    ELSE 'siap' END"""
# What contradicts itself has no rank, no class, no quadrant and no efficiency, and its money is summed apart.
_UTUH = "keadaan <> 'kesalahan_terbuka'"
_KUADRAN = f"""CASE
    WHEN rata_rata_persen IS NULL OR serapan_persen IS NULL OR seluruh.serapan IS NULL OR NOT {_UTUH} THEN ''
    ELSE CASE WHEN round(rata_rata_persen, 9) >= $ambang THEN 'tercapai' ELSE 'belum tercapai' END
      || CASE WHEN round(serapan_persen, 9) >= round(seluruh.serapan, 9) THEN ', serapan tinggi'
              ELSE ', serapan rendah' END END"""
# Of one government, and alike in the tables given; a nameless government is one only where all are nameless.
_SETARA = "PARTITION BY layak, pemerintah, tabel"
_INSTANSI = f"""CREATE TABLE instansi AS
WITH milik AS (
    SELECT * EXCLUDE (sidik) REPLACE (
        {_KEADAAN} AS keadaan,
        CASE WHEN isnan(rata_rata_persen) THEN NULL ELSE rata_rata_persen END AS rata_rata_persen,
        coalesce(predikat, '') AS predikat)
    FROM kini),
seluruh AS (
    SELECT 100 * sum(realisasi_rp) / sum(pagu_rp) AS serapan FROM milik
    WHERE pagu_rp IS NOT NULL AND realisasi_rp IS NOT NULL AND {_UTUH}),
dinilai AS (
    SELECT *, rata_rata_persen IS NOT NULL AND {_UTUH}
        AND (pemerintah <> '' OR NOT EXISTS (SELECT 1 FROM milik WHERE pemerintah <> '')) AS layak
    FROM milik),
sebelumnya AS (
    SELECT instansi, CASE WHEN isnan(rata_rata_persen) THEN NULL ELSE rata_rata_persen END AS rata_rata_lalu_persen,
        CASE WHEN kesalahan > 0 THEN '' ELSE predikat END AS predikat_lalu,
        CASE WHEN isnan(serapan_persen) THEN NULL ELSE serapan_persen END AS serapan_lalu_persen,
        kesalahan AS kesalahan_lalu, peringatan AS peringatan_lalu
    FROM lalu),
urut AS (
    SELECT *,
        CASE WHEN layak THEN count(*) OVER ({_SETARA}) END AS n_setara,
        CASE WHEN layak AND count(*) OVER ({_SETARA}) > 1
             THEN rank() OVER ({_SETARA} ORDER BY round(rata_rata_persen, 9) DESC) END AS peringkat
    FROM dinilai)
SELECT urut.* EXCLUDE (layak) REPLACE (
        CASE WHEN {_UTUH} THEN n_efisien END AS n_efisien,
        CASE WHEN {_UTUH} THEN predikat ELSE '' END AS predikat,
        CASE WHEN {_UTUH} THEN predikat_sendiri ELSE '' END AS predikat_sendiri),
    row_number() OVER (ORDER BY peringkat IS NULL, pemerintah, n_pemeriksaan DESC, tabel, peringkat, nama, instansi)
        AS nomor,
    {_KUADRAN} AS kuadran,
    rata_rata_lalu_persen,
    rata_rata_persen - rata_rata_lalu_persen AS rata_rata_selisih_persen,
    predikat_lalu,
    serapan_lalu_persen,
    serapan_persen - serapan_lalu_persen AS serapan_selisih_persen,
    kesalahan_lalu,
    peringatan_lalu
FROM urut CROSS JOIN seluruh LEFT JOIN sebelumnya USING (instansi)
ORDER BY instansi"""
_RINGKAS = f"""
    count(*) AS n_instansi,
    {", ".join(f"count(*) FILTER (keadaan = '{k}') AS {k}" for k in KEADAAN)},
    count(*) FILTER (rata_rata_persen IS NOT NULL) AS n_lengkap,
    sum(n_indikator) AS n_indikator, sum(n_terhitung) AS n_terhitung, sum(n_tercapai) AS n_tercapai,
    100 * sum(n_tercapai) / nullif(sum(n_terhitung), 0) AS tercapai_persen,
    count(*) FILTER (beranggaran AND {_UTUH}) AS n_beranggaran,
    sum(pagu_rp) FILTER (beranggaran AND {_UTUH}) AS pagu_rp,
    sum(realisasi_rp) FILTER (beranggaran AND {_UTUH}) AS realisasi_rp,
    count(*) FILTER (beranggaran AND NOT {_UTUH}) AS n_berkesalahan,
    sum(pagu_rp) FILTER (beranggaran AND NOT {_UTUH}) AS pagu_berkesalahan_rp,
    sum(realisasi_rp) FILTER (beranggaran AND NOT {_UTUH}) AS realisasi_berkesalahan_rp,
    100 * sum(realisasi_rp) FILTER (beranggaran AND {_UTUH})
        / nullif(sum(pagu_rp) FILTER (beranggaran AND {_UTUH}), 0) AS serapan_persen,
    sum(kesalahan) AS catatan_kesalahan, sum(peringatan) AS catatan_peringatan, sum(informasi) AS catatan_informasi,
    sum(pekerjaan) AS pekerjaan
"""
_BERANGGARAN = "(SELECT *, pagu_rp IS NOT NULL AND realisasi_rp IS NOT NULL AS beranggaran FROM instansi)"
_KELOMPOK = f"""CREATE TABLE kelompok AS
SELECT 'seluruh' AS menurut, '' AS nama, {_RINGKAS} FROM {_BERANGGARAN}
UNION ALL SELECT 'kelompok', kelompok, {_RINGKAS} FROM {_BERANGGARAN} GROUP BY kelompok
UNION ALL SELECT 'pemerintah', pemerintah, {_RINGKAS} FROM {_BERANGGARAN} GROUP BY pemerintah"""


class Rekap:
    """Answer what the page and the workbook ask about a year's agencies, from their parts."""

    def __init__(
        self, tahun: int, bersama: Params, skala: Skala, kini: Path, lalu: Path, rekaan: tuple[str, ...] = ()
    ) -> None:
        self.tahun, self.bersama, self.skala, self.rekaan = tahun, bersama, skala, rekaan
        self._kini = kini
        self.db = sambungan()
        self._baca("kini", kini)
        if any(lalu.glob("bagian-*")):
            self._baca("lalu", lalu)
        else:
            self.db.execute(_TANPA_LALU)
        self.db.execute(_INSTANSI, {"ambang": bersama.ambang_tercapai})
        self.db.execute(_KELOMPOK)
        self.seluruh: Baris = next(self._baris("SELECT * FROM kelompok WHERE menurut = 'seluruh'"))

    def _baca(self, nama: str, folder: Path) -> None:
        berkas = ", ".join(petik(p) for p in sorted(folder.glob("bagian-*/instansi.parquet")))
        self.db.execute(_BACA.format(nama=nama, berkas=berkas))

    def _baris(self, sql: str, isi: Any = None) -> Iterator[Baris]:
        """Yield the rows of a query, a thousand at a time."""
        hasil = self.db.cursor().execute(sql, isi)
        nama = [k[0] for k in hasil.description]
        while sebagian := hasil.fetchmany(1000):
            yield from (dict(zip(nama, b, strict=True)) for b in sebagian)

    def instansi(self) -> Iterator[Baris]:
        """Yield every agency: those with a rank first, beside those that they are ranked among, then the others."""
        yield from self._baris("SELECT * FROM instansi ORDER BY nomor")

    def berubah(self) -> Iterator[Baris]:
        """Yield the agencies that have something of both years to compare."""
        ada = " OR ".join(f"{k}_persen IS NOT NULL AND {k}_lalu_persen IS NOT NULL" for k in ("rata_rata", "serapan"))
        yield from self._baris(f"SELECT * FROM instansi WHERE {ada} ORDER BY nomor")

    def kelompok(self, menurut: str) -> list[Baris]:
        """Return the groups of one kind, by name."""
        return [*self._baris("SELECT * FROM kelompok WHERE menurut = ? ORDER BY nama", [menurut])]

    def belum_siap(self) -> Iterator[Baris]:
        """Yield the agencies without figures, with the reason."""
        keadaan = [k for k in KEADAAN if k not in TERHITUNG]
        yield from self._baris(
            "SELECT * FROM instansi WHERE list_contains(?, keadaan) ORDER BY keadaan, nama, instansi", [keadaan]
        )

    def diganti(self) -> dict[str, str]:
        """Return the choices in whose place the notebooks put rules of their own, each with what these say."""
        sql = "SELECT DISTINCT rumus_sendiri AS r FROM instansi WHERE rumus_sendiri <> '' ORDER BY r"
        return dict(satu.split(": ", 1) for b in self._baris(sql) for satu in b["r"].split(PEMISAH))

    def kelas(self) -> dict[str, int]:
        """Count the complete agencies without open errors by the class of their mean."""
        sql = "SELECT predikat, count(*) AS n FROM instansi WHERE predikat <> '' GROUP BY predikat"
        return {b["predikat"]: b["n"] for b in self._baris(sql)}

    def kuadran(self) -> dict[str, int]:
        """Count the agencies by quadrant."""
        sql = "SELECT kuadran, count(*) AS n FROM instansi WHERE kuadran <> '' GROUP BY kuadran"
        return {b["kuadran"]: b["n"] for b in self._baris(sql)}

    def titik(self, lebar: float) -> list[Baris]:
        """Return where the agencies stand between absorption and capaian, gathered in squares `lebar` points wide.

        `lebar` 0 gathers only those that stand on the very same place.
        """
        kotak = f"round({{0}} / {lebar}) * {lebar}" if lebar else "{0}"
        x, y = kotak.format("serapan_persen"), kotak.format("rata_rata_persen")
        sql = f"""SELECT {x} AS serapan_persen, {y} AS rata_rata_persen, count(*) AS n, min(nomor) AS nomor
            FROM instansi WHERE kuadran <> '' GROUP BY 1, 2 ORDER BY 1, 2"""
        return [*self._baris(sql)]

    def kesalahan(self, paling_banyak: int) -> Iterator[Baris]:
        """Yield open errors of all agencies, by agency in the order of their checks."""
        berkas = ", ".join(petik(p) for p in sorted(self._kini.glob("bagian-*/catatan.parquet")))
        yield from self._baris(
            f"""SELECT nama, catatan.* FROM read_parquet([{berkas}], hive_partitioning = false) AS catatan
            JOIN instansi USING (instansi) WHERE tingkat = 'kesalahan' AND status = 'terbuka'
            ORDER BY nama, instansi, berkas, baris, id LIMIT {paling_banyak}"""
        )

    def tulis_data(self, folder: Path) -> None:
        """Write the open data: the agencies and the groups as CSV and Parquet."""
        folder.mkdir(parents=True)
        for nama, kolom, urut in (("instansi", INSTANSI, "instansi"), ("kelompok", KELOMPOK, "menurut, nama")):
            apa_adanya = ", ".join(f"CAST({k} AS {SQL[jenis]}) AS {k}" for k, (jenis, _) in kolom.items())
            aman = ", ".join(
                _aman(k) if jenis == "teks" else f"CAST({k} AS {SQL[jenis]}) AS {k}" for k, (jenis, _) in kolom.items()
            )
            for pilih, bentuk in ((apa_adanya, "parquet"), (aman, "csv")):
                tujuan = petik(folder / f"{nama}.{bentuk}")
                gaya = "FORMAT parquet, COMPRESSION zstd" if bentuk == "parquet" else "FORMAT csv, HEADER"
                self.db.execute(f"COPY (SELECT {pilih} FROM {nama} ORDER BY {urut}) TO {tujuan} ({gaya})")


def _aman(kolom: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    rumus = f"regexp_matches({kolom}, '^[=+@\\t\\r-]')"
    return f"CASE WHEN {rumus} THEN '''' || {kolom} ELSE nullif({kolom}, '') END AS {kolom}"
