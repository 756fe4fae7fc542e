import { askedYears } from './asked-years.js';

const record = (workflow: string | undefined, id: string) => ({ workflow, id });

describe('the years a request is about', () => {
  it.each([
    [{ year: '2024' }, undefined, [2024, 2024]],
    [{ period: '2013-01' }, undefined, [2013, 2013]],
    [{ from: '2011', to: '2015' }, undefined, [2011, 2015]],
    [{ year: 'then' }, undefined, undefined],
    [{}, undefined, undefined],
    [{}, record('registration', 'm.khai-2026'), [2026, 2026]],
    [{}, record(undefined, 'm.khai-2026'), [2026, 2026]],
    [{}, record('review', 'khai-2026-03'), [2026, 2026]],
    [{}, record('review', 'khai-2026-q1'), [2026, 2026]],
    [{}, record('meeting', 'kp4-20260303b'), [2026, 2026]],
    [{}, record('programme', 'kp4-2021_2025'), [2021, 2025]],
    [{}, record('commendation', 'award-7'), undefined],
    [{}, record('organisation', 'khoi-2010'), undefined],
    [{}, record('inspection', 'kt-07-2026'), undefined],
    [{ year: '2024' }, record('registration', 'khai-2026'), [2026, 2026]],
    [{ year: '2024' }, record('membership', 'khai'), undefined],
  ])('%j, %j: %j', (query, about, years) => {
    expect(askedYears(query, about)).toEqual(years);
  });
});
