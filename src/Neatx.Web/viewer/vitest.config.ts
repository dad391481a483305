import { defineConfig } from 'vitest/config';

// The default reporter prints no errors on Node 20. `npm test` runs what needs no browser; `npm run browser` and `npm run screens` start Debian's Chromium over the built pages.
export default defineConfig({ test: { include: ['src/**/*.test.ts'], environment: 'node', reporters: ['tap-flat'] } });
