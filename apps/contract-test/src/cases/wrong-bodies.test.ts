import { expect, test } from "vitest";
import { wrongBodies } from "./wrong-bodies.js";

const schema = {
  type: "object",
  required: ["order"],
  properties: {
    order: {
      type: "object",
      required: ["lines"],
      properties: {
        "a/b": { type: "boolean" },
        lines: {
          type: "array",
          items: { type: "object", required: ["code"], properties: { code: { type: "string" } } },
        },
      },
    },
  },
};
const body = { order: { lines: [{ code: "A" }, { code: "B" }] } };
const wrong = wrongBodies({}, schema, body);

function bodyOf(name: string) {
  return wrong.find((one) => one.name === name)?.body;
}

test("what is required is left out, at every depth, and the rest stays", () => {
  expect(bodyOf("without /order")).toEqual({});
  expect(bodyOf("without /order/lines")).toEqual({ order: {} });
  expect(bodyOf("without /order/lines/0/code")).toEqual({ order: { lines: [{}, { code: "B" }] } });
});

test("a property that is not there is put there with a wrong value", () => {
  expect(bodyOf("/order/a~1b of another type")).toEqual({ order: { lines: body.order.lines, "a/b": "quayside" } });
});

test("only the first element of a list is changed", () => {
  expect(bodyOf("/order/lines/0/code of another type")).toEqual({ order: { lines: [{ code: 7 }, { code: "B" }] } });
});

test("an unknown property is added to every object", () => {
  expect(wrong.filter((one) => one.unknownMember).map(({ where }) => where)).toEqual([
    "/quayside_unknown",
    "/order/quayside_unknown",
    "/order/lines/0/quayside_unknown",
  ]);
});

test("the body that it starts from is not changed", () => {
  expect(body).toEqual({ order: { lines: [{ code: "A" }, { code: "B" }] } });
});
