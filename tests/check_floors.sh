#!/usr/bin/env bash
# Fails when an include reaches up a floor (device < net < panel), or when a header lets Asio, Beast or Pango into rooms that include it.
set -u
cd "${1:-.}" || exit 1
bad=$(
  grep -rnE '#include *["<](net/|panel/|imgui|GLFW|boost/beast|EGL)' device --include=*.hpp --include=*.cpp
  grep -rnE '#include *["<](panel/|imgui|GLFW|EGL)' net --include=*.hpp --include=*.cpp
  grep -rnE '#include *<(boost/beast|pango/)' device net panel --include=*.hpp | grep -v '/detail/'
)
if [ -n "$bad" ]; then
  printf 'These includes reach up a floor, or carry a heavy library into a header:\n%s\n' "$bad"
  exit 1
fi
echo "every include goes down"
