import { TextInput } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, useState, type SubmitEvent } from 'react';
import type { Company, RampDefinition } from '../api/setUpTypes';
import { useFormat } from '../format';
import { Card } from '../ui';
import css from './form.module.css';
import { FormEnd } from './FormEnd';
import { Reveal } from './Reveal';
import { rampSteps, type StepTexts } from './ramp';
import { useApply } from './useApply';
import { useFaults } from './useFaults';

function useStepsWords() {
  const { t } = useLingui();
  const { number } = useFormat();
  return ({ steps }: RampDefinition) =>
    steps
      .map(({ after_days, percent }) => {
        const share = number.percent(percent / 100);
        if (after_days === 0) return t`${share} at first`;
        return t`${share} after ${plural(after_days, { one: '# day', other: '# days' })}`;
      })
      .reduce((list, next) => t`${list}, ${next}`);
}

const empty: StepTexts[] = [
  { days: '0', percent: '25' },
  { days: '30', percent: '50' },
  { days: '60', percent: '75' },
  { days: '90', percent: '100' },
];

function NewRamp({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [texts, setTexts] = useState(empty);
  const apply = useApply(onClose);
  const faults = useFaults(apply.error);
  const steps = rampSteps(texts);
  const change = (index: number, part: Partial<StepTexts>) =>
    setTexts(texts.map((each, at) => (at === index ? { ...each, ...part } : each)));

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (steps) apply.mutate({ ramps: [{ name: name.trim(), steps }] });
  }

  return (
    <form className={`${css.stack} ${css.apart}`} onSubmit={submit} noValidate>
      <TextInput
        label={t`Name of the ramp`}
        dir="auto"
        autoFocus
        value={name}
        error={faults.at('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={css.steps}>
        <span className={css.legend} aria-hidden>
          <Trans>From which day on</Trans>
        </span>
        <span className={css.legend} aria-hidden>
          <Trans>Share in percent</Trans>
        </span>
        {texts.map((step, index) => (
          // The steps have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            <TextInput
              aria-label={t`From which day on`}
              dir="ltr"
              value={step.days}
              onChange={(event) => change(index, { days: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t`Share in percent`}
              dir="ltr"
              value={step.percent}
              onChange={(event) => change(index, { percent: event.currentTarget.value })}
            />
          </Fragment>
        ))}
      </div>
      <p className={css.hint}>
        {steps === null ? (
          <Trans>
            Each step later than the one before, from 0 to 100%. An empty line is left out.
          </Trans>
        ) : (
          <Trans>The days since the ramp of a person began. An empty line is left out.</Trans>
        )}
      </p>
      <div>
        <FormEnd
          does={t`Add the ramp`}
          quiet
          busy={apply.isPending}
          disabled={name.trim() === '' || steps === null}
          trouble={faults.rest(['name'])}
          onCancel={onClose}
        />
      </div>
    </form>
  );
}

/** Which share of a quota is asked of somebody new. */
export function RampsCard({ company }: { company: Company }) {
  const { t } = useLingui();
  const words = useStepsWords();
  return (
    <Card title={t`Ramps`} note={t`Which share of a quota is asked of somebody new.`}>
      <ul className={css.list}>
        {(company.ramps ?? []).map((ramp) => (
          <li key={ramp.name} className={css.item}>
            <span className={css.itemWords}>
              <span className={css.itemName} dir="auto">
                {ramp.name}
              </span>
              <span className={css.itemLine}>{words(ramp)}</span>
            </span>
          </li>
        ))}
      </ul>
      <Reveal does={<Trans>Add a ramp</Trans>}>{(close) => <NewRamp onClose={close} />}</Reveal>
    </Card>
  );
}
