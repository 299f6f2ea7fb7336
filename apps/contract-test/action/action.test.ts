import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { USAGE } from "../src/command/usage.js";
import { inputIn, readAction, runAction } from "./run-action.js";

const action = await readAction();
const text = await readFile(new URL("../action.yml", import.meta.url), "utf8");
const options = new Set([...USAGE.matchAll(/--([a-z-]+)/g)].flatMap(([, name]) => name ?? []));

test("every input goes to the environment of the step, under its own name", () => {
  const env = action.runs.steps.flatMap((step) => Object.entries(step.env));
  const expected = Object.keys(action.inputs).map((name) => [variableOf(name), name]);
  expect(env.map(([variable, expression]) => [variable, inputIn(expression)])).toEqual(expected);
});

test("the script reads every input", async () => {
  const script = await readFile(new URL("run.sh", import.meta.url), "utf8");
  const words = new Set(script.match(/[A-Za-z_-]+/g));
  const unread = Object.keys(action.inputs).filter((name) => !words.has(name) && !words.has(name.replaceAll("-", "_")));
  expect(unread).toEqual([]);
});

test("every expression names an input, or an output that the step gives", async () => {
  const { outputs } = await runAction({});
  const known = new Set([
    ...Object.keys(action.inputs).map((name) => `inputs.${name}`),
    ...action.runs.steps.flatMap(({ id }) => Object.keys(outputs).map((name) => `steps.${id}.outputs.${name}`)),
  ]);
  const expressions = [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, expression]) => expression);
  expect(expressions.filter((expression) => !known.has(expression ?? ""))).toEqual([]);
  expect(expressions.length).toBe(Object.keys(action.inputs).length + Object.keys(action.outputs).length);
});

test("an output of the action is the step's output of the same name", () => {
  const values = Object.entries(action.outputs).map(([name, { value }]) => [name, value]);
  expect(values).toEqual(values.map(([name]) => [name, `\${{ steps.run.outputs.${name} }}`]));
});

test("no expression stands in a script, and no action of others is used", () => {
  expect(action.runs.steps.filter(({ run, uses }) => uses !== undefined || run.includes("${{"))).toEqual([]);
});

test("every option that the step passes is an option of the command", async () => {
  const inputs = Object.fromEntries(Object.keys(action.inputs).map((name) => [name, "1"]));
  const { commands } = await runAction({ ...inputs, plan: "true" });
  const passed = commands.flatMap(({ argv }) => argv.map((one) => one.replace(/^--|=.*/g, "")));
  expect(passed.filter((name) => !options.has(name))).toEqual([]);
  expect(passed.length).toBe(
    Object.keys(action.inputs).length - ["token", "user", "other-token", "other-user", "version"].length,
  );
});

test("every variable that the step sets is one that the command reads", async () => {
  const { commands } = await runAction({ token: "1", user: "1", "other-token": "1", "other-user": "1" });
  const set = Object.keys(commands[0]?.env ?? {}).filter((name) => name.startsWith("QUAYSIDE_"));
  expect(set).toHaveLength(4);
  expect(set.filter((name) => !USAGE.includes(name))).toEqual([]);
});

test("every option of the command is an input, but for those that are no use in a step", () => {
  // `port` is of the proxy, which goes on until somebody ends it.
  const others = ["help", "port"];
  expect([...options].filter((name) => !others.includes(name) && !(name in action.inputs))).toEqual([]);
});

function variableOf(input: string): string {
  return `INPUT_${input.replaceAll("-", "_")}`;
}
