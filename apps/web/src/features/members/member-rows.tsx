import { Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MemberRow } from '../../api/types.js';
import { Link } from '../../ui/link.js';
import { MemberMarks } from '../member/member-marks.js';
import classes from '../unit/rows.module.css';

export function MemberRows({ rows }: { rows: readonly MemberRow[] }) {
  const { t } = useTranslation();
  return (
    <Table className={classes.rows} verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('member.name')}</Table.Th>
          <Table.Th scope="col">{t('member.unit')}</Table.Th>
          <Table.Th scope="col">{t('member.status')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.memberId}>
            <Table.Td data-main>
              <Link to="/members/$memberId" params={{ memberId: row.memberId }} fw={600} size="sm">
                {row.name ?? row.memberId}
              </Link>
            </Table.Td>
            <Table.Td>
              <Link to="/units/$unitId" params={{ unitId: row.unitId }} size="sm" c="dimmed">
                {row.unitName}
              </Link>
            </Table.Td>
            <Table.Td>
              <Group gap={6}>
                <MemberMarks {...row} />
                <Text size="xs" c="dimmed" visibleFrom="md">
                  {row.memberId}
                </Text>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
