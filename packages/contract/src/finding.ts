/** Everything that can be found, with what it means, in the order in which a message is looked at. */
export const RULES = {
  "unknown-path": "the spec has no such path",
  "unknown-method": "the spec has the path, without this method",
  "malformed-path": "the percent-encoding of a path parameter is broken",
  "missing-auth": "the request does not say who sends it, in none of the forms that the spec has",
  "missing-parameter": "a required query parameter is absent",
  "repeated-parameter": "a query parameter that has one value is given several times",
  "malformed-parameter": "a parameter cannot be read: percent-encoding, style or JSON is broken",
  "unknown-parameter": "the spec has no such query parameter",
  "undeclared-status": "the spec has neither this status, nor its range, nor a default",
  "missing-header": "a required header is absent, of a request or of an answer",
  "missing-body": "a body is due and there is none",
  "unexpected-body": "there is a body and none is due",
  "undeclared-content-type": "the spec has no body of this media type, or the body does not tell its own",
  "malformed-json": "a body that should be JSON is not",
  "too-deep": "a value is nested too deeply to be checked",
  "missing-property": "a required property is absent",
  "undeclared-property": "a property is there that the schema does not allow",
  "write-only-property": "an answer has a property that is only ever sent",
  "wrong-type": "a value has another type than the schema wants",
  "wrong-value": "a value has the right type, and breaks another demand of the schema",
  "too-many-findings": "there are more findings than are shown",
} as const;

/** The name of what was found; kebab-case. */
export type Rule = keyof typeof RULES;

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
  if (findings.length === 0) return [];
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
