import { ActionIcon, Avatar, Badge, Group, Menu, Text } from '@mantine/core';
import { IconBook2, IconHeartbeat, IconLogout, IconRoute, IconSitemap } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.js';
import { session, useMe } from '../../api/session.js';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0))
    .join('')
    .toUpperCase();

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const memberId = me.memberId;
  const scopes = me.scopes.slice(0, 6);
  const signOut = () => {
    session.end();
    queryClient.clear();
  };
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={42}
          radius="xl"
          aria-label={t('account.menu')}
        >
          <Avatar color="son" variant="filled" radius="xl" size={34} alt="">
            {initials(me.name || me.username)}
          </Avatar>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div style={{ padding: '8px 12px' }}>
          <Text fw={600}>{me.name}</Text>
          <Text size="xs" c="dimmed">
            {me.username}
          </Text>
          <Group gap={4} mt={6}>
            {me.roles.map((role) => (
              <Badge key={role} size="sm" variant="light" tt="none">
                {t(`role.${role}`)}
              </Badge>
            ))}
          </Group>
        </div>
        <Menu.Divider />
        {memberId && (
          <Menu.Item
            leftSection={<IconBook2 size={17} aria-hidden />}
            onClick={() => void navigate({ to: '/me/book' })}
          >
            {t('account.book')}
          </Menu.Item>
        )}
        {scopes.map((scope) => (
          <Menu.Item
            key={scope.unitId}
            leftSection={<IconSitemap size={17} aria-hidden />}
            onClick={() =>
              void navigate({ to: '/units/$unitId', params: { unitId: scope.unitId } })
            }
          >
            {scope.name}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconRoute size={17} aria-hidden />}
          onClick={() => void navigate({ to: '/definitions' })}
        >
          {t('definitions.title')}
        </Menu.Item>
        {me.roles.includes('admin') && (
          <Menu.Item
            leftSection={<IconHeartbeat size={17} aria-hidden />}
            onClick={() => void navigate({ to: '/system' })}
          >
            {t('system.title')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} aria-hidden />} onClick={signOut}>
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
