// `node apps/release/src/publish/main.ts <folder> [--dry-run]`, in the workflow that releases: it needs Node 24, npm and nothing installed.
import { parseArgs } from "node:util";
import { openNpm } from "./npm.ts";
import { publishTarballs } from "./publish-tarballs.ts";

const USAGE = "Usage: node apps/release/src/publish/main.ts <folder of tarballs> [--dry-run]";

try {
  const { folder, isDry } = readArguments(process.argv.slice(2));
  const npm = openNpm(process.env);
  await publishTarballs(folder, {
    environment: process.env,
    npm,
    registry: await npm.registry(),
    isDry,
    print: (line) => console.log(line),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function readArguments(argv: string[]): { folder: string; isDry: boolean } {
  const options = { "dry-run": { type: "boolean", default: false } } as const;
  const { values, positionals } = parse(() => parseArgs({ args: argv, options, allowPositionals: true }));
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error(USAGE);
  return { folder, isDry: values["dry-run"] };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}
