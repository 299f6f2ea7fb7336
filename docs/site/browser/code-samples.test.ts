import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { makeSampleRequest } from "../code-samples/make-sample-request.ts";
import { type CodeSample, writeCodeSamples } from "../code-samples/write-code-samples.ts";
import { references } from "../navigation.ts";
import { listOperations } from "../reference/list-operations.ts";
import { readBundle } from "../reference/read-bundle.ts";
import { type Site, startSite } from "../serve.ts";
import { audit } from "./audit.ts";
import { openBrowser } from "./open-browser.ts";
import { visit } from "./visit.ts";

// Browsers share their machine with other builds.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite({ port: 0 }), openBrowser(inject("chromium"))]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const shown = await Promise.all(
  references.map(async ({ id }) => {
    const document = await readBundle(id);
    const operations = listOperations(document);
    const operation = operations.find(({ operationId }) => makeSampleRequest(document, operationId).body !== undefined);
    if (operation === undefined) throw new Error(`${id} has no operation with a body.`);
    return { id, ...operation, samples: writeCodeSamples(document, operation.operationId) };
  }),
);

describe.each(shown)("the samples of $operationId in /reference/$id/", ({ id, operationId, anchor, samples }) => {
  test.each(["light", "dark"] as const)("are chosen by keyboard, shown as written, and read well: %s", async (look) => {
    const { page, problems, close } = await visit(browser, `${site.origin}/reference/${id}/#${operationId}`, {
      colorScheme: look,
    });
    const panel = page.locator(`[id="${anchor.slice(2)}"] .panel-request-samples`);
    // The rest of the page is audited by other tests; axe is told where to look by an id.
    await panel.evaluate((element) => element.setAttribute("id", "audited"));
    for (const sample of samples) {
      await choose(panel, page, sample);
      await expect.poll(() => panel.locator("pre").textContent()).toBe(sample.source);
      expect(await examples(panel).count()).toBe(0);
      expect(await audit(page, "audited")).toEqual([]);
    }
    await choose(panel, page, { label: "Payload" });
    expect(await examples(panel).count()).toBe(1);
    expect(await audit(page, "audited")).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test("a menu is left with Escape or Tab, and the button has the focus again", async () => {
  const { page, close } = await visit(browser, `${site.origin}/reference/octopi/#createServiceOrder`);
  const button = page
    .locator('[id="service-orders/createserviceorder"] .panel-request-samples [aria-haspopup=menu]')
    .last();
  for (const key of ["Escape", "Shift+Tab"]) {
    await button.press("Enter");
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe("Payload");
    await page.keyboard.press(key);
    expect(await button.getAttribute("aria-expanded")).toBe("false");
  }
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("curl");
  await close();
});

/** The chooser of the request's examples, which changes the payload only. */
function examples(panel: Locator): Locator {
  return panel.locator("[aria-label^='Example']");
}

async function choose(panel: Locator, page: Page, { label }: Pick<CodeSample, "label">): Promise<void> {
  await panel.locator("[aria-haspopup=menu]").last().press("Enter");
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press("ArrowDown");
    if ((await focused(page)) === label) break;
  }
  await page.keyboard.press("Enter");
  await expect.poll(() => focused(page)).toBe(label);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? "");
}
