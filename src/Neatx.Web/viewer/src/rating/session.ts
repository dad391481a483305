import type { Campaign, EventOutcome, Film, FilmPage, NextFilms, RaterPhase } from '../api/types.ts';
import type { WaitingEvent } from '../outbox/event.ts';
import { apply, type Change } from './answers.ts';
import { emptyHistory, record, redo, undo, type History } from './history.ts';
import { addFilm, noPace, type Pace } from './pace.ts';

export interface SessionPorts {
  next(count: number): Promise<NextFilms>;
  page(from: number, count: number): Promise<FilmPage>;
  pending(): Promise<WaitingEvent[]>;
  /** Stores changes in the outbox. */
  store(changes: readonly Change[], dwellMs: number): void;
  now(): number;
}

export interface SessionState {
  isLoaded: boolean;
  phase: RaterPhase | null;
  /** Why there are no films, in the server's word. */
  reason: NextFilms['reason'];
  films: readonly Film[];
  /** Place of films[0] among all films of the rater, from 1. */
  from: number;
  index: number;
  history: History;
  pace: Pace;
  /** Films finished beyond the server's latest count. */
  finished: number;
  /** The way to the server failed while films were fetched. */
  isCut: boolean;
}

const back = 100;
const pageSize = 100;

/** A rater's films, where the rater is in them, and what can be undone. Holds no timers and no page: everything from outside comes by ports. */
export class RatingSession {
  state: SessionState = {
    isLoaded: false, phase: null, reason: null, films: [], from: 1, index: -1, history: emptyHistory, pace: noPace, finished: 0, isCut: false,
  };

  private readonly listeners = new Set<() => void>();
  private shownAt: number;
  private counted = 0;
  private filling: Promise<void> | null = null;
  private readonly ahead: number;

  constructor(campaign: Pick<Campaign, 'batch'>, private readonly ports: SessionPorts) {
    this.ahead = Math.min(20, Math.max(6, campaign.batch));
    this.shownAt = ports.now();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): SessionState => this.state;

  get film(): Film | null {
    return this.state.films[this.state.index] ?? null;
  }

  /** The films that will be wanted soon: the next ones, and the one before. */
  soon(count: number): Film[] {
    const { films, index } = this.state;
    return [...films.slice(index + 1, index + 1 + count), ...films.slice(Math.max(0, index - 1), Math.max(0, index))];
  }

  /** Answers can be changed in the film's own phase only, and not once the expert's answer was shown. */
  canChange(film: Film): boolean {
    return film.phase === this.state.phase && !(film.phase === 'training' && film.completed);
  }

  /** Fetches the rater's films, and lays what still waits to be sent over them. */
  async load(): Promise<void> {
    const before = await this.ports.pending();
    const next = await this.ports.next(this.ahead);
    const { total } = await this.ports.page(1, 1);
    const from = Math.max(1, total - back - next.films.length);
    const known = total > 0 ? (await this.ports.page(from, Math.min(200, total - from + 1))).films : [];
    const films = merge(known, next.films);
    const waiting = [...before, ...(await this.ports.pending()).filter(each => !before.some(other => other.id === each.id))];
    const current = overlay(films, waiting);
    const open = current.findIndex(each => !each.completed && each.phase === next.phase);
    this.set({
      isLoaded: true, isCut: false, phase: next.phase, reason: next.reason, films: current, from,
      index: open >= 0 ? open : current.length,
    });
    this.start();
  }

  /** An act of the rater: shown at once, stored, undone as one. */
  act(changes: readonly Change[]): boolean {
    const film = this.film;
    if (!film || changes.length === 0 || !this.canChange(film)) return false;
    this.perform(changes);
    this.set({ history: record(this.state.history, changes) });
    return true;
  }

  undo(): boolean {
    return this.travel(undo(this.state.history));
  }

  redo(): boolean {
    return this.travel(redo(this.state.history));
  }

  /** One film on. At the end, films are fetched. */
  later(): void {
    const { films, index } = this.state;
    if (index < films.length) this.go(index + 1);
    void this.fill();
  }

  async earlier(): Promise<void> {
    const { index, from } = this.state;
    if (index > 0) return this.go(index - 1);
    if (from <= 1) return;
    const start = Math.max(1, from - pageSize);
    const older = overlay((await this.ports.page(start, from - start)).films, await this.ports.pending());
    this.set({ films: [...older, ...this.state.films], from: start, index: this.state.index + older.length });
    this.go(this.state.index - 1);
  }

  /** To the first film that is not done. */
  front(): void {
    const open = this.state.films.findIndex(each => !each.completed && each.phase === this.state.phase);
    this.go(open >= 0 ? open : this.state.films.length);
  }

  /** Fetches films while too few lie ahead. One request at a time. */
  fill(): Promise<void> {
    const { films, index } = this.state;
    if (films.slice(index).filter(each => !each.completed).length > this.ahead / 2) return Promise.resolve();
    return this.renew();
  }

  /** Asks for the next films whether needed or not, which also renews their leases. */
  renew(): Promise<void> {
    this.filling ??= this.fetch().finally(() => (this.filling = null));
    return this.filling;
  }

  /** The server counted anew: only what still waits to be sent is beyond its count. */
  async rebase(): Promise<void> {
    const waiting = await this.ports.pending();
    const count = (kind: string): number => waiting.filter(each => each.kind === kind).length;
    this.set({ finished: count('image.completed') - count('image.reopened') });
  }

  /** What another tab of the same person did. */
  hear(events: readonly WaitingEvent[]): void {
    this.set({ films: overlay(this.state.films, events) });
  }

  /** What the server said of events: the phase may have changed, and films become free. */
  async heed(outcome: EventOutcome): Promise<boolean> {
    const changed = outcome.phase !== null && outcome.phase !== this.state.phase;
    if (changed) this.set({ phase: outcome.phase });
    await this.fill();
    return changed;
  }

  private async fetch(): Promise<void> {
    try {
      const next = await this.ports.next(this.ahead);
      const films = merge(this.state.films, next.films);
      this.set({ films, phase: next.phase, reason: next.reason, isCut: false });
    } catch {
      // Sending shows that the server is away; here only the films that are at hand count.
      this.set({ isCut: true });
    }
  }

  private perform(changes: readonly Change[]): void {
    const films = [...this.state.films];
    let { pace, finished } = this.state;
    for (const change of changes) {
      const index = films.findIndex(each => each.handle === change.handle);
      if (index < 0) continue;
      const before = films[index]!;
      films[index] = apply(before, change);
      if (change.kind === 'image.completed') {
        finished++;
        if (this.counted === 0) pace = addFilm(pace, (this.ports.now() - this.shownAt) / 1000);
      }
      if (change.kind === 'image.reopened') finished--;
    }
    this.set({ films, pace, finished });
    this.ports.store(changes, Math.round(this.ports.now() - this.shownAt));
    if (changes.some(each => each.kind === 'image.completed')) this.counted++;
  }

  private travel(step: { history: History; changes: Change[] } | null): boolean {
    if (!step) return false;
    const index = this.state.films.findIndex(each => each.handle === step.changes[0]?.handle);
    const film = this.state.films[index];
    if (!film || !this.canChange(film)) return false;
    if (index !== this.state.index) this.go(index);
    this.perform(step.changes);
    this.set({ history: step.history });
    return true;
  }

  private go(index: number): void {
    this.set({ index });
    this.start();
  }

  private start(): void {
    this.shownAt = this.ports.now();
    this.counted = 0;
  }

  private set(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

/** What is known here is newer than what the server says of the same film, as changes may still wait to be sent. */
function merge(known: readonly Film[], more: readonly Film[]): Film[] {
  const handles = new Set(known.map(each => each.handle));
  return [...known, ...more.filter(each => !handles.has(each.handle))];
}

/** Films with the changes that wait. */
export function overlay(films: readonly Film[], waiting: readonly WaitingEvent[]): Film[] {
  const result = [...films];
  const places = new Map(films.map((each, index) => [each.handle, index]));
  for (const each of waiting) {
    const place = each.handle === null ? undefined : places.get(each.handle);
    if (place === undefined) continue;
    result[place] = apply(result[place]!, { kind: each.kind as Change['kind'], handle: each.handle!, finding: each.finding, old: each.old, new: each.new });
  }
  return result;
}
