import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Order, OrderSummary, Person, Shipment, ShipmentSummary } from './contract.ts';
import type { Deed } from './deed.ts';

const NAME = 'truepart-workshop';
const VERSION = 1;

/** An answer as the phone last heard it, for one account. */
interface Copy<Content> {
  readonly key: string;
  readonly user: string;
  readonly heardAt: string;
  readonly content: Content;
}

/** What is kept once for the phone. */
interface Settings {
  person: Person;
  /** The label keys, as `/.well-known/jwks.json` answered. */
  keys: { readonly heardAt: string; readonly keys: readonly unknown[] };
  device: string;
}

/** Everything of the contract that is also wanted without a network. */
export interface Copies {
  orders: readonly OrderSummary[];
  order: Order;
  shipments: readonly ShipmentSummary[];
  shipment: Shipment;
}

interface Schema extends DBSchema {
  deeds: { key: string; value: Deed; indexes: { user: string } };
  copies: { key: string; value: Copy<unknown>; indexes: { user: string } };
  settings: { key: string; value: unknown };
  numbers: { key: string; value: number };
}

/** The phone’s own memory. What people did is here before it is sent; answers about orders are copies, and say when. */
export class Store {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  static async open(): Promise<Store> {
    const database = await openDB<Schema>(NAME, VERSION, {
      upgrade(fresh) {
        fresh.createObjectStore('deeds', { keyPath: 'id' }).createIndex('user', 'user');
        fresh.createObjectStore('copies', { keyPath: 'key' }).createIndex('user', 'user');
        fresh.createObjectStore('settings');
        fresh.createObjectStore('numbers');
      },
      // Another tab brings a newer form of this memory: get out of its way.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new Store(database);
  }

  close(): void {
    this.database.close();
  }

  deeds(): Promise<Deed[]> {
    return this.database.getAll('deeds');
  }

  deed(id: string): Promise<Deed | undefined> {
    return this.database.get('deeds', id);
  }

  /** Within one transaction: page and service worker may be about the same deed. */
  async change(id: string, to: (deed: Deed) => Deed): Promise<void> {
    const change = this.database.transaction('deeds', 'readwrite', { durability: 'strict' });
    const deed = await change.store.get(id);
    if (deed) await change.store.put(to(deed));
    await change.done;
  }

  /** Numbers it and keeps it, in one transaction: a number is never given twice. Resolves when it is written down. */
  async add(deed: Omit<Deed, 'number'>, complete: (deed: Deed) => Deed): Promise<Deed> {
    const change = this.database.transaction(['deeds', 'numbers'], 'readwrite', { durability: 'strict' });
    const numbers = change.objectStore('numbers');
    const number = ((await numbers.get(deed.user)) ?? 0) + 1;
    const numbered = complete({ ...deed, number });
    await Promise.all([numbers.put(number, deed.user), change.objectStore('deeds').put(numbered), change.done]);
    return numbered;
  }

  async remove(ids: readonly string[]): Promise<void> {
    const change = this.database.transaction('deeds', 'readwrite');
    await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
  }

  async setting<Name extends keyof Settings>(name: Name): Promise<Settings[Name] | undefined> {
    return (await this.database.get('settings', name)) as Settings[Name] | undefined;
  }

  async set<Name extends keyof Settings>(name: Name, value: Settings[Name] | undefined): Promise<void> {
    if (value === undefined) await this.database.delete('settings', name);
    else await this.database.put('settings', value, name);
  }

  async copy<Kind extends keyof Copies>(
    kind: Kind,
    user: string,
    id = '',
  ): Promise<{ readonly content: Copies[Kind]; readonly heardAt: string } | undefined> {
    const found = (await this.database.get('copies', keyOf(kind, user, id))) as Copy<Copies[Kind]> | undefined;
    return found && { content: found.content, heardAt: found.heardAt };
  }

  async keep<Kind extends keyof Copies>(kind: Kind, user: string, id: string, content: Copies[Kind]): Promise<void> {
    const heardAt = new Date().toISOString();
    await this.database.put('copies', { key: keyOf(kind, user, id), user, heardAt, content });
  }

  /** Orders carry VINs: they leave the phone with the person. */
  async forgetCopies(user: string): Promise<void> {
    const change = this.database.transaction('copies', 'readwrite');
    const keys = await change.store.index('user').getAllKeys(user);
    await Promise.all([...keys.map((key) => change.store.delete(key)), change.done]);
  }
}

const keyOf = (kind: string, user: string, id: string): string => JSON.stringify([kind, user, id]);
