import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { docsFolder } from "../routes.ts";
import { type Site, startSite } from "../serve.ts";
import { readFiles } from "../server/read-files.ts";
import { audit } from "./audit.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";

const files = await readFiles(fileURLToPath(new URL("dist", docsFolder)));
const pages = [...files].filter(([path, { type }]) => type.startsWith("text/html") && !path.startsWith("/reference/"));
const ofOperations = references.map(({ id }) =>
  [...files]
    .filter(([path, { type }]) => type.startsWith("text/html") && path.startsWith(`/reference/${id}/`))
    .filter(([path]) => path !== `/reference/${id}/`),
);
// They are all made by one program: what axe finds, it finds in the longest of each API.
const longest = ofOperations.flatMap((some) =>
  some.toSorted(([, one], [, other]) => other.body.length - one.body.length).slice(0, 1),
);
const operations = (await Promise.all(["octopi", "dataloy"].map(readBundle))).flatMap(listOperations);
const looks = [
  { look: "light and wide", options: { colorScheme: "light" } },
  { look: "dark and narrow", options: { colorScheme: "dark", viewport: { width: 360, height: 740 } } },
] as const;

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

describe.each([...pages, ...longest].map(([path]) => path))("%s", (path) => {
  test.each(looks)("is whole, quiet and accessible: $look", async ({ options }) => {
    const { page, problems, close } = await visit(browser, site.origin + path, options);
    expect(await audit(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("on a telephone", () => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, site.origin, { viewport: { width: 360, height: 740 } });
  });
  afterAll(() => opened.close());

  test.each(ofOperations.flat().map(([path]) => path))("%s is whole and quiet", async (path) => {
    const { page, problems } = opened;
    await page.goto(site.origin + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // A page that is left gives up what it was still fetching.
    expect(problems.splice(0).filter((problem) => !problem.endsWith("ERR_ABORTED"))).toEqual([]);
  });
});

test("the start page shows all operations of both APIs", async () => {
  const { page, close } = await visit(browser, `${site.origin}/`);
  expect(await page.locator(".resources li").count()).toBe(operations.length);
  await close();
});

test.each(["/", "/guides/client/", "/reference/octopi/getServiceOrder/"])(
  "%s reads without JavaScript",
  async (path) => {
    const { page, problems, close } = await visit(browser, site.origin + path, { javaScriptEnabled: false });
    expect(await page.locator("h1").isVisible()).toBe(true);
    expect(await page.locator("main pre").first().isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  },
);

test.each(["/", "/guides/client/", "/reference/octopi/"])("%s shows where the keyboard is", async (path) => {
  const { page, close } = await visit(browser, site.origin + path);
  const unmarked: string[] = [];
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press("Tab");
    const { html, marked } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const marked = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      return { html: element.outerHTML.slice(0, 120), marked };
    });
    if (!marked) unmarked.push(html);
  }
  expect(unmarked).toEqual([]);
  await close();
});
