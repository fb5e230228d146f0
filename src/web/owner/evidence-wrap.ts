/** Chinese stands and breaks anywhere, except before what closes; other writing breaks at blanks. */
const CHINESE = '\\u2e80-\\u303f\\u3041-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef';
const CLOSING = '，。、：；！？）」』》〉％·';
const PIECES = new RegExp(`[${CHINESE}][${CLOSING}]*|[^\\s${CHINESE}]+[${CLOSING}]*|\\s+`, 'gu');

/**
 * Lines no wider than `room`. What is too long for a line of its own, such as a digest, is broken anywhere.
 * @param width of a text, in the unit of `room`
 */
export function wrapped(text: string, room: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (width((line + piece).trimEnd()) <= room) line += piece;
    else {
      if (line.trim() !== '') lines.push(line.trim());
      line = piece.trimStart();
    }
    while (width(line) > room && line.length > 1) {
      const end = longestThatFits(line, room, width);
      lines.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

function longestThatFits(text: string, room: number, width: (text: string) => number): number {
  let end = 1;
  while (end < text.length && width(text.slice(0, end + 1)) <= room) end++;
  return end;
}
