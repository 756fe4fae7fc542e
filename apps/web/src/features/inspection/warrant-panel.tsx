import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { MemberName } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import { daysLeft, type InspectionData } from './inspection-data.js';

const SOON = 7;

/** What the warrant opens, to whom, and for how long still. */
export function WarrantPanel({ data }: { data: InspectionData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('inspection');
  const { scope, team, validFrom, expires, endedOn } = data;
  if (!scope || !expires)
    return (
      <Panel title={t('inspection.warrant')}>
        <Text size="sm">{t('inspection.noWarrant')}</Text>
      </Panel>
    );
  return (
    <Panel
      title={t('inspection.warrant')}
      hint={t('inspection.valid', { from: format.date(validFrom), until: format.date(expires) })}
      aside={<Countdown expires={expires} endedOn={endedOn} />}
    >
      <Text size="sm">
        {t('inspection.period')}{' '}
        <b>
          {format.date(scope.from)} – {format.date(scope.until)}
        </b>
      </Text>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('inspection.team')}
        </Text>
        {team.map(({ memberId, role }) => (
          <Group key={memberId} gap="xs">
            <Text span size="sm">
              <MemberName id={memberId} />
            </Text>
            <Text span size="sm" c="dimmed">
              {words.value('role', role)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function Countdown({ expires, endedOn }: { expires: string; endedOn: string | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysLeft(today(), expires);
  const over = endedOn !== undefined || days < 0;
  const color = over ? 'gray' : days <= SOON ? 'orange' : 'green';
  const text =
    endedOn === undefined
      ? days < 0
        ? t('inspection.expired', { count: -days })
        : t('inspection.daysLeft', { count: days })
      : t('inspection.ended', { on: format.date(endedOn) });
  return (
    <Badge
      variant="light"
      size="lg"
      color={color}
      tt="none"
      leftSection={<IconHourglass size={14} aria-hidden />}
      role="timer"
    >
      {text}
    </Badge>
  );
}
