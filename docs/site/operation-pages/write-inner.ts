import type { Json } from "../reference/json.ts";
import { titleOf } from "./list-properties.ts";
import { readShape, type Shape } from "./read-shape.ts";
import { writeMarks, writeText } from "./write-text.ts";

/**
 * What is said of the items of an array and of the kinds that a value may be of, each sentence once. Their properties are rows of their
 * own.
 */
export function writeInner(document: Json, shape: Shape): string {
  return [...new Set(sentences(document, shape, 3))].join(" ");
}

/** @param deep - How many kinds within kinds are still told of: a schema may contain itself. */
function sentences(document: Json, { keywords, variants }: Shape, deep: number): string[] {
  if (deep === 0) return [];
  const items = keywords.items === undefined ? [] : [readShape(document, keywords.items)];
  const kinds = variants.map((variant) => readShape(document, variant));
  const named = [
    ...items.map((shape) => ({ name: "Each:", shape })),
    ...kinds.map((shape, at) => ({ name: `*${titleOf(shape, at)}:*`, shape })),
  ];
  return named.flatMap(({ name, shape }) => [...say(name, shape), ...sentences(document, shape, deep - 1)]);
}

function say(name: string, { description, evidence }: Shape): string[] {
  const marks = evidence.length === 0 ? "" : `(${writeMarks(evidence)})`;
  const words = [writeText(description), marks].filter(Boolean);
  return words.length === 0 ? [] : [[name, ...words].join(" ")];
}
