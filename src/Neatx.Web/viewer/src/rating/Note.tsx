import { useEffect, useRef } from 'react';
import { text } from '../text/text.ts';

/** A note on a film. Whatever ends it keeps it: Esc, Ctrl+Enter, or going elsewhere. */
export function Note({ note, onDone }: { note: string | null; onDone: (note: string | null) => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const finish = (): void => {
    const written = area.current?.value.trim() ?? '';
    onDone(written === '' ? null : written);
  };
  return (
    <label className="note">{text('rate.note_label')}
      <textarea
        ref={area}
        rows={3}
        maxLength={2000}
        defaultValue={note ?? ''}
        onBlur={finish}
        onKeyDown={event => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) event.currentTarget.blur();
          event.stopPropagation();
        }}
      />
      <span className="quiet">{text('rate.note_hint')}</span>
    </label>
  );
}
