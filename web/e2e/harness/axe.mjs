// What axe finds on a page, less what is known of the controls' kit and hurts nobody.
import { readFileSync } from 'node:fs';

const source = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** Found by one rule at one part of Mantine, with the reason why it stays. */
const exemptions = [
  {
    rule: 'scrollable-region-focusable',
    selector: '[role="listbox"]',
    reason: 'the keys of a list belong to its field, which keeps the focus (combobox pattern)',
  },
];

export async function seriousFindings(page) {
  await page.evaluate(source);
  return page.evaluate(async (exempt) => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    const isExempt = (rule, target) =>
      exempt.some(({ rule: id, selector }) => {
        const found = id === rule && document.querySelector(target.at(-1));
        return found && found.matches(selector);
      });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes
          .filter(({ target }) => !isExempt(id, target))
          .map(({ target, any }) => `axe ${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
      );
  }, exemptions);
}
