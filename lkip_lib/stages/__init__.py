"""The stages, one module a notebook: frames in, frames and ledger rows out."""
