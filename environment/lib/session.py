"""One notebook in one kernel: runs its cells, and does not believe a kernel that only says "ok"."""
import logging
import re
import tempfile

import nbformat
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# The toolkit's own exceptions are about what the user gave; their message says what to do, and no frame adds to it.
SAYS_IT_ALL = re.compile(r"org\.penumbra\.core\.\w+Exception: ")


class Failure(Exception):
    """What went wrong, where and what to do, ready to print."""


class Session:
    """limit: seconds a cell may take, None for no limit."""

    def __init__(self, path, kernel, limit):
        self.path = path
        self.kernel = kernel
        self.limit = limit
        # Number of the code cell that runs, from 1.
        self.at = None
        try:
            self.notebook = nbformat.read(path, as_version=4)
            nbformat.validate(self.notebook)
        except OSError as problem:
            raise Failure(f"{path} cannot be read: {problem.strerror}") from problem
        except Exception as problem:  # nbformat raises a dozen kinds for a damaged file
            first = str(problem).splitlines()[0] if str(problem) else type(problem).__name__
            raise Failure(f"{path} is not a valid notebook: {first}") from problem
        for cell in self.notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = []
                cell.execution_count = None
        self.code = [
            index
            for index, cell in enumerate(self.notebook.cells)
            if cell.cell_type == "code" and cell.source.strip()
        ]

    @property
    def begun(self):
        """True once a cell was sent to the kernel."""
        return self.at is not None

    def run(self, progress):
        try:
            KernelSpecManager().get_kernel_spec(self.kernel)
        except NoSuchKernel as problem:
            known = ", ".join(sorted(KernelSpecManager().find_kernel_specs())) or "none"
            raise Failure(f"no Jupyter kernel is called '{self.kernel}'; installed: {known}") from problem
        # What the kernel's process itself writes (JVM warnings) is shown only if the kernel does not start or dies.
        with tempfile.TemporaryFile(mode="w+b") as log:
            try:
                self._run(progress, log)
            except (DeadKernelError, RuntimeError) as problem:
                raise Failure(f"{self._where()}: the kernel stopped: {problem}" + _tail(log)) from problem

    def _run(self, progress, log):
        client = NotebookClient(
            self.notebook,
            kernel_name=self.kernel,
            timeout=self.limit,
            startup_timeout=60,
            record_timing=False,
            resources={"metadata": {"path": str(self.path.parent)}},
        )
        client.log.setLevel(logging.CRITICAL)
        client.reset_execution_trackers()
        with client.setup_kernel(stderr=log, stdout=log):
            info = client.wait_for_reply(_now(client.kc.kernel_info()))
            self.notebook.metadata["language_info"] = info["content"]["language_info"]
            for number, index in enumerate(self.code, 1):
                cell = self.notebook.cells[index]
                self.at = number
                progress.cell(number, len(self.code), _title(cell.source))
                self._cell(client, cell, index)
            self._answers(client)
        client.set_widgets_metadata()

    def _cell(self, client, cell, index):
        try:
            client.execute_cell(cell, index)
        except CellTimeoutError as problem:
            raise Failure(f"{self._where()}: no end after {self.limit} s\n\n{_indent(cell.source)}") from problem
        except CellExecutionError as problem:
            raise Failure(self._error(cell, problem)) from problem
        if cell.execution_count is None:
            raise Failure(f"{self._where()}: the kernel said ok but did not count the cell; it ran nothing")
        if "result" in cell.metadata.get("tags", []) and not cell.outputs:
            raise Failure(f"{self._where()}: the cell is tagged 'result' but showed nothing\n\n{_indent(cell.source)}")

    def _answers(self, client):
        """Asks for a sum at the end: a kernel that answers "ok" to everything without running it cannot give it."""
        if not self.code:
            return
        probe = nbformat.v4.new_code_cell("20 + 22")
        self.notebook.cells.append(probe)
        try:
            client.execute_cell(probe, len(self.notebook.cells) - 1, store_history=False)
        except CellExecutionError:
            pass
        finally:
            self.notebook.cells.pop()
        shown = ["".join(output.get("data", {}).get("text/plain", "")) for output in probe.outputs]
        if "42" not in shown:
            raise Failure(f"{self._where()}: the kernel no longer runs what it is sent (20 + 22 gave {shown or 'nothing'})")

    def _where(self):
        if self.at is None:
            return f"{self.path}: starting the kernel '{self.kernel}'"
        return f"{self.path}, code cell {self.at} of {len(self.code)}"

    def _error(self, cell, problem):
        trace = next((o.get("traceback", []) for o in cell.outputs if o.output_type == "error"), [])
        trace = ANSI.sub("", "\n".join(trace)).splitlines()
        if any(SAYS_IT_ALL.match(line) for line in trace[:3]):
            trace = []
        if len(trace) > 24:
            trace = trace[:20] + [f"... {len(trace) - 20} more lines in the executed copy"]
        message = f"{problem.ename}: {problem.evalue}".rstrip(": ")
        parts = [f"{self._where()}: {message}", _indent(cell.source)]
        if trace:
            parts.append(_indent("\n".join(trace)))
        return "\n\n".join(parts) + "\n"


def _now(value):
    """nbclient's client is asynchronous underneath; its calls outside of nbclient may come as promises."""
    import inspect

    from nbclient.util import run_sync

    async def wait():
        return await value

    return run_sync(wait)() if inspect.isawaitable(value) else value


def _title(source):
    """The first line of a cell that says something."""
    for line in source.splitlines():
        if line.strip() and not line.startswith("import "):
            return line.strip()
    return "imports"


def _indent(text):
    return "\n".join("    " + line for line in text.rstrip("\n").splitlines())


def _tail(log):
    log.seek(0)
    lines = log.read().decode(errors="replace").splitlines()
    return "\n" + _indent("\n".join(lines[-15:])) if lines else ""
