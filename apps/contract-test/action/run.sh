#!/usr/bin/env bash
# Runs contract-test as one step of a GitHub workflow; action.yml says with what. Every input comes as a variable INPUT_… of the environment,
# and reaches the command as one argument, whatever is in it. Credentials reach it in its environment alone.
set -euo pipefail

folder=$(dirname "${BASH_SOURCE[0]}")
texts='api target har mode fixtures operations seed depth rate max-writes concurrency timeout-ms inferred baseline junit sarif json html'
reports='junit sarif json html'
credentials='token:QUAYSIDE_TOKEN user:QUAYSIDE_USER other_token:QUAYSIDE_OTHER_TOKEN other_user:QUAYSIDE_OTHER_USER'
# Ends what no value shall be able to end: nobody outside knows it.
drawn=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')

main() {
  work=$(mktemp -d)
  # Whatever stops this script: 1 would say that the target is broken.
  code=2
  trap 'rm -rf "$work"; exit "$code"' EXIT
  check_node
  read_arguments
  # The command is fetched by a process that knows no credentials, and without running what its packages would like to run.
  take_credentials
  find_command
  run_command
  tell
}

check_node() {
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 22 ? 1 : 0)' ||
    give_up 'contract-test needs Node 22 or newer. Put actions/setup-node before this step.'
}

# Sets `arguments` and `plan`.
read_arguments() {
  local name hosts=()
  arguments=()
  for name in $texts; do
    read_input "$name"
    # With =, for a value may begin with a dash.
    [ -z "$value" ] || arguments+=("--$name=$value")
  done
  read_input allow-host
  read -r -d '' -a hosts <<<"$value" || true
  for name in ${hosts[@]+"${hosts[@]}"}; do arguments+=("--allow-host=$name"); done
  read_input plan
  plan=$value
  case $plan in
  true) arguments+=(--plan) ;;
  '' | false) ;;
  *) give_up 'The input "plan" takes true or false.' ;;
  esac
}

# Sets `value`, without the line break at its end that YAML puts there easily.
read_input() {
  local variable=INPUT_${1//-/_}
  value=${!variable-}
  value=${value%$'\n'}
}

# Moves credentials out of the environment, to `secret_…`. An input wins over the variable of the job.
take_credentials() {
  local pair given variable
  for pair in $credentials; do
    given=INPUT_${pair%:*} variable=${pair#*:}
    printf -v "secret_$variable" '%s' "${!given:-${!variable-}}"
    unset "$given" "$variable"
  done
}

# Sets `command` to the path of the command. From there on npm is out of the way: an exit code is the command's own.
find_command() {
  local version
  read_input version
  version=$value
  [ -n "$version" ] || version=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1], "utf8")).version' "$folder/../package.json")
  case $version in
  *[!0-9A-Za-z.+-]*) give_up 'The input "version" takes a version such as 1.2.3, or "installed".' ;;
  installed) command=$(npx --no -c 'command -v contract-test') || give_up 'contract-test is not installed in this folder.' ;;
  *)
    command=$(npx --yes --ignore-scripts --package "@quayside/contract-test@$version" -c 'command -v contract-test') ||
      give_up 'npm could not install contract-test; it says why above.'
    ;;
  esac
  # A program that Node cannot load ends with 1, as one does that found the target broken.
  "$command" --help >/dev/null || give_up 'contract-test does not start; it says why above.'
}

# Sets `code`. What the command prints goes to the log, and into files for the summary.
run_command() {
  local pid
  # What a server sent may stand in the log, and must not command the runner. Both tees write to one pipe: of two, one could be read late.
  echo "::stop-commands::$drawn"
  mkfifo "$work/out" "$work/err"
  tee "$work/printed" <"$work/out" &
  tee "$work/talk" <"$work/err" &
  with_credentials "$command" ${arguments[@]+"${arguments[@]}"} >"$work/out" 2>"$work/err" &
  pid=$!
  # A job that is cancelled: the command gets the time to remove what it has created.
  trap 'cancelled=yes; kill -TERM "$pid" 2>/dev/null || true' INT TERM
  # A signal ends a wait before the command has ended.
  cancelled=yes
  while [ -n "$cancelled" ]; do
    cancelled='' code=0
    wait "$pid" || code=$?
  done
  wait
  trap - INT TERM
  echo "::$drawn::"
}

with_credentials() {
  local pair secret
  for pair in $credentials; do
    secret=secret_${pair#*:}
    [ -z "${!secret}" ] || export "${pair#*:}=${!secret}"
  done
  exec "$@"
}

# Writes the outputs, the summary and the line that GitHub shows above the log.
tell() {
  local result=could-not-be-told says='It could not be told whether the target keeps the spec' name
  case $code in
  0) result=kept says='The target keeps the spec' ;;
  1) result=broken says='The target breaks the spec' ;;
  esac
  if [ "$plan" = true ] && [ "$code" = 0 ]; then result='' says='A plan: nothing was sent'; fi
  give result "$result"
  give exit-code "$code"
  for name in $reports; do
    read_input "$name"
    [ -f "$value" ] || value=''
    give "$name" "$value"
  done
  write_summary "$says" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  [ "$code" = 0 ] || echo "::error title=Contract tests::$says. The summary and the log of this step say more."
}

# GitHub takes a summary of up to 1 MiB, and a character may become five. What the command prints begins with what matters most.
write_summary() {
  printf '## Contract tests\n\n%s.\n\n<pre>\n' "$1"
  head -c 180000 "$work/printed" | escape
  [ "$code" -lt 2 ] || tail -n 5 "$work/talk" | tail -c 10000 | escape
  printf '</pre>\n'
}

# In bytes: no server shall stop us with text that is no UTF-8.
escape() {
  LC_ALL=C sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'
}

# Gives an output.
give() {
  printf '%s<<%s\n%s\n%s\n' "$1" "$drawn" "$2" "$drawn" >>"${GITHUB_OUTPUT:-/dev/null}"
}

give_up() {
  echo "::error title=Contract tests::$1"
  give result could-not-be-told
  give exit-code 2
  exit
}

main
