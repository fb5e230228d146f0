import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, CurrentActor } from '../../auth/access.ts';
import { type Actor, ROLES } from '../../auth/actor.ts';
import { Config } from '../../config/config.ts';
import { Assets } from '../design/assets.ts';
import { answerStaff } from '../staff/staff-page.tsx';
import { staffRequest } from '../staff/staff-request.ts';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { ScannerTestPage } from './scanner-test-page.tsx';
import { SCANNER_TEST_WORDS } from './scanning-words.ts';

const AT = '/scanner-test';

@ApiExcludeController()
@Controller()
@Allow(...ROLES.warehouse, ...ROLES.workshop)
@UseFilters(StaffTrouble)
export class ScannerTestController {
  constructor(
    private readonly assets: Assets,
    private readonly config: Config,
  ) {}

  /** In capitals as it stands in the test code, for whoever opens that with a phone. */
  @Get([AT, AT.toUpperCase()])
  page(
    @CurrentActor() actor: Actor,
    @Req() asked: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const request = staffRequest(asked, reply);
    const { language } = request;
    return answerStaff(reply, {
      request,
      actor,
      title: SCANNER_TEST_WORDS[language].title,
      at: AT,
      island: this.assets.island('scanner-test'),
      children: <ScannerTestPage language={language} origin={this.config.labelOrigin} />,
    });
  }
}
