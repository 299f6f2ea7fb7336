import { existsSync } from "node:fs";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./browser/find-chromium.ts";
import { openBrowser } from "./browser/open-browser.ts";
import { startSite } from "./serve.ts";

// The browser of the registry brings one font, which is not for code: the machine's own are added where it has some.
const own = "/usr/share/fonts";
if (existsSync(own)) process.env.FONTCONFIG_FILE = await writeFontConfig();

const target = fileURLToPath(new URL("screenshot.png", import.meta.url));
const site = await startSite({ port: 0 });
const browser = await openBrowser(await findChromium(process.env));
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
await page.goto(`${site.origin}/reference/octopi/#getServiceOrder`);
await page.getByTestId("search-trigger").getByText("Search").waitFor();
// The answers with their marks, and an example beside them.
await page.evaluate(() => {
  const answers = document.getElementById("service-orders/getserviceorder/responses");
  scrollBy(0, (answers?.getBoundingClientRect().top ?? 0) - 190);
});
await page.waitForTimeout(1000);
await page.screenshot({ path: target });
await browser.close();
await site.close();
console.log(`Wrote ${target}`);

async function writeFontConfig(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-fonts-"));
  const brought = join(tmpdir(), "fonts", "fonts");
  const dirs = [own, ...((await readdir(brought).catch(() => [])).length > 0 ? [brought] : [])];
  const prefer = (family: string, font: string) =>
    `<alias><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const aliases = [
    prefer("system-ui", "Open Sans"),
    prefer("monospace", "DejaVu Sans Mono"),
    prefer("ui-monospace", "DejaVu Sans Mono"),
  ];
  const file = join(folder, "fonts.conf");
  const body = [...dirs.map((dir) => `<dir>${dir}</dir>`), `<cachedir>${folder}</cachedir>`, ...aliases].join("");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${body}</fontconfig>`,
  );
  return file;
}
