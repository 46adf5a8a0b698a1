"""What a figure, a table and a chart look like; nothing is computed here."""

from lkip_lib.display.chart import Bagan
from lkip_lib.display.figure import Angka, Penyaji
from lkip_lib.display.table import Baris, Kolom, Tabel

__all__ = ["Angka", "Bagan", "Baris", "Kolom", "Penyaji", "Tabel"]
