import type { ReactNode } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { text, type TextKey } from '../text/text.ts';

const groups: [TextKey, [string[], TextKey][]][] = [
  ['keys.answer', [
    [['1', '–', '9'], 'keys.choose'], [['↑', '↓'], 'keys.up_down'], [['Q', 'W', 'E', 'R', 'T'], 'keys.grades'], [['←', '→'], 'keys.less_more'],
    [['Del'], 'keys.clear'], [['⇧L', '⇧R', '⇧B'], 'keys.sides'], [['X'], 'keys.invalid'], [['N'], 'rate.note'],
  ]],
  ['keys.move', [
    [['Enter'], 'keys.finish'], [['⌫', 'PgDn'], 'keys.earlier'], [['End'], 'keys.front'], [['Z'], 'rate.undo'], [['Y'], 'rate.redo'], [['G'], 'rate.guideline'], [['?'], 'rate.keys'],
  ]],
  ['keys.film', [
    [['F'], 'film.fit'], [['P'], 'film.actual'], [['I'], 'film.invert'], [['O'], 'film.rotate'], [['H'], 'film.flip'], [['A'], 'film.reset'],
    [['D'], 'film.length'], [['V'], 'film.line'], [['K'], 'film.box'],
  ]],
];
const gestures: [TextKey, TextKey][] = [['keys.drag', 'keys.drag_does'], ['keys.wheel', 'keys.wheel_does'], ['keys.space', 'keys.space_does']];

/** What an adjudicator does not do: deciding is between what was said. */
const rateOnly: ReadonlySet<TextKey> = new Set(['keys.clear', 'keys.sides', 'rate.note', 'keys.front', 'rate.guideline', 'film.line', 'film.box']);

/** All keys on one sheet. */
export function KeysDialog({ decides = false, onClose }: { decides?: boolean; onClose: () => void }) {
  return (
    <Dialog title={text('keys.title')} onClose={onClose} className="dialog-wide">
      <div className="keys">
        {groups.map(([title, entries]) => (
          <section key={title}>
            <h3>{text(title)}</h3>
            <dl>
              {entries.filter(([, does]) => !decides || !rateOnly.has(does)).map(([keys, does]) => <Entry key={does} keys={keys.map(each => (each === '–' ? '–' : <kbd key={each}>{each}</kbd>))} does={text(decides && does === 'keys.finish' ? 'keys.finish_decided' : does)} />)}
              {title === 'keys.film' && gestures.map(([how, does]) => <Entry key={how} keys={text(how)} does={text(does)} />)}
            </dl>
          </section>
        ))}
      </div>
      <p className="quiet">{text('keys.side_of_patient')}</p>
    </Dialog>
  );
}

const Entry = ({ keys, does }: { keys: ReactNode; does: string }) => <div><dt>{keys}</dt><dd>{does}</dd></div>;
