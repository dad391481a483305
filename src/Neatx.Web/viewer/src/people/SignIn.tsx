import type { Me } from '../api/types.ts';
import { text } from '../text/text.ts';
import { SignInForm } from './SignInForm.tsx';

/** The page for who is not signed in. */
export function SignIn({ oidc, onDone }: { oidc: Me['oidc']; onDone: (me: Me) => Promise<void> }) {
  return (
    <main className="page page-narrow">
      <p className="brand">Neatx</p>
      <h1>{text('sign.title')}</h1>
      <SignInForm oidc={oidc} onDone={onDone} />
      <p className="quiet after-form">{text('sign.no_account')}</p>
    </main>
  );
}
