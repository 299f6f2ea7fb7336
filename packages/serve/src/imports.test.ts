import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

// The built package: `turbo run test` builds it first.
const PACKAGE = new URL("../dist/index.js", import.meta.url).href;

test("neither importing the package nor answering a request loads Node's fetch, some 14 MB", () => {
  const program = `
    const { serve } = await import(${JSON.stringify(PACKAGE)});
    const open = () => async (request) => ({ status: 200, headers: {}, body: await request.text() });
    const { origin, close } = await serve({ port: 0, open, name: "x", maxBodyBytes: 9 });
    const { get } = process.getBuiltinModule("node:http");
    await new Promise((resolve) => get(origin, (response) => response.resume().on("end", resolve)));
    await close();
    console.log(JSON.stringify(process.moduleLoadList.filter((name) => /undici|webstreams/.test(name))));
  `;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  expect(JSON.parse(output)).toEqual([]);
});
