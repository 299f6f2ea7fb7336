import { posix } from "node:path";
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { namesIn } from "./json-pointer.ts";

/** A YAML file, read. */
export type SourceFile = { readonly name: string; readonly document: Document; readonly counter: LineCounter };

/** A place in a YAML file: where it begins (its key, if it has one), and what stands there; null for nothing. */
export type Source = { readonly file: SourceFile; readonly start: Node | null; readonly node: Node | null };

/** Opens a file. */
export type Open = (name: string) => Source;

/**
 * Makes what opens YAML files, each once.
 *
 * @param read - Gives a file's text; throws when there is none.
 */
export function openSources(read: (file: string) => string): Open {
  const opened = new Map<string, SourceFile>();
  return (name) => {
    const file = opened.get(name) ?? readFile(name, read(name));
    opened.set(name, file);
    return { file, start: file.document.contents, node: file.document.contents };
  };
}

function readFile(name: string, text: string): SourceFile {
  const counter = new LineCounter();
  return { name, document: parseDocument(text, { lineCounter: counter }), counter };
}

/** Where a place begins: `<file>:<line>`, from 1 on. */
export function lineOf({ file, start }: Source): string {
  return `${file.name}:${file.counter.linePos(start?.range?.[0] ?? 0).line}`;
}

/** The members of an object and the elements of an array by their names; aliases are followed. Elements that are plain texts are left out. */
export function membersOf({ file, node }: Source): [string, Source][] {
  const held = isAlias(node) ? node.resolve(file.document) : node;
  const member = (name: unknown, start: Node, value: unknown): [string, Source] => {
    return [`${name}`, { file, start, node: isNode(value) ? value : null }];
  };
  if (isMap(held))
    return held.items.flatMap(({ key, value }) => (isScalar(key) ? [member(key.value, key, value)] : []));
  if (!isSeq(held)) return [];
  return held.items.flatMap((item, index) => (isNode(item) && !isScalar(item) ? [member(index, item, item)] : []));
}

/**
 * The place that the `$ref` at a place names; undefined when it has none.
 *
 * @throws Error with file and line when it names nothing.
 */
export function referredFrom(source: Source, open: Open): Source | undefined {
  const reference = childOf(source, "$ref");
  if (reference === undefined || !isScalar(reference.node)) return undefined;
  const [path = "", fragment = ""] = `${reference.node.value}`.split("#");
  const says = `${lineOf(reference)}: $ref ${reference.node.value} names`;
  const name = path === "" ? source.file.name : posix.join(posix.dirname(source.file.name), path);
  const whole = openReferred(name, open, says);
  const target = namesIn(fragment).reduce((at: Source | undefined, each) => at && childOf(at, each), whole);
  if (target === undefined) throw new Error(`${says} nothing that stands in ${name}.`);
  return target;
}

function openReferred(name: string, open: Open, says: string): Source {
  try {
    return open(name);
  } catch (cause) {
    throw new Error(`${says} no file that can be read.`, { cause });
  }
}

function childOf(source: Source, wanted: string): Source | undefined {
  return membersOf(source).find(([name]) => name === wanted)?.[1];
}
