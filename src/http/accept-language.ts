import type { Language } from '../kernel/words.ts';

const MOST_RANGES = 20;

/** The language of ours that an `Accept-Language` header (RFC 9110 §12.5.4) prefers; `otherwise` when it names none. */
export function languageOf(header: string | undefined, otherwise: Language = 'en'): Language {
  let best: { language: Language; quality: number } = { language: otherwise, quality: 0 };
  for (const range of (header ?? '').split(',', MOST_RANGES)) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = tag === 'zh' || tag.startsWith('zh-') ? 'zh' : tag === 'en' || tag.startsWith('en-') ? 'en' : null;
    const quality = qualityOf(parameters);
    if (language !== null && quality > best.quality) best = { language, quality };
  }
  return best.language;
}

function qualityOf(parameters: readonly string[]): number {
  const text = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  if (text === undefined) return 1;
  return /^[01](\.\d{0,3})?$/.test(text) ? Math.min(Number(text), 1) : 0;
}
