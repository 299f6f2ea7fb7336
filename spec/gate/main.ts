import { resolve } from "node:path";
import { gate } from "./gate.ts";
import { ROOT } from "./workspace.ts";

// `node spec/gate/main.ts [root]`: 0 when all is announced, 1 when a change is not, 2 when it could not tell.
try {
  const { isPassed, text } = await gate(resolve(process.argv[2] ?? ROOT));
  console.log(text);
  process.exitCode = isPassed ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
