// Whose standing is shown and when, as the address has it.
export interface StandingPlace {
  /** "rep 12", "team 7", "territory 3"; everybody whom one may see, without it. */
  whose?: string;
  period?: string;
  line?: string;
  /** A day: as it was known at its end. */
  as_of?: string;
  /** In the smallest units. */
  quota?: string;
  /** Which of several stored quotas. */
  stored?: string;
}

const forms: Record<keyof StandingPlace, RegExp> = {
  whose: /^(rep|team|territory) \S+$/,
  period: /^\d{4}-(Q[1-4]|\d{2})$/,
  line: /./,
  as_of: /^\d{4}-\d{2}-\d{2}$/,
  quota: /^\d{1,15}$/,
  stored: /./,
};

/** What is not understood is left out. */
export function standingPlace(search: Record<string, unknown>): StandingPlace {
  return Object.fromEntries(
    Object.entries(forms).flatMap(([name, form]) => {
      const value = search[name];
      return typeof value === 'string' && form.test(value) ? [[name, value]] : [];
    }),
  );
}
