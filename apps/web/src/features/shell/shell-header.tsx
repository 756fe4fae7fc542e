import { ActionIcon, Box, Group, Text } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../ui/mark.js';
import { Link } from '../../ui/link.js';
import { AccountMenu } from './account-menu.js';
import { LanguageSwitch } from './language-switch.js';
import { SearchBox } from './search-box.js';
import { ThemeSwitch } from './theme-switch.js';

interface ShellHeaderProps {
  searching: boolean;
  toggleSearch: () => void;
  closeSearch: () => void;
}

/** Product, search and the person's own switches; on a phone the search opens as a second row. */
export function ShellHeader({ searching, toggleSearch, closeSearch }: ShellHeaderProps) {
  const { t } = useTranslation();
  return (
    <Box w="100%">
      <Group h={{ base: 60, sm: 64 }} justify="space-between" wrap="nowrap" gap="sm">
        <Link to="/" className="plain-link" underline="never" aria-label={t('shell.home')}>
          <Group gap={10} wrap="nowrap">
            <Mark size={34} />
            <div>
              <Text fw={700} fz={19} lh={1.1} c="var(--mantine-color-text)">
                {t('product.name')}
              </Text>
              <Text fz={11} lh={1.2} c="dimmed" visibleFrom="md">
                {t('product.tagline')}
              </Text>
            </div>
          </Group>
        </Link>
        <Box visibleFrom="sm" flex="0 1 420px" component="search">
          <SearchBox />
        </Box>
        <Group gap={6} wrap="nowrap">
          <ActionIcon
            hiddenFrom="sm"
            variant="subtle"
            color="gray"
            size={40}
            onClick={toggleSearch}
            aria-label={t(searching ? 'search.close' : 'search.open')}
            aria-expanded={searching}
          >
            {searching ? <IconX /> : <IconSearch />}
          </ActionIcon>
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu />
        </Group>
      </Group>
      {searching && (
        <Box hiddenFrom="sm" component="search">
          <SearchBox autoFocus onDone={closeSearch} />
        </Box>
      )}
    </Box>
  );
}
