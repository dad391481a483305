import type { Point } from './points.ts';

/** Something drawn over a film. Coordinates are shares of its width and height. */
export interface Mark {
  kind: 'line' | 'box';
  points: [number, number][];
  label: string;
  by?: 'own' | 'expert' | 'other';
}

interface Props {
  /** Changes whenever the film moved. */
  view: number;
  toScreen: (x: number, y: number) => Point | null;
  size: Point;
  /** Of the view, so that no word runs out of it. */
  width: number;
  marks: readonly Mark[];
  ruler: readonly Point[];
  drawn: readonly Point[];
  /** Where keys would set the next point. */
  cursor: Point | null;
  isBox: boolean;
}

/** Lines, boxes and the ruler, in the place where the film is now. */
export function Marks({ toScreen, size, width, marks, ruler, drawn, cursor, isBox }: Props) {
  const place = (point: Point): Point | null => toScreen(point[0], point[1]);
  const path = (points: readonly Point[]): string => points.flatMap(each => place(each) ?? []).reduce((all, value, index) => `${all}${index % 2 ? ',' : ' '}${value.toFixed(1)}`, '').trim();
  const scaled = (mark: Mark): Point[] => mark.points.map(([x, y]) => [x * size[0], y * size[1]]);
  const [from, to] = ruler;
  const end = to && place(to);
  const at = cursor && place(cursor);
  return (
    <svg className="marks" aria-hidden="true">
      {marks.map((mark, index) => {
        const points = mark.kind === 'box' ? corners(scaled(mark)) : scaled(mark);
        const at = points[0] && place(points[0]);
        return (
          <g key={index} className={`mark mark-${mark.by ?? 'own'}`}>
            <polyline points={path(points)} />
            {at && (at[0] > width * 0.65
              ? <text x={at[0] - 6} y={at[1] - 6} textAnchor="end">{mark.label}</text>
              : <text x={at[0] + 6} y={at[1] - 6}>{mark.label}</text>)}
          </g>
        );
      })}
      {drawn.length > 0 && (
        <g className="mark mark-drawn">
          <polyline points={path(isBox ? corners([...drawn]) : drawn)} />
          {!isBox && drawn.map((each, index) => {
            const at = place(each);
            return at && <circle key={index} cx={at[0]} cy={at[1]} r="3" />;
          })}
        </g>
      )}
      {at && <path className="mark-cursor" d={`M${at[0] - 14},${at[1]}h28M${at[0]},${at[1] - 14}v28`} />}
      {from && to && end && (
        <g className="mark mark-ruler">
          <polyline points={path([from, to])} />
          <text x={end[0] + 8} y={end[1] - 8}>{Math.round(Math.hypot(from[0] - to[0], from[1] - to[1]))} px</text>
        </g>
      )}
    </svg>
  );
}

function corners(points: Point[]): Point[] {
  const [a, b] = points;
  return a && b ? [a, [b[0], a[1]], b, [a[0], b[1]], a] : points;
}
