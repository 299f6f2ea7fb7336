import { type Browser, chromium } from "playwright-core";

/**
 * Opens a headless Chromium.
 *
 * @param executablePath - What `findChromium` gives.
 * @throws With a hint when it does not start.
 */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath, args }).catch((cause: unknown) => {
    const hint = "If it was unpacked by an earlier run that was cut off, delete it; else set CHROMIUM_PATH to another.";
    throw new Error(`${executablePath} does not start. ${hint}`, { cause });
  });
}
