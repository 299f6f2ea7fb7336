import { checkPorts } from "./check-ports.js";
import { describeServices } from "./describe-services.js";
import { type Ports, readPorts } from "./read-ports.js";
import { type Running, runService } from "./run-service.js";
import type { Service } from "./services.js";

/** What to run, and who hears of it. */
export type Supervision = {
  services: readonly Service[];
  /** Ports, as in `["--mock-port", "4011"]`. */
  argv: readonly string[];
  /** Told by whoever wants everything to end, such as Ctrl-C. */
  stopped: AbortSignal;
  print: (text: string) => void;
  complain: (text: string) => void;
};

const STOPPED = 0;
const A_SERVICE_ENDED = 1;
const COULD_NOT_RUN = 2;

/**
 * Runs services side by side until it is told to stop or one of them ends; then none is left.
 *
 * @returns The exit code: 0 when told to stop, 1 when a service ended by itself, 2 when nothing was started. It never rejects.
 */
export async function supervise(supervision: Supervision): Promise<number> {
  const { services, argv, complain } = supervision;
  try {
    const ports = readPorts(services, argv);
    await checkPorts(ports);
    return await runAll(ports, supervision);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return COULD_NOT_RUN;
  }
}

async function runAll(ports: Ports, { stopped, print, complain }: Supervision): Promise<number> {
  const told = untilAborted(stopped);
  const running = [...ports].map(([service, port]) =>
    runService(service, port, (line) => stopped.aborted || complain(`${service.name}: ${line}`)),
  );
  try {
    const origins = await Promise.race([readOrigins(running), told]);
    if (origins) print(describeServices(origins));
    await Promise.race([told, ...running.map(refuseEnd)]);
    return STOPPED;
  } catch (error) {
    // A Ctrl-C reaches the services as well as us: that they end then is no failure.
    if (stopped.aborted) return STOPPED;
    complain(`${error instanceof Error ? error.message : error} The others are stopped too.`);
    return A_SERVICE_ENDED;
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

async function readOrigins(running: readonly Running[]): Promise<Map<Service, string>> {
  const entries = running.map(async ({ service, origin }) => [service, await origin] as const);
  return new Map(await Promise.all(entries));
}

async function refuseEnd({ service, ended }: Running): Promise<never> {
  throw new Error(`The ${service.name} stopped by itself (${await ended}).`);
}
