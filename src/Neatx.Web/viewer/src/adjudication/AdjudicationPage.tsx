import { useCallback, useEffect, useRef, useState } from 'react';
import { answer, api, RequestProblem } from '../api/client.ts';
import type { Answers, Campaign, DisputedFilm, Film, Me } from '../api/types.ts';
import { Header } from '../app/Header.tsx';
import { SaveState } from '../app/SaveState.tsx';
import { FilmView } from '../film/FilmView.tsx';
import type { FilmHandle, Tool } from '../film/handle.ts';
import { imageIdOf, pixelsOf, prepare } from '../film/loader.ts';
import { useFilmTheme } from '../film/useFilmTheme.ts';
import type { Window } from '../film/windowing.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { apply, type Change } from '../rating/answers.ts';
import { FilmBar } from '../rating/FilmBar.tsx';
import { gradeWord, keepFocus } from '../rating/FindingRows.tsx';
import { emptyHistory, record, redo, undo } from '../rating/history.ts';
import { InvalidMenu, reasonWord } from '../rating/InvalidMenu.tsx';
import { commandOf, gradeKeys, grades, keyOf, stepGrade, type Command } from '../rating/keymap.ts';
import { KeysDialog } from '../rating/KeysDialog.tsx';
import { marksOf } from '../rating/marks.ts';
import { overlay } from '../rating/session.ts';
import { text } from '../text/text.ts';

type Disputed = DisputedFilm & { decision: Film };
const batch = 6;

/** Two blinded answers side by side, the film, and a third person's decision on what they disagree about. */
export default function AdjudicationPage({ me, campaign, outbox, onSignOut }: { me: Me; campaign: Campaign; outbox: Outbox; onSignOut: () => void }) {
  const film = useRef<FilmHandle>(null);
  const [films, setFilms] = useState<Disputed[]>([]);
  const [index, setIndex] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [window, setWindow] = useState<Window | null>(null);
  const [tool, setTool] = useState<Tool>('window');
  const [history, setHistory] = useState(emptyHistory);
  const [asksInvalid, setAsksInvalid] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shownAt = useRef(performance.now());
  useFilmTheme();

  const fetchMore = useCallback(async () => {
    try {
      const more = await answer(api.POST('/api/adjudication/next', { body: { count: batch } }));
      const waiting = await outbox.pending();
      setFilms(before => {
        const known = new Set(before.map(each => each.handle));
        const added = more.films.filter(each => !known.has(each.handle)).map((each): Disputed => ({ ...each, decision: overlay([filmOf(each)], waiting)[0]! }));
        return [...before, ...added];
      });
      setLeft(more.left);
      setProblem(null);
      for (const each of more.films.slice(0, 3)) void prepare(imageIdOf(pixelsOf(each.handle))).catch(() => {});
    } catch (error) {
      setProblem(error instanceof RequestProblem ? (error.problem.code === 'phase' ? text('adj.not_yet') : error.problem.detail) : text('stop.cut'));
    }
  }, [outbox]);

  const present = films[index];
  useEffect(() => {
    if (films.length - index < batch / 2) void fetchMore();
    shownAt.current = performance.now();
    setChosen(0);
    setTool('window');
  }, [index, fetchMore]);
  useEffect(() => {
    if (present) return;
    const timer = setInterval(() => void fetchMore(), 5000);
    return () => clearInterval(timer);
  }, [present, fetchMore]);

  const disputed = present ? campaign.findings.filter(each => present.findings.includes(each.name)) : [];
  const isInvalid = present?.decision.answers.invalid != null;
  // Without a finding in dispute, the dispute is whether the film is fit: then every finding is asked.
  const asked = disputed.length > 0 ? disputed : campaign.findings;
  const missing = present && !isInvalid ? asked.filter(each => !(each.name in present.decision.answers.grades)).length : 0;

  const perform = (changes: readonly Change[]): void => {
    setFilms(before => before.map(each => ({ ...each, decision: changes.filter(change => change.handle === each.handle).reduce(apply, each.decision) })));
    const at = window && `${Math.round(window.center)},${Math.round(window.width)}`;
    void outbox.add(changes.map(each => ({ ...each, dwell_ms: Math.round(performance.now() - shownAt.current), window: at })));
  };
  const act = (changes: Change[]): void => {
    if (changes.length === 0) return;
    perform(changes);
    setHistory(before => record(before, changes));
  };
  const decide = (finding: string, grade: string): void => {
    if (!present) return;
    const { answers, handle } = present.decision;
    const changes: Change[] = [];
    if (answers.invalid !== null) changes.push({ kind: 'adjudication.set', handle, finding: null, old: `INVALID:${answers.invalid}`, new: null });
    if (answers.grades[finding] !== grade) changes.push({ kind: 'adjudication.set', handle, finding, old: answers.grades[finding] ?? null, new: grade });
    act(changes);
  };
  const travel = (step: ReturnType<typeof undo>): void => {
    if (!step) return;
    const place = films.findIndex(each => each.handle === step.changes[0]?.handle);
    if (place >= 0) setIndex(place);
    perform(step.changes);
    setHistory(step.history);
  };
  const next = (): void => {
    if (missing > 0) return setChosen(asked.findIndex(each => !(each.name in present!.decision.answers.grades)));
    if (present) setIndex(index + 1);
  };

  const run = (command: Command): void => {
    const finding = asked[chosen];
    switch (command.do) {
      case 'choose': return setChosen(command.finding);
      case 'up': return setChosen((chosen + asked.length - 1) % asked.length);
      case 'down': return setChosen((chosen + 1) % asked.length);
      case 'grade': return void (finding && decide(finding.name, command.grade));
      case 'more': case 'less': return void (finding && present && decide(finding.name, stepGrade(present.decision.answers.grades[finding.name], command.do === 'more' ? 1 : -1)));
      case 'finish': return next();
      case 'earlier': return setIndex(Math.max(0, index - 1));
      case 'later': return setIndex(Math.min(films.length, index + 1));
      case 'undo': return travel(undo(history));
      case 'redo': return travel(redo(history));
      case 'invalid': return setAsksInvalid(true);
      case 'help': return setShowsKeys(true);
      case 'length': return setTool(tool === 'length' ? 'window' : 'length');
      case 'escape': return void (film.current?.cancel() || setTool('window'));
      case 'invert': case 'rotate': case 'flip': case 'fit': case 'actual': case 'reset': return film.current?.[command.do]();
      default: return undefined;
    }
  };
  const runNow = useRef(run);
  runNow.current = run;
  const askedNow = useRef(asked);
  askedNow.current = asked;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, dialog') || ((event.key === 'Enter' || event.key === ' ') && target.closest('button, a, [role=radio]'))) return;
      const command = commandOf(event, askedNow.current);
      if (!command) return;
      event.preventDefault();
      runNow.current(command);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  return (
    <div className="adjudication">
      <Header me={me} campaign={campaign} place="/adjudicate" onSignOut={onSignOut} />
      <main className="rating rating-below" id="content" aria-label={text('adj.title')}>
        <div className="rating-film">
          {present ? (
            <>
              <FilmView
                ref={film}
                imageId={imageIdOf(pixelsOf(present.handle))}
                owner={outbox.owner}
                film={present.handle}
                label={text('rate.film', index + 1)}
                tool={tool}
                marks={present.answers.flatMap(each => marksOf(each, campaign.findings, each.rater === 'A' ? 'own' : 'other', `${each.rater}: `))}
                onWindow={setWindow}
              />
              <FilmBar window={window} tool={tool} onTool={setTool} film={film.current} draws={false} />
            </>
          ) : <div className="rating-stop" role="status"><p>{problem ?? (left === 0 ? text('adj.nothing') : text('stop.wait'))}</p></div>}
        </div>
        <div className="panel">
          <p className="progress-main"><strong>{text('adj.title')}</strong><span>{left !== null && text('adj.left', left)}</span></p>
          {present && (
            <>
              <div className="scroll" role="region" aria-label={text('adj.title')} tabIndex={0}>
                <table className="table versus">
                  <thead><tr><th scope="col">{text('cur.finding')}</th>{present.answers.map(each => <th key={each.rater} scope="col">{text('adj.rater', each.rater)}</th>)}</tr></thead>
                  <tbody>
                    {campaign.findings.map(finding => (
                      <tr key={finding.name} className={present.findings.includes(finding.name) ? 'versus-differs' : 'versus-agrees'}>
                        <th scope="row">{finding.title}</th>
                        {present.answers.map(each => <td key={each.rater}>{answerWord(each, finding.name)}</td>)}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              {present.answers.filter(each => each.note).map(each => <p key={each.rater} className="panel-note"><strong>{text('adj.note_by', each.rater)}:</strong> {each.note}</p>)}
              <h2>{text('adj.decide')}</h2>
              <div className={isInvalid ? 'rows rows-invalid' : 'rows'}>
                <div className="rows-head" aria-hidden="true">
                  <span className="rows-absent">{text('rate.absent')}</span>
                  {grades.map((grade, place) => <span key={grade} className="rows-grade"><kbd>{gradeKeys[place]!.toUpperCase()}</kbd>{gradeWord(grade)}</span>)}
                </div>
                {asked.map((finding, row) => {
                  const value = present.decision.answers.grades[finding.name];
                  return (
                    <div key={finding.name} className="row-finding" data-chosen={row === chosen} data-answered={value !== undefined} data-finding={finding.name}>
                      <button type="button" className="row-name" aria-pressed={row === chosen} onMouseDown={keepFocus} onClick={() => setChosen(row)}>
                        {keyOf(finding, row) && <kbd>{keyOf(finding, row)}</kbd>}<span id={`decide-${row}`}>{finding.title}</span>
                      </button>
                      <div className="grades" role="radiogroup" aria-labelledby={`decide-${row}`}>
                        {grades.map((each, place) => (
                          <button key={each} type="button" role="radio" aria-checked={value === each} aria-label={gradeWord(each)} className="grade" tabIndex={value === each || (value === undefined && place === 0) ? 0 : -1}
                            onMouseDown={keepFocus} onClick={() => { setChosen(row); decide(finding.name, each); }}><span className="grade-mark" aria-hidden="true" /></button>
                        ))}
                      </div>
                    </div>
                  );
                })}
              </div>
              {isInvalid && <p className="panel-invalid">{text('rate.invalid_because', reasonWord(present.decision.answers.invalid!))}</p>}
              <div className="panel-row">
                <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => run({ do: 'invalid' })}><kbd>X</kbd>{text('rate.invalid')}</button>
                <button type="button" className="tool" disabled={history.done.length === 0} onMouseDown={keepFocus} onClick={() => run({ do: 'undo' })}><kbd>Z</kbd>{text('rate.undo')}</button>
                <button type="button" className="tool" disabled={history.undone.length === 0} onMouseDown={keepFocus} onClick={() => run({ do: 'redo' })}><kbd>Y</kbd>{text('rate.redo')}</button>
                <button type="button" className="tool" disabled={index === 0} onMouseDown={keepFocus} onClick={() => run({ do: 'earlier' })}><kbd>⌫</kbd>{text('rate.earlier')}</button>
                <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => run({ do: 'help' })}><kbd>?</kbd>{text('rate.keys')}</button>
              </div>
              <button type="button" className="finish" onMouseDown={keepFocus} onClick={next} aria-disabled={missing > 0}><kbd>Enter</kbd> {missing > 0 ? text('adj.missing', missing) : text('adj.next')}</button>
            </>
          )}
          <div className="panel-end"><SaveState outbox={outbox} /></div>
        </div>
      </main>
      {showsKeys && <KeysDialog decides onClose={() => setShowsKeys(false)} />}
      {asksInvalid && present && (
        <InvalidMenu reasons={campaign.invalid_reasons} current={present.decision.answers.invalid} onClose={() => setAsksInvalid(false)} onReason={reason => {
          setAsksInvalid(false);
          const old = present.decision.answers.invalid;
          if (old !== reason) act([{ kind: 'adjudication.set', handle: present.handle, finding: null, old: old === null ? null : `INVALID:${old}`, new: reason === null ? null : `INVALID:${reason}` }]);
        }} />
      )}
    </div>
  );
}

const filmOf = (each: DisputedFilm): Film => ({ handle: each.handle, position: 0, phase: 'rating', completed: false, completed_time: null, answers: each.decided });

/** A rater's answer in a cell: the grade, the side, or why the film is unfit. */
function answerWord(answers: Answers, finding: string): string {
  if (answers.invalid !== null) return text('rate.invalid_because', reasonWord(answers.invalid));
  const grade = answers.grades[finding];
  if (grade === undefined) return text('rate.unanswered');
  const side = answers.sides[finding];
  return side ? `${gradeWord(grade)} ${side}` : gradeWord(grade);
}
