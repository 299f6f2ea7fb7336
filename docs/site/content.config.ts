import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { z } from "astro/zod";
import { loadPages } from "./load-pages.ts";
import { pagePlaces } from "./routes.ts";

export const collections = {
  docs: defineCollection({ loader: loadPages(pagePlaces), schema: docsSchema() }),
  ways: defineCollection({
    loader: loadPages(["site/ways"]),
    schema: z.object({ title: z.string(), description: z.string() }),
  }),
};
