# 公用函数: sourced by the programs of this folder, from the top of the tree.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
top=$PWD
var=$top/var
python=$top/.venv/bin/python

say() { printf '\033[1m==> %s\033[0m\n' "$*"; }
die() { printf '\n错误 / error: %s\n' "$*" >&2; exit 1; }

# Packages of the list that are not installed.
missing_packages() {
  local name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
  done
}

# Install Debian packages: as root, with passwordless sudo, or by telling the one line to run.
need_packages() {
  command -v dpkg-query >/dev/null || die "只支持 Debian/Ubuntu；请自行安装等价软件包: $* (this script knows Debian only; install the like of these)"
  local missing as_root=() quiet=(-y -q --no-install-recommends -o Dpkg::Use-Pty=0)
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  local line="apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing"
  if [ "$(id -u)" != 0 ]; then
    local root='sudo sh -c'
    command -v sudo >/dev/null || root='su root -c'
    sudo -n true 2>/dev/null || die "缺少系统软件包。请运行下面一行，然后再试 / run this line, then try again:

    $root '$line'
"
    as_root=(sudo -n)
  fi
  say "系统软件包 / packages: $missing"
  mkdir -p "$var/log"
  # shellcheck disable=SC2086 - a list of package names
  { "${as_root[@]}" apt-get update -q && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install "${quiet[@]}" $missing; } \
    >"$var/log/apt.log" 2>&1 || { tail -n 20 "$var/log/apt.log" >&2; die "apt-get 失败，记录在 var/log/apt.log / failed; see var/log/apt.log"; }
}

# Make .venv and bring it to the state of one lock file; a stamp makes the second run free.
need_venv() {
  local lock=$1 stamp=$top/.venv/selfeval.stamp wanted found
  if [ ! -x "$python" ]; then
    found=$(find_python) || die "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed"
    say "虚拟环境 / virtual environment: $found"
    "$found" -m venv .venv
  fi
  wanted=$(sha256sum requirements/run.txt "$lock" | sha256sum | cut -c1-64)
  grep -qx "$wanted" "$stamp" 2>/dev/null && return 0
  say "Python 软件包 / packages: $lock"
  # A lock names everything, so nothing is left to resolve: a release newer than the lock must not even be looked at.
  "$python" -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r "$lock" || die "pip 失败 / failed: $lock"
  # The lock of the tests holds all of the server's lock.
  echo "$wanted" >>"$stamp"
  [ "$lock" = requirements/run.txt ] || sha256sum requirements/run.txt requirements/run.txt | sha256sum | cut -c1-64 >>"$stamp"
}

# What Debian lacks before a virtual environment can be made.
python_packages() {
  [ ! -x "$python" ] || return 0
  local found
  found=$(find_python) || { echo python3 python3-venv; return 0; }
  "$found" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
}

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3.14 python3; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}
