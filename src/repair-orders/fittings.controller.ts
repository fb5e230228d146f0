import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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

  @Post('fittings')
  @Allow('technician', 'supervisor')
  @ApiOperation({
    summary: 'Fit a part',
    description: 'A step that must not happen is refused, and what was found is kept as prevented.',
  })
  @ApiCreatedResponse({ type: FittedDto })
  fit(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() fitting: FittingDto) {
    return this.fittings.fit(actor, number, fitting);
  }

  @Post('fittings/:id/undo')
  @HttpCode(204)
  @Allow('supervisor')
  @ApiOperation({
    summary: 'Undo a fitting that was recorded by mistake',
    description: 'Within the undo window and before the invoice. Both stay on record, and the owner sees both.',
  })
  @ApiNoContentResponse()
  undo(
    @CurrentActor() actor: Actor,
    @Param() { number, id }: FittingParam,
    @Body() { reason }: UndoDto,
  ): Promise<void> {
    return this.corrections.undo(actor, number, id, reason);
  }

  @Post('fittings/:id/removal')
  @HttpCode(204)
  @Allow('technician', 'supervisor')
  @ApiOperation({
    summary: 'Remove a part at a later repair',
    description: 'The order of the path takes out a part that an earlier order put into the same car.',
  })
  @ApiNoContentResponse()
  remove(
    @CurrentActor() actor: Actor,
    @Param() { number, id }: FittingParam,
    @Body() removal: RemovalDto,
  ): Promise<void> {
    return this.corrections.remove(actor, number, id, removal);
  }

  @Post('allocations')
  @Allow('parts_clerk', 'technician', 'supervisor')
  @ApiOperation({ summary: 'Issue a unit from stock to a line' })
  @ApiCreatedResponse({ type: VerdictDto })
  issue(@CurrentActor() actor: Actor, @Param() { number }: OrderNumberParam, @Body() issue: IssueDto) {
    return this.allocations.allocate(actor, number, issue);
  }

  @Post('allocations/return')
  @HttpCode(204)
  @Allow('parts_clerk', 'technician', 'supervisor')
  @ApiOperation({ summary: 'Take an issued unit back into stock', description: 'Unfitted, its seal intact.' })
  @ApiNoContentResponse()
  giveBack(
    @CurrentActor() actor: Actor,
    @Param() { number }: OrderNumberParam,
    @Body() back: GiveBackDto,
  ): Promise<void> {
    return this.allocations.giveBack(actor, number, back);
  }

  @Post('old-parts')
  @HttpCode(204)
  @Allow('technician', 'advisor', 'parts_clerk', 'supervisor')
  @ApiOperation({
    summary: 'What became of an old part',
    description: 'Told after the fitting. Its label, where it is given, is judged as at the fitting.',
  })
  @ApiNoContentResponse()
  oldPart(
    @CurrentActor() actor: Actor,
    @Param() { number }: OrderNumberParam,
    @Body() oldPart: OldPartDto,
  ): Promise<void> {
    return this.oldParts.record(actor, number, oldPart);
  }
}
