import { configDefaults, defineConfig } from "vitest/config";

/** What a POSIX shell runs: the action's script, and the curl commands of a report. */
const ofShells = process.platform === "win32" ? ["action/run.test.ts", "src/reports/as-curl.test.ts"] : [];
if (ofShells.length > 0) console.warn(`Not tested on Windows, for want of a POSIX shell: ${ofShells.join(", ")}.`);

export default defineConfig({
  test: {
    include: ["{src,journeys,mutants,action}/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...ofShells],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
