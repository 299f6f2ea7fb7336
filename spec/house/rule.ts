/** A place in a spec file, as Redocly gives it. */
export type Location = {
  source: { absoluteRef: string };
  pointer: string;
  child(path: string | string[]): Location;
  key(): Location;
};

/** What Redocly hands to a visitor beside the node. */
export type Context = {
  location: Location;
  key: string | number;
  report(problem: { message: string; location?: Location }): void;
};

/** A node of a spec file: whatever the YAML says, nothing is certain. */
export type Node = Record<string, unknown>;

/** A visitor of one kind of node. */
export type Visit = (node: Node, context: Context) => void;

/** True for a text that says something. */
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** True for an object or an array that is not empty. */
export const isFilled = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;
