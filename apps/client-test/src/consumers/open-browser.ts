import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** A headless Chromium. */
export type OpenBrowser = { readonly browser: Browser; close(): Promise<void> };

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Opens the Chromium that CHROMIUM_PATH names, else an installed one, else the one of the registry.
 *
 * @param environment - Gets what the registry's Chromium needs to find its libraries and fonts.
 */
export async function openBrowser(environment: NodeJS.ProcessEnv): Promise<OpenBrowser> {
  const folder = await mkdtemp(join(tmpdir(), "quayside-chromium-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { CHROMIUM_PATH: named } = environment;
    const installed = named || usualPlaces.find((path) => existsSync(path));
    const executablePath = installed ?? (await unpackChromium(environment, folder));
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath, args });
    return { browser, close: () => browser.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * `@sparticuz/chromium` unpacks a browser and the libraries that it needs, where it believes to be in AWS Lambda. It unpacks them to the
 * folder for temporary files, which gets to be one of our own: the docs' tests may unpack theirs at the same time.
 */
async function unpackChromium(environment: NodeJS.ProcessEnv, folder: string): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("There is no Chromium here. Install Chrome or Chromium, or set CHROMIUM_PATH to the one you have.");
  }
  environment.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  environment.TMPDIR = folder;
  const { default: packed } = await import("@sparticuz/chromium");
  return await packed.executablePath();
}
