import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import { joinWith } from '../api/calls';
import { keys } from '../api/keys';
import { forget } from './forget';
import { Gate } from './Gate';
import { joinFault } from './joinFault';
import css from './SignIn.module.css';

interface JoinProps {
  token: string;
  /** Somebody is signed in now. */
  onJoined: () => void;
}

/** What the link of an invitation opens: choose a password, and be signed in. */
export default function Join({ token, onJoined }: JoinProps) {
  const { t, i18n } = useLingui();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const joining = useMutation({
    mutationFn: (secret: string) => joinWith(token, secret),
    onSuccess: (session) => {
      forget(queries);
      queries.setQueryData(keys.session, session);
      onJoined();
    },
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    joining.mutate(password);
  }

  return (
    <Gate>
      <h1 className={css.title}>
        <Trans>Welcome. Choose a password.</Trans>
      </h1>
      <form className={css.form} onSubmit={submit}>
        <PasswordInput
          name="password"
          label={t`New password`}
          description={t`A few words are better than one word with signs.`}
          autoComplete="new-password"
          required
          withAsterisk={false}
          autoFocus
          dir="ltr"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        />
        {joining.isError && (
          <p className={css.trouble} role="alert">
            <IconAlertTriangle size={17} stroke={1.8} aria-hidden />
            {joinFault(i18n, joining.error)}
          </p>
        )}
        <Button type="submit" loading={joining.isPending} disabled={password === ''} fullWidth>
          <Trans>Set the password and sign in</Trans>
        </Button>
      </form>
    </Gate>
  );
}
