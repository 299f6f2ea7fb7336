import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { codeSpan, fence, joinWords, table, withoutHtml } from "./markdown.ts";

const html = async (markdown: string) => (await markdownToHtml(markdown)).html;

test.each(["a|b", "a\\|b", "`|`", "two\nlines | and a bar"])("a cell of %j is one cell", async (text) => {
  const rendered = await html(table(["head"], [[codeSpan(text)], [text]]));
  expect(rendered.match(/<td>/g)).toHaveLength(2);
  expect(rendered.match(/<tr>/g)).toHaveLength(3);
});

test("a bar in a cell stays a bar", async () => {
  expect(await html(table(["head"], [[codeSpan("a|b")], ["c|d"]]))).toMatch(/<code>a\|b<\/code>[\s\S]*<td>c\|d<\/td>/);
});

test("a table without rows is nothing", () => {
  expect(table(["head"], [])).toBe("");
});

test.each(["`", "``a`", "a`b", " a ", "<p>", "\\", "*a*", "a\tb"])("%j in code style reads as it is", async (text) => {
  const escaped = text.replace(/\s/g, " ").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(await html(codeSpan(text))).toBe(`<p><code>${escaped}</code></p>\n`);
});

test("a block of code holds fences of its own", async () => {
  expect(await html(fence("md", "```js\n1\n```\n"))).toContain("```js\n1\n```\n</code>");
});

test.each([
  ["<b>bold</b> & <!-- c -->", "<p>&lt;b>bold&lt;/b> &amp; &lt;!-- c --></p>\n"],
  ["a < b", "<p>a &lt; b</p>\n"],
  ["`<b>` and `` `<i>` ``", "<p><code>&lt;b></code> and <code>`&lt;i>`</code></p>\n"],
  ["\\<b>", "<p>&lt;b></p>\n"],
  ["<https://example.org>", '<p><a href="https://example.org">https://example.org</a></p>\n'],
  ["**bold**", "<p><strong>bold</strong></p>\n"],
])("%j has no HTML in it, and its Markdown holds", async (text, expected) => {
  expect((await html(withoutHtml(text))).replaceAll("&gt;", ">")).toBe(expected);
});

test("words are joined", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(joinWords)).toEqual(["", "a", "a or b", "a, b or c"]);
});
