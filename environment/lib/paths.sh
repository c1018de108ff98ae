# shellcheck shell=bash
# Sourced first. Where things are: the one place that knows folders and the system's Python.

ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd -P)
STAGE=$ROOT/target/penumbra
SPEC_HOME=$ROOT/target/jupyter
SPEC=$SPEC_HOME/kernels/java
PENUMBRA_CACHE=${PENUMBRA_CACHE:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/penumbra}
# The engine's native libraries are unpacked here (about 430 MB), outside the repository and shared by all checkouts.
DJL_CACHE=$PENUMBRA_CACHE/djl
JVM_FOLDER=${PENUMBRA_JVM_FOLDER:-/usr/lib/jvm}
# By its full path: a python3 that comes first on PATH (pyenv, conda) knows nothing of Debian's Jupyter packages.
PYTHON=/usr/bin/python3

export PENUMBRA_ROOT=$ROOT PENUMBRA_CACHE
# No notebook and no test may download; CPU threads that wait must not burn the other cores.
export DJL_OFFLINE=true DJL_CACHE_DIR=$DJL_CACHE OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-PASSIVE}
# PyTorch takes its large blocks of memory in pages of 2 MiB: a training step spends less on laying out small ones.
export THP_MEM_ALLOC_ENABLE=${THP_MEM_ALLOC_ENABLE:-1}

check_root() {
  case $ROOT in
    *[:*]*) fail "the folder $ROOT has ':' or '*' in its name, which a Java class path cannot hold; move the repository" ;;
  esac
}
