"""The report as an Excel workbook whose formulas compute what the pipeline computed."""
