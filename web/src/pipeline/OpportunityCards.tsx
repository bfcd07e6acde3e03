// The parts of one opportunity, each with what changes it.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { keys } from '../api/keys';
import {
  addNextStep,
  changeAmounts,
  changeCloseDay,
  changePeople,
  endNextStep,
  listOpportunityHistory,
  listSales,
  qualify,
} from '../api/pipelineCalls';
import type { Ground, OpportunityDetail, Part, Question } from '../api/pipelineTypes';
import { useFoundContacts } from '../contact/useFoundContacts';
import { addDays, listOf, useFormat } from '../format';
import { instantAt } from '../format/wallTime';
import { useZone } from '../format/ZoneContext';
import { useSession } from '../session/useSession';
import form from '../team/form.module.css';
import { Card, CardError, CardLoading } from '../ui';
import { Item, onSubmit, Trouble } from './CardParts';
import { eventWords, grounds, groundWords, partWords, questionWords } from './eventWords';
import { useEdit } from './useEdit';
import { useProductLines } from './useOpportunities';

interface PartProps {
  opportunity: OpportunityDetail;
}

function AmountForm({ opportunity }: PartProps) {
  const { t } = useLingui();
  const { currency } = useSession().organisation;
  const lines = useProductLines().data?.items ?? [];
  const { edit, busy, trouble } = useEdit(opportunity);
  const [line, setLine] = useState('');
  const { amount: words } = useFormat();
  const [typed, setTyped] = useState('');
  const amount_minor = words.read(typed, currency);
  const save = () => {
    if (amount_minor === null) return;
    const amount = { amount: { amount_minor, currency } };
    const amounts = [{ ...(line !== '' && { product_line: line }), ...amount }];
    edit(
      JSON.stringify(amounts),
      (of) => changeAmounts(of, amounts),
      () => setTyped(''),
    );
  };
  return (
    <form className={form.end} onSubmit={onSubmit(save)}>
      {lines.length > 0 && (
        <NativeSelect
          aria-label={t`Product line`}
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          data={[
            { value: '', label: t`None in particular` },
            ...lines.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <TextInput
        aria-label={t`Amount, ${currency}`}
        placeholder={t`Amount, ${currency}`}
        inputMode="decimal"
        error={typed.trim() !== '' && amount_minor === null ? t`This is not an amount.` : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={amount_minor === null}>
        <Trans>Set</Trans>
      </Button>
      <Trouble words={trouble} />
    </form>
  );
}

export function AmountsCard({ opportunity }: PartProps) {
  const { t } = useLingui();
  const { number } = useFormat();
  const { edit, busy } = useEdit(opportunity);
  const { amounts, state } = opportunity;
  const open = state === 'open';
  return (
    <Card title={t`What it is worth`}>
      {amounts.length === 0 && <p className={form.hint}>{t`No amount yet.`}</p>}
      <ul className={form.list}>
        {amounts.map(({ product_line, amount, assumed }) => (
          <Item
            key={product_line?.key ?? ''}
            name={number.moneyExact(amount)}
            line={
              <>
                {product_line?.name ?? t`no product line`}
                {assumed && <>, {t`assumed from the list price`}</>}
              </>
            }
          >
            {open && amounts.length > 1 && (
              <Button
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() =>
                  edit(`off ${product_line?.key ?? ''}`, (of) =>
                    changeAmounts(of, [
                      { ...(product_line && { product_line: product_line.key }), taken_off: true },
                    ]),
                  )
                }
              >
                <Trans>Take off</Trans>
              </Button>
            )}
          </Item>
        ))}
      </ul>
      {open && <AmountForm key={opportunity.version} opportunity={opportunity} />}
    </Card>
  );
}

export function CloseCard({ opportunity }: PartProps) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const { close_day, pushes, state } = opportunity;
  const [typed, setTyped] = useState(close_day ?? '');
  const times = number.count(pushes);
  const shown = close_day === null ? t`No close day` : date.dayLong(close_day);
  return (
    <Card title={t`Expected to close`} aside={pushes > 0 ? t`pushed ${times}×` : undefined}>
      <b>{shown}</b>
      {state === 'open' && (
        <form
          className={form.end}
          onSubmit={onSubmit(() =>
            edit(typed, (of) => changeCloseDay(of, typed === '' ? null : typed)),
          )}
        >
          <TextInput
            type="date"
            aria-label={t`New close day`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={typed === (close_day ?? '')}
          >
            <Trans>Set</Trans>
          </Button>
          <Trouble words={trouble} />
        </form>
      )}
    </Card>
  );
}

function StepForm({ opportunity }: PartProps) {
  const { t } = useLingui();
  const zone = useZone();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [what, setWhat] = useState('');
  const [due, setDue] = useState('');
  const ready = what.trim() !== '' && due !== '';
  const save = () =>
    ready &&
    edit(
      `${what} ${due}`,
      async ({ opportunity: id, key }) => {
        await addNextStep(id, what.trim(), instantAt(due, zone), key);
      },
      () => setWhat(''),
    );
  return (
    <form className={form.end} onSubmit={onSubmit(() => void save())}>
      <TextInput
        aria-label={t`What to do next`}
        placeholder={t`What to do next`}
        maxLength={200}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        aria-label={t`When it is due`}
        value={due}
        onChange={(event) => setDue(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy} disabled={!ready}>
        <Trans>Add</Trans>
      </Button>
      <Trouble words={trouble} />
    </form>
  );
}

export function StepsCard({ opportunity }: PartProps) {
  const { t } = useLingui();
  const { date } = useFormat();
  const { edit, busy, trouble } = useEdit(opportunity);
  const open = opportunity.next_steps.filter(({ state }) => state === 'open');
  const end = (id: string, state: 'done' | 'dropped') =>
    edit(`${id} ${state}`, async ({ key }) => {
      await endNextStep(id, state, key);
    });
  return (
    <Card title={t`Next step`}>
      {open.length === 0 && <p className={form.hint}>{t`No next step`}</p>}
      <ul className={form.list}>
        {open.map(({ next_step_id, what, due_at }) => (
          <Item key={next_step_id} name={what} line={date.dayTime(due_at)}>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => end(next_step_id, 'done')}
            >
              <Trans>Done</Trans>
            </Button>
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() => end(next_step_id, 'dropped')}
            >
              <Trans>Drop</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <Trouble words={trouble} />
      {opportunity.state === 'open' && <StepForm opportunity={opportunity} />}
    </Card>
  );
}

const parts: readonly Part[] = ['decision_maker', 'influencer', 'user'];

function PersonForm({ opportunity }: PartProps) {
  const { t, i18n } = useLingui();
  const { edit, busy, trouble } = useEdit(opportunity);
  const [typed, setTyped] = useState('');
  const [part, setPart] = useState<Part>('decision_maker');
  const { contacts } = useFoundContacts(typed);
  const found = typed.trim() === '' ? [] : contacts;
  return (
    <>
      <div className={form.end}>
        <TextInput
          aria-label={t`Find a contact`}
          placeholder={t`Find a contact`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t`Part`}
          value={part}
          onChange={(event) =>
            setPart(parts.find((each) => each === event.currentTarget.value) ?? 'user')
          }
          data={parts.map((value) => ({ value, label: i18n._(partWords[value]) }))}
        />
      </div>
      <ul className={form.list}>
        {found.map(({ contact_id, name, account_name }) => (
          <Item key={contact_id} name={name} line={account_name ?? undefined}>
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={() =>
                edit(
                  `${contact_id} ${part}`,
                  (of) => changePeople(of, [{ contact_id, part }]),
                  () => setTyped(''),
                )
              }
            >
              <Trans>Add</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <Trouble words={trouble} />
    </>
  );
}

export function PeopleCard({ opportunity }: PartProps) {
  const { t, i18n } = useLingui();
  const { edit, busy } = useEdit(opportunity);
  return (
    <Card title={t`People`}>
      <ul className={form.list}>
        {opportunity.people.map(({ contact, part }) => (
          <Item
            key={contact.contact_id}
            name={
              <Link to="/contacts/$contact" params={{ contact: contact.contact_id }}>
                {contact.name}
              </Link>
            }
            line={i18n._(partWords[part])}
          >
            <Button
              size="xs"
              variant="default"
              disabled={busy}
              onClick={() =>
                edit(`off ${contact.contact_id}`, (of) =>
                  changePeople(of, [{ contact_id: contact.contact_id, part: null }]),
                )
              }
            >
              <Trans>Take off</Trans>
            </Button>
          </Item>
        ))}
      </ul>
      <PersonForm opportunity={opportunity} />
    </Card>
  );
}

function Answer({ opportunity, question }: PartProps & { question: Question }) {
  const { t, i18n } = useLingui();
  const { edit, busy, trouble } = useEdit(opportunity);
  const known = opportunity.qualification.find((each) => each.question === question);
  const told = known?.asked ? known.ground : null;
  const [ground, setGround] = useState<Ground | null>(told);
  const [note, setNote] = useState(known?.note ?? '');
  const asked = i18n._(questionWords[question]);
  const same = ground === told && note === (known?.note ?? '');
  const isKnown = ground !== null && ground !== 'unknown';
  const save = () => {
    if (ground === null) return;
    const answer = {
      question,
      ground,
      ...(isKnown && note.trim() !== '' && { note: note.trim() }),
    };
    edit(JSON.stringify(answer), (of) => qualify(of, [answer]));
  };
  return (
    <form className={form.end} onSubmit={onSubmit(save)}>
      <NativeSelect
        label={asked}
        value={ground ?? ''}
        onChange={(event) =>
          setGround(grounds.find((each) => each === event.currentTarget.value) ?? null)
        }
        data={[
          ...(told === null ? [{ value: '', label: t`not asked yet` }] : []),
          ...grounds.map((value) => ({ value, label: i18n._(groundWords[value]) })),
        ]}
      />
      {isKnown && (
        <TextInput
          label={t`Answer`}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      {!same && (
        <Button type="submit" variant="default" loading={busy}>
          <Trans>Save</Trans>
        </Button>
      )}
      <Trouble words={trouble} />
    </form>
  );
}

const questions: readonly Question[] = ['decision_maker', 'budget', 'timeframe', 'need'];

/** What is known, and how: unknown is an answer too, and is not the same as never asked. */
export function QualificationCard({ opportunity }: PartProps) {
  const { t } = useLingui();
  return (
    <Card title={t`Qualification`}>
      {questions.map((question) => (
        <Answer key={question} opportunity={opportunity} question={question} />
      ))}
    </Card>
  );
}

/** What the move that won made of it. */
export function SalesCard({ opportunity }: PartProps) {
  const { t } = useLingui();
  const { number, date } = useFormat();
  const { opportunity_id, rep, ended_at } = opportunity;
  const day = date.dayOf(ended_at ?? opportunity.changed_at);
  const query = useQuery({
    queryKey: [...keys.sales, opportunity_id, day],
    queryFn: ({ signal }) => listSales(rep.rep_id, addDays(day, -1), addDays(day, 2), signal),
  });
  const sales = query.data?.items.filter((sale) => sale.opportunity_id === opportunity_id);
  return (
    <Card title={t`Sale`}>
      {sales === undefined && query.isError && <CardError onRetry={() => void query.refetch()} />}
      {sales === undefined && !query.isError && <CardLoading shapes={[24]} />}
      <ul className={form.list}>
        {sales?.flatMap((sale) =>
          sale.lines.map(({ product_line, amount }) => (
            <Item
              key={`${sale.sale_id} ${product_line?.key ?? ''}`}
              name={number.moneyExact(amount)}
              line={`${product_line?.name ?? t`no product line`}, ${date.day(sale.day)}`}
            >
              {[sale.cancelled && t`cancelled`, sale.adjustment && t`after its period was closed`]
                .filter(Boolean)
                .join(', ')}
            </Item>
          )),
        )}
      </ul>
    </Card>
  );
}

/** What became known, newest first; never edited. */
export function HistoryCard({ opportunity }: PartProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const query = useQuery({
    queryKey: [...keys.opportunities, 'history', opportunity.opportunity_id],
    queryFn: ({ signal }) => listOpportunityHistory(opportunity.opportunity_id, signal),
  });
  const system = t`The system`;
  return (
    <Card title={t`History`}>
      {query.data === undefined && query.isError && (
        <CardError onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <CardLoading shapes={[30, 30, 30]} />}
      <ul className={form.list}>
        {query.data?.items.map((event) => (
          <Item
            key={event.seq}
            name={eventWords(event, i18n, format)}
            line={
              <>
                {listOf(
                  [event.actor?.name ?? system, format.date.dayTime(event.occurred_at)],
                  i18n,
                )}
                {event.reason !== null && (
                  <>
                    {' '}
                    · <bdi>{event.reason}</bdi>
                  </>
                )}
              </>
            }
          />
        ))}
      </ul>
    </Card>
  );
}
