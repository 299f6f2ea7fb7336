import { spawnSync } from "node:child_process";

/** A program that samples need: how to start it, or why it cannot be had here. */
export type Found = { command: string; missing?: undefined } | { command?: undefined; missing: string };

/** A shell that has curl, of a version that knows `--fail-with-body`. */
export function findCurl(): Found {
  const curl = answerOf("sh", ["-c", "curl --fail-with-body --version"]);
  return curl ? { command: "sh" } : { missing: "there is no sh with a curl of 7.76 or newer" };
}

/** Python 3, itself and not a script that looks for it. */
export function findPython(): Found {
  const isNewEnough = "import sys; sys.version_info >= (3, 8) and print(sys.executable)";
  const command = ["python3", "python"].map((name) => answerOf(name, ["-c", isNewEnough])).find(Boolean);
  return command === undefined ? { missing: "there is no Python of 3.8 or newer" } : { command };
}

/** What a program prints; nothing where there is no such program, or it fails. */
function answerOf(command: string, args: readonly string[]): string {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}
