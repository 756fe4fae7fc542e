import type { AnyWorkflow } from '#libs/kernel';
import type { Language } from '#libs/platform';
import {
  type Area,
  type Arrow,
  broken,
  type Drawing,
  LINE_HEIGHT,
  type Shape,
  type ShapeKind,
  textSize,
} from './drawing.js';
import { layered, type Point } from './layered-layout.js';
import { processGraph, type ProcessGraph, type ProcessNode } from './process-graph.js';

/** Sizes that modellers give these shapes, in pixels. */
const TASK = { width: 120, height: 80 };
const CHOICE = 50;
const EVENT = 36;
const TASK_COLUMNS = 15;
const NAME_COLUMNS = 18;
/** Room for the name of a group, and around it. */
const GROUP_HEAD = 30;
const MARGIN = 24;

const ROUND = new Set<ShapeKind>(['start', 'end', 'alarm', 'timer']);

const isTask = ({ kind }: Pick<ProcessNode, 'kind'>): boolean =>
  kind === 'person' || kind === 'system';

const sizeOf = (node: ProcessNode): Size => {
  if (isTask(node)) return TASK;
  const side = ROUND.has(node.kind) ? EVENT : CHOICE;
  return { width: side, height: side };
};

/** Names of events and choices stand below them; a task holds its own. */
const nameLines = (node: ProcessNode): readonly string[] =>
  node.name === '' ? [] : broken(node.name, isTask(node) ? TASK_COLUMNS : NAME_COLUMNS);

/** Below a task with timers: what happens when they have run out. */
const ALARM_DROP = 44;
const BESIDE = 4;

type Size = { readonly width: number; readonly height: number };

/** The room a node takes with what stands above or below it; the node is in the middle. */
const roomOf = (node: ProcessNode, hasAlarm: boolean): Size => {
  const size = sizeOf(node);
  if (isTask(node))
    return hasAlarm
      ? { width: size.width, height: size.height + 2 * (ALARM_DROP + EVENT + LINE_HEIGHT) }
      : size;
  const name = textSize(nameLines(node));
  return { width: Math.max(size.width, name.width), height: size.height + 2 * name.height };
};

const centreOf = ({ x, y, width, height }: Area): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

/** Where a line meets the border: the side that looks towards its next bend. */
const meeting = (shape: Shape, other: Point, isEnd: boolean): Point => {
  const { x, y, width, height } = shape;
  const centre = centreOf(shape);
  if (other.x <= x) return { x, y: centre.y };
  // What returns to a choice meets it from above or below: to the right others leave.
  const returns = isEnd && shape.kind === 'choice';
  if (other.x >= x + width && !returns) return { x: x + width, y: centre.y };
  return { x: centre.x, y: other.y < centre.y ? y : y + height };
};

/** To the next rank a line takes two right angles in the gap between; back and down it does not. */
const cornered = (first: Point, last: Point): readonly Point[] | undefined => {
  if (last.x <= first.x) return undefined;
  if (first.y === last.y) return [first, last];
  const x = Math.round((first.x + last.x) / 2);
  return [first, { x, y: first.y }, { x, y: last.y }, last];
};

/** Names stand below, unless a line goes there and none above; a timer's stands to its left. */
const labelOf = (shape: Shape, arrows: readonly Arrow[]): Area | undefined => {
  const { id, kind, x, y, width, height, lines } = shape;
  if (kind === 'person' || kind === 'system' || lines.length === 0) return undefined;
  const text = textSize(lines);
  if (kind === 'timer') return { x: x - text.width - BESIDE, y: y + height / 2 + 2, ...text };
  const ends = arrows.flatMap(({ from, to, points }) => [
    ...(from === id ? [points[0]!] : []),
    ...(to === id ? [points.at(-1)!] : []),
  ]);
  const isTaken = (level: number) => ends.some((point) => point.y === level);
  const above = isTaken(y + height) && !isTaken(y);
  const left = Math.round(x + (width - text.width) / 2);
  return { x: left, y: above ? y - text.height : y + height, ...text };
};

/** Timers sit on the lower border from the right; what follows them stands below. */
const seated = (graph: ProcessGraph, shapes: Map<string, Shape>): void => {
  const seats = new Map<string, number>();
  for (const node of graph.nodes) {
    const host = node.on === undefined ? undefined : shapes.get(node.on);
    if (host === undefined) continue;
    const seat = seats.get(host.id) ?? 0;
    seats.set(host.id, seat + 1);
    const x = host.x + host.width - (EVENT + BESIDE) * (seat + 1);
    const y = host.y + host.height - EVENT / 2;
    const size = { width: EVENT, height: EVENT };
    const { id, kind, on } = node;
    shapes.set(id, { id, kind, x, y, ...size, lines: nameLines(node), ...(on && { on }) });
    const next = graph.nodes.find(({ id: alarm }) => alarm === alarmOf(graph, node));
    if (next !== undefined)
      shapes.set(next.id, {
        id: next.id,
        kind: next.kind,
        x,
        y: host.y + host.height + ALARM_DROP,
        ...size,
        lines: nameLines(next),
      });
  }
};

/** The end event that only this timer leads to. */
const alarmOf = ({ nodes, flows }: ProcessGraph, { id }: ProcessNode): string | undefined => {
  const next = flows.find(({ from }) => from === id)?.to;
  return nodes.some((node) => node.id === next && node.kind === 'alarm') ? next : undefined;
};

const placedShapes = (
  graph: ProcessGraph,
  rooms: ReadonlyMap<string, Size>,
  corners: ReadonlyMap<string, Point>,
): ReadonlyMap<string, Shape> => {
  const shapes = new Map<string, Shape>();
  for (const node of graph.nodes) {
    const room = rooms.get(node.id);
    const corner = corners.get(node.id);
    if (room === undefined || corner === undefined) continue;
    const size = sizeOf(node);
    const x = Math.round(corner.x + (room.width - size.width) / 2);
    const y = Math.round(corner.y + (room.height - size.height) / 2);
    const { id, kind } = node;
    shapes.set(id, { id, kind, x, y, ...size, lines: nameLines(node) });
  }
  seated(graph, shapes);
  return shapes;
};

/** The rooms of all nodes that the layout places; timers and their alarms go with their task. */
const roomsOf = (graph: ProcessGraph): ReadonlyMap<string, Size> => {
  const timers = graph.nodes.filter(({ on }) => on !== undefined);
  const alarmed = new Set(timers.filter((node) => alarmOf(graph, node)).map(({ on }) => on));
  return new Map(
    graph.nodes
      .filter(({ kind }) => kind !== 'timer' && kind !== 'alarm')
      .map((node) => [node.id, roomOf(node, alarmed.has(node.id))]),
  );
};

/** A part of the process by itself: what stands in the open, or inside the group. */
function placed(graph: ProcessGraph): Drawing {
  const hosts = new Map(graph.nodes.flatMap(({ id, on }) => (on === undefined ? [] : [[id, on]])));
  const anchor = (id: string): string => hosts.get(id) ?? id;
  const rooms = roomsOf(graph);
  const boxes = [...rooms].map(([id, room]) => ({ id, ...room }));
  const labels = (name: string) => (name === '' ? [] : broken(name, NAME_COLUMNS));
  const lines = graph.flows
    .filter(({ to }) => rooms.has(to))
    .map(({ id, from, to, name }) => {
      const { width, height } = textSize(labels(name));
      return { id, from: anchor(from), to, labelWidth: width, labelHeight: height };
    });
  const layout = layered(boxes, lines, { direction: 'LR', betweenRanks: 40, betweenBoxes: 30 });
  const shapes = placedShapes(graph, rooms, layout.boxes);
  const arrows = graph.flows.map(({ id, from, to, name }): Arrow => {
    const { points, label } = layout.lines.get(id) ?? { points: [], label: undefined };
    const [source, target] = [shapes.get(from)!, shapes.get(to)!];
    const bends = points.slice(1, -1);
    const first = meeting(source, bends[0] ?? centreOf(target), false);
    const last = meeting(target, bends.at(-1) ?? centreOf(source), true);
    const route = bends.length < 2 && name === '' ? cornered(first, last) : undefined;
    const path = route ?? [first, ...bends, last];
    return { id, from, to, points: path, lines: labels(name), labelAt: label };
  });
  const named = [...shapes.values()].map((shape) => {
    const label = labelOf(shape, arrows);
    return { ...shape, ...(label && { label }) };
  });
  const { width, height } = layout;
  return { width, height, shapes: named, arrows };
}

const moved = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });

/** The group below the way, with its name at its upper edge. */
function withGroup(way: Drawing, group: ProcessNode, inside: Drawing): Drawing {
  const by = { x: MARGIN, y: way.height + GROUP_HEAD };
  const lines = [group.name];
  const text = textSize(lines);
  const width = Math.max(inside.width, text.width + 2 * MARGIN);
  const frame: Shape = {
    id: group.id,
    kind: 'group',
    x: MARGIN,
    y: way.height,
    width,
    height: inside.height + GROUP_HEAD,
    lines,
    label: { x: MARGIN + 12, y: way.height + 8, ...text },
  };
  const shapes = inside.shapes.map((shape) => ({
    ...shape,
    ...moved(shape, by),
    ...(shape.label && { label: { ...shape.label, ...moved(shape.label, by) } }),
  }));
  const arrows = inside.arrows.map((arrow) => ({
    ...arrow,
    points: arrow.points.map((point) => moved(point, by)),
    labelAt: arrow.labelAt && moved(arrow.labelAt, by),
  }));
  return {
    width: Math.max(way.width, width + 2 * MARGIN),
    height: way.height + frame.height + MARGIN,
    shapes: [...way.shapes, frame, ...shapes],
    arrows: [...way.arrows, ...arrows],
  };
}

/** The nodes inside a group (`undefined`: in the open) with the flows between them. */
const partOf = (graph: ProcessGraph, parent: string | undefined): ProcessGraph => {
  const nodes = graph.nodes.filter((node) => node.parent === parent && node.kind !== 'group');
  const ids = new Set(nodes.map(({ id }) => id));
  return { nodes, flows: graph.flows.filter(({ from }) => ids.has(from)) };
};

/** The process with every coordinate. Its names and ids are those of the process. */
export function processDiagram(
  workflow: AnyWorkflow,
  language: Language,
): { readonly graph: ProcessGraph; readonly drawing: Drawing } {
  const graph = processGraph(workflow, language);
  const way = placed(partOf(graph, undefined));
  const group = graph.nodes.find(({ kind }) => kind === 'group');
  if (group === undefined) return { graph, drawing: way };
  const inside = placed(partOf(graph, group.id));
  return { graph, drawing: withGroup(way, group, inside) };
}
