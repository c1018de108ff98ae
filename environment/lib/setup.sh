# shellcheck shell=bash
# Sourced by every script: the pieces, in their order.

SCRIPT=$0
PROGRAM=$(basename "$0")
LIBRARY=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=paths.sh
source "$LIBRARY/paths.sh"
# shellcheck source=messages.sh
source "$LIBRARY/messages.sh"
# shellcheck source=jdk.sh
source "$LIBRARY/jdk.sh"
# shellcheck source=packages.sh
source "$LIBRARY/packages.sh"
# shellcheck source=build.sh
source "$LIBRARY/build.sh"
# shellcheck source=kernelspec.sh
source "$LIBRARY/kernelspec.sh"
# shellcheck source=options.sh
source "$LIBRARY/options.sh"
check_root
