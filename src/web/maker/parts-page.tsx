import type { PartDto, PartsQuery } from '../../catalogue/part.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Pager } from '../staff/pager.tsx';
import { MAKER_WORDS, PART_CLASS } from './maker-words.ts';
import { partAddress } from './part-address.ts';

interface PartsProps {
  readonly page: Page<PartDto>;
  readonly filter: PartsQuery;
  readonly language: Language;
  readonly isEditor: boolean;
}

/** The maker's parts by number, and a search for one of them. */
export function PartsPage({ page, filter, language, isEditor }: PartsProps) {
  const words = MAKER_WORDS[language];
  return (
    <div class="stack">
      <div class="over">
        <h1>{words.parts}</h1>
        {isEditor && (
          <span class="over end act">
            <a href="/maker/import">{words.importList}</a>
            <a href="/maker/new">{words.newPart}</a>
          </span>
        )}
      </div>
      <form class="filters act" method="get" action="/maker" role="search">
        <Text label={words.search} name="query" value={filter.query} most={100} />
        <button>{words.find}</button>
      </form>
      {page.items.length === 0 ? (
        <p class="card empty">{words.noParts}</p>
      ) : (
        <ul class="card items">
          {page.items.map((part) => (
            <Row key={part.partNumber} part={part} language={language} />
          ))}
        </ul>
      )}
      <Pager
        path="/maker"
        filter={{ query: filter.query }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
        order="name"
      />
    </div>
  );
}

function Row({ part, language }: { readonly part: PartDto; readonly language: Language }) {
  const words = MAKER_WORDS[language];
  return (
    <li>
      <div class="over">
        <span class="code">{part.partNumber}</span>
        {!part.isActive && <Chip state="plain">{words.inactive}</Chip>}
        <span class="end">{FORMATS[language].money(part.listPrice, part.currency)}</span>
      </div>
      <h2>
        <a href={partAddress(part.partNumber)}>{part.name[language]}</a>
      </h2>
      <div class="dots">
        <span>{PART_CLASS[language][part.class]}</span>
        <span class="code">{part.gtin}</span>
        {part.models.length > 0 && <span>{FORMATS[language].list(part.models)}</span>}
      </div>
    </li>
  );
}
