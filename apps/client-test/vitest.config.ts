import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "consumers", include: ["src/consumers/**/*.test.ts"], globalSetup: "src/consumers/install.ts" },
      },
      {
        extends: true,
        test: { name: "workspace", include: ["src/**/*.test.ts"], exclude: ["src/consumers/**"] },
      },
    ],
  },
});
