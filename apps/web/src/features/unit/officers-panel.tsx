import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitDetail } from '../../api/types.js';
import { today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';

const RANK = ['secretary', 'deputy', 'committee', 'commission'];
const FIRST = 6;

type Officer = UnitDetail['officers'][number];

/** The name; a way to the person's book for whoever may open it. */
function Holder({ officer, linked }: { officer: Officer; linked: boolean }) {
  const { t } = useTranslation();
  if (!linked)
    return (
      <Text fw={600} size="sm">
        {officer.name ?? t('officers.unnamed')}
      </Text>
    );
  return (
    <Link to="/members/$memberId" params={{ memberId: officer.memberId }} fw={600} size="sm">
      {officer.name ?? officer.memberId}
    </Link>
  );
}

/** Who answers for the unit, and since when; former holders on request. */
export function OfficersPanel({ unit }: { unit: UnitDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const now = today();
  const officers = [...unit.officers]
    .sort((a, b) => RANK.indexOf(a.office) - RANK.indexOf(b.office) || b.from.localeCompare(a.from))
    .filter((officer) => all || !officer.to || officer.to > now);
  const shown = all ? officers : officers.slice(0, FIRST);
  const more = unit.officers.length > shown.length;
  return (
    <Panel title={t('officers.title')}>
      {unit.officers.length === 0 && (
        <Empty title={t('officers.none')} advice={t('officers.noneAdvice')} />
      )}
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((officer) => (
          <li key={`${officer.memberId}-${officer.office}-${officer.from}`}>
            <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
              <div style={{ minWidth: 0 }}>
                <Holder officer={officer} linked={unit.may.listMembers} />
                <Text size="xs" c="dimmed">
                  {t(`office.${officer.office}`)}
                </Text>
              </div>
              <Text size="xs" c="dimmed" ta="right">
                {officer.to
                  ? t('officers.span', {
                      from: format.date(officer.from),
                      to: format.date(officer.to),
                    })
                  : t('officers.since', { from: format.date(officer.from) })}
              </Text>
            </Group>
          </li>
        ))}
      </Stack>
      {(more || all) && unit.officers.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => setAll(!all)}
          className="no-print"
        >
          {t(all ? 'officers.current' : 'officers.all')}
        </Button>
      )}
    </Panel>
  );
}
