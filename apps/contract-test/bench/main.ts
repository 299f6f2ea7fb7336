// Run by Node as it stands: measures how good the suite is on this machine, and says which targets are kept.
import { parseArgs } from "node:util";
import { measureGrowth } from "./growth.ts";
import { type Measured, measureMutants, TOOLS, type Tool } from "./mutants.ts";
import { measureSeeds } from "./seeds.ts";
import { measureSpeed } from "./speed.ts";

const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== "--"),
  allowPositionals: true,
  options: { about: { type: "string" }, tools: { type: "string" } },
});

const MEASURES: Readonly<Record<string, () => Promise<Measured>>> = {
  speed: measureSpeed,
  growth: measureGrowth,
  seeds: measureSeeds,
  mutants: () => measureMutants(readTools(values.tools), values.about),
};

const names = positionals.length > 0 ? positionals : Object.keys(MEASURES);
let isKept = true;
for (const name of names) {
  const measure = MEASURES[name];
  if (measure === undefined)
    throw new Error(`There is no measure ${name}; there are ${Object.keys(MEASURES).join(", ")}.`);
  console.error(`${name} …`);
  const measured = await measure();
  console.log(measured.text);
  isKept &&= measured.isKept;
}
process.exitCode = isKept ? 0 : 1;

/** All of them unless some are named, with commas between. */
function readTools(text: string | undefined): Tool[] {
  const all = Object.keys(TOOLS) as Tool[];
  const asked = text?.split(",") ?? all;
  const unknown = asked.filter((one) => !all.some((tool) => tool === one));
  if (unknown.length > 0) throw new Error(`There is no tool ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  return all.filter((tool) => asked.includes(tool));
}
