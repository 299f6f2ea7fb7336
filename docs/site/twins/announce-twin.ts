import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { twinAddress } from "./twin-address.ts";

/** Tells in each page's head where its twin is. */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const href = twinAddress(url.pathname, import.meta.env.BASE_URL);
  if (href === undefined) return;
  locals.starlightRoute.head.push({
    tag: "link",
    attrs: { rel: "alternate", type: "text/markdown", href },
    content: "",
  });
});
