// Run by Node as it stands: measures the client beside its peers on this machine, and says which targets are kept.
import { measureLoopback, measureStub } from "./calls.ts";
import { type Result, writeTable } from "./compare.ts";
import { measureImport } from "./imports.ts";
import { measureSizes } from "./sizes.ts";

const MEASURES: Readonly<Record<string, () => Promise<Result[]>>> = {
  size: measureSizes,
  stub: measureStub,
  loopback: measureLoopback,
  import: measureImport,
};

const asked = process.argv.slice(2).filter((one) => one !== "--");
const names = asked.length > 0 ? asked : Object.keys(MEASURES);
const results: Result[] = [];
for (const name of names) {
  const measure = MEASURES[name];
  if (measure === undefined)
    throw new Error(`There is no measure ${name}; there are ${Object.keys(MEASURES).join(", ")}.`);
  console.error(`${name} …`);
  results.push(...(await measure()));
}
console.log(writeTable(results));
console.log("\nSizes are minified, after gzip. Ratios are medians of rounds that took turns.");
process.exitCode = results.every(({ kept }) => kept !== false) ? 0 : 1;
