import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Deed } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { Panel } from '../../ui/panel.js';
import { MarkBadge } from './mark-badge.js';
import classes from './my-book.module.css';
import type { ReviewData } from './review-data.js';

interface ReviewDeedsProps {
  deeds: readonly Deed[];
  review: ReviewData | undefined;
}

/** Each registered deed with what its owner says of it and how the cell marks it. */
export function ReviewDeeds({ deeds, review }: ReviewDeedsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = new Set(deeds.map(({ key }) => key));
  // Whoever may not read the texts still sees the marks.
  const unread = [...(review?.marks ?? []), ...(review?.progress ?? [])]
    .map(({ key }) => key)
    .filter((key, index, all) => !keys.has(key) && all.indexOf(key) === index)
    .map((key): Deed => ({ key }));
  const all = [...deeds, ...unread];
  if (all.length === 0) return null;
  return (
    <Panel title={t('registration.deeds')}>
      <ol className={classes.rows}>
        {all.map((deed, index) => {
          const said = review?.progress?.find(({ key }) => key === deed.key);
          const mark = review?.marks?.find(({ key }) => key === deed.key);
          const words = review?.report?.deeds.find(({ key }) => key === deed.key)?.text;
          return (
            <li key={deed.key ?? index}>
              <Stack gap={4}>
                <Text size="sm" fw={600}>
                  {deed.content ?? t('registration.deedNo', { number: index + 1 })}
                </Text>
                {(deed.target ?? deed.deadline) && (
                  <Text size="xs" c="dimmed">
                    {[
                      deed.target,
                      deed.deadline && t('record.dueBy', { on: format.date(deed.deadline) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                )}
                <Group gap="xs">
                  {said && <MarkBadge label={t('review.said')} mark={said.progress} />}
                  {mark && <MarkBadge label={t('review.marked')} mark={mark.mark} />}
                </Group>
                {words && (
                  <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
                    {words}
                  </Text>
                )}
              </Stack>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
