import { Graph, layout } from '@dagrejs/dagre';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box to be placed; sizes in pixels. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes, with the room that its label needs. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly labelWidth: number;
  readonly labelHeight: number;
}

export interface LayoutDirection {
  /** `LR`: from left to right; `TB`: from top to bottom. */
  readonly direction: 'LR' | 'TB';
  readonly betweenRanks: number;
  readonly betweenBoxes: number;
}

/** Where everything came to lie: boxes by their top left corner, lines by their bends. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<string, Point>;
  readonly lines: ReadonlyMap<
    string,
    { readonly points: readonly Point[]; readonly label: Point | undefined }
  >;
}

const MARGIN = 24;

/** Layers from the start onwards, few crossings, nothing on top of another. Deterministic. */
export function layered(
  boxes: readonly Box[],
  lines: readonly Line[],
  { direction, betweenRanks, betweenBoxes }: LayoutDirection,
): Placement {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: direction,
    ranksep: betweenRanks,
    nodesep: betweenBoxes,
    edgesep: 12,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height });
  for (const { id, from, to, labelWidth, labelHeight } of lines)
    graph.setEdge(from, to, { width: labelWidth, height: labelHeight, labelpos: 'c' }, id);
  layout(graph);
  return {
    ...sizeOf(graph),
    boxes: new Map(boxes.map((box) => [box.id, cornerOf(graph, box)])),
    lines: new Map(lines.map((line) => [line.id, bendsOf(graph, line)])),
  };
}

type Placed = InstanceType<typeof Graph>;
interface PlacedBox {
  readonly x: number;
  readonly y: number;
}
interface PlacedLine {
  readonly points: readonly Point[];
  readonly x?: number;
  readonly y?: number;
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

const sizeOf = (graph: Placed): { width: number; height: number } => {
  const { width, height } = graph.graph() as { width: number; height: number };
  return { width: Math.ceil(width), height: Math.ceil(height) };
};

const cornerOf = (graph: Placed, { id, width, height }: Box): Point => {
  const { x, y } = graph.node(id) as PlacedBox;
  return rounded({ x: x - width / 2, y: y - height / 2 });
};

const bendsOf = (graph: Placed, { id, from, to, labelWidth }: Line) => {
  const { points, x, y } = graph.edge(from, to, id) as PlacedLine;
  const label =
    labelWidth > 0 && x !== undefined && y !== undefined ? rounded({ x, y }) : undefined;
  return { points: points.map(rounded), label };
};
