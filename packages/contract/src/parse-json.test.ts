import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson } from "./parse-json.js";

const place = (text: string) => {
  const parsed = parseJson(text);
  return parsed.ok ? undefined : parsed.message.replace("it is not JSON: ", "");
};

test.each([
  ["", "the end is not allowed at line 1, column 1"],
  ["{", "the end is not allowed at line 1, column 2"],
  ['{"a":1,}', '"}" is not allowed at line 1, column 8'],
  ['{"a" 1}', '"1" is not allowed at line 1, column 6'],
  ["{a:1}", '"a" is not allowed at line 1, column 2'],
  ["[1,]", '"]" is not allowed at line 1, column 4'],
  ["[1 2]", '"2" is not allowed at line 1, column 4'],
  ["[1]]", '"]" is not allowed at line 1, column 4'],
  ["[1}", '"}" is not allowed at line 1, column 3'],
  ['{"id: 353388}', "the end is not allowed at line 1, column 14"],
  ['{\n  "a": 1\n  "b": 2\n}', '"\\"" is not allowed at line 3, column 3'],
  ["01", '"0" is not allowed at line 1, column 1'],
  ["NaN", '"N" is not allowed at line 1, column 1'],
  ["nulll", '"n" is not allowed at line 1, column 1'],
  ['"\\x"', '"\\\\" is not allowed at line 1, column 2'],
  ['"a\tb"', '"\\t" is not allowed at line 1, column 3'],
  ["'a'", '"\'" is not allowed at line 1, column 1'],
  ["😀", '"😀" is not allowed at line 1, column 1'],
  ["\ufeff1", '"\ufeff" is not allowed at line 1, column 1'],
])("%j stops being JSON where it is said", (text, message) => {
  expect(place(text)).toBe(message);
});

test("JSON is what the engine takes for JSON", () => {
  const text = fc.oneof(fc.json(), fc.string(), fc.string({ unit: fc.constantFrom(...'[]{}:,"\\ 01-.eEntrue\n') }));
  const same = fc.property(text, (each) => {
    const parsed = parseJson(each);
    if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(each));
    else expect(() => JSON.parse(each)).toThrow(SyntaxError);
  });
  fc.assert(same, { numRuns: 1000 });
});

test("what was cut off is told to lack its end", () => {
  const cut = fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
    const text = JSON.stringify([value], undefined, 1);
    const part = text.slice(0, at % text.length);
    const message = place(part);
    expect(message).toMatch(/ is not allowed at line \d+, column \d+$/);
    // A cut word or number is wrong as a whole.
    if (!/[\w.+-]$/.test(part) && !part.endsWith("\\")) expect(message).toContain("the end");
  });
  fc.assert(cut, { numRuns: 500 });
});

test("two million brackets do not exhaust the stack", () => {
  expect(place("[".repeat(2_000_000))).toBe("the end is not allowed at line 1, column 2000001");
});
