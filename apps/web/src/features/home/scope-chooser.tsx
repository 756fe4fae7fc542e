import { Badge, Group, SimpleGrid, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../../api/types.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';

/** The units one answers for; each opens its dashboard. */
export function ScopeChooser({ scopes }: { scopes: readonly Scope[] }) {
  const { t } = useTranslation();
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
                    {t(`level.${scope.level}`)}
                  </Badge>
                  <Text size="xs" c="dimmed">
                    {t(`scope.${scope.kind}`)}
                  </Text>
                </Group>
              </div>
              <IconChevronRight size={20} aria-hidden />
            </Group>
          </Link>
        ))}
      </SimpleGrid>
    </Panel>
  );
}
