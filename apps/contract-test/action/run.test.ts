import { readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { readAction, runAction } from "./run-action.js";

// A dozen processes a test; how long they take says nothing.
vi.setConfig({ testTimeout: 60_000 });

const TOKEN = "quayside-secret-token";
const asked = { api: "octopi", target: "https://octopi.example" };
const { inputs } = await readAction();
const texts = Object.keys(inputs).filter(
  (name) => !["token", "user", "other-token", "other-user", "plan", "allow-host", "version"].includes(name),
);

test("without inputs the command gets no argument and no credentials, and says itself what is missing", async () => {
  const { code, commands, outputs } = await runAction({}, { command: "process.exit(2);" });
  expect(code).toBe(2);
  expect(commands.map(({ argv }) => argv)).toEqual([[]]);
  expect(variablesIn(commands[0]?.env)).toEqual([]);
  expect(outputs).toMatchObject({ result: "could-not-be-told", "exit-code": "2", junit: "" });
});

test("each input is one option, in one argument", async () => {
  const given = Object.fromEntries(texts.map((name) => [name, `of ${name}`]));
  const { commands } = await runAction({ ...given, plan: "true", "allow-host": "a.example\n  b.example\n" });
  expect(commands[0]?.argv).toEqual([
    ...texts.map((name) => `--${name}=of ${name}`),
    "--allow-host=a.example",
    "--allow-host=b.example",
    "--plan",
  ]);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: shell and workflow take them for something, which is what is tested
test.each([
  "two words",
  "\"double\" 'single' `id`",
  "$(touch made) ${HOME} $PATH \\",
  "; touch made; exit 3 # && touch made",
  "one\ntwo\nresult=kept",
  "*",
  "--plan",
  "${{ github.token }} %0A ::set-output name=result::kept",
])("whatever is in an input, it arrives as it is: %j", async (value) => {
  const given = Object.fromEntries(texts.map((name) => [name, value]));
  const { code, commands, outputs } = await runAction(given, {
    command: 'process.exit(require("node:fs").existsSync("made") ? 9 : 1);',
  });
  expect(commands[0]?.argv).toEqual(texts.map((name) => `--${name}=${value}`));
  expect(code).toBe(1);
  expect(Object.keys(outputs)).toEqual(["result", "exit-code", "junit", "sarif", "json", "html"]);
  expect(outputs).toMatchObject({ result: "broken", "exit-code": "1" });
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above

test("a line break at the end of an input, which YAML puts there, is left out", async () => {
  const { commands } = await runAction({ operations: "listHolds,applyHold\n" });
  expect(commands[0]?.argv).toEqual(["--operations=listHolds,applyHold"]);
});

test("a pattern among the hosts is not a list of files", async () => {
  const { commands } = await runAction({ "allow-host": "* $(touch made);" });
  expect(commands[0]?.argv).toEqual(["--allow-host=*", "--allow-host=$(touch", "--allow-host=made);"]);
});

describe("credentials", () => {
  const given = { token: TOKEN, user: `ann:${TOKEN}`, "other-token": `other-${TOKEN}`, "other-user": `bob:${TOKEN}` };

  test("are in the environment of the command, and nowhere else", async () => {
    const { npx, commands, log, summary, outputs } = await runAction({ ...asked, ...given });
    expect(variablesIn(commands[0]?.env)).toEqual([
      ["QUAYSIDE_OTHER_TOKEN", `other-${TOKEN}`],
      ["QUAYSIDE_OTHER_USER", `bob:${TOKEN}`],
      ["QUAYSIDE_TOKEN", TOKEN],
      ["QUAYSIDE_USER", `ann:${TOKEN}`],
    ]);
    expect(commands[0]?.argv).toEqual(["--api=octopi", "--target=https://octopi.example"]);
    expect(npx).toHaveLength(1);
    expect(JSON.stringify([npx, log, summary, outputs])).not.toContain(TOKEN);
  });

  test("keep what is in them", async () => {
    const user = "ann:$(id) 'x' \"y\"; `z` \\";
    const { commands } = await runAction({ user });
    expect(commands[0]?.env.QUAYSIDE_USER).toBe(user);
  });

  test("of the job serve where none are given, and are not shown to npm either", async () => {
    const { npx, commands } = await runAction({ token: "" }, {}, { QUAYSIDE_TOKEN: TOKEN });
    expect(commands[0]?.env.QUAYSIDE_TOKEN).toBe(TOKEN);
    expect(JSON.stringify(npx)).not.toContain(TOKEN);
  });

  test("that are given win over those of the job", async () => {
    const { commands } = await runAction({ token: "mine" }, {}, { QUAYSIDE_TOKEN: TOKEN });
    expect(commands[0]?.env.QUAYSIDE_TOKEN).toBe("mine");
  });
});

describe("the command", () => {
  test("is of the action's own version", async () => {
    const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    const { npx } = await runAction(asked);
    expect(npx[0]?.argv).toContain(`@quayside/contract-test@${version}`);
    expect(npx[0]?.argv).toContain("--ignore-scripts");
  });

  test("is of the version that is asked for", async () => {
    const { npx } = await runAction({ ...asked, version: "1.2.3-rc.1" });
    expect(npx[0]?.argv).toContain("@quayside/contract-test@1.2.3-rc.1");
  });

  test("is the installed one where that is asked for, and then nothing is fetched", async () => {
    const { npx } = await runAction({ ...asked, version: "installed" });
    expect(npx.map(({ argv }) => argv)).toEqual([["--no", "-c", "command -v contract-test"]]);
  });

  test.each(["file:../evil", "npm:other@1", "1.0.0 other", "$(id)", "1.0.0;id"])(
    "is of no version like %j",
    async (version) => {
      const { code, npx, commands, log } = await runAction({ ...asked, version });
      expect([code, npx, commands]).toEqual([2, [], []]);
      expect(log).toContain('The input "version" takes a version');
    },
  );

  test("that cannot be installed could not tell, whatever code npm ends with", async () => {
    const { code, commands, outputs, log } = await runAction(asked, { npx: 1 });
    expect([code, commands, outputs.result]).toEqual([2, [], "could-not-be-told"]);
    expect(log).toContain("npm could not install contract-test");
  });

  test("that does not start could not tell, whatever code Node ends with", async () => {
    const { code, commands, outputs } = await runAction(asked, { help: 1 });
    expect([code, commands, outputs.result]).toEqual([2, [], "could-not-be-told"]);
  });
});

test.each([
  [0, "kept"],
  [1, "broken"],
  [2, "could-not-be-told"],
  [134, "could-not-be-told"],
])("code %i of the command is the step's, and means %s", async (exit, result) => {
  const { code, outputs, log } = await runAction(asked, { command: `process.exit(${exit});` });
  expect([code, outputs.result, outputs["exit-code"]]).toEqual([exit, result, String(exit)]);
  expect(log.includes("::error title=Contract tests::")).toBe(exit !== 0);
});

test("a plan has no result, for nothing was tested", async () => {
  const { code, outputs, summary } = await runAction({ ...asked, plan: "true" });
  expect([code, outputs.result, outputs["exit-code"]]).toEqual([0, "", "0"]);
  expect(summary).toContain("A plan: nothing was sent.");
});

test("the input plan is true or false", async () => {
  expect((await runAction({ ...asked, plan: "false" })).commands[0]?.argv).not.toContain("--plan");
  const { code, commands } = await runAction({ ...asked, plan: "yes" });
  expect([code, commands]).toEqual([2, []]);
});

test("a Node that is too old is told, with what helps", async () => {
  const { code, npx, log, outputs } = await runAction(asked, { node: 1 });
  expect([code, npx, outputs.result]).toEqual([2, [], "could-not-be-told"]);
  expect(log).toContain("Put actions/setup-node before this step.");
});

test("an output names a report that was written, and no other", async () => {
  const command = 'writeFileSync("report one.xml", "");';
  const { outputs } = await runAction({ ...asked, junit: "report one.xml", sarif: "none.sarif" }, { command });
  expect([outputs.junit, outputs.sarif, outputs.html]).toEqual(["report one.xml", "", ""]);
});

test("a report's name cannot give other outputs", async () => {
  const junit = "x\nEOF\nresult=kept\nresult<<EOF\nkept";
  const command = `writeFileSync(${JSON.stringify(junit)}, ""); process.exit(1);`;
  const { outputs } = await runAction({ ...asked, junit }, { command });
  expect([outputs.junit, outputs.result]).toEqual([junit, "broken"]);
});

test("what a server sent commands the runner neither on stdout nor on stderr", async () => {
  const command = 'console.log("::add-mask::1"); console.error("x ##[add-mask]2");';
  const { log, onStderr } = await runAction(asked, { command });
  const [, token] = /^::stop-commands::([0-9a-f]{32})$/m.exec(log) ?? [];
  const between = log.slice(log.indexOf("::stop-commands::"), log.indexOf(`::${token}::`));
  expect(between).toContain("\n::add-mask::1\n");
  expect(between).toContain("\nx ##[add-mask]2\n");
  expect(onStderr).toBe(0);
});

describe("the summary", () => {
  test("holds what the command printed, as text", async () => {
    const command = 'console.log("a & <img src=x> </pre>\\n\\n# ``` | [x](y)");';
    const { summary } = await runAction(asked, { command });
    expect(summary).toBe(
      "## Contract tests\n\nThe target keeps the spec.\n\n<pre>\na &amp; &lt;img src=x&gt; &lt;/pre&gt;\n\n# ``` | [x](y)\n</pre>\n",
    );
  });

  test("says why, where it could not be told", async () => {
    const { summary } = await runAction(asked, { command: 'console.error("Nothing <listens>."); process.exit(2);' });
    expect(summary).toContain("Nothing &lt;listens&gt;.");
  });

  test("keeps the beginning of what is too long for it", async () => {
    const command = 'process.stdout.write("the beginning\\n" + "&".repeat(1_000_000));';
    const { summary, code } = await runAction(asked, { command });
    expect(code).toBe(0);
    expect(summary.length).toBeLessThan(1024 * 1024);
    expect(summary).toContain("<pre>\nthe beginning\n&amp;");
    expect(summary).toMatch(/<\/pre>\n$/);
  });

  test("takes text that is no UTF-8", async () => {
    const { summary, code } = await runAction(asked, { command: "process.stdout.write(Buffer.from([0xff, 0x3c]));" });
    expect(code).toBe(0);
    expect(summary).toContain("&lt;");
  });
});

test("a job that is cancelled lets the command end by itself, and keeps what it said", async () => {
  const command = [
    'process.on("SIGTERM", () => { console.log("removed"); process.exit(2); });',
    "setInterval(() => {}, 1000);",
    'console.log("under way");',
  ].join("\n");
  const { code, log, summary } = await runAction(asked, { command, interruptAt: "under way" });
  expect(code).toBe(2);
  expect(log).toContain("removed");
  expect(summary).toContain("removed");
});

function variablesIn(env: Readonly<Record<string, string>> = {}): [string, string][] {
  return Object.entries(env)
    .filter(([name, value]) => name.startsWith("QUAYSIDE_") || value.includes(TOKEN))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
