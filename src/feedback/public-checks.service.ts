import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { ScansService } from '../scans/scans.service.ts';
import { publicVerdict, type PublicVerdict } from '../verification/verdict.ts';
import { PublicSource } from './public-source.ts';

/** Anybody checks a code: the same look as a technician's, told in the owner's words and without anybody else's name. */
@Injectable()
export class PublicChecksService {
  private readonly sources = new PublicSource();

  constructor(
    private readonly scans: ScansService,
    private readonly clock: Clock,
  ) {}

  async check(code: string, address: string): Promise<PublicVerdict> {
    const source = this.sources.hashOf(address, this.clock.now());
    return publicVerdict((await this.scans.publicCheck(code, source)).verdict);
  }
}
