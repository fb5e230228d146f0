import { createHash } from 'node:crypto';

/** Chance that is the same every time: sfc32, seeded by name. Two streams of different names know nothing of each other. */
export class Random {
  private readonly state: Uint32Array;

  constructor(private readonly name: string) {
    const digest = createHash('sha256').update(name).digest();
    this.state = Uint32Array.from({ length: 4 }, (_, i) => digest.readUInt32LE(i * 4));
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A stream of its own: drawing more from one never shifts another. */
  stream(name: string): Random {
    return new Random(`${this.name}/${name}`);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const [a, b, c, counter] = this.state as unknown as [number, number, number, number];
    const sum = (a + b + counter) >>> 0;
    this.state[0] = b ^ (b >>> 9);
    this.state[1] = c + (c << 3);
    this.state[2] = ((c << 21) | (c >>> 11)) + sum;
    this.state[3] = counter + 1;
    return sum / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(this.next() * items.length)]!;
  }

  /** So many different ones, or all there are. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    return this.shuffled(items).slice(0, count);
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const mixed = [...items];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = this.whole(0, i);
      [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
    }
    return mixed;
  }

  /** An RFC 9562 version 4 UUID, as a device makes one. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.whole(0, 15).toString(16)).join('');
    const variant = '89ab'[this.whole(0, 3)]!;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
