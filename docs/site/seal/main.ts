import { fileURLToPath } from "node:url";
import { docsFolder } from "../routes.ts";
import { sealSite } from "./seal-site.ts";

await sealSite(fileURLToPath(new URL("dist", docsFolder)));
