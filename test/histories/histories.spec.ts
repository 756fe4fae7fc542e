import { advance, startOf } from '#libs/kernel';
import { WORKFLOWS } from '#libs/workflows';
import { foldedState, foldStream, readHistories } from './history-files.js';

const histories = readHistories().map((history) => [
  `${history.workflow} ${history.name}`,
  history,
]);
const workflowOf = (name: string) => WORKFLOWS.find((workflow) => workflow.name === name)!;

describe('what was stored by a release', () => {
  it('is recorded for every workflow', () => {
    const recorded = new Set(readHistories().map(({ workflow }) => workflow));
    // Remedy: npm run histories.
    expect(WORKFLOWS.map(({ name }) => name).filter((name) => !recorded.has(name))).toEqual([]);
  });
});

describe.each(histories as [string, ReturnType<typeof readHistories>[number]][])(
  'the history %s',
  (_, { workflow: name, streams, expected }) => {
    const workflow = workflowOf(name);

    it('folds to the state it folded to then', () => {
      const folded = [...streams].map(([stream, events]) => [
        stream,
        foldedState(foldStream(workflow, stream, events)),
      ]);
      expect(Object.fromEntries(folded)).toEqual(expected);
    });

    it('holds no fact that today’s code does not know', () => {
      const types = [...new Set([...streams.values()].flat().map(({ type }) => type))];
      expect(types.filter((type) => !workflow.facts.has(type))).toEqual([]);
    });

    it('folds the same one fact at a time', () => {
      for (const [stream, events] of streams) {
        const slowly = startOf(workflow, stream.slice(workflow.stream.length + 1));
        for (const event of events) advance(slowly, [event]);
        expect(foldedState(slowly)).toEqual(expected[stream]);
      }
    });

    it('stands in states that its definition has', () => {
      for (const [stream, events] of streams) {
        const { definition, stateName } = foldStream(workflow, stream, events);
        expect(Object.keys(definition.states)).toContain(stateName);
      }
    });
  },
);
