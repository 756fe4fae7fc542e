import type { AnyWorkflow } from '#libs/kernel';
import type { Language } from '#libs/platform';
import { type Area, type Arrow, type Drawing, type Shape, textSize } from './drawing.js';
import { policySentence } from './policy-sentence.js';
import { processDiagram } from './process-diagram.js';
import type { ProcessGraph, ProcessNode } from './process-graph.js';
import { PAGE } from './page-texts.js';
import { capital, say, termOf } from './words.js';

const NAMESPACES = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  targetNamespace: 'https://guong.example/bpmn',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element on lines of its own; its content is indented. */
const element = (name: string, attributes: Attributes, ...content: readonly string[]): string => {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  if (content.length === 0) return `<${name}${given} />`;
  const inner = content.join('\n').replace(/^/gm, '  ');
  return `<${name}${given}>\n${inner}\n</${name}>`;
};

const textElement = (name: string, attributes: Attributes, text: string): string =>
  element(name, attributes, '{}').replace(/\n\s*\{\}\n/, () => escaped(text));

const ELEMENTS: Readonly<Record<ProcessNode['kind'], string>> = {
  start: 'bpmn:startEvent',
  end: 'bpmn:endEvent',
  alarm: 'bpmn:endEvent',
  state: 'bpmn:exclusiveGateway',
  choice: 'bpmn:exclusiveGateway',
  person: 'bpmn:userTask',
  system: 'bpmn:serviceTask',
  timer: 'bpmn:boundaryEvent',
  group: 'bpmn:subProcess',
};

const definitionOf = ({ id, kind, timer, parent }: ProcessNode): readonly string[] => {
  if (kind === 'start' && parent !== undefined)
    return [element('bpmn:messageEventDefinition', { id: `${id}_message` })];
  if (kind === 'alarm') return [element('bpmn:escalationEventDefinition', { id: `${id}_alarm` })];
  if (timer === undefined) return [];
  const [name, value] =
    'duration' in timer ? ['bpmn:timeDuration', timer.duration] : ['bpmn:timeDate', timer.date];
  const expression = textElement(name, { 'xsi:type': 'bpmn:tFormalExpression' }, value);
  return [element('bpmn:timerEventDefinition', { id: `${id}_timer` }, expression)];
};

const nodeElement = (
  node: ProcessNode,
  graph: ProcessGraph,
  said: readonly string[],
  ...inside: readonly string[]
): string => {
  const { id, kind, name, on, parent } = node;
  const ends = (what: string, side: 'from' | 'to') =>
    graph.flows.filter((flow) => flow[side] === id).map((flow) => textElement(what, {}, flow.id));
  return element(
    ELEMENTS[kind],
    {
      id,
      name: name === '' ? undefined : name,
      attachedToRef: on,
      cancelActivity: on === undefined ? undefined : 'false',
      isInterrupting: kind === 'start' && parent !== undefined ? 'false' : undefined,
      triggeredByEvent: kind === 'group' ? 'true' : undefined,
    },
    ...said.map((text) => textElement('bpmn:documentation', {}, text)),
    ...ends('bpmn:incoming', 'to'),
    ...ends('bpmn:outgoing', 'from'),
    ...definitionOf(node),
    ...inside,
  );
};

const bounds = (x: number, y: number, width: number, height: number): string =>
  element('dc:Bounds', { x: Math.round(x), y: Math.round(y), width, height });

const labelElement = ({ x, y, width, height }: Area): string =>
  element('bpmndi:BPMNLabel', {}, bounds(x, y, width, height));

const shapeElement = ({ id, kind, x, y, width, height, label }: Shape): string =>
  element(
    'bpmndi:BPMNShape',
    {
      id: `${id}_di`,
      bpmnElement: id,
      isMarkerVisible: kind === 'choice' ? 'true' : undefined,
      isExpanded: kind === 'group' ? 'true' : undefined,
    },
    bounds(x, y, width, height),
    ...(label === undefined ? [] : [labelElement(label)]),
  );

const edgeElement = ({ id, points, lines, labelAt }: Arrow): string => {
  const text = textSize(lines);
  const corner = labelAt && { x: labelAt.x - text.width / 2, y: labelAt.y - text.height / 2 };
  return element(
    'bpmndi:BPMNEdge',
    { id: `${id}_di`, bpmnElement: id },
    ...points.map(({ x, y }) => element('di:waypoint', { x: Math.round(x), y: Math.round(y) })),
    ...(corner === undefined ? [] : [labelElement({ ...corner, ...text })]),
  );
};

/** Who may do it, and when, if the states are not drawn. */
const saidOf = (
  workflow: AnyWorkflow,
  node: ProcessNode,
  language: Language,
): readonly string[] => {
  const { command, states } = node;
  if (command === undefined) return [];
  const who = policySentence(workflow.commands[command]!.by, language);
  return states === undefined
    ? [who]
    : [who, say(PAGE.possibleIn, language, { states: states.join(', ') })];
};

/** The elements inside a group (`undefined`: of the process itself). */
const elementsOf = (
  graph: ProcessGraph,
  parent: string | undefined,
  said: (node: ProcessNode) => readonly string[],
): readonly string[] => {
  const nodes = graph.nodes.filter((node) => node.parent === parent);
  const ids = new Set(nodes.map(({ id }) => id));
  return [
    ...nodes.map((node) =>
      nodeElement(
        node,
        graph,
        said(node),
        ...(node.kind === 'group' ? elementsOf(graph, node.id, said) : []),
      ),
    ),
    ...graph.flows
      .filter(({ from }) => ids.has(from))
      .map(({ id, name, from, to }) =>
        element('bpmn:sequenceFlow', {
          id,
          name: name === '' ? undefined : name,
          sourceRef: from,
          targetRef: to,
        }),
      ),
  ];
};

const planeOf = (id: string, drawing: Drawing): string =>
  element(
    'bpmndi:BPMNDiagram',
    { id: `${id}_diagram` },
    element(
      'bpmndi:BPMNPlane',
      { id: `${id}_plane`, bpmnElement: id },
      ...drawing.shapes.map(shapeElement),
      ...drawing.arrows.map(edgeElement),
    ),
  );

/** BPMN 2.0 with diagram interchange: a modeller opens it as it was laid out. */
export function bpmnXml(workflow: AnyWorkflow, language: Language): string {
  const { graph, drawing } = processDiagram(workflow, language);
  const id = `process_${workflow.name.replaceAll('-', '_')}`;
  const name = capital(termOf('workflow', workflow.name, language));
  const process = element(
    'bpmn:process',
    { id, name: `${name} (v${workflow.version})`, isExecutable: 'false' },
    ...elementsOf(graph, undefined, (node) => saidOf(workflow, node, language)),
  );
  const definitions = element(
    'bpmn:definitions',
    { ...NAMESPACES, id: `definitions_${id}` },
    process,
    planeOf(id, drawing),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${definitions}\n`;
}
