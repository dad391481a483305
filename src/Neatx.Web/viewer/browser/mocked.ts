import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startMock } from '../mock/server.ts';
import { complaintsOf, startChromium } from './chromium.ts';

// A page of its own for each test, over a server of its own that is made up: what the tests of a file share.

export let browser: Browser;
export let mock: Awaited<ReturnType<typeof startMock>>;
export let context: BrowserContext;
export let page: Page;
let complaints: string[];

/** Called once by a file of tests; a page that complains fails its test. */
export function useMockedPage(patience: number): void {
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    mock = await startMock('dist');
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(patience);
    page = await context.newPage();
    complaints = complaintsOf(page, mock.url);
  });
  afterEach(async () => {
    await context.close();
    await mock.close();
    expect(complaints).toEqual([]);
  });
}

export const filmIs = (name: string): Promise<unknown> => page.waitForSelector(`[data-film="${name}"]`);
