import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const spec = fileURLToPath(new URL("..", import.meta.url));
const register = await readFile(new URL("../../docs/discrepancies.md", import.meta.url), "utf8");

test("every discrepancy that the YAML cites stands in the register", async () => {
  const entries = new Set(register.match(/(?<=^### )D-\d{2,}/gm));
  const cited = await citations();
  expect([...cited].filter(([number]) => !entries.has(number))).toEqual([]);
});

test("every entry of the register is cited in the YAML, or says that nothing there follows from it", async () => {
  const cited = await citations();
  const silent = entriesOf(register).filter(
    ({ number, text }) => !cited.has(number) && !/nothing in the spec/i.test(text),
  );
  expect(silent.map(({ number }) => number)).toEqual([]);
});

/** Which file cites a number, by number. */
async function citations(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const api of ["octopi", "dataloy", "sandbox"]) {
    const names = await readdir(`${spec}/${api}`, { recursive: true });
    for (const name of names.filter((each) => each.endsWith(".yaml"))) {
      const text = await readFile(`${spec}/${api}/${name}`, "utf8");
      for (const [number] of text.matchAll(/D-\d{2,}/g)) found.set(number, `${api}/${name}`);
    }
  }
  return found;
}

function entriesOf(text: string): { number: string; text: string }[] {
  const parts = text.split(/^### (?=D-\d{2,})/m).slice(1);
  return parts.map((part) => ({ number: part.split(" ", 1)[0] ?? "", text: part }));
}
