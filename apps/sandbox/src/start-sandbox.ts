import { randomBytes } from "node:crypto";
import { serve } from "@quayside/serve";
import { createSandbox, type Sandbox, type SandboxOptions } from "./create-sandbox.js";

/** Where a sandbox listens. */
export type StartOptions = SandboxOptions & {
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1: only this machine reaches the sandbox. On any other address the control API asks for a key. */
  readonly host?: string;
  /** How long a whole request may take to arrive. Default 30,000. */
  readonly requestTimeoutMs?: number;
};

/** A sandbox that listens. */
export type RunningSandbox = {
  readonly origin: string;
  /** What the control API asks for: as it was given, or made because others reach the sandbox; undefined when it asks for nothing. */
  readonly controlKey: string | undefined;
  close(): Promise<void>;
};

const DEFAULT_HOST = "127.0.0.1";
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;
const KEY_BYTES = 18;
/** The largest body that is read: 256 KiB, some two thousand lines of an order. */
const MAX_BODY_BYTES = 262_144;

/**
 * Serves a sandbox over HTTP.
 *
 * @throws Error - when the port or the database cannot be had; its message says what to do.
 */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const { port, host = DEFAULT_HOST, requestTimeoutMs } = options;
  const controlKey =
    options.controlKey ?? (LOOPBACK.test(host) ? undefined : randomBytes(KEY_BYTES).toString("base64url"));
  let sandbox: Sandbox | undefined;
  const served = await serve({
    port,
    host,
    ...(requestTimeoutMs === undefined ? {} : { requestTimeoutMs }),
    maxBodyBytes: MAX_BODY_BYTES,
    name: "the sandbox",
    crossOrigin: true,
    open: async () => {
      sandbox = await createSandbox(controlKey === undefined ? options : { ...options, controlKey });
      return sandbox.answer;
    },
  });
  const close = async () => {
    await served.close();
    await sandbox?.close();
  };
  return { origin: served.origin, controlKey, close };
}
