#!/bin/bash
# Runs plumb, writes its reports, and says so in the terms of GitHub Actions.
#
# From the environment:
#   PLUMB            the program
#   PLUMB_PATHS      the recordings, separated by spaces
#   PLUMB_CONTRACTS  the folder of contracts
#   PLUMB_LIVE       what to walk live in place of the recordings; empty for none
#   PLUMB_ARGUMENTS  more arguments, separated by spaces
#   PLUMB_FAIL_ON    the mildest finding that fails
#   PLUMB_REPORTS    the folder that the reports are written to
#   GITHUB_OUTPUT, GITHUB_STEP_SUMMARY   files that the service reads
set -uo pipefail

mkdir -p "$PLUMB_REPORTS"
read -r -a paths <<<"$PLUMB_PATHS"
read -r -a live <<<"$PLUMB_LIVE"
read -r -a more <<<"$PLUMB_ARGUMENTS"

if [ "${#live[@]}" -gt 0 ]; then
  command=(live "${live[@]}")
else
  command=(check "${paths[@]}")
fi

"$PLUMB" "${command[@]}" --contracts "$PLUMB_CONTRACTS" --fail-on "$PLUMB_FAIL_ON" \
  --report github \
  --report markdown="$PLUMB_REPORTS/report.md" \
  --report html="$PLUMB_REPORTS/report.html" \
  --report json="$PLUMB_REPORTS/report.json" \
  --report junit="$PLUMB_REPORTS/report.xml" \
  --report sarif="$PLUMB_REPORTS/report.sarif" \
  ${more[@]+"${more[@]}"}
status=$?

{
  echo "status=$status"
  echo "sarif=$PLUMB_REPORTS/report.sarif"
  echo "html=$PLUMB_REPORTS/report.html"
} >>"$GITHUB_OUTPUT"
if [ -f "$PLUMB_REPORTS/report.md" ]; then
  cat "$PLUMB_REPORTS/report.md" >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
