/**
 * The names of everything that can be found, in the order in which a message is looked at. README.md says what each means.
 */
export const RULES = [
  "unknown-path",
  "unknown-method",
  "malformed-path",
  "missing-parameter",
  "repeated-parameter",
  "malformed-parameter",
  "unknown-parameter",
  "missing-auth",
  "undeclared-status",
  "missing-header",
  "missing-body",
  "unexpected-body",
  "undeclared-content-type",
  "malformed-json",
  "too-deep",
  "missing-property",
  "undeclared-property",
  "write-only-property",
  "wrong-type",
  "wrong-value",
  "too-many-findings",
] as const;

/** The name of what was found; kebab-case. */
export type Rule = (typeof RULES)[number];

/** One way in which a message breaks the spec. */
export type Finding = {
  readonly rule: Rule;
  /**
   * The operationId, then the place: `getServiceOrder /comment` (a JSON pointer into the body), `getServiceOrder body`,
   * `getServiceOrder query.per`, `getServiceOrder path.order_number`, `getServiceOrder header.totalObjectsNumber`,
   * `getServiceOrder 418` (a status). A request that calls no operation has its method and path instead. At most 300 characters.
   */
  readonly where: string;
  /** A sentence without a full stop; at most 300 characters, and control characters are escaped. */
  readonly message: string;
};

/** What is wrong with one value: `pointer` is a JSON pointer into that value, empty for the value itself. */
export type Violation = { readonly rule: Rule; readonly pointer: string; readonly message: string };

/** The most findings for one message; one more then says that there are more. */
export const MAX_FINDINGS = 50;

const MAX_LENGTH = 300;

/** Makes a finding whose texts are bounded and safe to print, whatever a peer put into the message. */
export function finding(rule: Rule, where: string, message: string): Finding {
  return { rule, where: printable(where), message: printable(message) };
}

/** Drops what was found twice, and all beyond {@link MAX_FINDINGS}. */
export function bounded(findings: readonly Finding[]): Finding[] {
  const unique = new Map(findings.map((each) => [`${each.rule}\n${each.where}\n${each.message}`, each]));
  const kept = [...unique.values()];
  const [first] = kept;
  if (first === undefined || kept.length <= MAX_FINDINGS) return kept;
  const [operationId = ""] = first.where.split(" ");
  const more = finding("too-many-findings", operationId, `there are more; only the first ${MAX_FINDINGS} are shown`);
  return [...kept.slice(0, MAX_FINDINGS), more];
}

/** Cuts a text and escapes what could steer a terminal or turn a line around. */
function printable(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return cut.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
