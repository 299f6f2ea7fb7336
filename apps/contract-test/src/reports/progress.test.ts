import { expect, test } from "vitest";
import type { CheckResult } from "../result.js";
import { checkResult } from "../testing/check-result.js";
import { HOSTILE_TEXTS } from "../testing/hostile.js";
import { isPlain } from "./plain-text.js";
import { openProgress } from "./progress.js";

function open(stream: { isTTY: boolean; columns?: number }, total?: number) {
  const written: string[] = [];
  let now = 5000;
  const progress = openProgress({ ...stream, write: (text) => written.push(text) }, () => now, total);
  const at = (ms: number, changes: Partial<CheckResult> = {}) => {
    now = 5000 + ms;
    progress.saw(checkResult(changes));
  };
  const tickAt = (ms: number) => {
    now = 5000 + ms;
    progress.tick();
  };
  return { written, at, tickAt, progress };
}

const OVER = "\r\u001b[K";

test("on a terminal one line is written over, ten times a second at most", () => {
  const { written, at, tickAt } = open({ isTTY: true }, 40);
  at(0);
  at(50, { outcome: "failed" });
  at(99, { outcome: "error" });
  at(100, { operationId: "listHolds", outcome: "known" });
  tickAt(150);
  tickAt(2500);
  expect(written).toEqual([
    `${OVER}1 of 40 checks, 0 s, getServiceOrder`,
    `${OVER}4 of 40 checks, 1 failed, 1 could not be judged, 0 s, listHolds`,
    `${OVER}4 of 40 checks, 1 failed, 1 could not be judged, 2 s, listHolds`,
  ]);
});

test("elsewhere a line comes every ten seconds, and stays", () => {
  const { written, at, tickAt, progress } = open({ isTTY: false });
  at(0);
  at(9999, { outcome: "failed" });
  expect(written).toEqual([]);
  at(10_000);
  at(15_000);
  tickAt(20_001);
  progress.end();
  expect(written).toEqual([
    "3 checks, 1 failed, 10 s, getServiceOrder\n",
    "4 checks, 1 failed, 20 s, getServiceOrder\n",
  ]);
});

test("a line is never wider than the terminal, where it could not be written over", () => {
  const { written, at } = open({ isTTY: true, columns: 20 });
  at(0);
  expect(written).toEqual([`${OVER}1 checks, 0 s, get…`]);
  expect(open({ isTTY: true, columns: 0 }).at(0)).toBe(undefined);
});

test("what is said stands above, and the line comes again below it", () => {
  const { written, at, progress } = open({ isTTY: true });
  at(0);
  progress.say("A record could not be removed.");
  at(1);
  expect(written.slice(1)).toEqual([OVER, "A record could not be removed.\n", `${OVER}2 checks, 0 s, getServiceOrder`]);
});

test("at the end the line goes, and nothing comes after", () => {
  const { written, at, tickAt, progress } = open({ isTTY: true });
  at(0);
  progress.end();
  progress.end();
  at(1000);
  tickAt(2000);
  expect(written.slice(1)).toEqual([OVER]);
});

test.each(HOSTILE_TEXTS)("a name cannot steer the terminal: %.40j", (text) => {
  const { written, at, progress } = open({ isTTY: true, columns: 500 });
  at(0, { operationId: text });
  progress.say(text);
  const lines = written.map((one) => one.replace(OVER, "").replace(/\n$/, ""));
  expect(lines.filter((line) => !isPlain(line) || line.length > 1200)).toEqual([]);
});
