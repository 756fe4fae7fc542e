import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { memberQuery, unitQuery } from '../api/queries.js';
import { Link } from './link.js';

/** Names of members or units by id; an id stays itself until its name is known, or out of scope. */
export function useNames(kind: 'member' | 'unit', ids: readonly string[]): (id: string) => string {
  const asked = [...new Set(ids)].slice(0, 60);
  return useQueries({
    queries: asked.map((id) => ({
      queryKey: ['name', kind, id],
      queryFn: async ({ client }) => {
        if (kind === 'unit') return (await client.query(unitQuery(id))).name;
        return (await client.query(memberQuery(id))).name ?? id;
      },
      staleTime: 300_000,
      retry: false,
    })),
    combine: (answers) => {
      const names = new Map(asked.map((id, index) => [id, answers[index]?.data]));
      return (id: string) => names.get(id) ?? id;
    },
  });
}

/** A member's name, a link to the book. */
export function MemberName({ id }: { id: string }) {
  const nameOf = useNames('member', [id]);
  return (
    <Link to="/members/$memberId" params={{ memberId: id }} fz="inherit">
      {nameOf(id)}
    </Link>
  );
}

/** A unit's name, a link to its figures. */
export function UnitName({ id }: { id: string }) {
  const nameOf = useNames('unit', [id]);
  return (
    <Link to="/units/$unitId" params={{ unitId: id }} fz="inherit">
      {nameOf(id)}
    </Link>
  );
}

/** Several names in one line, without links. */
export function Names({ kind, ids }: { kind: 'member' | 'unit'; ids: readonly string[] }) {
  const nameOf = useNames(kind, ids);
  return (
    <Text span fz="inherit">
      {ids.map(nameOf).join(', ')}
    </Text>
  );
}
