#!/usr/bin/env bash
# A PostgreSQL cluster of the tests' own, on 127.0.0.1, run by an ordinary user.
#
# usage: tests/database/cluster.sh start DIR [SETTING=VALUE...] | stop DIR | crash DIR | again DIR
#   start   makes it and starts it; its address stands in DIR/url afterwards. A cluster that is there is thrown away.
#           With PACELINE_TEST_CLUSTER, the address of a cluster that is there already, that one is taken instead.
#   crash   kills it
#   again   starts it after a crash or a stop
set -euo pipefail

command=${1:?start, stop, crash or again} dir=${2:?a folder}
shift 2
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[[ -n $programs ]] || { echo "$0: there is no PostgreSQL: apt-get install postgresql-15" >&2; exit 1; }

# PostgreSQL refuses to run as root.
as_ordinary_user() {
  if ((EUID == 0)); then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

control() { as_ordinary_user "$programs/pg_ctl" --pgdata="$dir/data" --log="$dir/log" --silent --wait "$@"; }

throw_away() {
  if [[ -f $dir/data/postmaster.pid ]]; then control --mode=immediate stop 2>/dev/null || true; fi
  rm -rf "${dir:?}"
}

start() {
  throw_away
  mkdir -p "$dir"
  if [[ -n ${PACELINE_TEST_CLUSTER:-} ]]; then
    echo "$PACELINE_TEST_CLUSTER" >"$dir/url"
    return
  fi
  if ((EUID == 0)); then chown postgres "$dir"; fi
  local port setting
  port=$(free_port)
  as_ordinary_user "$programs/initdb" --pgdata="$dir/data" --username=paceline --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync >/dev/null
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "unix_socket_directories = ''"
    echo "port = $port"
    echo "max_connections = 200"
    for setting; do echo "${setting%%=*} = '${setting#*=}'"; done
  } >>"$dir/data/postgresql.conf"
  control start
  echo "postgresql://paceline@127.0.0.1:$port/postgres" >"$dir/url"
}

again() { # the processes of a killed cluster take a moment to end
  local try
  for try in {1..50}; do
    if control start 2>/dev/null; then return; fi
    sleep 0.1
  done
  echo "$0: it does not start again, see $dir/log (tried $try times)" >&2
  return 1
}

case $command in
  start) start "$@" ;;
  stop) throw_away ;;
  crash) kill -KILL "$(head -n 1 "$dir/data/postmaster.pid")" ;; # the others end with the first
  again) again ;;
  *) sed -n '4,8s/^# //p' "$0" >&2; exit 2 ;;
esac
