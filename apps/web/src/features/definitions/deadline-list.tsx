import { SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DefinedDeadline } from './definition-queries.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every clock: when it falls due, what stops it, what happens when it has run out. */
export function DeadlineList({ deadlines }: { deadlines: readonly DefinedDeadline[] }) {
  const { t } = useTranslation();
  if (deadlines.length === 0) return <Text c="dimmed">{t('definitions.noDeadlines')}</Text>;
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      {deadlines.map(({ name, text, due, commandText, remind, escalate, fire, extend }) => (
        <div key={name}>
          <Title order={3} size="h6">
            {text}
          </Title>
          <Text size="sm">{due}.</Text>
          <Text size="sm" component="dl" m={0} mt={4}>
            <Line term={t('definitions.stops')} text={capital(commandText)} />
            <Line term={t('definitions.remind')} text={remind} />
            <Line term={t('definitions.escalate')} text={escalate} />
            <Line term={t('definitions.fire')} text={capital(fire)} />
            <Line term={t('definitions.extend')} text={extend} />
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function Line({ term, text }: { term: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <Text component="dt" span c="dimmed">
        {term}:{' '}
      </Text>
      <Text component="dd" span m={0}>
        {text}
      </Text>
    </div>
  );
}
