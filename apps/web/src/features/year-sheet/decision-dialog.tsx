import { Alert, Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { type RatingItem, RATINGS, type UnitYearSheet } from '../../api/cycle-types.js';
import { useMe } from '../../api/session.js';
import { today } from '../../format/dates.js';
import { DateField } from '../../ui/date-field.js';
import { CommandFailure, useCommand } from '../command-form/index.js';
import { keptText } from '../command-form/kept-text.js';
import { CapGauge } from './cap-gauge.js';
import { DecisionLines } from './decision-lines.js';
import { changesOf, type Change, judge, keyOf, standingOf } from './sheet-values.js';
import classes from './year-sheet.module.css';

interface Written {
  decisionNo: string;
  on: string;
  exceptionNo: string;
  changes: Record<string, Change>;
}

const blank = (): Written => ({ decisionNo: '', on: today(), exceptionNo: '', changes: {} });

/** The best first: that is where the cap bites. */
const byRating = (a: RatingItem, b: RatingItem): number =>
  RATINGS.indexOf(standingOf(a)!) - RATINGS.indexOf(standingOf(b)!);

interface DecisionDialogProps {
  sheet: UnitYearSheet;
  revision: number;
  close: () => void;
}

/** The whole list decided at once: who gets what, under which number, within the cap. */
export function DecisionDialog({ sheet, revision, close }: DecisionDialogProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={close}
      title={<Text fw={700}>{t('yearSheet.decide', { year: sheet.year })}</Text>}
      size="xl"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Decision sheet={sheet} revision={revision} close={close} />
    </Modal>
  );
}

function Decision({ sheet, revision, close }: DecisionDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const id = `${sheet.unitId}-${String(sheet.year)}`;
  const kept = keptText<Written>(me.username, `rating-list.${id}.decide`);
  const [written, setWritten] = useState<Written>(() => kept.read()?.values ?? blank());
  const order = useCommand('rating-list', id, () => kept.forget());
  const write = (next: Partial<Written>) => {
    const all = { ...written, ...next };
    setWritten(all);
    kept.keep(all);
  };
  const rows = sheet.rows.filter((row) => standingOf(row) !== null).sort(byRating);
  const send = () => {
    const changes = changesOf(rows, written.changes);
    const exceptionNo = written.exceptionNo.trim();
    order.mutate(
      {
        command: 'decide',
        input: {
          decisionNo: written.decisionNo.trim(),
          on: written.on,
          ...(exceptionNo !== '' && { exception: { documentNo: exceptionNo } }),
          ...(changes.length > 0 && { changes }),
        },
        expectedRevision: revision,
      },
      { onSuccess: close },
    );
  };
  return (
    <form
      noValidate
      aria-label={t('yearSheet.decide', { year: sheet.year })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!order.isPending) send();
      }}
    >
      <Stack gap="md">
        <Preview sheet={sheet} written={written} />
        <DecisionFields sheet={sheet} written={written} write={write} />
        <DecisionLines
          rows={rows}
          changes={written.changes}
          change={(key, next) => write({ changes: { ...written.changes, [key]: next } })}
        />
        <div className={classes.foot}>
          {order.isError && <Refused error={order.error} />}
          <Group justify="flex-end" gap="xs" mt={order.isError ? 'sm' : 0}>
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button
              type="submit"
              loading={order.isPending}
              leftSection={<IconGavel size={17} aria-hidden />}
            >
              {t('yearSheet.decideNow')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

/** The cap with the changes made; an exception raises it to the percentage the rules know. */
function Preview({
  sheet: { standing, rows },
  written,
}: {
  sheet: UnitYearSheet;
  written: Written;
}) {
  if (!standing) return null;
  const exceptional = written.exceptionNo.trim() !== '' ? standing.exceptional : null;
  const rule = { ...standing, percent: exceptional ?? standing.percent };
  const members = rows.filter(({ subjectKind }) => subjectKind === 'member');
  const ratings = members.map((row) => written.changes[keyOf(row)]?.rating ?? standingOf(row));
  return <CapGauge cap={judge(rule, ratings)} />;
}

interface DecisionFieldsProps {
  sheet: UnitYearSheet;
  written: Written;
  write: (next: Partial<Written>) => void;
}

function DecisionFields({ sheet: { standing }, written, write }: DecisionFieldsProps) {
  const { t } = useTranslation();
  const percent = standing?.exceptional;
  return (
    <SimpleGrid cols={{ base: 1, xs: percent ? 3 : 2 }}>
      <TextInput
        label={t('yearSheet.decisionNo')}
        withAsterisk
        value={written.decisionNo}
        maxLength={60}
        onChange={(event) => write({ decisionNo: event.currentTarget.value })}
      />
      <DateField
        label={t('yearSheet.on')}
        withAsterisk
        value={written.on}
        onChange={(on) => write({ on })}
      />
      {typeof percent === 'number' && (
        <TextInput
          label={t('yearSheet.exceptionNo')}
          description={t('yearSheet.exceptionHint', { percent })}
          value={written.exceptionNo}
          maxLength={60}
          onChange={(event) => write({ exceptionNo: event.currentTarget.value })}
        />
      )}
    </SimpleGrid>
  );
}

/** A refusal because of the cap says what can be done about it. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const reasons = isApiError(error) ? error.reasons : [];
  const over = reasons.find(({ code }) => code === 'CAP_EXCEEDED');
  return (
    <Stack gap="xs">
      <CommandFailure error={error} />
      {over && (
        <Alert color="yellow" p="xs" icon={<IconAlertTriangle aria-hidden />}>
          {t('yearSheet.capAdvice')}
        </Alert>
      )}
    </Stack>
  );
}
