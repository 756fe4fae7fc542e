import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/states.js';
import { fieldId } from './form-values.js';
import { focusField, type EditorState } from './use-editor.js';

/** Why the server refused, each cause a link to its line. */
export function RefusalSummary({ editor }: { editor: EditorState }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { refusals, failure } = editor;
  if (refusals.length === 0 && !failure) return null;
  return (
    <Alert
      id={fieldId('summary')}
      tabIndex={-1}
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={
        refusals.length > 0
          ? t('registration.refused', { count: refusals.length })
          : t('registration.notSent')
      }
    >
      {failure !== null && <Text size="sm">{errorText(failure)}</Text>}
      <List size="sm" spacing={4}>
        {refusals.map((refusal, index) => (
          <List.Item key={`${refusal.field}-${String(index)}`}>
            {refusal.field ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                style={{ verticalAlign: 'top' }}
                onClick={() => focusField(refusal.field)}
              >
                {placeOf(refusal.field, (number) => t('registration.deedNo', { number }))}
                {refusal.text}
              </Anchor>
            ) : (
              refusal.text
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

const placeOf = (field: string, deedNo: (number: number) => string): string => {
  const deed = /^deeds\.(\d+)/.exec(field);
  return deed ? `${deedNo(Number(deed[1]) + 1)}: ` : '';
};
