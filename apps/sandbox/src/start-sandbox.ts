import { serve } from "@quayside/serve";
import { createSandbox, type SandboxOptions } from "./create-sandbox.js";

/** Where a sandbox listens. */
export type StartOptions = SandboxOptions & {
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1: only this machine reaches the sandbox. */
  readonly host?: string;
  /** How long a whole request may take to arrive. Default 30,000. */
  readonly requestTimeoutMs?: number;
};

/** A sandbox that listens. */
export type RunningSandbox = { readonly origin: string; close(): Promise<void> };

/** The largest body that is read: 256 KiB, some two thousand lines of an order. */
const MAX_BODY_BYTES = 262_144;

/**
 * Serves a sandbox over HTTP.
 *
 * @throws Error - when the port or the database cannot be had; its message says what to do.
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const { port, host, requestTimeoutMs } = options;
  const opening = { current: undefined as Awaited<ReturnType<typeof createSandbox>> | undefined };
  const served = await serve({
    port,
    ...(host === undefined ? {} : { host }),
    ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }),
    maxBodyBytes: MAX_BODY_BYTES,
    name: "the sandbox",
    crossOrigin: true,
    open: async () => {
      opening.current = await createSandbox(options);
      return opening.current.answer;
    },
  });
  return {
    origin: served.origin,
    close: async () => {
      await served.close();
      await opening.current?.close();
    },
  };
}
