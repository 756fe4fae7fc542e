import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { thisYear } from '../../format/dates.js';
import { LinkButton } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';

/** The years a person registered in, newest first; one's own current year always. */
export function RegistrationYears({
  memberId,
  years,
}: {
  memberId: string;
  years: readonly number[];
}) {
  const { t } = useTranslation();
  const me = useMe();
  const own = me.memberId === memberId ? [thisYear()] : [];
  const all = [...new Set([...years, ...own])].sort((a, b) => b - a);
  return (
    <Panel title={t('member.registrations')}>
      {all.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('member.noRegistrations')}
        </Text>
      )}
      <Group gap="xs">
        {all.map((year) => (
          <LinkButton
            key={year}
            to="/registration/$memberId/$year"
            params={{ memberId, year: String(year) }}
            variant="light"
            size="sm"
            aria-label={t('member.registrationOf', { year })}
          >
            {year}
          </LinkButton>
        ))}
      </Group>
    </Panel>
  );
}
