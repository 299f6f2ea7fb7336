import { expect, test } from "vitest";
import { ENTITIES, entity } from "./dataloy.test.fixture.js";
import { mentionedIn, openReferences } from "./references.js";

const keyOf = openReferences(ENTITIES);

test.each([
  ["a key", 20],
  ["a code", "USD"],
  ["an object with a key", { key: 20, self: "https://elsewhere.example/ws/rest/Currency/21" }],
])("%s is a reference", (_, reference) => {
  expect(keyOf("Currency", reference)).toBe(20);
});

test("digits in quotes are a code", () => {
  expect(keyOf("BusinessPartner", "100131")).toBe(10);
});

test("digits without quotes are never a code", () => {
  expect(() => keyOf("BusinessPartner", 100131)).toThrow("Unknown BusinessPartner with key 100131.");
});

test("an unknown code is refused by name", () => {
  expect(() => keyOf("Currency", "USX")).toThrow('Unknown Currency "USX".');
});

test("a code counts with its case", () => {
  expect(() => keyOf("Currency", "usd")).toThrow('Unknown Currency "usd".');
});

test("an object of another type is unknown", () => {
  expect(() => keyOf("Currency", 30)).toThrow("Unknown Currency with key 30.");
});

test("a port call has no code", () => {
  expect(() => keyOf("PortCall", "1")).toThrow('Unknown PortCall "1".');
});

test("a status of another class is refused", () => {
  expect(() => keyOf("StatusType", "OPR")).toThrow('StatusType "OPR" is not of the class for service orders.');
});

test("of two statuses with one code, the one for service orders is meant", () => {
  const two = [entity(50, "StatusType", "FIN", { class: "Voyage" }), entity(51, "StatusType", "FIN")];
  expect(openReferences(new Map(two.map((one) => [one.key, one])))("StatusType", "FIN")).toBe(51);
});

test("what stands for no reference stays as it is", () => {
  expect([keyOf("Currency", null), keyOf("Currency", undefined)]).toEqual([null, undefined]);
});

test("a refusal is a 400", () => {
  expect(() => keyOf("Currency", "USX")).toThrow(expect.objectContaining({ status: 400 }));
});

test("keys and codes are looked up apart", () => {
  expect(mentionedIn([1, "1", { key: 2 }, null, undefined])).toEqual({ keys: [1, 2], codes: ["1"] });
});
