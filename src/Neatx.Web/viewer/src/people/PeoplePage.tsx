import { useCallback, useEffect, useState, type SubmitEvent } from 'react';
import { answer, api } from '../api/client.ts';
import type { Invitation, Role } from '../api/types.ts';
import { dateTime, text } from '../text/text.ts';

const roles = ['rater', 'adjudicator', 'viewer', 'curator'] as const;

/** The curator's invitations: make a link, see which are open, withdraw one. */
export default function PeoplePage() {
  const [invitations, setInvitations] = useState<Invitation[]>([]);
  const [link, setLink] = useState<string | null>(null);
  const [isCopied, setIsCopied] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => setInvitations((await answer(api.GET('/api/invitations'))).invitations), []);
  useEffect(() => void load().catch((error: unknown) => setProblem(String(error))), [load]);

  const invite = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const pseudonym = String(form.get('pseudonym')).trim();
    setProblem(null);
    try {
      const made = await answer(api.POST('/api/invitations', {
        body: { role: form.get('role') as Role, pseudonym: pseudonym === '' ? null : pseudonym, days: Number(form.get('days')) },
      }));
      setLink(new URL(made.link, location.href).href);
      setIsCopied(false);
      await load();
    } catch (error) {
      setProblem(String(error instanceof Error ? error.message : error));
    }
  };

  const stateOf = (each: Invitation): string =>
    each.used ? text('people.used') : new Date(each.expires).getTime() < Date.now() ? text('people.expired') : text('people.unused');

  return (
    <main className="page" id="content">
      <h1>{text('people.invitations')}</h1>
      {problem && <p className="problem" role="alert">{problem}</p>}
      <form className="form form-row" onSubmit={event => void invite(event)}>
        <label>{text('people.role')}<select name="role">{roles.map(each => <option key={each} value={each}>{text(`role.${each}`)}</option>)}</select></label>
        <label>{text('people.pseudonym')}<input name="pseudonym" maxLength={40} /></label>
        <label>{text('people.days')}<input name="days" type="number" min={1} max={90} defaultValue={7} required /></label>
        <button className="button button-main">{text('people.invite')}</button>
      </form>
      {link && (
        <div className="notice" role="status">
          <p>{text('people.link')}</p>
          <p className="row"><code className="link">{link}</code>
            <button type="button" className="button" onClick={() => void navigator.clipboard?.writeText(link).then(() => setIsCopied(true))}>{text(isCopied ? 'people.copied' : 'people.copy')}</button></p>
        </div>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={text('people.invitations')}>
        <table className="table">
          <thead><tr><th>{text('people.role')}</th><th>{text('people.pseudonym_short')}</th><th>{text('people.created')}</th><th>{text('people.expires')}</th><th>{text('people.state')}</th><th>{text('cur.actions')}</th></tr></thead>
          <tbody>
            {invitations.map(each => (
              <tr key={each.id}>
                <td>{text(`role.${each.role}`)}</td><td>{each.pseudonym ?? ''}</td><td>{dateTime(each.created)}</td><td>{dateTime(each.expires)}</td><td>{stateOf(each)}</td>
                <td>{!each.used && <button type="button" className="button-small" onClick={() => void answer(api.DELETE('/api/invitations/{id}', { params: { path: { id: each.id } } })).then(load)}>{text('people.withdraw')}</button>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}
