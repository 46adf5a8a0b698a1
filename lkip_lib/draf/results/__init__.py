"""What a reviewer is given: comments, highlights, a page, tables and the Catatan Hasil Reviu."""
