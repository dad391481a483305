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

async function shot(name: string, who: string | null, view: { width: number; height: number }, scheme: 'light' | 'dark' | 'forced', path: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  const context = await browser.newContext({ viewport: view, colorScheme: scheme === 'light' ? 'light' : 'dark', ...(scheme === 'forced' ? { forcedColors: 'active' as const, contrast: 'more' as const } : {}) });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
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

const rows = (page: Page): Promise<unknown> => page.locator('.table:visible').first().waitFor();
const inDanish = (page: Page): Promise<void> => page.evaluate(() => localStorage.setItem('neatx-language', 'da')).then(() => page.reload()).then(() => {});
const press = (...keys: string[]) => async (page: Page): Promise<void> => {
  await filmShown(page);
  for (const each of keys) await page.keyboard.press(each);
  await page.waitForTimeout(300);
};

const all: [string, string | null, typeof wide, 'light' | 'dark' | 'forced', string, (page: Page) => Promise<unknown>][] = [
  ['sign-in', null, wide, 'light', '/', page => page.waitForSelector('form')],
  ['invitation', null, narrow, 'dark', '/invitation#mock-code', page => page.waitForSelector('form')],
  ['rating', 'rita', wide, 'dark', '/', press()],
  ['rating-answered', 'rita', wide, 'dark', '/', press('1', 'T', 'Shift+L', '3', 'E')],
  ['rating-invalid', 'rita', wide, 'dark', '/', press('x')],
  ['rating-keys', 'rita', wide, 'dark', '/', press('?')],
  ['rating-guideline', 'rita', wide, 'dark', '/', press('g')],
  ['rating-tablet', 'rita', tablet, 'dark', '/', press('1', 'T')],
  ['rating-400', 'rita', narrow, 'dark', '/', press('1', 'T')],
  ['guideline', 'gro', wide, 'light', '/', page => page.waitForSelector('.guideline')],
  ['training', 'tom', wide, 'dark', '/', async page => { await press('Enter')(page); await page.waitForSelector('.feedback li'); }],
  ['failed', 'fay', wide, 'dark', '/', page => page.waitForSelector('.result')],
  ['adjudication', 'ada', wide, 'light', '/', press('T')],
  ['adjudication-400', 'ada', narrow, 'dark', '/', press()],
  ['curator', 'cora', wide, 'light', '/', rows],
  ['curator-full-dark', 'cora', wide, 'dark', '/', async page => { await rows(page); await page.locator('[data-at="2,1"]').click(); await page.locator('summary').click(); await page.waitForSelector('.thumbnails img'); }],
  ['curator-400', 'cora', narrow, 'light', '/', rows],
  ['curator-film', 'cora', wide, 'light', '/', async page => { await rows(page); await page.locator('.thumbnail').first().click(); await page.waitForSelector('dialog [data-film]'); await page.waitForTimeout(300); }],
  ['curator-full-tablet', 'cora', tablet, 'light', '/', rows],
  ['curator-full-danish', 'cora', wide, 'light', '/', async page => { await inDanish(page); await rows(page); await page.locator('[data-at="0,1"]').focus(); }],
  ['rating-forced', 'rita', wide, 'forced', '/', press('1', 'T', 'Shift+L', '3', 'E')],
  ['curator-full-forced', 'cora', wide, 'forced', '/', async page => { await rows(page); await page.locator('[data-at="0,1"]').click(); }],
  ['people-400', 'cora', narrow, 'dark', '/people', rows],
  ['account-dark', 'cora', wide, 'dark', '/account', page => page.waitForSelector('.form')],
  ['sign-in-400', null, narrow, 'dark', '/', page => page.waitForSelector('form')],
  ['invitation-wide', null, wide, 'light', '/invitation#mock-code', page => page.waitForSelector('form')],
  ['guideline-400', 'gro', narrow, 'dark', '/', page => page.waitForSelector('.guideline')],
  ['training-400', 'tom', narrow, 'dark', '/', async page => { await press('Enter')(page); await page.waitForSelector('.feedback li'); }],
  ['rating-danish', 'rita', wide, 'dark', '/', async page => { await inDanish(page); await press('1', 'T')(page); }],
  ['rating-tablet-wide', 'rita', { width: 1180, height: 820 }, 'dark', '/', press('1', 'T')],
  ['adjudication-keys', 'ada', wide, 'dark', '/', press('?')],
  ['adjudication-tablet', 'ada', tablet, 'dark', '/', press('T')],
  ['people', 'cora', wide, 'light', '/people', async page => { await rows(page); await page.locator('.button-main').click(); await page.waitForSelector('.notice'); }],
  ['account', 'cora', narrow, 'light', '/account', page => page.waitForSelector('.form')],
];

for (const [name, who, view, scheme, path, act] of all) test.runIf(hasChromium)(name, () => shot(name, who, view, scheme, path, act), 120_000);
