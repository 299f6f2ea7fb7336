/** A place in one of the two descriptions. `resolved` is what its `$ref` names; the type's properties are the keywords that it may have. */
export type Place = {
  readonly type: { readonly name: string; readonly properties: object };
  readonly key?: string | number;
  readonly value: unknown;
  readonly resolved?: Place;
  readonly parent: Place | null;
  readonly children: readonly Place[];
};

/** A place in both descriptions; in one only, where it was added or removed. */
export type Pair = { readonly base?: Place; readonly revision?: Place; readonly parent: Pair | null };

/** One difference. `modified` is about a value of the place, `property`, or its own name, `key`. */
export type Difference =
  | { readonly kind: "added" | "removed"; readonly node: Pair }
  | {
      readonly kind: "modified";
      readonly node: Pair;
      readonly property: string;
      readonly base: { readonly value: unknown };
      readonly revision: { readonly value: unknown };
    };

/** What Redocly hands to a diff rule beside the difference. */
export type Context = {
  report(verdict: { message: string }): void;
  getDirections(): readonly ("request" | "response")[];
};

/** Judges the differences at one type of place. */
export type Judge = (difference: Difference, context: Context) => void;

/** The place as it is today; as it was, where it is gone. */
export function placeOf({ base, revision }: Pair): Place {
  const place = revision ?? base;
  if (place === undefined) throw new Error("Redocly gave a difference that is at no place.");
  return place;
}

/** The type of a place, in Redocly's words; of none, empty. */
export function typeOf(pair: Pair | null): string {
  return pair === null ? "" : placeOf(pair).type.name;
}

/** The name of a place; of a list's element, or of what stands at a keyword such as `schema`, the name of what it refers to. */
export function nameOf(pair: Pair): string {
  const place = placeOf(pair);
  const { key = "", parent, resolved } = place;
  const isEntry = typeof key === "string" && parent !== null && !Object.hasOwn(parent.type.properties, key);
  return String(isEntry ? key : (resolved?.key ?? key));
}

/** A member of a place's value; undefined where there is none. */
export function memberOf(place: Place | undefined, member: string): unknown {
  const value = (place?.resolved ?? place)?.value;
  return typeof value === "object" && value !== null ? Reflect.get(value, member) : undefined;
}

/** " of `ServiceOrder`" for what has a name of its own, as Redocly has it; empty for what has none, such as a list's elements. */
export function ofNamed(pair: Pair | null): string {
  if (pair === null) return "";
  const place = placeOf(pair);
  const map = (place.resolved ?? place).parent?.type.name ?? "";
  return ["SchemaProperties", "NamedSchemas"].includes(map) ? ` of \`${nameOf(pair)}\`` : "";
}

/** Says how a value changed: "`maxLength` of `comment` changed from 10 to 20." */
export function sayChange(what: string, before: unknown, after: unknown): string {
  if (before === undefined) return `${what} was set to ${say(after)}.`;
  if (after === undefined) return `${what} was removed.`;
  return `${what} changed from ${say(before)} to ${say(after)}.`;
}

function say(value: unknown): string {
  if (Array.isArray(value)) return value.map(say).join(", ") || "none";
  return typeof value === "string" ? `'${value}'` : JSON.stringify(value);
}
