import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import { changeSettings } from '../api/calls';
import { newKey } from '../api/newKey';
import { settingsQuery } from '../api/queries';
import { refreshTouched } from '../api/touched';
import type { Monitoring, NewSettings, Settings } from '../api/types';
import { useFormat } from '../format';
import { Card, PageHead, QueryCard } from '../ui';
import css from './fair.module.css';
import { profileWords } from './noticeWords';

const profiles: readonly Monitoring[] = ['full', 'verdicts', 'own_figures'];

interface FormProps {
  settings: Settings;
  save: (change: NewSettings) => void;
}

function Profile({ settings, save }: FormProps) {
  const { t, i18n } = useLingui();
  const { date } = useFormat();
  const id = useId();
  const { monitoring, coming } = settings;
  const next = coming && i18n._(profileWords[coming.monitoring].name);
  return (
    <Card
      title={t`What others see of a single rep`}
      note={t`Less holds at once. More holds from tomorrow on, so that everybody can read the notice first.`}
    >
      <fieldset className={css.profiles}>
        <legend className={css.dim}>
          <Trans>Monitoring profile</Trans>
        </legend>
        {profiles.map((profile) => (
          <div key={profile} className={css.profile}>
            <input
              id={`${id}-${profile}`}
              type="radio"
              name="monitoring"
              checked={(coming?.monitoring ?? monitoring) === profile}
              aria-describedby={`${id}-${profile}-line`}
              onChange={() => save({ monitoring: profile })}
            />
            <div>
              <label htmlFor={`${id}-${profile}`} className={css.strong}>
                {i18n._(profileWords[profile].name)}
              </label>
              <p id={`${id}-${profile}-line`}>{i18n._(profileWords[profile].line)}</p>
            </div>
          </div>
        ))}
      </fieldset>
      {coming && (
        <p>
          <Trans>
            From {date.dayTime(coming.from)} on: {next}.
          </Trans>
        </p>
      )}
    </Card>
  );
}

function Board({ settings, save }: FormProps) {
  const { t } = useLingui();
  return (
    <Card title={t`Leaderboard`}>
      <label className={css.check}>
        <input
          type="checkbox"
          checked={settings.leaderboard}
          onChange={(event) => save({ leaderboard: event.currentTarget.checked })}
        />
        <Trans>There is a leaderboard for those who join it</Trans>
      </label>
    </Card>
  );
}

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

function Field({ label, hint, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.strong}>
        {label}
      </label>
      <p className={css.dim} id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint`}
        rows={2}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function NoticeWords({ settings, save }: FormProps) {
  const { t } = useLingui();
  const { notice } = settings;
  const [company, setCompany] = useState(notice.company ?? '');
  const [contact, setContact] = useState(notice.contact ?? '');
  const [ground, setGround] = useState(notice.ground ?? '');
  return (
    <Card
      title={t`Words of the notice`}
      aside={
        <Link to="/notice">
          <Trans>See the notice</Trans>
        </Link>
      }
    >
      <Field label={t`Company`} hint={t`Its full name`} value={company} onChange={setCompany} />
      <Field
        label={t`Contact`}
        hint={t`Whom people can ask, for example the works council`}
        value={contact}
        onChange={setContact}
      />
      <Field
        label={t`Ground`}
        hint={t`On what ground you record, for example an agreement with the staff`}
        value={ground}
        onChange={setGround}
      />
      <Button onClick={() => save({ notice: { company, contact, ground } })}>
        <Trans>Save</Trans>
      </Button>
    </Card>
  );
}

/** Fair by construction: who sees what, the leaderboard, the notice. */
export default function FairSettingsPage() {
  const { t } = useLingui();
  const queries = useQueryClient();
  const query = useQuery(settingsQuery());
  const key = useRef(newKey());
  const change = useMutation({
    mutationFn: (body: NewSettings) => changeSettings(body, key.current),
    onSuccess: () => refreshTouched(queries, ['settings']),
    onSettled: () => (key.current = newKey()),
  });
  const save = (body: NewSettings) => change.mutate(body);
  const settings = query.data;
  return (
    <>
      <PageHead title={t`Fairness`} />
      <p role="status" className={css.saved}>
        {change.isSuccess && t`Saved`}
        {change.isError && t`That did not work. Try again.`}
      </p>
      {settings ? (
        <div className={css.cards}>
          <Profile settings={settings} save={save} />
          <Board settings={settings} save={save} />
          <NoticeWords settings={settings} save={save} />
        </div>
      ) : (
        <QueryCard query={query} label={t`Fairness`}>
          {() => null}
        </QueryCard>
      )}
    </>
  );
}
