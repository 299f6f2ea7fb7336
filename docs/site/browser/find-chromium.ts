import { existsSync } from "node:fs";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the Chromium of the browser tests is. */
    chromium: string;
  }
}

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

/** Runs once before all tests, so that no two of them unpack the same browser at the same time. */
export default async function setup({ provide }: TestProject): Promise<void> {
  provide("chromium", await findChromium(process.env));
}

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, else an installed one, else the one of the registry.
 *
 * @param environment - Gets what the registry's Chromium needs to find its libraries and fonts.
 * @throws When CHROMIUM_PATH names no file, or when there is no Chromium for this machine at all.
 */
export async function findChromium(environment: NodeJS.ProcessEnv): Promise<string> {
  const named = environment.CHROMIUM_PATH;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, where no file is. Name a Chromium or Chrome, or leave it unset.`);
  }
  return usualPlaces.find((path) => existsSync(path)) ?? unpackChromium(environment);
}

/** `@sparticuz/chromium` unpacks a browser and the libraries that it needs, where it believes to be in AWS Lambda. */
async function unpackChromium(environment: NodeJS.ProcessEnv): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("There is no Chromium here. Install Chrome or Chromium, or set CHROMIUM_PATH to the one you have.");
  }
  environment.AWS_EXECUTION_ENV ??= "AWS_Lambda_nodejs22.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}
