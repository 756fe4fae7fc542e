import type { Point } from './layered-layout.js';

/** What a shape stands for; the reader of a drawing decides how it looks. */
export type ShapeKind =
  'start' | 'end' | 'state' | 'choice' | 'person' | 'system' | 'timer' | 'alarm' | 'group';

export interface Area extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Shape {
  readonly id: string;
  readonly kind: ShapeKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The name, broken into lines that fit. */
  readonly lines: readonly string[];
  /** Where a name stands that is not inside the shape. */
  readonly label?: Area;
  /** Smaller lines below the name: what can be done without leaving the state. */
  readonly notes?: readonly string[];
  /** A timer sits on the border of this shape. */
  readonly on?: string;
}

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly lines: readonly string[];
  /** Centre of the label. */
  readonly labelAt?: Point | undefined;
}

/** A diagram with every coordinate, in pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly arrows: readonly Arrow[];
}

const LETTER_WIDTH = 7;
export const LINE_HEIGHT = 16;

/** Breaks a text at spaces into lines of about `columns` letters. */
export function broken(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < columns)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Room that lines of text take, in pixels. */
export const textSize = (lines: readonly string[]): { width: number; height: number } => ({
  width: Math.max(0, ...lines.map((line) => line.length)) * LETTER_WIDTH,
  height: lines.length * LINE_HEIGHT,
});
