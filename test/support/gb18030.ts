/** Text as Chinese Excel saves it. Node only reads GB18030; so every pair of bytes is read once, and turned round. */
export function gb18030(text: string): Buffer {
  return Buffer.concat(
    Array.from(text, (character) => {
      if (character <= '\x7f') return Buffer.from(character);
      const bytes = pairs().get(character);
      if (!bytes) throw new Error(`no pair of bytes for ${character}`);
      return bytes;
    }),
  );
}

let known: Map<string, Buffer> | undefined;

function pairs(): Map<string, Buffer> {
  if (known) return known;
  known = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if (Array.from(character).length === 1 && character !== '\ufffd') known.set(character, bytes);
    }
  }
  return known;
}
