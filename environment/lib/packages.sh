# shellcheck shell=bash
# Sourced after jdk.sh. Finds out which Debian packages are missing and installs them in one go.

MISSING_PACKAGES=()
MISSING_REASONS=()

missing() {
  MISSING_PACKAGES+=("$1")
  MISSING_REASONS+=("$2")
}

package_installed() {
  [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# True if the system's Python can import all the named modules.
python_has() {
  [[ -x $PYTHON ]] && "$PYTHON" -c '
import importlib.util, sys
sys.exit(any(importlib.util.find_spec(name) is None for name in sys.argv[1:]))' "$@" 2>/dev/null
}

want_build() {
  find_jdk
  if [[ -z $JDK ]]; then
    ((JDK_BY_USER == 0)) || fail "$JDK_PROBLEM"
    missing openjdk-17-jdk-headless "$JDK_PROBLEM"
  fi
  command -v mvn >/dev/null || missing maven "no mvn on PATH"
  # Charts are painted without a screen, but not without fonts. Other systems than Debian come with them.
  if command -v dpkg-query >/dev/null; then
    package_installed libfreetype6 || missing libfreetype6 "no font renderer"
    package_installed libfontconfig1 || missing fontconfig "no font configuration"
    package_installed fonts-dejavu-core || missing fonts-dejavu-core "no DejaVu fonts"
  fi
}

want_jupyter() {
  python_has jupyter_client || missing jupyter-client "no Jupyter client for $PYTHON"
  python_has nbclient || missing python3-nbclient "no nbclient for $PYTHON"
  python_has nbconvert || missing python3-nbconvert "no nbconvert for $PYTHON"
  [[ -x /usr/bin/jupyter-nbconvert ]] || ! command -v dpkg-query >/dev/null \
    || missing jupyter-nbconvert "no jupyter nbconvert command"
}

# The other side of the array formats: tests let NumPy read what we write and write what we read.
want_numpy() {
  python_has numpy || missing python3-numpy "no NumPy for $PYTHON"
}

want_notebook_ui() {
  python_has notebook || missing jupyter-notebook "no Jupyter Notebook for $PYTHON"
}

# Installs what the want_* calls found missing; says what it cannot install and what to do.
install_missing() {
  ((${#MISSING_PACKAGES[@]})) || return 0
  local packages="${MISSING_PACKAGES[*]}" log=$STAGE/install.log sudo=() reasons
  local command="apt-get install -y --no-install-recommends $packages"
  printf -v reasons '%s; ' "${MISSING_REASONS[@]}"
  reasons=${reasons%; }
  [[ -z ${PENUMBRA_NO_INSTALL:-} ]] || fail "$reasons; PENUMBRA_NO_INSTALL is set, so install by hand: $command"
  command -v apt-get >/dev/null \
    || fail "$reasons; there is no apt-get here, so install what these Debian packages hold by hand: $packages"
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "$reasons; as root run: $command"
    [[ -t 0 ]] || sudo -n true 2>/dev/null || fail "$reasons; sudo asks for a password, so run: sudo $command"
    sudo=(sudo)
  fi
  mkdir -p "$STAGE"
  say "installing $packages"
  # One refresh of the package lists, here only: a machine that lacks nothing needs no network.
  if ! "${sudo[@]}" apt-get -q update >"$log" 2>&1 </dev/null; then
    warn "the package lists could not be refreshed; trying with those at hand"
  fi
  if ! "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 \
      install -y --no-install-recommends "${MISSING_PACKAGES[@]}" >>"$log" 2>&1 </dev/null; then
    show_tail "$log" 8
    fail "could not install $packages (log: $log); connect to the network once, or run: $command"
  fi
  MISSING_PACKAGES=() MISSING_REASONS=()
}
