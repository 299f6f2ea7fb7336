import * as dataloy from "@quayside/client/dataloy";
import * as octopi from "@quayside/client/octopi";

/** What a page may pay for a part of the client. */
export type Budget = {
  readonly what: string;
  /** A module that uses what the page imports. */
  readonly source: string;
  /** Most bytes after gzip, included: what the tests hold. */
  readonly bytes: number;
  /** What is wanted; the bench says whether it is kept. */
  readonly goal: number;
};

/** In bytes, minified, after gzip. */
export const BUDGETS = {
  "plain-octopi": budget("the plain Octopi client", "octopi", ["createPlainOctopiClient"], 4_000),
  octopi: budget("all of Octopi but the plain client", "octopi", allBut(octopi, "createPlainOctopiClient"), 6_000),
  "plain-dataloy": budget("the plain Dataloy client", "dataloy", ["createPlainDataloyClient"], 4_000),
  dataloy: budget(
    "all of Dataloy but the plain client",
    "dataloy",
    allBut(dataloy, "createPlainDataloyClient"),
    6_900,
    6_000,
  ),
  error: budget("ApiError", "octopi", ["ApiError"], 499),
} satisfies Record<string, Budget>;

function budget(what: string, entry: string, names: readonly string[], bytes: number, goal = bytes): Budget {
  const list = names.join(", ");
  return {
    what,
    source: `import { ${list} } from "@quayside/client/${entry}"; globalThis.used = [${list}];`,
    bytes,
    goal,
  };
}

function allBut(entry: object, ...left: readonly string[]): string[] {
  return Object.keys(entry).filter((name) => !left.includes(name));
}
