import { expect, test } from "vitest";
import { readPage } from "./read-page.ts";

test("the first heading is the title, the first paragraph the description", () => {
  expect(readPage("# The `client`\n\nA *typed*\nclient.\n\n## Next\n")).toEqual({
    title: "The client",
    description: "A typed client.",
    source: "\n\nA *typed*\nclient.\n\n## Next\n",
  });
});

test("front matter stays where it is", () => {
  const source = "---\ntitle: Whole paths\n---\n\n## Context\n\nOnce.\n";
  expect(readPage(source)).toEqual({ description: "Once.", source });
});

test("a long first paragraph is cut between words", () => {
  const page = readPage(`# T\n\n${"word ".repeat(60)}`);
  expect(page.description).toMatch(/^(word )+word…$/);
  expect(page.description.length).toBeLessThanOrEqual(200);
});
