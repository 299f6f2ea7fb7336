import type { ApiChanges, Change, Impact } from "./change.ts";
import { gravest } from "./change.ts";
import type { Verdict } from "./judge.ts";
import type { Pending } from "./pending.ts";
import { propose } from "./proposal.ts";
import { sourceOf } from "./source-of.ts";
import { whereOf } from "./where.ts";

const WORDS: Record<Impact, string> = { major: "breaking", minor: "addition", patch: "wording" };

/**
 * Says what the gate found: what no changeset announces, change by change, and what to write; or that it is passed.
 *
 * @param root - The workspace's root, in which the YAML is looked for.
 */
export function report(root: string, apis: readonly ApiChanges[], pending: Pending, verdict: Verdict): string {
  const needed = gravest(verdict.unannounced.flatMap(({ changes }) => changes.map(({ impact }) => impact)));
  if (needed === undefined) return passed(apis, pending, verdict);
  const lines = verdict.unannounced.flatMap((api) => [
    api.title,
    "",
    ...api.changes.flatMap((each) => entry(root, api, each)),
    "",
  ]);
  return [...lines, ...whatToWrite(verdict, needed, pending)].join("\n");
}

function passed(apis: readonly ApiChanges[], { bump, file }: Pending, { needed }: Verdict): string {
  if (needed === undefined) return "The specs are as they were released.";
  const counts = apis.filter(({ changes }) => changes.length > 0).map((api) => `${api.title}: ${count(api.changes)}`);
  const announced = bump === undefined ? "they need no changeset" : `${file} makes @quayside/spec ${bump}`;
  return `${counts.join("\n")}\nThe gate is passed: ${announced}.`;
}

function count(changes: readonly Change[]): string {
  const of = (impact: Impact, one: string, more: string) => {
    const number = changes.filter((change) => change.impact === impact).length;
    return `${number} ${number === 1 ? one : more}`;
  };
  const graver = [of("major", "breaking change", "breaking changes"), of("minor", "addition", "additions")];
  return [...graver, of("patch", "change of words", "changes of words")].join(", ");
}

function entry(root: string, api: ApiChanges, change: Change): string[] {
  const indent = " ".repeat(12);
  return [
    `  ${WORDS[change.impact].padEnd(10)}${whereOf(api, change)}`,
    indent + change.says,
    indent + placeOf(root, api, change),
  ];
}

function placeOf(root: string, { api }: ApiChanges, { pointer, isGone }: Change): string {
  const source = sourceOf(root, api, pointer);
  if (isGone) return `was at ${pointer || "/"}${source === undefined ? "" : `; what is left is at ${source}`}`;
  return `at ${pointer || "/"}${source === undefined ? "" : `, ${source}`}`;
}

function whatToWrite({ unannounced }: Verdict, needed: Impact, pending: Pending): string[] {
  const { file, text } = propose(unannounced, needed, pending);
  const kind = needed === "major" ? "What breaks the users of spec, types and client" : "What is new";
  const raise =
    pending.file === undefined
      ? `No changeset makes @quayside/spec ${needed}.`
      : `${pending.file} makes @quayside/spec ${pending.bump}: write ${needed} there and say why, or write another one.`;
  const how = `Take the change back, or create ${file} with this text, in your own words where they are better:`;
  return [`${kind} must be announced. ${raise}`, how, "", text];
}
