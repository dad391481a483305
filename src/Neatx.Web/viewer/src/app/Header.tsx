import type { MouseEvent } from 'react';
import type { Campaign, Me } from '../api/types.ts';
import { text, type TextKey } from '../text/text.ts';
import { navigate } from './path.ts';

const pages: { path: string; name: TextKey; roles: readonly string[] }[] = [
  { path: '/rate', name: 'nav.rate', roles: ['rater'] },
  { path: '/adjudicate', name: 'nav.adjudicate', roles: ['adjudicator'] },
  { path: '/campaign', name: 'nav.campaign', roles: ['curator', 'viewer'] },
  { path: '/people', name: 'nav.people', roles: ['curator'] },
  { path: '/account', name: 'nav.account', roles: ['curator', 'rater', 'adjudicator', 'viewer'] },
];

/** The name of the campaign and the ways to the pages of this role. */
export function Header({ me, campaign, place, onSignOut }: { me: Me; campaign: Campaign; place: string; onSignOut: () => void }) {
  const go = (event: MouseEvent<HTMLAnchorElement>, path: string): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(path);
  };
  return (
    <header className="header">
      <a className="skip" href="#content">{text('app.skip')}</a>
      <p className="header-title">{campaign.title}</p>
      <nav aria-label={text('app.menu')}>
        {pages.filter(each => me.role !== null && each.roles.includes(me.role)).map(each => (
          <a key={each.path} href={each.path} aria-current={each.path === place ? 'page' : undefined} onClick={event => go(event, each.path)}>{text(each.name)}</a>
        ))}
      </nav>
      <p className="header-me">
        <span>{me.name}</span>
        <button type="button" className="button-plain" onClick={onSignOut}>{text('nav.sign_out')}</button>
      </p>
    </header>
  );
}
