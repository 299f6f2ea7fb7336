import { createServer } from "node:net";
import type { Ports } from "./read-ports.js";
import type { Service } from "./services.js";

const HOST = "127.0.0.1";
const PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: "is already in use",
  EACCES: "is not open to this user",
};

/**
 * Makes sure that every port is free, before anything is started.
 *
 * @throws Error - that names each port that is not, and the option that chooses another.
 */
export async function checkPorts(ports: Ports): Promise<void> {
  const problems = await Promise.all([...ports].map(([service, port]) => describeProblem(service, port, ports)));
  const told = problems.filter((problem) => problem !== undefined);
  if (told.length > 0) throw new Error(told.join("\n"));
}

async function describeProblem(service: Service, port: number, ports: Ports): Promise<string | undefined> {
  const code = await tryPort(port);
  if (code === undefined) return undefined;
  const problem = PROBLEMS[code] ?? `cannot be had (${code})`;
  const other = await findFreePort(port < 1024 ? service.defaultPort : port + 1, [...ports.values()]);
  return `Port ${port}, for the ${service.name}, ${problem}. Choose another: pnpm start --${service.option} ${other}`;
}

/** Why a port cannot be listened on; undefined when it can. */
function tryPort(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, HOST, () => server.close(() => resolve(undefined)));
  });
}

/** The first free port from `start` on, so that the advice works as it is printed. */
async function findFreePort(start: number, claimed: readonly number[]): Promise<number> {
  for (let port = start; port <= 65_535; port += 1) {
    if (!claimed.includes(port) && (await tryPort(port)) === undefined) return port;
  }
  return 0;
}
