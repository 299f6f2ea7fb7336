import { asList, asObject, asText, type Json } from "../reference/json.ts";
import { describeType } from "./describe-type.ts";
import { blocks, codeSpan, table } from "./markdown.ts";
import { readShape } from "./read-shape.ts";
import { writeInner } from "./write-inner.ts";
import { namedExamples, writeMarks, writeText, writeValue, writeValues } from "./write-text.ts";

/** The table of an operation's parameters, and below it what is too long for a cell. Empty when it has none. */
export function writeParameters(document: Json, parameters: readonly Json[]): string {
  const rows = parameters.map((parameter) => [
    codeSpan(asText(parameter.name)),
    `${parameter.in}${parameter.required === true ? ", required" : ""}`,
    describeType(document, shapeOf(document, parameter)),
    meaning(document, parameter),
  ]);
  const longer = parameters.filter((parameter) => furtherText(parameter) !== "");
  return blocks(
    table(["Parameter", "In", "Type", "Meaning"], rows),
    ...longer.map((parameter) => writeFurther(document, parameter)),
  );
}

/** The table of a response's headers; empty when it has none. */
export function writeHeaders(document: Json, headers: unknown): string {
  const rows = Object.entries(asObject(headers)).map(([name, header]) => [
    codeSpan(name),
    describeType(document, shapeOf(document, asObject(header))),
    meaning(document, asObject(header)),
  ]);
  return table(["Header", "Type", "Meaning"], rows);
}

function shapeOf(document: Json, parameter: Json) {
  const [content] = Object.values(asObject(parameter.content));
  return readShape(document, parameter.schema ?? asObject(content).schema);
}

function meaning(document: Json, parameter: Json): string {
  const shape = shapeOf(document, parameter);
  const { keywords, evidence } = shape;
  const [first = ""] = asText(parameter.description).split(/\n\s*\n/);
  const isLong = furtherText(parameter) !== "";
  return [
    writeText(first),
    writeInner(document, shape),
    isLong ? `[More below](#${asText(parameter.name).toLowerCase()}).` : "",
    keywords.default === undefined ? "" : `Default: ${writeValue(keywords.default)}.`,
    typeof keywords.pattern === "string" && !isLong ? `Pattern: ${codeSpan(keywords.pattern)}.` : "",
    isLong ? "" : writeValues(examplesOf(document, parameter)),
    parameter.deprecated === true ? "*Deprecated.*" : "",
    writeMarks([...evidence, ...asList([parameter["x-evidence"]]).filter((mark) => mark !== undefined)]),
  ]
    .filter(Boolean)
    .join(" ");
}

function examplesOf(document: Json, parameter: Json): unknown[] {
  const named = namedExamples(document, parameter).map(({ value }) => value);
  return named.length > 0 ? named : asList(shapeOf(document, parameter).keywords.examples);
}

function furtherText(parameter: Json): string {
  return asText(parameter.description)
    .split(/\n\s*\n/)
    .slice(1)
    .join("\n\n");
}

function writeFurther(document: Json, parameter: Json): string {
  const { keywords } = shapeOf(document, parameter);
  const pattern = asText(asObject(keywords.items).pattern) || asText(keywords.pattern);
  const examples = namedExamples(document, parameter).map(
    ({ summary, value }) => `- ${summary === "" ? "" : `${summary}: `}${writeValue(value)}`,
  );
  return blocks(
    `### ${codeSpan(asText(parameter.name))}`,
    writeText(furtherText(parameter)),
    pattern === "" ? "" : `Pattern: ${codeSpan(pattern)}.`,
    examples.length === 0 ? "" : "Examples:",
    examples.join("\n"),
  );
}
