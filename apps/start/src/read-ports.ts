import { parseArgs } from "node:util";
import type { Service } from "./services.js";

/** Which port each service gets. */
export type Ports = ReadonlyMap<Service, number>;

/**
 * Reads `--mock-port N` and its like.
 *
 * @throws Error - for an unknown option, a port that is none, and one port for two services; 0 takes a free one.
 */
export function readPorts(services: readonly Service[], argv: readonly string[]): Ports {
  const values = parse(services, argv);
  const ports = new Map(services.map((service) => [service, readPort(service, values[service.option])]));
  for (const [service, port] of ports) {
    const other = services.find((one) => one !== service && ports.get(one) === port && port !== 0);
    if (other !== undefined) {
      throw new Error(`The ${service.name} and the ${other.name} cannot both have port ${port}. Change one of them.`);
    }
  }
  return ports;
}

function parse(services: readonly Service[], argv: readonly string[]): Record<string, unknown> {
  const options = Object.fromEntries(services.map(({ option }) => [option, { type: "string" } as const]));
  // pnpm hands on a "--" that stands between script and options.
  const args = argv.filter((word) => word !== "--");
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const usage = services.map(({ option, defaultPort }) => `[--${option} ${defaultPort}]`).join(" ");
    throw new Error(`${error instanceof Error ? error.message : error}\nUsage: pnpm start ${usage}`);
  }
}

function readPort({ option, defaultPort }: Service, value: unknown): number {
  if (value === undefined) return defaultPort;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(String(value)) || port > 65_535) {
    throw new Error(
      `--${option} takes a number from 0 to 65535, not "${value}". For example: --${option} ${defaultPort + 1}`,
    );
  }
  return port;
}
