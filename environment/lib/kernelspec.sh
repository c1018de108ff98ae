# shellcheck shell=bash
# Sourced after build.sh. The kernelspec "java": a private one for these scripts, and one registered for the user.

kernelspec() {
  "$PYTHON" -B "$ROOT/environment/lib/kernelspec.py" "$@"
}

# Writes the private kernelspec; java is named by its full path, so that Jupyter needs no PATH and no JAVA_HOME.
# Without PENUMBRA_HEAP the heap is the JVM's own choice, a quarter of the memory.
generate_kernelspec() {
  kernelspec generate --template "$ROOT/environment/kernel/kernel.json" --into "$SPEC" --root "$ROOT" \
    --set "JAVA=$JDK/bin/java" --set "ROOT=$ROOT" --set "LIB=$STAGE/lib" --set "KERNEL=$STAGE/kernel" \
    --set "CACHE=$DJL_CACHE" --set "HEAP=${PENUMBRA_HEAP:-}" "$@"
}

# The same with what makes a kernel start faster: a class data archive, made once per build and JDK.
generate_fast_kernelspec() {
  local archive=$STAGE/kernel.jsa options=() made_for
  # On few cores the serial collector starts a third of a second faster; on many the JVM's own choice pays.
  (($(nproc 2>/dev/null || echo 8) > 4)) || options+=("--jvm-option=-XX:+UseSerialGC")
  made_for="$JDK $(java_major "$JDK/bin/java") $(<"$STAGE/stamp")"
  if [[ ! -f $archive || $(cat "$archive.for" 2>/dev/null) != "$made_for" ]]; then
    rm -f "$archive" "$archive.for"
    generate_kernelspec "${options[@]}"
    say "preparing a fast kernel start"
    # Without the archive the kernel only starts slower; the mark keeps a second try for the next build.
    "$PYTHON" -B "$ROOT/environment/lib/archive.py" "$SPEC_HOME/kernels" "$archive" 2>/dev/null || true
    printf '%s\n' "$made_for" >"$archive.for"
    [[ -f $archive ]] || : >"$archive"
  fi
  # An empty file marks a JDK that cannot make an archive.
  [[ ! -s $archive ]] || options+=("--jvm-option=-XX:SharedArchiveFile=$archive" --jvm-option=-Xlog:cds=off
    --jvm-option=-Xlog:cds+dynamic=off)
  generate_kernelspec "${options[@]}"
}

register_kernelspec() {
  if ((REPLACE_KERNEL)); then
    kernelspec register --from "$SPEC" --replace
  else
    kernelspec register --from "$SPEC"
  fi
}

# Our kernelspec is found first; with --kernel the user's own kernels are used as they are, with the toolkit on their path.
use_kernelspec() {
  if [[ -z $KERNEL ]]; then
    export JUPYTER_PATH=$SPEC_HOME${JUPYTER_PATH:+:$JUPYTER_PATH}
  else
    export IJAVA_CLASSPATH="$STAGE/lib/*" JJAVA_CLASSPATH="$STAGE/lib/*"
  fi
}
