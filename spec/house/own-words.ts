import { fingerprintsOf } from "./fingerprint.ts";
import type { Context, Node } from "./rule.ts";
import fingerprints from "./vendor-prose.json" with { type: "json" };

const vendorProse = new Set(fingerprints);

/** Facts carry over from the vendors' pages, sentences do not. */
export function ownWords() {
  return {
    any: {
      enter: (node: unknown, context: Context) => {
        if (typeof node !== "object" || node === null) return;
        for (const key of ["description", "summary"]) checkText(node as Node, key, context);
      },
    },
  };
}

function checkText(node: Node, key: string, context: Context): void {
  const text = node[key];
  if (typeof text !== "string") return;
  const copied = fingerprintsOf(text).find(({ fingerprint }) => vendorProse.has(fingerprint));
  if (copied === undefined) return;
  const message = `"${copied.words}" stands on a vendor page like that. Say it in your own words.`;
  context.report({ message, location: context.location.child([key]) });
}
