import type { WayStep } from '../../feedback/unit-way.ts';
import type { Language, Words } from '../../kernel/words.ts';
import { catalogue } from '../design/catalogue.ts';
import { FORMATS } from '../design/formats.ts';

/** The steps of a part’s way. Whose hands it was in is nobody’s matter; the workshop is the reader’s own. */
export const WAY_STEP = catalogue({
  issued: { zh: '厂家签发编码', en: 'code issued by the maker' },
  in_stock: { zh: '贴码入库', en: 'labelled and put into stock' },
  sent: { zh: '发出', en: 'sent' },
  received: { zh: '收货', en: 'received' },
  arrived: { zh: '维修店收货', en: 'received by the workshop' },
  fitted: { zh: '装车', en: 'fitted' },
} satisfies Record<WayStep['step'], Words>);

/** The way in one line, each day told once; null where nothing is known of it. */
export function wayWords(way: readonly WayStep[], language: Language): string | null {
  const formats = FORMATS[language];
  const told = way.map(({ step, at }, place) => {
    const isSameDay = place > 0 && formats.day(at) === formats.day(way[place - 1]!.at);
    return isSameDay ? WAY_STEP[language][step] : `${formats.day(at)} ${WAY_STEP[language][step]}`;
  });
  return told.join(' → ') || null;
}
