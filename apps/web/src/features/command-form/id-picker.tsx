import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery, searchQuery, unitQuery } from '../../api/queries.js';
import { useMe } from '../../api/session.js';
import { useNames } from '../../ui/names.js';

export type IdKind = 'member' | 'unit';

interface Found {
  value: string;
  label: string;
}

/**
 * What may be chosen: without a word typed, the people of the unit (or its parts); with one,
 * whoever the server finds, with or without diacritics.
 */
function useFound(kind: IdKind, q: string, unitId: string | undefined): Found[] {
  const me = useMe();
  const near = unitId ?? me.homeUnitId ?? '';
  const unit = useQuery({ ...unitQuery(near), enabled: near !== '' });
  const mayList = unit.data?.may.listMembers === true;
  const members = useInfiniteQuery({
    ...membersQuery(near, q),
    enabled: kind === 'member' && mayList,
  });
  const hits = useQuery({
    ...searchQuery(q),
    enabled: q.trim().length >= 2,
  });
  const found: Found[] = [];
  if (kind === 'member')
    for (const page of members.data?.pages ?? [])
      for (const { memberId, name } of page.items)
        found.push({ value: memberId, label: name ?? memberId });
  if (kind === 'unit' && unit.data && q.trim() === '')
    for (const { id, name } of [unit.data, ...unit.data.children, ...unit.data.path])
      found.push({ value: id, label: name });
  if (q.trim().length >= 2)
    for (const hit of hits.data?.items ?? [])
      if (hit.kind === kind)
        found.push({
          value: hit.id,
          label: kind === 'member' && hit.detail ? `${hit.name} (${hit.detail})` : hit.name,
        });
  return [...new Map(found.reverse().map((one) => [one.value, one])).values()].reverse();
}

interface PickerProps {
  kind: IdKind;
  id?: string;
  label?: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
  withAsterisk?: boolean;
  disabled?: boolean;
  /** Where to look first; default: the person's own unit. */
  unitId?: string | undefined;
}

const everything = ({ options }: { options: unknown }) => options as never;

/** Keeps what is chosen among what is offered, with its name. */
function useOptions(kind: IdKind, chosen: readonly string[], unitId: string | undefined) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const nameOf = useNames(kind, chosen);
  const labels = chosen.map((value) => nameOf(value));
  // Choosing writes the name into the field; that is not a new question.
  const found = useFound(kind, labels.includes(asked) ? '' : asked, unitId);
  const missing = chosen.filter((value) => !found.some((one) => one.value === value));
  const data = [
    ...found.map((one) =>
      chosen.includes(one.value) ? { ...one, label: nameOf(one.value) } : one,
    ),
    ...missing.map((value) => ({ value, label: nameOf(value) })),
  ];
  return { typed, setTyped, data };
}

/** One member or unit, found by name. */
export function IdPicker({
  kind,
  unitId,
  value,
  onChange,
  ...rest
}: PickerProps & { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const { typed, setTyped, data } = useOptions(kind, value === '' ? [] : [value], unitId);
  return (
    <Select
      {...rest}
      searchable
      clearable
      data={data}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={everything}
      placeholder={t(`picker.${kind}`)}
      nothingFoundMessage={t('picker.nothing')}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
    />
  );
}

/** Several members or units, found by name. */
export function IdsPicker({
  kind,
  unitId,
  value,
  onChange,
  ...rest
}: PickerProps & { value: readonly string[]; onChange: (value: string[]) => void }) {
  const { t } = useTranslation();
  const { typed, setTyped, data } = useOptions(kind, value, unitId);
  return (
    <MultiSelect
      {...rest}
      searchable
      clearable
      hidePickedOptions
      data={data}
      value={[...value]}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={everything}
      placeholder={value.length === 0 ? t(`picker.${kind}`) : ''}
      nothingFoundMessage={t('picker.nothing')}
    />
  );
}
