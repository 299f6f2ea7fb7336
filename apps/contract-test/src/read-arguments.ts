import { parseArgs } from "node:util";
import { API_NAMES } from "./api.js";
import { CannotRun } from "./cannot-run.js";
import { MODES, type Mode } from "./mode.js";
import type { ContractTestOptions } from "./open-target.js";

/** What the command line asks for; `help` is set when it asks for nothing else. */
export type Arguments =
  | { readonly help: true }
  | {
      readonly help: false;
      readonly options: ContractTestOptions;
      readonly junit: string | undefined;
      readonly plan: boolean;
    };

/** How the command is used. */
export const USAGE = `contract-test --api octopi|dataloy --target <origin> [options]

Asks a server what the spec documents, and holds each answer against it. On this machine it creates, changes and deletes;
elsewhere it only reads.

  --api <name>           octopi or dataloy
  --target <origin>      for example http://127.0.0.1:4010
  --token <token>        API key (Octopi) or bearer token (Dataloy); or QUAYSIDE_TOKEN in the environment
  --user <name:password> HTTP Basic (Dataloy); or QUAYSIDE_USER in the environment
  --mode <mode>          read-only: GETs and nothing else, the default elsewhere than on this machine;
                         full: everything, for a mock or a sandbox on this machine, and refused elsewhere
  --plan                 prints what would be sent, and sends nothing
  --junit <file>         also writes the results as JUnit XML
  --inferred fail|warn   what a difference is on something that the spec only infers:
                         by default a failure on this machine, a warning elsewhere
  --timeout-ms <n>       for each request; 10000 by default
  --concurrency <n>      requests under way at once, 1 to 32; 4 by default
  --help                 this text

Exit code: 0 the spec is kept, 1 it is broken, 2 it could not be told.
`;

/** Variables of the environment that take the place of credentials on the command line. */
export type Environment = { readonly QUAYSIDE_TOKEN?: string | undefined; readonly QUAYSIDE_USER?: string | undefined };

/**
 * Reads a command line. Credentials on it win over those of the environment.
 *
 * @param argv - Without the program's name.
 * @throws CannotRun when something on it is unknown, missing or no number.
 */
export function readArguments(argv: readonly string[], environment: Environment): Arguments {
  const values = parse(argv);
  if (values.help === true) return { help: true };
  const given = values.token !== undefined || values.user !== undefined;
  const options = {
    api: required(values.api, `Say which API with --api ${API_NAMES.join(" or --api ")}.`),
    target: required(values.target, "Say what to test with --target <origin>, for example http://127.0.0.1:4010."),
    token: given ? values.token : environment.QUAYSIDE_TOKEN || undefined,
    user: given ? values.user : environment.QUAYSIDE_USER || undefined,
    inferred: readInferred(values.inferred),
    mode: readMode(values.mode),
    timeoutMs: readNumber(values["timeout-ms"]),
    concurrency: readNumber(values.concurrency),
  };
  return { help: false, options, junit: values.junit, plan: values.plan === true };
}

const TEXT = { type: "string" } as const;
const OPTIONS = {
  api: TEXT,
  target: TEXT,
  token: TEXT,
  user: TEXT,
  junit: TEXT,
  inferred: TEXT,
  "timeout-ms": TEXT,
  concurrency: TEXT,
  mode: TEXT,
  plan: { type: "boolean" },
  help: { type: "boolean" },
} as const;

/** Node's own message may repeat an argument, and so a token that was written in the wrong place. */
function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: argv.filter((one) => one !== "--"), options: OPTIONS }).values;
  } catch (error) {
    const option = /^--[a-z-]+$/.exec(argv.find((one) => one.startsWith("--") && !isKnown(one)) ?? "")?.[0];
    if (option !== undefined) throw new CannotRun(`There is no option ${option}; --help lists them.`);
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
      throw new CannotRun("An option lacks its value; --help lists them.");
    throw new CannotRun("Something on the command line is no option; --help lists them.");
  }
}

function isKnown(argument: string): boolean {
  return Object.hasOwn(OPTIONS, argument.slice(2).replace(/=.*/s, ""));
}

function required(value: string | undefined, otherwise: string): string {
  if (value === undefined || value === "") throw new CannotRun(otherwise);
  return value;
}

function readInferred(value: string | undefined): "fail" | "warn" | undefined {
  if (value === undefined || value === "fail" || value === "warn") return value;
  throw new CannotRun("--inferred takes fail or warn.");
}

function readMode(value: string | undefined): Mode | undefined {
  const known = MODES.find((one) => one === value);
  if (value === undefined || known !== undefined) return known;
  throw new CannotRun(`--mode takes ${MODES.join(" or ")}.`);
}

/** What is no number becomes NaN, which the run refuses by its name. */
function readNumber(value: string | undefined): number | undefined {
  return value === undefined ? undefined : /^\d+$/.test(value) ? Number(value) : Number.NaN;
}
