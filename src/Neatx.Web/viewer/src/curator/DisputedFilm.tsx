import type { DisagreementPage, Finding } from '../api/types.ts';
import { Dialog } from '../app/Dialog.tsx';
import { FilmView } from '../film/FilmView.tsx';
import { imageIdOf, pixelsOf } from '../film/loader.ts';
import { marksOf } from '../rating/marks.ts';
import { text } from '../text/text.ts';
import { Disputed } from './Disputed.tsx';

interface Props {
  image: DisagreementPage['images'][number];
  findings: readonly Finding[];
  owner: string;
  onClose: () => void;
}

/** A film in dispute, whole, with what the raters drew, said and noted. */
export default function DisputedFilm({ image, findings, owner, onClose }: Props) {
  const title = text('cur.image', image.number);
  return (
    <Dialog title={title} onClose={onClose} className="dialog-film">
      <div className="dialog-film-view">
        <FilmView
          imageId={imageIdOf(pixelsOf(image.handle))}
          owner={`${owner}-disputed`}
          film={image.handle}
          label={title}
          marks={image.answers.flatMap((each, place) => marksOf(each, findings, place === 0 ? 'own' : 'other', `${each.rater}: `))}
        />
      </div>
      <Disputed image={image} findings={findings} />
      {image.answers.filter(each => each.note).map(each => <p key={each.rater} className="panel-note"><strong>{text('adj.note_by', each.rater)}:</strong> {each.note}</p>)}
    </Dialog>
  );
}
