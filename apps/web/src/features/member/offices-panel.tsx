import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfficeSpan } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';

/** One office and the time it was held. */
export function OfficeLine({ office }: { office: OfficeSpan }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const key = `office.${office.office}`;
  return (
    <li>
      <Text size="sm" fw={600}>
        {i18n.exists(key) ? t(key) : office.office}
      </Text>
      <Link to="/units/$unitId" params={{ unitId: office.unitId }} size="sm">
        {office.unitName}
      </Link>
      <Text size="xs" c="dimmed">
        {!office.from
          ? null
          : office.to
            ? t('officers.span', { from: format.date(office.from), to: format.date(office.to) })
            : t('officers.since', { from: format.date(office.from) })}
      </Text>
    </li>
  );
}

export function OfficesPanel({ offices }: { offices: readonly OfficeSpan[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('member.offices')}>
      {offices.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('member.noOffices')}
        </Text>
      ) : (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
          {offices.map((office) => (
            <OfficeLine
              key={`${office.unitId}-${office.office}-${office.from ?? ''}`}
              office={office}
            />
          ))}
        </Stack>
      )}
    </Panel>
  );
}
