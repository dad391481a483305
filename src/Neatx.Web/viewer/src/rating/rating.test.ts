import { describe, expect, test } from 'vitest';
import type { Film, Finding, NextFilms } from '../api/types.ts';
import { apply, finishChanges, gradeChanges, invalidChange, noAnswers, opposite, type Change } from './answers.ts';
import { emptyHistory, record, redo, undo } from './history.ts';
import { commandOf, stepGrade } from './keymap.ts';
import { addFilm, minutesLeft, noPace, secondsPerFilm } from './pace.ts';
import { RatingSession } from './session.ts';

const findings: Finding[] = [
  { name: 'drain', title: 'Chest drain', key: '1', asks_side: true },
  { name: 'tube', title: 'Tube', key: '7', asks_side: false },
];
const film = (handle = 'a'): Film => ({ handle, position: 1, phase: 'rating', completed: false, completed_time: null, answers: noAnswers() });
const key = (name: string, more: Partial<{ shiftKey: boolean; ctrlKey: boolean }> = {}) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('answers', () => {
  test('finish with nothing answered makes every finding absent and completes', () => {
    const done = finishChanges(film(), findings).reduce(apply, film());
    expect(done.answers.grades).toEqual({ drain: '0', tube: '0' });
    expect(done.completed).toBe(true);
  });

  test('finish leaves what was answered', () => {
    const answered = gradeChanges(film(), 'drain', '0.75').reduce(apply, film());
    expect(finishChanges(answered, findings).reduce(apply, answered).answers.grades).toEqual({ drain: '0.75', tube: '0' });
  });

  test('finish of an invalid film grades nothing', () => {
    const invalid = apply(film(), invalidChange(film(), 'rotated'));
    expect(finishChanges(invalid, findings).map(each => each.kind)).toEqual(['image.completed']);
  });

  test('a grade makes an invalid film valid, and 0 takes side, line and box away', () => {
    const before: Film = { ...film(), answers: { ...noAnswers(), invalid: 'rotated', sides: { drain: 'L' }, lines: { drain: '[[0,0],[1,1]]' }, boxes: { drain: '[0,0,1,1]' } } };
    const after = gradeChanges(before, 'drain', '0').reduce(apply, before);
    expect(after.answers).toEqual({ ...noAnswers(), grades: { drain: '0' } });
  });

  test('what is taken back is absent, not 0', () => {
    const set = gradeChanges(film(), 'drain', '1');
    const answered = set.reduce(apply, film());
    expect('drain' in set.map(opposite).reduce(apply, answered).answers.grades).toBe(false);
  });
});

describe('history', () => {
  const change = (grade: string): Change => ({ kind: 'rating.set', handle: 'a', finding: 'drain', old: null, new: grade });

  test('undo then redo is where one was, and an act forgets what was undone', () => {
    const history = record(record(emptyHistory, [change('0')]), [change('1')]);
    const back = undo(history)!;
    expect(back.changes[0]).toMatchObject({ new: null, old: '1' });
    expect(redo(back.history)!.history).toEqual(history);
    expect(redo(record(back.history, [change('0.5')]))).toBeNull();
  });

  test('a group is taken back in reverse', () => {
    const history = record(emptyHistory, finishChanges(film(), findings));
    expect(undo(history)!.changes.map(each => each.kind)).toEqual(['image.reopened', 'rating.set', 'rating.set']);
  });
});

describe('keys', () => {
  test.each([
    ['q', { do: 'grade', grade: '0' }], ['T', { do: 'grade', grade: '1' }], ['1', { do: 'choose', finding: 0 }], ['7', { do: 'choose', finding: 1 }], ['2', { do: 'choose', finding: 1 }],
    ['Enter', { do: 'finish' }], ['Backspace', { do: 'earlier' }], ['x', { do: 'invalid' }], ['End', { do: 'front' }],
  ])('%s', (name, command) => expect(commandOf(key(name), findings)).toEqual(command));

  test('R is a grade and Shift+R a side', () => {
    expect(commandOf(key('r'), findings)).toEqual({ do: 'grade', grade: '0.75' });
    expect(commandOf(key('R', { shiftKey: true }), findings)).toEqual({ do: 'side', side: 'R' });
  });

  test('keys of the browser are left to it', () => {
    expect(commandOf(key('r', { ctrlKey: true }), findings)).toBeNull();
    expect(commandOf(key('F5'), findings)).toBeNull();
  });

  test('? needs Shift on most keyboards', () => expect(commandOf(key('?', { shiftKey: true }), findings)).toEqual({ do: 'help' }));

  test('arrows step through the grades and stop at the ends', () => {
    expect([stepGrade(undefined, 1), stepGrade('0', 1), stepGrade('1', 1), stepGrade('0', -1), stepGrade(undefined, -1)]).toEqual(['0', '0.25', '1', '0', '1']);
  });
});

describe('pace', () => {
  test('is the median of the latest, without breaks, and the server’s figure at first', () => {
    expect(secondsPerFilm(addFilm(noPace, 5), 21)).toBe(21);
    expect(secondsPerFilm([10, 20, 3600, 90].reduce(addFilm, noPace), 21)).toBe(20);
    expect(minutesLeft(38, 21)).toBe(14);
    expect(minutesLeft(38, null)).toBeNull();
  });
});

describe('session', () => {
  const films = (count: number): Film[] => Array.from({ length: count }, (_, index) => ({ ...film(`f${index}`), position: index + 1 }));
  function start(waiting: Pick<Change, 'kind' | 'handle' | 'finding' | 'new'>[] = []) {
    const stored: Change[] = [];
    let clock = 0;
    const answer: NextFilms = { phase: 'rating', campaign_phase: 'rating', reason: null, films: films(8) };
    const session = new RatingSession({ batch: 10 }, {
      next: async () => answer,
      page: async () => ({ total: 8, films: films(8) }),
      pending: async () => waiting.map((each, index) => ({ ...each, id: String(index), old: null, owner: 'x', client_sequence: index, dwell_ms: 0, window: null, client_time: '' })),
      store: changes => void stored.push(...changes),
      now: () => (clock += 1000),
    });
    return { session, stored };
  }

  test('what waits in the outbox lies over what the server says', async () => {
    const { session } = start([{ kind: 'rating.set', handle: 'f0', finding: 'drain', new: '1' }, { kind: 'image.completed', handle: 'f0', finding: null, new: null }]);
    await session.load();
    expect(session.state.films[0]!.answers.grades).toEqual({ drain: '1' });
    expect(session.film!.handle).toBe('f1');
  });

  test('undo of finishing goes back to the film and opens it', async () => {
    const { session, stored } = start();
    await session.load();
    session.act(finishChanges(session.film!, findings));
    session.later();
    expect(session.film!.handle).toBe('f1');
    session.undo();
    expect(session.film).toMatchObject({ handle: 'f0', completed: false, answers: { grades: {} } });
    expect(stored.at(-1)).toMatchObject({ kind: 'rating.set', new: null });
    session.redo();
    expect(session.film).toMatchObject({ handle: 'f0', completed: true });
  });

  test('a finished film of the training cannot be changed', async () => {
    const { session } = start();
    await session.load();
    expect(session.canChange({ ...film(), phase: 'training', completed: true })).toBe(false);
    expect(session.canChange({ ...film(), phase: 'qualification' })).toBe(false);
  });

  test('a known film is not overwritten by what the server still thinks', async () => {
    const { session } = start();
    await session.load();
    session.act(finishChanges(session.film!, findings));
    await session.renew();
    expect(session.state.films.filter(each => each.handle === 'f0')).toMatchObject([{ completed: true }]);
  });
});
