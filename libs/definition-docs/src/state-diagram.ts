import type { AnyWorkflow } from '#libs/kernel';
import type { Bilingual, Language } from '#libs/platform';
import { type Arrow, broken, type Drawing, LINE_HEIGHT, type Shape, textSize } from './drawing.js';
import { layered } from './layered-layout.js';
import { anytimeCommands, type Transition, drawnTransitions } from './transitions.js';
import { capital, termOf } from './words.js';

const DOT = 18;
const PADDING = 12;
const MARGIN = 24;
const COLUMNS = 26;
const START = '[start]';
const ANYTIME_TITLE: Bilingual = { vi: 'Ở nhiều trạng thái', en: 'In many states' };

type Unplaced<T> = Omit<T, 'x' | 'y' | 'points' | 'labelAt'>;

const stateShape = (
  state: string,
  isFinal: boolean,
  moves: readonly Transition[],
  word: (kind: string, code: string) => string,
): Unplaced<Shape> => {
  const lines = broken(capital(word('state', state)), COLUMNS);
  const stays = moves.filter(({ from, to }) => from === state && to === state);
  const notes = stays.map(({ command }) => `↻ ${word('command', command)}`);
  const { width } = textSize([...lines, ...notes]);
  return {
    id: state,
    kind: isFinal ? 'end' : 'state',
    width: Math.max(96, width + 2 * PADDING),
    height: (lines.length + notes.length) * LINE_HEIGHT + 2 * PADDING,
    lines,
    notes,
  };
};

/** A box apart for what can be done in many states. */
const anytimeShape = (
  always: ReadonlySet<string>,
  language: Language,
  word: (kind: string, code: string) => string,
): Unplaced<Shape> | undefined => {
  if (always.size === 0) return undefined;
  const lines = [ANYTIME_TITLE[language]];
  const notes = [...always].map((command) => `↻ ${word('command', command)}`);
  const { width } = textSize([...lines, ...notes]);
  const height = (lines.length + notes.length) * LINE_HEIGHT + 2 * PADDING;
  return { id: '[anytime]', kind: 'group', width: width + 2 * PADDING, height, lines, notes };
};

/** Commands between the same two states share an arrow. */
const stateArrows = (
  moves: readonly Transition[],
  word: (kind: string, code: string) => string,
): Unplaced<Arrow>[] => {
  const between = new Map<string, { from: string; to: string; lines: string[] }>();
  for (const { from, to, command } of moves) {
    if (from === to) continue;
    const key = `${from}→${to}`;
    const arrow = between.get(key) ?? { from, to, lines: [] };
    arrow.lines.push(word('command', command));
    between.set(key, arrow);
  }
  return [...between].map(([id, arrow]) => ({ id, ...arrow }));
};

/** The states of a workflow and the commands that lead from one to another. */
export function stateDiagram(workflow: AnyWorkflow, language: Language): Drawing {
  const word = (kind: string, code: string): string => termOf(kind, code, language, workflow.name);
  const all = drawnTransitions(workflow);
  const always = anytimeCommands(all);
  const moves = all.filter(({ command }) => !always.has(command));
  const start: Unplaced<Shape> = { id: START, kind: 'start', width: DOT, height: DOT, lines: [] };
  const states = Object.entries(workflow.states).map(([state, { final }]) =>
    stateShape(state, final === true, moves, word),
  );
  const shapes = [start, ...states];
  const arrows = [
    { id: START, from: START, to: workflow.startState, lines: [] },
    ...stateArrows(moves, word),
  ];
  const lines = arrows.map(({ id, from, to, lines: label }) => {
    const { width, height } = textSize(label);
    return { id, from, to, labelWidth: width, labelHeight: height };
  });
  const placed = layered(shapes, lines, { direction: 'TB', betweenRanks: 28, betweenBoxes: 36 });
  const apart = anytimeShape(always, language, word);
  const below = apart && { ...apart, x: MARGIN, y: placed.height };
  return {
    width: Math.max(placed.width, below === undefined ? 0 : below.width + 2 * MARGIN),
    height: placed.height + (below === undefined ? 0 : below.height + MARGIN),
    shapes: [
      ...shapes.map((shape) => ({ ...shape, ...placed.boxes.get(shape.id)! })),
      ...(below === undefined ? [] : [below]),
    ],
    arrows: arrows.map((arrow) => {
      const { points, label } = placed.lines.get(arrow.id)!;
      return { ...arrow, points, labelAt: label };
    }),
  };
}
