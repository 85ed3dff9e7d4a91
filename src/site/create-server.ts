/**
 * `createServer` of `node:http`. An import of that module reads everything it has, a client for web sockets among it, which Node loads at that
 * and does not give back: 3 MB of a server for as long as it runs.
 */
export const { createServer } = process.getBuiltinModule('node:http');
