import { defineConfig } from "vitest/config";

// What is mirrored under dist/ has tests of its own.
export default defineConfig({
  test: { dir: "src", testTimeout: 300_000, hookTimeout: 120_000 },
});
