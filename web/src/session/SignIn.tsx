import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { endLeftSession, startSession } from '../api/calls';
import { keepTrying } from '../api/keepTrying';
import { keys } from '../api/keys';
import { forget } from './forget';
import { Gate } from './Gate';
import css from './SignIn.module.css';
import { signInFault } from './signInFault';

const end_again_ms = 10_000;

/** The session of whoever signed out here without a network. */
function useEndOfLeftSession(): void {
  useEffect(() => {
    const end = () => void endLeftSession().catch(() => undefined);
    end();
    return keepTrying(end, end_again_ms);
  }, []);
}

/** `children`: what else is to be said to whoever comes. */
export function SignIn({ children }: { children?: ReactNode }) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const password = useRef<HTMLInputElement>(null);
  useEndOfLeftSession();
  const entry = useMutation({
    mutationFn: ({ email, secret }: { email: string; secret: string }) =>
      startSession(email, secret),
    onSuccess: (session) => {
      forget(queries);
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
      {children}
      <p className={css.hint}>
        <Trans>
          No password yet, or lost it? Ask the person who runs Paceline in your company.
        </Trans>
      </p>
    </Gate>
  );
}
