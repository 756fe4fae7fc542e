import { useState } from 'react';
import { useMe } from '../../api/session.js';
import type { RegistrationPage } from '../../api/types.js';
import { UnsentTexts } from '../command-form/unsent-texts.js';
import { draftOf } from './draft.js';

/** Text typed but never sent, for a paper that can no longer be written: shown, not thrown away. */
export function KeptDraft({ page }: { page: RegistrationPage }) {
  const me = useMe();
  const store = draftOf(me.username, page.memberId, page.year);
  const [draft, setDraft] = useState(() => store.read());
  if (!draft) return null;
  const texts = [
    ...draft.values.deeds.map((deed) =>
      [deed.content, deed.measure, deed.target].filter(Boolean).join(' · '),
    ),
    ...draft.values.areas.map((line) => line.text),
    draft.values.personalPlan,
  ].filter((text) => text !== '');
  return (
    <UnsentTexts
      texts={texts}
      savedAt={draft.savedAt}
      forget={() => {
        store.forget();
        setDraft(null);
      }}
    />
  );
}
