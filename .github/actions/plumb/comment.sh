#!/bin/bash
# Comments on a pull request, or edits the comment that an earlier run left.
#
# From the environment: REPORT, a Markdown file; NUMBER of the pull request; GITHUB_REPOSITORY; and
# GH_TOKEN for gh.
set -euo pipefail

[ -f "$REPORT" ] || exit 0
mark='<!-- plumb -->'
body=$(printf '%s\n%s\n' "$mark" "$(cat "$REPORT")")
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
known=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$mark\")) | .id" | head -n 1)
if [ -n "$known" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" -f body="$body" >/dev/null
else
  gh api --method POST "$comments" -f body="$body" >/dev/null
fi
