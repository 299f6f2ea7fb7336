import { parseArgs } from "node:util";
import { API_NAMES } from "../api.js";
import { CannotRun } from "../cannot-run.js";
import { MODES, type Mode } from "../run/mode.js";
import type { ContractTestOptions } from "../run/open-target.js";

/** What the command line asks for. */
export type Arguments =
  | { readonly command: "help" }
  | ({
      readonly command: "test" | "plan";
      readonly options: ContractTestOptions;
      readonly fixtures: string | undefined;
    } & Outputs)
  | ({ readonly command: "har"; readonly har: string } & Recorded & Outputs)
  | ({
      readonly command: "proxy";
      readonly har: string | undefined;
      readonly target: string;
      readonly port: number;
    } & Recorded &
      Outputs);

/** What traffic is held against. */
type Recorded = { readonly api: string; readonly inferred: "fail" | "warn" };

/** Files that are written, by their form, and the baseline that is read. */
export type Outputs = {
  readonly reports: Readonly<Partial<Record<ReportForm, string>>>;
  readonly baseline: string | undefined;
};

/** The forms of a report. */
export const REPORT_FORMS = ["junit", "sarif", "json", "html"] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Variables of the environment that take the place of credentials on the command line. */
export type Environment = {
  readonly QUAYSIDE_TOKEN?: string | undefined;
  readonly QUAYSIDE_USER?: string | undefined;
  readonly QUAYSIDE_OTHER_TOKEN?: string | undefined;
  readonly QUAYSIDE_OTHER_USER?: string | undefined;
};

/**
 * Reads a command line. Credentials on it win over those of the environment.
 *
 * @param argv - Without the program's name.
 * @throws CannotRun when something on it is unknown, missing or no number.
 */
export function readArguments(argv: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(argv);
  if (values.help === true) return { command: "help" };
  const api = required(values.api, `Say which API with --api ${API_NAMES.join(" or --api ")}.`);
  const outputs = { reports: reportsOf(values), baseline: values.baseline };
  const inferred = readInferred(values.inferred);
  const recorded = { api, inferred: inferred ?? "warn", ...outputs } as const;
  if (positionals[0] === "proxy") return { command: "proxy", ...recorded, ...proxyOf(values) };
  if (values.har !== undefined) return { command: "har", har: values.har, ...recorded };
  return {
    command: values.plan === true ? "plan" : "test",
    options: { api, inferred, ...targetOf(values), ...credentialsOf(values, environment), ...boundsOf(values) },
    fixtures: values.fixtures,
    ...outputs,
  };
}

const TEXT = { type: "string" } as const;
const LIST = { type: "string", multiple: true } as const;
const OPTIONS = {
  api: TEXT,
  target: TEXT,
  token: TEXT,
  user: TEXT,
  "other-token": TEXT,
  "other-user": TEXT,
  mode: TEXT,
  fixtures: TEXT,
  "allow-host": LIST,
  operations: TEXT,
  seed: TEXT,
  depth: TEXT,
  rate: TEXT,
  "max-writes": TEXT,
  "timeout-ms": TEXT,
  concurrency: TEXT,
  inferred: TEXT,
  baseline: TEXT,
  junit: TEXT,
  sarif: TEXT,
  json: TEXT,
  html: TEXT,
  har: TEXT,
  port: TEXT,
  plan: { type: "boolean" },
  help: { type: "boolean" },
} as const;

type Given = ReturnType<typeof parse>["values"];

/** Node's own message may repeat an argument, and so a token that was written in the wrong place. */
function parse(argv: readonly string[]) {
  const args = argv.filter((one) => one !== "--");
  try {
    const parsed = parseArgs({ args, options: OPTIONS, allowPositionals: args[0] === "proxy" });
    if (parsed.positionals.length > 1)
      throw new CannotRun("Something on the command line is no option; --help lists them.");
    return parsed;
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const option = /^--[a-z-]+$/.exec(argv.find((one) => one.startsWith("--") && !isKnown(one)) ?? "")?.[0];
    if (option !== undefined) throw new CannotRun(`There is no option ${option}; --help lists them.`);
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE")
      throw new CannotRun("An option lacks its value; --help lists them.");
    throw new CannotRun("Something on the command line is no option; --help lists them.");
  }
}

function isKnown(argument: string): boolean {
  return argument === "--" || Object.hasOwn(OPTIONS, argument.slice(2).replace(/=.*/s, ""));
}

function required(value: string | undefined, otherwise: string): string {
  if (value === undefined || value === "") throw new CannotRun(otherwise);
  return value;
}

function reportsOf(values: Given): Outputs["reports"] {
  const given = REPORT_FORMS.flatMap((form) => (values[form] === undefined ? [] : [[form, values[form]] as const]));
  const files = given.map(([, file]) => file);
  if (new Set(files).size < files.length) throw new CannotRun("Two reports have one file; give each its own.");
  return Object.fromEntries(given);
}

function proxyOf({ target, port, har }: Given) {
  return {
    target: required(target, "Say what to pass on to with --target <origin>, for example https://terminal.example."),
    port: readNumber(port) ?? 0,
    har,
  };
}

function targetOf(values: Given) {
  return {
    target: required(values.target, "Say what to test with --target <origin>, for example http://127.0.0.1:4010."),
    mode: readMode(values.mode),
    allowHosts: values["allow-host"],
    operations: values.operations
      ?.split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  };
}

function credentialsOf(values: Given, environment: Environment) {
  const own = values.token !== undefined || values.user !== undefined;
  const other = values["other-token"] !== undefined || values["other-user"] !== undefined;
  return {
    token: own ? values.token : environment.QUAYSIDE_TOKEN || undefined,
    user: own ? values.user : environment.QUAYSIDE_USER || undefined,
    otherToken: other ? values["other-token"] : environment.QUAYSIDE_OTHER_TOKEN || undefined,
    otherUser: other ? values["other-user"] : environment.QUAYSIDE_OTHER_USER || undefined,
  };
}

function boundsOf(values: Given) {
  return {
    seed: readNumber(values.seed),
    depth: readNumber(values.depth),
    rate: readNumber(values.rate),
    maxWrites: readNumber(values["max-writes"]),
    timeoutMs: readNumber(values["timeout-ms"]),
    concurrency: readNumber(values.concurrency),
  };
}

function readInferred(value: string | undefined): "fail" | "warn" | undefined {
  if (value === undefined || value === "fail" || value === "warn") return value;
  throw new CannotRun("--inferred takes fail or warn.");
}

function readMode(value: string | undefined): Mode | undefined {
  const known = MODES.find((one) => one === value);
  if (value === undefined || known !== undefined) return known;
  throw new CannotRun(`--mode takes ${MODES.join(", ")}.`);
}

/** What is no number becomes NaN, which the run refuses by its name. */
function readNumber(value: string | undefined): number | undefined {
  return value === undefined ? undefined : /^\d+$/.test(value) ? Number(value) : Number.NaN;
}
