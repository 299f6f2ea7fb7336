import { readFile } from "node:fs/promises";
import type { Loader, LoaderContext } from "astro/loaders";
import { readPage } from "./read-page.ts";
import { listPages, locate, routeOf } from "./routes.ts";

/**
 * Loads Markdown as it lies in the repository, so that a page reads well outside the site too.
 *
 * @param places - Folders and files, as `listPages` takes them. A `README.md` is never a page.
 */
export function loadPages(places: readonly string[]): Loader {
  return {
    name: "quayside-pages",
    load: async (context) => {
      const loadAll = () => Promise.all(listPages(places).map((file) => loadPage(context, file)));
      context.store.clear();
      await loadAll();
      context.watcher?.on("change", loadAll);
    },
  };
}

async function loadPage(context: LoaderContext, file: string): Promise<void> {
  const fileURL = locate(file);
  const { source, ...fromText } = readPage(await readFile(fileURL, "utf8"));
  const rendered = await context.renderMarkdown(source, { fileURL }).catch((cause: unknown) => {
    throw new Error(`${file} cannot be rendered: ${cause instanceof Error ? cause.message : cause}`, { cause });
  });
  const id = routeOf(file);
  const data = await context.parseData({
    id,
    data: { ...fromText, ...rendered.metadata?.frontmatter },
    filePath: file,
  });
  context.store.set({ id, data, body: source, filePath: file, digest: context.generateDigest(source), rendered });
}
