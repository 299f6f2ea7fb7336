import type { Call, Came, Fault } from "./mutant.ts";

/** The two callers whom the server behind knows, by API: the one with nearly all of the data, and the other. */
const CALLERS = {
  octopi: ["Token token=demo", "Token token=demo2"],
  dataloy: [`Basic ${btoa("demo:demo")}`, `Basic ${btoa("demo2:demo2")}`],
} as const;

/** Takes whoever a condition holds for as the first caller; it is given the header, or undefined without one. */
export function lettingIn(api: "octopi" | "dataloy", whom: (authorization: string | undefined) => boolean): Fault {
  return async ({ sent, pass }) => {
    const known: readonly string[] = CALLERS[api];
    const { authorization } = sent.headers;
    if (authorization !== undefined && known.includes(authorization)) return await pass();
    return whom(authorization)
      ? await pass({ headers: { ...sent.headers, authorization: CALLERS[api][0] } })
      : await pass();
  };
}

/** What the other caller is answered to the same request. */
export async function asTheOther(api: "octopi" | "dataloy", { sent, pass }: Call): Promise<Came> {
  return await pass({ headers: { ...sent.headers, authorization: otherThan(api, sent.headers.authorization) } });
}

/** The credentials of the other caller. */
export function otherThan(api: "octopi" | "dataloy", authorization: string | undefined): string {
  const [first, second] = CALLERS[api];
  return authorization === first ? second : first;
}
