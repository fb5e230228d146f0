import { OWN_VIN, type Tenants, unitOf } from './tenants.ts';
import type { Target, Targets } from './target.ts';

const FORM = 'application/x-www-form-urlencoded';

const open = (anybody: number, aim: Target['aim'] = () => ({})): Target => ({ aim, outsiders: {}, anybody });

/** The label of a unit that is in somebody's car by now. */
const label = async (tenants: Tenants): Promise<string> => (await tenants.invoiced()).codes[0]!;

/** A link with its last letter changed. */
const guessed = ({ token }: { readonly token: string }) => ({
  token: token.slice(0, -1) + (token.endsWith('0') ? '1' : '0'),
});
const guessedLink = async (tenants: Tenants) => guessed(await tenants.invoiced());

/** What anybody may ask: of a unit whether the records agree, of an invoice nothing without its link. */
export const PUBLIC_TARGETS: Targets = {
  healthLive: open(200),
  healthReady: open(200),
  healthNumbers: open(200),
  docsDocument: open(200),
  jwksJwks: open(200),
  resolverDescribe: open(200),
  sessionsSignIn: open(401, () => ({ body: { email: 'meister-1@xihu.test', password: 'guessed it perhaps' } })),
  sessionsSignOut: open(204),

  publicCheck: open(200, async (tenants) => ({ body: { code: await label(tenants) } })),
  checkForm: open(200),
  checkCheck: open(200, async (tenants) => ({
    type: FORM,
    body: new URLSearchParams({ code: await label(tenants) }).toString(),
  })),
  resolverOpen: open(200, async (tenants) => ({ path: unitOf(await label(tenants)) })),
  resolverOpenWithLot: open(200, async (tenants) => ({ path: { ...unitOf(await label(tenants)), lot: 'L26X76' } })),

  publicInvoice: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  publicAnswer: open(404, async (tenants) => ({
    path: await guessedLink(tenants),
    body: { kind: 'dispute', line: 1, reason: 'other' },
  })),
  publicSay: open(404, async (tenants) => ({
    path: await guessedLink(tenants),
    body: { expected: 4, received: 1 },
  })),
  publicReply: open(404, async (tenants) => ({
    path: { ...(await guessedLink(tenants)), number: 'C-2026-000001' },
    body: { isAccepted: true },
  })),
  carHistoryMake: open(404, async (tenants) => ({ path: await guessedLink(tenants), body: { days: 7 } })),
  carHistoryList: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  // A link of somebody else’s car, by the link of an invoice of one’s own.
  carHistoryRevoke: open(404, async (tenants) => ({
    path: { token: (await tenants.invoicedElsewhere()).token, id: (await tenants.historyLink()).id },
  })),
  carHistoryRead: open(404, async (tenants) => ({ path: guessed(await tenants.historyLink()) })),
  carHistoryCheck: open(404, async (tenants) => ({
    path: guessed(await tenants.historyLink()),
    body: { vin: OWN_VIN },
  })),
  scorecardOfEverybody: open(200),
  invoicePagePage: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  evidencePdf: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  // A photo of somebody else’s old part, by the link of an invoice of one’s own.
  ownerPhotoPicture: open(404, async (tenants) => ({
    path: { token: (await tenants.invoicedElsewhere()).token, photo: (await tenants.photographed()).photo },
  })),
  satisfactionPageAsk: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  billLabelAsk: open(404, async (tenants) => ({ path: await guessedLink(tenants) })),
  invoicePageAsk: open(404, async (tenants) => ({ path: { ...(await guessedLink(tenants)), line: '1' } })),
};
