import { linksetOf, linkWish } from './linkset.ts';

test.each([
  ['linkset', 'all'],
  ['all', 'all'],
  ['gs1:all', 'all'],
  ['gs1:pip', 'one'],
  ['pip', 'one'],
  ['https://ref.gs1.org/voc/defaultLink', 'one'],
  ['https://gs1.org/voc/verificationService', 'one'],
  ['https://www.gs1.org/voc/pip', 'one'],
  ['gs1:recipeInfo', 'unknown'],
  ['https://evil.example/voc/pip', 'unknown'],
  ['constructor', 'unknown'],
  ['', 'unknown'],
])('%j asks for %s', (linkType, wish) => expect(linkWish(linkType)).toBe(wish));

test('every link has target, type and a title in the language asked for', () => {
  const anchor = 'https://parts.example/01/09521234100003/21/7Q3K9D0A2FXM';
  const name = { zh: '前制动片组', en: 'Brake pad set, front' };
  const [context] = linksetOf(anchor, `${anchor}?S=1`, name, 'zh').linkset;
  expect(context).toMatchObject({ anchor, itemDescription: '前制动片组' });
  expect(context['https://ref.gs1.org/voc/defaultLink']).toEqual([
    { href: `${anchor}?S=1`, title: '零件查验', type: 'text/html', hreflang: ['zh', 'en'] },
  ]);
});
