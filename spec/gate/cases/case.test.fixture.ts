import { namesIn } from "../../house/json-pointer.ts";
import type { Impact } from "../change.ts";

/** A change of a description, and what the gate must say to it. */
export type Case = {
  /** What is changed, in people's words. */
  readonly name: string;
  /** `octopi` by default. */
  readonly api?: "octopi" | "dataloy" | "sandbox";
  /** What the released description has, for what the real one has not. */
  readonly before?: Edit;
  readonly change: Edit;
  /** The gravest of all that it amounts to; undefined where it counts as no change. */
  readonly impact: Impact | undefined;
  /** Whom it is about; what changed; the place. Of a mere change of words nothing is said. */
  readonly says?: readonly [where: string, sentence: string, pointer: string];
};

/** A bundle, or a part of one. */
export type Part = { [name: string]: unknown };

/** Changes a bundle in place. */
export type Edit = (document: Part) => void;

/** Puts a value at a pointer; in a list, at its end for `-`. */
export function set(pointer: string, value: unknown): Edit {
  return (document) => {
    const [parent, name] = find(document, pointer);
    if (Array.isArray(parent) && name === "-") parent.push(value);
    else parent[name] = value;
  };
}

/** Takes away what stands at a pointer, which must be there. */
export function remove(pointer: string): Edit {
  return (document) => {
    const [parent, name] = find(document, pointer);
    if (!Object.hasOwn(parent, name)) throw new Error(`There is nothing at ${pointer}.`);
    if (Array.isArray(parent)) parent.splice(Number(name), 1);
    else delete parent[name];
  };
}

/** Gives a member another name, at the end of its object. */
export function rename(pointer: string, to: string): Edit {
  return (document) => {
    const [parent, name] = find(document, pointer);
    parent[to] = parent[name];
    remove(pointer)(document);
  };
}

/** Puts what stands at a pointer at another one too. */
export function copy(pointer: string, to: string): Edit {
  return (document) => {
    const [parent, name] = find(document, pointer);
    set(to, structuredClone(parent[name]))(document);
  };
}

/** Several edits as one. */
export function all(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

/** Names a schema otherwise, also where it is referred to. */
export function renameSchema(name: string, to: string): Edit {
  return (document) => {
    const text = JSON.stringify(document).replaceAll(`schemas/${name}"`, `schemas/${to}"`);
    Object.assign(document, JSON.parse(text));
    rename(`/components/schemas/${name}`, to)(document);
  };
}

function find(document: Part, pointer: string): [parent: Part, name: string] {
  const names = namesIn(pointer);
  const name = names.pop() ?? "";
  const parent = names.reduce((at, each) => Object(at[each]) as Part, document);
  return [parent, name];
}
