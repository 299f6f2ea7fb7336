import type { Report } from "../reports/report.js";

/**
 * The report with a text in place of every text but those that are words of ours: outcomes, kinds and the verdict. A long one
 * stays out of what is the spec's own or ours: the coverage with its thousand names, the API's name, rules.
 */
export function withTextEverywhere(report: Report, text: string): Report {
  return replaced(report, "") as Report;

  function replaced(value: unknown, name: string): unknown {
    if (text.length > 1000 && ["coverage", "api", "rule"].includes(name)) return value;
    if (typeof value === "string") return ["outcome", "kind", "overall"].includes(name) ? value : text;
    if (Array.isArray(value)) return value.map((one) => replaced(one, name));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, key)]));
  }
}

/** What a server may send to steer whoever reads of it. */
export const HOSTILE_TEXTS = [
  "]]> --> */ </script></style><img src=x onerror=alert(1)>",
  "\" autofocus onfocus='alert(1)' &amp; &lt; %s $& $1 `x`",
  "'; rm -rf / #`id`$(id)",
  "\u001b[2J\u001b]0;title\u0007\u009b31m\u202etxt\u2066\u2028",
  "a\u0000b\ud800c\udc00\ufffe\uffff\u007f\u0085",
  "line\r\n::error::of its own\n##[error]too",
  `${"long ".repeat(200_000)}\u{1f6a2}`,
];
