import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { readBuiltSite } from "./built-site.ts";
import { checkSite } from "./check-site.ts";
import { fileOf } from "./site.fixture.ts";
import { isReference, weighPages } from "./weigh-pages.ts";

function weigh(more: Record<string, string | Buffer>) {
  const files = new Map(Object.entries(more).map(([path, body]) => [path, fileOf(path, body)]));
  return readBuiltSite(files, { base: "/", origin: undefined }, []);
}

function filesAt(html: string, more: Record<string, string>): string[] {
  return weighPages(weigh({ "/": html, ...more }))[0]?.files.toSorted() ?? [];
}

test.each([
  [
    "a style sheet and its images",
    '<link rel="stylesheet" href="a.css">',
    { "/a.css": "p{background:url(b.png)}", "/b.png": "" },
  ],
  [
    "a style sheet's own imports",
    '<link rel="stylesheet" href="a.css">',
    { "/a.css": '@import "b.css"', "/b.css": "" },
  ],
  ["a script and its modules", '<script src="a.js"></script>', { "/a.js": 'import{x}from"./b.js";', "/b.js": "" }],
  ["a module that is loaded later", '<script src="a.js"></script>', { "/a.js": 'import("./b.js")', "/b.js": "" }],
  ["modules of a script in the page", '<script type="module">import "./a.js"</script>', { "/a.js": "" }],
  ["images in all sizes", '<img src="a.png" srcset="b.png 2x" alt="">', { "/a.png": "", "/b.png": "" }],
  ["the icon", '<link rel="shortcut icon" href="a.svg">', { "/a.svg": "" }],
])("%s belong to the first view", (_, html, more) => {
  expect(filesAt(html, more)).toEqual(["/", ...Object.keys(more)]);
});

test("what a link leads to does not belong to the first view", () => {
  expect(filesAt('<a href="a.png">a</a><link rel="canonical" href="b/">', { "/a.png": "", "/b/": "" })).toEqual(["/"]);
});

test("the bytes are those of gzip, and each file counts once", () => {
  const text = "again ".repeat(10_000);
  const once = weighPages(weigh({ "/": '<script src="a.js"></script>', "/a.js": text }))[0]?.bytes;
  const twice = weighPages(weigh({ "/": '<script src="a.js"></script>'.repeat(2), "/a.js": text }))[0]?.bytes ?? 0;
  expect(once).toBeLessThan(1000);
  expect(twice - (once ?? 0)).toBeLessThan(20);
});

test("a page above 150 kB is found, with what it loads; a reference may weigh more", () => {
  const head = '<title>A</title><meta name="description" content="b">';
  const page = `${head}<a href="/reference/octopi/">a</a><img src="/a.png" alt="">`;
  const site = weigh({ "/": page, "/reference/octopi/": page, "/a.png": randomBytes(150_000) });
  expect(checkSite(site)).toEqual([
    {
      rule: "heavy-page",
      where: "/",
      message: expect.stringMatching(/^weighs 151 kB .* at most 150 kB: \/, \/a\.png\./),
    },
  ]);
});

test.each([
  ["/reference/octopi/", true],
  ["/reference/octopi/getServiceOrder/", false],
  ["/reference/", false],
  ["/guides/client/", false],
])("that %s is Redoc's: %s", (path, is) => {
  expect(isReference(path)).toBe(is);
});
