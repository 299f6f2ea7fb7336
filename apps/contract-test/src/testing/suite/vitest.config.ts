import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["src/testing/suite/*.suite.ts"] } });
