"""Import of people's product files: reading.py and workbook.py (bytes to rows), columns.py, values.py and rows.py (words to
facts, pure), matching.py (the same product again), writing.py (facts to the database), report.py (what is said about it)."""
