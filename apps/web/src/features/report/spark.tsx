import type { Indicator } from '../../api/indicators.js';
import { isShare } from '../../api/indicators.js';
import type { Figure } from '../../api/types.js';
import classes from './report.module.css';

interface SparkProps {
  indicator: Indicator;
  figures: readonly (Figure | undefined)[];
}

const WIDTH = 120;
const HEIGHT = 30;
const GAP = 4;

/** One bar a year; a year of which nothing is counted has none. The table says the numbers. */
export function Spark({ indicator, figures }: SparkProps) {
  const values = figures.map((figure) => figure?.value ?? null);
  const most = Math.max(isShare(indicator) ? 1 : 0, ...values.map((value) => value ?? 0)) || 1;
  const wide = WIDTH / Math.max(1, values.length);
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      aria-hidden
      focusable="false"
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {values.map((value, index) =>
        value === null ? null : (
          <rect
            key={index}
            x={index * wide + GAP / 2}
            width={Math.max(2, wide - GAP)}
            y={HEIGHT - Math.max(1.5, (value / most) * (HEIGHT - 2))}
            height={Math.max(1.5, (value / most) * (HEIGHT - 2))}
            rx="1.5"
          />
        ),
      )}
    </svg>
  );
}
