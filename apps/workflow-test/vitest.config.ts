import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { dir: "src", testTimeout: 180_000, hookTimeout: 120_000 },
});
