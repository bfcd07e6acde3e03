// No word is cut off, runs out of its box or lies on another, in any language, on the phone and on the desk.
import assert from 'node:assert/strict';
import { journey } from '../harness/journey.mjs';
import { crowdedParts, cutTexts, settle, sidewaysScroll } from '../harness/layout.mjs';
import { allLanguages, desk, phone } from '../harness/looks.mjs';
import { screens } from '../pages/screens.mjs';

async function faultsOn(page) {
  await settle(page);
  const sideways = await sidewaysScroll(page);
  return [
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
    ...(await cutTexts(page)),
    ...(await crowdedParts(page)),
  ];
}

/** Both widths of a screen, without opening it twice. */
async function faultsAtBothWidths(stage, visitor, { name, open, perWidth }) {
  await open(stage, visitor);
  const narrow = await faultsOn(visitor.page);
  if (narrow.length > 0) await visitor.picture(`FAILED-${name}-${phone.width}`);
  await visitor.resize(desk);
  if (perWidth) await open(stage, visitor);
  const wide = await faultsOn(visitor.page);
  if (wide.length > 0) await visitor.picture(`FAILED-${name}-${desk.width}`);
  await visitor.resize(phone);
  return [
    ...narrow.map((fault) => `at ${phone.width} px: ${fault}`),
    ...wide.map((fault) => `at ${desk.width} px: ${fault}`),
  ];
}

async function survey(stage) {
  const faults = [];
  const visitors = new Map();
  for (const screen of screens) {
    const { name, person } = screen;
    if (!visitors.has(person)) {
      const whom = { person: stage.people[person], viewport: phone, label: 'fits' };
      visitors.set(person, await stage.visit(whom));
    }
    const found = await faultsAtBothWidths(stage, visitors.get(person), screen);
    faults.push(...found.map((fault) => `${name} ${fault}`));
  }
  assert.deepEqual(faults, []);
}

/** It opens every screen that there is. */
const long = { inLooks: allLanguages, timeout: 300_000 };

journey('every word fits at 390 and at 1440 px', survey, long);

const planted = {
  'scrolls 210 px sideways': '<p style="width: 600px">Wide</p>',
  '"Cut off here" sideways by':
    '<p style="width: 40px; overflow: hidden; white-space: nowrap">Cut off here</p>',
  '"Dots without a title" sideways by':
    '<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Dots without a title</p>',
  '"Dots before the edge" sideways by':
    '<p style="width: 120px; padding: 0 12px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">Dots before the edge</p>',
  '"Two lines in the room of one" upright':
    '<p style="width: 90px; height: 18px; overflow: hidden">Two lines in the room of one</p>',
  'px out of its box':
    '<button style="width: 50px; white-space: nowrap">Longer than its button</button>',
  'px beyond the screen':
    '<div style="overflow: hidden"><button style="margin-left: 380px">Far</button></div>',
  'lie on each other': '<button>One</button><button style="margin-left: -20px">Two</button>',
  'px out of its chart': '<svg width="60" height="20"><text x="30" y="15">Label of it</text></svg>',
  'in a chart':
    '<svg width="90" height="20"><text x="0" y="15">First</text><text x="9" y="15">Second</text></svg>',
};

const fine = [
  '<p style="width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis" title="Dots with a title">Dots with a title</p>',
  '<div style="width: 90px; overflow-x: auto"><button style="width: 200px">Scrolled on purpose</button></div>',
  '<p style="display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 1; width: 90px; overflow: hidden" title="Two lines, told by the title">Two lines, told by the title</p>',
  '<a href="#main" style="position: fixed; transform: translateY(-200%)">To the content</a><button style="position: absolute; top: -20px">Scrolled away</button>',
  '<button>One</button><button>Two</button>',
  '<svg width="90" height="20"><text x="0" y="15">Label</text></svg>',
];

journey(
  'what does not fit is found, and what fits is not',
  async ({ visit }) => {
    const { page } = await visit({ viewport: phone, label: 'planted' });
    const say = (html) =>
      page.setContent(`<body style="margin: 0; font: 14px sans-serif">${html}</body>`);
    for (const [fault, html] of Object.entries(planted)) {
      await say(html);
      const found = await faultsOn(page);
      assert.ok(
        found.some((each) => each.includes(fault)),
        `"${fault}" is not in ${JSON.stringify(found)}`,
      );
    }
    await say(fine.join(''));
    assert.deepEqual(await faultsOn(page), []);
  },
  { inLooks: allLanguages.slice(0, 1) },
);
