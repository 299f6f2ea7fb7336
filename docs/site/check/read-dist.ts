import { fileURLToPath } from "node:url";
import { references } from "../navigation.ts";
import { readFiles } from "../server/read-files.ts";
import { readSettings, type Settings } from "../settings.ts";
import { type BuiltSite, readBuiltSite } from "./built-site.ts";
import { describeReference } from "./describe-reference.ts";

/**
 * Reads the site that the build has written.
 *
 * @throws When it is not there.
 */
export async function readDist(settings: Settings = readSettings()): Promise<BuiltSite> {
  const described = await Promise.all(references.map(({ id }) => describeReference(id)));
  return readBuiltSite(await readFiles(fileURLToPath(settings.outFolder)), settings, described);
}
