import type { Target, Targets } from './target.ts';
import type { Tenants } from './tenants.ts';

const EVERY_KIND = { maker: 'own', warehouse: 'own', workshop: 'own' } as const;
const PEOPLE = { nobody: 'people alone can, who sign in: test/sessions.e2e-spec.ts tells it' } as const;

const PEOPLE_BY_MAIL = { nobody: 'people alone have a mailbox: test/mail.e2e-spec.ts tells it' } as const;
const onWebhook = (more: (webhook: { readonly event: string }) => object = () => ({})): Target => ({
  aim: async (tenants: Tenants) => {
    const { id, event } = await tenants.webhook();
    return { path: { id }, ...more({ event }) };
  },
  outsiders: { maker: 404, warehouse: 404, workshop: 404 },
  rightful: 'workshop',
});

/** Who one is, and the people and machines of one's organisation. */
export const PEOPLE_TARGETS: Targets = {
  sessionsRead: { aim: () => ({}), outsiders: EVERY_KIND },
  sessionsSignOutEverywhere: {
    aim: () => ({}),
    outsiders: { maker: 403, warehouse: 403, workshop: 403 },
    rightful: PEOPLE,
  },
  sessionsChangePassword: {
    aim: () => ({ body: { current: 'what it was before', next: 'what it is from now on' } }),
    outsiders: { maker: 403, warehouse: 403, workshop: 403 },
    rightful: PEOPLE,
  },
  apiKeysList: { aim: () => ({}), outsiders: EVERY_KIND },
  apiKeysCreate: {
    aim: () => ({ body: { name: 'till', scopes: ['technician'] } }),
    // A role of another kind of organisation than the caller's is bad input.
    outsiders: { maker: 400, warehouse: 400, workshop: 'own' },
    rightful: 'workshop',
  },
  apiKeysRevoke: {
    aim: async (tenants) => ({ path: { id: await tenants.apiKey() } }),
    outsiders: { maker: 404, warehouse: 404, workshop: 404 },
    rightful: 'workshop',
  },
  organisationsList: { aim: () => ({}), outsiders: {} },
  organisationsCreate: {
    aim: () => ({ body: { kind: 'workshop', code: 'WS-HZ-99', name: { zh: '新店', en: 'New shop' } } }),
    outsiders: {},
  },
  accountsList: {
    aim: async (tenants) => {
      await tenants.account();
      return { query: { organisation: 'WS-HZ-01' } };
    },
    outsiders: {},
  },
  accountsCreate: {
    aim: () => ({
      body: {
        organisation: 'WS-HZ-01',
        email: 'newcomer@xihu.test',
        name: 'Newcomer',
        password: 'a long enough password',
        roles: ['technician'],
      },
    }),
    outsiders: {},
  },
  accountsChange: {
    aim: async (tenants) => ({ path: { id: await tenants.account() }, body: { isDisabled: true } }),
    outsiders: {},
  },
  auditList: {
    aim: async (tenants) => ({ query: { subject: await tenants.apiKey() } }),
    outsiders: EVERY_KIND,
    rightful: 'workshop',
  },
  notificationsRead: {
    aim: () => ({}),
    outsiders: { maker: 403, warehouse: 403, workshop: 403 },
    rightful: PEOPLE_BY_MAIL,
  },
  notificationsChoose: {
    aim: () => ({ body: { language: 'en', events: [] } }),
    outsiders: { maker: 403, warehouse: 403, workshop: 403 },
    rightful: PEOPLE_BY_MAIL,
  },
  webhooksList: {
    aim: async (tenants) => {
      await tenants.webhook();
      return {};
    },
    outsiders: EVERY_KIND,
    rightful: 'workshop',
  },
  webhooksCreate: {
    aim: () => ({ body: { url: 'http://127.0.0.1:1/new', events: ['webhook.disabled'] } }),
    outsiders: EVERY_KIND,
  },
  webhooksRemove: onWebhook(),
  webhooksRotate: onWebhook(),
  webhooksResume: onWebhook(),
  webhooksTest: onWebhook(),
  webhooksDeliveries: onWebhook(),
  webhooksReplay: onWebhook(({ event }) => ({ body: { event } })),
};
