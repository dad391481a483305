import { useState } from 'react';
import type { Campaign } from '../api/types.ts';
import { FilmView } from '../film/FilmView.tsx';
import { imageIdOf } from '../film/loader.ts';
import { text } from '../text/text.ts';

/** The written guideline and its example films. The server made the HTML from Markdown and lets no script, style or image through. */
export function Guideline({ campaign, owner }: { campaign: Campaign; owner: string }) {
  const [shown, setShown] = useState<number | null>(null);
  const example = campaign.examples.find(each => each.number === shown);
  return (
    <div className="guideline">
      {campaign.guideline === '' ? <p className="quiet">{text('guide.none')}</p> : <div className="guideline-text" dangerouslySetInnerHTML={{ __html: campaign.guideline }} />}
      {campaign.examples.length > 0 && (
        <>
          <h2>{text('guide.examples')}</h2>
          <ul className="list examples">
            {campaign.examples.map(each => (
              <li key={each.number}><button type="button" className="button-plain" aria-expanded={shown === each.number} onClick={() => setShown(shown === each.number ? null : each.number)}>{each.caption}</button></li>
            ))}
          </ul>
          {example && <div className="example"><FilmView imageId={imageIdOf(example.pixels)} owner={`${owner}-examples`} film={`example-${example.number}`} label={example.caption} /></div>}
        </>
      )}
    </div>
  );
}
