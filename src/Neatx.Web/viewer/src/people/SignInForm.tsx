import { useState, type SubmitEvent } from 'react';
import { answer, api, fetchMe, RequestProblem } from '../api/client.ts';
import type { Me } from '../api/types.ts';
import { text } from '../text/text.ts';
import { hasPasskeys, signInWithPasskey } from './passkeys.ts';

interface Props {
  oidc: Me['oidc'];
  name?: string;
  onDone: (me: Me) => Promise<void>;
}

/** Name and password, or a passkey, or the institution's own sign-in. */
export function SignInForm({ oidc, name, onDone }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const attempt = async (how: () => Promise<Me>): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      // The token of a session that ended is stale.
      await fetchMe();
      await onDone(await how());
    } catch (error) {
      setProblem(error instanceof RequestProblem ? `${error.problem.detail} ${error.problem.what_to_do}` : String(error instanceof Error ? error.message : error));
    } finally {
      setIsBusy(false);
    }
  };

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void attempt(() => answer(api.POST('/api/sign-in', { body: { name: String(form.get('name')), password: String(form.get('password')) } })));
  };

  return (
    <form className="form" onSubmit={submit}>
      {problem && <p className="problem" role="alert">{problem}</p>}
      <label>{text('sign.name')}<input name="name" autoComplete="username webauthn" defaultValue={name} required autoFocus={name === undefined} /></label>
      <label>{text('sign.password')}<input name="password" type="password" autoComplete="current-password" required autoFocus={name !== undefined} /></label>
      <button className="button button-main" disabled={isBusy}>{text('sign.go')}</button>
      {hasPasskeys() && <button type="button" className="button" disabled={isBusy} onClick={() => void attempt(signInWithPasskey)}>{text('sign.passkey')}</button>}
      {oidc && <a className="button" href="/api/oidc/sign-in">{text('sign.oidc', oidc.title)}</a>}
    </form>
  );
}
