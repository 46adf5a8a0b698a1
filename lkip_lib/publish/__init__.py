"""Publishing: executed notebooks and the document become pages that open from a USB stick."""
