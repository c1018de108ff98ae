# shellcheck shell=bash
# Sourced after jdk.sh. Builds the toolkit and the kernel, and lays their class paths under target/penumbra.

MAVEN_ARGS=()
read -ra MAVEN_ARGS <<<"${PENUMBRA_MAVEN_ARGS:-}"

# Hash of everything the laid class paths depend on: sources, poms, this file and the extra arguments.
source_stamp() {
  (
    cd "$ROOT"
    echo "${MAVEN_ARGS[*]}"
    { find environment/lib/build.sh pom.xml .mvn toolkit/pom.xml environment/kernel/pom.xml toolkit/src environment/kernel/src -type f -print0 \
      2>/dev/null || true; } | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -c 1-32
}

build_is_current() {
  [[ -f $STAGE/stamp && -d $STAGE/lib && -d $STAGE/kernel && $(<"$STAGE/stamp") == "$(source_stamp)" ]]
}

# Builds if anything changed since the last time; two scripts at once wait for each other.
build() {
  build_is_current && return
  mkdir -p "$STAGE"
  (
    ! command -v flock >/dev/null || flock 9
    # "if", not "||": inside a condition bash would not stop at the first error.
    if ! build_is_current; then build_now; fi
  ) 9>"$STAGE/.lock"
}

build_now() {
  local stamp started=$SECONDS
  stamp=$(source_stamp)
  if [[ -f $STAGE/stamp ]]; then
    say "building again: the sources changed"
  else
    say "building the toolkit and the kernel (on a new machine, Maven downloads about 250 MB of libraries)"
  fi
  rm -rf "$ROOT"/toolkit/target/{classes,runtime.classpath} "$ROOT"/environment/kernel/target/{classes,runtime.classpath}
  maven "$STAGE/build.log" -pl toolkit,environment/kernel -am -DskipTests package \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.includeScope=runtime -Dmdep.outputFile=target/runtime.classpath
  lay_class_paths
  # Last: a build that was cut short has no stamp, and is done again.
  printf '%s\n' "$stamp" >"$STAGE/stamp.new"
  mv -f "$STAGE/stamp.new" "$STAGE/stamp"
  say "built in $((SECONDS - started)) s"
}

# maven LOG ARG...: runs Maven in the repository; without network a second time offline, then with a word on what to do.
maven() {
  local log=$1 lacking
  shift
  (cd "$ROOT" && mvn -B "${MAVEN_ARGS[@]}" "$@") >"$log" 2>&1 </dev/null && return
  if grep -qE 'Could not (transfer|resolve|find)|Unknown host|Connection (refused|timed out)|Non-resolvable' "$log"; then
    (cd "$ROOT" && mvn -B -o "${MAVEN_ARGS[@]}" "$@") >"$log.offline" 2>&1 </dev/null && return
    lacking=$(grep -oE 'Could not (transfer|find) artifact [^ ]+' "$log" | sed 's/.* //' | sort -u | head -n 3 | paste -sd ' ')
    fail "Maven cannot reach its registry and lacks ${lacking:-something it needs}; connect to the network once, or name a reachable mirror in ~/.m2/settings.xml, and run again (log: $log)"
  fi
  # Maven's own words on the cause, without its advice on how to call Maven.
  grep -E '^\[(ERROR|WARNING)\] +[^ ]' "$log" | grep -vE 'Help 1|To see the full|Re-run Maven|more information|After correcting|<args>' \
    | head -n 20 | sed 's/^/    /' >&2 || true
  fail "the build failed (log: $log)"
}

# lib: toolkit and its libraries. kernel: the kernel and what is not in lib already, so that one version of each is seen.
lay_class_paths() {
  local lib kernel jar old
  lib=$(mktemp -d "$STAGE/.lib.XXXXXX")
  kernel=$(mktemp -d "$STAGE/.kernel.XXXXXX")
  chmod 755 "$lib" "$kernel"
  copy_jars "$lib" "$ROOT"/toolkit/target/penumbra-toolkit-*.jar
  jars_of toolkit | while read -r jar; do copy_jars "$lib" "$jar"; done
  copy_jars "$kernel" "$ROOT"/environment/kernel/target/penumbra-kernel-*.jar
  jars_of environment/kernel | while read -r jar; do
    jars_of toolkit | artifacts | grep -qxF "$(artifacts <<<"$jar")" || copy_jars "$kernel" "$jar"
  done
  old=$(mktemp -d "$STAGE/.old.XXXXXX")
  [[ ! -e $STAGE/lib ]] || mv "$STAGE/lib" "$old/"
  [[ ! -e $STAGE/kernel ]] || mv "$STAGE/kernel" "$old/"
  mv "$lib" "$STAGE/lib"
  mv "$kernel" "$STAGE/kernel"
  rm -rf "$old"
}

copy_jars() {
  cp -p --reflink=auto "${@:2}" "$1/"
}

# The run-time jars of a module, one per line, in the local Maven repository.
jars_of() {
  # Maven ends the file without a newline, and "read" would drop such a last line.
  { cat "$ROOT/$1/target/runtime.classpath" && echo; } | tr ':' '\n' | sed '/^$/d'
}

# group/artifact of each repository path .../group/artifact/version/file.jar on standard input.
artifacts() {
  sed 's|/[^/]*/[^/]*$||'
}
