import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Database } from '../database/database.ts';
import { Clock } from '../kernel/clock.ts';
import { newId } from '../kernel/identifiers.ts';
import { keepPhoto, oldPartToShow, pictureOnOrder, type OldPartPhoto } from './old-part-photo.query.ts';
import { EnoughPhotos, NothingToPhotograph, OldPartNotFound, PhotoNotFound } from './old-part-photos.refusals.ts';
import { pictureOf } from './picture.ts';
import { RepairOrdersService } from './repair-orders.service.ts';
import { orderIdOf } from './stored-order.query.ts';

/** Somebody photographs an old part over and over, or a program does: a picture is no small row. */
const MOST_PHOTOS = 10;

/**
 * Photos of old parts. One shows that there was such a part, and not which car it came out of. It may come after the
 * invoice, because it waits for a network longer than anything else; it changes nothing of what was billed.
 */
@Injectable()
export class OldPartPhotosService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly orders: RepairOrdersService,
  ) {}

  /** @param takenAt by the sender’s clock. @throws OldPartNotFound, PictureUnreadable and their like */
  async add(
    actor: Actor,
    orderNumber: string,
    oldPartId: string,
    sent: unknown,
    takenAt: Date | undefined,
  ): Promise<OldPartPhoto> {
    const part = await oldPartToShow(this.database, actor.organisation.id, orderNumber, oldPartId);
    if (!part) throw new OldPartNotFound();
    if (part.outcome === 'none') throw new NothingToPhotograph();
    if (part.photos >= MOST_PHOTOS) throw new EnoughPhotos(MOST_PHOTOS);
    const picture = await pictureOf(sent);
    const now = this.clock.now();
    return keepPhoto(this.database, oldPartId, picture, {
      id: newId(),
      // Nobody photographs tomorrow: a clock that is ahead is wrong.
      takenAt: takenAt !== undefined && takenAt < now ? takenAt : now,
      recordedAt: now,
      by: actor.id,
    });
  }

  /** The JPEG, for the workshop whose order it is. @throws PhotoNotFound */
  async picture(actor: Actor, orderNumber: string, photoId: string): Promise<Buffer> {
    const orderId = await orderIdOf(this.database, actor.organisation.id, orderNumber);
    const picture = await pictureOnOrder(this.database, orderId, photoId);
    if (!picture) throw new PhotoNotFound();
    return picture;
  }

  /** The same for a maker’s analyst: what their case shows of the order. @throws PhotoNotFound */
  async pictureOfCase(actor: Actor, caseNumber: string, photoId: string): Promise<Buffer> {
    const order = await this.orders.ofCase(actor, caseNumber);
    const fittings = order?.lines.flatMap(({ recorded }) => recorded.fittings) ?? [];
    const shown = fittings.flatMap(({ oldPart }) => oldPart?.photos ?? []);
    const picture =
      order && shown.some(({ id }) => id === photoId)
        ? await pictureOnOrder(this.database, order.id, photoId)
        : undefined;
    if (!picture) throw new PhotoNotFound();
    return picture;
  }
}
