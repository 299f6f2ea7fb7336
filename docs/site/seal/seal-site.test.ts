import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { sealPage } from "./seal-site.ts";

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("the policy is the first thing in the head and lets in the page's own scripts", () => {
  const sealed = sealPage('<head lang="en"><script>one()</script><script type="module">two()</script></head>');
  expect(sealed).toMatch(/^<head lang="en"><meta http-equiv="content-security-policy" content="default-src 'none';/);
  expect(sealed).toContain(hash("one()"));
  expect(sealed).toContain(hash("two()"));
});

test("a page that is sealed twice has one policy, of what stands in it now", () => {
  const twice = sealPage(sealPage("<head><script>one()</script></head>").replace("one()", "two()"));
  expect(twice.match(/content-security-policy/g)).toHaveLength(1);
  expect(twice).toContain(hash("two()"));
  expect(twice).not.toContain(hash("one()"));
});

test("files of other origins, plug-ins and forms stay out", () => {
  const policy = /content="([^"]*)"/.exec(sealPage("<head></head>"))?.[1] ?? "";
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
  expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain("'unsafe-inline'");
});

test("a script from a file needs no hash", () => {
  expect(sealPage('<head><script src="a.js"></script></head>')).not.toContain("sha256-");
});
