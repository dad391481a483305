import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { answer, api, fetchMe, NoConnection, remember, RequestProblem } from '../api/client.ts';
import type { Campaign, Me } from '../api/types.ts';
import { IndexedStore } from '../outbox/indexedStore.ts';
import { Outbox } from '../outbox/outbox.ts';
import { Invitation } from '../people/Invitation.tsx';
import { SignIn } from '../people/SignIn.tsx';
import { SignInOverlay } from '../people/SignInOverlay.tsx';
import { chooseLanguage, text } from '../text/text.ts';
import { Header } from './Header.tsx';
import { homeOf, navigate, usePath } from './path.ts';
import { Refusals } from './Refusals.tsx';

const RatingPage = lazy(() => import('../rating/RatingPage.tsx'));
const AdjudicationPage = lazy(() => import('../adjudication/AdjudicationPage.tsx'));
const CuratorPage = lazy(() => import('../curator/CuratorPage.tsx'));
const PeoplePage = lazy(() => import('../people/PeoplePage.tsx'));
const AccountPage = lazy(() => import('../people/AccountPage.tsx'));

/** Finds out who is there and shows the page of the address, or the sign-in in its place. */
export function App() {
  const path = usePath();
  const [me, setMe] = useState<Me | null>(null);
  const [campaign, setCampaign] = useState<Campaign | null>(null);
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  const [, redraw] = useState(0);

  const fetchCampaign = useCallback(async () => {
    const fetched = await answer(api.GET('/api/campaign'));
    chooseLanguage(fetched.language);
    document.title = `${fetched.title} – Neatx`;
    setCampaign(fetched);
    return fetched;
  }, []);

  const start = useCallback(async () => {
    try {
      const who = await fetchMe();
      if (who.signed_in) await fetchCampaign();
      setMe(who);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof NoConnection ? text('app.no_server') : error instanceof RequestProblem ? error.problem.detail : String(error));
    }
  }, [fetchCampaign]);

  useEffect(() => {
    chooseLanguage(null);
    void start();
  }, [start]);

  useEffect(() => {
    if (problem === null) return;
    const timer = setInterval(() => void start(), 5000);
    return () => clearInterval(timer);
  }, [problem, start]);

  const owner = me?.signed_in && (me.role === 'rater' || me.role === 'adjudicator') ? me.name : null;
  useEffect(() => {
    if (owner === null) return;
    let created: Outbox | null = null;
    let isGone = false;
    // Asked for once there is something to keep, so that the browser does not clear it when space is short.
    void navigator.storage?.persist?.();
    IndexedStore.open().then(store => Outbox.open(store, owner)).then(
      opened => {
        if (isGone) return opened.close();
        created = opened;
        setOutbox(opened);
      },
      () => setIsBroken(true),
    );
    return () => {
      isGone = true;
      created?.close();
      setOutbox(null);
    };
  }, [owner]);

  const signedIn = async (who: Me): Promise<void> => {
    remember(who);
    await fetchCampaign();
    setMe(who);
    if (path === '/invitation') navigate('/');
  };

  const signOut = async (): Promise<void> => {
    const who = remember(await answer(api.POST('/api/sign-out')));
    setCampaign(null);
    setMe(who);
    navigate('/');
  };

  if (isBroken) return <Message role="alert">{text('save.broken')}</Message>;
  if (!me) return <Message role="status">{problem ?? text('app.loading')}</Message>;
  if (!me.signed_in) return path === '/invitation' ? <Invitation onDone={signedIn} oidc={me.oidc} /> : <SignIn oidc={me.oidc} onDone={signedIn} />;
  if (!campaign) return <Message role="status">{text('app.loading')}</Message>;

  const place = path === '/' || path === '/invitation' ? homeOf(me.role) : path;
  const needsOutbox = place === '/rate' || place === '/adjudicate';
  if (needsOutbox && owner === null) return <Shell me={me} campaign={campaign} onSignOut={signOut}><Plain>{text('stop.no_rater')}</Plain></Shell>;
  if (needsOutbox && !outbox) return <Message role="status">{text('app.loading')}</Message>;
  const header = <Header me={me} campaign={campaign} place={place} onSignOut={signOut} />;
  return (
    <Suspense fallback={<Message role="status">{text('app.loading')}</Message>}>
      {place === '/rate' && <RatingPage key={owner} me={me} campaign={campaign} outbox={outbox!} refetch={fetchCampaign} onSignOut={signOut} />}
      {place === '/adjudicate' && <AdjudicationPage key={owner} me={me} campaign={campaign} outbox={outbox!} onSignOut={signOut} />}
      {place === '/campaign' && <>{header}<CuratorPage me={me} campaign={campaign} /></>}
      {place === '/people' && <>{header}<PeoplePage /></>}
      {place === '/account' && <>{header}<AccountPage me={me} refresh={start} onLanguage={() => redraw(before => before + 1)} /></>}
      {outbox && <Overlays outbox={outbox} me={me} onSignedIn={signedIn} campaign={campaign} />}
    </Suspense>
  );
}

function Shell({ me, campaign, onSignOut, children }: { me: Me; campaign: Campaign; onSignOut: () => void; children: React.ReactNode }) {
  return <><Header me={me} campaign={campaign} place="" onSignOut={onSignOut} />{children}</>;
}

const Plain = ({ children }: { children: React.ReactNode }) => <main className="page"><p>{children}</p></main>;

function Overlays({ outbox, me, campaign, onSignedIn }: { outbox: Outbox; me: Me; campaign: Campaign; onSignedIn: (me: Me) => Promise<void> }) {
  const status = useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  return (
    <>
      {status.refused.length > 0 && <Refusals refused={status.refused} findings={campaign.findings} onDismiss={() => void outbox.dismissRefused()} />}
      {status.state.is === 'signed_out' && (
        <SignInOverlay
          owner={outbox.owner}
          oidc={me.oidc}
          waiting={status.waiting}
          onDone={async who => {
            await onSignedIn(who);
            outbox.wake();
          }}
        />
      )}
    </>
  );
}

const Message = ({ role, children }: { role: 'status' | 'alert'; children: React.ReactNode }) => (
  <main className="page page-message"><p role={role}>{children}</p></main>
);
