import { afterAll, expect } from "vitest";
import { createMock, type Mock } from "../create-mock.js";

/** A mock for the tests of one file, and short ways to call it with valid credentials. */
export type OpenMock = {
  mock: Mock;
  ask: (method: string, path: string, headers?: Record<string, string>, body?: string) => Promise<Response>;
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
};

/** Opens a mock whose clock stands still. After the tests of the file it must have had no fault. */
export async function openMock(): Promise<OpenMock> {
  const faults: unknown[] = [];
  const clock = () => new Date("2026-01-02T03:04:05Z");
  const mock = await createMock({ clock, onFault: (fault) => faults.push(fault) });
  const ask: OpenMock["ask"] = (method, path, headers, body) => {
    const authorization = path.startsWith("/ws/") ? "Bearer key" : "Token token=key";
    const init = { method, headers: { authorization, ...headers } };
    return mock(new Request(`http://mock.test${path}`, body === undefined ? init : { ...init, body }));
  };
  afterAll(() => expect(faults).toEqual([]));
  return { mock, ask, get: (path, headers) => ask("GET", path, headers) };
}
