"""How far a notebook is: one line that is rewritten on a terminal, one line when it is done elsewhere."""
import shutil
import sys


class Progress:
    def __init__(self, name):
        self.name = name
        self.live = sys.stdout.isatty()

    def cell(self, number, count, title):
        """Called before code cell number (from 1) of count runs."""
        if self.live:
            width = shutil.get_terminal_size().columns - 1
            line = f"{self.name}  cell {number}/{count}  {title}"
            sys.stdout.write("\r\x1b[K" + line[:width])
            sys.stdout.flush()

    def passed(self, seconds):
        self._line(f"{self.name}  ok in {seconds:.1f} s")

    def failed(self, seconds):
        self._line(f"{self.name}  FAILED after {seconds:.1f} s")

    def _line(self, text):
        print(("\r\x1b[K" if self.live else "") + text, flush=True)
