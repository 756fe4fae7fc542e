import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from '../../ui/link.js';
import { MemberName, UnitName } from '../../ui/names.js';
import { Panel } from '../../ui/panel.js';
import { type InspectionData, yearsOf } from './inspection-data.js';

/** Who is inspected; for each the way to what was known at the end of the period. */
export function SubjectsPanel({ data }: { data: InspectionData }) {
  const { t } = useTranslation();
  const { scope, heard } = data;
  if (!scope) return null;
  const last = yearsOf(scope).at(-1);
  return (
    <Panel title={t('inspection.subjects')} hint={t('inspection.subjectsHint')}>
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {scope.unitIds.map((unitId) => (
          <Group key={unitId} component="li" justify="space-between" gap="xs">
            <Text size="sm" fw={600}>
              <UnitName id={unitId} />
            </Text>
            <Group gap="sm">
              <Link
                to="/units/$unitId"
                params={{ unitId }}
                search={{ period: last, map: scope.until }}
                size="sm"
              >
                {t('inspection.figuresThen')}
              </Link>
              <Link
                to="/units/$unitId/year-sheet"
                params={{ unitId }}
                search={{ year: last }}
                size="sm"
              >
                {t('inspection.sheet')}
              </Link>
              <Heard yes={heard.includes(`unit:${unitId}`)} />
            </Group>
          </Group>
        ))}
        {scope.memberIds.map((memberId) => (
          <Group key={memberId} component="li" justify="space-between" gap="xs">
            <Text size="sm" fw={600}>
              <MemberName id={memberId} />
            </Text>
            <Group gap="sm">
              <Link
                to="/members/$memberId"
                params={{ memberId }}
                search={{ asOf: scope.until }}
                size="sm"
              >
                {t('inspection.replay')}
              </Link>
              <Link
                to="/members/$memberId/year-sheet"
                params={{ memberId }}
                search={{ year: last }}
                size="sm"
              >
                {t('inspection.sheet')}
              </Link>
              <Heard yes={heard.includes(`member:${memberId}`)} />
            </Group>
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}

function Heard({ yes }: { yes: boolean }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={yes ? 'green' : 'gray'} tt="none">
      {t(yes ? 'inspection.heard' : 'inspection.notHeard')}
    </Badge>
  );
}
