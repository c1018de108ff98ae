"""Writes, registers and looks up the kernelspec "java".

A kernelspec of ours carries the metadata key "penumbra"; one without it belongs to somebody else and is left alone.
"""
import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

NAME = "java"
KEPT = "java-before-penumbra"


def kernel_folders(private):
    """Folders in which Jupyter looks for kernelspecs, in its order, without the scripts' private one."""
    from jupyter_core.paths import jupyter_path

    return [Path(folder) for folder in jupyter_path("kernels") if Path(folder).resolve() != private.parent.resolve()]


def user_folder():
    from jupyter_core.paths import jupyter_data_dir

    return Path(jupyter_data_dir()) / "kernels"


def read(folder):
    """The kernelspec in a folder, or None. A damaged one counts as somebody else's."""
    try:
        text = (folder / "kernel.json").read_text(encoding="utf-8")
    except OSError:
        return None
    try:
        spec = json.loads(text)
        return spec if isinstance(spec, dict) else {}
    except ValueError:
        return {}


def is_ours(spec):
    return isinstance(spec.get("metadata"), dict) and "penumbra" in spec["metadata"]


def effective(private):
    """Folder and content of the "java" that Jupyter would take, or (None, None)."""
    for folder in kernel_folders(private):
        spec = read(folder / NAME)
        if spec is not None:
            return folder / NAME, spec
    return None, None


def fill(value, settings):
    """Replaces @NAME@ in every string below value."""
    if isinstance(value, dict):
        return {key: fill(item, settings) for key, item in value.items()}
    if isinstance(value, list):
        return [fill(item, settings) for item in value]
    if not isinstance(value, str):
        return value

    def setting(match):
        if match[1] not in settings:
            sys.exit(f"kernelspec: the template asks for @{match[1]}@; known: {', '.join(sorted(settings))}")
        return settings[match[1]]

    return re.sub(r"@([A-Z_]+)@", setting, value)


def generate(arguments):
    settings = dict(pair.split("=", 1) for pair in arguments.set)
    spec = json.loads(Path(arguments.template).read_text(encoding="utf-8"))
    # A JVM option whose setting is empty is left out: the JVM's own default stands.
    unset = [f"@{name}@" for name, value in settings.items() if not value]
    spec["argv"] = [word for word in spec["argv"] if not any(name in word for name in unset)]
    spec = fill(spec, settings)
    spec["argv"][1:1] = arguments.jvm_option
    spec.setdefault("env", {}).setdefault("PENUMBRA_ROOT", arguments.root)
    # Jupyter expands $NAME in these values: a dollar in a path must stay one.
    spec["env"] = {key: value.replace("$", "$$") for key, value in spec["env"].items()}
    spec.setdefault("metadata", {}).setdefault("penumbra", {})["root"] = arguments.root
    text = json.dumps(spec, indent=2) + "\n"
    into = Path(arguments.into)
    into.mkdir(parents=True, exist_ok=True)
    target = into / "kernel.json"
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        part = into / f".kernel.json.{os.getpid()}"
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    for logo in Path(arguments.template).parent.glob("logo-*"):
        shutil.copyfile(logo, into / logo.name)


def register(arguments):
    private = Path(arguments.source)
    mine = read(private)
    target = user_folder() / NAME
    there, spec = effective(private)
    if there is not None and not is_ours(spec) and not arguments.replace:
        print(
            f"kernel: '{NAME}' in {there} is not ours and stays as it is; these scripts use our own kernel all the same"
            " (--replace-kernel registers ours)"
        )
        return
    if there == target and spec == mine:
        return
    other = root_of(spec)
    if other is not None and other != root_of(mine) and Path(other).is_dir() and not arguments.replace:
        print(
            f"kernel: '{NAME}' in {there} is that of the checkout in {other} and stays as it is; these scripts use their own"
            " all the same (--replace-kernel registers this one's)"
        )
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    here = read(target)
    if here is not None and not is_ours(here):
        kept = free_name(target.parent)
        target.rename(kept)
        print(f"kernel: the former '{NAME}' is kept as '{kept.name}'")
    fresh = Path(tempfile.mkdtemp(prefix=".java.", dir=target.parent))
    fresh.chmod(0o755)
    shutil.copytree(private, fresh, dirs_exist_ok=True)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    print(f"kernel: registered '{NAME}' for this user in {target}")


def root_of(spec):
    """The checkout that one of our kernelspecs belongs to."""
    return spec["metadata"]["penumbra"].get("root") if spec is not None and is_ours(spec) else None


def free_name(folder):
    names = [KEPT] + [f"{KEPT}-{number}" for number in range(2, 100)]
    return next(folder / name for name in names if not (folder / name).exists())


def state(arguments):
    """One word and the folder: ours, another, missing."""
    there, spec = effective(Path(arguments.source))
    if there is None:
        print("missing")
    elif not is_ours(spec):
        print(f"another {there}")
    elif spec["metadata"]["penumbra"].get("root") != arguments.root:
        print(f"elsewhere {there}")
    else:
        print(f"ours {there}")


def main():
    parser = argparse.ArgumentParser(prog="kernelspec")
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("generate")
    verb.add_argument("--template", required=True)
    verb.add_argument("--into", required=True)
    verb.add_argument("--root", required=True)
    verb.add_argument("--set", action="append", default=[])
    verb.add_argument("--jvm-option", action="append", default=[])
    verb.set_defaults(action=generate)
    verb = verbs.add_parser("register")
    verb.add_argument("--from", dest="source", required=True)
    verb.add_argument("--replace", action="store_true")
    verb.set_defaults(action=register)
    verb = verbs.add_parser("state")
    verb.add_argument("--from", dest="source", required=True)
    verb.add_argument("--root", required=True)
    verb.set_defaults(action=state)
    arguments = parser.parse_args()
    arguments.action(arguments)


if __name__ == "__main__":
    main()
