import { defineRouteMiddleware } from "@astrojs/starlight/route-data";
import { siteAddress } from "./site-address.ts";

/** The page for addresses that lead nowhere has no address of its own to name. */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  if (url.pathname !== siteAddress("/404/") && url.pathname !== siteAddress("/404")) return;
  const { head } = locals.starlightRoute;
  locals.starlightRoute.head = head.filter(({ attrs }) => attrs?.rel !== "canonical" && attrs?.property !== "og:url");
});
