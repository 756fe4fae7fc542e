import { Alert, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session.js';
import { isStarted, type RegistrationPage, type Remark } from '../../api/types.js';
import { Empty } from '../../ui/states.js';
import { ActionBar } from './action-bar.js';
import { ActionDialog, type DialogCommand } from './action-dialog.js';
import { KeptDraft } from './kept-draft.js';
import { PaperView } from './paper-view.js';
import { useReasonText, worthSaying } from '../command-form/reason-text.js';
import { ReturnBar } from './return-bar.js';

interface DeskProps {
  page: RegistrationPage;
  adjust: () => void;
}

function NothingYet({ page }: { page: RegistrationPage }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const submit = page.actions.find((action) => action.command === 'submit');
  const why = submit && worthSaying(submit.reasons) ? submit.reasons.map(reasonText).join(' ') : '';
  return (
    <div className="card">
      <Empty
        title={t(isStarted(page) ? 'registration.closedText' : 'registration.nothing', {
          year: page.year,
        })}
        advice={
          isStarted(page)
            ? t('registration.closedTextAdvice')
            : why || t('registration.nothingAdvice')
        }
      />
    </div>
  );
}

/** The paper as others read it, with what each may do about it. */
export function Desk({ page, adjust }: DeskProps) {
  const { t } = useTranslation();
  const me = useMe();
  const [marking, setMarking] = useState(false);
  const [marks, setMarks] = useState<readonly Remark[]>([]);
  const [dialog, setDialog] = useState<DialogCommand | null>(null);
  const mark = (remark: Remark) =>
    setMarks((before) => [
      ...before.filter((one) => one.path !== remark.path),
      ...(remark.text === '' ? [] : [remark]),
    ]);
  const stop = () => {
    setMarking(false);
    setMarks([]);
  };
  return (
    <Stack gap="lg">
      {me.memberId === page.memberId && <KeptDraft page={page} />}
      {page.form ? (
        <PaperView page={page} {...(marking && { mark })} />
      ) : (
        <NothingYet page={page} />
      )}
      {marking && <Alert color="orange">{t('return.how')}</Alert>}
      {marking ? (
        <ReturnBar page={page} marks={marks} stop={stop} />
      ) : (
        <ActionBar
          page={page}
          choose={(command) => {
            if (command === 'return') setMarking(true);
            else if (command === 'adjust') adjust();
            else setDialog(command as DialogCommand);
          }}
        />
      )}
      {dialog && <ActionDialog command={dialog} page={page} close={() => setDialog(null)} />}
    </Stack>
  );
}
