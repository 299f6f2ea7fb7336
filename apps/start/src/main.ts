import { services } from "./services.js";
import { supervise } from "./supervise.js";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop.abort());
// Whoever read our words may be gone before us.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exitCode = await supervise({
  services,
  argv: process.argv.slice(2),
  stopped: stop.signal,
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
});
