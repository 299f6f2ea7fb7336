import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { namesIn, pointerOf } from "./json-pointer.ts";
import { readSourceLines } from "./write-source-lines.ts";

describe.each(["octopi", "dataloy", "sandbox"])("%s", (api) => {
  const lines = readSourceLines(api);
  const bundle = JSON.parse(readText(`dist/${api}.json`));

  test("every line holds the key that it is said to hold", () => {
    const wrong = Object.entries(lines).filter(([pointer, line]) => !holds(pointer, line));
    expect(wrong).toEqual([]);
  });

  test("every path, operation, component, property and branch has a line", () => {
    const places = placesIn(bundle, []).filter((pointer) => !/^(|\/components\/\w+)$/.test(pointer));
    expect(places.filter((pointer) => !Object.hasOwn(lines, pointer))).toEqual([]);
  });

  test("the build has written them", () => {
    expect(JSON.parse(readText(`dist/${api}.lines.json`))).toEqual(lines);
  });
});

/** Whether the line has the pointer's last name as a key. An element has none; a file that is a component has the component's name. */
function holds(pointer: string, line: string): boolean {
  const name = namesIn(pointer).at(-1) ?? "";
  const [file = "", number] = line.split(":");
  const text = readText(file).split("\n")[Number(number) - 1] ?? "";
  const keys = [...text.matchAll(/(?:^|[\s'])([^\s']+?)'?:(?=\s|$)/g)].map(([, key]) => key);
  if (/\/\d$/.test(pointer)) return /^\s*- |: \[/.test(text);
  return keys.includes(name) || (basename(file) === `${name}.yaml` && /^[\w-]+:/.test(text));
}

/** Every object and list but for examples, extensions and what is in them. */
function placesIn(value: unknown, at: readonly string[]): string[] {
  if (typeof value !== "object" || value === null) return [];
  const described = Object.entries(value).filter(([name]) => !/^(examples?|x-.*)$/.test(name));
  return [pointerOf(at), ...described.flatMap(([name, each]) => placesIn(each, [...at, name]))];
}

function readText(name: string): string {
  return readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
}
