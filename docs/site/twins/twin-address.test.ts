import { expect, test } from "vitest";
import { twinAddress } from "./twin-address.ts";

test.each([
  ["/", "/", "https://x/index.md"],
  ["/guides/client/", "/", "https://x/guides/client.md"],
  ["/reference/octopi/getOrder/", "/", "https://x/reference/octopi/getOrder.md"],
  ["/quayside/", "/quayside", "https://x/quayside/index.md"],
  ["/quayside/", "/quayside/", "https://x/quayside/index.md"],
  ["/quayside/discrepancies/", "/quayside/", "https://x/quayside/discrepancies.md"],
])("%s of a site at %s has its twin at %s", (pathname, base, twin) => {
  expect(new URL(twinAddress(pathname, base) ?? "", `https://x${pathname}`).href).toBe(twin);
});

test.each(["/404/", "/404.html", "/quayside/404/"])("%s has none", (pathname) => {
  expect(twinAddress(pathname, "/")).toBeUndefined();
});
