import { beforeEach, expect, test, vi } from 'vitest';

// Node knows no page whose address a path could be relative to.
const Native = Request;
vi.stubGlobal('Request', class extends Native {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, 'http://here') : input, init);
  }
});
const { answer, api, fetchMe, NoConnection, RequestProblem } = await import('./client.ts');

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } });
const sent: Request[] = [];
let answers: (Response | Error)[] = [];
beforeEach(() => {
  sent.length = 0;
  answers = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    const next = answers.shift()!;
    if (next instanceof Error) throw next;
    return next;
  });
});

test('a change carries the token of the session; a stale one is fetched again once, and the change is sent whole', async () => {
  answers = [json({ antiforgery: 'old' }), json({ code: 'antiforgery', detail: 'Not ours.' }, 400), json({ antiforgery: 'new' }), json({ films: [] })];
  await fetchMe();
  expect(await answer(api.POST('/api/work/next', { body: { count: 3 } }))).toEqual({ films: [] });
  expect(sent.map(each => each.headers.get('X-Antiforgery'))).toEqual([null, 'old', null, 'new']);
  expect(await sent[3]!.json()).toEqual({ count: 3 });
});

test('a stale token that stays stale is told, not tried for ever', async () => {
  const stale = (): Response => json({ code: 'antiforgery', detail: 'Not ours.' }, 400);
  answers = [stale(), json({ antiforgery: 'new' }), stale()];
  await expect(answer(api.POST('/api/work/next', { body: { count: 1 } }))).rejects.toMatchObject({ problem: { code: 'antiforgery' } });
  expect(sent.length).toBe(3);
});

test('what the server refuses comes with its words; what has none, with its status', async () => {
  answers = [json({ title: 'Not yet', detail: 'Safe. Wait.', code: 'phase', what_to_do: 'Wait.' }, 409), new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' })];
  const refused = await answer(api.GET('/api/campaign')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(RequestProblem);
  expect(refused).toMatchObject({ message: 'Safe. Wait.', problem: { status: 409, code: 'phase' } });
  await expect(answer(api.GET('/api/campaign'))).rejects.toMatchObject({ message: 'Bad Gateway', problem: { status: 502, code: '502' } });
});

test('no answer, or half of one, is no connection', async () => {
  const half = new Response(new ReadableStream({ start: controller => controller.error(new TypeError('cut')) }));
  answers = [new TypeError('cut'), half];
  await expect(answer(api.GET('/api/me'))).rejects.toBeInstanceOf(NoConnection);
  await expect(answer(api.GET('/api/me'))).rejects.toBeInstanceOf(NoConnection);
});

test('parts of an address are encoded', async () => {
  answers = [json({})];
  await answer(api.GET('/api/films/{handle}/feedback', { params: { path: { handle: '../a b' } } }));
  expect(sent[0]!.url).toBe('http://here/api/films/..%2Fa%20b/feedback');
});
