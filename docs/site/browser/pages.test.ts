import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { readDist } from "../check/read-dist.ts";
import { weighPages } from "../check/weigh-pages.ts";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { type Site, startSite } from "../serve.ts";
import { audit } from "./audit.ts";
import { doWithoutTimers } from "./do-without-timers.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";

const built = await readDist();
const views = new Map(weighPages(built).map((view) => [view.page, view]));
// They are all made by one program: what axe finds, it finds in the longest of each API.
const ofOperations = references.map(({ id }) =>
  [...views.keys()]
    .filter((path) => path.startsWith(`/reference/${id}/`))
    .toSorted((one, other) => sizeOf(other) - sizeOf(one)),
);
const like = ofOperations.flatMap(([, ...shorter]) => shorter);
const different = [...views.keys()].filter((path) => !like.includes(path));
const operations = (await Promise.all(["octopi", "dataloy"].map(readBundle))).flatMap(listOperations);

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

describe.each(different)("%s", (path) => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, site.origin + path, { colorScheme: "light" });
  });
  afterAll(() => opened?.close());

  test("reads the same without JavaScript", async () => {
    const { page, problems, close } = await visit(browser, site.origin + path, { javaScriptEnabled: false });
    expect(await wordsOf(page)).toEqual(await wordsOf(opened.page));
    expect(problems).toEqual([]);
    await close();
  });

  test("is whole, quiet, light and accessible: in light and wide, in dark and narrow", async () => {
    const { page, problems, asked } = opened;
    expect(await audit(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('html[data-theme="dark"]').waitFor();
    await waitForKeyboard(page);
    expect(await audit(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    // What was weighed in the build is what a browser asks for.
    expect([...asked].filter((file) => !views.get(path)?.files.includes(file))).toEqual([]);
  });
});

describe("on a telephone", () => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, site.origin, { viewport: { width: 360, height: 740 } });
  });
  afterAll(() => opened.close());

  test.each(like)("%s is whole and quiet", async (path) => {
    const { page, problems } = opened;
    await page.goto(site.origin + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // A page that is left gives up what it was still fetching.
    expect(problems.splice(0).filter((problem) => !problem.endsWith("ERR_ABORTED"))).toEqual([]);
  });
});

test("no first view weighs more than 150 kB", () => {
  expect([...views.values()].filter(({ bytes }) => bytes > 150_000)).toEqual([]);
});

test("the start page shows all operations of both APIs", async () => {
  const { page, close } = await visit(browser, `${site.origin}/`);
  expect(await page.locator(".resources li").count()).toBe(operations.length);
  await close();
});

test.each(["/", "/guides/client/", "/discrepancies/", "/404.html"])(
  "%s is accessible without JavaScript, and has a menu on a telephone",
  async (path) => {
    const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
    const { page, problems, close } = await visit(browser, site.origin + path, options);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("link", { name: "Discrepancies" }).first().waitFor();
    expect(problems).toEqual([]);
    await doWithoutTimers(page);
    expect(await audit(page)).toEqual([]);
    await close();
  },
);

test("nothing of the search is loaded before somebody searches", async () => {
  const { page, asked, close } = await visit(browser, `${site.origin}/guides/client/`);
  await page.waitForLoadState("networkidle");
  expect([...asked].filter((file) => file.startsWith("/pagefind/"))).toEqual([]);
  await close();
});

test.each([
  { words: "contract", title: "Contract testing" },
  { words: "maxConcurrent", title: "Client for Octopi" },
])("search for $words finds $title, without leaving the site", async ({ words, title }) => {
  const { page, problems, close } = await visit(browser, `${site.origin}/guides/client/`);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("textbox", { name: "Search" }).fill(words);
  // The menu has a link of that name too.
  await page.getByRole("dialog").getByRole("link", { name: title }).first().waitFor();
  await expect.poll(() => page.locator(".pagefind-ui__loading").count()).toBe(0);
  expect(await audit(page)).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

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

/** A script looks a moment after each change of width which code has become too wide, and lets the keyboard into it. */
async function waitForKeyboard(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("pre")].every((code) => code.scrollWidth <= code.clientWidth || code.tabIndex === 0),
  );
}

/** What a reader sees of a page: its text and its code, and the links of its menus. */
async function wordsOf(page: Page): Promise<{ text: string[]; links: string[] }> {
  // What is hidden has text too, but is not rendered.
  // biome-ignore lint/performance/useDomNodeTextContent: the point is what a reader sees
  const text = await page.locator("main").innerText();
  const links = await page.getByRole("navigation").getByRole("link").allInnerTexts();
  return { text: text.split("\n").filter((line) => line.trim() !== ""), links };
}

function sizeOf(path: string): number {
  return built.files.get(path)?.body.length ?? 0;
}
