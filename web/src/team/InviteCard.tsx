import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { IconCopy, IconLink } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { invite } from '../api/setUpCalls';
import type { Person } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './form.module.css';
import { useFaults } from './useFaults';

/** The clipboard is there on safe addresses only; elsewhere the link is selected, to be copied by hand. */
async function copied(field: HTMLInputElement | null, link: string): Promise<boolean> {
  field?.select();
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

function Link({ link, until }: { link: string; until: string }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () =>
    setSaid((await copied(field.current, link)) ? t`Copied.` : t`Selected: press Ctrl C.`);
  return (
    <>
      <div className={css.link}>
        <TextInput
          ref={field}
          label={t`The link, shown only now`}
          dir="ltr"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.8} aria-hidden />}
          onClick={() => void copy()}
        >
          <Trans>Copy</Trans>
        </Button>
      </div>
      <p className={css.hint}>
        <span role="status">{said}</span>{' '}
        <Trans>It works once, until {until}. A new link ends this one.</Trans>
      </p>
    </>
  );
}

/** A link with which somebody chooses a password; for the first time, or because the old one is lost. */
export function InviteCard({ person }: { person: Person }) {
  const { t } = useLingui();
  const { date } = useFormat();
  const invitation = useMutation({ mutationFn: () => invite(person.user_id) });
  const faults = useFaults(invitation.error);
  const trouble = faults.rest([]);
  const { name, invited } = person;
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
          <Link
            link={`${location.origin}/join#${invitation.data.token}`}
            until={date.dayTime(invitation.data.expires_at)}
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
