import { createOctopiClient, type OctopiClient } from "./octopi.js";

/** Path parameters of a service order. */
export const path = { order_number: "SO/1" };

/** A client whose server gives one answer to everything, and what it was sent. It sends nothing twice. Its token is `secret-key-1` by default. */
export function answering(answer: () => Response, token = "secret-key-1"): { octopi: OctopiClient; sent: Request[] } {
  const sent: Request[] = [];
  const fetch = async (request: Request) => {
    sent.push(request);
    return answer();
  };
  return { octopi: createOctopiClient({ token, origin: "https://octopi.test/", fetch, retry: false }), sent };
}

/** Makes answers of JSON. */
export function json(body: unknown, status = 200): () => Response {
  return () => Response.json(body, { status });
}

/** Makes answers of text, with its content type. */
export function text(body: string, type: string, status = 200): () => Response {
  return () => new Response(body, { status, headers: { "content-type": type } });
}

/** What a call was rejected with. */
export async function rejection(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("The call was not rejected.");
}
