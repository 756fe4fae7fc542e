import { Timeline, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { instanceEventsQuery } from '../../api/instance-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useEventName } from '../../ui/event-name.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';

const STEPS = [
  'AwardDecided',
  'AwardRejected',
  'AwardPublished',
  'AwardPresented',
  'RevocationProposed',
  'AwardRevoked',
  'RevocationRefused',
];
const CODES = ['channel', 'ground', 'reason'] as const;

/** Decision, publication, presentation, revocation: what became of it, with numbers and days. */
export function AwardSteps({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useEventName();
  const words = useWords('commendation');
  const events = useInfiniteQuery(instanceEventsQuery('commendation', id));
  const steps = (events.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ type }) =>
    STEPS.includes(type),
  );
  if (steps.length === 0) return null;
  const detailsOf = (data: Record<string, unknown>) => {
    const number = typeof data['decisionNo'] === 'string' ? data['decisionNo'] : '';
    const codes = CODES.flatMap((name) => {
      const value = data[name];
      return typeof value === 'string' ? [words.value(name, value)] : [];
    });
    const on = typeof data['on'] === 'string' ? format.date(data['on']) : '';
    return [number, ...codes, on].filter((text) => text !== '').join(' · ');
  };
  return (
    <Panel title={t('dossier.steps')}>
      <Timeline bulletSize={16} lineWidth={2} active={steps.length}>
        {steps.map(({ type, data, revision }) => (
          <Timeline.Item
            key={revision}
            color={/Revo|Rejected/.test(type) ? 'red' : 'green'}
            title={nameOf(type)}
          >
            <Text size="sm" c="dimmed">
              {detailsOf(data)}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}
