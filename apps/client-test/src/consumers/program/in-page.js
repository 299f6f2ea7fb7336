import * as dataloy from "@quayside/client/dataloy";
import * as octopi from "@quayside/client/octopi";
import { useClients } from "./use-clients.js";

globalThis.useClients = (origin) => useClients(origin, octopi, dataloy);
