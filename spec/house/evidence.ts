import type { Context, Node } from "./rule.ts";

/** The vendor pages that `source` may name. */
const SOURCES = [
  "octopi-service-orders",
  "octopi-interchanges",
  "octopi-line-items",
  "octopi-holds",
  "octopi-support",
  "dataloy-service-order",
  "dataloy-docs",
];

/** Every response says what it rests on, and every mark leads somewhere. */
export function evidence() {
  return {
    Response: (response: Node, context: Context) => {
      if (response["x-evidence"] === undefined) {
        context.report({
          message: "Write `x-evidence: { basis: documented, source: … }` or `{ basis: inferred, note: D-nn }`.",
          location: context.location.key(),
        });
      }
    },
    any: {
      enter: (node: unknown, context: Context) => {
        if (typeof node !== "object" || node === null || !("x-evidence" in node)) return;
        const message = whatIsWrong(node["x-evidence"] as Node);
        if (message !== undefined) context.report({ message, location: context.location.child(["x-evidence"]) });
      },
    },
  };
}

function whatIsWrong(mark: Node): string | undefined {
  const { basis, source, note, ...others } = mark ?? {};
  const unknown = Object.keys(others);
  if (unknown.length > 0) return `\`${unknown[0]}\` is no part of \`x-evidence\`.`;
  if (basis === "documented") return note === undefined ? whatIsWrongWith(source) : "What is documented has no `note`.";
  if (basis !== "inferred") return "`basis` is `documented` or `inferred`.";
  if (source !== undefined) return "What is inferred has no `source`.";
  return /^D-\d{2,}$/.test(String(note)) ? undefined : "`note` is the number of a discrepancy, such as `D-07`.";
}

function whatIsWrongWith(source: unknown): string | undefined {
  const pages = Array.isArray(source) ? source : [source];
  if (pages.length > 0 && pages.every((page) => SOURCES.includes(page))) return undefined;
  return `\`source\` names a vendor page: ${SOURCES.join(", ")}.`;
}
