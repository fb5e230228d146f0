import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { RevocationDto, RotationDto, SigningKeyDto, SigningKeyListDto, SigningKeyPath } from './signing-key.dto.ts';
import { SigningKeysService } from './signing-keys.service.ts';

@ApiTags('keys')
@Controller('api/keys')
export class SigningKeysController {
  constructor(private readonly keys: SigningKeysService) {}

  @Get()
  @Allow('key_custodian', 'analyst')
  @ApiOperation({ summary: 'The keys your labels were and are signed with' })
  @ApiOkResponse({ type: SigningKeyListDto })
  async list(@CurrentActor() actor: Actor): Promise<SigningKeyListDto> {
    const keys = await this.keys.ofMaker(actor.organisation.id);
    return { items: keys.map(SigningKeyDto.of), next: null };
  }

  @Post('rotation')
  @Allow('key_custodian')
  @ApiOperation({
    summary: 'Sign with a new key from now on',
    description: 'Labels signed with the old key stay good; its private half is deleted.',
  })
  @ApiCreatedResponse({ type: SigningKeyDto })
  async rotate(@CurrentActor() actor: Actor, @Body() { alg }: RotationDto): Promise<SigningKeyDto> {
    return SigningKeyDto.of(await this.keys.rotate(actor, alg ?? 'ES256'));
  }

  @Post(':kid/revocation')
  @Allow('key_custodian')
  @ApiOperation({
    summary: 'Revoke a key that may be in wrong hands',
    description: 'Labels recorded before the cut-off stay good, later ones do not. A new key is made on next use.',
  })
  @ApiCreatedResponse({ type: SigningKeyDto })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param() { kid }: SigningKeyPath,
    @Body() { cutOff, reason }: RevocationDto,
  ): Promise<SigningKeyDto> {
    return SigningKeyDto.of(await this.keys.revoke(actor, kid, new Date(cutOff), reason));
  }
}
