import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, startChromium } from './chromium.ts';

// A whole campaign of the demo over the real server: NEATX_PROGRAM=.../neatx npm run campaign. Two raters go through guideline, training, qualification and
// rating, keys only and once without a network; an adjudicator decides what they disagree about; the curator freezes. Pictures land in .build/screens/.

const screens = '../../../.build/screens';
const program = process.env['NEATX_PROGRAM'];
// A name, as passkeys belong to names and not to numbers.
const address = `http://localhost:${process.env['NEATX_PORT'] ?? 5098}`;
const folder = mkdtempSync(join(tmpdir(), 'neatx-campaign-'));
const complaints: string[] = [];
const links: Record<string, string> = {};
let server: ChildProcess;
let lines = 0;
let browser: Browser;
let curator: Page;

beforeAll(async () => {
  if (!program) return;
  mkdirSync(screens, { recursive: true });
  const [command, ...options] = program.split(' ');
  server = spawn(command!, [...options, 'serve', join(import.meta.dirname, '../../../../protocols/demo.yaml'), '--out', join(folder, 'run'), '--urls', address, '--no-browser'], {
    env: { ...process.env, NEATX_VIEWER: join(import.meta.dirname, '../dist') },
  });
  await new Promise<void>((resolve, reject) => {
    let said = '';
    server.on('exit', code => reject(new Error(`The server ended with code ${code}: ${said.slice(-2000)}`)));
    const read = (part: Buffer): void => {
      said += part.toString();
      for (const [, who, link] of said.matchAll(/^\s+(curator|rater r\d)\s+(http\S+)\s*$/gm)) links[who!] = link!;
      if (Object.keys(links).length === 3) resolve();
    };
    server.stdout!.on('data', read);
    server.stderr!.on('data', read);
  });
  browser = await startChromium();
  curator = await enter(links['curator']!, 'cora');
  await curator.waitForSelector('.summary');
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

async function enter(link: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  page.setDefaultTimeout(30_000);
  complaintsOf(page, address).push = (...more) => complaints.push(...more.map(each => `${name}: ${each}`));
  await page.goto(link);
  await page.getByLabel('Choose a name').fill(name);
  await page.getByLabel('Choose a password').fill('a-long-Password-7');
  await page.keyboard.press('Enter');
  return page;
}

const shot = (page: Page, name: string): Promise<unknown> => page.screenshot({ path: `${screens}/campaign-${name}.jpg`, type: 'jpeg', quality: 80 });
const saved = (page: Page): Promise<unknown> => page.waitForSelector('.save[data-waiting="0"]');

/** Presses Enter on one film after another until none is left. */
async function rate(page: Page, films: number, before?: (film: number) => Promise<void>): Promise<void> {
  let last: string | null = null;
  for (let film = 0; film < films; film++) {
    await page.waitForFunction(known => {
      const shown = document.querySelector('[data-film]')?.getAttribute('data-film');
      return shown != null && shown !== known;
    }, last);
    last = await page.locator('[data-film]').getAttribute('data-film');
    await before?.(film);
    await page.keyboard.press('Enter');
  }
}

async function toRating(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have read the guideline' }).focus();
  await page.keyboard.press('Enter');
  for (let film = 0; film < 5; film++) {
    await page.waitForSelector('[data-film]');
    await page.keyboard.press('Enter');
    await page.locator('.feedback li').first().waitFor();
    // The demo's expert drew along every tube seen that is there; the page draws what the server sends.
    const told = await page.locator('.feedback-drawn').count();
    expect(await page.locator('.mark-expert').count()).toBe(told);
    lines += told;
    if (told > 0) await shot(page, 'training');
    await page.keyboard.press('Enter');
    await page.locator('.feedback li').first().waitFor({ state: 'detached' });
  }
  await rate(page, 10);
  await page.waitForSelector('.result');
}

test.runIf(program)('a campaign from the first guideline to the freeze', async () => {
  const raters = [await enter(links['rater r1']!, 'rita'), await enter(links['rater r2']!, 'rolf')];
  for (const page of raters) await toRating(page);
  await shot(raters[0]!, 'result');

  // Who saw no tube at all has not qualified; the curator lets both go on all the same, which the log notes.
  curator.on('dialog', dialog => void dialog.accept());
  for (let rater = 0; rater < 2; rater++) {
    await curator.getByRole('button', { name: 'Let rate' }).first().click();
    await curator.waitForFunction(left => [...document.querySelectorAll('button')].filter(each => each.textContent === 'Let rate').length === left, 1 - rater);
  }
  for (const page of raters) await page.reload();

  await raters[0]!.waitForSelector('[data-film]');
  // The picture of the guide: a tube that the rater is sure of.
  await raters[0]!.keyboard.press('1');
  await raters[0]!.keyboard.press('t');
  await raters[0]!.keyboard.press('Shift+R');
  await saved(raters[0]!);
  await shot(raters[0]!, 'rating');
  for (let step = 0; step < 2; step++) await raters[0]!.keyboard.press('z');
  for (const [index, page] of raters.entries()) {
    const left = Number(/(\d+) left/.exec((await page.locator('.progress-main').innerText()).replace(/\s/g, ' '))![1]);
    await rate(page, left, async film => {
      if (index === 0 || film % 8 !== 0) return;
      // Everything of this film is done without a network; the next film was fetched ahead.
      await page.context().setOffline(true);
      await page.keyboard.press('1');
      await page.keyboard.press('t');
      await page.keyboard.press('Shift+L');
      await page.waitForFunction(() => Number(document.querySelector('.save')!.getAttribute('data-waiting')) > 0);
      if (film === 0) await shot(page, 'offline');
      await page.context().setOffline(false);
    });
    await saved(page);
  }
  await curator.reload();
  await curator.getByRole('button', { name: 'Begin adjudication' }).click();
  await curator.getByRole('button', { name: 'Freeze' }).waitFor();
  const gray = await curator.locator('.thumbnails img').first().evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const context = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
    return data.reduce((sum, each) => sum + each, 0) / data.length;
  });
  // A black picture has 64 on average, as its opacity counts too.
  expect(gray).toBeGreaterThan(90);
  await shot(curator, 'curator');

  await curator.goto(`${address}/people`);
  await curator.getByLabel('Role').selectOption('adjudicator');
  await curator.getByRole('button', { name: 'Make a link' }).click();
  const adjudicator = await enter((await curator.locator('code.link').innerText()).trim(), 'ada');
  await adjudicator.waitForSelector('[data-film]');
  await shot(adjudicator, 'adjudication');
  const disputes = Number(/(\d+) left/.exec(await adjudicator.locator('.panel .progress-main').innerText())![1]);
  await rate(adjudicator, disputes, async () => {
    const rows = await adjudicator.locator('.row-finding').count();
    for (let row = 1; row <= rows; row++) {
      await adjudicator.keyboard.press(String(row));
      await adjudicator.keyboard.press('t');
    }
  });
  await adjudicator.getByText('There is no disagreement left').waitFor();
  await saved(adjudicator);

  await curator.goto(`${address}/campaign`);
  await curator.getByRole('button', { name: 'Freeze' }).click();
  await curator.getByText(/Frozen with hash/).waitFor();
  await shot(curator, 'frozen');
  expect(disputes).toBeGreaterThan(0);
  expect(lines).toBeGreaterThan(0);
  expect(complaints.filter(each => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}, 240_000);

test.runIf(program)('a passkey made on the account page signs in without a password, until it is removed', async () => {
  const device = await curator.context().newCDPSession(curator);
  await device.send('WebAuthn.enable');
  // A fingerprint reader that knows whose finger it is, as in laptops and phones.
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const signOut = (): Promise<unknown> => curator.getByRole('button', { name: 'Sign out' }).click();
  const tryPasskey = (): Promise<unknown> => curator.getByRole('button', { name: 'Sign in with a passkey' }).click();
  const signInByPasskey = async (): Promise<void> => {
    await tryPasskey();
    await curator.getByRole('button', { name: 'Sign out' }).waitFor();
  };

  await curator.goto(`${address}/account`);
  await curator.getByLabel('Name of the passkey').fill('laptop');
  await curator.getByRole('button', { name: 'Add a passkey' }).click();
  const listed = curator.getByRole('listitem').filter({ hasText: 'laptop' });
  await listed.waitFor();
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials.map(each => [each.rpId, each.isResidentCredential])).toEqual([['localhost', true]]);

  await signOut();
  await signInByPasskey();
  await curator.goto(`${address}/account`);
  await curator.getByText('You are cora').waitFor();

  // Who does not put a finger on it is not let in.
  await signOut();
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await tryPasskey();
  await curator.getByRole('alert').waitFor();
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  await signInByPasskey();

  // The device still has a key that is removed here.
  await curator.goto(`${address}/account`);
  await listed.getByRole('button', { name: 'Remove' }).click();
  await listed.waitFor({ state: 'detached' });
  await signOut();
  await tryPasskey();
  await curator.getByText('The passkey is not one of this campaign.').waitFor();
  expect(complaints).toEqual([]);
}, 60_000);
