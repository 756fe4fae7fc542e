import { Badge, Group, SimpleGrid, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../../api/queries.js';
import type { Scope } from '../../api/types.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { ScopeFigures } from './scope-figures.js';
import { Empty, Failure, Loading } from '../../ui/states.js';

/** The units one answers for; each opens its dashboard. */
export function ScopeChooser({ scopes }: { scopes: readonly Scope[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t('home.scopes')} hint={t('home.scopesHint')}>
      {scopes.length === 0 && <Empty title={t('home.noScope')} advice={t('home.noScopeAdvice')} />}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {scopes.map((scope) => (
          <Link
            key={scope.unitId}
            to="/units/$unitId"
            params={{ unitId: scope.unitId }}
            className="card"
            underline="never"
            p="md"
            c="var(--mantine-color-text)"
            bg="var(--guong-soft)"
          >
            <Group justify="space-between" wrap="nowrap">
              <div>
                <Text fw={600}>{scope.name}</Text>
                <Group gap={6} mt={4}>
                  <Badge variant="light" size="sm" tt="none">
                    {scope.level && t(`level.${scope.level}`)}
                  </Badge>
                  <Text size="xs" c="dimmed">
                    {i18n.exists(`scope.${scope.kind}`) && t(`scope.${scope.kind}`)}
                  </Text>
                </Group>
              </div>
              <IconChevronRight size={20} aria-hidden />
            </Group>
            <ScopeFigures unitId={scope.unitId} />
          </Link>
        ))}
      </SimpleGrid>
    </Panel>
  );
}

/** For whoever may see the figures of all (the auditor): the units at the top. */
export function RootChooser() {
  const units = useQuery(unitsQuery);
  if (units.isError) return <Failure error={units.error} retry={() => void units.refetch()} />;
  if (!units.data) return <Loading />;
  const roots = units.data.filter((unit) => unit.parentId === null);
  const scopes = roots.map((unit) => ({
    unitId: unit.id,
    name: unit.name,
    level: unit.level,
    kind: 'aggregate' as const,
  }));
  return <ScopeChooser scopes={scopes} />;
}
