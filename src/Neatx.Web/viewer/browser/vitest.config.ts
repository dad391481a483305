import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['browser/**/*.test.ts'], environment: 'node', reporters: ['tap-flat'], fileParallelism: false, disableConsoleIntercept: true, hookTimeout: 60_000 } });
