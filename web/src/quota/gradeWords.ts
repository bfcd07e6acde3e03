// What is reached and what is missing beside the quota: "Floor 160 reached. 24 more make the stretch of 240."
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Pace } from '../api/types';
import type { GradeAt } from '../chart';
import { gradesOf, isStretched } from './grades';
import type { Words } from './words';

function set(key: GradeAt['key'], grade: string): MessageDescriptor {
  return key === 'floor' ? msg`The floor is ${grade}.` : msg`The stretch is ${grade}.`;
}

function reached(key: GradeAt['key'], grade: string): MessageDescriptor {
  return key === 'floor' ? msg`Floor ${grade} reached.` : msg`Stretch ${grade} reached.`;
}

function needed(key: GradeAt['key'], missing: number, n: string, grade: string) {
  return key === 'floor'
    ? msg({
        message: plural(missing, {
          one: `${n} more makes the floor of ${grade}.`,
          other: `${n} more make the floor of ${grade}.`,
        }),
      })
    : msg({
        message: plural(missing, {
          one: `${n} more makes the stretch of ${grade}.`,
          other: `${n} more make the stretch of ${grade}.`,
        }),
      });
}

function short(key: GradeAt['key'], n: string, grade: string): MessageDescriptor {
  return key === 'floor'
    ? msg`${n} short of the floor of ${grade}.`
    : msg`${n} short of the stretch of ${grade}.`;
}

function messageOf({ key, at }: GradeAt, pace: Pace, { format }: Words): MessageDescriptor {
  const grade = format.number.much(pace.rule.currency).count(at);
  if (pace.state === 'not_started') return set(key, grade);
  const missing = at - pace.counted;
  if (missing <= 0) return reached(key, grade);
  const n = format.number.much(pace.rule.currency).count(missing);
  return pace.working_days.left > 0 ? needed(key, missing, n, grade) : short(key, n, grade);
}

/** Null for a quota without grades. Once the stretch is reached, nobody asks for the floor. */
export function gradeWords(pace: Pace, words: Words): string | null {
  const told = gradesOf(pace).filter(({ key }) => key === 'stretch' || !isStretched(pace));
  if (told.length === 0) return null;
  return told.map((grade) => words.i18n._(messageOf(grade, pace, words))).join(' ');
}
