"""Builds the class data archive of the kernel: what a start loads and verifies anew is kept in one mapped file.

A comfort, never required: measured, a kernel with its first cells takes half the time. The archive fits exactly one
JDK and one class path, so it is made where it is used. Prints nothing; exit status 1 if there is no archive to be had.
"""
import os
import subprocess
import sys
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

# Touches what a notebook's first cells touch. A library that is not there costs its part of the archive only.
CELLS = [
    'tech.tablesaw.api.Table.create("t", tech.tablesaw.api.DoubleColumn.create("x", new double[] {1, 2})).print()',
    'var chart = new org.knowm.xchart.XYChartBuilder().build(); chart.addSeries("s", new double[] {1, 2});'
    " org.knowm.xchart.BitmapEncoder.getBitmapBytes(chart, org.knowm.xchart.BitmapEncoder.BitmapFormat.PNG).length",
    "try (var manager = ai.djl.ndarray.NDManager.newBaseManager()) {"
    " System.out.println(manager.create(new float[] {1, 2}).sum().getFloat()); }",
    'java.util.stream.Stream.of("a", "b").map(s -> s + s).toList()',
]


def main():
    folder, target = Path(sys.argv[1]), Path(sys.argv[2])
    part = target.with_name(f".{target.name}.{os.getpid()}")
    manager = KernelManager(kernel_name="java", kernel_spec_manager=KernelSpecManager(kernel_dirs=[str(folder)]))
    manager.kernel_spec.argv[1:1] = [f"-XX:ArchiveClassesAtExit={part}", "-Xlog:cds=off", "-Xlog:cds+dynamic=off"]
    # The archive is written while the kernel ends.
    manager.shutdown_wait_time = 60
    try:
        manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=60)
            for cell in CELLS:
                client.execute_interactive(cell, allow_stdin=False, timeout=60, output_hook=lambda message: None)
        finally:
            client.stop_channels()
            manager.shutdown_kernel()
        if not part.exists():
            return 1
        part.replace(target)
        return 0
    except (RuntimeError, TimeoutError, OSError):
        return 1
    finally:
        part.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
