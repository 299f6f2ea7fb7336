import { docsFolder } from "../routes.ts";
import { writeTwins } from "./write-twins.ts";

const sizes = await writeTwins(new URL("dist/", docsFolder));
const kilobytes = (file: string) => `${file} ${Math.ceil((sizes.get(file) ?? 0) / 1000)} kB`;
console.log(`${sizes.size - 2} pages as Markdown; ${kilobytes("llms.txt")}, ${kilobytes("llms-full.txt")}`);
