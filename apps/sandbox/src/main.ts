#!/usr/bin/env node
import { enableCompileCache } from "node:module";

enableCompileCache();
const { startSandbox } = await import("./start-sandbox.js");
const running = await startSandbox({ port: Number(process.argv[2] ?? 4020), onFault: console.error });
console.log(`The sandbox listens on ${running.origin}`);
