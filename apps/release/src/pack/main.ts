// `node src/pack/main.ts` is the build of this app: every published package becomes a tarball in dist/, as npm gets it.
import { mkdir, readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readTarball } from "../tarball/read-tarball.ts";
import { listPublished, type Published } from "./list-published.ts";
import { packPackage } from "./pack-package.ts";
import { requireBuilt } from "./require-built.ts";

const AT_ONCE = 2;

const app = fileURLToPath(new URL("../..", import.meta.url));
const dist = fileURLToPath(new URL("../../dist", import.meta.url));

const published = await listPublished(app);
requireBuilt(
  published.map(({ name }) => name),
  JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")),
);
await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const waiting = published.values();
await Promise.all(Array.from({ length: AT_ONCE }, () => packAll(waiting)));

async function packAll(packages: Iterable<Published>): Promise<void> {
  for (const { name, folder } of packages) {
    const file = await packPackage(folder, dist);
    const bytes = await readFile(file);
    console.log(`${name}: ${readTarball(bytes).size} files, ${Math.ceil(bytes.length / 1024)} kB packed`);
  }
}
