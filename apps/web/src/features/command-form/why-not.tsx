import { Accordion, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Action, Reason } from '../../api/types.js';
import { useWords } from '../../ui/words.js';
import { useReasonText, worthSaying } from './reason-text.js';

/** That the system alone does it needs no saying where somebody else may do it too. */
const forPeople = (reasons: readonly Reason[]): readonly Reason[] => {
  const others = reasons.filter(({ code }) => code !== 'NOT_SYSTEM');
  return others.length > 0 ? others : reasons;
};

const isOfSystem = ({ reasons }: Action): boolean =>
  reasons.length > 0 && reasons.every(({ code }) => code === 'NOT_SYSTEM');

/** Why the other commands are not possible now: what has the same reason stands in one line. */
export function WhyNot({ workflow, actions }: { workflow: string; actions: readonly Action[] }) {
  const { t } = useTranslation();
  const words = useWords(workflow);
  const reasonText = useReasonText();
  const expected = actions.filter((action) => !isOfSystem(action));
  if (expected.length === 0) return null;
  // What one could do but for a condition comes before what is not one's part.
  const sorted = [...expected].sort(
    (a, b) => Number(worthSaying(b.reasons)) - Number(worthSaying(a.reasons)),
  );
  const lines = Map.groupBy(sorted, ({ reasons }) =>
    [...new Set(forPeople(reasons).map(reasonText))].join(' '),
  );
  return (
    <Accordion variant="separated" radius="md" className="no-print">
      <Accordion.Item value="why">
        <Accordion.Control>
          <Text size="sm">{t('record.whyNot', { count: expected.length })}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <List size="sm" spacing={8}>
            {[...lines].map(([text, of]) => (
              <List.Item key={text}>
                <b>{of.map(({ command }) => words.command(command)).join(', ')}</b>: {text}
              </List.Item>
            ))}
          </List>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
