export { mirrorWorkspace } from "./mirror-workspace.ts";
