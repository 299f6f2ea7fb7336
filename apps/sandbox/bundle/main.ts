// Run by Node as it stands, after tsc: makes the command of the compiled modules, for it starts in half of the time when it has few files to
// find. What only PostgreSQL and access tokens need stays outside and is loaded with them.
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { writeNotices } from "./write-notices.ts";

const outdir = "dist/command";

const { metafile } = await build({
  entryPoints: ["dist/main.js"],
  outdir,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  external: ["pg", "jose"],
  logLevel: "warning",
  metafile: true,
});
await writeFile(`${outdir}/third-party-licenses.txt`, await writeNotices(metafile));
