import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { EventLink } from '../../ui/event-link.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { RatingBadge } from '../year-sheet/rating-badge.js';

/** The rating of each year honoured, with the event that made it final. */
export function RatingsPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const needed = dossier.asks?.rating;
  return (
    <Panel
      title={t('dossier.ratings')}
      hint={needed ? t('dossier.needs', { rating: t(`yearSheet.short.${needed}`) }) : undefined}
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('unit.year')}</Table.Th>
            <Table.Th scope="col">{t('yearSheet.rating')}</Table.Th>
            <Table.Th scope="col">{t('dossier.finalBy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dossier.ratings.map(({ year, id, rating, event }) => (
            <Table.Tr key={year}>
              <Table.Th scope="row">
                <Link
                  to="/r/$workflow/$id"
                  params={{ workflow: 'classification', id }}
                  fz="inherit"
                >
                  {year}
                </Link>
              </Table.Th>
              <Table.Td>
                <RatingBadge rating={rating} />
              </Table.Td>
              <Table.Td>
                {event ? (
                  <EventLink event={event} />
                ) : (
                  <Text size="sm" c="dimmed">
                    {t('dossier.notFinal')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

/** Merits noted in those years: what an award rests on, not a memory of it. */
export function MeritsPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { merits } = dossier;
  return (
    <Panel title={t('dossier.merits', { count: merits.length })} hint={t('dossier.meritsHint')}>
      {merits.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('dossier.noMerits')}
        </Text>
      )}
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {merits.map(({ source, on, event }, index) => (
          <Group key={`${on}-${String(index)}`} component="li" gap="sm">
            <Text size="sm" fw={600} className="nowrap">
              {format.date(on)}
            </Text>
            <Text size="sm">
              {t(`dossier.source.${source === 'meeting' ? 'meeting' : 'review'}`)}
            </Text>
            {event && <EventLink event={event} />}
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
