import { fileURLToPath } from "node:url";
import { docsFolder } from "../routes.ts";

/**
 * Lets Astro write the pages, but the references.
 *
 * @throws When a page cannot be made.
 */
export async function buildPages(): Promise<void> {
  // Astro looks at this while it is loaded.
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  // Vite would take it for the path below which the site stands.
  delete process.env.BASE_URL;
  const { build } = await import("astro");
  const root = fileURLToPath(docsFolder);
  await build({ root, configFile: "site/astro.config.ts", logLevel: "error" });
}
