import { createPlainDataloyClient } from "@quayside/client/dataloy";
import { createPlainOctopiClient } from "@quayside/client/octopi";
import { type Contract, openContract } from "@quayside/contract";
import dataloy from "@quayside/spec/dataloy.json" with { type: "json" };
import dataloyLines from "@quayside/spec/dataloy.lines.json" with { type: "json" };
import octopi from "@quayside/spec/octopi.json" with { type: "json" };
import octopiLines from "@quayside/spec/octopi.lines.json" with { type: "json" };
import { CannotRun } from "./cannot-run.js";
import type { Values } from "./cases/case.js";
import { member } from "./document.js";
import { type Operation, readOperations } from "./operation.js";
import { basic, type Credentials } from "./run/read-credentials.js";

/** An API that can be tested: its spec, and how its callers are known. */
export type Api = {
  readonly name: ApiName;
  readonly title: string;
  /** The bundle. */
  readonly document: unknown;
  /** Where each place of the bundle was written: `<file>:<line>` by JSON pointer. */
  readonly lines: Readonly<Record<string, string>>;
  readonly contract: Contract;
  readonly operations: readonly Operation[];
  /** Whether values of the target's own stand in the operations' examples. */
  readonly areGiven: boolean;
  /** The value of the `Authorization` header. */
  readonly authorize: (credentials: Credentials) => string;
  /** Values of that header that no server may accept, whatever its keys are. */
  readonly malformed: readonly string[];
  readonly connect: (connection: Connection) => Call;
};

/** The APIs' names, as `--api` takes them. */
export const API_NAMES = ["octopi", "dataloy"] as const;
export type ApiName = (typeof API_NAMES)[number];

/** What a client is made with. */
export type Connection = {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
};

/** Calls an operation through `@quayside/client` by its name; rejects for what the client rejects. */
export type Call = (operationId: string, values: Values, headers: Record<string, string>) => Promise<unknown>;

const opened = new Map<ApiName, Api>();

/**
 * Opens an API once; its schemas take some tenths of a second to compile.
 *
 * @throws CannotRun when there is no such API.
 */
export function openApi(name: string): Api {
  const known = API_NAMES.find((one) => one === name);
  if (known === undefined) throw new CannotRun(`There is no API called "${name}"; use ${API_NAMES.join(" or ")}.`);
  const api = opened.get(known) ?? (known === "octopi" ? openOctopi() : openDataloy());
  opened.set(known, api);
  return api;
}

function openOctopi(): Api {
  return {
    name: "octopi",
    ...openDocument(octopi),
    lines: octopiLines,
    authorize: (credentials) => `Token token=${keyOf(credentials)}`,
    malformed: ["quayside", "Token token="],
    connect: ({ credentials, ...rest }) => callOf(createPlainOctopiClient({ token: keyOf(credentials), ...rest })),
  };
}

function keyOf(credentials: Credentials): string {
  if (credentials.kind === "token") return credentials.token;
  throw new CannotRun("Octopi knows API keys only: pass --token <key> in place of --user.");
}

function openDataloy(): Api {
  return {
    name: "dataloy",
    ...openDocument(dataloy),
    lines: dataloyLines,
    authorize: (credentials) =>
      credentials.kind === "token" ? `Bearer ${credentials.token}` : basic(credentials.username, credentials.password),
    malformed: ["quayside", "Bearer"],
    connect: ({ credentials, ...rest }) => callOf(createPlainDataloyClient({ auth: credentials, ...rest })),
  };
}

function openDocument(document: unknown) {
  const title = String(member(member(document, "info"), "title"));
  return { title, document, contract: openContract(document), operations: readOperations(document), areGiven: false };
}

/** The client's methods are typed one by one; here the operation is only known at run time. */
function callOf(client: object): Call {
  return async (operationId, values, headers) => {
    const operation: unknown = Reflect.get(client, operationId);
    const reply = typeof operation === "function" ? Reflect.get(operation, "reply") : undefined;
    if (typeof reply !== "function") throw new Error(`The client has no operation ${operationId}; build it again.`);
    return reply(values, { headers });
  };
}
