import { useCallback, useEffect, useState, type SubmitEvent } from 'react';
import { answer, api } from '../api/client.ts';
import type { Me } from '../api/types.ts';
import { currentLanguage, dateTime, keepLanguage, text, type Language } from '../text/text.ts';
import { addPasskey, hasPasskeys } from './passkeys.ts';

interface Named {
  id: string;
  name: string | null;
  created: string;
}

/** A person's own passkeys, tokens and language. */
export default function AccountPage({ me, refresh, onLanguage }: { me: Me; refresh: () => Promise<void>; onLanguage: () => void }) {
  const [passkeys, setPasskeys] = useState<Named[]>([]);
  const [tokens, setTokens] = useState<Named[]>([]);
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const load = useCallback(async () => {
    setPasskeys((await answer(api.GET('/api/passkeys'))).passkeys);
    setTokens((await answer(api.GET('/api/tokens'))).tokens);
  }, []);
  const attempt = useCallback((what: Promise<unknown>) => void what.then(load).catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error))), [load]);
  useEffect(() => attempt(Promise.resolve()), [attempt]);

  const nameOf = (event: SubmitEvent<HTMLFormElement>): string => {
    event.preventDefault();
    return String(new FormData(event.currentTarget).get('name'));
  };

  return (
    <main className="page page-text" id="content">
      <h1>{text('account.title')}</h1>
      {problem && <p className="problem" role="alert">{problem}</p>}
      <p>{text('account.you', me.name ?? '', me.role ? text(`role.${me.role}`) : '', me.pseudonym ?? me.name ?? '')}</p>
      <label className="field">{text('account.language')}
        <select value={currentLanguage()} onChange={event => { keepLanguage(event.target.value as Language); onLanguage(); }}>
          <option value="en">English</option><option value="da">Dansk</option>
        </select>
      </label>
      <h2>{text('account.passkeys')}</h2>
      <Items items={passkeys} none={text('account.passkey_none')} onRemove={id => attempt(answer(api.DELETE('/api/passkeys/{id}', { params: { path: { id } } })))} />
      {hasPasskeys() && (
        <form className="form form-row" onSubmit={event => attempt(addPasskey(nameOf(event)).then(refresh))}>
          <label>{text('account.passkey_name')}<input name="name" required maxLength={60} /></label>
          <button className="button">{text('account.passkey_add')}</button>
        </form>
      )}
      <h2>{text('account.tokens')}</h2>
      <Items items={tokens} none={text('account.token_none')} onRemove={id => attempt(answer(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })))} />
      <form className="form form-row" onSubmit={event => attempt(answer(api.POST('/api/tokens', { body: { name: nameOf(event), days: null } })).then(made => setToken(made.token)))}>
        <label>{text('account.token_name')}<input name="name" required maxLength={60} /></label>
        <button className="button">{text('account.token_add')}</button>
      </form>
      {token && <div className="notice" role="status"><p>{text('account.token_once')}</p><p><code className="link">{token}</code></p></div>}
    </main>
  );
}

function Items({ items, none, onRemove }: { items: readonly Named[]; none: string; onRemove: (id: string) => void }) {
  if (items.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ul className="list">
      {items.map(each => (
        <li key={each.id} className="row">{each.name} <span className="quiet">{dateTime(each.created)}</span>
          <button type="button" className="button-small" onClick={() => onRemove(each.id)}>{text('account.remove')}</button></li>
      ))}
    </ul>
  );
}
