// pnpm's hooks, in JavaScript, for whichever Node pnpm finds reads them. Nothing that only the workspace needs is published, and the address of
// the repository is known where the workflow runs: a fork has another, and npm compares it with the one in the provenance.
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("../../../..", import.meta.url));

export const hooks = {
  beforePacking({ scripts: _scripts, devDependencies: _dev, ...manifest }, folder) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
    if (!server || !name) return manifest;
    const directory = relative(workspace, folder).split(sep).join("/");
    return { ...manifest, repository: { type: "git", url: `git+${server}/${name}.git`, directory } };
  },
};
