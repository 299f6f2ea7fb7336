import { parseArgs } from "node:util";
import { startSite } from "./serve.ts";

try {
  const { port, host } = readArguments();
  const site = await startSite({ port, host });
  console.log(`The docs are on ${site.address}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void site.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function readArguments(): { port: number; host: string } {
  const given = process.argv.slice(2);
  const { values } = parseArgs({
    // pnpm hands on a "--" that stands between a script and its options.
    args: given[0] === "--" ? given.slice(1) : given,
    options: { port: { type: "string", default: "4000" }, host: { type: "string", default: "127.0.0.1" } },
  });
  if (!/^\d{1,5}$/.test(values.port)) {
    throw new Error(`"${values.port}" is no port number. Choose one from 0 to 65535: --port 4001.`);
  }
  return { port: Number(values.port), host: values.host };
}
