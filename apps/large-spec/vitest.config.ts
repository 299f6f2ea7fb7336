import { defineConfig } from "vitest/config";

// What is mirrored under dist/ has tests of its own.
export default defineConfig({
  test: { dir: ".", exclude: ["dist", "node_modules"], testTimeout: 120_000, hookTimeout: 120_000 },
});
