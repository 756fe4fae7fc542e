import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';

interface Vote {
  id: string;
  electorate?: readonly string[];
  tally?: {
    issued: number;
    returned: number;
    valid: number;
    votes: readonly { option: string; count: number }[];
  };
  outcome?: string;
  winner?: string;
}

/** Totals of the council's secret votes; who voted how is nowhere. */
export function CouncilPanel({ votes }: { votes: unknown }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('commendation');
  const held = Array.isArray(votes) ? (votes as readonly Vote[]) : [];
  if (held.length === 0) return null;
  return (
    <Panel title={t('dossier.council')} hint={t('dossier.councilHint')}>
      {held.map(({ id, electorate = [], tally, outcome }) => (
        <Stack key={id} gap={4}>
          {tally ? (
            <>
              {tally.votes.map(({ option, count }) => (
                <div key={option}>
                  <Group justify="space-between">
                    <Text size="sm">{words.value('option', option)}</Text>
                    <Text size="sm" fw={700}>
                      {t('dossier.votesOf', {
                        count: format.count(count),
                        of: format.count(electorate.length || tally.valid),
                      })}
                    </Text>
                  </Group>
                  <div className="bar" aria-hidden>
                    <span
                      style={{
                        width: `${String((100 * count) / (electorate.length || tally.valid || 1))}%`,
                      }}
                    />
                  </div>
                </div>
              ))}
              <Text size="sm" c="dimmed">
                {t('dossier.papers', {
                  issued: format.count(tally.issued),
                  returned: format.count(tally.returned),
                  valid: format.count(tally.valid),
                })}
                {outcome ? ` ${words.value('outcome', outcome)}.` : ''}
              </Text>
            </>
          ) : (
            <Text size="sm">{t('dossier.votePending', { count: electorate.length })}</Text>
          )}
        </Stack>
      ))}
    </Panel>
  );
}
