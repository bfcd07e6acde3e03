// Opportunities of which everything is known that their page can show, with names as long as people write them.
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const euros = (amount) => ({ amount_minor: amount * 100, currency: 'EUR' });

async function someContact({ api }) {
  const { items } = await api.get('/contacts?prefix=&limit=50');
  return items.find(({ account_name }) => account_name !== null);
}

/** One a name: those that are there stay. */
async function once(visitor, name, make) {
  const { items } = await visitor.api.get('/opportunities?rep=me');
  return items.find((each) => each.name === name) ?? make(name);
}

async function begin(visitor, name) {
  const { contact_id } = await someContact(visitor);
  return visitor.api.once('/opportunities', {
    name,
    contact_id,
    close_day: inDays(40).slice(0, 10),
    amounts: [{ amount: euros(1_284_500) }],
  });
}

async function fill({ api }, { opportunity_id, contact }) {
  const of = `/opportunities/${opportunity_id}`;
  const line = {
    description: 'Advice for everybody on the day of the change',
    quantity_milli: 2500,
  };
  const lines = [{ ...line, unit_price_minor: 128_000, discount_bp: 500 }];
  await api.once(`${of}/next-steps`, {
    what: 'Ask Mr Konstantinov whether the board has decided',
    due_at: inDays(2),
  });
  await api.once(`${of}/estimates`, { lines, send: false });
  await api.once(`${of}/estimates`, { lines, send: true, valid_until: inDays(30).slice(0, 10) });
  await api.once(`${of}/trials`, {
    kind: 'free_extra',
    what: 'A check of all contracts that they have',
    from: inDays(-3).slice(0, 10),
    to: inDays(9).slice(0, 10),
  });
  await api.once('/appointments', {
    opportunity_id,
    kind: 'meeting',
    starts_at: inDays(3),
    minutes: 90,
    purpose: 'Go through the estimate with those who decide',
    place: 'Tsarigradsko shose 115, fourth floor',
    unasked_reason: 'They asked us to come',
  });
  await api.once(`${of}/people`, {
    people: [{ contact_id: contact.contact_id, part: 'influencer' }],
  });
}

/** Open, with everything that a card of its page holds. */
export const rich = (visitor) =>
  once(visitor, 'Retirement plan for all three hundred people of the company', async (name) => {
    const made = await begin(visitor, name);
    await fill(visitor, made);
    return made;
  });

export const won = (visitor) =>
  once(visitor, 'Cover for the new branch', async (name) => {
    const made = await begin(visitor, name);
    const pipelines = (await visitor.api.get('/pipelines')).items;
    const { stages } = pipelines.find(({ pipeline_id }) => pipeline_id === made.pipeline_id);
    const stage = stages.find(({ ends }) => ends === 'won').stage_id;
    return visitor.api.once(`/opportunities/${made.opportunity_id}/moves`, { stage });
  });
