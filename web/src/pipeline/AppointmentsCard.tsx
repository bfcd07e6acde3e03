import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listAppointments } from '../api/appointmentCalls';
import { keys } from '../api/keys';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { useOpener } from '../ui/useFocusBack';
import { AppointmentForm } from './AppointmentForm';
import { AppointmentItem } from './AppointmentItem';
import type { OfOpportunity } from './CardParts';
import { inOrder } from './appointment';

/** When they meet, and what came of it. */
export function AppointmentsCard({ opportunity }: OfOpportunity) {
  const { t } = useLingui();
  const { opportunity_id, state } = opportunity;
  const query = useQuery({
    queryKey: [...keys.appointments, 'of', opportunity_id],
    queryFn: ({ signal }) => listAppointments({ opportunity: opportunity_id }, signal),
  });
  const [setting, setSetting] = useState(false);
  const opener = useOpener(setting);
  const items = query.data?.items;
  return (
    <Card title={t`Appointments`}>
      {items === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {items === undefined && !query.isError && <CardLoading shapes={[30]} />}
      {items?.length === 0 && !setting && <p className={form.hint}>{t`No appointment yet.`}</p>}
      <ul className={form.list}>
        {inOrder(items ?? []).map((appointment) => (
          <AppointmentItem key={appointment.appointment_id} appointment={appointment} />
        ))}
      </ul>
      {setting && <AppointmentForm opportunity={opportunity} onDone={() => setSetting(false)} />}
      {!setting && state !== 'voided' && (
        <div className={form.end}>
          <Button ref={opener} variant="default" onClick={() => setSetting(true)}>
            <Trans>New appointment</Trans>
          </Button>
        </div>
      )}
    </Card>
  );
}
