import { connect } from "node:net";

/** A piece of a request, or a pause in milliseconds before the next piece. */
export type Piece = string | Buffer | number;

/**
 * Writes bytes to a port as they are, and gives what comes back until the server closes the connection. It reads only once
 * all is written, as many clients do.
 *
 * @param halfClose - Whether our side is closed after the last piece.
 * @throws Error - when the server resets the connection, or is still silent after ten seconds.
 */
export function exchange(port: number, pieces: readonly Piece[], halfClose = false): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let received = "";
    socket.setEncoding("utf8");
    socket.setTimeout(10_000, () => socket.destroy(new Error(`No answer; so far: ${received}`)));
    socket.once("error", reject);
    socket.once("end", () => {
      socket.destroy();
      resolve(received);
    });
    socket.once("connect", () => void write(pieces).then(read));

    function read(): void {
      if (halfClose) socket.end();
      socket.on("data", (text) => {
        received += text;
      });
    }

    async function write(rest: readonly Piece[]): Promise<void> {
      for (const piece of rest) {
        if (typeof piece === "number") await new Promise((wake) => setTimeout(wake, piece));
        else if (!socket.write(piece)) await Promise.race([event("drain"), event("close")]);
      }
    }

    function event(name: string): Promise<void> {
      return new Promise((done) => socket.once(name, () => done()));
    }
  });
}

/** An answer of the text that {@link exchange} gave, taken apart. */
export type RawAnswer = { status: number; headers: Headers; body: string };

/** The answers in what a connection received, in order. Interim ones (100) are left out. */
export function readAnswers(received: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = Buffer.from(received);
  while (rest.length > 0) {
    const end = rest.indexOf("\r\n\r\n");
    if (end < 0) throw new Error(`This is no answer: ${rest}`);
    const [statusLine = "", ...lines] = rest.subarray(0, end).toString().split("\r\n");
    const headers = new Headers(
      lines.map((line): [string, string] => [line.replace(/:.*/, ""), line.replace(/^[^:]*:/, "")]),
    );
    const length = Number(headers.get("content-length") ?? 0);
    const status = Number(statusLine.split(" ")[1]);
    const body = rest.subarray(end + 4, end + 4 + length).toString();
    if (status >= 200) answers.push({ status, headers, body });
    rest = rest.subarray(end + 4 + length);
  }
  return answers;
}
