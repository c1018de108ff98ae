# shellcheck shell=bash
# Sourced. How every script speaks: progress on standard output, each mistake as one line on standard error.
# Exit statuses: 1 something is missing or failed, 2 the command line is wrong.

say() {
  printf '%s\n' "$*"
}

warn() {
  printf '%s: %s\n' "$PROGRAM" "$*" >&2
}

fail() {
  warn "$*"
  exit 1
}

usage_error() {
  warn "$*; see environment/$PROGRAM --help"
  exit 2
}

# Prints the comment at the head of the script that was called: the help is written once, where the code is.
show_help() {
  sed -n '2,/^[^#]/{/^#/!d;s/^# \{0,1\}//;p}' "$SCRIPT"
}

# Prints the last lines of a log to standard error, indented, so that the cause is on the screen.
show_tail() {
  tail -n "$2" "$1" | sed 's/^/    /' >&2
}
