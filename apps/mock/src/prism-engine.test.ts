import { expect, test } from "vitest";
import { openMock } from "./testing/open-mock.js";
import { everyOperation, ORDER, sampleRequest } from "./testing/samples.js";

const { get, mock } = await openMock();
const operations = await everyOperation();

test.each(operations)("%s %s invents valid answers, again and again", async (api, _, operation) => {
  const bodies = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const response = await mock(sampleRequest(api, operation, { headers: { prefer: "dynamic=true" } }));
      expect(response.status).toBe(200);
      return response.text();
    }),
  );
  // An answer whose schema leaves no choice is the same each time.
  if (/\d/.test(bodies[0] ?? "")) expect(new Set(bodies).size).toBeGreaterThan(1);
});

test("they have no other keys than the documented ones", async () => {
  const documented = await keysOf(get(ORDER));
  for (let round = 0; round < 20; round += 1) {
    expect(documented).toEqual(expect.arrayContaining(await keysOf(get(ORDER, { prefer: "dynamic" }))));
  }
});

async function keysOf(response: Promise<Response>): Promise<string[]> {
  const body: unknown = await (await response).json();
  return Object.keys(typeof body === "object" && body !== null ? body : {});
}
