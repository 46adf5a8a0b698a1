"""Run the commands where `lkip` is not on the path: `python -m lkip_lib report 2024`."""

import sys

from lkip_lib.cli import main

sys.exit(main())
