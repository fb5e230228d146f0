import { Get, Query } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import { standingCartons } from '../../distribution/cartons.query.ts';
import { shipments } from '../../distribution/shipments.query.ts';
import { batchesOf } from '../../issuance/batches.query.ts';
import { countsByState } from '../../units/stock-counts.query.ts';
import { Room } from '../staff/room.ts';
import { seeOther } from '../staff/staff-page.tsx';
import { CurrentVisit, type Visit } from '../staff/visit.ts';
import { FindingService } from './finding.service.ts';
import { OverviewPage } from './overview-page.tsx';
import { FindDto } from './stock-form.dto.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';
import { answerWarehouse } from './warehouse-visit.ts';

const MOST_TASKS = 10;

@Room('warehouse', 'operator', 'lead')
export class OverviewWarehouseController {
  constructor(
    private readonly database: Database,
    private readonly finding: FindingService,
  ) {}

  @Get()
  async overview(@CurrentVisit() visit: Visit): Promise<string> {
    const { actor, language } = visit;
    const { id } = actor.organisation;
    const batches = (status: 'failed' | 'running' | 'queued') =>
      batchesOf(this.database, actor, { status, limit: MOST_TASKS });
    const [counts, failed, running, queued, arriving, cartons] = await Promise.all([
      countsByState(this.database, id),
      batches('failed'),
      batches('running'),
      batches('queued'),
      shipments(this.database, id, { direction: 'in', status: 'in_transit', limit: MOST_TASKS }),
      standingCartons(this.database, id, MOST_TASKS),
    ]);
    const overview = { counts, unfinished: [...failed, ...running, ...queued], arriving, cartons };
    const children = <OverviewPage overview={overview} language={language} />;
    return answerWarehouse(visit, { title: WAREHOUSE_WORDS[language].warehouse, at: '/warehouse', children });
  }

  @Get('find')
  async find(@CurrentVisit() { actor, reply }: Visit, @Query() { q }: FindDto): Promise<void> {
    seeOther(reply, await this.finding.pathOf(actor, q));
  }
}
