import { Group, Stack, Table, Text } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MemberYearSheet, SheetMark } from '../../api/cycle-types.js';
import { EventLink } from '../../ui/event-link.js';
import { Link } from '../../ui/link.js';
import { useWords } from '../../ui/words.js';
import { usePeriodName } from '../my-book/period-name.js';

interface MarksTableProps {
  sheet: MemberYearSheet;
  /** What each deed is, by its key; its key where one may not read it. */
  deeds: ReadonlyMap<string, string>;
}

/** Each deed in each period: what was remarked, and the event that says so. */
export function MarksTable({ sheet, deeds }: MarksTableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const words = useWords('review');
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table verticalSpacing={8} withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" miw={160}>
              {t('yearSheet.deed')}
            </Table.Th>
            {sheet.periods.map(({ period }) => (
              <Table.Th key={period} scope="col" className="nowrap">
                {periodName(period)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sheet.deeds.map(({ key, marks }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {deeds.get(key) ?? t('yearSheet.deedKey', { key })}
              </Table.Th>
              {sheet.periods.map(({ period }) => (
                <Table.Td key={period}>
                  <Marks marks={marks.filter((mark) => mark.period === period)} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              {t('yearSheet.review')}
            </Table.Th>
            {sheet.periods.map(({ period, state, merit }) => (
              <Table.Td key={period}>
                <Link
                  to="/r/$workflow/$id"
                  params={{ workflow: 'review', id: `${sheet.memberId}-${period}` }}
                  size="sm"
                >
                  {words.state(state)}
                </Link>
                {merit === 'notable' && (
                  <Text size="xs" c="var(--guong-good)">
                    {t('book.merit')}
                  </Text>
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** The last mark counts; earlier ones were corrected by it and stay readable. */
function Marks({ marks }: { marks: readonly SheetMark[] }) {
  const { t } = useTranslation();
  const words = useWords('review');
  if (marks.length === 0) return <>—</>;
  return (
    <Stack gap={2}>
      {marks.map((mark, index) => (
        <Group
          key={mark.position}
          gap={4}
          wrap="nowrap"
          td={index < marks.length - 1 ? 'line-through' : ''}
        >
          <EventLink event={mark} label={words.value('mark', mark.mark)} />
          {mark.late && (
            <IconClockExclamation
              size={15}
              color="var(--guong-warn)"
              aria-label={t('yearSheet.lateRemark')}
              style={{ flex: 'none' }}
            />
          )}
        </Group>
      ))}
    </Stack>
  );
}
