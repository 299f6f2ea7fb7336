import { connect } from "node:net";

/**
 * A program: sends a request on each of many connections, says how many were answered, and holds them until it is ended. It
 * stops at what the process may open.
 */
const [port, count] = process.argv.slice(2).map(Number);
const AT_ONCE = 100;

let started = 0;
let held = 0;
await Promise.all(Array.from({ length: AT_ONCE }, holdMore));
console.log(held);

async function holdMore(): Promise<void> {
  while (started < (count ?? 0)) {
    started += 1;
    if (!(await hold())) return;
    held += 1;
  }
}

function hold(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port ?? 0, "127.0.0.1", () =>
      socket.write("GET /echo HTTP/1.1\r\nHost: front.test\r\n\r\n"),
    );
    socket.once("data", () => resolve(true));
    socket.once("error", () => resolve(false));
  });
}
