import { expect, test } from "vitest";
import { mask } from "./mask.js";

test("every secret is masked wherever it stands", () => {
  expect(mask("key s3cret-key, again s3cret-key; pass hunter22", ["s3cret-key", "hunter22"])).toBe(
    "key [secret], again [secret]; pass [secret]",
  );
});

test("the beginning of a secret that was cut off is masked too", () => {
  expect(mask('"Token token=s3cret-k…" is not declared', ["s3cret-key"])).toBe(
    '"Token token=[secret]…" is not declared',
  );
});

test("a text without a secret stays as it is", () => {
  expect(mask("a long text that was cut…", ["s3cret-key"])).toBe("a long text that was cut…");
  expect(mask("nothing is secret here", [""])).toBe("nothing is secret here");
});

test("a short secret is masked as a word, and does not cut words in pieces", () => {
  expect(mask("company: Token token=any, sent to many", ["any"])).toBe("company: Token token=[secret], sent to many");
  expect(mask("(a.c) abc", ["a.c"])).toBe("([secret]) abc");
});

test.each([
  ["as it is", (secret: string) => secret],
  ["in a URL", (secret: string) => encodeURIComponent(secret)],
  ["in a form", (secret: string) => new URLSearchParams({ s: secret }).toString().slice(2)],
  ["in JSON", (secret: string) => JSON.stringify(secret).slice(1, -1)],
  ["in JSON within JSON", (secret: string) => JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
])("a secret is masked %s", (_, spell) => {
  const secret = 'p"a\\ss+w/ö rd';
  expect(mask(`before ${spell(secret)} after`, [secret])).toBe("before [secret] after");
});
