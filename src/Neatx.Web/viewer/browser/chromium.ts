import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const path = process.env['NEATX_CHROMIUM'] ?? '/usr/bin/chromium';

export const hasChromium = existsSync(path);

export const startChromium = (): Promise<Browser> => chromium.launch({
  executablePath: path,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

/** Collects what a page complains about: errors, broken policy, requests to elsewhere. */
export function complaintsOf(page: Page, url: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(`error: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(`console: ${message.text()}`);
  });
  page.on('request', request => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) complaints.push(`elsewhere: ${request.url()}`);
  });
  return complaints;
}

export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill('mock-password');
  await page.keyboard.press('Enter');
}

export const filmShown = (page: Page): Promise<unknown> => page.waitForSelector('[data-film]', { timeout: 20_000 });
