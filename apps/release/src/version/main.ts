import { fileURLToPath } from "node:url";
import { release } from "./release.ts";

// Ctrl-C ends the step that is under way, and with it the release: the files are put back first.
process.once("SIGINT", () => {});

await release(fileURLToPath(new URL("../../../..", import.meta.url)), console.error).catch((error: Error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});
