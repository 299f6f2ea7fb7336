// Run by Node as it stands: `node bench/main.ts [22 250 1000]` sends generated descriptions through every stage and says what each costs.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { makeLargeWorkspace } from "../src/large-workspace.ts";
import { judgeGrowth } from "./judge-growth.ts";
import type { Cost } from "./measure.ts";
import { STAGES } from "./stages.ts";

const SIZES = [22, 250, 1000];

const given = process.argv.slice(2).filter((one) => one !== "--");
const wrong = given.find((one) => !/^[1-9]\d{0,4}$/.test(one));
if (wrong !== undefined) throw new Error(`"${wrong}" is no number of operations: write some, such as 22 250 1000.`);
const sizes = given.length > 0 ? given.map(Number) : SIZES;
const costs: Cost[][] = [];
for (const size of sizes) costs.push(await measureSize(size));
const { text, isKept } = judgeGrowth(
  STAGES.map(({ name }) => name),
  sizes,
  costs,
);
console.log(text);
process.exitCode = isKept ? 0 : 1;

/** What each stage costs, in their order. */
async function measureSize(size: number): Promise<Cost[]> {
  // Astro finds the modules of its integrations only where they and the site have a folder in common.
  const folder = fileURLToPath(new URL(`../dist/${size}/`, import.meta.url));
  await rm(folder, { recursive: true, force: true });
  try {
    await makeLargeWorkspace(folder, size);
    const measured: Cost[] = [];
    for (const { name, run } of STAGES) {
      console.error(`${size} operations: ${name} …`);
      measured.push(await run(folder));
    }
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
