import { existsSync } from "node:fs";
import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { anchorEntries, linkEntries, linkPages, markRows, pageAddress } from "./markdown-plugins.ts";
import { docsFolder, locate, pageIn } from "./routes.ts";

test.each([
  ["guides/client.md", "mock.md", "/guides/mock/"],
  ["guides/client.md", "./mock.md#start-it", "/guides/mock/#start-it"],
  ["guides/client.md", "../discrepancies.md#d-07", "/discrepancies/#d-07"],
  ["discrepancies.md", "guides/evidence.md", "/guides/evidence/"],
  ["client/octopi.md", "../guides/client.md", "/guides/client/"],
  ["guides/client.md", "../client/octopi.md#apierror", "/client/octopi/#apierror"],
])("in %s, %s leads to %s", (from, href, address) => {
  expect(pageAddress(from, href)).toBe(address);
});

test.each(["guides/client.md", "client/octopi.md", "discrepancies.md"])("%s is found where it lies", (page) => {
  expect(existsSync(locate(page))).toBe(true);
  expect(pageIn(locate(page))).toBe(page);
});

test.each(["../README.md", "../../spec/octopi/openapi.yaml", "moc.md", "../site/routes.ts"])(
  "a link to %s stops the build",
  (href) => {
    expect(() => pageAddress("guides/client.md", href)).toThrow(`links to ${href}, which is no page`);
  },
);

test("numbers of entries become links in running text alone", async () => {
  expect(await html("## D-01 Title\n\nSee D-42, `D-42` and [D-42](https://example.org/).")).toBe(
    '<h2 id="d-01">D-01 Title</h2>\n<p>See <a href="/discrepancies/#d-42">D-42</a>, <code>D-42</code> and <a href="https://example.org/">D-42</a>.</p>\n',
  );
});

test("links between files become links between pages, others stay", async () => {
  expect(await html("[a](mock.md) [b](#here) [c](/spec/octopi.yaml) [d](mailto:a@example.org)")).toBe(
    '<p><a href="/guides/mock/">a</a> <a href="#here">b</a> <a href="/spec/octopi.yaml">c</a> <a href="mailto:a@example.org">d</a></p>\n',
  );
});

test("links from the root stay as they are where the site stands at the root, in HTML too", async () => {
  expect(await html('[a](/guides/mock/) <a href="/guides/mock/">b</a> [c](//example.org/)')).toBe(
    '<p><a href="/guides/mock/">a</a> <a href="/guides/mock/">b</a> <a href="//example.org/">c</a></p>\n',
  );
});

test("tables of operations' pages are shown as rows, others as tables", async () => {
  const table = "| a |\n| --- |\n| b |";
  expect(await html(table, locate("reference/octopi/getServiceOrder.md"))).toContain('<table class="rows">');
  expect(await html(table)).toContain("<table>");
});

async function html(markdown: string, fileURL = new URL("guides/client.md", docsFolder)): Promise<string> {
  const options = { hastPlugins: [linkPages, linkEntries, anchorEntries, markRows], fileURL };
  return (await markdownToHtml(markdown, options)).html;
}
