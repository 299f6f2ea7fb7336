import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTask } from "./run-command.ts";
import { startServer } from "./start-server.ts";

const DEMO = { authorization: "Token token=demo" };
const LINE_ITEMS = "createLineItem,listLineItems,getLineItem,updateLineItem,deleteLineItem";

/** What has to be there after a walk without a hand's work, by the walk's title. */
export const FOLLOWS: Readonly<Record<string, (folder: () => string) => void>> = {
  "A walk: a new field": (folder) => {
    test("the types have the field", async () => {
      expect(await readTypes(folder())).toContain("seal_number?: string | null;");
    });

    test("the mock serves it, and the contract tests find nothing", async () => {
      const mock = await startServer(folder(), "apps/mock/dist/main.js");
      const answer = await fetch(`${mock.origin}/api/v1/bill_of_ladings/1001/line_items.json`, {
        method: "POST",
        headers: { ...DEMO, "content-type": "application/json" },
        body: JSON.stringify({ line_item: { container_id: 1 } }),
      });
      expect(await answer.json()).toMatchObject({ seal_number: "SL-204417" });
      expect(await contractTest(folder(), mock.origin, "createLineItem")).toMatchObject({ isPassed: true });
      await mock.stop();
    });
  },

  "A walk: a new operation": (folder) => {
    test("the types have the operation", async () => {
      expect(await readTypes(folder())).toContain('"getLineItem": {"method":"GET"');
    });

    test("MSW's handlers and the mock answer it", async () => {
      expect(await readFile(join(folder(), "packages/msw/src/octopi-examples.ts"), "utf8")).toContain('"getLineItem"');
      const mock = await startServer(folder(), "apps/mock/dist/main.js");
      const url = `${mock.origin}/api/v1/bill_of_ladings/1001/line_items/38.json`;
      expect(await (await fetch(url, { headers: DEMO })).json()).toMatchObject({ id: 38 });
      await mock.stop();
    });

    test("the contract tests find nothing at the sandbox, with the journey among them", async () => {
      const sandbox = await startServer(folder(), "apps/sandbox/dist/command/main.js");
      const { isPassed, printed } = await contractTest(folder(), sandbox.origin, LINE_ITEMS);
      expect(printed).toMatch(/✓ getLineItem .*passed/);
      expect(isPassed, printed).toBe(true);
      await sandbox.stop();
    });
  },
};

async function readTypes(folder: string): Promise<string> {
  return await readFile(join(folder, "packages/types/src/octopi.ts"), "utf8");
}

function contractTest(folder: string, target: string, operations: string) {
  const who = ["--token", "demo", "--other-token", "demo2"];
  const args = ["dist/src/main.js", "--api", "octopi", "--target", target, ...who, "--operations", operations];
  return runTask(folder, { place: "apps/contract-test", args: [...args, "--depth", "2"] });
}
