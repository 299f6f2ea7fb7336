import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { readSettings } from "./settings.ts";
import { siteAddress } from "./site-address.ts";

test.each([undefined, "", "/", " / ", "//"])("without a base (%j) the site stands at the root", (DOCS_BASE) => {
  expect(readSettings({ DOCS_BASE }).base).toBe("/");
});

test.each(["quayside", "/quayside", "quayside/", "/quayside/"])(
  "%s is a base, whatever slashes it has",
  (DOCS_BASE) => {
    expect(readSettings({ DOCS_BASE }).base).toBe("/quayside/");
  },
);

test("a base may have several parts", () => {
  expect(readSettings({ DOCS_BASE: "teams/port.docs/v1" }).base).toBe("/teams/port.docs/v1/");
});

test.each(["https://example.org/quayside/", "C:/Program Files/Git/quayside/", "a//b", "../up", "a b", "a?b", "a%20b"])(
  "%s is no base, and the message says what is one",
  (DOCS_BASE) => {
    expect(() => readSettings({ DOCS_BASE })).toThrow(`DOCS_BASE is "${DOCS_BASE}", which is no path`);
  },
);

test.each(["https://example.org", "https://example.org/"])("%s is an origin", (DOCS_SITE) => {
  expect(readSettings({ DOCS_SITE }).origin).toBe("https://example.org");
});

test("without an origin there is none", () => {
  expect(readSettings({ DOCS_SITE: "" }).origin).toBeUndefined();
});

test.each(["example.org", "http://example.org", "https://example.org/docs/", "https://a:b@example.org", "file:///x"])(
  "%s is no origin",
  (DOCS_SITE) => {
    expect(() => readSettings({ DOCS_SITE })).toThrow(`DOCS_SITE is "${DOCS_SITE}", which is no origin`);
  },
);

test("the folder for the site is docs/dist, or the one that is named", () => {
  expect(readSettings({}).outFolder.href).toMatch(/\/docs\/dist\/$/);
  expect(resolve(fileURLToPath(readSettings({ DOCS_OUT: "other place" }).outFolder))).toBe(resolve("other place"));
});

test("an address begins with the base, and has it once", () => {
  const below = readSettings({ DOCS_BASE: "quayside" });
  expect(siteAddress("/", below)).toBe("/quayside/");
  expect(siteAddress("/guides/client/#lists", below)).toBe("/quayside/guides/client/#lists");
  expect(siteAddress("/guides/client/", readSettings({}))).toBe("/guides/client/");
});
