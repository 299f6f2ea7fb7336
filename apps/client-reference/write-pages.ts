import { type DeclarationReflection, ReflectionKind } from "typedoc";
import type { Client, Entry } from "./read-client.ts";
import { writeExport } from "./write-export.ts";

/** What is written by hand: how the page of each entry begins, under the entry's name, and how methods are called. */
export type Texts = { readonly beginnings: Readonly<Record<string, string>>; readonly methods: string };

type Section = { readonly title: string; readonly exports: readonly DeclarationReflection[] };

/** Writes the page of each entry in Markdown: functions and values, the clients with their methods, errors, and then all other types. */
export function writePages({ entries, named }: Client, texts: Texts): { name: string; page: string }[] {
  const plans = entries.map(({ name, exports }) => ({ name, sections: toSections(exports, named) }));
  const elsewhere = new Map(
    plans.toReversed().flatMap(({ name, sections }) => [...findAnchors(sections, `/client/${name}/`)]),
  );
  return plans.map(({ name, sections }) => {
    const here = findAnchors(sections, "");
    const places = (other: string) => here.get(other) ?? elsewhere.get(other);
    const blocks = sections.flatMap(({ title, exports }) => [
      `## ${title}`,
      title === "Methods" ? texts.methods : "",
      ...exports.flatMap((each) => writeExport(each, named.get(each) ?? [], name, places)),
    ]);
    return { name, page: `${[texts.beginnings[name], ...blocks].filter(Boolean).join("\n\n")}\n` };
  });
}

function toSections(exports: Entry["exports"], named: Client["named"]): readonly Section[] {
  const of = (kind: ReflectionKind) => exports.filter((each) => each.kindOf(kind));
  const types = of(ReflectionKind.TypeAlias | ReflectionKind.Interface);
  const sections = [
    { title: "Functions", exports: of(ReflectionKind.Function) },
    { title: "Values", exports: of(ReflectionKind.Variable) },
    { title: "Methods", exports: types.filter((each) => named.has(each)) },
    { title: "Errors", exports: of(ReflectionKind.Class) },
    { title: "Types", exports: types.filter((each) => !named.has(each)) },
  ];
  return sections.filter((section) => section.exports.length > 0);
}

/** Where the site shows each export: at `#where`, and at `#where-1` for a `Where` that comes later. */
function findAnchors(sections: readonly Section[], page: string): ReadonlyMap<string, string> {
  const headings = sections.flatMap(({ title, exports }) => [title, ...exports.map(({ name }) => name)]);
  const anchors = headings.map((heading, index) => {
    const slug = heading.toLowerCase();
    const before = headings.slice(0, index).filter((other) => other.toLowerCase() === slug).length;
    return [heading, `${page}#${slug}${before === 0 ? "" : `-${before}`}`] as const;
  });
  return new Map(anchors);
}
