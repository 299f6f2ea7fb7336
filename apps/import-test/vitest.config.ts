import { defineConfig } from "vitest/config";

export default defineConfig({
  // The importers are slow to load: one worker does it once.
  test: { dir: "src", isolate: false, fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
