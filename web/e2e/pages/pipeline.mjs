// The board and the table of opportunities, and what they are filled with.
import assert from 'node:assert/strict';

const stages = [
  { key: 'qualified', name: 'Qualified', ends: null },
  { key: 'needs', name: 'Needs agreed', ends: null },
  { key: 'offered', name: 'Estimate out', ends: null },
  { key: 'price', name: 'Price talk', ends: null },
  { key: 'sold', name: 'Sold', ends: 'won' },
  { key: 'lost', name: 'Lost', ends: 'lost' },
  { key: 'nothing', name: 'No decision', ends: 'no_decision' },
];

/** Pipelines of the journeys: one for people, one for many. */
export async function definePipelines({ api }) {
  const pipelines = [
    { key: 'journey', name: 'Advice', active: null, stages },
    { key: 'many', name: 'Many', active: null, stages },
  ];
  const { faults } = await api.once('/apply', { pipelines });
  assert.deepEqual(faults, []);
  const { items } = await api.get('/pipelines');
  return new Map(items.map((each) => [each.key, each]));
}

const minor = (thousands) => ({ amount_minor: thousands * 100_000, currency: 'EUR' });

/** Of the acting person, in the pipeline of the journeys. */
export async function addOpportunity(
  { api },
  { name, stage = 'qualified', thousands = 10, ...more },
) {
  return api.once('/opportunities', {
    name,
    pipeline: 'journey',
    stage,
    amounts: [{ amount: minor(thousands) }],
    ...more,
  });
}

/** So many open ones of one rep; those that are there stay. */
export async function addMany({ api }, rep, count) {
  const items = Array.from({ length: count }, (_, at) => ({
    key: `many-${at}`,
    name: `Opportunity ${String(at).padStart(4, '0')}`,
    rep,
    pipeline: 'many',
    stage: stages[at % 4].key,
    account_name: `Account ${at % 400}`,
    amounts: [{ amount: minor(1 + ((at * 7919) % 60)) }],
  }));
  for (let from = 0; from < items.length; from += 250) {
    const { faults } = await api.once('/opportunities/batch', {
      items: items.slice(from, from + 250),
    });
    assert.deepEqual(faults, []);
  }
}

export class PipelinePage {
  constructor({ page, keys }, { say }) {
    this.page = page;
    this.keys = keys;
    this.say = say;
    this.cards = page.locator('[data-card]');
    this.notices = page.getByRole('region', { name: say('Moves') });
  }

  async open(pipeline, more = '') {
    await this.page.goto(`/pipeline?pipeline=${pipeline.pipeline_id}${more}`);
    await this.page.locator('section[data-stage], table').first().waitFor();
  }

  column = (pipeline, key) => {
    const { stage_id } = pipeline.stages.find((stage) => stage.key === key);
    return this.page.locator(`[data-stage="${stage_id}"]`);
  };

  card = ({ opportunity_id }, within = this.page) =>
    within.locator(`[data-card="${opportunity_id}"]`);

  /** By the mouse. */
  async drag(card, to) {
    await card.dragTo(to, { targetPosition: { x: 60, y: 60 } });
  }
}
