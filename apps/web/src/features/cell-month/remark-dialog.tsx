import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { instanceQuery } from '../../api/instance-queries.js';
import { registrationQuery } from '../../api/queries.js';
import { useWords } from '../../ui/words.js';
import { CommandDialog, type FormTools } from '../command-form/index.js';
import { partsOf, reviewOf } from '../my-book/review-data.js';

interface RemarkDialogProps {
  memberId: string;
  name: string;
  unitId: string;
  period: string;
  meetingId: string | null;
  close: () => void;
}

const MARKS = ['on_track', 'done', 'late', 'not_started'] as const;

/** The remark on one person: the registered deeds stand ready, with what was said the last time. */
export function RemarkDialog(props: RemarkDialogProps) {
  const { memberId, name, unitId, period, meetingId, close } = props;
  const { t } = useTranslation();
  const id = `${memberId}-${period}`;
  const paper = useQuery(registrationQuery(memberId, Number(period.slice(0, 4))));
  const before = partsOf(id)?.before ?? '';
  const last = useQuery({
    ...instanceQuery('review', before),
    enabled: before !== '',
    retry: false,
  });
  const now = useQuery({ ...instanceQuery('review', id), retry: false });
  const deeds = useMemo(() => paper.data?.form?.deeds ?? [], [paper.data]);
  const fields = useMemo(() => {
    const lines = deeds.flatMap(({ key, content }) =>
      key ? [{ value: key, label: content ?? key }] : [],
    );
    return {
      ...(lines.length > 0 && { deeds: { lines } }),
      unitId: { hidden: true },
      meetingId: { hidden: true },
    };
  }, [deeds]);
  const review = reviewOf(now.data);
  // What the person says of a deed is where the cell begins.
  const initial = useMemo(
    () => ({
      unitId,
      ...(meetingId !== null && { meetingId }),
      deeds: (review?.progress ?? []).map(({ key, progress }) => ({ key, mark: progress })),
    }),
    [unitId, meetingId, review],
  );
  const known = useMemo(() => ({ unitId }), [unitId]);
  // Asked for once: a record that did not exist is asked for again when somebody begins it, and the
  // form must stay meanwhile.
  const isReady = paper.isFetched && now.isFetched && (before === '' || last.isFetched);
  if (!isReady) return null;
  return (
    <CommandDialog
      workflow="review"
      id={id}
      command="remark"
      title={t('cell.remarkOn', { name })}
      unitId={unitId}
      known={known}
      initial={initial}
      fields={fields}
      close={close}
      above={(form) => (
        <>
          <Said title={t('review.directed')} text={reviewOf(last.data)?.nextDirection} />
          <Said title={t('review.report')} text={review?.report?.text} />
          {deeds.length > 1 && <SameMark form={form} keys={deeds.map(({ key }) => key ?? '')} />}
        </>
      )}
    />
  );
}

function Said({ title, text }: { title: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
    </div>
  );
}

/** One mark for every deed at once; the words are written for each person anew. */
function SameMark({ form, keys }: { form: FormTools; keys: readonly string[] }) {
  const { t } = useTranslation();
  const words = useWords('review');
  return (
    <div role="group" aria-label={t('cell.sameMark')}>
      <Text size="sm" fw={600} mb={4}>
        {t('cell.sameMark')}
      </Text>
      <Group gap={6}>
        {MARKS.map((mark) => (
          <Button
            key={mark}
            size="xs"
            variant="default"
            onClick={() =>
              form.setFieldValue(
                'deeds',
                keys.map((key) => ({ key, mark })),
              )
            }
          >
            {words.value('mark', mark)}
          </Button>
        ))}
      </Group>
    </div>
  );
}
