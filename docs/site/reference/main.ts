import { buildReference } from "./build-reference.ts";

for (const api of ["octopi", "dataloy"]) await buildReference(api);
