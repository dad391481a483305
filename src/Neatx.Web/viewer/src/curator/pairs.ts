import type { Agreement } from '../api/types.ts';
import { text } from '../text/text.ts';

export const kinds = ['pooled', 'raters', 'gold', 'self'] as const;

/** Two sources that are compared: a column of the heatmap. */
export interface Pair {
  key: string;
  kind: Agreement['kind'];
  name: string;
  /** The fewest and the most images of a finding. */
  n: readonly [number, number];
  figures: ReadonlyMap<string, Agreement>;
}

export const pairKeyOf = (each: Agreement): string => `${each.kind}|${each.a}|${each.b}`;

export function pairNameOf({ kind, a, b }: Pick<Agreement, 'kind' | 'a' | 'b'>): string {
  if (kind === 'pooled') return text('cur.pooled');
  if (kind === 'gold') return text('cur.with_reference', a ?? '');
  if (kind === 'self') return text('cur.with_self', a ?? '');
  return `${a} – ${b}`;
}

/** The pairs of all figures: pooled, raters, reference standard, repeats; each kind in the server's order. */
export function pairsOf(agreement: readonly Agreement[]): Pair[] {
  const groups = new Map<string, Agreement[]>();
  for (const each of agreement) groups.set(pairKeyOf(each), [...(groups.get(pairKeyOf(each)) ?? []), each]);
  const pairs = [...groups].map(([key, figures]): Pair => ({
    key,
    kind: figures[0]!.kind,
    name: pairNameOf(figures[0]!),
    n: [Math.min(...figures.map(each => each.n)), Math.max(...figures.map(each => each.n))],
    figures: new Map(figures.map(each => [each.finding, each])),
  }));
  return kinds.flatMap(kind => pairs.filter(each => each.kind === kind));
}
