import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const APIS = ["octopi", "dataloy"];
const COULD_NOT_RUN = 2;

// pnpm hands a "--" through that stands between script and options.
const words = process.argv.slice(2).filter((word) => word !== "--");
const [first = "octopi"] = words;
const api = first.startsWith("-") ? "octopi" : first;

if (APIS.includes(api)) {
  const options = words[0] === api ? words.slice(1) : words;
  const port = options.some((option) => /^(-p|--port\b)/.test(option)) ? [] : ["--port", "4010"];
  process.argv.splice(2, words.length + 1, "mock", require.resolve(`@quayside/spec/${api}.json`), ...port, ...options);
  // prism-cli never ends by itself on a signal that it is told of; ours says 0.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
  require("@stoplight/prism-cli/dist/index.js");
} else {
  console.error(
    `Prism serves one API: octopi or dataloy, not "${api}". For example: pnpm mock:prism dataloy --port 4011`,
  );
  process.exitCode = COULD_NOT_RUN;
}
