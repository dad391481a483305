import { useEffect } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { text, textOr } from '../text/text.ts';

interface Props {
  reasons: readonly string[];
  current: string | null;
  onReason: (reason: string | null) => void;
  onClose: () => void;
}

export const reasonWord = (reason: string): string => textOr(`reason.${reason}`, reason.replaceAll('_', ' '));

/** Why a film is unfit: a number a reason. */
export function InvalidMenu({ reasons, current, onReason, onClose }: Props) {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const number = Number(event.key);
      if (number >= 1 && number <= reasons.length) onReason(reasons[number - 1]!);
      else if (event.key.toLowerCase() === 'x' && current !== null) onReason(null);
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  });
  return (
    <Dialog title={text('rate.invalid_ask')} onClose={onClose} className="dialog-menu">
      <ul className="menu">
        {reasons.map((each, index) => (
          <li key={each}><button type="button" aria-pressed={each === current} onClick={() => onReason(each)}><kbd>{index + 1}</kbd> {reasonWord(each)}</button></li>
        ))}
        {current !== null && <li><button type="button" onClick={() => onReason(null)}><kbd>X</kbd> {text('rate.valid_again')}</button></li>}
      </ul>
    </Dialog>
  );
}
