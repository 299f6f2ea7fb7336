import { fileURLToPath } from "node:url";
import { docsFolder } from "./routes.ts";

// Astro looks at this while it is loaded.
process.env.ASTRO_TELEMETRY_DISABLED = "1";
const { dev } = await import("astro");

// Writes the pages anew at every change. The references are not among them.
await dev({ root: fileURLToPath(docsFolder), configFile: "site/astro.config.ts" });
