import { expect, test } from "vitest";
import { htmlIn, withoutHtml } from "./without-html.ts";

test.each([
  ["<code>a</code>", "`a`"],
  ['<code><a href="#x">X</a></code>', "[`X`](#x)"],
  ['<code>(e: <a href="#x">X</a>) =&#62; void</code>', "`(e: `[`X`](#x)`) => void`"],
  ["| <code>a &#124; b</code><br>Text.<br>More. |", "| `a \\| b`: Text. More. |"],
  ["<code>&lt;T&gt; &amp; &quot;u&quot;</code>", '`<T> & "u"`'],
  ["`<code>a</code>` and\n\n```html\n<br>\n```", "`<code>a</code>` and\n\n```html\n<br>\n```"],
  ["a\n\n<div>\n<p>Some</p> words\n</div>\n\nb", "a\n\nSome words\n\nb"],
  ["<svg><title>States &amp; moves</title><g/></svg>\n\nb", "*Drawing: States & moves*\n\nb"],
  ["<!-- nothing -->\n\nb", "\n\nb"],
  ["a \\<b> c", "a \\<b> c"],
])("%j becomes %j", (markdown, plain) => {
  expect(withoutHtml(markdown)).toBe(plain);
  expect(htmlIn(plain)).toEqual([]);
});

test("other HTML in running text stops the build", () => {
  expect(() => withoutHtml("Press <kbd>Ctrl</kbd>.")).toThrow("<kbd>");
});
