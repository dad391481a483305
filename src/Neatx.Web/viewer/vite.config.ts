import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { mockServer } from './mock/plugin.ts';

// `npm run dev` answers /api with made-up films (mock/); NEATX_SERVER=http://127.0.0.1:PORT forwards to a real server instead.
const server = process.env['NEATX_SERVER'];

export default defineConfig({
  base: '/',
  plugins: server ? [] : [mockServer()],
  server: server ? { proxy: { '/api': server } } : {},
  resolve: { alias: { xmlbuilder2: fileURLToPath(new URL('src/film/absent.ts', import.meta.url)) } },
  build: {
    target: 'es2022',
    // Nothing is written into the page or into style sheets as data: the server's content policy allows files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es' },
});
