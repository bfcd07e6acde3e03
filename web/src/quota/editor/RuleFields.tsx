import { TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { keys } from '../../api/keys';
import { listProductLines } from '../../api/pipelineCalls';
import type { Direction, Relation, Unit } from '../../api/types';
import { kindLabel } from '../../kind/kinds';
import { outcomeLabel } from '../../kind/outcomes';
import { useKinds } from '../../kind/useKinds';
import { Choice } from './Choice';
import { type Excuse, type FieldsProps, isSold, toggled } from './draft';
import css from './editor.module.css';
import { EXCUSES, RELATIONS, UNITS } from './words';

const UNIT_LIST: readonly Unit[] = [
  'activities',
  'contacts',
  'accounts',
  'won',
  'booked',
  'estimates',
  'estimated',
];
const RELATION_LIST: readonly Relation[] = ['new', 'lead', 'customer'];
const EXCUSE_LIST: readonly Excuse[] = ['holidays', 'part_time', 'leave', 'ramp'];

function Kinds({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const kinds = useKinds();
  return (
    <Choice
      name={t`What counts`}
      label={<Trans>What counts</Trans>}
      options={kinds.map((kind) => ({ value: kind.kind, label: kindLabel(kind, i18n) }))}
      chosen={draft.kinds}
      onToggle={(kind) => onChange({ kinds: toggled(draft.kinds, kind), outcomes: [] })}
      hint={draft.kinds.length === 0 && <Trans>Nothing chosen: every activity counts.</Trans>}
    />
  );
}

function Outcomes({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const kinds = useKinds().filter(({ kind }) => draft.kinds.includes(kind));
  const found = new Map(
    kinds.flatMap(({ outcomes }) => outcomes.map((each) => [each.outcome, each])),
  );
  if (found.size === 0) return null;
  return (
    <Choice
      name={t`How it ended`}
      label={<Trans>How it ended</Trans>}
      options={[...found.values()].map((each) => ({
        value: each.outcome,
        label: outcomeLabel(each, i18n),
      }))}
      chosen={draft.outcomes}
      onToggle={(outcome) => onChange({ outcomes: toggled(draft.outcomes, outcome) })}
      hint={draft.outcomes.length === 0 && <Trans>Nothing chosen: however it ended.</Trans>}
    />
  );
}

function Signals({ draft, onChange }: FieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <Choice
        name={t`After a signal`}
        label={<Trans>Only after a signal of the same contact</Trans>}
        options={[{ value: 'signal', label: t`After a signal` }]}
        chosen={draft.signal ? ['signal'] : []}
        onToggle={() => onChange({ signal: !draft.signal })}
      />
      {draft.signal && (
        <div className={css.two}>
          <TextInput
            label={t`Topics`}
            description={t`With commas between; empty: any.`}
            dir="auto"
            value={draft.signalTopics}
            onChange={(event) => onChange({ signalTopics: event.currentTarget.value })}
          />
          <TextInput
            label={t`Within days`}
            description={t`Before the activity.`}
            inputMode="numeric"
            value={draft.signalDays}
            onChange={(event) => onChange({ signalDays: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

function OfActivities({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const directions: { value: Direction; label: string }[] = [
    { value: 'outbound', label: t`Outbound` },
    { value: 'inbound', label: t`Incoming` },
  ];
  return (
    <>
      <Choice
        name={t`Direction`}
        label={<Trans>Direction</Trans>}
        options={directions}
        chosen={draft.direction === '' ? [] : [draft.direction]}
        onToggle={(direction) =>
          onChange({ direction: draft.direction === direction ? '' : direction })
        }
      />
      <Choice
        name={t`With whom`}
        label={<Trans>With whom</Trans>}
        options={RELATION_LIST.map((value) => ({ value, label: i18n._(RELATIONS[value]) }))}
        chosen={draft.relations}
        onToggle={(relation) => onChange({ relations: toggled(draft.relations, relation) })}
      />
      <TextInput
        label={t`At least so many seconds`}
        inputMode="numeric"
        value={draft.seconds}
        onChange={(event) => onChange({ seconds: event.currentTarget.value })}
      />
      <Signals draft={draft} onChange={onChange} />
    </>
  );
}

function Special({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  return (
    <details className={css.more}>
      <summary>
        <Trans>More about what counts, and what lowers the quota</Trans>
      </summary>
      <div>
        {!isSold(draft.unit) && <OfActivities draft={draft} onChange={onChange} />}
        <Choice
          name={t`What lowers it`}
          label={<Trans>Who has less time is asked for less</Trans>}
          options={EXCUSE_LIST.map((value) => ({ value, label: i18n._(EXCUSES[value]) }))}
          chosen={EXCUSE_LIST.filter((excuse) => draft.excuses[excuse])}
          onToggle={(excuse) =>
            onChange({ excuses: { ...draft.excuses, [excuse]: !draft.excuses[excuse] } })
          }
        />
      </div>
    </details>
  );
}

/** Each stands for all that lies within it. */
function ProductLines({ draft, onChange }: FieldsProps) {
  const { t } = useLingui();
  const lines = useQuery({
    queryKey: keys.productLines,
    queryFn: ({ signal }) => listProductLines(signal),
  });
  const options = (lines.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }));
  if (options.length === 0) return null;
  return (
    <Choice
      name={t`Product lines`}
      label={<Trans>Product lines</Trans>}
      options={options}
      chosen={draft.productLines}
      onToggle={(key) => onChange({ productLines: toggled(draft.productLines, key) })}
      hint={draft.productLines.length === 0 && <Trans>Nothing chosen: all of them.</Trans>}
    />
  );
}

/** What counts: the usual part in sight, the rest behind one line. */
export function RuleFields({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useLingui();
  const sold = isSold(draft.unit);
  return (
    <>
      {!sold && <Kinds draft={draft} onChange={onChange} />}
      {!sold && <Outcomes draft={draft} onChange={onChange} />}
      <Choice
        name={t`How it is counted`}
        label={<Trans>How it is counted</Trans>}
        options={UNIT_LIST.map((value) => ({ value, label: i18n._(UNITS[value]) }))}
        chosen={[draft.unit]}
        onToggle={(unit) => onChange({ unit })}
      />
      {sold && <ProductLines draft={draft} onChange={onChange} />}
      <Special draft={draft} onChange={onChange} />
    </>
  );
}
