import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Service } from "./compose.ts";
import { environmentOf, readImages, type Stage, wordsOf } from "./dockerfile.ts";
import { ROOT } from "./repository.ts";

/** A program that runs as it would in its container, but for the port. */
export type Container = {
  readonly origin: string;
  /** The exit code of the image's health check. */
  isHealthy(): Promise<number | null>;
  /** Sends SIGTERM, as Docker does, and waits for the exit code. */
  stop(): Promise<number | null>;
};

/**
 * Starts the built program of an image by the image's entrypoint with the service's command, in the environment of both, and waits
 * until the health check is content.
 *
 * @param changes - Variables that are another value here, such as the address of the database.
 */
export async function startContainer(service: Service, changes: Record<string, string> = {}): Promise<Container> {
  const image = findImage(service);
  const port = await freePort();
  const env = environment(image, service, { ...changes, [`${image.name.toUpperCase()}_PORT`]: String(port) });
  const [, ...words] = wordsOf(image, "ENTRYPOINT");
  const cwd = join(ROOT, "apps", image.name);
  const child = spawn(process.execPath, [...words, ...(service.command ?? [])], {
    cwd,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaints = text(child.stderr);
  const closed = once(child, "close");
  const isHealthy = () => run(wordsOf(image, "HEALTHCHECK").slice(1), env);
  while ((await isHealthy()) !== 0) {
    if (child.exitCode !== null) throw new Error(`${image.name} ended with ${child.exitCode}: ${await complaints}`);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    return ((await closed) as [number | null])[0];
  };
  return { origin: `http://127.0.0.1:${port}`, isHealthy, stop };
}

/** Runs an image's health check where nothing listens. */
export async function checkNothing(service: Service): Promise<number | null> {
  const image = findImage(service);
  const variables = environment(image, service, { [`${image.name.toUpperCase()}_PORT`]: String(await freePort()) });
  return await run(wordsOf(image, "HEALTHCHECK").slice(1), variables);
}

function findImage({ build }: Service): Stage {
  const image = readImages().find(({ name }) => name === build?.target);
  if (image === undefined) throw new Error(`The Dockerfile has no target ${build?.target}.`);
  return image;
}

function environment(image: Stage, service: Service, changes: Record<string, string>): NodeJS.ProcessEnv {
  return { ...environmentOf(image), ...service.environment, ...changes };
}

async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const [code] = await once(spawn(process.execPath, words, { env, stdio: "ignore" }), "close");
  return code;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
