import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { makeCalendarFeed, readCalendarFeed, revokeCalendarFeed } from '../api/appointmentCalls';
import { hasCode } from '../api/fault';
import { keys } from '../api/keys';
import { useFormat } from '../format';
import { Card } from '../ui';
import { useOpener } from '../ui/useFocusBack';
import { CopyField } from './CopyField';
import css from './form.module.css';
import { useFaults } from './useFaults';

type Asked = 'make' | 'revoke';

/** Said before it happens: a calendar program that has the address of now reads nothing any more. */
function Sure({
  asked,
  busy,
  onYes,
  onNo,
}: {
  asked: Asked;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  const { t } = useLingui();
  const does = asked === 'make' ? t`Make the address` : t`Revoke the address`;
  return (
    <div role="group" aria-label={does}>
      <p className={css.hint}>
        {asked === 'make' ? (
          <Trans>An address that you made before ends with it.</Trans>
        ) : (
          <Trans>Whoever has it reads nothing from then on.</Trans>
        )}
      </p>
      <div className={css.end}>
        <Button autoFocus loading={busy} onClick={onYes}>
          {does}
        </Button>
        <Button variant="default" onClick={onNo}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </div>
  );
}

/** Where a calendar program reads one's own appointments: made, made anew, revoked. */
export function CalendarAddressCard() {
  const { t } = useLingui();
  const { date } = useFormat();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: keys.calendarFeed,
    queryFn: ({ signal }) => readCalendarFeed(signal),
  });
  const made = query.data?.made_at;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const [revoked, setRevoked] = useState(false);
  const change = useMutation({
    mutationFn: async (what: Asked) => {
      setRevoked(false);
      if (what === 'make') {
        const { path } = await makeCalendarFeed();
        setAddress(new URL(path, location.origin).href);
      } else {
        await revokeCalendarFeed();
        setAddress(null);
        setRevoked(true);
      }
    },
    onSettled: () => {
      setAsked(null);
      return client.invalidateQueries({ queryKey: keys.calendarFeed });
    },
  });
  const opener = useOpener(asked !== null);
  const on = made ? date.day(date.dayOf(made)) : '';
  const none = hasCode(change.error, 'calendar.feed.none');
  const trouble = useFaults(change.error).rest([]);
  return (
    <Card
      title={t`My appointments in another calendar`}
      note={t`A calendar program that subscribes to this address shows your appointments, and follows what is moved or called off. Whoever knows the address can read them.`}
    >
      {address !== null && (
        <CopyField
          label={t`Address, shown only now`}
          value={address}
          hint={<Trans>Put it into your calendar program as a subscription.</Trans>}
        />
      )}
      <p role="status">
        {revoked && <Trans>The address is revoked.</Trans>}
        {!revoked && (none || made === null) && <Trans>There is no address.</Trans>}
        {made && address === null && <Trans>There is an address, made on {on}.</Trans>}
      </p>
      {!none && trouble !== null && (
        <p role="alert" className={css.trouble}>
          {trouble}
        </p>
      )}
      {asked === null ? (
        <div className={css.end}>
          <Button
            ref={opener}
            variant="default"
            // Not disabled meanwhile: it gets the focus back before the change has ended.
            onClick={() => {
              if (made !== null) setAsked('make');
              else if (!change.isPending) change.mutate('make');
            }}
          >
            <Trans>New address</Trans>
          </Button>
          {made !== null && (
            <Button variant="default" onClick={() => setAsked('revoke')}>
              <Trans>Revoke</Trans>
            </Button>
          )}
        </div>
      ) : (
        <Sure
          key={asked}
          asked={asked}
          busy={change.isPending}
          onYes={() => change.mutate(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
