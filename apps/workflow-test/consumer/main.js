// Plain JavaScript, run by the host's Node, 20 or newer: installs packed tarballs as another team does, and calls with the client.
//
//   node main.js <folder of tarballs>
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What the program imports, and what that depends on. */
const PACKAGES = ["client", "types", "mock", "serve", "spec"];

const packed = process.argv[2];
if (packed === undefined) throw new Error("Name the folder with the tarballs: node main.js <folder>");
const folder = mkdtempSync(join(tmpdir(), "quayside-consumer-"));
try {
  cpSync(new URL("program.js", import.meta.url), join(folder, "program.mjs"));
  npm("init", "--yes");
  npm("install", "--no-audit", "--no-fund", ...PACKAGES.map((name) => findTarball(resolve(packed), name)));
  execFileSync(process.execPath, ["program.mjs"], { cwd: folder, stdio: "inherit" });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string[]} args */
function npm(...args) {
  // On Windows npm is a script, which only a shell starts.
  execFileSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
}

/**
 * @param {string} tarballs
 * @param {string} name
 */
function findTarball(tarballs, name) {
  const found = readdirSync(tarballs).filter((file) => new RegExp(`^quayside-${name}-\\d.*\\.tgz$`).test(file));
  if (found.length !== 1)
    throw new Error(`${tarballs} should hold one tarball of @quayside/${name}; it holds ${found.length}.`);
  return join(tarballs, found[0]);
}
