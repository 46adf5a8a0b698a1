"""The verbs of a notebook: frames in, a frame out."""
