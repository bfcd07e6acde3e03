import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { repsQuery } from '../api/queries';
import { kindLabel } from '../kind/kinds';
import { outcomeLabel } from '../kind/outcomes';
import { useKinds } from '../kind/useKinds';
import { useTemperatureWord } from '../contact/useTemperatureWord';
import { useMayManage } from '../session/useSession';
import type { Word } from './RuleFields';
import type { Field, Mapping } from './mapping';
import { relationWords } from './words';

export function useRepWords(): Word[] {
  const mayManage = useMayManage();
  const reps = useQuery({ ...repsQuery(), enabled: mayManage }).data?.items ?? [];
  return reps.map(({ email, name }) => ({ value: email, label: name }));
}

/** The product's own words for a field: those of the kind that the mapping has, or of all kinds. */
export function useFieldWords({ fields }: Mapping): (field: Field) => Word[] {
  const { t, i18n } = useLingui();
  const kinds = useKinds();
  const reps = useRepWords();
  const temperature = useTemperatureWord();
  const kind = fields.kind?.constant;
  const some = kinds.filter((each) => kind === undefined || each.kind === kind);
  const outcomes = new Map(
    some.flatMap((each) =>
      each.outcomes.map((word) => [word.outcome, outcomeLabel(word, i18n)] as const),
    ),
  );
  return (field) => {
    if (field === 'kind') {
      return kinds.map((each) => ({ value: each.kind, label: kindLabel(each, i18n) }));
    }
    if (field === 'outcome') return [...outcomes].map(([value, label]) => ({ value, label }));
    if (field === 'rep' || field === 'owner') return reps;
    if (field === 'relation') {
      return (['new', 'lead', 'customer'] as const).map((value) => ({
        value,
        label: i18n._(relationWords[value]),
      }));
    }
    if (field === 'temperature') {
      return (['cold', 'warm', 'hot'] as const).map((value) => ({
        value,
        label: temperature(value),
      }));
    }
    if (field !== 'direction') return [];
    return [
      { value: 'outbound', label: t({ message: 'outbound', context: 'direction' }) },
      { value: 'inbound', label: t({ message: 'incoming', context: 'direction' }) },
    ];
  };
}
