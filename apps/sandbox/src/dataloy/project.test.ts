import { expect, test } from "vitest";
import { project } from "./project.js";

const STATUS = { key: 3, self: "/ws/rest/StatusType/3", statusTypeCode: "FIN", statusTypeDesc: "Final" };
const LINE = { key: 2, self: "/ws/rest/ServiceOrderLine/2", amountFinal: 11000, description: null };
const ORDER = {
  key: 1,
  self: "/ws/rest/ServiceOrder/1",
  amount: 5,
  orderDate: null,
  businessPartner: null,
  status: STATUS,
  serviceOrderLines: [LINE],
  remarks: [],
};
const OWN = { key: 1, self: "/ws/rest/ServiceOrder/1" };

test("key and self come without being asked for", () => {
  expect(project(ORDER, {})).toEqual(OWN);
});

test("a star gives a value", () => {
  expect(project(ORDER, { amount: "*" })).toEqual({ ...OWN, amount: 5 });
});

test("a value that is null comes as null", () => {
  expect(project(ORDER, { orderDate: "*" })).toEqual({ ...OWN, orderDate: null });
});

test("a star on a reference gives its key and address only", () => {
  expect(project(ORDER, { status: "*" }).status).toEqual({ key: 3, self: "/ws/rest/StatusType/3" });
});

test("a tree on a reference gives what it names", () => {
  const { status } = project(ORDER, { status: { statusTypeCode: "*" } });
  expect(status).toEqual({ key: 3, self: "/ws/rest/StatusType/3", statusTypeCode: "FIN" });
});

test("a tree on a reference that is null gives null", () => {
  expect(project(ORDER, { businessPartner: { businessPartnerCode: "*" } })).toEqual({ ...OWN, businessPartner: null });
});

test("a tree on an array applies to each of its elements", () => {
  const { serviceOrderLines } = project(ORDER, { serviceOrderLines: { amountFinal: "*" } });
  expect(serviceOrderLines).toEqual([{ key: 2, self: "/ws/rest/ServiceOrderLine/2", amountFinal: 11000 }]);
});

test("a star on an array gives its elements in their shortest form", () => {
  const { serviceOrderLines } = project(ORDER, { serviceOrderLines: "*" });
  expect(serviceOrderLines).toEqual([{ key: 2, self: "/ws/rest/ServiceOrderLine/2" }]);
});

test("names that the object lacks are passed over", () => {
  expect(project(ORDER, { nonsense: "*", more: { status: "*" } })).toEqual(OWN);
});

test("a tree on a value gives the value", () => {
  expect(project(ORDER, { amount: { deeper: "*" } })).toEqual({ ...OWN, amount: 5 });
});
