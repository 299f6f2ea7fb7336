import { namesIn, pointerOf } from "./json-pointer.ts";
import { lineOf, membersOf, openSources, referredFrom, type Source } from "./open-sources.ts";

/** Where each place of a bundle was written by hand: `<file>:<line>`, by JSON pointer into the bundle. */
export type SourceLines = Record<string, string>;

/**
 * Walks a bundle in lockstep with the YAML that it was made from. A line is that of the key, from 1 on; where a `$ref` names a whole
 * file, that of its first key. What lies in examples and other values is left out.
 *
 * @param root - The file that the bundle was made from. The others are named from the same folder as it is.
 * @param read - Gives a file's text; throws when there is none.
 * @throws Error with the file and line of a `$ref` that names nothing.
 */
export function sourceLines(bundle: unknown, root: string, read: (file: string) => string): SourceLines {
  const lines: SourceLines = {};
  const open = openSources(read);
  const seen = new Set<string>();
  const walk = (place: Place, source: Source) => {
    for (const [name, member] of membersOf(source)) {
      const child = childOf(place, name);
      if (child === undefined || name === "$ref") continue;
      lines[child.pointer] = lineOf(member);
      if (!isData(place, name)) walk(child, member);
    }
    follow(place, source);
  };
  // A file that is named becomes a component of the bundle, or is put in where it is named.
  const follow = (place: Place, source: Source) => {
    const written = referredFrom(source, open);
    const component = componentFrom(bundle, place);
    if (component === undefined) return written && walk(place, written);
    if (seen.has(component.pointer)) return;
    seen.add(component.pointer);
    const target = written ?? source;
    lines[component.pointer] = lineOf(target);
    walk(component, target);
  };
  walk({ pointer: "", value: bundle }, open(root));
  return lines;
}

/** A place in the bundle, and what stands there. */
type Place = { readonly pointer: string; readonly value: unknown };

function childOf({ pointer, value }: Place, name: string): Place | undefined {
  const child = memberOf(value, name);
  return child === undefined ? undefined : { pointer: pointer + pointerOf([name]), value: child };
}

function memberOf(value: unknown, name: string): unknown {
  const isThere = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isThere ? Reflect.get(value, name) : undefined;
}

/** Whether a member is a value, and no part of the description. A property or a header may have any name. */
function isData({ pointer }: Place, name: string): boolean {
  return /^(examples?|default|const|enum|x-.*)$/.test(name) && !/\/(properties|headers)$/.test(pointer);
}

/** The component that the `$ref` at a place of the bundle names; undefined when it has none. */
function componentFrom(bundle: unknown, { pointer, value }: Place): Place | undefined {
  const reference = memberOf(value, "$ref");
  if (typeof reference !== "string") return undefined;
  const names = namesIn(reference.slice(1));
  const component = names.reduce(memberOf, bundle);
  if (component === undefined)
    throw new Error(`${pointer} in the bundle: $ref ${reference} names nothing; bundle again.`);
  return { pointer: pointerOf(names), value: component };
}
