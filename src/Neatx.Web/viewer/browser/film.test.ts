import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faint, type Picture } from '../mock/films.ts';
import { filmShown, hasChromium, signIn } from './chromium.ts';
import { browser, filmIs, mock, page, useMockedPage } from './mocked.ts';

// The film and what is drawn on it, in Debian's Chromium over the built pages: npm run build && npm run browser.

useMockedPage(60_000);

const saved = (): Promise<unknown> => page.waitForSelector('.save[data-waiting="0"]');
const drawn = (kind: string): string[] => mock.api.events.filter(each => each.kind === kind).map(each => each.new ?? 'none');
const answers = (handle: string) => mock.api.people.get('rita')!.films.find(each => each.handle === handle)!.answers;

/** The darkest and the brightest gray in the middle of the film as it is on the screen, 0 to 255. */
const grays = (on: Page = page): Promise<{ low: number; high: number }> => on.evaluate(() => {
  const canvas = document.querySelector<HTMLCanvasElement>('.film canvas')!;
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(canvas.width / 2 - 60, canvas.height / 2 - 60, 120, 120);
  let [low, high] = [255, 0];
  for (let index = 0; index < data.length; index += 4) [low, high] = [Math.min(low, data[index]!), Math.max(high, data[index]!)];
  return { low, high };
});

test.runIf(hasChromium)('what lies below 8 bits is seen: the window acts on all 16', async () => {
  const picture = faint(600, 700, 64);
  mock.api.pictureOf = () => picture;
  await signIn(page, mock.url, 'rita');
  await filmShown(page);
  await page.keyboard.press('p');
  await expect.poll(async () => { const { low, high } = await grays(); return high - low; }, { timeout: 30_000 }).toBeGreaterThan(140);
  // Dragged to the right the window widens, and the stripes, a 1/1024 of the scale apart, fade.
  const box = (await page.locator('.film').boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 700, box.y + 100, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => { const { low, high } = await grays(); return high - low; }, { timeout: 30_000 }).toBeLessThan(60);
  await page.keyboard.press('a');
  await expect.poll(async () => { const { low, high } = await grays(); return high - low; }, { timeout: 30_000 }).toBeGreaterThan(140);

  // The same film cut to 8 bits, as others show it, is even: the test would see it.
  const cut = new Uint16Array(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.length / 2).map(each => each & 0xff00);
  const even: Picture = { ...picture, bytes: Buffer.from(cut.buffer) };
  mock.api.pictureOf = () => even;
  const other = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const evenPage = await other.newPage();
  await signIn(evenPage, mock.url, 'quinn');
  await filmShown(evenPage);
  await evenPage.keyboard.press('p');
  const { low, high } = await grays(evenPage);
  await other.close();
  expect(high - low).toBe(0);
}, 180_000);

test.runIf(hasChromium)('films of 2,500 x 3,000 pixels are fetched ahead; the time to swap them is printed', async () => {
  const picture = faint(2500, 3000, 4000);
  mock.api.pictureOf = () => picture;
  const asked: string[] = [];
  page.on('request', request => /pixels$/.test(request.url()) && asked.push(decodeURIComponent(request.url().split('/').at(-2)!)));
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  for (let film = 413; film <= 418; film++) {
    // A rater looks longer than the next film takes to arrive.
    await expect.poll(() => asked.includes(`rita-rating-${film}`), { timeout: 60_000 }).toBe(true);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Enter');
    await filmIs(`rita-rating-${film}`);
  }
  expect(new Set(asked).size).toBe(asked.length);
  const [first, ...swaps] = await page.evaluate(() => performance.getEntriesByName('neatx-film').map(each => each.duration));
  const sorted = [...swaps].sort((a, b) => a - b);
  console.log(`2,500 x 3,000, 16 bits: first film ${first!.toFixed(0)} ms; prefetched ${swaps.map(each => each.toFixed(0)).join(', ')} ms, median ${sorted[sorted.length >> 1]!.toFixed(0)} ms`);
}, 300_000);

test.runIf(hasChromium)('a line along a tube: clicked or set with keys, kept, taken back and done again, removed', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  const box = (await page.locator('.film').boundingBox())!;
  const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.keyboard.press('v');
  for (const [dx, dy] of [[-60, -200], [-20, 0], [40, 180]] as const) await page.mouse.click(middle[0] + dx, middle[1] + dy);
  await page.keyboard.press('Enter');
  await page.locator('.mark-own polyline').waitFor();
  await saved();
  const points = JSON.parse(drawn('line.set')[0]!) as [number, number][];
  expect(points.length).toBe(3);
  for (const each of points.flat()) expect(each).toBeGreaterThan(0.1);
  expect(points[0]![1]).toBeLessThan(points[1]![1]);
  // The middle of the film is the middle of the view.
  expect(Math.abs(points[1]![1] - 0.5)).toBeLessThan(0.02);

  await page.keyboard.press('z');
  await page.locator('.mark-own').waitFor({ state: 'detached' });
  await page.keyboard.press('y');
  await page.locator('.mark-own').waitFor();
  await saved();
  expect(drawn('line.set')).toEqual([JSON.stringify(points), 'none', JSON.stringify(points)]);
  await page.getByRole('button', { name: 'Remove line' }).click();
  await saved();
  expect(answers('rita-rating-412').lines).toEqual({});

  // Keys alone, for another finding.
  await page.keyboard.press('2');
  await page.keyboard.press('v');
  for (const key of ['ArrowUp', 'ArrowUp', ' ', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Shift+ArrowRight', ' ']) await page.keyboard.press(key);
  await page.locator('.mark-cursor').waitFor();
  await page.keyboard.press('Enter');
  await saved();
  const byKeys = JSON.parse(answers('rita-rating-412').lines['tracheostomy']!) as [number, number][];
  expect(byKeys.length).toBe(2);
  expect(byKeys[1]![1]).toBeGreaterThan(byKeys[0]![1]);
  expect(byKeys[1]![0]).toBeGreaterThan(byKeys[0]![0]);
  // No grade was given and the film is the same: keys that draw do nothing else.
  expect(answers('rita-rating-412').grades).toEqual({});
  await filmIs('rita-rating-412');
}, 180_000);

test.runIf(hasChromium)('a box: dragged or set with keys; an absent finding has none', async () => {
  await signIn(page, mock.url, 'rita');
  await filmIs('rita-rating-412');
  const box = (await page.locator('.film').boundingBox())!;
  const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.keyboard.press('k');
  await page.mouse.move(middle[0] - 50, middle[1] - 80);
  await page.mouse.down();
  await page.mouse.move(middle[0] + 50, middle[1] + 80, { steps: 4 });
  await page.mouse.up();
  await saved();
  const [left, top, right, bottom] = JSON.parse(answers('rita-rating-412').boxes['chest_drain']!) as [number, number, number, number];
  expect(left + right).toBeCloseTo(1, 1);
  expect(top + bottom).toBeCloseTo(1, 1);
  expect(right - left).toBeGreaterThan(0.1);

  await page.keyboard.press('3');
  await page.keyboard.press('k');
  for (const key of ['ArrowLeft', ' ', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', ' ']) await page.keyboard.press(key);
  await saved();
  expect(Object.keys(answers('rita-rating-412').boxes)).toEqual(['chest_drain', 'endotracheal']);
  await page.keyboard.press('q');
  await saved();
  expect(answers('rita-rating-412')).toMatchObject({ grades: { endotracheal: '0' }, boxes: { chest_drain: JSON.stringify([left, top, right, bottom]) } });
  expect(Object.keys(answers('rita-rating-412').boxes)).toEqual(['chest_drain']);
  // Esc forgets a box that was begun.
  await page.keyboard.press('k');
  for (const key of ['ArrowLeft', ' ', 'ArrowRight', 'Escape']) await page.keyboard.press(key);
  await page.locator('.mark-drawn').waitFor({ state: 'detached' });
}, 180_000);

test.runIf(hasChromium)('the adjudicator sees the lines of both raters, told apart by letter and dash', async () => {
  await signIn(page, mock.url, 'ada');
  await filmIs('disputed-1');
  await page.locator('.mark text').first().waitFor();
  expect(await page.locator('.mark text').allTextContents()).toEqual(['A: Chest drain', 'B: Nasogastric tube']);
  const dashes = await page.locator('.mark polyline').evaluateAll(lines => lines.map(each => getComputedStyle(each).strokeDasharray));
  expect(new Set(dashes).size).toBe(2);
}, 120_000);

test.runIf(hasChromium)('in training the expert’s line is drawn beside the rater’s own', async () => {
  await signIn(page, mock.url, 'tom');
  await filmIs('tom-training-1');
  const box = (await page.locator('.film').boundingBox())!;
  await page.keyboard.press('t');
  await page.keyboard.press('v');
  await page.mouse.click(box.x + box.width / 2, box.y + 200);
  await page.mouse.click(box.x + box.width / 2 + 80, box.y + 400);
  await page.keyboard.press('Enter');
  expect(await page.locator('.mark-expert').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.locator('.mark-expert polyline').waitFor();
  expect(await page.locator('.mark text').allTextContents()).toEqual(['Chest drain', 'Chest drain, expert']);
}, 120_000);
