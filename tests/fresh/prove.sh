#!/usr/bin/env bash
# Proves that ./run and ./test work on a bare Debian 12: makes one with debootstrap under build/fresh, copies the tree
# in, starts it twice, runs the tests, and prints how long each step took. Needs root, debootstrap and the network.
#
# usage: tests/fresh/prove.sh [--working-tree] [--steps "build start test"] [--with "PACKAGE..."] [--as-user] [--cached]
#        [--port N]
#   --working-tree  the files as they are; without it the commit HEAD
#   --steps         build: ./run --build-only; start: ./run until it answers, twice; test: ./test    (default: start test)
#   --with          Debian packages that are there before, for example another Boost
#   --cached        begin from the bare system that an earlier run kept
#   --as-user       as an ordinary user who may use sudo, not as root
# shellcheck disable=SC2317  # the functions are called through `timed`
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
bare=$root/build/fresh/bare
tree=/opt/paceline
source_of_tree=HEAD steps="start test" with='' user=root home=/root port=8799 cached=no
while (($#)); do
  case $1 in
    --working-tree) source_of_tree=files ;;
    --cached) cached=yes ;;
    --as-user) user=ann home=/srv/ann ;;
    --steps) steps=$2; shift ;;
    --with) with=$2; shift ;;
    --port) port=$2; shift ;;
    *) sed -n '5,11s/^# //p' "$0" >&2; exit 2 ;;
  esac
  shift
done
((EUID == 0)) || { echo "$0: needs root, for debootstrap and chroot" >&2; exit 1; }

server=''
times=()

clean_up() {
  if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; fi
  local place
  for place in "$bare/dev" "$bare/proc"; do
    if mountpoint -q "$place"; then umount -R "$place" || umount -Rl "$place"; fi
  done
}
trap clean_up EXIT

# Sets `status`, and is never called as a condition: that would switch off `set -e` in what it calls.
timed() { # timed NAME COMMAND...
  local name=$1 began
  shift
  began=$(date +%s.%N)
  set +e
  "$@"
  status=$?
  set -e
  times+=("$(awk -v name="$name" -v began="$began" -v ended="$(date +%s.%N)" -v status="$status" \
    'BEGIN {printf "%-34s %7.1f s  %s", name, ended - began, status ? "FAILED" : "ok"}')")
  if ((status)); then failed=1; fi
}

strictly() { (set -e && "$@"); }

inside() { # as the chosen user, with an empty environment
  local certificates=()
  if [[ -e $bare/etc/ssl/certs/own.pem ]]; then certificates=(NODE_EXTRA_CA_CERTS=/etc/ssl/certs/own.pem); fi
  exec chroot --userspec="$user" "$bare" /usr/bin/env -i HOME="$home" \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb "${certificates[@]}" \
    bash -c "cd $tree && exec $1"
}

make_bare_system() {
  clean_up
  rm -rf --one-file-system "$bare"
  mkdir -p "$bare"
  if [[ $cached == yes && -f $bare.tar ]]; then
    tar -x -C "$bare" -f "$bare.tar"
  else
    debootstrap --variant=minbase bookworm "$bare" >"$root/build/fresh/debootstrap.log" 2>&1
    tar -c -C "$bare" -f "$bare.tar" .
  fi
}

# Only what this machine needs to reach the network, and what keeps packages from starting services.
settle_in() {
  mount -t proc proc "$bare/proc"
  mount --rbind /dev "$bare/dev"
  mount --make-rslave "$bare/dev"
  cp -L /etc/resolv.conf "$bare/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$bare/usr/sbin/policy-rc.d"
  chmod +x "$bare/usr/sbin/policy-rc.d"
  local own=/usr/local/share/ca-certificates
  if compgen -G "$own/*.crt" >/dev/null; then
    mkdir -p "$bare$own" "$bare/etc/ssl/certs"
    cp "$own"/*.crt "$bare$own/"
    cat "$own"/*.crt >"$bare/etc/ssl/certs/own.pem"
  fi
  local before="$with"
  if [[ $user != root ]]; then before+=" sudo"; fi
  if [[ -n $before ]]; then
    (chroot "$bare" apt-get update -qq && env DEBIAN_FRONTEND=noninteractive chroot "$bare" \
      bash -c "apt-get install -qq -y --no-install-recommends $before") >"$root/build/fresh/before.log" 2>&1
  fi
  if [[ $user != root ]]; then
    chroot "$bare" useradd --create-home --home-dir "$home" --shell /bin/bash "$user"
    echo "$user ALL=(ALL) NOPASSWD: ALL" >"$bare/etc/sudoers.d/$user"
  fi
}

copy_tree() {
  mkdir -p "$bare$tree"
  if [[ $source_of_tree == HEAD ]]; then
    git -C "$root" archive HEAD | tar -x -C "$bare$tree"
  else
    tar -c -C "$root" --exclude=./build --exclude=./.git --exclude=./.tools --exclude=./data --exclude=node_modules \
      --exclude=./web/dist --exclude=test-results . | tar -x -C "$bare$tree"
  fi
  chroot "$bare" chown -R "$user:" "$tree"
}

ask() { # ask METHOD PATH [HEADER [BODY]]: the whole answer
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  local header=${3:-X-Nothing: 0} body=${4:-}
  printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: application/json\r\n%s\r\n' "$1" "$2" "$header" >&3
  printf 'Content-Length: %d\r\n\r\n%s' "${#body}" "$body" >&3
  timeout 10 cat <&3 || true
  exec 3>&-
}

answers() { [[ $(ask GET /api/v1/health | head -n 1) == *" 200 "* ]]; }

# A rep of the demonstration signs in, and finds figures that are not zero.
sign_in_and_see_figures() {
  local rep='{"email": "elena.petrova@demo.paceline.example", "password": "paceline-demo"}' session pace
  session=$(ask POST /api/v1/session 'X-Nothing: 0' "$rep" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p')
  [[ -n $session ]] || { echo "$0: nobody could sign in" >&2; return 1; }
  pace=$(ask GET /api/v1/reps/me/pace "Cookie: $session" | tail -n 1)
  echo "Today of the rep: $(grep -o '"key":"[^"]*"\|"counted":[0-9]*' <<<"$pace" | tr '\n' ' ')"
  grep -q '"counted":[1-9]' <<<"$pace" || { echo "$0: every figure is zero" >&2; return 1; }
}

start_until_it_answers() {
  (inside "./run --port $port") &
  server=$!
  until answers; do
    if ! kill -0 "$server" 2>/dev/null; then
      server=''
      echo "$0: ./run ended before it answered" >&2
      return 1
    fi
    sleep 0.2
  done
}

stop() {
  [[ -n $server ]] || return 0
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=''
}

failed=0
timed "bare system" strictly make_bare_system
((failed)) || timed "settings, packages before" strictly settle_in
((failed)) || timed "copy of the tree" strictly copy_tree
((failed == 0)) || { echo "$0: no bare system: see build/fresh/*.log" >&2; exit 1; }
for step in $steps; do
  case $step in
    build)
      timed "first ./run --build-only" strictly inside "./run --build-only"
      timed "second ./run --build-only" strictly inside "./run --build-only"
      ;;
    start)
      timed "first ./run until it answers" start_until_it_answers
      stop
      timed "second ./run until it answers" start_until_it_answers
      timed "a rep signs in and sees figures" sign_in_and_see_figures
      stop
      ;;
    test) timed "./test" strictly inside ./test ;;
    *) echo "$0: no such step: $step" >&2; exit 2 ;;
  esac
done
printf '\n'
printf '%s\n' "${times[@]}"
printf '%-34s %7s\n' "size of the bare system, afterwards" "$(du -shx "$bare" | cut -f1)"
exit "$failed"
