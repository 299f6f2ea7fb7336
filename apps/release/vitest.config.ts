import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "dry-run", include: ["src/dry-run/**/*.test.ts"], globalSetup: "src/dry-run/set-up.ts" },
      },
      { extends: true, test: { name: "units", include: ["src/**/*.test.ts"], exclude: ["src/dry-run/**"] } },
    ],
  },
});
