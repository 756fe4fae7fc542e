import { Badge, Group, Table, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegistrationRow } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { StateBadge } from '../../ui/state-badge.js';
import classes from './rows.module.css';

interface RegistrationRowsProps {
  rows: readonly RegistrationRow[];
  withUnit: boolean;
  /** What can be done with a row, beside opening it. */
  action?: (row: RegistrationRow) => ReactNode;
}

function Marks({ row }: { row: RegistrationRow }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} component="span" display="inline-flex">
      {row.leader && (
        <Badge size="xs" variant="outline" color="gray" tt="none">
          {t('member.leader')}
        </Badge>
      )}
      {row.late && (
        <Badge
          size="xs"
          variant="light"
          color="orange"
          tt="none"
          leftSection={<IconClockExclamation size={11} aria-hidden />}
        >
          {t('registrations.late')}
        </Badge>
      )}
    </Group>
  );
}

/** Registrations as rows on a wide screen, as cards on a phone. */
export function RegistrationRows({ rows, withUnit, action }: RegistrationRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table className={classes.rows} verticalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('member.name')}</Table.Th>
          {withUnit && <Table.Th scope="col">{t('member.unit')}</Table.Th>}
          <Table.Th scope="col">{t('registrations.state')}</Table.Th>
          <Table.Th scope="col" ta="right">
            {t('registrations.deeds')}
          </Table.Th>
          <Table.Th scope="col">{t('registrations.submittedAt')}</Table.Th>
          <Table.Th scope="col" aria-label={t('common.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.memberId}-${String(row.year)}`}>
            <Table.Td data-main>
              <Link
                to="/members/$memberId"
                params={{ memberId: row.memberId }}
                fw={600}
                size="sm"
                mr={6}
              >
                {row.memberName ?? row.memberId}
              </Link>
              <Marks row={row} />
            </Table.Td>
            {withUnit && (
              <Table.Td>
                <Text size="sm" c="dimmed">
                  {row.unitName}
                </Text>
              </Table.Td>
            )}
            <Table.Td>
              <StateBadge state={row.state} />
            </Table.Td>
            <Table.Td ta="right" data-label={t('registrations.deeds')}>
              {row.deeds}
            </Table.Td>
            <Table.Td data-label={t('registrations.submittedAt')}>
              {format.date(row.submittedAt) || '—'}
            </Table.Td>
            <Table.Td ta="right" data-actions>
              <Group gap="sm" justify="flex-end" wrap="nowrap" className="no-print">
                {action?.(row)}
                <Link
                  to="/registration/$memberId/$year"
                  params={{ memberId: row.memberId, year: String(row.year) }}
                  size="sm"
                  className="nowrap"
                  aria-label={t('registrations.openOf', { name: row.memberName ?? row.memberId })}
                >
                  {t('registrations.open')}
                </Link>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
