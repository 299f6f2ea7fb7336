/** The part of a version that a change asks to be raised. */
export type Impact = "major" | "minor" | "patch";

/** The impacts, the gravest first. */
export const IMPACTS: readonly Impact[] = ["major", "minor", "patch"];

/** Something that differs between a released description of an API and today's. */
export type Change = {
  readonly impact: Impact;
  /** What it is, in whole sentences, with names in backquotes. Of a mere change of words, which value it is in. */
  readonly says: string;
  /** A JSON pointer into today's bundle; into the released one where the place is gone. */
  readonly pointer: string;
  /** Whether the pointer leads into the released bundle only. */
  readonly isGone: boolean;
};

/** What differs in one API. */
export type ApiChanges = {
  /** As in `spec/redocly.yaml`, e.g. `octopi`. */
  readonly api: string;
  /** As people call it, e.g. `Octopi TOS`. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** Today's bundle and the released one; undefined where the API is gone, or new. */
  readonly today: Bundle | undefined;
  readonly released: Bundle | undefined;
};

/** What is read of a bundled description. */
export type Bundle = {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Readonly<Record<string, object>>;
  readonly webhooks?: Readonly<Record<string, object>>;
  readonly components?: { readonly examples?: Readonly<Record<string, unknown>> };
  readonly security?: unknown;
};

/** The graver of impacts; undefined where there are none. */
export function gravest(impacts: readonly Impact[]): Impact | undefined {
  return IMPACTS.find((impact) => impacts.includes(impact));
}

/** Whether an impact asks for more than what is given. */
export function exceeds(impact: Impact, given: Impact | undefined): boolean {
  return given === undefined || IMPACTS.indexOf(impact) < IMPACTS.indexOf(given);
}
