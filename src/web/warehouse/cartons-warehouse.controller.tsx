import { Body, Get, Param, Query } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import { CartonPath } from '../../distribution/carton.dto.ts';
import { cartonInSight } from '../../distribution/cartons.query.ts';
import { CartonsService } from '../../distribution/cartons.service.ts';
import { cartonNotFound } from '../../distribution/distribution.refusals.ts';
import { Room, SentForm } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { CartonPage } from './carton-page.tsx';
import { TakeOutFormDto } from './shipment-form.dto.ts';
import { SHIPPING_WORDS } from './shipping-words.ts';
import { answerWarehouse } from './warehouse-visit.ts';

const AT = '/warehouse/cartons';

@Room('warehouse/cartons', 'operator', 'lead')
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
    return answerWarehouse(visit, {
      title: SHIPPING_WORDS[language].cartonTitle(sscc),
      at: '/warehouse/shipments',
      children,
    });
  }

  @SentForm(':sscc/seal')
  async seal(@CurrentVisit() { actor, reply }: Visit, @Param() { sscc }: CartonPath): Promise<void> {
    await this.cartons.seal(actor, sscc);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }

  @SentForm(':sscc/break-seal')
  async breakSeal(@CurrentVisit() { actor, reply }: Visit, @Param() { sscc }: CartonPath): Promise<void> {
    await this.cartons.breakSeal(actor, sscc);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }

  @SentForm(':sscc/take-out')
  async takeOut(
    @CurrentVisit() { actor, reply }: Visit,
    @Param() { sscc }: CartonPath,
    @Body() { unit }: TakeOutFormDto,
  ): Promise<void> {
    await this.cartons.takeOut(actor, sscc, [unit]);
    seeOther(reply, `${AT}/${sscc}?done=done`);
  }
}
