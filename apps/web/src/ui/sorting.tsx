import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useMemo, useState } from 'react';

export interface Sort {
  by: string;
  order: 'asc' | 'desc';
}

type Compare<Row> = (a: Row, b: Row) => number;

/** Sorts rows by one of the named comparisons; choosing the same name again turns the order. */
export function useSorting<Row>(
  rows: readonly Row[],
  by: string,
  order: Sort['order'],
  comparisons: Record<string, Compare<Row>>,
) {
  const [sort, setSort] = useState<Sort>({ by, order });
  const compare = comparisons[sort.by];
  const sorted = useMemo(() => {
    const list = [...rows];
    if (compare) list.sort((a, b) => (sort.order === 'asc' ? compare(a, b) : compare(b, a)));
    return list;
    // The comparisons are written anew at each render; the sort and the rows decide.
  }, [rows, sort, compare]);
  const toggle = (name: string) =>
    setSort((before) => ({
      by: name,
      order: before.by === name && before.order === 'desc' ? 'asc' : 'desc',
    }));
  return { sorted, sort, toggle };
}

interface SortHeaderProps {
  name: string;
  label: string;
  sort: Sort;
  toggle: (name: string) => void;
  right?: boolean;
}

/** A column heading that sorts; `aria-sort` says how. */
export function SortHeader({ name, label, sort, toggle, right = false }: SortHeaderProps) {
  const active = sort.by === name;
  const Icon = !active ? IconArrowsSort : sort.order === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      scope="col"
      aria-sort={active ? (sort.order === 'asc' ? 'ascending' : 'descending') : 'none'}
    >
      <UnstyledButton onClick={() => toggle(name)} fw={600} fz="sm" w="100%">
        <Group gap={4} wrap="nowrap" justify={right ? 'flex-end' : 'flex-start'}>
          {label}
          <Icon size={14} aria-hidden style={{ opacity: active ? 1 : 0.45, flex: 'none' }} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
