import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { useErrorText } from '../../ui/states.js';
import { useReasonText } from './reason-text.js';

/** Why a command was refused, where there is no line to show it at. */
export function CommandFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const reasonText = useReasonText();
  const reasons = isApiError(error) ? error.reasons : [];
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('registration.notSent')}
    >
      {reasons.length === 0 ? (
        <Text size="sm">{errorText(error)}</Text>
      ) : (
        <List size="sm">
          {reasons.map((reason, index) => (
            <List.Item key={`${reason.code}-${String(index)}`}>{reasonText(reason)}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
