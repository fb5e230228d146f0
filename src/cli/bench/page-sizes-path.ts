import type { HotPath, Row } from './hot-path.ts';

/** An owner’s page is there in one round trip of a slow network; a technician’s app within a second or two. */
const OWNER_BYTES = 15_000;
const APP_BYTES = 60_000;

const APP = '/workshop';
const DEMO_INVOICES = `SELECT json_agg(i.token ORDER BY o.number) FROM invoice i JOIN repair_order o ON o.id = i.order_id
                        WHERE o.number IN ('RO-239001', 'RO-239002')`;

interface Size {
  /** What goes over the network. */
  readonly sent: number;
  readonly raw: number;
}

/** How much people must fetch before they see anything. */
export const pageSizesPath: HotPath = {
  name: 'page-sizes',
  async prepare({ ask }) {
    const tokens = (await ask(DEMO_INVOICES)) as string[];
    return {
      run: async ({ url }) => {
        const invoices = await Promise.all(tokens.map((token) => sizeOf(`${url}/i/${token}`)));
        const largest = invoices.toSorted((a, b) => b.raw - a.raw)[0]!;
        return [
          rowOf("owner's page, as sent", largest.sent, OWNER_BYTES, 'the larger of two invoices'),
          rowOf("owner's page, raw", largest.raw, OWNER_BYTES, 'the larger of two invoices'),
          rowOf("technician's first load", await sentOf(url, await firstFiles(url)), APP_BYTES, 'page and scripts'),
        ];
      },
    };
  },
};

async function sizeOf(address: string): Promise<Size> {
  const answer = await fetch(address, { headers: { accept: 'text/html, */*', 'accept-encoding': 'gzip' } });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return { sent: Number(answer.headers.get('content-length')), raw: (await answer.arrayBuffer()).byteLength };
}

async function sentOf(url: string, paths: readonly string[]): Promise<number> {
  const sizes = await Promise.all(paths.map((path) => sizeOf(url + path)));
  return sizes.reduce((sum, { sent }) => sum + sent, 0);
}

const textOf = async (address: string): Promise<string> => (await fetch(address)).text();

/** The page, its script, and what the page says the script will ask for. */
async function firstFiles(url: string): Promise<string[]> {
  const scripts = (await textOf(url + APP)).matchAll(/(?:src|rel="modulepreload" href)="([^"]+\.js)"/g);
  return [APP, ...Array.from(scripts, ([, path]) => path!)];
}

function rowOf(what: string, ours: number, limit: number, note: string): Row {
  const bytes = (size: number): string => `${size.toLocaleString('en')} bytes`;
  const ratio = ours / limit;
  return {
    what,
    ours: bytes(ours),
    limit: bytes(limit),
    ratio: { median: ratio, least: ratio, most: ratio },
    atMost: 1,
    note,
  };
}
