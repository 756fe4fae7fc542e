import { Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconSitemap, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchQuery } from '../../api/queries.js';
import type { SearchHit } from '../../api/types.js';

function Option({ hit }: { hit: SearchHit }) {
  const { t, i18n } = useTranslation();
  const level = `level.${hit.detail ?? ''}`;
  return (
    <Combobox.Option value={`${hit.kind}:${hit.id}`}>
      <Group gap="sm" wrap="nowrap">
        {hit.kind === 'unit' ? (
          <IconSitemap size={17} aria-hidden />
        ) : (
          <IconUser size={17} aria-hidden />
        )}
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            {hit.name}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {hit.kind === 'unit' && i18n.exists(level) ? t(level) : hit.detail}
          </Text>
        </div>
      </Group>
    </Combobox.Option>
  );
}

interface SearchBoxProps {
  autoFocus?: boolean;
  onDone?: () => void;
}

/** Finds units and members, with or without diacritics; "/" or Ctrl+K puts the cursor in it. */
export function SearchBox({ autoFocus = false, onDone }: SearchBoxProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery(searchQuery(asked));
  useHotkeys([
    ['/', () => input.current?.focus()],
    ['mod+K', () => input.current?.focus()],
  ]);
  const hits = found.data?.items ?? [];
  const groups = (['unit', 'member'] as const).map((kind) => ({
    kind,
    hits: hits.filter((hit) => hit.kind === kind),
  }));
  const go = (value: string) => {
    const id = value.slice(value.indexOf(':') + 1);
    setText('');
    combobox.closeDropdown();
    onDone?.();
    if (value.startsWith('unit:')) void navigate({ to: '/units/$unitId', params: { unitId: id } });
    else void navigate({ to: '/members/$memberId', params: { memberId: id } });
  };
  const open = text.trim().length >= 2;
  return (
    <Combobox store={combobox} onOptionSubmit={go} withinPortal>
      <Combobox.Target>
        <TextInput
          ref={input}
          type="search"
          autoFocus={autoFocus}
          value={text}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={17} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          size="sm"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options mah={380} style={{ overflowY: 'auto' }} aria-label={t('search.results')}>
          {groups
            .filter((group) => group.hits.length > 0)
            .map((group) => (
              <Combobox.Group key={group.kind} label={t(`search.${group.kind}`)}>
                {group.hits.map((hit) => (
                  <Option key={hit.id} hit={hit} />
                ))}
              </Combobox.Group>
            ))}
          {hits.length === 0 && !found.isFetching && (
            <Combobox.Empty>{t('search.nothing')}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
