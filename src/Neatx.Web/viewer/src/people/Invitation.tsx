import { useEffect, useState, type SubmitEvent } from 'react';
import { answer, api, RequestProblem } from '../api/client.ts';
import type { Invitation as Listed, Me } from '../api/types.ts';
import { dateTime, text } from '../text/text.ts';

type Offer = Pick<Listed, 'role' | 'pseudonym' | 'expires'>;

/** Where an invitation link leads. Its code stands after the # and so reaches no log. */
export function Invitation({ onDone, oidc }: { onDone: (me: Me) => Promise<void>; oidc: Me['oidc'] }) {
  const code = location.hash.slice(1);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [problem, setProblem] = useState<string | null>(code === '' ? text('invite.none') : null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    if (code === '') return;
    answer(api.POST('/api/invitations/look', { body: { code } })).then(setOffer, (error: unknown) =>
      setProblem(error instanceof RequestProblem && error.problem.status !== 410 ? error.problem.detail : text('invite.gone')));
  }, [code]);

  const attempt = async (how: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      await how();
    } catch (error) {
      setProblem(error instanceof RequestProblem ? `${error.problem.detail} ${error.problem.what_to_do}` : String(error));
    } finally {
      setIsBusy(false);
    }
  };

  const accept = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void attempt(async () => onDone(await answer(api.POST('/api/invitations/accept', { body: { code, name: String(form.get('name')), password: String(form.get('password')) } }))));
  };

  const goToInstitution = (): Promise<void> => attempt(async () => location.assign((await answer(api.POST('/api/oidc/invited', { body: { code } }))).address));

  return (
    <main className="page page-narrow">
      <p className="brand">Neatx</p>
      <h1>{text('invite.title')}</h1>
      {problem && <p className="problem" role="alert">{problem}</p>}
      {offer && (
        <>
          <p>{text('invite.as', text(`role.${offer.role}`))} {offer.pseudonym && text('invite.pseudonym', offer.pseudonym)} {text('invite.expires', dateTime(offer.expires))}</p>
          <form className="form" onSubmit={accept}>
            <label>{text('invite.name')}<input name="name" autoComplete="username" required autoFocus /></label>
            <label>{text('invite.password')}<input name="password" type="password" autoComplete="new-password" minLength={10} required /></label>
            <button className="button button-main" disabled={isBusy}>{text('invite.go')}</button>
            {oidc && <button type="button" className="button" disabled={isBusy} onClick={() => void goToInstitution()}>{text('sign.oidc', oidc.title)}</button>}
          </form>
        </>
      )}
    </main>
  );
}
