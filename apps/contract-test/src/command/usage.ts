/** How the command is used. */
export const USAGE = `contract-test --api octopi|dataloy --target <origin> [options]
contract-test --api octopi|dataloy --har <file>
contract-test proxy --api octopi|dataloy --target <origin> [--port <n>] [--har <file>]

Asks a server what the spec documents, and holds each answer against it. With --har it holds recorded traffic against the spec,
and sends nothing. As a proxy it passes requests on unchanged, and holds what passes through against the spec until Ctrl-C.

  --api <name>           octopi or dataloy
  --target <origin>      for example http://127.0.0.1:4020

Who calls (in the environment: QUAYSIDE_TOKEN, QUAYSIDE_USER, QUAYSIDE_OTHER_TOKEN, QUAYSIDE_OTHER_USER)
  --token <token>        API key (Octopi) or bearer token (Dataloy)
  --user <name:password> HTTP Basic (Dataloy)
  --other-token, --other-user
                         the same of another organisation or tenant: what one has, the other must not see

What may be sent
  --mode <mode>          read-only: GETs and nothing else, the default elsewhere than on this machine;
                         disposable: makes records of its own, named QUAYSIDE-…, and removes them; for test systems;
                         full: everything, for a mock or a sandbox on this machine, and refused elsewhere
  --plan                 prints what would be checked, and sends nothing
  --allow-host <host>    hosts that may be tested, and no other; disposable asks for it elsewhere than on this machine
  --fixtures <file>      JSON object: values of the target in place of the examples' of the same name
  --operations <a,b>     only these; all by default
  --rate <n>             requests a second; 10 by default elsewhere than on this machine
  --max-writes <n>       the most requests that write; 2000 by default with disposable
  --concurrency <n>      checks under way at once, 1 to 32; 4 by default, elsewhere 2
  --timeout-ms <n>       for each request; 10000 by default

What is checked
  --seed <n>             what the drawn requests are drawn with; printed, and another one each time by default
  --depth <n>            how many requests are drawn for each operation; 20 by default
  --inferred fail|warn   what a difference is on something that the spec only infers:
                         by default a failure on this machine, a warning elsewhere
  --baseline <file>      JSON file of known differences, each with its owner and its last day

What is told
  --junit, --sarif, --json, --html <file>
                         reports besides the one that is printed
  --help                 this text

Exit code: 0 the spec is kept, 1 it is broken, 2 it could not be told.
`;
