import { Get, Query } from '@nestjs/common';
import { AUDIT_READERS } from '../../auth/actor.ts';
import { AuditTrailService } from '../../auth/audit-trail.service.ts';
import { Room } from '../staff/room.ts';
import { answerVisit, CurrentVisit, type Visit } from '../staff/visit.ts';
import { AuditFilterDto } from './admin-form.dto.ts';
import { ADMIN_WORDS } from './admin-words.ts';
import { AuditPage } from './audit-page.tsx';

const AT = '/admin/audit';

/** Who did what: the administrator reads every organisation’s, others their own. */
@Room('admin/audit', ...AUDIT_READERS)
export class AuditAdminController {
  constructor(private readonly trail: AuditTrailService) {}

  @Get()
  async list(@CurrentVisit() visit: Visit, @Query() filter: AuditFilterDto): Promise<string> {
    const { actor, language } = visit;
    const page = await this.trail.page(actor, filter);
    const children = <AuditPage page={page} filter={filter} language={language} />;
    return answerVisit(visit, { title: ADMIN_WORDS[language].audit, at: AT, children });
  }
}
