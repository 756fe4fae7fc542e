import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { History } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { StateBadge } from '../../ui/state-badge.js';
import { MemberMarks } from './member-marks.js';
import { OfficeLine } from './offices-panel.js';

interface StateThenProps {
  state: NonNullable<History['state']>;
  asOf: string;
  known: string;
}

/** Who the person was at that moment: unit, status, offices, registrations. */
export function StateThen({ state, asOf, known }: StateThenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const sentences = [
    asOf && t('history.seenAsOf', { on: format.date(asOf) }),
    known && t('history.seenKnown', { on: format.date(known) }),
  ].filter(Boolean);
  return (
    <Alert color="vang" icon={<IconHourglass aria-hidden />} title={sentences.join('; ')}>
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {state.unitName ?? t('history.noUnit')}
          </Text>
          <MemberMarks status={state.status ?? ''} exempt={state.exempt ?? false} />
        </Group>
        {(state.offices?.length ?? 0) > 0 && (
          <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
            {state.offices?.map((office) => (
              <OfficeLine
                key={`${office.unitId}-${office.office}-${office.from ?? ''}`}
                office={office}
              />
            ))}
          </Stack>
        )}
        <Group gap="xs">
          {state.registrations?.map((registration) => (
            <Group key={registration.year} gap={4}>
              <Text size="sm">{registration.year}</Text>
              <StateBadge state={registration.state} size="sm" />
            </Group>
          ))}
        </Group>
      </Stack>
    </Alert>
  );
}
