import { Accordion, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../api/types.js';
import { useWords } from '../../ui/words.js';
import { useReasonsText, worthSaying } from './reason-text.js';

/** Acts of the clock, which no person expects to do. */
const BY_CLOCK = /^(remind|pass|escalate)Deadline$/;

const isExpected = ({ command, reasons }: Action): boolean =>
  !BY_CLOCK.test(command) && reasons.some(({ code }) => code !== 'NOT_SYSTEM');

const isOfOtherState = ({ reasons }: Action): boolean => reasons[0]?.code === 'WRONG_STATE';

interface WhyNotProps {
  workflow: string;
  actions: readonly Action[];
}

/** Why the other commands are not possible now: what has the same reason stands in one line. */
export function WhyNot({ workflow, actions }: WhyNotProps) {
  const { t } = useTranslation();
  const words = useWords(workflow);
  const reasonsText = useReasonsText();
  const expected = actions.filter(isExpected);
  if (expected.length === 0) return null;
  const later = expected.filter(isOfOtherState);
  // What one could do but for a condition comes before what is not one's part.
  const now = expected
    .filter((action) => !isOfOtherState(action))
    .sort((a, b) => Number(worthSaying(b.reasons)) - Number(worthSaying(a.reasons)));
  const lines = Map.groupBy(now, ({ reasons }) => reasonsText(reasons));
  const names = (of: readonly Action[]) =>
    of.map(({ command }) => words.command(command)).join(', ');
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
                <b>{names(of)}</b>: {text}
              </List.Item>
            ))}
          </List>
          {later.length > 0 && (
            <Text size="sm" c="dimmed" mt={lines.size > 0 ? 'sm' : 0}>
              {t('record.atOtherSteps')} {names(later)}.
            </Text>
          )}
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
