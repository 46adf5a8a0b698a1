"""Inputs as data: tables read as text, held against their declaration, corrected, and typed."""
