import type { ApiChanges, Impact } from "./change.ts";
import type { Pending } from "./pending.ts";
import { whereOf } from "./where.ts";

/** A changeset that is yet to be written. */
export type Proposal = { readonly file: string; readonly text: string };

// A changeset is read by people: it says what matters, and the changelog of the specs has all of it.
const SENTENCES = 5;

/** Writes the changeset that would announce changes. It names the spec and what is made from it, so that each changelog has it. */
export function propose(unannounced: readonly ApiChanges[], needed: Impact, pending: Pending): Proposal {
  const packages = ["spec", "types", "client"].map((name) => `"@quayside/${name}": ${needed}`);
  const text = ["---", ...packages, "---", "", ...summary(unannounced, needed)].join("\n");
  return { file: freeName(unannounced, pending), text };
}

function summary(unannounced: readonly ApiChanges[], needed: Impact): string[] {
  const all = unannounced.flatMap((api) => {
    const grave = api.changes.filter(({ impact }) => impact === needed);
    return grave.map((change) => `${api.title}, ${whereOf(api, change)}: ${change.says}`);
  });
  const [only = ""] = all;
  if (all.length === 1) return [only];
  const rest = all.length - SENTENCES;
  const more = rest > 0 ? [`- and ${rest} more, in the changelog of the specs`] : [];
  const head = needed === "major" ? "Breaking changes of the specs:" : "Additions to the specs:";
  return [head, "", ...all.slice(0, SENTENCES).map((sentence) => `- ${sentence}`), ...more];
}

function freeName(unannounced: readonly ApiChanges[], pending: Pending): string {
  const [first] = unannounced;
  const change = first?.changes[0];
  const [, name = "change"] = /`([\w-]+)`/.exec(first && change ? whereOf(first, change) : "") ?? [];
  const words = name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
  const candidate = (number: number) => `.changeset/${first?.api}-${words}${number === 1 ? "" : `-${number}`}.md`;
  let number = 1;
  while (pending.files.includes(candidate(number))) number++;
  return candidate(number);
}
