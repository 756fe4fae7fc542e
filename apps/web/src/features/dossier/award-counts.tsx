import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AwardCount } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { Empty } from '../../ui/states.js';

interface AwardCountsProps {
  counts: readonly AwardCount[];
  from: number;
  to: number;
}

/** Awards that count, by level and kind of subject, year by year. */
export function AwardCounts({ counts, from, to }: AwardCountsProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const rows = Map.groupBy(counts, ({ level, subjectKind }) => `${level}|${subjectKind}`);
  const sum = (some: readonly AwardCount[], year?: number) =>
    some
      .filter((one) => year === undefined || one.year === year)
      .reduce((n, one) => n + one.count, 0);
  const shown = (count: number) => (count === 0 ? '—' : format.count(count));
  const levelName = (level: string) =>
    i18n.exists(`honours.level.${level}`)
      ? t(`honours.level.${level}`)
      : i18n.exists(`level.${level}`)
        ? t(`level.${level}`)
        : t('honours.noLevel');
  return (
    <Panel title={t('honours.counts', { from, to })} hint={t('honours.countsHint')}>
      {rows.size === 0 ? (
        <Empty title={t('honours.noCounts')} advice={t('honours.noCountsAdvice')} />
      ) : (
        <Table.ScrollContainer minWidth={300}>
          <Table striped>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('honours.levelOf')}</Table.Th>
                <Table.Th scope="col">{t('honours.kind')}</Table.Th>
                {years.map((year) => (
                  <Table.Th key={year} scope="col" ta="right">
                    {year}
                  </Table.Th>
                ))}
                <Table.Th scope="col" ta="right">
                  {t('honours.sum')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...rows].map(([key, some]) => (
                <Table.Tr key={key}>
                  <Table.Td>{levelName(some[0]!.level)}</Table.Td>
                  <Table.Td>{t(`value.subjectKind.${some[0]!.subjectKind}`)}</Table.Td>
                  {years.map((year) => (
                    <Table.Td key={year} ta="right">
                      {shown(sum(some, year))}
                    </Table.Td>
                  ))}
                  <Table.Td ta="right" fw={700}>
                    {shown(sum(some))}
                  </Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr fw={700}>
                <Table.Td colSpan={2}>{t('honours.sum')}</Table.Td>
                {years.map((year) => (
                  <Table.Td key={year} ta="right">
                    {shown(sum(counts, year))}
                  </Table.Td>
                ))}
                <Table.Td ta="right">{shown(sum(counts))}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}
