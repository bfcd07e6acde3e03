import type { RampDefinition } from '../api/setUpTypes';

export interface StepTexts {
  days: string;
  percent: string;
}

const wholeOf = (text: string, most: number): number | null => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : null;
  return value !== null && value <= most ? value : null;
};

/** Steps as they are written; null unless each is whole and later than the one before. Empty lines are left out. */
export function rampSteps(texts: readonly StepTexts[]): RampDefinition['steps'] | null {
  const steps: RampDefinition['steps'] = [];
  for (const { days, percent } of texts) {
    if (days.trim() === '' && percent.trim() === '') continue;
    const [after_days, share] = [wholeOf(days, 3660), wholeOf(percent, 100)];
    const last = steps.at(-1);
    if (after_days === null || share === null || (last && after_days <= last.after_days))
      return null;
    steps.push({ after_days, percent: share });
  }
  return steps.length > 0 ? steps : null;
}
