# shellcheck shell=bash
# Sourced. The options that run and jupyter share, and the environment variables they stand for.

NOTEBOOKS=() EXTRA=() KERNEL='' REPLACE_KERNEL=0
SCALE=${PENUMBRA_SCALE:-} DATASET=${PENUMBRA_DATASET:-} DATA=${PENUMBRA_DATA:-} DATA_FROM=PENUMBRA_DATA

set_option() {
  [[ -n $2 ]] || usage_error "$1 needs a value"
  case $1 in
    --scale) SCALE=$2 ;;
    --dataset) DATASET=$2 ;;
    --data) DATA=$2 DATA_FROM=--data ;;
    --kernel) KERNEL=$2 ;;
  esac
}

# parse_options refuse|pass WORD...: "pass" keeps what it does not know for Jupyter, "refuse" calls it a mistake.
parse_options() {
  local unknown=$1
  shift
  while (($#)); do
    case $1 in
      --scale | --dataset | --data | --kernel)
        (($# > 1)) || usage_error "$1 needs a value"
        set_option "$1" "$2"
        shift
        ;;
      --scale=* | --dataset=* | --data=* | --kernel=*) set_option "${1%%=*}" "${1#*=}" ;;
      --replace-kernel) REPLACE_KERNEL=1 ;;
      -h | --help)
        show_help
        exit 0
        ;;
      *.ipynb) add_notebooks "$1" ;;
      -*)
        [[ $unknown == pass ]] || usage_error "unknown option '$1'"
        EXTRA+=("$1")
        ;;
      *)
        if [[ $unknown == pass ]]; then
          EXTRA+=("$1")
        elif [[ -d $1 || -d $ROOT/$1 ]]; then
          add_notebooks "$1"
        else
          usage_error "unexpected word '$1', expected a notebook (.ipynb) or a folder of notebooks"
        fi
        ;;
    esac
    shift
  done
  check_options
}

# Adds one notebook, or all below a folder; a path is looked for from here, then from the repository.
add_notebooks() {
  local given=$1 path=$1 found
  [[ -e $path || $path == /* ]] || path=$ROOT/$given
  if [[ -d $path ]]; then
    mapfile -t found < <(find "$path" -name '*.ipynb' -not -path '*/.ipynb_checkpoints/*' | LC_ALL=C sort)
    ((${#found[@]})) || fail "no notebook (.ipynb) in the folder $given"
    NOTEBOOKS+=("${found[@]}")
  elif [[ -f $path ]]; then
    NOTEBOOKS+=("$path")
  else
    fail "no notebook at $given (looked in $PWD and $ROOT); give the path of an .ipynb file"
  fi
}

check_options() {
  case $SCALE in
    '' | smoke | course | paper) ;;
    *) usage_error "unknown scale '$SCALE', expected smoke, course or paper" ;;
  esac
  if [[ -n $DATA ]]; then
    [[ -e $DATA ]] || fail "the data folder $DATA ($DATA_FROM) does not exist; give the folder that holds the data set, see datasets/README.md"
    [[ -d $DATA ]] || fail "$DATA ($DATA_FROM) is a file; give the folder that holds it"
    DATA=$(cd "$DATA" && pwd -P) || fail "the data folder $DATA ($DATA_FROM) cannot be entered; check its permissions"
  elif [[ -d $ROOT/datasets ]]; then
    DATA=$ROOT/datasets
  fi
}

# What the kernel's process inherits; unset variables leave the choice to the notebook.
export_options() {
  [[ -z $SCALE ]] || export PENUMBRA_SCALE=$SCALE
  [[ -z $DATASET ]] || export PENUMBRA_DATASET=$DATASET
  [[ -z $DATA ]] || export PENUMBRA_DATA=$DATA
}
