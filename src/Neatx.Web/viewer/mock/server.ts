import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { MockApi } from './api.ts';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** The policy that the real server sends: nothing inline, nothing from elsewhere. */
export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; style-src-attr 'unsafe-inline'; "
  + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The built pages over the made-up API, on a free port of loopback. */
export async function startMock(dist: string): Promise<{ url: string; api: MockApi; close: () => Promise<void> }> {
  const api = new MockApi();
  const server: Server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    void api.handle(request, response, () => {
      const path = new URL(request.url ?? '/', 'http://mock').pathname;
      const name = extname(path) === '' ? '/index.html' : path;
      readFile(join(dist, name)).then(
        content => {
          response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
          response.end(content);
        },
        () => {
          response.statusCode = 404;
          response.end();
        },
      );
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    api,
    close: () => new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
