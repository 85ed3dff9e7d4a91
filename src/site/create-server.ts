/**
 * `createServer` of `node:http`. An import of that module reads everything it has, a client for web sockets among it, which Node loads at that
 * and does not give back: 15 MB for as long as a program runs.
 */
export const { createServer } = process.getBuiltinModule('node:http');
