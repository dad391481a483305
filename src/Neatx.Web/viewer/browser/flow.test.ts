import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filmShown, hasChromium, signIn } from './chromium.ts';
import { context, filmIs, mock, page, useMockedPage } from './mocked.ts';

// What a rater relies on, in Debian's Chromium over the built pages: npm run build && npm run browser.

useMockedPage(15_000);

const saved = (on: Page = page): Promise<unknown> => on.waitForSelector('.save[data-waiting="0"]');
const kinds = (): string[] => mock.api.events.map(each => `${each.kind} ${each.finding ?? ''} ${each.new ?? ''}`.trim());

test.runIf(hasChromium)('a film without a tube takes one key, and the time to the next film is printed', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  for (let film = 413; film <= 416; film++) {
    await page.waitForTimeout(1500);
    await page.keyboard.press('Enter');
    await filmIs(`rita-rating-${film}`);
  }
  await saved();
  expect(kinds().filter(each => each === 'image.completed').length).toBe(4);
  expect(kinds().filter(each => /^rating.set \w+ 0$/.test(each)).length).toBe(16);
  const swaps = await page.evaluate(() => performance.getEntriesByName('neatx-film').map(each => each.duration));
  console.log(`film swaps: ${swaps.slice(1).map(each => each.toFixed(0)).join(', ')} ms`);
}, 60_000);

test.runIf(hasChromium)('work done while the network is cut survives a reload and reaches the server once, in order', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  mock.api.isCut = true;
  for (let round = 0; round < 125; round++) for (const key of ['q', 'w', 'e', 't']) await page.keyboard.press(key);
  // On this computer's disk: what waits and is not on its way there any more.
  await page.waitForSelector('.save[data-waiting="500"][data-storing="0"]');
  await page.getByText(/Offline since/).waitFor();
  mock.api.isCut = false;
  await page.reload();
  await filmIs('rita-rating-412');
  await saved();
  expect(mock.api.events.length).toBe(500);
  const order = mock.api.events.map(each => each.client_sequence);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(new Set(mock.api.events.map(each => each.id)).size).toBe(500);
}, 120_000);

test.runIf(hasChromium)('a session that ends keeps the work and the page; signing in sends it', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  mock.api.endSessions();
  await page.keyboard.press('t');
  await page.getByRole('dialog').waitFor();
  await page.getByLabel('Password').fill('mock-password');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await saved();
  expect(kinds()).toEqual(['rating.set chest_drain 1']);
  await filmIs('rita-rating-412');
}, 60_000);

test.runIf(hasChromium)('a disk that refuses is told, and tried again without another key', async () => {
  await context.addInitScript(() => {
    let refusals = 2;
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (value: unknown, key?: IDBValidKey) {
      if (this.name === 'waiting' && refusals-- > 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
      return add.call(this, value, key);
    };
  });
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  await page.keyboard.press('t');
  await page.getByText(/not on this computer’s disk yet.*The disk is full/).waitFor();
  // It shows on the page all the same, and then it is saved.
  await page.locator('[data-finding="chest_drain"] [aria-checked="true"]').waitFor();
  await saved();
  await page.getByText('Saved').waitFor();
  expect(kinds()).toEqual(['rating.set chest_drain 1']);
}, 60_000);

test.runIf(hasChromium)('two tabs show each other’s answers and send each once', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  const other = await context.newPage();
  await other.goto(mock.url);
  await filmShown(other);
  await page.keyboard.press('t');
  await other.locator('[data-finding="chest_drain"] [aria-checked="true"]').waitFor();
  await other.keyboard.press('2');
  await other.keyboard.press('q');
  await page.locator('[data-finding="tracheostomy"] [aria-checked="true"]').waitFor();
  await Promise.all([saved(), saved(other)]);
  expect(kinds()).toEqual(['rating.set chest_drain 1', 'rating.set tracheostomy 0']);
}, 60_000);

test.runIf(hasChromium)('undo goes back to the film; what the server refuses is shown', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  await page.keyboard.press('Enter');
  await filmIs('rita-rating-413');
  await page.keyboard.press('z');
  await filmIs('rita-rating-412');
  await page.keyboard.press('n');
  await page.keyboard.type('refuse me');
  await page.keyboard.press('Escape');
  await page.getByText('A note may not say this.').waitFor();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(mock.api.people.get('rita')!.films[411]).toMatchObject({ completed: false, answers: { grades: {} } });
}, 60_000);

test.runIf(hasChromium)('guideline, training with feedback, qualification and its result, with keys alone', async () => {
  await signIn(page, mock.url, 'gro');
  await page.getByRole('button', { name: 'I have read the guideline' }).focus();
  await page.keyboard.press('Enter');
  for (let film = 1; film <= 3; film++) {
    await filmIs(`gro-training-${film}`);
    await page.keyboard.press('Enter');
    await page.locator('.feedback li').first().waitFor();
    await page.keyboard.press('Enter');
  }
  for (let film = 4; film <= 6; film++) {
    await filmIs(`gro-qualification-${film}`);
    await page.keyboard.press('Enter');
  }
  await page.getByText('You are qualified').waitFor();
  await page.keyboard.press('Enter');
  await filmIs('gro-rating-7');
}, 90_000);

test.runIf(hasChromium)('the tab that sends is closed with work unsent: the other sends it, once and in order', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  const other = await context.newPage();
  await other.goto(mock.url);
  await filmShown(other);
  mock.api.isCut = true;
  for (const key of ['q', 'w', 'e', 'r', 't']) await page.keyboard.press(key);
  await page.waitForSelector('.save[data-waiting="5"][data-storing="0"]');
  await other.waitForSelector('.save[data-waiting="5"]');
  await page.close();
  mock.api.isCut = false;
  await saved(other);
  expect(kinds()).toEqual(['0', '0.25', '0.5', '0.75', '1'].map(grade => `rating.set chest_drain ${grade}`));
}, 90_000);

test.runIf(hasChromium)('the curator’s heatmap goes by keys: a cell says all it stands for, and opens its crosstab', async () => {
  await signIn(page, mock.url, 'cora');
  await page.locator('[data-at="0,0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-at="2,1"]:focus').waitFor();
  expect(await page.locator('.heat-told').innerText()).toBe('Endotracheal tube, R1 – R2: kappa 0.680 [0.620, 0.740], n = 812, substantial (patient bootstrap)');
  expect(await page.getByRole('button', { name: /^Tracheostomy, R1 – R2: +undefined *, n = 812, no rater called it positive$/ }).count()).toBe(1);
  expect(await page.locator('.crosstab').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByText('Endotracheal tube, R1 – R2: rows R1, columns R2').waitFor();
  expect(await page.locator('.crosstab tbody tr').count()).toBe(7);
  await page.keyboard.press('Enter');
  await page.locator('.crosstab').waitFor({ state: 'detached' });
}, 60_000);
