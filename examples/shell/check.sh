#!/bin/sh
# Plan and check in any build service, or at a terminal: check.sh FOLDER... The exit status is the verdict of the worst:
# 0 pass, 1 fail, 2 could not be judged.
#
#   TF=tofu            OpenTofu in place of Terraform
#   GUARD='npx --yes cce-plan-guard@0.1.0'   how to run the command; `node …/dist/cli.js` works as well
set -eu
TF=${TF:-terraform}
GUARD=${GUARD:-npx --yes cce-plan-guard@0.1.0}

worst=0
for folder in "$@"; do
  (
    cd "$folder"
    "$TF" init -input=false
    "$TF" plan -input=false -out=plan.bin
    "$TF" show -json plan.bin >plan.json
  ) >&2 || exit 2
  status=0
  # shellcheck disable=SC2086 # GUARD may be several words
  $GUARD check "$folder/plan.json" --label "$folder" || status=$?
  [ "$status" -le "$worst" ] || worst=$status
done
exit "$worst"
