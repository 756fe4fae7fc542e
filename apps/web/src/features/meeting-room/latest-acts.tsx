import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '../../api/types.js';
import { localDay, today } from '../../format/dates.js';
import { useFormat } from '../../format/use-format.js';
import { useEventName } from '../../ui/event-name.js';
import { Panel } from '../../ui/panel.js';
import { LiveDot } from '../unit/live-dot.js';
import classes from './room.module.css';
import { usePeople } from './room-people.js';

const SHOWN = 8;

/** Who did what last, newest first; says by itself what another person just did. */
export function LatestActs({ events }: { events: readonly HistoryItem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nameOf } = usePeople();
  const eventName = useEventName();
  const last = [...events].slice(-SHOWN).reverse();
  const at = (moment: string) =>
    localDay(moment) === today() ? format.moment(moment).slice(-5) : format.date(moment);
  const who = ({ actor, actorName }: HistoryItem): string =>
    /^(system|reactor|timer)\b/.test(actor) ? t('history.system') : (actorName ?? nameOf(actor));
  /** Whom it is about, in its own words where there are any. */
  const about = ({ data }: HistoryItem): string => {
    const ids = [data['speakerId'], data['subjectId'], data['ownerId']];
    const id = ids.find((one) => typeof one === 'string');
    return typeof id === 'string' ? `: ${nameOf(id)}` : '';
  };
  return (
    <Panel title={t('room.latest')} aside={<LiveDot />} className="no-print">
      <ol className={classes.acts} aria-live="polite">
        {last.map((item) => (
          <li key={item.position}>
            <time dateTime={item.recordedAt}>{at(item.recordedAt)}</time>
            <span>
              <b>{who(item)}</b> · {eventName(item.type)}
              {about(item)}
            </span>
          </li>
        ))}
      </ol>
      {last.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('room.nothingYet')}
        </Text>
      )}
    </Panel>
  );
}
