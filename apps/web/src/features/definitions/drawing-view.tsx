import { useId } from 'react';
import type { Arrow, Drawing, Point, Shape } from './definition-queries.js';
import classes from './definitions.module.css';

const LINE = 16;

interface DrawingViewProps {
  drawing: Drawing;
  /** What the picture shows, for whoever cannot see it; the tables below say the same. */
  label: string;
}

/** A diagram at the places that the server gave, in the colours of the page. */
export function DrawingView({ drawing, label }: DrawingViewProps) {
  const marker = useId();
  const { width, height, shapes, arrows } = drawing;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <svg
        className={classes.drawing}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={label}
      >
        <defs>
          <marker
            id={marker}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="8"
            markerHeight="8"
            orient="auto-start-reverse"
          >
            <path className={classes.head} d="M 0 0 L 10 5 L 0 10 z" />
          </marker>
        </defs>
        {arrows.map((arrow) => (
          <path
            key={arrow.id}
            className={classes.arrow}
            d={pathOf(arrow.points)}
            markerEnd={`url(#${marker})`}
          />
        ))}
        {shapes.map((shape) => (
          <ShapeView key={shape.id} shape={shape} />
        ))}
        {arrows.map((arrow) => (
          <ArrowLabel key={arrow.id} arrow={arrow} />
        ))}
      </svg>
    </div>
  );
}

/** Straight pieces with rounded corners. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M ${first.x} ${first.y}`];
  rest.forEach((point, index) => {
    const next = rest[index + 1];
    if (!next) {
      parts.push(`L ${point.x} ${point.y}`);
      return;
    }
    const before = towards(point, points[index] ?? first);
    const after = towards(point, next);
    parts.push(`L ${before.x} ${before.y} Q ${point.x} ${point.y} ${after.x} ${after.y}`);
  });
  return parts.join(' ');
}

const CORNER = 10;

/** A point on the way from a corner, near it. */
const towards = (corner: Point, other: Point): Point => {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return {
    x: corner.x + (other.x - corner.x) * share,
    y: corner.y + (other.y - corner.y) * share,
  };
};

function ArrowLabel({ arrow: { lines, labelAt } }: { arrow: Arrow }) {
  if (!labelAt || lines.length === 0) return null;
  return <Lines lines={lines} x={labelAt.x} y={labelAt.y} className={classes.arrowText} />;
}

interface LinesProps {
  lines: readonly string[];
  /** The centre of the block. */
  x: number;
  y: number;
  className: string | undefined;
}

function Lines({ lines, x, y, className }: LinesProps) {
  const top = y - ((lines.length - 1) * LINE) / 2;
  return (
    <text className={className} x={x} textAnchor="middle" dominantBaseline="central">
      {lines.map((line, index) => (
        <tspan key={line} x={x} y={top + index * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function ShapeView({ shape }: { shape: Shape }) {
  const { x, y, width, height, lines, notes = [], label, kind } = shape;
  const centre = { x: x + width / 2, y: y + height / 2 };
  const textAt = label
    ? { x: label.x + label.width / 2, y: label.y + label.height / 2 }
    : { x: centre.x, y: centre.y - (notes.length * LINE) / 2 };
  const below = centre.y + (lines.length * LINE) / 2;
  return (
    <g className={classes[kind]}>
      <Outline shape={shape} />
      <Lines {...textAt} lines={lines} className={label ? classes.nameOutside : classes.name} />
      {notes.length > 0 && <Lines lines={notes} x={centre.x} y={below} className={classes.note} />}
    </g>
  );
}

function Outline({ shape: { kind, x, y, width, height, lines } }: { shape: Shape }) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const outline = classes.outline;
  if (kind === 'choice')
    return (
      <polygon
        className={outline}
        points={`${cx},${y} ${x + width},${cy} ${cx},${y + height} ${x},${cy}`}
      />
    );
  const isDot = kind === 'start' || kind === 'alarm' || kind === 'timer' || lines.length === 0;
  if (isDot || (kind === 'end' && width === height))
    return (
      <>
        <circle className={outline} cx={cx} cy={cy} r={width / 2} />
        {kind === 'timer' && (
          <path className={outline} d={`M ${cx} ${cy - 9} L ${cx} ${cy} L ${cx + 7} ${cy + 3}`} />
        )}
      </>
    );
  return <rect className={outline} x={x} y={y} width={width} height={height} rx={10} />;
}
