import { affectedBy, countOf, operationIds } from "./affected.ts";
import { type ApiChanges, type Bundle, type Change, IMPACTS, type Impact } from "./change.ts";
import { whereOf } from "./where.ts";
import { titleOf } from "./workspace.ts";

/** The head of the page. */
export const HEAD = `# Changelog of the specs

What changed in the descriptions of the APIs, version by version. It is written from a comparison of each version with the one before.
`;

/** Says what the first version holds; there is nothing to compare it with. */
export function firstSection(heading: string, bundles: readonly Bundle[]): string {
  const parts = bundles.map((bundle) => {
    const ids = operationIds(bundle).map((id) => `\`${id}\``);
    return `### ${escapeMarkdown(titleOf(bundle))}\n\n${countOf(bundle)}: ${ids.join(", ")}.\n`;
  });
  return [`## ${heading}\n`, "The first version.\n", ...parts].join("\n");
}

/** Says what changed, API by API, the breaking changes first. Without any change it says so in a sentence. */
export function section(heading: string, apis: readonly ApiChanges[]): string {
  const changed = apis.filter(({ changes }) => changes.length > 0);
  const parts = changed.map((api) => `### ${escapeMarkdown(api.title)}\n\n${paragraphs(api).join("\n\n")}\n`);
  return [`## ${heading}\n`, ...(parts.length > 0 ? parts : ["The specs are as they were.\n"])].join("\n");
}

function paragraphs(api: ApiChanges): string[] {
  const of = (impact: Impact) => api.changes.filter((change) => change.impact === impact);
  const [major, minor, patch] = IMPACTS.map(of);
  return [
    ...listed("Breaking changes:", api, major ?? []),
    ...listed("Additions, and what is otherwise allowed or promised now:", api, minor ?? []),
    ...reworded(api, patch ?? []),
  ];
}

function listed(head: string, api: ApiChanges, changes: readonly Change[]): string[] {
  const items = changes.map((change) => `- ${escapeMarkdown(`${whereOf(api, change)}: ${change.says}`)}`);
  return items.length === 0 ? [] : [head, [...new Set(items)].join("\n")];
}

/** Nobody wants to read which word changed; but who is looking for it wants to know where. */
function reworded(api: ApiChanges, changes: readonly Change[]): string[] {
  const names = new Set(changes.map((change) => ownerOf(api, change)));
  return names.size === 0 ? [] : [`Descriptions, examples or marks were changed in ${[...names].join(", ")}.`];
}

function ownerOf({ released, today }: ApiChanges, { pointer, isGone }: Change): string {
  const bundle = (isGone ? released : today) ?? today;
  const { component, operations } = bundle ? affectedBy(bundle, pointer) : { operations: [] };
  if (component !== undefined) return `\`${component.name}\``;
  return operations.length === 0 ? "the API as a whole" : operations.map((id) => `\`${id}\``).join(", ");
}

/** Keeps vendors' names and patterns from being read as Markdown. What is in backquotes stays as it is. */
function escapeMarkdown(text: string): string {
  const [...parts] = text.replace(/\s+/g, " ").split(/(`[^`]*`)/);
  return parts.map((part, at) => (at % 2 === 1 ? part : part.replace(/[\\`*_{}[\]<>#|~&$]/g, "\\$&"))).join("");
}
