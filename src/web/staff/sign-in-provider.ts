import type { Config } from '../../config/config.ts';

/** Who else vouches for staff, and where signing in with them begins. */
export interface SignInProvider {
  readonly name: string;
  readonly address: string;
}

/** It leads back to this origin: who came by another must leave from it as well, or their cookie stays behind. */
export const providerOf = ({ oidc, publicUrl }: Config): SignInProvider | undefined =>
  oidc && { name: oidc.name, address: `${publicUrl}/sign-in/oidc` };
