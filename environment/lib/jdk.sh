# shellcheck shell=bash
# Sourced. Chooses the JDK: JAVA_HOME if set, else java on PATH, else the newest under /usr/lib/jvm.

JDK_NEEDED=17

# Major version that a java binary prints (8 for "1.8.0"), nothing if it prints none.
java_major() {
  "$1" -version 2>&1 </dev/null | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]\{1,\}\).*/\2/p' | head -n 1 || true
}

# Why the folder is no usable JDK, in words that continue "..., which"; nothing if it is one.
jdk_defect() {
  local home=$1 major
  [[ -x $home/bin/java ]] || { echo "has no bin/java"; return; }
  major=$(java_major "$home/bin/java")
  if [[ -z $major ]]; then
    echo "does not answer 'java -version'"
  elif ((major < JDK_NEEDED)); then
    echo "is version $major"
  elif [[ ! -x $home/bin/javac ]]; then
    echo "is version $major without a compiler (no bin/javac)"
  fi
}

# Folder of the JDK or JRE behind the java on PATH, through links and version managers.
java_on_path() {
  local binary home
  binary=$(command -v java) || return 0
  home=$("$binary" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p' | head -n 1) || true
  [[ -n $home ]] || home=$(dirname "$(dirname "$(readlink -f "$binary")")")
  echo "$home"
}

# Sets JDK to the chosen folder; or leaves it empty and sets JDK_PROBLEM (one sentence).
# JDK_BY_USER is 1 when JAVA_HOME decided: then nothing may be installed behind the user's back.
find_jdk() {
  local home defect major best=0
  JDK='' JDK_PROBLEM='' JDK_BY_USER=0
  if [[ -n ${JAVA_HOME:-} ]]; then
    JDK_BY_USER=1
    defect=$(jdk_defect "$JAVA_HOME")
    if [[ -z $defect ]]; then
      JDK=$JAVA_HOME
    else
      JDK_PROBLEM="JAVA_HOME is $JAVA_HOME, which $defect; JDK $JDK_NEEDED or newer is needed: point JAVA_HOME at one, or unset it"
    fi
    return
  fi
  home=$(java_on_path)
  JDK_PROBLEM="no JDK $JDK_NEEDED or newer found"
  if [[ -n $home ]]; then
    defect=$(jdk_defect "$home")
    [[ -n $defect ]] || { JDK=$home JDK_PROBLEM=''; return; }
    JDK_PROBLEM+=" (java on PATH is $home, which $defect)"
  fi
  for home in "$JVM_FOLDER"/*/; do
    home=${home%/}
    if [[ -x $home/bin/javac && ! -L $home && -z $(jdk_defect "$home") ]]; then
      major=$(java_major "$home/bin/java")
      ((major <= best)) || { best=$major JDK=$home JDK_PROBLEM=''; }
    fi
  done
}

# Makes the chosen JDK the one that every later command finds.
use_jdk() {
  find_jdk
  [[ -n $JDK ]] || fail "$JDK_PROBLEM"
  export JAVA_HOME=$JDK PATH=$JDK/bin:$PATH
}
