import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef, type FormEvent } from 'react';
import { startSession } from '../api/calls';
import { keys } from '../api/keys';
import { Gate } from './Gate';
import css from './SignIn.module.css';
import { signInFault } from './signInFault';

export function SignIn() {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const password = useRef<HTMLInputElement>(null);
  const entry = useMutation({
    mutationFn: ({ email, secret }: { email: string; secret: string }) =>
      startSession(email, secret),
    onSuccess: (session) => {
      // Not clear(): the gate watches the session's own query and would go on watching the removed one.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
      queries.setQueryData(keys.session, session);
    },
    onError: () => password.current?.select(),
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    entry.mutate({ email: String(form.get('email')), secret: String(form.get('password')) });
  }

  return (
    <Gate>
      <h1 className={css.title}>
        <Trans>Sign in</Trans>
      </h1>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          name="email"
          type="email"
          label={t`E-mail address`}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          dir="ltr"
        />
        <PasswordInput
          ref={password}
          name="password"
          label={t`Password`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          dir="ltr"
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        />
        {entry.isError && (
          <p className={css.trouble} role="alert">
            <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
            {signInFault(i18n, entry.error)}
          </p>
        )}
        <Button type="submit" loading={entry.isPending} fullWidth>
          <Trans>Sign in</Trans>
        </Button>
      </form>
      <p className={css.hint}>
        <Trans>
          No password yet, or lost it? Ask the person who runs Paceline in your company.
        </Trans>
      </p>
    </Gate>
  );
}
