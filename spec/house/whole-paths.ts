import { type Context, isText, type Node } from "./rule.ts";

/** Prism drops a base path, so paths are whole and a server is an origin. Each API has one spelling of its paths. */
export function wholePaths() {
  return {
    Paths: (paths: Node, context: Context) => {
      for (const path of Object.keys(paths)) checkPath(path, context);
    },
    Server: (server: Node, context: Context) => {
      if (isText(server.url) && !/^https:\/\/[^/]+$/.test(server.url)) {
        const message = "Write an origin only, such as `https://app.octopi.co`; the path belongs into `paths`.";
        context.report({ message, location: context.location.child(["url"]) });
      }
    },
  };
}

function checkPath(path: string, context: Context): void {
  if (/^\/api\/v1\/.+\.json$/.test(path) || /^\/ws\/rest\/[^.]+$/.test(path)) return;
  const message = "Write the whole path: `/api/v1/….json` for Octopi, `/ws/rest/…` for Dataloy.";
  context.report({ message, location: context.location.child([path]).key() });
}
