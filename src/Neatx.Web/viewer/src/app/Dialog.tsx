import { useEffect, useId, useRef, type ReactNode } from 'react';
import { text } from '../text/text.ts';

interface Props {
  title: string;
  onClose?: () => void;
  className?: string;
  children: ReactNode;
}

/** A modal dialog of the browser's own: keeps the focus, gives it back, and closes with Esc where it may be closed. */
export function Dialog({ title, onClose, className, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current!;
    if (!dialog.open) dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={event => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        {onClose && <button type="button" className="button-plain" onClick={onClose}>{text('app.close')} <kbd>Esc</kbd></button>}
      </div>
      {children}
    </dialog>
  );
}
