import { policyIn } from './policy-form.ts';

const BY_ITSELF = { tolerancePercent: 5, sources: 3 };

test.each([
  { name: 'what stays at the rule’s own is not kept', form: { 'threshold.tolerancePercent': '5' }, thresholds: {} },
  { name: 'nor is what is left empty', form: { 'threshold.sources': ' ' }, thresholds: {} },
  {
    name: 'what was changed is',
    form: { 'threshold.tolerancePercent': '12.5', 'threshold.sources': '3' },
    thresholds: { tolerancePercent: 12.5 },
  },
  {
    name: 'a threshold that the rule has not is handed on, to be refused',
    form: { 'threshold.x': '1' },
    thresholds: { x: 1 },
  },
])('$name', ({ form, thresholds }) => expect(policyIn(form, BY_ITSELF)).toEqual({ isOn: false, thresholds }));

test('on, and at a level of its own', () =>
  expect(policyIn({ isOn: 'on', level: '4' }, {})).toEqual({ isOn: true, level: 4, thresholds: {} }));

test('the rule’s own level is none of the maker’s', () =>
  expect(policyIn({ isOn: 'on', level: '' }, {})).toEqual({ isOn: true, thresholds: {} }));
