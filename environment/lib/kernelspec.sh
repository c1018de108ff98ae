# shellcheck shell=bash
# Sourced after build.sh. The kernelspec "java": a private one for these scripts, and one registered for the user.

kernelspec() {
  "$PYTHON" -B "$ROOT/environment/lib/kernelspec.py" "$@"
}

# Writes the private kernelspec; java is named by its full path, so that Jupyter needs no PATH and no JAVA_HOME.
generate_kernelspec() {
  local options=()
  [[ ! -f $STAGE/kernel.jsa ]] || options+=("--jvm-option=-XX:SharedArchiveFile=$STAGE/kernel.jsa")
  kernelspec generate --template "$ROOT/environment/kernel/kernel.json" --into "$SPEC" --root "$ROOT" \
    --set "JAVA=$JDK/bin/java" --set "ROOT=$ROOT" --set "LIB=$STAGE/lib" --set "KERNEL=$STAGE/kernel" \
    --set "CACHE=$DJL_CACHE" "${options[@]}"
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
