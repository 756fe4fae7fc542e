import { BpmnModdle } from 'bpmn-moddle';
import { WORKFLOWS } from '#libs/workflows';
import { bpmnXml } from './bpmn-xml.js';
import { processDiagram } from './process-diagram.js';

interface Element {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly sourceRef?: Element;
  readonly targetRef?: Element;
  readonly attachedToRef?: Element;
  readonly incoming?: readonly Element[];
  readonly outgoing?: readonly Element[];
  readonly flowElements?: readonly Element[];
  readonly $parent?: Element;
}
interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Shown {
  readonly $type: string;
  readonly bpmnElement: Element;
  readonly bounds?: Bounds;
  readonly waypoint?: readonly { readonly x: number; readonly y: number }[];
}

/** All elements of a process, those of its sub-processes too. */
const within = ({ flowElements = [] }: Element): readonly Element[] =>
  flowElements.flatMap((element) => [element, ...within(element)]);

const opened = async (xml: string) => {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  const root = rootElement as unknown as {
    rootElements: readonly Element[];
    diagrams: readonly { plane: { planeElement: readonly Shown[] } }[];
  };
  const process = root.rootElements.find(({ $type }) => $type === 'bpmn:Process')!;
  const elements = within(process);
  return { warnings, elements, shown: root.diagrams[0]!.plane.planeElement };
};

const overlap = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const CASES = WORKFLOWS.flatMap((workflow) =>
  (['vi', 'en'] as const).map((language) => [workflow.name, language, workflow] as const),
);

describe.each(CASES)('the BPMN of %s in %s', (_, language, workflow) => {
  const reading = opened(bpmnXml(workflow, language));

  it('is read without a warning', async () => expect((await reading).warnings).toEqual([]));

  it('has flows between elements that exist, and each element leads somewhere', async () => {
    const { elements } = await reading;
    for (const { $type, id, sourceRef, targetRef, incoming, outgoing } of elements) {
      if ($type === 'bpmn:SequenceFlow')
        expect([id, elements.includes(sourceRef!), targetRef!.$parent]).toEqual([
          id,
          true,
          sourceRef!.$parent,
        ]);
      else if ($type !== 'bpmn:SubProcess') {
        const needsIn = !['bpmn:StartEvent', 'bpmn:BoundaryEvent'].includes($type);
        expect([id, (incoming?.length ?? 0) > 0]).toEqual([id, needsIn]);
        expect([id, (outgoing?.length ?? 0) > 0]).toEqual([id, $type !== 'bpmn:EndEvent']);
      }
    }
  });

  it('has a place for every element, and none on top of another', async () => {
    const { elements, shown } = await reading;
    expect(shown.map(({ bpmnElement }) => bpmnElement.id).toSorted()).toEqual(
      elements.map(({ id }) => id).toSorted(),
    );
    const shapes = shown.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
    const collisions = shapes.flatMap((one, index) =>
      shapes.slice(index + 1).flatMap((other) => {
        const [left, right] = [one.bpmnElement, other.bpmnElement];
        const attached =
          left.attachedToRef === right ||
          right.attachedToRef === left ||
          left.$parent === right ||
          right.$parent === left;
        return !attached && overlap(one.bounds!, other.bounds!)
          ? [`${one.bpmnElement.id} on ${other.bpmnElement.id}`]
          : [];
      }),
    );
    expect(collisions).toEqual([]);
  });

  it('has lines that begin and end at the borders of what they join', async () => {
    const { shown } = await reading;
    const boundsOf = (element: Element) =>
      shown.find(({ bpmnElement }) => bpmnElement === element)!.bounds!;
    const touches = ({ x, y, width, height }: Bounds, point: { x: number; y: number }) =>
      point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
    for (const { $type, bpmnElement, waypoint = [] } of shown) {
      if ($type !== 'bpmndi:BPMNEdge') continue;
      const { id, sourceRef, targetRef } = bpmnElement;
      const ends = [
        touches(boundsOf(sourceRef!), waypoint[0]!),
        touches(boundsOf(targetRef!), waypoint.at(-1)!),
      ];
      expect([id, ...ends]).toEqual([id, true, true]);
    }
  });

  it('has a task for every command that people or the system give, and every state', async () => {
    const { elements } = await reading;
    const { graph } = processDiagram(workflow, language);
    expect(elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')).toHaveLength(
      graph.nodes.length,
    );
    for (const state of Object.keys(workflow.states))
      expect(elements.map(({ id }) => id)).toContain(`state_${state}`);
  });
});

it('escapes what XML would read as its own', async () => {
  const [workflow] = WORKFLOWS;
  const xml = bpmnXml({ ...workflow!, name: 'a & <b> "c"' }, 'en');
  expect(xml).toContain('A &amp; &lt;b&gt; &quot;c&quot;');
});
