import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds against WCAG 2.0 and 2.1, levels A and AA, in a page as it is now: a line for each element.
 *
 * @param id - Looks only at the element with this id; at the whole page by default.
 */
export async function audit(page: Page, id?: string): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${axe} })()`);
  // A colour that is on its way to another one is neither of the two.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  });
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${id === undefined ? "document" : `document.getElementById(${JSON.stringify(id)})`}, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary?.replace(/\s+/g, " ")}`),
  );
}
