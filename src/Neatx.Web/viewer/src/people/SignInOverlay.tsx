import type { Me } from '../api/types.ts';
import { Dialog } from '../app/Dialog.tsx';
import { text } from '../text/text.ts';
import { SignInForm } from './SignInForm.tsx';

/** Over the page when a session ended: the work stays where it is and is sent afterwards. */
export function SignInOverlay({ owner, oidc, waiting, onDone }: { owner: string; oidc: Me['oidc']; waiting: number; onDone: (me: Me) => Promise<void> }) {
  return (
    <Dialog title={text('sign.again')}>
      <p>{text('sign.again_safe', waiting)}</p>
      <SignInForm oidc={oidc} name={owner} onDone={onDone} />
    </Dialog>
  );
}
