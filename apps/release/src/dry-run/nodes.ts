import { dirname, join } from "node:path";

/** The oldest Nodes that a package is for, each by its version. */
export const OLD_NODES = ["20.3.0", "22.0.0", "22.3.0"];

const hasPackages = process.platform === "linux" && ["x64", "arm64"].includes(process.arch);

/** What npm installs to have these Nodes, where the registry has them for this machine. */
export const NODE_PACKAGES: Readonly<Record<string, string>> = hasPackages
  ? Object.fromEntries(OLD_NODES.map((version) => [`node-${version}`, `npm:node-linux-${process.arch}@${version}`]))
  : {};

/**
 * Finds a Node.
 *
 * @param nodes - The folder in which {@link NODE_PACKAGES} are installed.
 * @param version - One of {@link OLD_NODES}, or the one that runs.
 * @returns The folder in which `node` lies; `undefined`, and a word on it, when this machine has none of that version.
 */
export function findNode(nodes: string, version: string): string | undefined {
  if (version === process.versions.node) return dirname(process.execPath);
  if (hasPackages) return join(nodes, "node_modules", `node-${version}`, "bin");
  console.warn(`Not tested on Node ${version}: the registry has none for ${process.platform} on ${process.arch}.`);
}
