"""The checks: what was stated against what else was stated, and against what is recomputed."""

from lkip_lib.checks import anggaran, angka, capaian, target
from lkip_lib.checks.registry import DAFTAR, Catatan, Konteks, Pemeriksaan, jalankan_semua

__all__ = ["DAFTAR", "Catatan", "Konteks", "Pemeriksaan", "anggaran", "angka", "capaian", "jalankan_semua", "target"]
