import type { OpenApiDocument } from "../reference/read-bundle.ts";

/** How a request says who sends it. The variables are those of the environment that the client reads too. */
export type Credentials =
  | { kind: "token"; variable: string /** What stands before it in `Authorization`. */; before: string }
  | { kind: "user"; username: string; password: string };

/** By the names that the descriptions give the schemes. */
const known: Readonly<Record<string, Credentials>> = {
  Token: { kind: "token", variable: "OCTOPI_TOKEN", before: "Token token=" },
  Basic: { kind: "user", username: "DATALOY_USERNAME", password: "DATALOY_PASSWORD" },
};

/**
 * The credentials that a sample shows: of the alternatives the first that is at hand without another request, as an access token is not.
 *
 * @param operation - Its own `security` goes before the document's.
 * @returns Undefined where the operation can be called without any.
 * @throws When it cannot, and no alternative is one that samples can show.
 */
export function findCredentials(
  document: OpenApiDocument,
  operation: Record<string, unknown>,
): Credentials | undefined {
  const alternatives = namesOf(operation.security ?? document.security);
  if (alternatives.length === 0 || alternatives.some((names) => names.length === 0)) return undefined;
  const found = alternatives.flatMap(([name = "", ...others]) => (others.length === 0 ? (known[name] ?? []) : []));
  if (found[0] === undefined) {
    const asked = alternatives.map((names) => names.join(" with ")).join(" or ");
    throw new Error(`${operation.operationId} asks for ${asked}. Say in find-credentials.ts how a sample shows it.`);
  }
  return found[0];
}

function namesOf(security: unknown): string[][] {
  return Array.isArray(security) ? security.map((alternative) => Object.keys(Object(alternative))) : [];
}

/** The variables of the environment that credentials are read from. */
export function variablesOf(credentials: Credentials | undefined): string[] {
  if (credentials === undefined) return [];
  return credentials.kind === "token" ? [credentials.variable] : [credentials.username, credentials.password];
}
