import { readFile } from "node:fs/promises";
import { lifecycles, type Move, type ResourceStates } from "@quayside/contract-test/lifecycles";
import { markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { listOperations } from "../../reference/list-operations.ts";
import { readBundle } from "../../reference/read-bundle.ts";
import { docsFolder } from "../../routes.ts";
import { drawStates } from "./draw-states.ts";
import { listMoves, listStates } from "./list-moves.ts";
import { figureOf, headingOf } from "./name-resource.ts";
import { showStates } from "./show-states.ts";
import { writeMermaid } from "./write-mermaid.ts";
import { writeStates } from "./write-states.ts";

const door: ResourceStates = {
  api: "octopi",
  name: "a door",
  create: "buildDoor",
  read: "getDoor",
  lifecycle: {
    state: "/parts/#/status",
    states: { open: "O", "half shut": "H" },
    starts: "open",
    moves: [
      { by: "pushDoor", from: "open", to: "half shut", says: "at 5 > 4 & so" },
      { by: "lookAtDoor", from: "open", to: "open" },
      { by: "pushDoor", from: "half shut", to: "refused", status: 409, inferred: "D-44" },
      { by: "removeDoor", from: "half shut", to: "gone" },
    ],
  },
};

describe("a drawing", () => {
  const drawing = drawStates(door);

  test("has a box for each state, an arrow for each way, and a line for each move", () => {
    expect(drawing.match(/class="node state( gone)?"/g)).toHaveLength(3);
    expect(drawing.match(/class="edge move"/g)).toHaveLength(3);
    expect(textsOf(drawing)).toEqual([
      "open",
      "stays on lookAtDoor",
      "buildDoor",
      "half shut",
      "refuses pushDoor (409)",
      "pushDoor",
      "at 5 &gt; 4 &amp; so",
      "gone",
      "removeDoor",
    ]);
  });

  test("says in its label all that it shows", () => {
    expect(/role="img" aria-label="([^"]*)"/.exec(drawing)?.[1]).toBe(
      "State diagram of a door: open, half shut, gone. buildDoor makes it open. When open, pushDoor at 5 &gt; 4 &amp; so leads to " +
        "half shut. When open, lookAtDoor leaves it so. When half shut, pushDoor is refused with 409. When half shut, removeDoor leads to gone.",
    );
  });

  test("has no colours, fonts or ids of its own", () => {
    expect(drawing).not.toMatch(/\s(?:fill|stroke|font-family|id)=|#0000|black|<title|<!--/);
  });

  test("joins moves along one way in one arrow", () => {
    const moves: Move[] = [
      { by: "pull", from: "open", to: "shut" },
      { by: "push", from: "open", to: "shut", says: "twice" },
    ];
    const twice = drawStates({ ...door, lifecycle: { ...door.lifecycle, moves } });
    expect(twice.match(/class="edge move"/g)).toHaveLength(2);
    expect(textsOf(twice)).toEqual(expect.arrayContaining(["pull", "push", "twice"]));
  });
});

test("the table tells state by state what leads there, what leads on, what stays and what is refused", () => {
  const link = (name: string) => `[\`${name}\`](/reference/octopi/#${name})`;
  const page = writeStates([door], [{ id: "octopi", name: "Octopi TOS" }]);
  expect(page).toContain(`## Octopi TOS\n\n### Door\n\nIts state is told by \`parts[].status\` in ${link("getDoor")}.`);
  expect(page.split("\n").filter((line) => line.startsWith("| **"))).toEqual([
    `| **open**<br>\`O\` | made by ${link("buildDoor")}<br>${link("pushDoor")} at 5 > 4 & so makes it **half shut**<br>${link("lookAtDoor")} leaves it so |`,
    `| **half shut**<br>\`H\` | from **open** by ${link("pushDoor")} at 5 > 4 & so<br>${link("removeDoor")} makes it **gone**<br>${link("pushDoor")} is refused with 409 (*inferred*, D-44) |`,
    `| **gone**<br>404, or not in the list | from **half shut** by ${link("removeDoor")} |`,
  ]);
});

test("the Markdown of the page has a diagram that needs no picture", () => {
  expect(writeMermaid(door).split("\n")).toEqual([
    "stateDiagram-v2",
    '  state "open" as open',
    "  open: stays on lookAtDoor",
    '  state "half shut" as half_shut',
    "  half_shut: refuses pushDoor (409)",
    '  state "gone" as gone',
    "  [*] --> open: buildDoor",
    "  open --> half_shut: pushDoor at 5 > 4 & so",
    "  half_shut --> gone: removeDoor",
  ]);
});

test("a block of Mermaid that names a resource becomes its drawing; one that names none stops the build", async () => {
  const page = (figure: string) =>
    markdownToHtml(`\`\`\`mermaid states="${figure}"\nx\n\`\`\``, { mdastPlugins: [showStates] });
  expect((await page("octopi-hold")).html).toMatch(
    /^<div class="states" tabindex="0"><svg role="img" aria-label="State diagram of a hold/,
  );
  await expect(async () => await page("octopi-holds")).rejects.toThrow(
    /no states to draw for "octopi-holds".*octopi-hold,/,
  );
});

test("the site shows a drawing for each resource, and no block of Mermaid", async () => {
  const page = await readFile(new URL("dist/states/index.html", docsFolder), "utf8");
  expect(page.match(/<div class="states" tabindex="0"><svg role="img"/g)).toHaveLength(lifecycles().length);
  expect(page).not.toContain("stateDiagram");
});

const drawn = lifecycles().map((resource) => ({ ...resource, figure: figureOf(resource) }));

test("every drawing has a name of its own", () => {
  expect(new Set(drawn.map(({ figure }) => figure)).size).toBe(drawn.length);
});

describe.each(drawn)("$figure", (resource) => {
  const { api, lifecycle } = resource;

  test("each state and each move of the contract tests is in the drawing and in the table", () => {
    const drawing = drawStates(resource).replaceAll(/&#160;|\u00a0/g, " ");
    const texts = textsOf(drawing).map((text) => text.trim());
    expect(texts).toEqual(expect.arrayContaining(Object.keys(lifecycle.states)));
    const shown = (word: string) => texts.filter((text) => text.startsWith(word)).length;
    const own = lifecycle.moves.filter(({ from, to }) => to === from).length;
    const refused = lifecycle.moves.filter(({ to }) => to === "refused").length;
    expect([shown("stays on "), shown("refuses ")]).toEqual([own, refused]);
    const arrows = texts.filter((text) => lifecycle.moves.some(({ by }) => by === text) || text === resource.create);
    expect(arrows).toHaveLength(listMoves(resource).length - own - refused);
    const table = writeStates([resource], [{ id: api, name: "API" }]);
    for (const { name } of listStates(resource)) expect(table).toContain(`| **${name}**<br>`);
    expect(table.match(/is refused with/g) ?? []).toHaveLength(refused);
    const onward = lifecycle.moves.filter(({ from, to }) => from !== "new" && to !== from && to !== "refused").length;
    expect(table.match(/ makes it \*\*/g) ?? []).toHaveLength(onward);
    expect(table.match(/leaves it so/g) ?? []).toHaveLength(own);
    expect(table).toContain(`### ${headingOf(resource)}`);
  });

  test("each operation is one of the API", async () => {
    const known = listOperations(await readBundle(api)).map(({ operationId }) => operationId);
    const named = [resource.read, ...listMoves(resource).map(({ by }) => by)];
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });
});

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text.trim());
}
