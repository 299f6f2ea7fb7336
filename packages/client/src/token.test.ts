import { inspect } from "node:util";
import { expect, test } from "vitest";
import { answering, json, path, rejection, text } from "./answering.test.fixture.js";
import { createOctopiClient } from "./octopi.js";

test("the token is in no error and in no print of the client, even when the server repeats it", async () => {
  const echo = answering(json({ error: "Token token=secret-key-1" }, 500)).octopi;
  const broken = answering(() => {
    throw new Error("Bad header: Token token=secret-key-1");
  }).octopi;
  const things = [
    echo,
    await rejection(echo.getServiceOrder({ path })),
    await rejection(echo.getServiceOrder({ path: { order_number: "" } })),
  ];
  for (const thing of things) {
    expect(inspect(thing, { depth: Infinity, showHidden: true })).not.toContain("secret-key-1");
    expect(JSON.stringify(thing)).not.toContain("secret-key-1");
  }
  const error = await rejection(broken.getServiceOrder({ path }));
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("secret-key-1");
  expect(String(error)).toContain("Bad header: Token token=[secret]");
});

test.each([
  ["as JSON may escape it", "ab/cdefgh+ij&k", String.raw`{"error":"Token token=ab\/cdefgh\u002Bij\u0026k"}`],
  ["as a URL has it", "ab/cdefgh+ij", '{"error":"/login?token=ab%2Fcdefgh%2Bij"}'],
])("a token that the server repeats %s is in no error either", async (_, token, body) => {
  const { octopi } = answering(text(body, "application/json", 500), token);
  const error = await rejection(octopi.getServiceOrder({ path }));
  expect(String(error)).not.toContain("token=");
  expect(error).toMatchObject({ body: { error: expect.stringMatching(/token=\[secret\]$/) } });
});

test.each([
  [undefined, /The token is missing/],
  ["", /The token is missing/],
  [42, /The token is missing/],
  ["secret\nX-Admin: 1", /would end it/],
  ["secret\r\n", /would end it/],
  ["Token token=secret", /pass it alone/],
  ["sécret", /pass it alone/],
  ['secret", x="', /would end it/],
  ["secret,x=1", /would end it/],
])("the token %j is refused in one sentence that does not show it", (token, message) => {
  const create = () => createOctopiClient({ token: token as string });
  expect(create).toThrow(message);
  expect(create).not.toThrow(/secret|X-Admin|sécret/);
});

test("a client without options says that the token is missing", () => {
  expect(() => createOctopiClient()).toThrow("The token is missing; pass { token } or set OCTOPI_TOKEN.");
});
