import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Agreement, Answers, Campaign, DisputedFilm, EventToSend, Film, Me, NamedAnswers, Overview, RaterPhase, Role } from '../src/api/types.ts';
import { picture, type Picture } from './films.ts';

// A server in memory with made-up films, so that the pages run and are tested without the real one. It keeps to the same JSON, not to the same rules.

const findings = [
  { name: 'chest_drain', title: 'Chest drain', key: '1', asks_side: true },
  { name: 'tracheostomy', title: 'Tracheostomy', key: '2', asks_side: false },
  { name: 'endotracheal', title: 'Endotracheal tube', key: '3', asks_side: false },
  { name: 'nasogastric', title: 'Nasogastric tube', key: '4', asks_side: false },
];
const empty = (): Answers => ({ grades: {}, sides: {}, invalid: null, note: null, lines: {}, boxes: {} });
const roles: Record<string, { role: Role; phase: RaterPhase }> = {
  gro: { role: 'rater', phase: 'guideline' }, tom: { role: 'rater', phase: 'training' }, quinn: { role: 'rater', phase: 'qualification' }, rita: { role: 'rater', phase: 'rating' },
  fay: { role: 'rater', phase: 'failed' }, ada: { role: 'adjudicator', phase: 'rating' }, cora: { role: 'curator', phase: 'rating' },
};
const sizes: Partial<Record<RaterPhase, number>> = { training: 3, qualification: 3, rating: 1011 };

interface Person {
  name: string;
  role: Role;
  phase: RaterPhase;
  films: Film[];
  given: number;
}

export class MockApi {
  /** When set, every request of /api fails as if the network were cut. */
  isCut = false;
  /** Ends every session. */
  readonly people = new Map<string, Person>();
  readonly events: EventToSend[] = [];
  private readonly acknowledged = new Map<string, number>();
  private readonly sessions = new Map<string, string>();
  /** The film behind a handle; tests show others. */
  pictureOf: (handle: string) => Picture = handle => picture([...handle].reduce((sum, each) => sum + each.charCodeAt(0), 0));
  private readonly pictures = new Map<string, Picture>();
  private campaignPhase: Campaign['campaign_phase'] = 'rating';

  endSessions(): void {
    this.sessions.clear();
  }

  async handle(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (!url.pathname.startsWith('/api/')) return next();
    if (this.isCut) return void request.socket.destroy();
    const path = url.pathname.slice('/api'.length);
    const session = /(?:^|; )mock=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
    const person = session ? this.person(this.sessions.get(session)) : undefined;
    const body = request.method === 'GET' ? null : await read(request);
    const send = (value: unknown, status = 200): void => {
      response.statusCode = status;
      response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json');
      response.end(JSON.stringify(value));
    };
    const me = (of: Person | undefined): Me => ({
      signed_in: of !== undefined, name: of?.name ?? null, role: of?.role ?? null, pseudonym: of ? 'R1' : null, passkeys: of ? 0 : null, antiforgery: 'mock', oidc: null,
    });
    if (path === '/me') return send(me(person));
    if (path === '/sign-in') {
      const signing = this.person((body as { name: string }).name);
      if (!signing) return send(problem(401, 'wrong_password', 'Name or password is wrong.'), 400);
      const id = randomUUID();
      this.sessions.set(id, signing.name);
      response.setHeader('Set-Cookie', `mock=${id}; Path=/; HttpOnly; SameSite=Strict`);
      return send(me(signing));
    }
    if (path === '/invitations/look') return send({ role: 'rater', pseudonym: 'R5', expires: '2030-01-01T12:00:00Z' });
    if (!person) return send(problem(401, 'signed_out', 'What was saved is safe. You are not signed in.'), 401);
    if (path === '/sign-out') {
      this.sessions.delete(session!);
      return send(me(undefined));
    }
    if (path === '/campaign') return send(this.campaign(person));
    const [, area, action] = path.split('/');
    if (area === 'work' && action === 'next') return send(this.next(person, (body as { count: number }).count));
    if (area === 'work') {
      const [from, count] = [Number(url.searchParams.get('from') ?? 1), Number(url.searchParams.get('count') ?? 50)];
      return send({ total: person.films.length, films: person.films.slice(from - 1, from - 1 + count) });
    }
    if (path === '/events') return send(this.take(person, (body as { events: EventToSend[] }).events));
    const asked = /^\/(?:films\/([^/]+)|examples\/(\d+))\/(pixels|thumbnail|feedback)$/.exec(path);
    if (asked?.[3] === 'feedback') return send(this.feedback(person, asked[1]!));
    if (asked?.[3] === 'pixels') return this.film(response, asked[1] ?? asked[2]!);
    if (asked?.[3] === 'thumbnail') {
      response.setHeader('Content-Type', 'image/svg+xml');
      return void response.end('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#333"/><ellipse cx="3" cy="5" rx="1.6" ry="3.2" fill="#111"/><ellipse cx="7" cy="5" rx="1.6" ry="3.2" fill="#111"/></svg>');
    }
    if (path === '/adjudication/next') return send({ left: 5, films: [1, 2, 3, 4, 5].map(disputed) });
    if (path === '/curator/overview') return send(overview());
    if (path === '/curator/disagreements') return send({ total: 5, page: 1, pages: 1, images: [1, 2, 3, 4, 5].map(each => ({ ...disputed(each), number: 40 + each, answers: disputed(each).answers.map((answers, index) => ({ ...answers, rater: `R${index + 1}` })) })) });
    if (path === '/invitations' && request.method === 'POST') return send({ id: '9', link: '/invitation#mock-code', code: 'mock-code', expires: '2030-01-01T12:00:00Z' });
    if (path === '/invitations') return send({ invitations: [{ id: '1', role: 'rater', pseudonym: 'R3', created: '2026-01-01T12:00:00Z', expires: '2030-01-01T12:00:00Z', used: null }, { id: '2', role: 'rater', pseudonym: 'R2', created: '2026-01-01T12:00:00Z', expires: '2026-01-08T12:00:00Z', used: '2026-01-02T12:00:00Z' }] });
    if (path === '/passkeys') return send({ passkeys: [] });
    if (path === '/tokens') return send({ tokens: [{ id: '1', name: 'backup', created: '2026-01-01T12:00:00Z', expires: null, last_used: null }] });
    return send(problem(404, 'not_found', 'What was saved is safe. There is nothing at this address.'), 404);
  }

  private person(name: string | undefined): Person | undefined {
    if (name === undefined || !(name in roles)) return undefined;
    let known = this.people.get(name);
    if (!known) {
      known = { name, ...roles[name]!, films: [], given: 0 };
      if (known.phase === 'rating' && known.role === 'rater') for (let index = 0; index < 411; index++) this.give(known, true);
      this.people.set(name, known);
    }
    return known;
  }

  private give(person: Person, isDone = false): void {
    const position = ++person.given;
    const grades = isDone ? Object.fromEntries(findings.map((each, index) => [each.name, (position + index) % 5 === 0 ? '1' : '0'])) : {};
    person.films.push({ handle: `${person.name}-${person.phase}-${position}`, position, phase: person.phase, completed: isDone, completed_time: isDone ? '2026-01-01T12:00:00Z' : null, answers: { ...empty(), grades } });
  }

  private campaign(person: Person): Campaign {
    const own = person.films.filter(each => each.phase === person.phase);
    const done = own.filter(each => each.completed).length;
    return {
      title: 'Tubes on chest films, demo', language: 'en', synthetic: true, findings, grades: ['0', '0.25', '0.5', '0.75', '1'],
      invalid_reasons: ['not_frontal', 'rotated', 'cut_off', 'not_a_chest', 'unreadable', 'other'],
      guideline: '<h2>What to look for</h2><p>A <strong>chest drain</strong> enters between the ribs and ends in the pleural space.</p><ul><li>Grade how certain you are that the tube is there.</li><li>A line outside of the patient does not count.</li></ul>',
      examples: [{ number: 1, caption: 'A chest drain on the left', finding: 'chest_drain', pixels: '/api/examples/1/pixels' }],
      campaign_phase: this.campaignPhase, phase: person.role === 'rater' ? person.phase : null, paused: false, dropped: false,
      qualification: { bound: 0.6, kappa: person.phase === 'rating' ? 0.81 : person.phase === 'failed' ? 0.55 : null, low: person.phase === 'rating' ? 0.68 : person.phase === 'failed' ? 0.38 : null, high: person.phase === 'rating' ? 0.93 : person.phase === 'failed' ? 0.71 : null, n: 120, passed: person.phase === 'rating' ? true : person.phase === 'failed' ? false : null },
      progress: person.role === 'rater' ? { done, left: (sizes[person.phase] ?? 3) - done, seconds_per_film: person.phase === 'rating' ? 21 : null } : null,
      batch: 10, lease_minutes: 30, protocol_hash: '0'.repeat(64),
    };
  }

  private next(person: Person, count: number): unknown {
    const open = (): Film[] => person.films.filter(each => each.phase === person.phase && !each.completed);
    const most = sizes[person.phase] ?? 0;
    while (open().length < count && person.films.filter(each => each.phase === person.phase).length < most) this.give(person);
    const films = open().slice(0, count);
    return { phase: person.phase, campaign_phase: this.campaignPhase, reason: films.length > 0 ? null : person.phase === 'guideline' ? 'guideline' : person.phase === 'failed' ? 'failed' : 'nothing_left', films };
  }

  private take(person: Person, events: EventToSend[]): unknown {
    const acknowledged: { id: string; sequence: number }[] = [];
    const refused: unknown[] = [];
    for (const each of events) {
      const known = this.acknowledged.get(each.id);
      if (known !== undefined) {
        acknowledged.push({ id: each.id, sequence: known });
        continue;
      }
      if (each.new === 'refuse me') {
        refused.push({ id: each.id, code: 'bad_value', reason: 'A note may not say this.', what_to_do: 'Write another.' });
        continue;
      }
      this.apply(person, each);
      this.events.push(each);
      this.acknowledged.set(each.id, this.events.length);
      acknowledged.push({ id: each.id, sequence: this.events.length });
    }
    return { acknowledged, refused, phase: person.role === 'rater' ? person.phase : null, campaign_phase: this.campaignPhase };
  }

  private apply(person: Person, event: EventToSend): void {
    if (event.kind === 'guideline.read') person.phase = 'training';
    const film = person.films.find(each => each.handle === event.handle);
    if (!film) return;
    const { answers } = film;
    const put = (map: Record<string, string>): void => {
      if (event.new === null) delete map[event.finding!];
      else map[event.finding!] = event.new;
    };
    if (event.kind === 'rating.set' && event.finding === null) answers.invalid = event.new?.slice(8) ?? null;
    else if (event.kind === 'rating.set') put(answers.grades);
    if (event.kind === 'side.set') put(answers.sides);
    if (event.kind === 'line.set') put(answers.lines);
    if (event.kind === 'box.set') put(answers.boxes);
    if (event.kind === 'note.set') answers.note = event.new;
    if (event.kind === 'image.completed') film.completed = true;
    if (event.kind === 'image.reopened') film.completed = false;
    const own = person.films.filter(each => each.phase === person.phase && each.completed).length;
    if (person.phase === 'training' && own >= sizes.training!) person.phase = 'qualification';
    else if (person.phase === 'qualification' && own >= sizes.qualification!) person.phase = 'rating';
  }

  private feedback(person: Person, handle: string): unknown {
    const own = person.films.find(each => each.handle === handle)?.answers ?? empty();
    const list = findings.map((each, index) => {
      const isThere = index === 0;
      const grade = own.grades[each.name] ?? null;
      const right = grade === null ? null : (Number(grade) > 0.5) === isThere;
      return { finding: each.name, own: grade, expert: isThere ? 'positive' : 'negative', right, line: isThere ? '[[0.92,0.62],[0.8,0.6],[0.72,0.52],[0.68,0.4],[0.64,0.3]]' : null, box: null };
    });
    return { findings: list, right: list.filter(each => each.right === true).length, of: list.length };
  }

  private film(response: ServerResponse, handle: string): void {
    const shown = this.pictures.get(handle) ?? this.pictureOf(handle);
    this.pictures.set(handle, shown);
    const headers = { 'Content-Type': 'application/octet-stream', 'X-Width': shown.width, 'X-Height': shown.height, 'X-Bits': 16, 'X-Window-Center': shown.center, 'X-Window-Width': shown.window, 'Cache-Control': 'private, max-age=604800, immutable' };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(shown.bytes);
  }
}

const problem = (status: number, code: string, detail: string): unknown => ({ type: `/problems/${code}`, title: code, status, detail, code, what_to_do: 'Try again.' });

async function read(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? null : JSON.parse(text);
}

function disputed(number: number): DisputedFilm {
  const answers = (rater: string, drain: string): NamedAnswers => ({
    ...empty(), rater, grades: { chest_drain: drain, tracheostomy: '0', endotracheal: '0', nasogastric: number % 2 ? '1' : rater === 'A' ? '0.75' : '0' }, sides: drain === '1' ? { chest_drain: 'L' } : {},
    note: rater === 'B' && number === 1 ? 'Could be a line outside.' : null,
    lines: drain === '1' ? { chest_drain: '[[0.9,0.6],[0.75,0.5],[0.68,0.3]]' } : {}, boxes: rater === 'B' && number === 1 ? { nasogastric: '[0.4,0.1,0.55,0.8]' } : {},
  });
  return { handle: `disputed-${number}`, findings: number % 2 ? ['chest_drain'] : ['chest_drain', 'nasogastric'], answers: [answers('A', '1'), answers('B', '0')], decided: empty() };
}

function overview(): Overview {
  const agreement: Agreement[] = [];
  const add = (kind: Agreement['kind'], a: string | null, b: string | null, finding: string, kappa: number | null, half: number): void => {
    agreement.push({
      kind, a, b, finding, n: 812, kappa, low: kappa === null ? null : kappa - half, high: kappa === null ? null : Math.min(1, kappa + half), method: 'patient bootstrap',
      undefined: kappa === null ? 'no rater called it positive' : null,
      crosstab: { labels: ['missing', 'INVALID', '0', '0.25', '0.5', '0.75', '1'], counts: [[0, 0, 0, 0, 0, 0, 0], [0, 3, 1, 0, 0, 0, 1], [0, 1, 602, 24, 3, 4, 2], [0, 0, 21, 12, 2, 1, 0], [0, 0, 3, 2, 2, 1, 1], [0, 0, 3, 1, 0, 14, 18], [0, 0, 2, 1, 1, 16, 70]] },
    });
  };
  findings.forEach((each, index) => {
    add('pooled', null, null, each.name, index === 1 ? null : 0.86 - 0.09 * index, 0.04 + 0.01 * index);
    add('raters', 'R1', 'R2', each.name, index === 1 ? null : 0.88 - 0.1 * index, 0.06);
    add('raters', 'R1', 'R3', each.name, index === 1 ? null : 0.8 - 0.07 * index, 0.08);
    add('gold', 'R1', 'reference', each.name, 0.9 - 0.05 * index, 0.07);
    add('gold', 'R2', 'reference', each.name, 0.6 - 0.2 * index, 0.1);
    add('self', 'R1', 'R1', each.name, 0.93 - 0.03 * index, 0.09);
  });
  const rater = (number: number, done: number, hour: number | null): Overview['raters'][number] => ({
    user: `u${number}`, pseudonym: `R${number}`, name: ['Rita', 'Tom', 'Quinn'][number - 1]!, phase: number === 3 ? 'qualification' : 'rating', paused: number === 2, dropped: false, done, open: 6,
    last_seen: '2026-01-01T12:00:00Z', seconds_per_film: 18.4 + number, per_hour: hour, qualification: number === 3 ? null : { bound: 0.6, kappa: 0.81, low: 0.68, high: 0.93, n: 120, passed: true },
  });
  return {
    sequence: 18421, computed_at: '2026-01-01T12:00:00Z', pending: false, campaign_phase: 'rating', frozen_hash: null,
    images: { main: 1011, training: 20, qualification: 30, hidden: 40 }, ratings: { done: 1233, wanted: 2022, rated_enough: 402 },
    raters: [rater(1, 812, 168), rater(2, 421, null), rater(3, 0, 92)], agreement,
    prevalence: findings.flatMap((each, index) => ['R1', 'R2'].map(name => ({ rater: name, finding: each.name, judged: 812, positive: 130 - 20 * index, share: (130 - 20 * index) / 812, low: (110 - 20 * index) / 812, high: (152 - 20 * index) / 812, drift: name === 'R2' && index === 0 ? 'more_often' : null }))),
    stop: { half_width: 0.05, level: 0.95, least: 100, reached: false, findings: findings.map((each, index) => ({ finding: each.name, n: 812, half_width: 0.04 + 0.01 * index, reached: index < 2 })) },
    disagreements: { chest_drain: 25, tracheostomy: 0, endotracheal: 12, nasogastric: 31 }, storage_problem: null,
  };
}
