// Run by Node as it stands: measures the sandbox beside the mock on this machine, and says which targets are kept.
import { type Result, writeTable } from "./compare.ts";
import { creations, measureList, measureMemory, measureSpeed, measureStart } from "./measures.ts";
import { request } from "./server.ts";

const ORDER = request("GET", "/api/v1/service_orders/SO123456.json");

const MEASURES: Readonly<Record<string, () => Promise<Result>>> = {
  start: measureStart,
  get: () => measureSpeed("GET one order", 4, () => ORDER),
  post: () => measureSpeed("POST one order", 3, creations()),
  memory: measureMemory,
  list: () => measureList("ten of 100,000 orders (peer: of 100)", "/api/v1/service_orders.json"),
  filtered: () => measureList("ten of 100,000 by status (peer: of 100)", "/api/v1/service_orders.json?status=pending"),
};

const asked = process.argv.slice(2).filter((one) => one !== "--");
const names = asked.length > 0 ? asked : Object.keys(MEASURES);
const results: Result[] = [];
for (const name of names) {
  const measure = MEASURES[name];
  if (measure === undefined)
    throw new Error(`There is no measure ${name}; there are ${Object.keys(MEASURES).join(", ")}.`);
  console.error(`${name} …`);
  results.push(await measure());
}
console.log(writeTable(results));
console.log("\nThe peer is the mock unless told otherwise; ratios are medians of rounds that took turns.");
process.exitCode = results.every(({ kept }) => kept) ? 0 : 1;
