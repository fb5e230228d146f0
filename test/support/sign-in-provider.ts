import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type Configuration, Provider } from 'oidc-provider';
import { CALLBACK } from '../../src/oidc/identity-provider.ts';

/** Somebody as the provider knows them. */
export interface ProvidedPerson {
  readonly subject: string;
  readonly email: string;
  readonly isVerified?: boolean;
  /** The e-mail address is told at the UserInfo endpoint alone. */
  readonly isReticent?: boolean;
}

const CLIENT = { client_id: 'truepart', client_secret: 'a secret of both' };

/** A real OpenID provider on this machine. Whoever comes is `person`, and is asked nothing. */
export class SignInProvider {
  readonly issuer: string;
  person: ProvidedPerson | 'declines' = 'declines';
  /** Whose name is written into tokens after they were signed. */
  forgedSubject: string | undefined;
  private readonly provider: Provider;
  private server: Server | undefined;

  constructor(
    private readonly port: number,
    publicUrl: string,
  ) {
    this.issuer = `http://127.0.0.1:${port}`;
    this.provider = new Provider(this.issuer, this.configuration(publicUrl + CALLBACK));
    this.provider.use(async (context, next) => {
      if (context.path.startsWith('/interaction/')) {
        return context.redirect(await this.provider.interactionResult(context.req, context.res, this.decision));
      }
      await next();
      if (context.path === '/token' && this.forgedSubject !== undefined) {
        const { id_token, ...rest } = context.body as { id_token: string };
        context.body = { ...rest, id_token: withSubject(id_token, this.forgedSubject) };
      }
    });
  }

  /** What makes an application know this provider. */
  get environment(): Record<string, string> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT.client_id,
      OIDC_CLIENT_SECRET: CLIENT.client_secret,
      OIDC_NAME: 'Example Login',
    };
  }

  async start(): Promise<void> {
    this.server = createServer((request, response) => void this.provider.callback()(request, response));
    await once(this.server.listen(this.port, '127.0.0.1'), 'listening');
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => void (this.server?.close(resolve) ?? resolve(undefined)));
  }

  /** What a browser does that was sent to `address`. @returns path and query of where it is sent back to. */
  async leadsBack(address: string): Promise<string> {
    const cookies = new Map<string, string>();
    let at = new URL(address);
    while (at.origin === this.issuer) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${at.pathname} answered ${answer.status}: ${await answer.text()}`);
      at = new URL(location, at);
    }
    return at.pathname + at.search;
  }

  private get decision() {
    const { person } = this;
    return person === 'declines' ? { error: 'access_denied' } : { login: { accountId: person.subject } };
  }

  private configuration(callback: string): Configuration {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return {
      clients: [{ ...CLIENT, redirect_uris: [callback] }],
      jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
      cookies: { keys: ['of no worth'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      findAccount: (_context, subject) => ({ accountId: subject, claims: (use) => this.claimsFor(subject, use) }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new this.provider.Grant({
          clientId: CLIENT.client_id,
          accountId: oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid email');
        await grant.save();
        return grant;
      },
    };
  }

  private claimsFor(subject: string, use: string): { sub: string; email?: string; email_verified?: boolean } {
    if (this.person === 'declines' || (this.person.isReticent === true && use === 'id_token')) return { sub: subject };
    const { email, isVerified = true } = this.person;
    return { sub: subject, email, email_verified: isVerified };
  }
}

function withSubject(token: string, subject: string): string {
  const [head, body = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: subject })).toString('base64url');
  return [head, forged, signature].join('.');
}
