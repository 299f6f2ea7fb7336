import {
  type Comment,
  type DeclarationReflection,
  type ParameterReflection,
  ReflectionKind,
  type SignatureReflection,
} from "typedoc";
import type { Named } from "./find-parts.ts";
import { type Places, writeCode, writeSummary, writeTag, writeType } from "./write-text.ts";

/**
 * Writes what the page of an entry says of one of its exports.
 *
 * @param named - The properties of it that have names of the spec; usually none.
 * @param api - Whose reference shows the operations.
 */
export function writeExport(
  each: DeclarationReflection,
  named: readonly Named[],
  api: string,
  places: Places,
): string[] {
  return [
    `### ${each.name}`,
    ...(each.signatures ? writeFunction(each.signatures, places) : writeMembers(each, places)),
    writeEach(each, places),
    each.kindOf(ReflectionKind.Variable) ? "" : writeOperations(named, api),
  ];
}

function writeFunction(signatures: readonly SignatureReflection[], places: Places): string[] {
  const says = ({ comment }: SignatureReflection) => writeSummary(comment, places);
  // Overloads mostly share a comment.
  const distinct = [...new Map(signatures.toReversed().map((each) => [says(each), each])).values()].toReversed();
  return [
    `\`\`\`ts\n${signatures.map(writeSignature).join("\n")}\n\`\`\``,
    ...distinct.flatMap((each) => {
      const alike = signatures.filter((other) => says(other) === says(each));
      return writeSignatureText(each, alike.length === 1 ? (each.parameters ?? []) : explained(alike), places);
    }),
  ];
}

function explained(signatures: readonly SignatureReflection[]): readonly ParameterReflection[] {
  const parameters = signatures.flatMap((each) => each.parameters ?? []).filter((each) => each.hasComment());
  return [...new Map(parameters.map((each) => [each.name, each])).values()];
}

function writeSignatureText(
  { comment, type }: SignatureReflection,
  parameters: readonly ParameterReflection[],
  places: Places,
): string[] {
  const links = (each: ParameterReflection) => writeType(each.type, places).includes("<a ");
  const returned = [places(`${type}`) ? writeType(type, places) : "", writeTag(comment, "@returns", places)];
  const returns = returned.filter(Boolean).join(": ");
  return [
    writeSummary(comment, places),
    parameters.some((each) => each.hasComment() || links(each)) ? writeTable("Argument", parameters, places) : "",
    returns && `**Returns** ${returns}`,
    writeThrows(comment, places),
  ];
}

function writeSignature({ name, typeParameters, parameters = [], type }: SignatureReflection): string {
  const generics = typeParameters?.map((each) => (each.type ? `${each.name} extends ${each.type}` : each.name));
  const written = parameters.map((each) => `${labelOf(each)}: ${each.type}`);
  const start = `${name}${generics ? `<${generics.join(", ")}>` : ""}`;
  const line = `${start}(${written.join(", ")}): ${type}`;
  return line.length <= 80 ? line : `${start}(\n${written.map((each) => `  ${each},\n`).join("")}): ${type}`;
}

function writeMembers(each: DeclarationReflection, places: Places): string[] {
  const own = (each.children ?? []).filter(
    (child) =>
      child.kindOf(ReflectionKind.Property | ReflectionKind.Function) && !child.overwrites && !child.inheritedFrom,
  );
  return [
    writeSummary(each.comment, places),
    // Other types without properties are formulas, which say less than their comment.
    each.type?.type === "union" ? writeType(each.type, places) : "",
    own.length > 0 ? writeTable(own.some((child) => child.signatures) ? "Method" : "Property", own, places) : "",
    writeThrows(each.comment, places),
  ];
}

/** What every method of a client has, or every property of a value. */
function writeEach(each: DeclarationReflection, places: Places): string {
  const parts = each.children?.find(({ kind }) => kind === ReflectionKind.Interface)?.children ?? [];
  const [head, start] = each.kindOf(ReflectionKind.Variable) ? ["Of a property", ""] : ["Of a method", "method"];
  const rows = parts.map((part): [string, string] => [`${start}${partLabel(part)}`, describeCall(part, places)]);
  return rows.length > 0 ? writeRows(head, rows) : "";
}

function partLabel(part: DeclarationReflection): string {
  if (part.name.endsWith("(…)")) return part.name;
  // The arguments of a method's parts are those of the method itself.
  return /^(reflection|conditional)$/.test(part.type?.type ?? "") ? `.${part.name}(…)` : `.${labelOf(part)}`;
}

/** The methods of a client, where they differ in what they have. */
function writeOperations(named: readonly Named[], api: string): string {
  const inAll = (part: string) => named.every(({ parts }) => parts.includes(part));
  if (named.every(({ parts }) => parts.every(inAll))) return "";
  const rows = named.map(({ name, summary, parts }) => {
    const also = parts.filter((part) => !inAll(part)).map((part) => `, with \`${part}\``);
    return `| [\`${name}\`](/reference/${api}/#${name}) | ${summary}${also.join("")} |`;
  });
  return ["| Method | Operation |", "| --- | --- |", ...rows].join("\n");
}

function writeTable(
  head: string,
  rows: readonly (DeclarationReflection | ParameterReflection)[],
  places: Places,
): string {
  return writeRows(
    head,
    rows.map((each) => [labelOf(each), describe(each, places)]),
  );
}

function writeRows(head: string, rows: readonly (readonly [label: string, text: string])[]): string {
  const inCell = (text: string) =>
    text
      .replace(/\n{2,}/g, "<br>")
      .replace(/\s+/g, " ")
      .replace(/(?<!\\)\|/g, "\\|");
  const lines = rows.map(([label, text]) => `| ${writeCode(label)} | ${inCell(text)} |`);
  return [`| ${head} | Description |`, "| --- | --- |", ...lines].join("\n");
}

function describe(each: DeclarationReflection | ParameterReflection, places: Places): string {
  if (!each.type) return describeCall(each as DeclarationReflection, places);
  return [writeType(each.type, places), writeSummary(each.comment, places)].filter(Boolean).join("\n\n");
}

function describeCall(each: DeclarationReflection, places: Places): string {
  const { comment } = each.signatures?.[0] ?? each;
  return [writeSummary(comment, places), writeThrows(comment, places)].filter(Boolean).join("\n\n");
}

function writeThrows(comment: Comment | undefined, places: Places): string {
  const text = writeTag(comment, "@throws", places);
  return text && `**Throws** ${text}`;
}

function labelOf(each: DeclarationReflection | ParameterReflection): string {
  const signature = each.isDeclaration() ? each.signatures?.[0] : undefined;
  if (signature) {
    const parameters = (signature.parameters ?? []).map((one) => (one.flags.isRest ? "…" : labelOf(one)));
    return `${each.name}(${parameters.join(", ")})`;
  }
  const isOptional = each.flags.isOptional || each.defaultValue !== undefined;
  return `${each.flags.isRest ? "..." : ""}${each.name}${isOptional ? "?" : ""}`;
}
