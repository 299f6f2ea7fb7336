/**
 * Node's HTTP. An `import` of it would load all that it can give, a WebSocket and a fetch of 14 MB among it.
 */
export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
