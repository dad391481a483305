import { useCallback, useEffect, useState } from 'react';
import { answer, api, NoConnection } from '../api/client.ts';
import type { Campaign, Me, Overview, PlanAction } from '../api/types.ts';
import { dateTime, text, whole } from '../text/text.ts';
import { AgreementTable } from './AgreementTable.tsx';
import { Disagreements } from './Disagreements.tsx';
import { PrevalenceTable } from './PrevalenceTable.tsx';
import { RaterTable } from './RaterTable.tsx';
import { StopRule } from './StopRule.tsx';
import { Summary } from './Summary.tsx';

const seconds = 5;
const exports = ['raw', 'long', 'events', 'label-studio'] as const;

/** How far, how fast, do they agree, does anything drift: the four answers first, what they rest on below. */
export default function CuratorPage({ me, campaign }: { me: Me; campaign: Campaign }) {
  const [overview, setOverview] = useState<Overview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isCurator = me.role === 'curator';

  const load = useCallback(async () => {
    try {
      setOverview(await answer(api.GET('/api/curator/overview')));
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof NoConnection ? text('app.no_server') : String(error instanceof Error ? error.message : error));
    }
  }, []);
  useEffect(() => {
    void load();
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), seconds * 1000);
    return () => clearInterval(timer);
  }, [load]);

  const plan = async (action: PlanAction, rater?: string, value?: string): Promise<void> => {
    try {
      await answer(api.POST('/api/curator/plan', { body: { action, rater: rater ?? null, value: value ?? null } }));
      await load();
    } catch (error) {
      setProblem(String(error instanceof Error ? error.message : error));
    }
  };
  const freeze = async (): Promise<void> => {
    try {
      await answer(api.POST('/api/curator/freeze', { body: {} }));
      await load();
    } catch (error) {
      setProblem(String(error instanceof Error ? error.message : error));
    }
  };

  return (
    <main className="page page-wide" id="content">
      <div className="title">
        <h1>{campaign.title}</h1>
        {overview && (
          <p className="quiet">
            {text('cur.phase_now', text(`phase.${overview.campaign_phase}`))}
            {' · '}{text('cur.as_of', whole(overview.sequence), overview.computed_at ? dateTime(overview.computed_at) : '–')}
            {overview.pending && <> · {text('cur.pending')}</>}
          </p>
        )}
      </div>
      {campaign.synthetic && <p className="quiet">{text('app.synthetic')}</p>}
      {problem && <p className="problem" role="alert">{problem}</p>}
      {!overview ? <p role="status">{text('app.loading')}</p> : (
        <>
          {overview.storage_problem && <p className="problem" role="alert">{text('cur.storage', overview.storage_problem)}</p>}
          {overview.frozen_hash && <p className="notice">{text('cur.frozen', overview.frozen_hash)}</p>}
          <Summary overview={overview} findings={campaign.findings} />
          <AgreementTable overview={overview} findings={campaign.findings} />
          <RaterTable raters={overview.raters} isCurator={isCurator} onPlan={plan} />
          <PrevalenceTable prevalence={overview.prevalence} findings={campaign.findings} />
          {overview.stop && <StopRule stop={overview.stop} findings={campaign.findings} />}
          <Disagreements counts={overview.disagreements} findings={campaign.findings} owner={me.name ?? ''} />
          {isCurator && (
            <section aria-labelledby="exports">
              <h2 id="exports">{text('cur.exports')}</h2>
              <p className="row">{exports.map(each => <a key={each} className="button" href={`/api/curator/export/${each}`} download>{text(`cur.export_${each}`)}</a>)}</p>
              <p className="row">
                {overview.campaign_phase === 'rating' && <button type="button" className="button" onClick={() => void plan('add_images')}>{text('cur.add_images')}</button>}
                {overview.campaign_phase === 'rating' && <button type="button" className="button" onClick={() => confirm(text('cur.begin_adjudication_sure')) && void plan('phase', undefined, 'adjudication')}>{text('cur.begin_adjudication')}</button>}
                {overview.campaign_phase === 'adjudication' && <button type="button" className="button" onClick={() => confirm(text('cur.freeze_sure')) && void freeze()}>{text('cur.freeze')}</button>}
              </p>
            </section>
          )}
        </>
      )}
    </main>
  );
}
