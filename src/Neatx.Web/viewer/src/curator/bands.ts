import type { TextKey } from '../text/text.ts';

/** Landis and Koch's bands, as in the report: the shade of a cell, and the kappa up to which it holds. */
export const bands: readonly { upTo: number; range: string; name: TextKey }[] = [
  { upTo: 0, range: '≤\u202f0', name: 'band.none' },
  { upTo: 0.2, range: '0.01–0.20', name: 'band.slight' },
  { upTo: 0.4, range: '0.21–0.40', name: 'band.fair' },
  { upTo: 0.6, range: '0.41–0.60', name: 'band.moderate' },
  { upTo: 0.8, range: '0.61–0.80', name: 'band.substantial' },
  { upTo: 1, range: '0.81–1.00', name: 'band.almost_perfect' },
];

/** The place of a kappa's band, from 0. */
export const bandOf = (kappa: number): number => {
  const place = bands.findIndex(each => kappa <= each.upTo);
  return place < 0 ? bands.length - 1 : place;
};
