import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { VerdictDto } from '../verification/verdict.dto.ts';
import { AllocationsService } from './allocations.service.ts';
import { FittingCorrectionsService } from './fitting-corrections.service.ts';
import {
  FittedDto,
  FittingDto,
  FittingParam,
  GiveBackDto,
  IssueDto,
  OldPartDto,
  RemovalDto,
  UndoDto,
} from './fitting.dto.ts';
import { FittingsService } from './fittings.service.ts';
import { OldPartsService } from './old-parts.service.ts';
import { OrderNumberParam } from './repair-order.dto.ts';

@ApiTags('fittings')
@Controller('api/repair-orders/:number')
export class FittingsController {
  constructor(
    private readonly fittings: FittingsService,
    private readonly corrections: FittingCorrectionsService,
    private readonly allocations: AllocationsService,
    private readonly oldParts: OldPartsService,
  ) {}

  /** Records a part as fitted. A step that must not happen is refused, and what was found is kept as prevented. */
  @Post('fittings')
  @Allow('technician', 'supervisor')
  @ApiCreatedResponse({ type: FittedDto })
  fit(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() fitting: FittingDto) {
    return this.fittings.fit(actor, number, fitting);
  }

  @Post('fittings/:id/undo')
  @HttpCode(204)
  @Allow('supervisor')
  @ApiNoContentResponse()
  undo(
    @CurrentActor() actor: Actor,
    @Param() { number, id }: FittingParam,
    @Body() { reason }: UndoDto,
  ): Promise<void> {
    return this.corrections.undo(actor, number, id, reason);
  }

  /** The order of the path takes out a part that an earlier order put into the same car. */
  @Post('fittings/:id/removal')
  @HttpCode(204)
  @Allow('technician', 'supervisor')
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param() { number, id }: FittingParam,
    @Body() removal: RemovalDto,
  ): Promise<void> {
    return this.corrections.remove(actor, number, id, removal);
  }

  /** The parts clerk issues a unit to a line. */
  @Post('allocations')
  @Allow('parts_clerk', 'technician', 'supervisor')
  @ApiCreatedResponse({ type: VerdictDto })
  issue(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() issue: IssueDto) {
    return this.allocations.allocate(actor, number, issue);
  }

  /** An issued unit goes back into stock, unfitted and with its seal intact. */
  @Post('allocations/return')
  @HttpCode(204)
  @Allow('parts_clerk', 'technician', 'supervisor')
  @ApiNoContentResponse()
  giveBack(
    @CurrentActor() actor: Actor,
    @Param() { number }: OrderNumberParam,
    @Body() back: GiveBackDto,
  ): Promise<void> {
    return this.allocations.giveBack(actor, number, back);
  }

  /** What became of an old part, told after the fitting. */
  @Post('old-parts')
  @HttpCode(204)
  @Allow('technician', 'advisor', 'parts_clerk', 'supervisor')
  @ApiNoContentResponse()
  oldPart(
    @CurrentActor() actor: Actor,
    @Param() { number }: OrderNumberParam,
    @Body() oldPart: OldPartDto,
  ): Promise<void> {
    return this.oldParts.record(actor, number, oldPart);
  }
}
