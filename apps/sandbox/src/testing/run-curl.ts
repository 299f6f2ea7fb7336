import { request } from "node:http";
import { text } from "node:stream/consumers";

/** What a command line says, as far as the vendors' pages go. */
type Command = { method: string; url: string; headers: Record<string, string>; body: string | undefined };

/**
 * Does what a curl says over a real connection, with another origin and other credentials. Unlike `fetch` it sends a body with a
 * GET, as one of the pages does.
 */
export async function runCurl(
  command: string,
  origin: string,
  authorization: string,
  session: string,
): Promise<{ status: number; body: unknown }> {
  const { method, url, headers, body } = readCommand(command);
  const { pathname, search } = new URL(url);
  // Node would leave the length out for a DELETE, and the body with it.
  const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
  const sent = { ...headers, ...length, authorization, "x-sandbox-session": session };
  return await new Promise((resolve, reject) => {
    const outgoing = request(origin + pathname + search, { method, headers: sent }, async (incoming) => {
      const received = await text(incoming);
      resolve({ status: incoming.statusCode ?? 0, body: received === "" ? undefined : JSON.parse(received) });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

function readCommand(command: string): Command {
  const [, ...words] = splitWords(command);
  const read: Command = { method: "", url: "", headers: {}, body: undefined };
  while (words.length > 0) {
    const word = words.shift() ?? "";
    if (word === "-X" || word === "--request") read.method = words.shift() ?? "";
    else if (word === "-H" || word === "--header") addHeader(read, words.shift() ?? "");
    else if (word === "-d" || word === "--data-raw") read.body = words.shift();
    else if (word !== "--location") read.url = word;
  }
  return { ...read, method: read.method || (read.body === undefined ? "GET" : "POST") };
}

function addHeader({ headers }: Command, line: string): void {
  const [name = "", ...rest] = line.split(": ");
  headers[name.toLowerCase()] = rest.join(": ");
}

/** As a shell does it: quotes of two kinds, and backslashes at the ends of lines. */
function splitWords(command: string): string[] {
  const words = command.replaceAll("\\\n", " ").match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replace(/^(['"])([\s\S]*)\1$/, "$2"));
}
