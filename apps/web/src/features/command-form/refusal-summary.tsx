import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../ui/states.js';
import { fieldId, focusField } from './focus-field.js';

export interface Refusal {
  /** The field on screen; empty: it concerns none of them. */
  field: string;
  /** Where that is, in words; absent: the text says enough. */
  place?: string;
  text: string;
}

interface RefusalSummaryProps {
  refusals: readonly Refusal[];
  /** An error that is not about a field (offline, out of scope). */
  failure: unknown;
}

/** Why the server refused, each cause a link to its line. */
export function RefusalSummary({ refusals, failure }: RefusalSummaryProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
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
      {Boolean(failure) && <Text size="sm">{errorText(failure)}</Text>}
      <List size="sm" spacing={4}>
        {refusals.map(({ field, place, text }, index) => (
          <List.Item key={`${field}-${String(index)}`}>
            {field ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                style={{ verticalAlign: 'top' }}
                onClick={() => focusField(field)}
              >
                {place ? `${place}: ` : ''}
                {text}
              </Anchor>
            ) : (
              text
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
