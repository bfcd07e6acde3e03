import { setupI18n } from '@lingui/core';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pipelineName, stageName } from './stageName';

/** Every message is told in capitals: whether a name was translated can be seen. */
const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n._ = ((message: { message?: string }) => (message.message ?? '').toUpperCase()) as never;

describe('the name of a stage', () => {
  it('is in the language of the reader as long as nobody changed it', () => {
    expect(stageName({ key: 'won', name: 'Won' }, i18n)).toBe('WON');
    expect(stageName({ key: 'no-decision', name: 'No decision' }, i18n)).toBe('NO DECISION');
    expect(pipelineName({ key: 'sales', name: 'Sales' }, i18n)).toBe('SALES');
  });

  it('is told as it was given once somebody changed it, or where it is the name of another stage', () => {
    expect(stageName({ key: 'won', name: 'Sold' }, i18n)).toBe('Sold');
    expect(stageName({ key: 'won', name: 'won' }, i18n)).toBe('won');
    expect(stageName({ key: 'sold', name: 'Won' }, i18n)).toBe('Won');
    expect(stageName({ key: 'constructor', name: 'Won' }, i18n)).toBe('Won');
    expect(pipelineName({ key: 'sales', name: 'Partners' }, i18n)).toBe('Partners');
    expect(pipelineName({ key: 'partners', name: 'Sales' }, i18n)).toBe('Sales');
  });

  it('is known of every stage that a company gets without naming it', () => {
    const usual = readFileSync('../src/pipeline/stage.cpp', 'utf8');
    const ofProgram = [...usual.matchAll(/\{\}, "(\w+)", "([^"]+)", StageEnds/g)].map(
      ([, key = '', name = '']) => ({ key, name }),
    );
    const ofTemplates = readdirSync('../templates').flatMap((file) =>
      JSON.parse(readFileSync(`../templates/${file}`, 'utf8')).pipelines.flatMap(
        ({ stages }: { stages: { key: string; name: string }[] }) => stages,
      ),
    );
    expect(ofProgram).toHaveLength(7);
    expect(ofTemplates.length).toBeGreaterThan(20);
    const untold = [...ofProgram, ...ofTemplates].filter(
      (stage) => stageName(stage, i18n) !== stage.name.toUpperCase(),
    );
    expect(untold).toEqual([]);
  });
});
