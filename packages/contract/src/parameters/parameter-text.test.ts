import fc from "fast-check";
import { expect, test } from "vitest";
import { findOperation } from "../find-operation.js";
import { openContract } from "../open-contract.js";
import { specOf } from "../spec.test.fixture.js";
import { readParameters } from "./read-parameters.js";

/** Reads GET /things?query, one parameter `a` in whose spec is this. */
function reader(parameter: object) {
  const contract = openContract(specOf({ parameters: [{ name: "a", in: "query", ...parameter }] }));
  const match = findOperation(contract, "GET", "/things");
  if (match === undefined) throw new Error("the spec has GET /things");
  return (query: string) => readParameters(match, { url: `/things?${query}`, headers: new Headers() });
}

/** Any text that can be percent-encoded. */
const text = fc.string({ unit: "binary" }).filter((each) => !/\p{Surrogate}/u.test(each));

test("every integer is read as itself, and nothing else is an integer", () => {
  const read = reader({ schema: { type: "integer" } });
  const itself = fc.property(fc.maxSafeInteger(), (value) => {
    expect(read(`a=${value}`).query.a).toBe(value);
  });
  fc.assert(itself);
  const noInteger = fc.oneof(text, fc.stringMatching(/^[-+]?[0-9a-fxe._ ]{1,4}$/));
  const nothingElse = fc.property(
    noInteger.filter((each) => !/^-?(0|[1-9]\d*)$/.test(each)),
    (each) => {
      expect(read(`a=${encodeURIComponent(each)}`).findings).toHaveLength(1);
    },
  );
  fc.assert(nothingElse);
});

test.each([
  ["form", true, "&a="],
  ["form", false, ","],
  ["spaceDelimited", false, "%20"],
  ["pipeDelimited", false, "|"],
])("every list of texts comes back from %s, explode %s", (style, explode, delimiter) => {
  const read = reader({ schema: { type: "array", items: { type: "string" } }, style, explode });
  // A space and a bar cannot be told from the delimiter that they are; one empty text cannot be told from none.
  const allowed = text.filter((each) => style === "form" || !/[ |]/.test(each));
  const texts = fc.array(allowed, { minLength: 1, maxLength: 4 }).filter((each) => explode || each.join("") !== "");
  const back = fc.property(texts, (list) => {
    expect(read(`a=${list.map(encodeURIComponent).join(delimiter)}`).query).toEqual({ a: list });
  });
  fc.assert(back);
});
