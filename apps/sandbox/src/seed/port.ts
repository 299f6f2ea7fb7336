import { CONTAINERS } from "./containers.js";
import type { SeedRows } from "./rows-of.js";

/** What the terminals are made of: cargo, services, types of containers, chassis, numbers of releases. */
export const PORT: SeedRows = {
  containers: CONTAINERS,
  services: [
    { owner: 1, id: 721, name: "Repainting" },
    { owner: 1, id: 722, name: "Test Service" },
    { owner: 1, id: 723, name: "Color Painting" },
    { owner: 2, id: 801, name: "Steam Cleaning" },
  ],
  container_types: [
    ...["20DV", "40DV", "40HC", "20CT", "40RF", "40FR"].map((label) => ({ owner: 1, label })),
    ...["20DV", "40HC"].map((label) => ({ owner: 2, label })),
  ],
  chassis: [
    { owner: 1, id: 882733, number: "SEFZ104186" },
    { owner: 1, id: 882801, number: "CH1234" },
    { owner: 1, id: 882700, number: "TESTCH-201" },
    { owner: 1, id: 882701, number: "TESTCH-202" },
    { owner: 2, id: 882900, number: "OSLC0001" },
  ],
  releases: [
    { owner: 1, kind: "export_release", number: "EXP1" },
    { owner: 1, kind: "export_release", number: "EXP123" },
    { owner: 1, kind: "delivery_order", number: "DO-20118" },
    { owner: 1, kind: "delivery_order", number: "DO-20119" },
  ],
};
