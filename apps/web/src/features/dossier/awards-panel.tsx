import { Chip, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwardItem } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Panel } from '../../ui/panel.js';
import { StateBadge } from '../../ui/state-badge.js';
import { Empty } from '../../ui/states.js';
import { useWords } from '../../ui/words.js';
import rows from '../unit/rows.module.css';

/** Awards of the year, and those on the way, each with what it rests on. */
export function AwardsPanel({ awards, year }: { awards: readonly AwardItem[]; year: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('commendation');
  const [form, setForm] = useState('');
  const forms = [...new Set(awards.map((award) => award.form))];
  const shown = awards.filter((award) => form === '' || award.form === form);
  return (
    <Panel
      title={t('honours.awards', { year })}
      hint={t('honours.awardsHint')}
      aside={
        forms.length > 1 && (
          <Chip.Group value={form} onChange={(next) => setForm(next)}>
            <Group gap={6} className="no-print" role="group" aria-label={t('honours.form')}>
              <Chip size="xs" value="">
                {t('registrations.any')}
              </Chip>
              {forms.map((one) => (
                <Chip key={one} size="xs" value={one}>
                  {words.value('form', one)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )
      }
    >
      {shown.length === 0 && (
        <Empty title={t('honours.noAwards')} advice={t('honours.noAwardsAdvice')} />
      )}
      {shown.length > 0 && (
        <Table className={rows.rows} verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('yearSheet.subject')}</Table.Th>
              <Table.Th scope="col">{t('honours.form')}</Table.Th>
              <Table.Th scope="col">{t('honours.years')}</Table.Th>
              <Table.Th scope="col">{t('honours.basis')}</Table.Th>
              <Table.Th scope="col">{t('honours.decision')}</Table.Th>
              <Table.Th scope="col">{t('registrations.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((award) => (
              <Table.Tr key={award.awardId}>
                <Table.Td data-main>
                  <Link to="/award/$id" params={{ id: award.awardId }} size="sm" fw={600}>
                    {award.name ?? award.subjectId}
                  </Link>
                  <Text size="xs" c="dimmed">
                    {award.unitName}
                  </Text>
                </Table.Td>
                <Table.Td>{words.value('form', award.form)}</Table.Td>
                <Table.Td data-label={t('honours.years')}>
                  {award.fromYear === award.toYear
                    ? award.fromYear
                    : `${String(award.fromYear)}–${String(award.toYear)}`}
                </Table.Td>
                <Table.Td>
                  <Text span size="sm" c="dimmed">
                    {t('honours.restsOn', { merits: award.merits, ratings: award.ratings })}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {award.decisionNo ? `${award.decisionNo}, ${format.date(award.decidedOn)}` : '—'}
                </Table.Td>
                <Table.Td>
                  <StateBadge workflow="commendation" state={award.state} size="sm" />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
