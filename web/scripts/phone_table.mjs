// Writes the numbering plans of libphonenumber-js as C++: phone_table.mjs FILE. Called by scripts/lib.sh before the program
// is built, so that the table is always that of the version in package-lock.json.
// The plans of one calling code stand beside each other, the main country's first; plans of no country are of "001".
import { writeFileSync } from 'node:fs';
import metadata from 'libphonenumber-js/metadata.min.json';

const text = (value) => JSON.stringify(value || '');
const mask = (lengths) => (lengths || []).reduce((bits, length) => bits | (1 << length), 0);

const types = [];
const rows = [];
function add(country, plan) {
  const from = types.length;
  for (const type of plan[11] || []) {
    if (type && type[0]) types.push(`    {${text(type[0])}, ${mask(type[1] || plan[3])}},`);
  }
  const words = [country, plan[0], plan[1], plan[2], plan[7] || plan[5], plan[8], plan[10]].map(
    text,
  );
  rows.push(
    `    {${words.join(', ')}, ${mask(plan[3])}, ${from}, ${types.length - from}, ${plan[11] ? 'true' : 'false'}},`,
  );
}

const codes = Object.keys(metadata.country_calling_codes).filter(
  (code) => metadata.country_calling_codes[code][0] !== '001',
);
for (const code of codes) {
  for (const country of metadata.country_calling_codes[code])
    add(country, metadata.countries[country]);
}
for (const plan of Object.values(metadata.nonGeographic)) add('001', plan);

const foreign = [...types, ...rows].join('').match(/\\\\[^d]|[*+^]|\.(?!\.)/);
if (foreign)
  throw new Error(
    `a pattern has a sign that src/contact/digit_pattern.h does not know: ${foreign[0]}`,
  );

writeFileSync(
  process.argv[2],
  `// Made by web/scripts/phone_table.mjs from libphonenumber-js (MIT), metadata.min.json.
#include "contact/numbering_plan.h"

namespace paceline {
namespace {

constexpr NumberType kTypes[] = {
${types.join('\n')}
};

constexpr NumberingPlan kPlans[] = {
${rows.join('\n')}
};

}  // namespace

std::span<const NumberingPlan> numbering_plans() {
  return kPlans;
}

std::span<const NumberType> types_of(const NumberingPlan& plan) {
  return std::span(kTypes).subspan(plan.types_from, plan.types_count);
}

}  // namespace paceline
`,
);
