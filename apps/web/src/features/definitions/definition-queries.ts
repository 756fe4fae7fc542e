import { queryOptions } from '@tanstack/react-query';
import { commonHeaders, request } from '../../api/request.js';

export interface Point {
  x: number;
  y: number;
}

export interface Area extends Point {
  width: number;
  height: number;
}

export interface Shape extends Area {
  id: string;
  kind: 'start' | 'end' | 'state' | 'choice' | 'person' | 'system' | 'timer' | 'alarm' | 'group';
  lines: string[];
  notes?: string[];
  label?: Area;
}

export interface Arrow {
  id: string;
  points: Point[];
  lines: string[];
  labelAt?: Point;
}

/** A diagram with every coordinate, as the server laid it out. */
export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
  arrows: Arrow[];
}

export interface Field {
  path: string;
  text: string;
  type: string;
  required: boolean;
}

export interface DefinedCommand {
  name: string;
  text: string;
  by: string;
  emits: { type: string; text: string }[];
  needs: string[];
  fields: Field[];
  refusals: { code: string; text: string }[];
}

export interface DefinedFact {
  type: string;
  text: string;
  to?: string;
  fields: Field[];
  sealed: { part: string; text: string; fields: Field[] }[];
  schema?: object;
  reactors: string[];
}

export interface DefinedDeadline {
  name: string;
  text: string;
  due: string;
  commandText: string;
  remind: string;
  escalate: string;
  fire: string;
  extend: string;
}

/** What a declaration says, in one language. */
export interface Definition {
  name: string;
  version: number;
  stream: string;
  title: string;
  states: { name: string; text: string; start: boolean; final: boolean }[];
  commands: DefinedCommand[];
  matrix: { state: string; command: string; to: string[] }[];
  deadlines: DefinedDeadline[];
  facts: DefinedFact[];
  stateDiagram: Drawing;
  processDiagram: Drawing;
}

export interface DefinitionLine {
  name: string;
  version: number;
  title: { vi: string; en: string };
  states: string[];
  commands: string[];
}

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => request<DefinitionLine[]>('/workflows', { signal }),
  staleTime: Infinity,
});

/** `language` is part of the key, since the server answers in it. */
export const definitionQuery = (name: string, language: string) =>
  queryOptions({
    queryKey: ['definition', name, language],
    queryFn: ({ signal }) => request<Definition>(`/workflows/${name}`, { signal }),
    staleTime: Infinity,
  });

/** Saves the BPMN file; the token travels in a header, which a plain link cannot send. */
export async function saveBpmn(name: string): Promise<void> {
  const response = await fetch(`/api/v1/workflows/${name}/bpmn`, { headers: commonHeaders() });
  if (!response.ok) throw new Error(`${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.bpmn`;
  link.click();
  URL.revokeObjectURL(url);
}
