"""Writes the executed copy of a notebook: .ipynb that opens trusted, and .html that names no path of this machine."""
import os
import sys

import nbformat
from nbconvert import HTMLExporter
from nbformat.sign import NotebookNotary

# Debian's own default is a file:// link to the exporting machine. Formulas need the network, all else in the page does not.
MATHJAX = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/2.7.7/latest.js?config=TeX-AMS_CHTML-full,Safe"

# The page runs no script of its own, so the script loader (another file:// link) is left out; MathJax only where it is used.
WITHOUT_LOADER = "{%- extends 'lab/index.html.j2' -%}{%- block html_head_js -%}{%- endblock -%}"
WITHOUT_MATHJAX = "{%- block html_head_js_mathjax -%}{%- endblock -%}"


class Export:
    """The two files of one executed notebook; they appear whole or not at all."""

    def __init__(self, target):
        self.notebook = target.with_suffix(".ipynb")
        self.html = target.with_suffix(".html")
        self.written = []

    def write(self, notebook):
        self.notebook.parent.mkdir(parents=True, exist_ok=True)
        _replace(self.notebook, nbformat.writes(notebook) + "\n")
        self.written.append(self.notebook)
        _sign(notebook)
        _replace(self.html, to_html(notebook, self.notebook.stem))
        self.written.append(self.html)


def to_html(notebook, title):
    template = WITHOUT_LOADER if _has_formula(notebook) else WITHOUT_LOADER + WITHOUT_MATHJAX
    exporter = HTMLExporter(raw_template=template, mathjax_url=MATHJAX, require_js_url="", jquery_url="")
    text, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": title}})
    return text


def _has_formula(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and "$" in cell.source:
            return True
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/latex" in data or "$" in "".join(data.get("text/markdown", "")):
                return True
    return False


def _sign(notebook):
    """Jupyter shows styled outputs of trusted notebooks only. A home that cannot be written costs the trust, not the run."""
    try:
        notary = NotebookNotary()
        try:
            notary.sign(notebook)
        finally:
            notary.store.close()
    except OSError as problem:
        print(f"the executed copy is not signed ({problem}); run its cells again to see styled outputs", file=sys.stderr)


def _replace(target, text):
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
