import { expect, test } from "vitest";
import { html, longText } from "./markup.js";

test("every value is escaped, and HTML is not escaped twice", () => {
  const inner = html`<b>${"<i>&'\""}</b>`;
  expect(inner.html).toBe("<b>&#60;i&#62;&#38;&#39;&#34;</b>");
  expect(html`<p title="${'"x'}">${inner}${[inner, inner]}${7}${undefined}</p>`.html).toBe(
    `<p title="&#34;x">${inner.html}${inner.html}${inner.html}7</p>`,
  );
});

test("what a browser would drop or turn around is shown, line breaks and tabs stay", () => {
  expect(html`${"a\u0000\u001b[2J\u202eb\ud800\n\tc\u{1f6a2}"}`.html).toBe(
    "a\\u0000\\u001b[2J\\u202eb\\ud800\n\tc\u{1f6a2}",
  );
});

test("a text is cut after 2,000 characters, a long one after as many as are wanted", () => {
  expect(html`${"x".repeat(3000)}`.html).toBe(`${"x".repeat(2000)}…`);
  expect(longText("<".repeat(3000)).html).toBe("&#60;".repeat(3000));
  expect(longText("x".repeat(3000), 5).html).toBe("xxxxx…");
});

test("a value that only looks like HTML that was made is a text", () => {
  const value = "[object Object]{ html: '<b>' }";
  expect(html`${value}`.html).not.toContain("<b>");
});
