import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Program } from "./to-programs.ts";

/**
 * Type-checks programs with the repository's compiler options.
 *
 * @param folder - Emptied first. It must lie where the packages that the samples import are found.
 * @returns What the compiler says, each with the program's file and line.
 */
export async function checkTypes(
  programs: readonly Pick<Program, "name" | "file" | "checked">[],
  folder: string,
): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(programs.map(({ name, checked }) => writeFile(join(folder, name), checked)));
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const said = await compile(folder);
  return said.map((message) => {
    const program = programs.find(({ name }) => message.startsWith(`${name}(`));
    return program === undefined ? message : message.replace(`${program.name}(`, `${program.file}(`);
  });
}

const config = {
  extends: "../../../../tsconfig.base.json",
  compilerOptions: {
    noEmit: true,
    declaration: false,
    types: ["node"],
    lib: ["es2023", "dom"],
    // A sample may use top-level await without an import, and may show a value that it does not use.
    moduleDetection: "force",
    noUnusedLocals: false,
  },
  include: ["*.ts"],
};

async function compile(folder: string): Promise<string[]> {
  const compiler = createRequire(import.meta.url)
    .resolve("typescript/package.json")
    .replace(/package\.json$/, "bin/tsc");
  const run = promisify(execFile)(process.execPath, [compiler, "--pretty", "false"], { cwd: folder });
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => {
    if (error.stdout === "") throw error;
    return error;
  });
  return stdout.split("\n").filter((line) => line.trim() !== "");
}
