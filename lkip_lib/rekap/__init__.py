"""The roll-up of many agencies: collected in parts, queried as one Parquet set, shown as a page and a workbook."""
