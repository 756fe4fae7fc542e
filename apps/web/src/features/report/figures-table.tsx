import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { FIGURE_GROUPS, GROUPS, type Indicator } from '../../api/indicators.js';
import type { UnitReport } from '../../api/cycle-types.js';
import { useFormat } from '../../format/use-format.js';
import { Link } from '../../ui/link.js';
import { Spark } from './spark.js';
import classes from './report.module.css';

/** Every figure of every year with both its parts, by group; a year leads to its dashboard. */
export function FiguresTable({ report }: { report: UnitReport }) {
  const { t } = useTranslation();
  const { years, unitId } = report;
  const counted = (indicator: Indicator) =>
    years.some(({ indicators }) => (indicators[indicator]?.denominator ?? 0) > 0);
  return (
    <Table.ScrollContainer minWidth={340}>
      <Table verticalSpacing={6} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('report.figure')}</Table.Th>
            <Table.Th scope="col" className={classes.course} aria-label={t('report.course')} />
            {years.map(({ period }) => (
              <Table.Th key={period} scope="col" ta="right">
                <Link to="/units/$unitId" params={{ unitId }} search={{ period }} fz="inherit">
                  {period}
                </Link>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {GROUPS.map((group) => {
            const shown = FIGURE_GROUPS[group].filter(counted);
            if (shown.length === 0) return null;
            return (
              <Fragment key={group}>
                <Table.Tr className={classes.group}>
                  <Table.Th scope="rowgroup" colSpan={years.length + 2}>
                    {t(`figureGroup.${group}`)}
                  </Table.Th>
                </Table.Tr>
                {shown.map((indicator) => (
                  <Row key={indicator} report={report} indicator={indicator} />
                ))}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ report, indicator }: { report: UnitReport; indicator: Indicator }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figures = report.years.map(({ indicators }) => indicators[indicator]);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={130} title={t(`indicator.${indicator}.meaning`)}>
        {t(`indicator.${indicator}.name`)}
      </Table.Th>
      <Table.Td className={classes.course}>
        <Spark indicator={indicator} figures={figures} />
      </Table.Td>
      {figures.map((figure, index) => (
        <Table.Td key={report.years[index]?.period ?? index} ta="right">
          <Text span size="sm" className="nowrap" fw={600}>
            {format.figure(indicator, figure)}
          </Text>
          {figure && figure.denominator > 0 && (
            <span className={classes.parts}>
              {format.count(figure.numerator)} / {format.count(figure.denominator)}
            </span>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
