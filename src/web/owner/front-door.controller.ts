import { Controller, Get, Redirect } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../auth/access.ts';

/** Whoever types only our address most likely holds a part or an invoice in hand. */
@ApiExcludeController()
@Controller()
@Public()
export class FrontDoorController {
  @Get()
  @Redirect('/check', 302)
  toCheck(): void {}
}
