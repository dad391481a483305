import type { Plugin } from 'vite';
import { MockApi } from './api.ts';

/** Answers /api in `npm run dev`. Sign in as gro, tom, quinn, rita (raters by phase), fay, ada (adjudicator) or cora (curator), with any password. */
export function mockServer(): Plugin {
  const api = new MockApi();
  return {
    name: 'neatx-mock',
    apply: 'serve',
    configureServer: server => void server.middlewares.use((request, response, next) => void api.handle(request, response, next)),
  };
}
