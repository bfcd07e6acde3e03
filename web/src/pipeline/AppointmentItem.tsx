import { Button } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode, useState } from 'react';
import { appointmentFile } from '../api/appointmentCalls';
import type { Appointment } from '../api/appointmentTypes';
import { now } from '../api/clock';
import { useFormat } from '../format';
import { kindLabel } from '../kind/kinds';
import { outcomeLabel } from '../kind/outcomes';
import { kindNamed, useKinds } from '../kind/useKinds';
import form from '../team/form.module.css';
import { type Asked, AppointmentAsk } from './AppointmentAsk';
import { hasBegun, isWebAddress } from './appointment';
import { Item } from './CardParts';
import { TimeSpan } from './TimeSpan';

const stateWords: Record<Appointment['state'], ReturnType<typeof msg> | null> = {
  set: null,
  held: msg`held`,
  no_show: msg`nobody came`,
  cancelled: msg({ message: 'called off', context: 'appointment' }),
};

function Place({ place }: { place: string }) {
  if (!isWebAddress(place)) return <bdi>{place}</bdi>;
  return (
    <a href={place} target="_blank" rel="noreferrer">
      <bdi dir="ltr">{place}</bdi>
    </a>
  );
}

/** What it is, where and with whom, and what became of it. */
function useLine(appointment: Appointment, withAccount: boolean): ReactNode {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const kinds = useKinds();
  const { kind, purpose, place, contact, account, state, moves, outcome, reason, joined } =
    appointment;
  const named = kindNamed(kinds, kind);
  const label = named.outcomes.find((each) => each.outcome === outcome)?.label ?? null;
  const became = stateWords[state];
  const times = number.count(moves);
  const parts: ReactNode[] = [
    kindLabel(named, i18n),
    purpose && <bdi>{purpose}</bdi>,
    contact && <bdi>{contact.name}</bdi>,
    withAccount && account && <bdi>{account.name}</bdi>,
    place && <Place place={place} />,
    moves > 0 && t`moved ${times}×`,
    became && <b>{i18n._(became)}</b>,
    outcome !== null && outcomeLabel({ outcome, label }, i18n),
    reason && <bdi>{reason}</bdi>,
    joined && t`counted as it was logged by hand`,
  ];
  return parts.filter(Boolean).map((part, at) => (
    // The parts are neither added nor moved.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={at}>
      {at > 0 && ' · '}
      {part}
    </Fragment>
  ));
}

function Ask({
  words,
  pressed,
  onClick,
}: {
  words: ReactNode;
  pressed: boolean;
  onClick: () => void;
}) {
  return (
    <Button size="xs" variant="default" aria-expanded={pressed} onClick={onClick}>
      {words}
    </Button>
  );
}

interface AppointmentItemProps {
  appointment: Appointment;
  /** With its day. */
  dated?: boolean;
  /** With the way to its opportunity. */
  linked?: boolean;
}

/** One of them, with whatever may be done with it. */
export function AppointmentItem({
  appointment,
  dated = true,
  linked = false,
}: AppointmentItemProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const line = useLine(appointment, linked);
  const [asking, setAsking] = useState<Asked | null>(null);
  const { appointment_id, state, starts_at, needs_outcome, opportunity_id } = appointment;
  const day = date.dayWithWeekday(date.dayOf(starts_at));
  const ask = (asked: Asked, words: ReactNode) => (
    <Ask
      words={words}
      pressed={asking === asked}
      onClick={() => setAsking(asking === asked ? null : asked)}
    />
  );
  const when = (
    <>
      {dated && <>{day} </>}
      <TimeSpan of={appointment} />
    </>
  );
  const begun = hasBegun(appointment, now());
  return (
    <>
      <Item
        row={linked}
        name={
          linked && opportunity_id !== null ? (
            <Link to="/pipeline/$opportunity" params={{ opportunity: opportunity_id }} data-primary>
              {when}
            </Link>
          ) : (
            when
          )
        }
        line={
          <>
            {needs_outcome && !(linked && dated) && <b>{t`What came of it?`} </b>}
            {line}
          </>
        }
      >
        {state === 'set' && begun && ask('held', <Trans>Held</Trans>)}
        {state === 'set' && begun && ask('no_show', <Trans>Nobody came</Trans>)}
        {state === 'held' && needs_outcome && ask('outcome', <Trans>What came of it</Trans>)}
        {state === 'set' && ask('move', <Trans context="appointment">Move</Trans>)}
        {state === 'set' && ask('cancel', <Trans>Call off</Trans>)}
        {state !== 'set' && ask('reopen', <Trans>Take back</Trans>)}
        {state === 'set' && (
          <Button
            component="a"
            href={appointmentFile(appointment_id)}
            download
            size="xs"
            variant="default"
          >
            <Trans>Calendar file</Trans>
          </Button>
        )}
      </Item>
      {asking !== null && (
        <li className={form.item}>
          <AppointmentAsk
            key={asking}
            appointment={appointment}
            asked={asking}
            onDone={() => setAsking(null)}
          />
        </li>
      )}
    </>
  );
}
