import { Button, Code, Divider, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/types.js';

const ACCOUNTS: readonly Role[] = [
  'member',
  'secretary',
  'committee',
  'inspector',
  'auditor',
  'admin',
];
const PASSWORD = 'guong-demo';

/** The accounts of the demo data; shown only when the server says that it runs on it. */
export function DemoAccounts({ choose }: { choose: (username: string, password: string) => void }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('signIn.demo')}>
      <Divider my="xs" label={t('signIn.demo')} />
      <Text size="sm" c="dimmed" mb="xs">
        {t('signIn.demoHint')} <Code>{PASSWORD}</Code>
      </Text>
      <SimpleGrid cols={2} spacing="xs">
        {ACCOUNTS.map((account) => (
          <Button
            key={account}
            variant="default"
            size="sm"
            h="auto"
            py={8}
            onClick={() => choose(account, PASSWORD)}
            styles={{ label: { whiteSpace: 'normal', flexDirection: 'column' } }}
          >
            <span>{t(`role.${account}`)}</span>
            <Text component="span" size="xs" c="dimmed">
              {account}
            </Text>
          </Button>
        ))}
      </SimpleGrid>
    </section>
  );
}
