import { Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import { Config } from '../config/config.ts';
import type { OidcSettings } from '../config/oidc-settings.ts';
import { noProvider, providerAway, signInDeclined, signInUnproven } from './oidc.refusals.ts';

/** Where the provider sends people back to, below our origin. It is registered there. */
export const CALLBACK = '/sign-in/oidc/callback';
const PATIENCE_SECONDS = 10;

/** What an answer must fit to. Of these only the state is ever shown to a browser. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the provider says somebody is. */
export interface Identity {
  readonly issuer: string;
  /** The issuer’s own name for the person, for good. */
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email: string | undefined;
}

/** The provider that vouches for staff. It is asked about itself when somebody first needs it, and may be away until then. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger(IdentityProvider.name);
  private readonly callback: string;
  private found: Promise<Configuration> | undefined;

  constructor(private readonly config: Config) {
    this.callback = config.publicUrl + CALLBACK;
  }

  /** @throws Refusal SIGN_IN_PROVIDER_UNSET */
  get name(): string {
    return this.settings.name;
  }

  /**
   * @returns where the browser is to go, and what is to be kept until it is back.
   * @throws Refusal SIGN_IN_PROVIDER_UNSET, SIGN_IN_PROVIDER_AWAY
   */
  async question(): Promise<{ readonly address: string; readonly secrets: Secrets }> {
    const provider = await this.provider();
    const secrets = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(provider, {
      redirect_uri: this.callback,
      scope: 'openid email',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, secrets };
  }

  /**
   * @param query what the browser brought back in the address of the callback.
   * @throws Refusal SIGN_IN_DECLINED, SIGN_IN_UNPROVEN, SIGN_IN_PROVIDER_AWAY
   */
  async identityIn(query: string, { state, nonce, codeVerifier }: Secrets): Promise<Identity> {
    const provider = await this.provider();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier };
    try {
      const tokens = await authorizationCodeGrant(provider, new URL(`${this.callback}?${query}`), checks);
      const claims = tokens.claims()!;
      // Left out of the token by many, as OpenID Connect Core 1.0 (5.4) allows.
      const { email, email_verified } =
        claims['email'] === undefined ? await fetchUserInfo(provider, tokens.access_token, claims.sub) : claims;
      const isVerified = email_verified === true && typeof email === 'string';
      return { issuer: claims.iss, subject: claims.sub, email: isVerified ? email : undefined };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  private get settings(): OidcSettings {
    if (this.config.oidc === undefined) throw noProvider();
    return this.config.oidc;
  }

  private provider(): Promise<Configuration> {
    this.found ??= discover(this.settings).catch((error: unknown) => {
      this.found = undefined;
      this.log.warn(new Error('the sign-in provider does not answer', { cause: error }));
      throw providerAway(this.name);
    });
    return this.found;
  }

  private refusalOf(error: unknown): Error {
    const isTold = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
    const told = isTold ? error.error : 'no proof';
    if (told === 'access_denied') return signInDeclined(this.name);
    this.log.warn(new Error(`the sign-in provider answered: ${told}`, { cause: error }));
    return signInUnproven(this.name);
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const address = new URL(issuer);
  // Signatures are checked although tokens come straight from the provider: behind plain http on this machine nothing else does.
  const execute = [enableNonRepudiationChecks, ...(address.protocol === 'http:' ? [allowInsecureRequests] : [])];
  const authentication = ClientSecretBasic(clientSecret);
  return discovery(address, clientId, undefined, authentication, { execute, timeout: PATIENCE_SECONDS });
}
