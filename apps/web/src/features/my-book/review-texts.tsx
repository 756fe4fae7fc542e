import { Badge, Blockquote, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.js';
import { useWords } from '../../ui/words.js';
import type { ReviewData } from './review-data.js';

function Words({ title, text }: { title: string; text: string | undefined }) {
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

/** What was said: by the member, by the cell, in dispute, and where to go from there. */
export function ReviewTexts({ review }: { review: ReviewData }) {
  const { t } = useTranslation();
  const words = useWords('review');
  const { report, remark, merit, late, dispute } = review;
  const direction = remark?.nextDirection ?? review.nextDirection;
  if (!report?.text && !remark && !direction && !dispute && merit !== 'notable') return null;
  return (
    <Panel
      title={t('review.words')}
      aside={
        merit === 'notable' ? (
          <Badge variant="light" color="green" tt="none">
            {words.value('merit', merit)}
          </Badge>
        ) : undefined
      }
    >
      <Stack gap="md">
        <Words title={t('review.report')} text={report?.text} />
        <Words title={t(late ? 'review.remarkLate' : 'review.remark')} text={remark?.text} />
        {direction && (
          <Blockquote p="sm" color="son" cite={t('review.direction')}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {direction}
            </Text>
          </Blockquote>
        )}
        <Words title={t('review.dispute')} text={dispute?.text} />
        {dispute?.outcome && (
          <Text size="sm" fw={600}>
            {t('review.outcome')}: {words.value('outcome', dispute.outcome)}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
