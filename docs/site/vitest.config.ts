import { defineConfig } from "vitest/config";

export default defineConfig({ test: { dir: "site", globalSetup: "site/browser/find-chromium.ts" } });
