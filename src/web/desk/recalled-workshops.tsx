import { FORMATS } from '../design/formats.ts';
import { DESK_WORDS } from './desk-words.ts';
import type { ReachProps } from './reach-props.ts';

/** Who must look into their shelves, and whose customers must come back. */
export function RecalledWorkshops({ reach, language }: ReachProps) {
  const words = DESK_WORDS[language];
  const formats = FORMATS[language];
  const { workshops, recall } = reach;
  return (
    <section class="card">
      <h2>{words.workshops}</h2>
      {workshops.length === 0 ? (
        <p class="soft">{words.noWorkshops}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.workshops}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col" class="num">
                  {words.inHand}
                </th>
                <th scope="col" class="num">
                  {words.fittedThere}
                </th>
                <th scope="col" class="num">
                  {words.removedThere}
                </th>
              </tr>
            </thead>
            <tbody>
              {workshops.map(({ code, name, inHand, fitted, removed }) => (
                <tr key={code}>
                  <th scope="row">
                    <a href={`/desk/recalls/${recall.number}?custodian=${encodeURIComponent(code)}#units`}>
                      {name[language]}
                    </a>{' '}
                    <span class="soft">{code}</span>
                  </th>
                  <td class="num">{formats.number(inHand)}</td>
                  <td class="num">{formats.number(fitted)}</td>
                  <td class="num">{formats.number(removed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
