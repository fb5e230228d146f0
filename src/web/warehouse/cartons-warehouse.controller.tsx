import { Body, Controller, Get, Param, Post, Query, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Allow } from '../../auth/access.ts';
import { Database } from '../../database/database.ts';
import { CartonPath } from '../../distribution/carton.dto.ts';
import { cartonInSight } from '../../distribution/cartons.query.ts';
import { CartonsService } from '../../distribution/cartons.service.ts';
import { cartonNotFound } from '../../distribution/distribution.refusals.ts';
import { Consumes } from '../../http/consumes.ts';
import { NotIdempotent } from '../../http/idempotency.interceptor.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { StaffTrouble } from '../staff/staff-trouble.filter.ts';
import { CartonPage } from './carton-page.tsx';
import { TakeOutFormDto } from './shipment-form.dto.ts';
import { SHIPPING_WORDS } from './shipping-words.ts';
import { answerVisit, CurrentVisit, type Visit } from './visit.ts';

const AT = '/warehouse/cartons';

@ApiExcludeController()
@Controller('warehouse/cartons')
@Allow('operator', 'lead')
@UseFilters(StaffTrouble)
export class CartonsWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly cartons: CartonsService,
  ) {}

  @Get(':sscc')
  async read(
    @CurrentVisit() visit: Visit,
    @Param() { sscc }: CartonPath,
    @Query('done') done: unknown,
  ): Promise<string> {
    const { actor, language } = visit;
    const carton = await cartonInSight(this.database, actor.organisation.id, sscc);
    if (!carton) throw cartonNotFound();
    const isAtHome = carton.organisationId === actor.organisation.id && !carton.isGone;
    const children = (
      <CartonPage carton={carton} isAtHome={isAtHome} isSaved={done !== undefined} language={language} />
    );
    return answerVisit(visit, {
      title: SHIPPING_WORDS[language].cartonTitle(sscc),
      at: '/warehouse/shipments',
      children,
    });
  }

  @Post(':sscc/seal')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async seal(@CurrentVisit() { actor, reply }: Visit, @Param() { sscc }: CartonPath): Promise<void> {
    await this.cartons.seal(actor, sscc);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }

  @Post(':sscc/break-seal')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async breakSeal(@CurrentVisit() { actor, reply }: Visit, @Param() { sscc }: CartonPath): Promise<void> {
    await this.cartons.breakSeal(actor, sscc);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }

  @Post(':sscc/take-out')
  @NotIdempotent()
  @Consumes('application/x-www-form-urlencoded')
  async takeOut(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { sscc }: CartonPath,
    @Body() { unit }: TakeOutFormDto,
  ): Promise<void> {
    await this.cartons.takeOut(actor, sscc, [unit]);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }
}
