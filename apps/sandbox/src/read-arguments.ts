import { parseArgs } from "node:util";
import type { StartOptions } from "./start-sandbox.js";

/** What the command line asks for. */
export type Arguments =
  | { readonly help: true }
  | { readonly help: false; readonly options: StartOptions & { readonly host: string; readonly database: string } };

/** Variables of the environment that take the place of options: those which hold a secret, and those which a container is started with. */
export type Environment = {
  readonly SANDBOX_PORT?: string | undefined;
  readonly SANDBOX_HOST?: string | undefined;
  readonly SANDBOX_DATABASE?: string | undefined;
  readonly SANDBOX_CONTROL_KEY?: string | undefined;
};

/** How the command is used. */
export const USAGE = `quayside-sandbox [options]

Serves Octopi (/api/v1/…) and Dataloy (/ws/rest/…) with state, and a control API (/_sandbox/…).

  --port <n>          4020 by default; 0 takes a free one. SANDBOX_PORT and SANDBOX_HOST in the environment do the same
  --host <address>    127.0.0.1 by default: only this machine reaches it. On another address the control API asks for
                      a key, which is made and printed unless you give one
  --database <where>  a file, such as sandbox.db, or postgres://user:password@host/name; in memory by default.
                      SANDBOX_DATABASE in the environment keeps a password off the command line
  --seed-size <n>     how many service orders of each API are made up beside the documented records, 0 to 200000;
                      0 by default
  --seed <n>          the same number makes the same data, 0 to 4294967295; 1 by default
  --control-key <key> what the control API asks for; or SANDBOX_CONTROL_KEY in the environment
  --unchecked         do not hold answers against the spec
  --help              this text
`;

const DEFAULT_PORT = "4020";
const DEFAULT_HOST = "127.0.0.1";
const TEXT = { type: "string" } as const;
const OPTIONS = {
  port: TEXT,
  host: TEXT,
  database: TEXT,
  "seed-size": { ...TEXT, default: "0" },
  seed: { ...TEXT, default: "1" },
  "control-key": TEXT,
  unchecked: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/**
 * Reads a command line.
 *
 * @param argv - Without the program's name.
 * @throws Error - that says what to write instead, and shows no value that may hold a secret.
 */
export function readArguments(argv: readonly string[], environment: Environment): Arguments {
  const values = parse(argv);
  if (values.help) return { help: true };
  const controlKey = values["control-key"] ?? (environment.SANDBOX_CONTROL_KEY || undefined);
  const options = {
    port: readNumber("--port", values.port ?? (environment.SANDBOX_PORT || DEFAULT_PORT), 65_535),
    host: values.host ?? (environment.SANDBOX_HOST || DEFAULT_HOST),
    database: readDatabase(values.database ?? (environment.SANDBOX_DATABASE || ":memory:")),
    seed: {
      size: readNumber("--seed-size", values["seed-size"], 200_000),
      number: readNumber("--seed", values.seed, 4_294_967_295),
    },
    checkAnswers: !values.unchecked,
    ...(controlKey === undefined ? {} : { controlKey }),
  };
  return { help: false, options };
}

function parse(argv: readonly string[]) {
  try {
    // pnpm hands on a "--" that stands between script and options.
    return parseArgs({ args: argv.filter((one) => one !== "--"), options: OPTIONS }).values;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    const option = /^--[a-z-]+/.exec(argv.find((one) => one.startsWith("--") && !isKnown(one)) ?? "")?.[0];
    if (option !== undefined) throw new Error(`There is no option ${option}.\n\n${USAGE}`);
    const what =
      code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" ? "An option lacks its value" : "Something is no option";
    throw new Error(`${what}.\n\n${USAGE}`);
  }
}

function isKnown(argument: string): boolean {
  return Object.hasOwn(OPTIONS, argument.slice(2).replace(/=.*/s, "")) || argument === "--";
}

function readNumber(option: string, value: string, most: number): number {
  if (/^\d{1,10}$/.test(value) && Number(value) <= most) return Number(value);
  throw new Error(`${option} takes a number from 0 to ${most}, not "${value}".`);
}

/** A URL of something else would be taken for a file's name. */
function readDatabase(database: string): string {
  const [scheme] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(database) ?? [];
  if (scheme === undefined || /^postgres(ql)?:\/\/$/.test(scheme)) return database;
  throw new Error(`--database takes a file or postgres://…, and no ${scheme} address.`);
}
