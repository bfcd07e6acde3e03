import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOpenLog } from '../activity/openLog';
import { hasStatus } from '../api/fault';
import { keys } from '../api/keys';
import { listContactOpportunities, pageOfContactHistory, readContact } from '../api/pipelineCalls';
import type { ContactDetail } from '../api/pipelineTypes';
import type { Id } from '../api/types';
import { listOf, useFormat } from '../format';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading, PageHead } from '../ui';
import { partWords } from './eventWords';
import { HistoryOf } from './HistoryOf';
import { fieldLabel, fieldValue } from './historyWords';
import { LinkedItem } from './LinkedItem';
import { stageName } from './stageName';

interface FactProps {
  label: string;
  children: ReactNode;
}

const Fact = ({ label, children }: FactProps) => (
  <li className={form.item}>
    <span className={form.itemLine}>{label}</span>
    <span>{children}</span>
  </li>
);

/** Numbers, addresses, and what is known of somebody. */
function WhoCard({ contact }: { contact: ContactDetail }) {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const { phone, email, account, owner, relation, temperature, source, key } = contact;
  const label = (field: string) => fieldLabel(field, i18n);
  return (
    <Card title={t`Who it is`}>
      <ul className={form.list}>
        {phone !== null && (
          <Fact label={label('phone')}>
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{phone}</bdi>
            </a>
          </Fact>
        )}
        {email !== null && (
          <Fact label={label('email')}>
            <a href={`mailto:${email}`}>
              <bdi dir="ltr">{email}</bdi>
            </a>
          </Fact>
        )}
        {account !== null && (
          <Fact label={label('account_name')}>
            <Link to="/accounts/$account" params={{ account: account.account_id }}>
              {account.name}
            </Link>
          </Fact>
        )}
        <Fact label={label('owner')}>{owner === null ? t`nobody` : owner.name}</Fact>
        <Fact label={label('relation')}>{fieldValue('relation', relation, i18n)}</Fact>
        <Fact label={label('temperature')}>{fieldValue('temperature', temperature, i18n)}</Fact>
        {source !== null && <Fact label={label('source')}>{source}</Fact>}
        {key !== null && <Fact label={label('key')}>{key}</Fact>}
        {contact.last_activity_at !== null && (
          <Fact label={t`Last activity`}>{date.dayTime(contact.last_activity_at)}</Fact>
        )}
      </ul>
    </Card>
  );
}

function OpportunitiesCard({ contact }: { contact: Id }) {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const query = useQuery({
    queryKey: [...keys.contact, 'opportunities', contact],
    queryFn: ({ signal }) => listContactOpportunities(contact, signal),
  });
  const items = query.data?.items;
  return (
    <Card title={t`Opportunities`}>
      {items === undefined &&
        (query.isError ? <CardError onRetry={() => void query.refetch()} /> : <CardLoading />)}
      {items?.length === 0 && <p className={form.hint}>{t`No opportunity yet.`}</p>}
      <ul className={form.list}>
        {items?.map(({ opportunity_id, name, stage, value, rep, part }) => (
          <LinkedItem
            key={opportunity_id}
            opportunity={opportunity_id}
            name={name}
            line={listOf(
              [...(part ? [i18n._(partWords[part])] : []), stageName(stage, i18n), rep.name],
              i18n,
            )}
          >
            <b>{value === null ? '–' : number.moneyShort(value)}</b>
          </LinkedItem>
        ))}
      </ul>
    </Card>
  );
}

function Opened({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  const openLog = useOpenLog();
  const { contact_id, name, account, owner } = contact;
  return (
    <>
      <PageHead
        title={name}
        line={[account?.name, owner?.name].filter(Boolean).join(' · ')}
        end={
          <Button onClick={() => openLog({ contact })}>
            <Trans>Log an activity</Trans>
          </Button>
        }
      />
      <div className={form.columns}>
        <div className={form.column}>
          <HistoryOf
            queryKey={[...keys.contact, 'history', contact_id]}
            read={(cursor, signal) => pageOfContactHistory(contact_id, cursor, signal)}
            then={t`Activities, appointments, estimates, signals and changes stand here, newest first.`}
          />
        </div>
        <div className={form.column}>
          <WhoCard contact={contact} />
          <OpportunitiesCard contact={contact_id} />
        </div>
      </div>
    </>
  );
}

/** One contact: who it is, what it has a part in, and what happened with it. */
export default function ContactPage() {
  const { t } = useLingui();
  const { contact = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: [...keys.contact, 'one', contact],
    queryFn: ({ signal }) => readContact(contact, signal),
  });
  if (query.data !== undefined) return <Opened contact={query.data} />;
  const refused = hasStatus(query.error, 403) || hasStatus(query.error, 404);
  return (
    <>
      <PageHead title={t`Contact`} />
      <Card label={t`Contact`}>
        {refused && t`You cannot see this.`}
        {query.isError && !refused && <CardError onRetry={() => void query.refetch()} />}
        {!query.isError && <CardLoading shapes={[36, 60, 60]} />}
      </Card>
    </>
  );
}
