import { expect, test } from "vitest";
import { linksIn, mapLinks } from "./map-links.ts";

test.each([
  ["[a](b.md)", "[a](<b.md>)"],
  ["[b.md](b.md)", "[b.md](<b.md>)"],
  ["[`b.md`](b.md#x)", "[`b.md`](<b.md#x>)"],
  ['[a](b.md "b.md")', '[a](<b.md> "b.md")'],
  ["é 🙂 [a](b.md) [c](d.md)", "é 🙂 [a](<b.md>) [c](<d.md>)"],
  ["[a][r]\n\n[r]: b.md", "[a][r]\n\n[r]: <b.md>"],
  ["| h |\n| --- |\n| [a](b.md) |", "| h |\n| --- |\n| [a](<b.md>) |"],
  ["`[a](b.md)`\n\n```\n[a](b.md)\n```", "`[a](b.md)`\n\n```\n[a](b.md)\n```"],
  ["<https://example.org>", "<<https://example.org>>"],
  ["![a](b.png)", "![a](<b.png>)"],
])("in %j the addresses are mapped", (markdown, mapped) => {
  expect(mapLinks(markdown, (href) => `<${href}>`)).toBe(mapped);
});

test("an address that is written with escapes is refused, not lost", () => {
  expect(() => linksIn("[a](b\\_c.md)")).toThrow("b_c.md of [a](b\\_c.md) is not found");
});
