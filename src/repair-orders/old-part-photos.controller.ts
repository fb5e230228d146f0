import { Body, Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../auth/access.ts';
import type { Actor } from '../auth/actor.ts';
import { ConsumesPicture } from '../http/sent-file.ts';
import { OldPartParam, OldPartPhotoDto, PhotoParam, TakenQuery } from './old-part-photo.dto.ts';
import { OldPartPhotosService } from './old-part-photos.service.ts';

@ApiTags('fittings')
@Controller('api/repair-orders/:number')
export class OldPartPhotosController {
  constructor(private readonly photos: OldPartPhotosService) {}

  @Post('old-parts/:id/photos')
  @Allow('technician', 'advisor', 'parts_clerk', 'supervisor')
  @ConsumesPicture()
  @ApiOperation({
    summary: 'Photograph an old part',
    description:
      'JPEG, PNG or WebP, up to 5 MB and 25 megapixels. It is drawn anew, upright, 1280 pixels at the longest side: place, ' +
      'device and all else that the file says besides the picture is not kept. The newest photo counts; none is replaced.',
  })
  @ApiCreatedResponse({ type: OldPartPhotoDto })
  add(
    @CurrentActor() actor: Actor,
    @Param() { number, id }: OldPartParam,
    @Query() { takenAt }: TakenQuery,
    @Body() sent: unknown,
  ) {
    return this.photos.add(actor, number, id, sent, takenAt === undefined ? undefined : new Date(takenAt));
  }

  @Get('old-part-photos/:photo')
  @Allow('technician', 'advisor', 'parts_clerk', 'supervisor')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'One photo of an old part', description: 'Its id stands with the fitting on the order.' })
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } })
  async picture(@CurrentActor() actor: Actor, @Param() { number, photo }: PhotoParam): Promise<StreamableFile> {
    return new StreamableFile(await this.photos.picture(actor, number, photo), { type: 'image/jpeg' });
  }
}
