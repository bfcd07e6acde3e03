import { NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check } from '../team/Check';
import form from '../team/form.module.css';
import css from './import.module.css';
import { columnsIn, most_joined, withMember, type CellRule } from './mapping';

/** What a list offers, with what is chosen: a mapping may have a word or a column that this file has not. */
export function offering<Word extends { value: string; label: string }>(
  words: readonly Word[],
  chosen: string | undefined,
): { value: string; label: string }[] {
  const isThere = chosen === undefined || chosen === '' || words.some((w) => w.value === chosen);
  return isThere ? [...words] : [...words, { value: chosen, label: chosen }];
}

export interface RuleProps {
  rule: CellRule;
  onChange: (rule: CellRule) => void;
}

/** The columns whose values are joined, in the order in which they were chosen. */
export function JoinedColumns({
  rule,
  columns,
  onChange,
}: RuleProps & { columns: readonly string[] }) {
  const { t } = useLingui();
  const chosen = columnsIn(rule);
  const all = [...new Set([...columns, ...chosen])];
  return (
    <fieldset className={`${css.values} ${css.plain}`}>
      <legend className={form.hint}>
        <Trans>Their values are joined with a space, in the order in which you choose them.</Trans>
      </legend>
      <p>
        <bdi>{chosen.join(' + ') || '–'}</bdi>
      </p>
      <div className={css.keys}>
        {all.map((name) => (
          <Check
            key={name}
            label={<bdi>{name}</bdi>}
            checked={chosen.includes(name)}
            onChange={(isOn) => {
              const next = isOn ? [...chosen, name] : chosen.filter((each) => each !== name);
              if (next.length <= most_joined) onChange({ ...rule, columns: next });
            }}
          />
        ))}
      </div>
      {chosen.length === 0 && <p className={form.hint}>{t`Choose one at least.`}</p>}
    </fieldset>
  );
}

/** The year of the first row, where the dates of the file have none. */
export function FirstYear({ rule, onChange }: RuleProps) {
  const { t } = useLingui();
  const hasYear = /y|epoch|rfc|ics/.test(rule.form ?? 'y');
  if (hasYear && rule.first_year === undefined) return null;
  return (
    <TextInput
      label={t`Year of the first row`}
      description={t`The file is in the order of time: where the months begin anew it is the next year.`}
      inputMode="numeric"
      dir="ltr"
      maxLength={4}
      value={rule.first_year === undefined ? '' : String(rule.first_year)}
      onChange={({ currentTarget: { value } }) => {
        const digits = value.replaceAll(/\D/g, '');
        onChange(withMember(rule, 'first_year', digits === '' ? undefined : Number(digits)));
      }}
    />
  );
}

/** What holds for each cell of the rule. */
export function CellChoices({ rule, onChange }: RuleProps) {
  const { t } = useLingui();
  return (
    <Check
      label={t`A value that cannot be read says nothing; its row is not refused`}
      checked={rule.optional === true}
      onChange={(isOn) => onChange(withMember(rule, 'optional', isOn ? true : undefined))}
    />
  );
}

/** What a value stands for that the table does not name. */
export function Otherwise({ rule, offered, onChange }: RuleProps & { offered: readonly Word[] }) {
  const { t } = useLingui();
  const refused = '?';
  const nothing = '-';
  const { otherwise } = rule;
  const value = otherwise === undefined ? refused : otherwise || nothing;
  const isWord = otherwise !== undefined && otherwise !== '';
  const own = '=';
  const isOwn = offered.length === 0 && isWord;
  const data = [
    { value: refused, label: t`its row is refused` },
    { value: nothing, label: t`nothing` },
    ...(offered.length === 0
      ? [{ value: own, label: t`another word` }]
      : offering(offered, isWord ? otherwise : undefined)),
  ];
  const say = (word: string) => {
    if (word === refused) return onChange(withMember(rule, 'otherwise', undefined));
    if (word === own) return onChange({ ...rule, otherwise: 'other' });
    return onChange({ ...rule, otherwise: word === nothing ? '' : word });
  };
  return (
    <div className={css.value}>
      <NativeSelect
        label={t`A value that is not said here`}
        value={isOwn ? own : value}
        data={data}
        onChange={(event) => say(event.currentTarget.value)}
      />
      {isOwn && (
        <TextInput
          label={t`The word for it`}
          dir="auto"
          value={otherwise}
          onChange={(event) => onChange({ ...rule, otherwise: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

export interface Word {
  value: string;
  label: string;
}
