"""Import of people's product files: bytes to rows (reading.py, workbook.py), cells to facts (columns.py, values.py,
rows.py), facts to the database (matching.py, makers.py, writing.py), and what is said about it (report.py)."""
