import { expect, test } from "vitest";
import { type Dress, dressPage } from "./dress-page.ts";

/** What of a page by Redocly is looked for. */
const page = [
  "<head><!-- quayside:head --></head><!-- quayside:header --><!-- quayside:noscript -->",
  "https://cdn.redoc.ly/redoc/logo-mini.svg",
  '"aria-label":r,children:(0,x.jsx)(y,{children:i?.labelNode',
  "sendSearchInputResetClickedMessage()},tabIndex:-1",
  "(0,x.jsx)(y,{exampleIds:a,selectedIdx:b,onSelect:c}),(0,x.jsx)(z,{description:d.text}),e?",
].join("\n");

const operation = { method: "GET", path: "/orders", tag: "Orders", anchor: "#/orders/getorder" };
const dress: Dress = {
  api: "octopi",
  description: 'Orders & "more".',
  operations: [
    { ...operation, operationId: "getOrder", summary: "Get an order" },
    { ...operation, operationId: "listOrders", summary: "List <orders>" },
  ],
  settings: { origin: undefined, base: "/" },
};

test("without JavaScript there is a way to the plain texts and to each operation", () => {
  const noscript = /<noscript>.*<\/noscript>/.exec(dressPage(page, dress))?.[0];
  expect(noscript).toContain('<a href="../../spec/octopi.yaml">');
  expect(noscript).toContain('<a href="../octopi.md">');
  expect(noscript).toContain('<li><a href="getOrder/">Get an order</a></li>');
  expect(noscript).toContain('<li><a href="listOrders/">List &lt;orders></a></li>');
});

test("it has a description, and says where it is published when that is known", () => {
  expect(dressPage(page, dress)).toContain('content="Orders &amp; &quot;more&quot;." />');
  expect(dressPage(page, dress)).not.toContain("canonical");
  const published = { ...dress, settings: { origin: "https://example.org", base: "/quayside/" } };
  expect(dressPage(page, published)).toContain('rel="canonical" href="https://example.org/quayside/reference/octopi/"');
});

test("a part of Redoc that is no longer there stops the build", () => {
  expect(() => dressPage(page.replace("tabIndex", "tabindex"), dress)).toThrow("Redoc has changed");
});
