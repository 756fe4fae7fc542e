import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../api/api-error.js';
import { sendCommand } from '../../api/send-command.js';

export interface Order {
  command: string;
  input: Record<string, unknown>;
  expectedRevision: number | null;
}

/** Sends commands to one registration and refreshes what they change on screen. */
export function useRegistrationCommand(memberId: string, year: number) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['registration', memberId, year] }),
      client.invalidateQueries({ queryKey: ['registrations'] }),
      client.invalidateQueries({ queryKey: ['member', memberId] }),
      client.invalidateQueries({ queryKey: ['figures'] }),
    ]);
  return useMutation({
    mutationFn: (order: Order) =>
      sendCommand({ workflow: 'registration', id: `${memberId}-${String(year)}`, ...order }),
    onSuccess: (_answer, order) => {
      notifications.show({ color: 'green', message: t(`done.${order.command}`) });
      return refresh();
    },
    onError: (error) => {
      // Somebody else acted: fetch what stands now, so that it can be shown beside what was typed.
      if (isApiError(error) && error.status === 409) void refresh();
    },
  });
}
