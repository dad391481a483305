interface Props {
  value: number | null;
  low: number | null;
  high: number | null;
  /** A line to reach. */
  bound?: number;
  from?: number;
  to?: number;
}

const width = 150;
const height = 18;

/** An interval on a scale, -0.2 to 1 for kappa: a whisker from end to end and a dot. The numbers stand beside it in text. */
export function IntervalBar({ value, low, high, bound, from = -0.2, to = 1 }: Props) {
  const at = (number: number): number => 4 + ((Math.min(to, Math.max(from, number)) - from) / (to - from)) * (width - 8);
  return (
    <svg className="interval" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line className="interval-axis" x1={at(from)} x2={at(to)} y1={height / 2} y2={height / 2} />
      {from < 0 && <line className="interval-zero" x1={at(0)} x2={at(0)} y1="3" y2={height - 3} />}
      {bound !== undefined && <line className="interval-bound" x1={at(bound)} x2={at(bound)} y1="0" y2={height} />}
      {low !== null && high !== null && <line className="interval-range" x1={at(low)} x2={at(high)} y1={height / 2} y2={height / 2} />}
      {value !== null && <circle className="interval-value" cx={at(value)} cy={height / 2} r="3.5" />}
    </svg>
  );
}
