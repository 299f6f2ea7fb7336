import type { Service } from "../services.js";

/** A service that only listens. `manner` is how it misbehaves: see stand-in-main.ts. */
export function standIn(name: string, manner: "good" | "stubborn" | "ends-early" | "ends-late" = "good"): Service {
  return {
    name,
    folder: new URL("../../", import.meta.url),
    command: ["src/testing/stand-in-main.ts", manner],
    option: `${name}-port`,
    defaultPort: 0,
    addresses: [
      { label: "Page", path: "/page" },
      { label: "A longer label", path: "", note: name },
    ],
    firstTry: (origin) => `curl ${origin}/try`,
  };
}
