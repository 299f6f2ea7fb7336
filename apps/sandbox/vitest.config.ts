import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,bundle}/**/*.test.ts"],
    globalSetup: "src/testing/start-postgres.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
