import { languageOf } from './accept-language.ts';

test.each([
  { header: undefined, language: 'en' },
  { header: '', language: 'en' },
  { header: 'zh', language: 'zh' },
  { header: 'zh-CN,zh;q=0.9,en;q=0.8', language: 'zh' },
  { header: 'en-GB,en;q=0.9,zh;q=0.8', language: 'en' },
  { header: 'fr, zh-Hans-CN;q=0.2', language: 'zh' },
  { header: 'fr, de', language: 'en' },
  { header: 'en;q=0, zh;q=0.1', language: 'zh' },
  { header: 'zh;q=nonsense, en;q=0.1', language: 'en' },
  { header: 'ZH', language: 'zh' },
  { header: 'zhx', language: 'en' },
  { header: `${'fr,'.repeat(1000)}zh`, language: 'en' },
])('$header is $language', ({ header, language }) => expect(languageOf(header)).toBe(language));
