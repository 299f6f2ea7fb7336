import { readSettings } from "../settings.ts";
import { writeTwins } from "../twins/write-twins.ts";

/** Writes a Markdown twin beside each page, and the two texts for language models. */
export async function buildTwins(): Promise<void> {
  const sizes = await writeTwins(readSettings().outFolder);
  const kilobytes = (file: string) => `${file} ${Math.ceil((sizes.get(file) ?? 0) / 1000)} kB`;
  console.log(`${sizes.size - 2} pages as Markdown; ${kilobytes("llms.txt")}, ${kilobytes("llms-full.txt")}`);
}
