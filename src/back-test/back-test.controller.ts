import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { RuleParam } from '../flags/policy.dto.ts';
import { NotIdempotent } from '../http/idempotency.interceptor.ts';
import { BackTestDto, BackTestWishDto } from './back-test.dto.ts';
import { BackTestService } from './back-test.service.ts';

@ApiTags('flags')
@Controller('api/policies')
export class BackTestController {
  constructor(private readonly backTests: BackTestService) {}

  @Post(':rule/back-test')
  @HttpCode(200)
  @Allow('analyst')
  @NotIdempotent()
  @ApiOperation({
    summary: 'What a rule would have flagged with another policy',
    description:
      'What the rule was asked about is judged again, beside what is known of it by now. Nothing is changed.',
  })
  @ApiOkResponse({ type: BackTestDto })
  run(
    @CurrentActor() { organisation }: Actor,
    @Param() { rule }: RuleParam,
    @Body() { days, ...policy }: BackTestWishDto,
  ) {
    return this.backTests.ofLastDays(days, { makerId: organisation.id, rule, policy });
  }
}
