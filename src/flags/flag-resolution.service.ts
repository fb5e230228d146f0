import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { AuditService } from '../auth/audit.service.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { FlagNotFound, FlagResolved } from './flags.refusals.ts';
import type { ResolutionDto } from './flag.dto.ts';

/** An analyst says whether a flag was right, and why it came up. */
@Injectable()
export class FlagResolutionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async resolve(actor: Actor, id: string, { outcome, cause, note }: ResolutionDto): Promise<void> {
    await this.database.transaction(async (tx) => {
      const flag = await tx.first<{ status: string }>(
        'SELECT status FROM flag WHERE id = $1 AND maker_id = $2 FOR UPDATE',
        [id, actor.organisation.id],
      );
      if (!flag) throw new FlagNotFound();
      if (flag.status !== 'open' && flag.status !== 'prevented') throw new FlagResolved(flag.status);
      await tx.run(
        'UPDATE flag SET status = $2, cause = $3, note = $4, resolved_by = $5, resolved_at = $6 WHERE id = $1',
        [id, outcome, cause, note, actor.id, this.clock.now()],
      );
      await this.audit.record(tx, actor, 'flag.resolved', id, { outcome, cause });
    });
  }
}
