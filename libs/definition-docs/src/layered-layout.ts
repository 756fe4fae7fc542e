import * as dagre from '@dagrejs/dagre';

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

/** What is used of the package, whose own types cannot be resolved under Node's rules. */
interface PlacedGraph {
  setGraph(label: object): void;
  setDefaultEdgeLabel(label: () => object): void;
  setNode(id: string, label: object): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): { readonly width: number; readonly height: number };
  node(id: string): Point;
  edge(from: string, to: string, name: string): PlacedLine;
}
interface PlacedLine {
  readonly points: readonly Point[];
  readonly x?: number;
  readonly y?: number;
}
const { Graph } = dagre as unknown as {
  Graph: new (options: { multigraph: boolean }) => PlacedGraph;
};
const { layout } = dagre as unknown as { layout: (graph: PlacedGraph) => void };

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

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

const sizeOf = (graph: PlacedGraph): { width: number; height: number } => {
  const { width, height } = graph.graph();
  return { width: Math.ceil(width), height: Math.ceil(height) };
};

const cornerOf = (graph: PlacedGraph, { id, width, height }: Box): Point => {
  const { x, y } = graph.node(id);
  return rounded({ x: x - width / 2, y: y - height / 2 });
};

const bendsOf = (graph: PlacedGraph, { id, from, to, labelWidth }: Line) => {
  const { points, x, y } = graph.edge(from, to, id);
  const label =
    labelWidth > 0 && x !== undefined && y !== undefined ? rounded({ x, y }) : undefined;
  return { points: points.map(rounded), label };
};
