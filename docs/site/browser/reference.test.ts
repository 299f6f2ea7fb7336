import { readFile } from "node:fs/promises";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { apis, references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { bundleFile, readBundle } from "../reference/read-bundle.ts";
import { type Site, startSite } from "../serve.ts";
import { audit } from "./audit.ts";
import { openBrowser } from "./open-browser.ts";
import { type Visit, visit } from "./visit.ts";

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const described = await Promise.all(
  references.map(async ({ id }) => {
    const document = await readBundle(id);
    return { id, operations: listOperations(document), isVendors: apis.some((api) => api.id === id) };
  }),
);

describe.each(described)("/reference/$id/", ({ id, operations, isVendors }) => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, `${site.origin}/reference/${id}/`);
  });
  afterAll(() => opened.close());

  test.each(operations)(
    "$operationId has its place, its name, and a mark on each response of a vendor's",
    async ({ operationId, anchor }) => {
      const { page } = opened;
      await page.evaluate((name) => {
        location.hash = name;
      }, operationId);
      const section = page.locator(`[id="${anchor.slice(2)}"]`);
      await section.locator("code", { hasText: new RegExp(`^${operationId}$`) }).waitFor();
      if (isVendors) expect(await unmarkedResponses(page, anchor)).toEqual([]);
      await expandAll(section);
      // One in light, the next in dark: both see every kind of thing, in half the time.
      const at = operations.findIndex((operation) => operation.operationId === operationId);
      await page.evaluate(
        (dark) => {
          document.documentElement.classList.toggle("dark", dark);
          document.documentElement.classList.toggle("light", !dark);
        },
        at % 2 === 1,
      );
      expect(await audit(page, anchor.slice(2))).toEqual([]);
    },
  );

  test("is quiet all along", () => {
    expect(opened.problems).toEqual([]);
  });

  test.each(["json", "yaml"] as const)("its bundle is a download, byte for byte: %s", async (extension) => {
    const download = await fetch(`${site.origin}/spec/${id}.${extension}`);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(await readFile(bundleFile(`${id}.${extension}`)));
  });

  test.each([
    { look: "light and wide", options: { colorScheme: "light" as const } },
    { look: "dark and narrow", options: { colorScheme: "dark" as const, viewport: { width: 390, height: 800 } } },
  ])("is whole, quiet and accessible: $look", async ({ options }) => {
    const { page, problems, close } = await visit(browser, `${site.origin}/reference/${id}/`, options);
    expect(await audit(page)).toEqual([]);
    await page.goto(page.url() + operations[0]?.anchor);
    await expandAll(page.locator(`[id="${operations[0]?.anchor.slice(2)}"]`));
    expect(await audit(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
    await close();
  });

  // The sandbox's API is ours, and rests on no page.
  const testOfVendors = isVendors ? test : undefined;
  testOfVendors?.("a mark leads to its entry", async () => {
    const { page, close } = await visit(browser, `${site.origin}/reference/${id}/#${operations[0]?.operationId}`);
    const mark = page.locator("p", { hasText: "Inferred:" }).first().locator("a").first();
    const entry = (await mark.textContent()) ?? "";
    await mark.click();
    await page.waitForURL(`${site.origin}/discrepancies/#${entry.toLowerCase()}`);
    expect(await page.locator(`#${entry.toLowerCase()}`).textContent()).toContain(entry);
    await close();
  });

  test("an operation leads to its page, with JavaScript and without", async () => {
    const address = `${site.origin}/reference/${id}/`;
    const [{ operationId = "", summary = "" } = {}] = operations;
    const scripted = await visit(browser, `${address}#${operationId}`);
    await scripted.page.getByRole("link", { name: "as a page" }).first().click();
    await scripted.page.waitForURL(`${address}${operationId}/`);
    expect(await scripted.page.locator("h1").textContent()).toContain(operationId);
    await scripted.close();
    const plain = await visit(browser, address, { javaScriptEnabled: false });
    await plain.page.getByRole("link", { name: summary, exact: true }).click();
    await plain.page.waitForURL(`${address}${operationId}/`);
    expect(await plain.page.locator("main pre").first().isVisible()).toBe(true);
    await plain.close();
  });

  test("is accessible while searching", async () => {
    const { page, problems, close } = await visit(browser, `${site.origin}/reference/${id}/`, { colorScheme: "dark" });
    await page.getByTestId("search-trigger").click();
    await page.keyboard.type("service order");
    await page.getByRole("dialog").or(page.getByTestId("search-dialog")).first().waitFor();
    expect(await audit(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test("the keyboard gets past the menu with one step", async () => {
  const { page, close } = await visit(browser, `${site.origin}/reference/octopi/`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#api-content") !== null)).toBe(true);
  expect(await page.locator("h1").first().textContent()).toContain("Octopi");
  await close();
});

test("one choice of colours holds for the guides and the references", async () => {
  const { page, close } = await visit(browser, `${site.origin}/reference/octopi/`, { colorScheme: "light" });
  await page.getByTestId("color-mode-switcher").click();
  await page.goto(`${site.origin}/guides/client/`);
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.locator("starlight-theme-select select").first().selectOption("light");
  await page.goto(`${site.origin}/reference/dataloy/`);
  expect(await page.locator("html").getAttribute("class")).toBe("light");
  await close();
});

/** Turns to each response of an operation, and names those below which no mark stands. */
function unmarkedResponses(page: Page, anchor: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const section = document.getElementById(id);
    const tabs = [...(section?.querySelectorAll<HTMLElement>("[data-response-codes-tablist] [role=tab]") ?? [])];
    if (tabs.length === 0) return ["no responses at all"];
    const unmarked: string[] = [];
    for (const tab of tabs) {
      tab.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const responses = document.getElementById(`${id}/responses`)?.parentElement;
      if (!/Documented:|Inferred:/.test(responses?.textContent ?? "")) unmarked.push(tab.textContent ?? "");
    }
    return unmarked;
  }, anchor.slice(2));
}

async function expandAll(section: Locator): Promise<void> {
  await section.waitFor();
  for (const button of await section.getByTestId("schema-expand-all-button").all()) await button.click();
}
