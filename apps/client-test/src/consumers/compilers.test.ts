import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runOutside } from "@quayside/release/run-outside";
import { inject, test } from "vitest";

const compilers = ["typescript-5", "typescript-7"];
const modules = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];
const combinations = compilers.flatMap((compiler) => modules.map((options) => ({ compiler, ...options })));

test.for(combinations)("$compiler takes right calls and no wrong ones with $moduleResolution", async (combination) => {
  const { compiler, ...options } = combination;
  const folder = inject("consumer");
  const config = join(folder, `tsconfig.${compiler}.${options.module}.json`);
  const given = {
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  };
  const files = ["use-clients.ts", "wrong.ts"];
  await writeFile(config, JSON.stringify({ compilerOptions: { ...given, ...options }, files }));
  await runOutside(process.execPath, [join("node_modules", compiler, "bin", "tsc"), "-p", config], folder);
});
