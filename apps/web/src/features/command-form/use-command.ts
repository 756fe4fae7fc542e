import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isApiError } from '../../api/api-error.js';
import { viewsShow } from '../../api/read-your-write.js';
import { sendCommand } from '../../api/send-command.js';
import { useWords } from '../../ui/words.js';

export interface Order {
  command: string;
  input: Record<string, unknown>;
  /** The revision that was on screen; `null`: whatever stands there now. */
  expectedRevision: number | null;
}

/** What no command changes. */
const LASTING = new Set(['terms', 'hint', 'name']);

/**
 * Sends commands to one record. Once a command is accepted, everything on screen is asked for again
 * as soon as the views show it; a conflict fetches what stands now, so that it can be shown beside
 * what was typed.
 */
export function useCommand(workflow: string, id: string, onAccepted?: () => void) {
  const words = useWords(workflow);
  const client = useQueryClient();
  const refresh = () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => !LASTING.has(String(queryKey[0])) });
  return useMutation({
    // Waiting for the network would hide that nothing was sent.
    networkMode: 'always',
    mutationFn: (order: Order) => sendCommand({ workflow, id, ...order }),
    onSuccess: async (answer, order) => {
      onAccepted?.();
      notifications.show({ color: 'green', message: words.done(order.command) });
      await viewsShow(answer.position);
      await refresh();
    },
    onError: (error) => {
      if (isApiError(error) && error.status === 409) void refresh();
    },
  });
}
