# Sourced by every script: the pieces in their order.

# shellcheck source-path=SCRIPTDIR
{
  SCRIPT=$0
  PROGRAM=$(basename "$0")
  source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/paths.sh"
  source "$ROOT/environment/lib/messages.sh"
  source "$ROOT/environment/lib/jdk.sh"
  source "$ROOT/environment/lib/packages.sh"
  source "$ROOT/environment/lib/build.sh"
  source "$ROOT/environment/lib/kernelspec.sh"
  source "$ROOT/environment/lib/options.sh"
  check_root
}
