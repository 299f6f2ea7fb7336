import { GONE, type Move, NEW, type ResourceStates } from "@quayside/contract-test/lifecycles";
import { type Graph, instance } from "@viz-js/viz";
import { describeStates } from "./describe-states.ts";
import { listMoves, listStates, type State } from "./list-moves.ts";
import { labelOf, refusedLine, stayingLine } from "./write-mermaid.ts";

const viz = await instance();

/** Colours that stand for a class, since a part of a label cannot have one. */
const STAYING = "#000001";
const REFUSED = "#000002";

/** What the style sheet sets smaller, so that every reader's font fits into boxes that were made for this one. */
const text = { fontname: "Helvetica", fontsize: 14 } as const;

/**
 * A resource's states and moves as an SVG element for a page. It has no colours and no font of its own: classes say what is what. What
 * it shows is its label too.
 */
export function drawStates(resource: ResourceStates): string {
  const svg = viz.renderString(graphOf(resource), { format: "svg" });
  const [, width, height] = /<svg width="(\d+)pt" height="(\d+)pt"/.exec(svg) ?? [];
  const label = inMarkup(describeStates(resource));
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(
      /<svg[^>]*?(viewBox="[^"]*")[^>]*>/,
      `<svg role="img" aria-label="${label}" width="${width}" height="${height}" style="min-width:${Math.round(0.85 * Number(width))}px" $1>`,
    )
    .replaceAll(`fill="${STAYING}"`, 'class="staying"')
    .replaceAll(`fill="${REFUSED}"`, 'class="refused"')
    .replace(/<!--[\s\S]*?-->|<title>.*?<\/title>|\s(?:id|xml:space|font-family|font-size|stroke|fill)="[^"]*"/g, "")
    .replace(/\s*\n\s*/g, "");
}

function graphOf(resource: ResourceStates): Graph {
  const arrows = joined(listMoves(resource).filter(({ from, to }) => to !== "refused" && from !== to));
  const begins = arrows.some(({ tail }) => tail === NEW);
  return {
    graphAttributes: { bgcolor: "transparent", nodesep: 0.2, ranksep: 0.3, pad: 0.06 },
    nodeAttributes: { shape: "box", style: "rounded", margin: "0.1,0.06", ...text },
    edgeAttributes: { arrowsize: 0.7, ...text, fontsize: 13 },
    nodes: [
      ...(begins ? [{ name: NEW, attributes: { shape: "point", width: 0.14, class: "begin" } }] : []),
      ...listStates(resource).map((state) => ({ name: state.name, attributes: boxOf(state) })),
    ],
    edges: arrows.map(({ tail, head, label }) => ({ tail, head, attributes: { label, class: "move" } })),
  };
}

/** One arrow from a state to another, whatever leads along it; each line is a move. */
function joined(moves: readonly Move[]): { tail: string; head: string; label: string }[] {
  const along = new Map<string, Move[]>();
  for (const move of moves) {
    const arrow = JSON.stringify([move.from, move.to]);
    along.set(arrow, [...(along.get(arrow) ?? []), move]);
  }
  return [...along].map(([arrow, those]) => {
    const [tail, head] = JSON.parse(arrow);
    return {
      tail,
      head,
      label: those
        .flatMap(linesOf)
        .map((line) => ` ${line} `)
        .join("\n"),
    };
  });
}

/** A long label takes two lines. */
function linesOf(move: Move): string[] {
  return move.says === undefined ? [labelOf(move)] : [move.by, move.says];
}

function boxOf({ name, staying, refused }: State) {
  const lines = [
    ...staying.flatMap((move) => rows(STAYING, move, stayingLine(move))),
    ...refused.flatMap((move) => rows(REFUSED, move, refusedLine(move))),
  ];
  const all = [`<TR><TD><B>${inMarkup(name)}</B></TD></TR>`, ...lines];
  const html = `<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">${all.join("")}</TABLE>`;
  return { label: { html }, class: name === GONE ? "state gone" : "state" };
}

/** What is particular about a move takes a line of its own. */
function rows(colour: string, { says }: Move, line: string): string[] {
  const lines = says === undefined ? [line] : line.replace(` ${says}`, `\n   ${says}`).split("\n");
  return lines.map(
    (one) =>
      `<TR><TD ALIGN="LEFT"><FONT POINT-SIZE="13" COLOR="${colour}">${inMarkup(one).replaceAll("  ", "&#160;&#160;")}</FONT></TD></TR>`,
  );
}

function inMarkup(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
