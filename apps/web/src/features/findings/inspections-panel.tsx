import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitListQuery } from '../../api/cycle-queries.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useWords } from '../../ui/words.js';

/** Inspections of the year, for whoever may know of them; each leads to its room. */
export function InspectionsPanel({ unitId, year }: { unitId: string; year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('inspection');
  const list = useQuery({ ...unitListQuery('inspections', unitId, year), retry: false });
  if (!list.data || list.data.length === 0) return null;
  return (
    <Panel title={t('findings.inspections', { year })}>
      <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
        {list.data.map((one) => (
          <Group
            key={one.inspectionId}
            component="li"
            justify="space-between"
            py={8}
            style={{ borderBottom: '1px solid var(--guong-line)' }}
          >
            <div>
              <Link to="/inspection/$id" params={{ id: one.inspectionId }} size="sm" fw={600}>
                {words.value('kind', one.kind)}
              </Link>
              <Text size="sm" c="dimmed">
                {[
                  one.decisionNo,
                  one.unitName,
                  one.expires && t('inspection.until', { on: format.date(one.expires) }),
                  t('inspection.foundCount', { count: one.findings }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <StateBadge workflow="inspection" state={one.state} size="sm" />
          </Group>
        ))}
      </Stack>
    </Panel>
  );
}
