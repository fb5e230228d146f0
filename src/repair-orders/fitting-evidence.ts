import type { Sql } from '../database/database.ts';
import type { FittingEvidence, LineFacts, OrderFacts } from '../flags/evidence.ts';
import { approvedPartNumber, type Sighting } from '../verification/scan-evidence.ts';
import type { Look } from '../verification/verification.service.ts';
import type { FittingDto } from './fitting.dto.ts';
import { occupiedPositions } from './fitting-records.ts';
import { oldUnitFacts, type OldPartRead } from './old-parts.service.ts';
import { vehicleHistory } from './vehicle-history.query.ts';

/** What the records say beside the reading: of the order, of what is in the car by now, and of what was done to it before. */
export async function fittingEvidence(
  sql: Sql,
  attempt: FittingDto,
  sighting: Sighting,
  look: Look,
  { order, line, oldPart }: { order: OrderFacts; line: LineFacts; oldPart: OldPartRead | null },
): Promise<FittingEvidence> {
  const family = [line.partNumber, approvedPartNumber(line), look.evidence.unit?.partNumber ?? line.partNumber];
  const occupied = await occupiedPositions(sql, order.id, family);
  const position = attempt.position ?? line.position;
  const partId = look.evidence.unit?.partId ?? line.partId;
  const parts = position === null || partId === null ? [] : [{ line: line.line, partId }];
  return {
    scan: attempt.code === undefined ? null : look.evidence,
    order,
    line,
    attempt: {
      vin: attempt.vin ?? null,
      position,
      odometer: attempt.odometer ?? null,
      fittedAt: sighting.scannedAt,
      quantity: attempt.code === undefined ? (attempt.quantity ?? 1) : 1,
    },
    alreadyFitted: occupied.filter((each) => each.line === line.line).reduce((sum, each) => sum + each.quantity, 0),
    occupied,
    oldUnit: oldPart && oldUnitFacts(oldPart),
    recordedAt: sighting.recordedAt,
    vehicle: await vehicleHistory(sql, order, parts, { withWarranty: false }),
  };
}
