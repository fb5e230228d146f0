import { answerVisit, type Visit, type VisitedPage } from '../staff/visit.ts';
import { WAREHOUSE_STYLE } from './warehouse.css.ts';

/** A page in the warehouse’s own style. */
export const answerWarehouse = (visit: Visit, page: VisitedPage): string =>
  answerVisit(visit, { style: WAREHOUSE_STYLE, ...page });
