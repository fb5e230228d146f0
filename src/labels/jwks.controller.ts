import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/access.ts';
import { JwkSetDto } from './jwks.dto.ts';
import { PublishedKeysService } from './published-keys.service.ts';

/** Short: a revocation should reach those who verify offline as soon as they are online. */
const MAX_AGE_SECONDS = 60;

@ApiTags('keys')
@ApiExtraModels(JwkSetDto)
@Controller('.well-known')
export class JwksController {
  constructor(private readonly published: PublishedKeysService) {}

  @Get('jwks.json')
  @Public()
  @ApiOperation({
    summary: 'All makers’ public keys (RFC 7517)',
    description:
      'For verifying labels offline, from any origin. Beside the JWK members: `maker`, `gs1Prefix` (which GTINs the key ' +
      'may sign), `status`, `notBefore`, `notAfter`, `cutOff`.',
  })
  @ApiOkResponse({ content: { 'application/jwk-set+json': { schema: { $ref: getSchemaPath(JwkSetDto) } } } })
  @ApiResponse({ status: 304, description: 'Unchanged since the ETag in `If-None-Match`' })
  async jwks(
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const { jwks, etag } = await this.published.current();
    void reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
      etag,
    });
    if (isMatch(ifNoneMatch, etag)) {
      void reply.code(304);
      return undefined;
    }
    void reply.type('application/jwk-set+json');
    return jwks;
  }
}

/** RFC 9110, 13.1.2: a list, or `*`; compared weakly, because a cache on the way may have weakened our tag. */
function isMatch(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
