import { GONE, type Move, NEW, type ResourceStates } from "@quayside/contract-test/lifecycles";
import { operationLink } from "../../reference/reference-address.ts";
import { table } from "../table.ts";
import { listStates } from "./list-moves.ts";
import { figureOf, headingOf } from "./name-resource.ts";
import { writeMermaid } from "./write-mermaid.ts";

const intro = `# States

What leads a record from one state to the next, and what is refused on the way. Drawn from the data by which the [contract
tests](guides/contract-testing.md) try each of these moves on a server; the [sandbox](guides/sandbox.md) keeps them all. A move that is not
here is not tested: nothing tells what it should do. What is *inferred* is [our reading](guides/evidence.md), and so is the code of every
refusal: the vendors' pages do not say which code is for what (D-44, D-81).`;

/**
 * The page of the states: per resource a drawing and the same in tables.
 *
 * @param apis - In the order of the page, with their names for people.
 */
export function writeStates(
  resources: readonly ResourceStates[],
  apis: readonly { id: string; name: string }[],
): string {
  const sections = apis.map(({ id, name }) => {
    const own = resources.filter(({ api }) => api === id).map(writeResource);
    return [`## ${name}`, ...own].join("\n\n");
  });
  return `${[intro, ...sections].join("\n\n")}\n`;
}

function writeResource(resource: ResourceStates): string {
  return [
    `### ${headingOf(resource)}`,
    toldBy(resource),
    `\`\`\`mermaid states="${figureOf(resource)}"\n${writeMermaid(resource)}\n\`\`\``,
    table(["State", "Operations"], rowsOf(resource)),
  ].join("\n\n");
}

function toldBy({ api, read, lifecycle: { state, states } }: ResourceStates): string {
  const reader = operationLink(api, read);
  if (Object.keys(states).length === 1) return `It is there, or it is gone: ${reader} tells.`;
  return `Its state is told by \`${propertyAt(state)}\` in ${reader}.`;
}

/** A pointer as a path through properties: `service_order_items[].status`. */
function propertyAt(pointer: string): string {
  return pointer.slice(1).replaceAll("/#", "[]").replaceAll("/", ".");
}

function rowsOf(resource: ResourceStates): string[][] {
  const { api, lifecycle } = resource;
  return listStates(resource).map((state) => {
    const { name, reachedBy, leadingOn, staying, refused } = state;
    const ways = reachedBy.length === 0 ? ["no operation leads here"] : reachedBy.map((move) => arrival(api, move));
    const moves = [...leadingOn, ...staying, ...refused].map((move) => departure(api, move));
    return [`**${name}**<br>${readAs(name, lifecycle.states)}`, [...ways, ...moves].join("<br>")];
  });
}

function readAs(name: string, states: Readonly<Record<string, unknown>>): string {
  if (name === GONE) return "404, or not in the list";
  if (Object.keys(states).length === 1) return "in the list";
  const value = states[name];
  if (value === undefined) return "not there";
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? "a time" : `\`${String(value)}\``;
}

function arrival(api: string, move: Move): string {
  const from = move.from === NEW ? "made by" : `from **${move.from}** by`;
  return `${from} ${operationOf(api, move)}${markOf(move)}`;
}

function departure(api: string, move: Move): string {
  const { from, to, status } = move;
  const becomes = from === to ? "leaves it so" : `makes it **${to}**`;
  return `${operationOf(api, move)} ${to === "refused" ? `is refused with ${status}` : becomes}${markOf(move)}`;
}

function operationOf(api: string, { by, says }: Move): string {
  return says === undefined ? operationLink(api, by) : `${operationLink(api, by)} ${says}`;
}

function markOf({ inferred }: Move): string {
  return inferred === undefined ? "" : ` (*inferred*, ${inferred})`;
}
