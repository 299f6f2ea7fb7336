import { fileURLToPath } from "node:url";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { showStates } from "./made/states/show-states.ts";
import { anchorEntries, linkEntries, linkPages, markRows } from "./markdown-plugins.ts";
import { sidebar } from "./navigation.ts";
import { scrollableCode } from "./scrollable-code.ts";
import { readSettings } from "./settings.ts";

const settings = readSettings();

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: fileURLToPath(settings.outFolder),
  base: settings.base,
  ...(settings.origin === undefined ? {} : { site: settings.origin }),
  markdown: {
    processor: satteri({
      mdastPlugins: [showStates],
      hastPlugins: [linkPages, linkEntries, anchorEntries, markRows],
    }),
  },
  integrations: [
    starlight({
      title: "Quayside",
      description: "OpenAPI descriptions, a typed client, a mock, a sandbox and contract tests for Octopi and Dataloy.",
      favicon: "/favicon.svg",
      customCss: ["./site/styles/site.css"],
      disable404Route: true,
      routeMiddleware: ["./site/route-data.ts", "./site/twins/announce-twin.ts"],
      expressiveCode: {
        plugins: [scrollableCode],
        styleOverrides: { borderRadius: "0.5rem" },
        // A window's frame around a command says nothing.
        defaultProps: { overridesByLang: { "sh,console,text": { frame: "none" } } },
      },
      components: {
        SiteTitle: "./site/components/SiteTitle.astro",
        PageFrame: "./site/components/PageFrame.astro",
        Hero: "./site/components/Hero.astro",
        PageTitle: "./site/components/PageTitle.astro",
        Footer: "./site/components/Footer.astro",
        SocialIcons: "./site/components/HeaderLinks.astro",
      },
      sidebar: await sidebar(),
      markdown: {
        processedDirs: ["./guides", "./decisions", "../apps/client-reference/dist/client", "./.astro/made/reference"],
      },
    }),
  ],
});
