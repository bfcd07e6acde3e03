// Who works where in the made-up company, and the answers of the pages on which that is set up.
const people = [
  ['2', 'Maya Cole', 'maya@example.com', 'manager', 'Team North'],
  ['3', 'Elena Petrova', 'elena@example.com', 'rep', 'Team North'],
  ['4', 'Bence Kovács', 'bence@example.com', 'rep', 'Team North'],
  ['5', 'Ivan Smirnov', 'ivan@example.com', 'rep', 'Team North'],
  ['13', 'Layla Mansour', 'layla@example.com', 'rep', 'Team South'],
  ['14', 'Arben Hoxha', 'arben@example.com', 'rep', 'Team South'],
  ['15', 'Дафина Красничи', 'dafina@example.com', 'rep', 'Team South'],
  ['1', 'Olga Reed', 'olga@example.com', 'admin', null],
];

const teamIds = { 'Team North': '5', 'Team South': '6' };
const waiting = new Set(['14', '15']);

export const users = people.map(([user_id, name, email, role, team]) => ({
  user_id,
  name,
  email,
  role,
  zone: 'Europe/Sofia',
  active: true,
  joined: user_id === '15' ? '2026-10-05' : null,
  left: null,
  team: team && { team_id: teamIds[team], name: team, since: null },
  calendar: 'Office',
  ramp: null,
  invited: waiting.has(user_id),
  last_sign_in: waiting.has(user_id) ? null : '2026-11-26T15:12:00Z',
}));

const week = (minutes) => ({
  monday: minutes,
  tuesday: minutes,
  wednesday: minutes,
  thursday: minutes,
  friday: minutes,
  saturday: 0,
  sunday: 0,
});

export const company = {
  calendars: [
    {
      name: 'Office',
      week: week(480),
      day_start_minute: 540,
      week_start: 'monday',
      days: [
        { day: '2026-03-03', minutes: 0, name: 'Liberation Day' },
        { day: '2026-12-24', minutes: 240, name: 'Christmas Eve' },
        { day: '2026-12-25', minutes: 0, name: 'Christmas Day' },
        { day: '2027-03-03', minutes: 0, name: 'Liberation Day' },
      ],
    },
    {
      name: 'Dubai',
      week: { ...week(480), friday: 270 },
      day_start_minute: 480,
      week_start: 'monday',
      days: [{ day: '2026-12-02', minutes: 0, name: 'عيد الاتحاد' }],
    },
  ],
  closing_days: [{ day: '2026-12-31', minutes: 0, name: 'Stocktaking' }],
  teams: [
    { name: 'Sales' },
    { name: 'Team North', parent: 'Sales' },
    { name: 'Team South', parent: 'Sales' },
  ],
  phases: [{ name: 'Probation', from_month: 0, to_month: 3 }],
  ramps: [
    {
      name: 'Three months',
      steps: [
        { after_days: 0, percent: 25 },
        { after_days: 30, percent: 50 },
        { after_days: 60, percent: 100 },
      ],
    },
  ],
  users: users.map(({ email, name, role, zone, calendar, team }) => ({
    email,
    name,
    role,
    zone,
    calendar,
    active: true,
    ...(team && { team: team.name }),
  })),
  part_time: [{ user: 'layla@example.com', from: '2026-03-02', week: week(288) }],
  leave: [],
  kinds: [],
  contacts: [],
  quotas: [],
};

export const countries = ['AE', 'AL', 'BG', 'DE', 'GB', 'HU', 'RU', 'SA', 'US'].map((country) => ({
  country,
  from_year: 2025,
  to_year: 2027,
}));

let ids = 900;
const leaves = new Map([
  ['4', [{ leave_id: '801', from: '2026-11-26', to: '2026-12-05', minutes: null }]],
  ['5', [{ leave_id: '802', from: '2026-11-11', to: '2026-11-12', minutes: 240 }]],
]);

export const leaveOf = (rep) => leaves.get(rep) ?? [];

export const leaveOfTeam = () =>
  [...leaves].flatMap(([rep_id, of]) => of.map((leave) => ({ ...leave, rep_id })));

export function addLeave(rep, { from, to, minutes = null }) {
  const leave = { leave_id: String((ids += 1)), from, to, minutes };
  leaves.set(rep, [...leaveOf(rep), leave]);
  return leave;
}

export function removeLeave(rep, id) {
  leaves.set(
    rep,
    leaveOf(rep).filter(({ leave_id }) => leave_id !== id),
  );
  return {};
}

/** Each list by the name of its items; users and teams are all that the pages read again at once. */
const nameOf = (item) => item.email ?? item.name ?? item.user ?? item.day;

export function apply(document) {
  for (const [list, items] of Object.entries(document)) {
    if (list === 'closing_days') company.closing_days = items;
    else {
      for (const item of items) {
        const at = company[list].findIndex((known) => nameOf(known) === (item.was ?? nameOf(item)));
        if (at < 0) company[list].push(item);
        else company[list][at] = { ...company[list][at], ...item };
        if (list === 'users' && at < 0) {
          users.push({
            ...users[0],
            ...item,
            user_id: String((ids += 1)),
            team: item.team ? { team_id: teamIds[item.team] ?? '7', name: item.team } : null,
            invited: true,
            last_sign_in: null,
          });
        }
      }
    }
  }
  return { created: 1, changed: 0, unchanged: 0, refused: 0, faults: [] };
}

export const readCalendar = ({ text }) => ({
  days: [...text.matchAll(/^(\d{4}-\d\d-\d\d),(\d+),(.*)$/gm)].map(([, day, minutes, name]) => ({
    day,
    minutes: Number(minutes),
    name,
  })),
  faults: [],
});
