import { asList, asObject, type Json } from "../reference/json.ts";
import { describeType } from "./describe-type.ts";
import { listProperties, type Property } from "./list-properties.ts";
import { blocks, codeSpan, fence, joinWords, table } from "./markdown.ts";
import { readShape } from "./read-shape.ts";
import { writeInner } from "./write-inner.ts";
import { namedExamples, writeMarks, writeText, writeValue, writeValues } from "./write-text.ts";

/**
 * What a body is: its media types, the table of its properties, its examples. Empty when there is none.
 *
 * @param heading - The heading that it stands below, as an anchor: what has properties of its own kind leads there.
 * @param noun - What the body is called, such as `Required body`.
 */
export function writeContent(document: Json, content: unknown, heading: string, noun = "Body"): string {
  return blocks(
    ...Object.entries(asObject(content)).map(([mediaType, media]) => {
      const { schema } = asObject(media);
      return blocks(
        writeKind(document, mediaType, schema, noun),
        writeProperties(document, schema, heading),
        writeExamples(document, mediaType, asObject(media)),
      );
    }),
  );
}

function writeKind(document: Json, mediaType: string, schema: unknown, noun: string): string {
  const shape = readShape(document, schema);
  const isClosed = shape.keywords.additionalProperties === false || shape.keywords.unevaluatedProperties === false;
  const sentences = [
    `${noun}: ${codeSpan(mediaType)}, ${describeType(document, shape)}.`,
    writeText(shape.description),
    writeInner(document, shape),
    isClosed ? "Properties that are not named here are refused." : "",
  ];
  return blocks(sentences.filter(Boolean).join(" "), writeMarks(shape.evidence));
}

function writeProperties(document: Json, schema: unknown, heading: string): string {
  const rows = listProperties(document, schema).map((property) => [
    codeSpan(property.name),
    property.type,
    property.isRequired ? "required" : "optional",
    meaning(document, property, heading),
  ]);
  return table(["Property", "Type", "Presence", "Meaning"], rows);
}

function meaning(document: Json, { only, shape, sameAs }: Property, heading: string): string {
  const { keywords, description, evidence } = shape;
  return [
    only.length === 0 ? "" : `*${joinWords(only)}:*`,
    writeText(description),
    sameAs === undefined ? writeInner(document, shape) : "",
    sameAs === undefined
      ? ""
      : `The same properties as [${sameAs === "" ? "the body" : codeSpan(sameAs)}](#${heading}).`,
    keywords.default === undefined ? "" : `Default: ${writeValue(keywords.default)}.`,
    typeof keywords.pattern === "string" ? `Pattern: ${codeSpan(keywords.pattern)}.` : "",
    "const" in keywords ? "" : writeValues(asList(keywords.examples)),
    keywords.readOnly === true ? "*Read only.*" : "",
    keywords.writeOnly === true ? "*Write only.*" : "",
    keywords.deprecated === true ? "*Deprecated.*" : "",
    writeMarks(evidence),
  ]
    .filter(Boolean)
    .join(" ");
}

function writeExamples(document: Json, mediaType: string, media: Json): string {
  return blocks(
    ...namedExamples(document, media).map(({ name, summary, value }) =>
      blocks(`Example: ${summary === "" ? codeSpan(name) : writeText(summary)}`, writeExample(mediaType, value)),
    ),
  );
}

function writeExample(mediaType: string, value: unknown): string {
  if (typeof value !== "string" || mediaType.endsWith("json")) return fence("json", JSON.stringify(value, null, 2));
  return fence(mediaType === "text/html" ? "html" : "text", value);
}
