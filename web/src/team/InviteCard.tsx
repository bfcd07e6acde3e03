import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { IconLink } from '@tabler/icons-react';
import { invite } from '../api/setUpCalls';
import type { Person } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './form.module.css';
import { CopyField } from './CopyField';
import { useFaults } from './useFaults';

/** A link with which somebody chooses a password; for the first time, or because the old one is lost. */
export function InviteCard({ person }: { person: Person }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const invitation = useMutation({ mutationFn: () => invite(person.user_id) });
  const faults = useFaults(invitation.error);
  const trouble = faults.rest([]);
  const { name, invited } = person;
  const until = invitation.data && date.dayTime(invitation.data.expires_at);
  return (
    <Card title={t`Signing in`}>
      <div className={css.stack}>
        <p>
          {invited ? (
            <Trans>
              {name} has no password yet. Make a link and send it: whoever opens it chooses one.
            </Trans>
          ) : (
            <Trans>{name} can sign in. A lost password is replaced by a new link.</Trans>
          )}
        </p>
        {invitation.data ? (
          <CopyField
            label={t`The link, shown only now`}
            value={`${location.origin}/join#${invitation.data.token}`}
            hint={<Trans>It works once, until {until}. A new link ends this one.</Trans>}
          />
        ) : (
          <div>
            <Button
              {...(!invited && { variant: 'default' })}
              loading={invitation.isPending}
              leftSection={<IconLink size={16} stroke={1.8} aria-hidden />}
              onClick={() => invitation.mutate()}
            >
              {invited ? <Trans>Make an invitation</Trans> : <Trans>Make a new link</Trans>}
            </Button>
          </div>
        )}
        {trouble !== null && (
          <p role="alert" className={css.trouble}>
            {trouble}
          </p>
        )}
      </div>
    </Card>
  );
}
