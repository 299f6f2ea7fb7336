import type { RecordedExchange } from "../traffic/recorded-exchange.js";
import { type RecordingProxy, type RecordingProxyOptions, startRecordingProxy } from "../traffic/recording-proxy.js";
import { type Listening, listenRaw } from "./listen.js";
import { connectRaw, openRaw, type RawConnection } from "./raw-http.js";

/** Recording proxies of one test after the other. */
export type Recording = {
  /** Starts a proxy before a target, which is closed with it. */
  start(target: Pick<Listening, "origin" | "close">, options?: Partial<RecordingProxyOptions>): Promise<RecordingProxy>;
  /** The same before a target whose every connection is handled byte by byte, with a connection to the proxy. */
  startRaw(connected: (connection: RawConnection) => void): Promise<{ client: RawConnection; host: string }>;
  /** Closes the proxy, and gives what it told since the last start; in the order in which exchanges began. */
  told(): Promise<RecordedExchange[]>;
  /** Closes all that was started. */
  close(): Promise<void>;
};

/** Opens a place for the proxies of a test file. */
export function openRecording(): Recording {
  let open: (() => Promise<void>)[] = [];
  let proxy: RecordingProxy | undefined;
  let recorded: RecordedExchange[] = [];
  const recording: Recording = {
    async start(target, options = {}) {
      open.push(() => target.close());
      recorded = [];
      const onExchange = (one: RecordedExchange) => void recorded.push(one);
      proxy = await startRecordingProxy({ port: 0, target: target.origin, onExchange, ...options });
      return proxy;
    },
    async startRaw(connected) {
      const target = await listenRaw((socket) => connected(openRaw(socket)));
      const { origin } = await recording.start(target);
      return { client: await connectRaw(origin), host: new URL(target.origin).host };
    },
    async told() {
      await proxy?.close();
      proxy = undefined;
      return recorded.sort((left, right) => left.number - right.number);
    },
    async close() {
      await proxy?.close();
      for (const close of open) await close();
      [open, proxy] = [[], undefined];
    },
  };
  return recording;
}
