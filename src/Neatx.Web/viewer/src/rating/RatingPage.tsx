import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { answer, api } from '../api/client.ts';
import type { Campaign, Feedback, Finding, Me } from '../api/types.ts';
import { Dialog } from '../app/Dialog.tsx';
import { navigate } from '../app/path.ts';
import { SaveState } from '../app/SaveState.tsx';
import { FilmView } from '../film/FilmView.tsx';
import type { FilmHandle, Tool } from '../film/handle.ts';
import { imageIdOf, pixelsOf } from '../film/loader.ts';
import { useFilmTheme } from '../film/useFilmTheme.ts';
import type { Window } from '../film/windowing.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { text } from '../text/text.ts';
import { FeedbackPanel } from '../training/FeedbackPanel.tsx';
import { QualificationResult } from '../training/QualificationResult.tsx';
import { finishChanges, gradeChange, gradeChanges, invalidChange, unanswered, type Change } from './answers.ts';
import { FilmBar } from './FilmBar.tsx';
import { FindingRows, keepFocus } from './FindingRows.tsx';
import { Guideline } from './Guideline.tsx';
import { InvalidMenu, reasonWord } from './InvalidMenu.tsx';
import { commandOf, stepGrade, type Command } from './keymap.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { expertMarksOf, marksOf } from './marks.ts';
import { Note } from './Note.tsx';
import { Progress } from './Progress.tsx';
import { useSession } from './useSession.ts';

interface Props {
  me: Me;
  campaign: Campaign;
  outbox: Outbox;
  refetch: () => Promise<Campaign>;
  onSignOut: () => void;
}

type Panel = 'keys' | 'guideline' | 'invalid' | 'note' | null;

/** Where raters spend their hours: the film, the findings, nothing else. */
export default function RatingPage({ me, campaign, outbox, refetch, onSignOut }: Props) {
  const film = useRef<FilmHandle>(null);
  const [window, setWindow] = useState<Window | null>(null);
  const [chosen, setChosen] = useState(0);
  const [tool, setTool] = useState<Tool>('window');
  const [panel, setPanel] = useState<Panel>(null);
  const [feedback, setFeedback] = useState<{ handle: string; feedback: Feedback | null } | null>(null);
  const [showResult, setShowResult] = useState(false);
  const [hint, setHint] = useState<string | null>(null);
  const phaseBefore = useRef(campaign.phase);

  const onPhase = useCallback(() => {
    void refetch().then(fetched => {
      if (phaseBefore.current === 'qualification' && fetched.phase !== 'qualification') setShowResult(true);
      phaseBefore.current = fetched.phase;
    });
  }, [refetch]);
  const session = useSession(campaign, outbox, () => film.current?.window() ?? null, onPhase);
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const present = session.film;
  const handle = present?.handle ?? null;
  const canChange = present !== null && session.canChange(present);
  const { findings } = campaign;

  useFilmTheme();
  useEffect(() => {
    setChosen(0);
    setTool('window');
    setHint(null);
    setPanel(null);
  }, [handle]);

  // The expert's answer is there once the film's completion is on the server's disk.
  const awaited = feedback?.feedback === null ? feedback.handle : null;
  useEffect(() => {
    if (awaited === null) return;
    let isGone = false;
    const ask = (): void => {
      void outbox.pending().then(async waiting => {
        if (isGone || waiting.some(each => each.handle === awaited)) return;
        const fetched = await answer(api.GET('/api/films/{handle}/feedback', { params: { path: { handle: awaited } } })).catch(() => null);
        if (fetched && !isGone) setFeedback({ handle: awaited, feedback: fetched });
      });
    };
    ask();
    outbox.outcomes.add(ask);
    const timer = setInterval(ask, 2000);
    return () => {
      isGone = true;
      outbox.outcomes.delete(ask);
      clearInterval(timer);
    };
  }, [awaited, outbox]);

  const act = (changes: readonly Change[]): void => {
    if (!present) return;
    // What stands of a finished film can be changed but not taken back; taking back opens it again.
    const opens = present.completed && changes.some(each => each.kind === 'rating.set' && each.new === null);
    session.act(opens ? [{ kind: 'image.reopened', handle: present.handle, finding: null, old: null, new: null }, ...changes] : changes);
  };
  const next = (): void => {
    setFeedback(null);
    session.later();
  };
  const finish = (): void => {
    if (!present) return;
    if (feedback) return next();
    if (!canChange) return session.later();
    session.act(finishChanges(present, findings));
    if (present.phase === 'training') setFeedback({ handle: present.handle, feedback: null });
    else session.later();
  };
  const grade = (finding: Finding, value: string): void => {
    if (present) act(gradeChanges(present, finding.name, value));
  };
  const side = (finding: Finding, value: string): void => {
    if (!present || !finding.asks_side) return;
    const old = present.answers.sides[finding.name] ?? null;
    act([{ kind: 'side.set', handle: present.handle, finding: finding.name, old, new: old === value ? null : value }]);
  };
  const shape = (kind: 'line.set' | 'box.set', value: string | null): void => {
    const finding = findings[chosen];
    if (!present || !finding) return;
    const old = (kind === 'line.set' ? present.answers.lines : present.answers.boxes)[finding.name] ?? null;
    if (old !== value) act([{ kind, handle: present.handle, finding: finding.name, old, new: value }]);
    setTool('window');
    setHint(null);
  };
  const note = (value: string | null): void => {
    setPanel(null);
    if (present && present.answers.note !== value) act([{ kind: 'note.set', handle: present.handle, finding: null, old: present.answers.note, new: value }]);
  };
  const chooseTool = (wanted: Tool): void => {
    const draws = (wanted === 'line' || wanted === 'box') && canChange;
    const name = findings[chosen]?.title ?? '';
    if ((wanted === 'line' || wanted === 'box') && !draws) return;
    setTool(wanted);
    setHint(wanted === 'line' ? `${text('rate.line', name)}: ${text('rate.line_hint')}` : wanted === 'box' ? `${text('rate.box', name)}: ${text('rate.box_hint')}` : null);
  };

  const run = (command: Command): void => {
    const finding = findings[chosen];
    switch (command.do) {
      case 'choose': return setChosen(command.finding);
      case 'up': return setChosen((chosen + findings.length - 1) % findings.length);
      case 'down': return setChosen((chosen + 1) % findings.length);
      case 'grade': return void (finding && canChange && grade(finding, command.grade));
      case 'more': return void (finding && present && canChange && grade(finding, stepGrade(present.answers.grades[finding.name], 1)));
      case 'less': return void (finding && present && canChange && grade(finding, stepGrade(present.answers.grades[finding.name], -1)));
      case 'clear': return void (finding && present && canChange && finding.name in present.answers.grades && act([gradeChange(present, finding.name, null)]));
      case 'side': return void (finding && canChange && side(finding, command.side));
      case 'finish': return tool === 'line' ? film.current?.endLine() : tool === 'box' ? void film.current?.press(' ', false) : finish();
      case 'earlier': setFeedback(null); return void session.earlier();
      case 'later': return present?.completed || !canChange ? next() : undefined;
      case 'front': setFeedback(null); return session.front();
      case 'invalid': return setPanel(canChange ? 'invalid' : null);
      case 'note': return setPanel(canChange ? 'note' : null);
      case 'undo': return void session.undo();
      case 'redo': return void session.redo();
      case 'help': return setPanel('keys');
      case 'guideline': return setPanel('guideline');
      case 'escape': return void (film.current?.cancel() || setTool('window'), setHint(null));
      case 'length': case 'line': case 'box': return chooseTool(tool === command.do ? 'window' : command.do);
      case 'window': return setTool('window');
      default: return film.current?.[command.do]();
    }
  };
  const runNow = useRef(run);
  runNow.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || target.closest('input, textarea, select, dialog')) return;
      // A button reached with Tab keeps Enter and Space for itself; a click never leaves the focus on one.
      if ((event.key === 'Enter' || event.key === ' ') && target.closest('button, a, [role=radio]')) return;
      if (film.current?.press(event.key, event.shiftKey)) return event.preventDefault();
      const command = commandOf(event, findings);
      if (!command || (event.repeat && command.do === 'finish')) return;
      event.preventDefault();
      runNow.current(command);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [findings]);

  const readGuideline = (): void => {
    void outbox.add([{ kind: 'guideline.read', handle: null, finding: null, old: null, new: null, dwell_ms: null, window: null }]);
  };

  if (state.phase === 'guideline' && state.isLoaded) {
    return (
      <main className="page page-text" id="content">
        <h1>{text('guide.title')}</h1>
        <p className="quiet">{text('guide.before')}</p>
        <Guideline campaign={campaign} owner={outbox.owner} />
        {(campaign.progress?.left ?? 0) > 0 && <p>{text('guide.next_training', campaign.progress!.left)}</p>}
        <button type="button" className="button button-main" onClick={readGuideline}>{text('guide.read')}</button>
        <div className="after-form"><SaveState outbox={outbox} /></div>
      </main>
    );
  }

  const isFeedback = feedback !== null && feedback.handle === handle;
  const open = present ? unanswered(present.answers, findings).length : 0;
  return (
    <main className="rating" id="content" aria-label={text('rate.page')}>
      <div className="rating-film">
        {present && !showResult ? (
          <>
            <FilmView
              ref={film}
              imageId={imageIdOf(pixelsOf(present.handle))}
              owner={outbox.owner}
              film={present.handle}
              label={text('rate.film', present.position)}
              tool={tool}
              marks={[...marksOf(present.answers, findings), ...(isFeedback && feedback.feedback ? expertMarksOf(feedback.feedback, findings) : [])]}
              onLine={points => shape('line.set', JSON.stringify(points))}
              onBox={box => shape('box.set', JSON.stringify(box))}
              onWindow={setWindow}
              onUnreadable={() => setHint(text('film.unreadable'))}
            />
            {hint && <p className="rating-hint" role="status">{hint}</p>}
            <FilmBar window={window} tool={tool} onTool={chooseTool} film={film.current} draws={canChange} />
          </>
        ) : (
          <div className="rating-stop" role="status">
            {showResult && campaign.qualification
              ? <QualificationResult qualification={campaign.qualification} {...(campaign.qualification.passed ? { onGo: () => { setShowResult(false); session.front(); } } : {})} />
              : state.phase === 'failed' && campaign.qualification
                ? <QualificationResult qualification={campaign.qualification} />
                : <p>{state.isCut ? text('stop.cut') : state.reason ? text(`stop.${state.reason}`) : text('stop.wait')}</p>}
          </div>
        )}
      </div>
      <div className="panel">
        <Progress campaign={campaign} state={state} film={present} />
        {present && !showResult && (isFeedback
          ? <FeedbackPanel feedback={feedback.feedback} findings={findings} onNext={next} />
          : (
            <>
              {!canChange && <p className="panel-note">{text('rate.read_only', text(`phase.${present.phase}`))}</p>}
              <FindingRows findings={findings} answers={present.answers} chosen={chosen} canChange={canChange} onChoose={setChosen} onGrade={grade} onSide={side} />
              {present.answers.invalid !== null && <p className="panel-invalid">{text('rate.invalid_because', reasonWord(present.answers.invalid))}</p>}
              {panel === 'note' ? <Note note={present.answers.note} onDone={note} /> : present.answers.note && <p className="panel-note">{present.answers.note}</p>}
              <div className="panel-row">
                <button type="button" className="tool" disabled={!canChange} onMouseDown={keepFocus} onClick={() => run({ do: 'invalid' })}><kbd>X</kbd>{text('rate.invalid')}</button>
                <button type="button" className="tool" disabled={!canChange} onMouseDown={keepFocus} onClick={() => run({ do: 'note' })}><kbd>N</kbd>{text('rate.note')}</button>
                <button type="button" className="tool" disabled={state.history.done.length === 0} onMouseDown={keepFocus} onClick={() => run({ do: 'undo' })}><kbd>Z</kbd>{text('rate.undo')}</button>
                <button type="button" className="tool" disabled={state.history.undone.length === 0} onMouseDown={keepFocus} onClick={() => run({ do: 'redo' })}><kbd>Y</kbd>{text('rate.redo')}</button>
                {findings[chosen] && canChange && findings[chosen]!.name in present.answers.lines && <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => shape('line.set', null)}>{text('rate.remove_line')}</button>}
                {findings[chosen] && canChange && findings[chosen]!.name in present.answers.boxes && <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => shape('box.set', null)}>{text('rate.remove_box')}</button>}
              </div>
              <button type="button" className="finish" onMouseDown={keepFocus} onClick={finish}>
                <kbd>Enter</kbd> {finishWord(open, findings.length, present.answers.invalid !== null, canChange)}
              </button>
            </>
          ))}
        <div className="panel-row panel-foot">
          <button type="button" className="tool" disabled={state.index <= 0 && state.from <= 1} onMouseDown={keepFocus} onClick={() => run({ do: 'earlier' })}><kbd>⌫</kbd>{text('rate.earlier')}</button>
          {present?.completed && !isFeedback && <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => run({ do: 'front' })}><kbd>End</kbd>{text('rate.front')}</button>}
          <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => run({ do: 'guideline' })}><kbd>G</kbd>{text('rate.guideline')}</button>
          <button type="button" className="tool" onMouseDown={keepFocus} onClick={() => run({ do: 'help' })}><kbd>?</kbd>{text('rate.keys')}</button>
        </div>
        <div className="panel-end">
          <SaveState outbox={outbox} />
          <p className="panel-me">
            <button type="button" className="button-plain" onClick={() => navigate('/account')}>{me.name}</button>
            <button type="button" className="button-plain" onClick={onSignOut}>{text('nav.sign_out')}</button>
          </p>
        </div>
      </div>
      {panel === 'keys' && <KeysDialog onClose={() => setPanel(null)} />}
      {panel === 'guideline' && <Dialog title={text('guide.title')} onClose={() => setPanel(null)} className="dialog-side"><Guideline campaign={campaign} owner={outbox.owner} /></Dialog>}
      {panel === 'invalid' && present && (
        <InvalidMenu
          reasons={campaign.invalid_reasons}
          current={present.answers.invalid}
          onClose={() => setPanel(null)}
          onReason={reason => {
            setPanel(null);
            if (present.answers.invalid !== reason) act([invalidChange(present, reason)]);
          }}
        />
      )}
    </main>
  );
}

function finishWord(open: number, all: number, isInvalid: boolean, canChange: boolean): string {
  if (!canChange) return text('rate.finish_next');
  if (isInvalid) return text('rate.finish_invalid');
  if (open === all) return text('rate.finish_none');
  return open === 0 ? text('rate.finish_next') : text('rate.finish_rest', open);
}
