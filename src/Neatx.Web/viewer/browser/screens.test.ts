import { mkdirSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock } from '../mock/server.ts';
import { complaintsOf, filmShown, hasChromium, signIn, startChromium } from './chromium.ts';

// Pictures of every page, to look at, and what axe says of each by WCAG 2.2 AA: npm run build && npm run screens. They land in .build/screens/.

let browser: Browser;
let mock: Awaited<ReturnType<typeof startMock>>;
const folder = '../../../.build/screens';
const wide = { width: 1280, height: 800 };
const narrow = { width: 400, height: 800 };
const tablet = { width: 820, height: 1180 };

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  mock = await startMock('dist');
  browser = await startChromium();
});
afterAll(async () => {
  await browser?.close();
  await mock?.close();
});

async function shot(name: string, who: string | null, view: { width: number; height: number }, scheme: 'light' | 'dark', path: string, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: view, colorScheme: scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints = complaintsOf(page, mock.url);
  if (who) {
    await signIn(page, mock.url, who);
    await page.waitForSelector('main#content, main.rating');
    if (path !== '/') await page.goto(mock.url + path);
  } else {
    await page.goto(mock.url + path);
  }
  await act(page);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: view.width === 400 || name.includes('full') });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map(each => `${each.id}: ${each.nodes.map(node => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).slice(0, 4).join(' | ')}`);
  });
  await context.close();
  expect(violations, name).toEqual([]);
  expect(complaints, name).toEqual([]);
  expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
}

const rows = (page: Page): Promise<unknown> => page.waitForSelector('.table');
const press = (...keys: string[]) => async (page: Page): Promise<void> => {
  await filmShown(page);
  for (const each of keys) await page.keyboard.press(each);
  await page.waitForTimeout(300);
};

const all: [string, string | null, typeof wide, 'light' | 'dark', string, (page: Page) => Promise<void>][] = [
  ['sign-in', null, wide, 'light', '/', page => page.waitForSelector('form').then(() => {})],
  ['invitation', null, narrow, 'dark', '/invitation#mock-code', page => page.waitForSelector('form').then(() => {})],
  ['rating', 'rita', wide, 'dark', '/', press()],
  ['rating-answered', 'rita', wide, 'dark', '/', press('1', 'T', 'Shift+L', '3', 'E')],
  ['rating-invalid', 'rita', wide, 'dark', '/', press('x')],
  ['rating-keys', 'rita', wide, 'dark', '/', press('?')],
  ['rating-guideline', 'rita', wide, 'dark', '/', press('g')],
  ['rating-tablet', 'rita', tablet, 'dark', '/', press('1', 'T')],
  ['rating-400', 'rita', narrow, 'dark', '/', press('1', 'T')],
  ['guideline', 'gro', wide, 'light', '/', page => page.waitForSelector('.guideline').then(() => {})],
  ['training', 'tom', wide, 'dark', '/', async page => { await press('Enter')(page); await page.waitForSelector('.feedback li'); }],
  ['failed', 'fay', wide, 'dark', '/', page => page.waitForSelector('.result').then(() => {})],
  ['adjudication', 'ada', wide, 'light', '/', press('T')],
  ['adjudication-400', 'ada', narrow, 'dark', '/', press()],
  ['curator', 'cora', wide, 'light', '/', async page => { await rows(page); }],
  ['curator-full-dark', 'cora', wide, 'dark', '/', async page => { await rows(page); await page.locator('.button-small', { hasText: 'Crosstab' }).first().click(); await page.waitForSelector('.thumbnails img'); }],
  ['curator-400', 'cora', narrow, 'light', '/', async page => { await rows(page); }],
  ['people', 'cora', wide, 'light', '/people', async page => { await rows(page); await page.locator('.button-main').click(); await page.waitForSelector('.notice'); }],
  ['account', 'cora', narrow, 'light', '/account', page => page.waitForSelector('.form').then(() => {})],
];

for (const [name, who, view, scheme, path, act] of all) test.runIf(hasChromium)(name, () => shot(name, who, view, scheme, path, act), 60_000);
