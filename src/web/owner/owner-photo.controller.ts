import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { Public } from '../../auth/access.ts';
import { InvoiceTokenParam } from '../../feedback/answer.dto.ts';
import { OwnerInvoicesService } from '../../feedback/owner-invoices.service.ts';

class OwnerPhotoParam extends InvoiceTokenParam {
  @ApiProperty({ format: 'uuid', description: 'Of `oldPartPhotos` of the invoice’s line' })
  @IsUUID()
  photo: string;
}

/**
 * What the workshop photographed, for whoever holds the link. The tight limit on what strangers try does not count here: it
 * is for codes that can be guessed, and a page with many photos would spend it.
 */
@ApiTags('pages')
@Controller()
@Public()
export class OwnerPhotoController {
  constructor(private readonly invoices: OwnerInvoicesService) {}

  @Get('i/:token/old-part-photos/:photo')
  @Header('cache-control', 'no-store')
  @Header('x-robots-tag', 'noindex, nofollow')
  @ApiOperation({ summary: 'A photo of an old part, by the link of its invoice' })
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } } })
  async picture(@Param() { token, photo }: OwnerPhotoParam): Promise<StreamableFile> {
    return new StreamableFile(await this.invoices.oldPartPhoto(token, photo), { type: 'image/jpeg' });
  }
}
