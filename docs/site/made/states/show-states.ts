import { lifecycles } from "@quayside/contract-test/lifecycles";
import { defineMdastPlugin } from "satteri";
import { drawStates } from "./draw-states.ts";
import { figureOf } from "./name-resource.ts";

/**
 * Puts the drawing of a resource's states in the place of a Mermaid block that says `states="octopi-hold"`: the page needs no script, and
 * its Markdown still has something to read.
 */
export const showStates = defineMdastPlugin({
  name: "show-states",
  code(node, context) {
    const figure = /^states="([^"]*)"$/.exec(node.meta ?? "")?.[1];
    if (node.lang !== "mermaid" || figure === undefined) return;
    const drawing = { type: "html", value: `<div class="states" tabindex="0">${svgOf(figure)}</div>` } as const;
    context.replaceNode(node, drawing);
  },
});

function svgOf(figure: string): string {
  const resource = lifecycles().find((one) => figureOf(one) === figure);
  if (resource !== undefined) return drawStates(resource);
  const known = lifecycles().map(figureOf).join(", ");
  throw new Error(`There are no states to draw for "${figure}"; the contract tests know those of ${known}.`);
}
