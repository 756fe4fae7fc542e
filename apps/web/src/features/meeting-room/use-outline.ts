import { useTranslation } from 'react-i18next';
import type { Instance } from '../../api/instance-types.js';
import { useFormat } from '../../format/use-format.js';
import { useWords } from '../../ui/words.js';
import { PRESENCES, type Presence } from './attendance-counts.js';
import { itemOf, type MeetingTold } from './meeting-data.js';
import { usePeople } from './room-people.js';
import { entriesOf } from './use-attendance.js';

/** A meeting as a text for its minutes: who was there, who said what, what came of it. */
export function useOutline(record: Instance, told: MeetingTold): () => string {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useWords('meeting');
  const { nameOf } = usePeople();
  const data = record.data as {
    chairId?: string;
    issues?: { id: string; ownerId: string; due: string }[];
  };
  const names = (presence: Presence) =>
    entriesOf(record)
      .filter((one) => one.presence === presence)
      .map(({ memberId }) => nameOf(memberId));
  return () => {
    const lines = [
      t('outline.head', {
        kind: words.value('kind', told.kind ?? ''),
        on: format.date(told.on),
        at: told.startsAt ?? '',
        place: told.place ?? '',
      }),
      data.chairId ? t('outline.chair', { name: nameOf(data.chairId) }) : '',
      ...PRESENCES.map((presence) => {
        const found = names(presence);
        const who = presence === 'present' ? '' : `: ${found.join(', ')}`;
        return found.length === 0
          ? ''
          : `${t(`room.presence.${presence}`)}: ${String(found.length)}${who}`;
      }),
      ...told.agenda.flatMap((item, index) => {
        const { said, conclusion, reviewed } = itemOf(told, item.key);
        return [
          `\n${String(index + 1)}. ${item.title}`,
          ...(reviewed ? [t('outline.reviewed')] : []),
          ...said
            .filter(({ retracted }) => retracted === undefined)
            .map(({ speakerId, text }) => `– ${nameOf(speakerId)}: ${text ?? '…'}`),
          ...(conclusion?.text ? [`${t('room.conclusion')}: ${conclusion.text}`] : []),
          ...told.votes
            .filter((vote) => vote.itemKey === item.key && vote.outcome !== undefined)
            .map((vote) => `${t('outline.vote')}: ${words.value('outcome', vote.outcome ?? '')}`),
        ];
      }),
      ...(data.issues ?? []).map(({ id: key, ownerId, due }, index) =>
        [
          index === 0 ? `\n${t('outline.issues')}\n` : '',
          `– ${nameOf(ownerId)}: ${told.issueTexts.get(key) ?? '…'} (${t('record.dueBy', { on: format.date(due) })})`,
        ].join(''),
      ),
    ];
    return lines.filter((line) => line !== '').join('\n');
  };
}
