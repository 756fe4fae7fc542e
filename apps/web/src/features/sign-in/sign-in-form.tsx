import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle, IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { hintQuery } from '../../api/queries.js';
import { queryClient } from '../../api/query-client.js';
import { request } from '../../api/request.js';
import { session } from '../../api/session.js';
import type { LoginAnswer } from '../../api/types.js';
import { useErrorText } from '../../ui/states.js';
import { DemoAccounts } from './demo-accounts.js';

interface Credentials {
  username: string;
  password: string;
}

/** Asks for name and password; on success goes to where the person was before. */
export function SignInForm() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const hint = useQuery(hintQuery);
  const form = useForm<Credentials>({
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() ? null : t('signIn.usernameMissing')),
      password: (value) => (value ? null : t('signIn.passwordMissing')),
    },
  });
  const login = useMutation({
    mutationFn: (body: Credentials) =>
      request<LoginAnswer>('/auth/login', { method: 'POST', body }),
    onSuccess: (answer) => {
      queryClient.clear();
      session.start(answer);
      if (next) router.history.push(next);
      else void navigate({ to: '/' });
    },
  });
  const submit = form.onSubmit((values) =>
    login.mutate({ ...values, username: values.username.trim() }),
  );
  return (
    <form onSubmit={submit} noValidate aria-label={t('signIn.title')}>
      <Stack>
        {session.wasExpired() && !login.isError && (
          <Alert color="yellow" icon={<IconClockExclamation aria-hidden />} role="status">
            {t('signIn.expired')}
          </Alert>
        )}
        {login.isError && (
          <Alert color="red" icon={<IconAlertTriangle aria-hidden />} role="alert">
            {errorText(login.error)}
          </Alert>
        )}
        <TextInput
          label={t('signIn.username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          size="md"
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={login.isPending}>
          {t('signIn.submit')}
        </Button>
        {hint.data?.demo && (
          <DemoAccounts
            choose={(username, password) => {
              form.setValues({ username, password });
              login.mutate({ username, password });
            }}
          />
        )}
      </Stack>
    </form>
  );
}
