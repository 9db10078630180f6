#!/bin/sh
# Chromium for the browser tests: nothing to do where one is found; otherwise Debian's package, then Playwright's own build.
set -u
for name in "${USJAPAN_BROWSER:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if command -v apt-get >/dev/null 2>&1; then
  run=""
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && run="sudo -n"; }
  if [ "$(id -u)" = 0 ] || [ -n "$run" ]; then
    echo "Installing Chromium for the browser tests ..."
    { $run apt-get update -qq && $run apt-get install -y -qq chromium fonts-liberation; } >/dev/null 2>&1 && exit 0
  fi
fi
.venv/bin/python -m playwright install chromium >/dev/null 2>&1 && exit 0
cat >&2 <<'TEXT'
No Chromium was found and none could be installed. The browser tests need one: install it from your system's packages
(Debian and Ubuntu: apt-get install chromium), or let USJAPAN_BROWSER name its program, and run `make test` again.
TEXT
exit 1
