import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { headerLinks, references } from "../navigation.ts";
import { type Site, startSite } from "../serve.ts";
import { audit } from "./audit.ts";
import { doWithoutTimers } from "./do-without-timers.ts";
import { openBrowser } from "./open-browser.ts";
import { visit } from "./visit.ts";

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

describe.each(references)("/reference/$id/ on a telephone without JavaScript", ({ id }) => {
  test("says so, leads to the plain texts and the operations, and is quiet and accessible", async () => {
    const { page, problems, close } = await visit(browser, `${site.origin}/reference/${id}/`, options);
    const note = page.locator(".noscript");
    expect(await note.isVisible()).toBe(true);
    expect(await note.textContent()).toContain("This page needs JavaScript.");
    const leads = await note.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(leads.slice(0, 2)).toEqual([`../${id}.md`, `../../spec/${id}.yaml`]);
    expect(leads.length).toBeGreaterThan(2);
    expect(problems).toEqual([]);
    await doWithoutTimers(page);
    expect(await audit(page)).toEqual([]);
    await close();
  });

  test("shows no link that only Redoc could follow", async () => {
    const { page, close } = await visit(browser, `${site.origin}/reference/${id}/`, options);
    const shown = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(shown.filter((href) => href?.startsWith("/"))).toEqual([]);
    await close();
  });

  test("has every link of the bar in its menu, and nothing goes over the edge", async () => {
    const { page, close } = await visit(browser, `${site.origin}/reference/${id}/`, options);
    const menu = page.getByRole("navigation", { name: "Site" });
    expect(await menu.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    expect(await menu.getByRole("link").allTextContents()).toEqual(headerLinks.map(({ label }) => label));
    const widths = await page
      .locator("html, .quayside, .quayside nav")
      .evaluateAll((all) => all.map((one) => one.scrollWidth));
    expect(widths).toEqual([390, 390, 390]);
    await close();
  });
});
